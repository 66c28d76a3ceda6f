//! Certificates: every certified fact copied in at issue, never edited, revoked with a reason and a word on whether another
//! may be issued.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter};
use serde_json::Value;

use crate::entity::{certificate, enrolment, revocation};
use crate::policy::{AtTheConsole, MayProgress};
use crate::{EnrolmentId, Moment, PersonId, Result, Store, Write, stamp};

/// A certificate as issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its number, in canonical form.
    pub number: String,
    /// Whose.
    pub person: PersonId,
    /// For which enrolment.
    pub enrolment: EnrolmentId,
    /// Which of the course's certificates: `achievement` and the like.
    pub kind: String,
    /// The certified facts.
    pub facts: Value,
    /// When it was issued.
    pub at: Moment,
    /// Since when and why it is no longer valid.
    pub revoked: Option<Revocation>,
}

/// A certificate was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// When.
    pub at: Moment,
    /// Why, in the words of who did.
    pub why: String,
    /// Its holder may claim another: a name was misspelt. If not, none is issued for this enrolment any more.
    pub reissue: bool,
}

/// A certificate to be written.
pub struct NewCertificate {
    /// A random number in canonical form.
    pub number: String,
    /// Which of the course's certificates.
    pub kind: String,
    /// The certified facts.
    pub facts: Value,
}

/// What came of claiming a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// It is issued under the number it was given.
    Issued,
    /// One of its kind stands for the enrolment already, perhaps in another name: nothing was written.
    Stands(Issued),
    /// This one of its kind was revoked for good: nothing was written, and nothing will be.
    Refused(Issued),
}

/// Writes a certificate, unless one of its kind stands for the enrolment or was revoked for good.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn issue(store: &Store, may: MayProgress, new: NewCertificate) -> Result<Claimed> {
    store.write(move |write| Box::pin(insert(write, may.of(), new))).await
}

/// What keeps an enrolment with these certificates from another one of this kind: one that stands, or else one that was
/// revoked for good.
#[must_use]
pub fn hindrance<'a>(issued: &'a [Issued], kind: &str) -> Option<&'a Issued> {
    let of_kind = || issued.iter().filter(|one| one.kind == kind);
    let for_good = |one: &&Issued| one.revoked.as_ref().is_some_and(|revoked| !revoked.reissue);
    of_kind().find(|one| one.revoked.is_none()).or_else(|| of_kind().find(for_good))
}

async fn insert(write: &Write, enrolment: EnrolmentId, new: NewCertificate) -> Result<Claimed> {
    let before = read(&write.db, certificate::COLUMN.enrolment.eq(enrolment)).await?;
    match hindrance(&before, &new.kind) {
        Some(one) if one.revoked.is_none() => return Ok(Claimed::Stands(one.clone())),
        Some(one) => return Ok(Claimed::Refused(one.clone())),
        None => {}
    }
    let stamp = write.stamp().await?;
    let row = certificate::ActiveModel {
        number: Set(new.number),
        enrolment: Set(enrolment),
        kind: Set(new.kind),
        facts: Set(new.facts),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    certificate::Entity::insert(row).exec_without_returning(&write.db).await?;
    Ok(Claimed::Issued)
}

/// A certificate by its number, for anyone who has it.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn find(store: &Store, number: &str) -> Result<Option<Issued>> {
    let row = certificate::Entity::find_by_id(number).find_also_related(enrolment::Entity).one(store.reader()).await?;
    let Some((row, Some(of))) = row else { return Ok(None) };
    let revoked = revocation::Entity::find_by_id(number).one(store.reader()).await?;
    Ok(Some(issued(row, of.person, revoked)))
}

/// The certificates of a person, newest first.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn of_person(store: &Store, person: PersonId) -> Result<Vec<Issued>> {
    read(store.reader(), enrolment::COLUMN.person.eq(person)).await
}

/// The certificates of an enrolment, newest first.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn of_enrolment(store: &Store, enrolment: EnrolmentId) -> Result<Vec<Issued>> {
    read(store.reader(), certificate::COLUMN.enrolment.eq(enrolment)).await
}

async fn read(db: &impl ConnectionTrait, which: SimpleExpr) -> Result<Vec<Issued>> {
    let certificates = certificate::Entity::find()
        .find_also_related(enrolment::Entity)
        .find_also_related(revocation::Entity)
        .filter(which);
    let order = [certificate::Column::Counter, certificate::Column::Origin];
    let rows = stamp::in_order(certificates, order, Order::Desc).all(db).await?;
    Ok(rows.into_iter().filter_map(|(row, of, revoked)| Some(issued(row, of?.person, revoked))).collect())
}

fn issued(row: certificate::Model, person: PersonId, revoked: Option<revocation::Model>) -> Issued {
    Issued {
        number: row.number,
        person,
        enrolment: row.enrolment,
        kind: row.kind,
        facts: row.facts,
        at: row.at,
        revoked: revoked.map(Revocation::from),
    }
}

impl From<revocation::Model> for Revocation {
    fn from(row: revocation::Model) -> Self {
        Self { at: row.at, why: row.why, reissue: row.reissue }
    }
}

/// What came of revoking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revoked {
    /// It is revoked from now on.
    Done,
    /// It was revoked before; its first reason stands.
    Already(Revocation),
    /// There is no certificate of this number.
    Unknown,
}

/// Revokes a certificate; `reissue` says whether its holder may claim another.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn revoke(store: &Store, _may: AtTheConsole, number: String, why: String, reissue: bool) -> Result<Revoked> {
    store.write(move |write| Box::pin(insert_revocation(write, number, why, reissue))).await
}

async fn insert_revocation(write: &Write, number: String, why: String, reissue: bool) -> Result<Revoked> {
    if certificate::Entity::find_by_id(&number).one(&write.db).await?.is_none() {
        return Ok(Revoked::Unknown);
    }
    if let Some(row) = revocation::Entity::find_by_id(&number).one(&write.db).await? {
        return Ok(Revoked::Already(row.into()));
    }
    let stamp = write.stamp().await?;
    let row = revocation::ActiveModel {
        certificate: Set(number),
        why: Set(why),
        reissue: Set(reissue),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    row.insert(&write.db).await?;
    Ok(Revoked::Done)
}
