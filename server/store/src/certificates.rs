//! Certificates: every certified fact copied in at issue, never edited, revoked with a reason.

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, Order, QueryFilter};
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
    pub revoked: Option<Revoked>,
}

/// A certificate was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// When.
    pub at: Moment,
    /// Why, in the words of who did.
    pub why: String,
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

/// Writes a certificate, unless a valid one of its kind stands for the enrolment: then that one's number is returned.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn issue(store: &Store, may: MayProgress, new: NewCertificate) -> Result<String> {
    store.write(move |write| Box::pin(insert(write, may.of(), new))).await
}

async fn insert(write: &Write, enrolment: EnrolmentId, new: NewCertificate) -> Result<String> {
    let standing = certificate::Entity::find()
        .find_also_related(revocation::Entity)
        .filter(certificate::COLUMN.enrolment.eq(enrolment))
        .filter(certificate::COLUMN.kind.eq(&new.kind))
        .all(&write.db)
        .await?;
    if let Some((row, _)) = standing.into_iter().find(|(_, revoked)| revoked.is_none()) {
        return Ok(row.number);
    }
    let stamp = write.stamp().await?;
    let row = certificate::ActiveModel {
        number: Set(new.number.clone()),
        enrolment: Set(enrolment),
        kind: Set(new.kind),
        facts: Set(new.facts),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    certificate::Entity::insert(row).exec_without_returning(&write.db).await?;
    Ok(new.number)
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
    let certificates = certificate::Entity::find()
        .inner_join(enrolment::Entity)
        .find_also_related(revocation::Entity)
        .filter(enrolment::COLUMN.person.eq(person));
    let order = [certificate::Column::Counter, certificate::Column::Origin];
    let rows = stamp::in_order(certificates, order, Order::Desc).all(store.reader()).await?;
    Ok(rows.into_iter().map(|(row, revoked)| issued(row, person, revoked)).collect())
}

fn issued(row: certificate::Model, person: PersonId, revoked: Option<revocation::Model>) -> Issued {
    Issued {
        number: row.number,
        person,
        enrolment: row.enrolment,
        kind: row.kind,
        facts: row.facts,
        at: row.at,
        revoked: revoked.map(|row| Revoked { at: row.at, why: row.why }),
    }
}

/// What came of revoking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revocation {
    /// It is revoked from now on.
    Done,
    /// It was revoked before; its first reason stands.
    Already(Revoked),
    /// There is no certificate of this number.
    Unknown,
}

/// Revokes a certificate.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn revoke(store: &Store, _may: AtTheConsole, number: String, why: String) -> Result<Revocation> {
    store.write(move |write| Box::pin(insert_revocation(write, number, why))).await
}

async fn insert_revocation(write: &Write, number: String, why: String) -> Result<Revocation> {
    if certificate::Entity::find_by_id(&number).one(&write.db).await?.is_none() {
        return Ok(Revocation::Unknown);
    }
    if let Some(row) = revocation::Entity::find_by_id(&number).one(&write.db).await? {
        return Ok(Revocation::Already(Revoked { at: row.at, why: row.why }));
    }
    let stamp = write.stamp().await?;
    let row = revocation::ActiveModel {
        certificate: Set(number),
        why: Set(why),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    row.insert(&write.db).await?;
    Ok(Revocation::Done)
}
