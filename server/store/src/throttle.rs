//! Signing in is slowed, per account and per address: five wrong tries at an account and thirty from an address are free, then
//! each doubles the wait, from 5 seconds to 15 minutes. A workshop's room shares one address: thirty beginners may mistype once
//! each. A try is counted before the password is looked at, so that a hundred at once are no way round.
//! Signing up is slowed per address in the same way, after as many as a workshop's rooms may need.

use std::net::IpAddr;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use time::Duration;

use crate::entity::throttle;
use crate::names::LoginName;
use crate::{Moment, Result, Store, Write, stamp};

/// Tries to sign in to one account.
const FREE_OF_ACCOUNT: i32 = 5;
/// Tries to sign in from one address, to whichever accounts.
const FREE_OF_ADDRESS: i32 = 30;
/// New accounts from one address: a workshop of several rooms behind one router signs up on one morning.
const FREE_ACCOUNTS: i32 = 100;
const FIRST_WAIT: Duration = Duration::seconds(5);
const LONGEST_WAIT: Duration = Duration::minutes(15);
/// After this long without a try, an account or address starts afresh.
const MEMORY: Duration = Duration::hours(1);
/// A row may be this far ahead of a write: of two that come at once, or of two servers' clocks, the later may be done first.
const AHEAD: Duration = Duration::minutes(1);

/// May one try now?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Yes, and the try is counted.
    Now,
    /// Not before this moment. Nothing was counted.
    Wait(Moment),
}

/// The wait that follows the try of this number, counted from 1.
fn wait_after(tries: i32, free: i32) -> Duration {
    match tries.saturating_sub(free) {
        ..0 => Duration::ZERO,
        over => (FIRST_WAIT * 2i32.saturating_pow(over.clamp(0, 20).unsigned_abs())).min(LONGEST_WAIT),
    }
}

/// Counts a try to sign in as `login` from `address`, if both may try now.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn take_turn(store: &Store, login: &LoginName, address: IpAddr) -> Result<Turn> {
    let account = account_key(login);
    store
        .write(move |write| {
            Box::pin(async move {
                let address = address_key(write, "address", address).await?;
                take(write, [(account, FREE_OF_ACCOUNT), (address, FREE_OF_ADDRESS)]).await
            })
        })
        .await
}

/// Counts a new account from `address`, if there may be one now.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn take_turn_to_sign_up(store: &Store, address: IpAddr) -> Result<Turn> {
    store
        .write(move |write| {
            Box::pin(async move {
                let address = address_key(write, "new accounts from", address).await?;
                take(write, [(address, FREE_ACCOUNTS)]).await
            })
        })
        .await
}

/// Counts one for each key, of which so many are free, unless one of the keys has to wait.
async fn take<const N: usize>(write: &Write, keys: [(Vec<u8>, i32); N]) -> Result<Turn> {
    let mut rows = Vec::with_capacity(N);
    for (key, free) in keys {
        rows.push((current(write, key).await?, free));
    }
    let until = rows.iter().map(|(row, _)| row.until).max().unwrap_or(write.now);
    if until > write.now {
        return Ok(Turn::Wait(until));
    }
    for (row, free) in rows {
        count(write, row, free).await?;
    }
    Ok(Turn::Now)
}

/// The password was right: the account starts afresh, and the address has one try fewer against it.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn forgive(store: &Store, login: &LoginName, address: IpAddr) -> Result<()> {
    let account = account_key(login);
    store
        .write(move |write| {
            Box::pin(async move {
                throttle::Entity::delete_by_id(account).exec(&write.db).await?;
                let row = current(write, address_key(write, "address", address).await?).await?;
                keep(write, throttle::Model { tries: (row.tries - 1).max(0), until: write.now, ..row }).await
            })
        })
        .await
}

/// Forgets what is older than an hour: nobody's address is kept longer, not even as a hash.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn forget_old(store: &Store, now: Moment) -> Result<()> {
    store
        .write(move |write| {
            Box::pin(async move {
                let (old, ahead) =
                    (throttle::COLUMN.last.lte(now.plus(-MEMORY)), throttle::COLUMN.last.gt(now.plus(AHEAD)));
                let old = Condition::any().add(old).add(ahead);
                throttle::Entity::delete_many().filter(old).exec(&write.db).await?;
                Ok(())
            })
        })
        .await
}

async fn current(write: &Write, key: Vec<u8>) -> Result<throttle::Model> {
    let afresh = throttle::Model { key: key.clone(), tries: 0, until: write.now, last: write.now };
    let row = throttle::Entity::find_by_id(key).one(&write.db).await?;
    // A row from further ahead is from a clock that was wrong: whoever it holds up has done nothing.
    let counts = |row: &throttle::Model| (-AHEAD..MEMORY).contains(&write.now.since(row.last));
    Ok(row.filter(counts).unwrap_or(afresh))
}

async fn count(write: &Write, row: throttle::Model, free: i32) -> Result<()> {
    let tries = row.tries.saturating_add(1);
    keep(write, throttle::Model { tries, until: write.now.plus(wait_after(tries, free)), last: write.now, ..row }).await
}

async fn keep(write: &Write, row: throttle::Model) -> Result<()> {
    let row =
        throttle::ActiveModel { key: Set(row.key), tries: Set(row.tries), until: Set(row.until), last: Set(row.last) };
    let replace = OnConflict::column("key").update_columns(["tries", "until", "last"]).to_owned();
    throttle::Entity::insert(row).on_conflict(replace).exec_without_returning(&write.db).await?;
    Ok(())
}

fn account_key(login: &LoginName) -> Vec<u8> {
    Sha256::digest(format!("account {}", login.key())).to_vec()
}

/// Hashed with this database's secret: there are few enough addresses to try them all.
async fn address_key(write: &Write, what: &str, address: IpAddr) -> Result<Vec<u8>> {
    let secret = stamp::secret(&write.db).await?;
    Ok(Sha256::new().chain_update(secret).chain_update(format!("{what} {}", network(address))).finalize().to_vec())
}

/// A household or a room with IPv6 has 2^64 addresses: they count as one.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => format!("{:x?}", &v6.segments()[..4]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_tries_at_an_account_are_free_then_the_wait_doubles_to_fifteen_minutes() {
        let waits: Vec<i64> = (1..=16).map(|tries| wait_after(tries, FREE_OF_ACCOUNT).whole_seconds()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900]);
        assert_eq!(wait_after(i32::MAX, FREE_OF_ACCOUNT), LONGEST_WAIT);
    }
}
