//! Sessions: a random token in a cookie, its hash here.

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use time::Duration;

use crate::entity::{person, role, session};
use crate::policy::Who;
use crate::{Moment, PersonId, Result, Store, secrets};

/// A day's workshop and its evening; then one signs in again. Shared computers are common.
const LIFETIME: Duration = Duration::hours(12);

/// A secret that proves who someone is. Never stored, never logged.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// What a cookie holds, if it has a token's form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        secrets::has_form(text).then(|| Self(text.to_owned()))
    }

    /// For the cookie.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> Vec<u8> {
        secrets::hash(&self.0)
    }
}

/// Opens a session for `person`.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn open(store: &Store, person: PersonId) -> Result<Token> {
    let token = Token(secrets::fresh()?);
    let token_hash = token.hash();
    store
        .write(move |write| {
            Box::pin(async move {
                let row = session::ActiveModel {
                    token_hash: Set(token_hash),
                    person: Set(person),
                    created: Set(write.now),
                    expires: Set(write.now.plus(LIFETIME)),
                };
                row.insert(&write.db).await?;
                Ok(())
            })
        })
        .await?;
    Ok(token)
}

/// Whose session this is: one query, roles included. `None` if it has ended.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn find(store: &Store, token: &Token) -> Result<Option<Who>> {
    let rows = person::Entity::find()
        .inner_join(session::Entity)
        .find_also_related(role::Entity)
        .filter(session::Column::TokenHash.eq(token.hash()))
        .filter(session::Column::Expires.gt(store.now()))
        .all(store.reader())
        .await?;
    let Some((found, _)) = rows.first() else { return Ok(None) };
    let roles = rows.iter().filter_map(|(_, role)| role.as_ref()?.role.parse().ok()).collect();
    Ok(Some(Who::of(found.clone(), roles, None)))
}

/// Ends this session.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn close(store: &Store, token: &Token) -> Result<()> {
    let hash = token.hash();
    store
        .write(move |write| {
            Box::pin(async move {
                session::Entity::delete_by_id(hash).exec(&write.db).await?;
                Ok(())
            })
        })
        .await
}

/// Forgets the sessions that have ended by `now`.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn forget_ended(store: &Store, now: Moment) -> Result<()> {
    store
        .write(move |write| {
            Box::pin(async move {
                session::Entity::delete_many().filter(session::COLUMN.expires.lte(now)).exec(&write.db).await?;
                Ok(())
            })
        })
        .await
}
