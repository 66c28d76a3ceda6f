//! Access tokens: with one, another program speaks for a person, within its scopes, until it ends or is revoked. It is shown
//! once, when it is made; only its hash is kept.

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use time::Duration;

use crate::entity::{access_token, person, role};
use crate::names::Scope;
use crate::policy::{MayManageTokens, Who};
use crate::{Moment, PersonId, Result, Store, TokenId, secrets};

/// How long a token is good for.
pub const LIFETIME: Duration = Duration::days(365);
/// As many as one person may have: more are forgotten ones.
const MOST: u64 = 20;
/// What a token begins with, so that whoever finds one knows what it is.
const PREFIX: &str = "haven_";

/// A token as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessToken {
    /// The token's id.
    pub id: TokenId,
    /// What its person calls it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Since when.
    pub created: Moment,
    /// Until when.
    pub expires: Moment,
}

/// Why no token was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// One person has so many that no more are made.
    TooMany,
    /// One of this id is made already, and was shown.
    Made,
}

/// Makes a token and returns its text: this once, and never again.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept; the inner error if none was made.
pub async fn make(
    store: &Store,
    may: MayManageTokens,
    id: TokenId,
    name: String,
    scopes: Vec<Scope>,
) -> Result<std::result::Result<String, Refused>> {
    let text = format!("{PREFIX}{}", secrets::fresh()?);
    let token_hash = secrets::hash(&text);
    let words: Vec<&str> = scopes.into_iter().map(Scope::as_str).collect();
    let scopes = words.join(" ");
    let made = store.write(move |write| {
        Box::pin(async move {
            if access_token::Entity::find_by_id(id).count(&write.db).await? > 0 {
                return Ok(Err(Refused::Made));
            }
            let own = access_token::Entity::find().filter(access_token::COLUMN.person.eq(may.of()));
            if own.count(&write.db).await? >= MOST {
                return Ok(Err(Refused::TooMany));
            }
            let row = access_token::ActiveModel {
                id: Set(id),
                person: Set(may.of()),
                name: Set(name),
                scopes: Set(scopes),
                token_hash: Set(token_hash),
                created: Set(write.now),
                expires: Set(write.now.plus(LIFETIME)),
            };
            row.insert(&write.db).await?;
            Ok(Ok(()))
        })
    });
    Ok(made.await?.map(|()| text))
}

/// The tokens of a person, the oldest first.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn of_person(store: &Store, person: PersonId) -> Result<Vec<AccessToken>> {
    let rows = access_token::Entity::find()
        .filter(access_token::COLUMN.person.eq(person))
        .order_by_asc(access_token::COLUMN.created)
        .all(store.reader())
        .await?;
    let scopes = |words: &str| words.split(' ').filter_map(Scope::of).collect();
    let own = |row: access_token::Model| AccessToken {
        id: row.id,
        scopes: scopes(&row.scopes),
        name: row.name,
        created: row.created,
        expires: row.expires,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// Revokes a token of one's own: it opens nothing from now on. One that is not there is revoked already.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn revoke(store: &Store, may: MayManageTokens, id: TokenId) -> Result<()> {
    store
        .write(move |write| {
            Box::pin(async move {
                access_token::Entity::delete_by_id(id)
                    .filter(access_token::COLUMN.person.eq(may.of()))
                    .exec(&write.db)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// For whom a token speaks, and with which scopes: one query, roles included. `None` if it is not known or has ended.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn find(store: &Store, text: &str) -> Result<Option<Who>> {
    if !text.starts_with(PREFIX) {
        return Ok(None);
    }
    let rows = access_token::Entity::find()
        .find_also_related(person::Entity)
        .and_also_related(role::Entity)
        .filter(access_token::COLUMN.token_hash.eq(secrets::hash(text)))
        .filter(access_token::COLUMN.expires.gt(store.now()))
        .all(store.reader())
        .await?;
    let Some((token, Some(found), _)) = rows.first() else { return Ok(None) };
    let roles = rows.iter().filter_map(|(_, _, role)| role.as_ref()?.role.parse().ok()).collect();
    let scopes = Some(token.scopes.split(' ').filter_map(Scope::of).collect());
    Ok(Some(Who::of(found.clone(), roles, scopes)))
}

/// Forgets the tokens that have ended by `now`.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn forget_ended(store: &Store, now: Moment) -> Result<()> {
    store
        .write(move |write| {
            Box::pin(async move {
                access_token::Entity::delete_many()
                    .filter(access_token::COLUMN.expires.lte(now))
                    .exec(&write.db)
                    .await?;
                Ok(())
            })
        })
        .await
}
