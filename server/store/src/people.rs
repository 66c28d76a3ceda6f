//! People: adding them, finding them by login name, their passwords and roles.

use course::CountryCode;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::{access_token, person, role, session};
use crate::names::{Email, LoginName, Role};
use crate::policy::{AtTheConsole, MayChangeAccount, MaySeePeople};
use crate::{Moment, PersonId, Result, Store, Write, fresh};

/// A person to be added.
pub struct NewPerson {
    /// The name to sign in with.
    pub login: LoginName,
    /// The password's hash, as a PHC string. The password itself never comes here.
    pub password: String,
    /// For messages, if given.
    pub email: Option<Email>,
    /// Said to be 18 or older.
    pub adult: bool,
    /// The country they are in, if they say it.
    pub country: Option<CountryCode>,
}

/// The login name belongs to someone already. Nothing was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoginTaken;

/// The new person, or why there is none.
pub type Added = std::result::Result<PersonId, LoginTaken>;

/// What signing in needs to know of a person.
pub struct Credentials {
    /// The person.
    pub person: PersonId,
    /// The password's hash, as a PHC string.
    pub password: String,
    /// Since when there is such a person.
    pub since: Moment,
}

/// Adds a person without a role: a trainee.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept; the inner error if the login name is taken.
pub async fn sign_up(store: &Store, new: NewPerson) -> Result<Added> {
    store.write(|write| Box::pin(add(write, new, Vec::new()))).await
}

/// Adds a person with roles, from the command line.
///
/// # Errors
/// As [`sign_up`].
pub async fn add_with_roles(store: &Store, _may: AtTheConsole, new: NewPerson, roles: Vec<Role>) -> Result<Added> {
    store.write(|write| Box::pin(add(write, new, roles))).await
}

async fn add(write: &Write, new: NewPerson, roles: Vec<Role>) -> Result<Added> {
    let login_key = new.login.key();
    let same = person::Entity::find().filter(person::COLUMN.login_key.eq(&login_key)).count(&write.db).await?;
    if same > 0 {
        return Ok(Err(LoginTaken));
    }
    let id = PersonId(fresh());
    let row = person::ActiveModel {
        id: Set(id),
        login: Set(new.login.to_string()),
        login_key: Set(login_key),
        password: Set(new.password),
        email: Set(new.email.map(|email| email.as_str().to_owned())),
        adult: Set(new.adult),
        created: Set(write.now),
        country: Set(new.country.map(|code| code.to_string())),
    };
    row.insert(&write.db).await?;
    for role in roles {
        give(write, id, role).await?;
    }
    Ok(Ok(id))
}

/// Gives someone a role they may have already. `false`: there is nobody of that name.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn give_role(store: &Store, _may: AtTheConsole, login: LoginName, role: Role) -> Result<bool> {
    let Some(found) = by_login(store, &login).await? else { return Ok(false) };
    store.write(move |write| Box::pin(give(write, found.person, role))).await?;
    Ok(true)
}

async fn give(write: &Write, person: PersonId, role: Role) -> Result<()> {
    let row = role::ActiveModel { person: Set(person), role: Set(role.as_str().to_owned()) };
    let again = OnConflict::columns(["person", "role"]).do_nothing().to_owned();
    role::Entity::insert(row).on_conflict(again).exec_without_returning(&write.db).await?;
    Ok(())
}

/// What is known of a login name for signing in.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn by_login(store: &Store, login: &LoginName) -> Result<Option<Credentials>> {
    let row = person::Entity::find().filter(person::COLUMN.login_key.eq(login.key())).one(store.reader()).await?;
    Ok(row.map(|row| Credentials { person: row.id, password: row.password, since: row.created }))
}

/// Sets a new password, ends every session of the person but `keep`, and takes their access tokens away.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn set_password(
    store: &Store,
    may: MayChangeAccount,
    password: String,
    keep: &crate::sessions::Token,
) -> Result<()> {
    let (person, keep) = (may.of(), keep.hash());
    store.write(move |write| Box::pin(replace_password(write, person, password, keep))).await
}

/// Sets a new password for someone who has forgotten theirs, from the command line, ends every session of theirs and takes
/// their access tokens away. `false`: there is nobody of that name.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn reset_password(store: &Store, _may: AtTheConsole, login: &LoginName, password: String) -> Result<bool> {
    let Some(found) = by_login(store, login).await? else { return Ok(false) };
    store.write(move |write| Box::pin(replace_password(write, found.person, password, Vec::new()))).await?;
    Ok(true)
}

/// `keep` is the hash of the one session that goes on. Whoever got hold of the old password may have made themselves a token
/// with it: none outlives it.
async fn replace_password(write: &Write, person: PersonId, password: String, keep: Vec<u8>) -> Result<()> {
    let row = person::ActiveModel { id: Set(person), password: Set(password), ..Default::default() };
    row.update(&write.db).await?;
    session::Entity::delete_many()
        .filter(session::COLUMN.person.eq(person))
        .filter(session::COLUMN.token_hash.ne(keep))
        .exec(&write.db)
        .await?;
    access_token::Entity::delete_many().filter(access_token::COLUMN.person.eq(person)).exec(&write.db).await?;
    Ok(())
}

/// Keeps which country someone is in, or that they do not say it any more.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn set_country(store: &Store, may: MayChangeAccount, country: Option<CountryCode>) -> Result<()> {
    let country = country.map(|code| code.to_string());
    let row = person::ActiveModel { id: Set(may.of()), country: Set(country), ..Default::default() };
    store
        .write(|write| {
            Box::pin(async move {
                row.update(&write.db).await?;
                Ok(())
            })
        })
        .await
}

/// How many people there are.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn count(store: &Store, _may: MaySeePeople) -> Result<u64> {
    Ok(person::Entity::find().count(store.reader()).await?)
}

/// There is nobody yet: a demonstration may begin.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn is_nobody(store: &Store, _may: AtTheConsole) -> Result<bool> {
    Ok(person::Entity::find().one(store.reader()).await?.is_none())
}
