//! Versions of courses: what was loaded without a fault is frozen here with every file it is made of, so that a learner's
//! version can be read again when the folder has changed, is broken, or is gone.

use std::collections::BTreeMap;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Order, QueryFilter};

use crate::entity::{course, file, version};
use crate::{Error, Result, Store, Write, stamp};

/// A course ready to be frozen.
pub struct NewVersion {
    /// The course's slug.
    pub course: String,
    /// What it is made of, hashed.
    pub hash: String,
    /// Its ids, keys, counts and settings, hashed: equal for a mended typo.
    pub shape: String,
    /// The files by path, each with its hash and bytes.
    pub files: BTreeMap<String, (String, Vec<u8>)>,
}

/// A version as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The course's slug.
    pub course: String,
    /// The version's hash.
    pub hash: String,
    /// The hash of its shape.
    pub shape: String,
}

/// Freezes a version, if it is new, and makes it the course's current one.
///
/// # Errors
/// [`Error`] if nothing could be kept.
pub async fn publish(store: &Store, new: NewVersion) -> Result<()> {
    store.write(|write| Box::pin(keep(write, new))).await
}

async fn keep(write: &Write, new: NewVersion) -> Result<()> {
    if version::Entity::find_by_id(&new.hash).one(&write.db).await?.is_none() {
        let manifest: BTreeMap<&String, &String> = new.files.iter().map(|(path, (hash, _))| (path, hash)).collect();
        let manifest = serde_json::to_value(manifest)?;
        for (hash, bytes) in new.files.into_values() {
            let again = OnConflict::column("hash").do_nothing().to_owned();
            let row = file::ActiveModel { hash: Set(hash), bytes: Set(bytes) };
            file::Entity::insert(row).on_conflict(again).exec_without_returning(&write.db).await?;
        }
        let stamp = write.stamp().await?;
        let row = version::ActiveModel {
            hash: Set(new.hash.clone()),
            course: Set(new.course.clone()),
            shape: Set(new.shape),
            manifest: Set(manifest),
            loaded: Set(write.now),
            origin: Set(stamp.origin),
            counter: Set(stamp.counter),
        };
        version::Entity::insert(row).exec_without_returning(&write.db).await?;
    }
    let replace = OnConflict::column("slug").update_column("version").to_owned();
    let row = course::ActiveModel { slug: Set(new.course), version: Set(new.hash) };
    course::Entity::insert(row).on_conflict(replace).exec_without_returning(&write.db).await?;
    Ok(())
}

/// The current version of each course that was ever published.
///
/// # Errors
/// [`Error`] if the database does not answer.
pub async fn current(store: &Store) -> Result<BTreeMap<String, String>> {
    let rows = course::Entity::find().all(store.reader()).await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.version)).collect())
}

/// One version as listed.
///
/// # Errors
/// [`Error`] if the database does not answer.
pub async fn find(store: &Store, hash: &str) -> Result<Option<Frozen>> {
    Ok(version::Entity::find_by_id(hash).one(store.reader()).await?.map(frozen))
}

/// The newest version of `course` with this `shape`: what those enrolled on an older one of it read.
///
/// # Errors
/// [`Error`] if the database does not answer.
pub async fn newest_of_shape(store: &Store, course: &str, shape: &str) -> Result<Option<Frozen>> {
    let versions =
        version::Entity::find().filter(version::COLUMN.course.eq(course)).filter(version::COLUMN.shape.eq(shape));
    let order = [version::Column::Counter, version::Column::Origin];
    Ok(stamp::in_order(versions, order, Order::Desc).one(store.reader()).await?.map(frozen))
}

fn frozen(row: version::Model) -> Frozen {
    Frozen { course: row.course, hash: row.hash, shape: row.shape }
}

/// The files of a version, by path.
///
/// # Errors
/// [`Error::Unreadable`] if a file of it is missing; [`Error`] if the database does not answer.
pub async fn files(store: &Store, hash: &str) -> Result<Option<BTreeMap<String, Vec<u8>>>> {
    let Some(row) = version::Entity::find_by_id(hash).one(store.reader()).await? else { return Ok(None) };
    let manifest: BTreeMap<String, String> = serde_json::from_value(row.manifest)?;
    let wanted: Vec<String> = manifest.values().cloned().collect();
    let found = file::Entity::find().filter(file::COLUMN.hash.is_in(wanted)).all(store.reader()).await?;
    let bytes: BTreeMap<String, Vec<u8>> = found.into_iter().map(|row| (row.hash, row.bytes)).collect();
    let of = |(path, hash): (String, String)| match bytes.get(&hash) {
        Some(bytes) => Ok((path, bytes.clone())),
        None => Err(Error::Unreadable(format!("the file {path} of version {hash} is missing"))),
    };
    manifest.into_iter().map(of).collect::<Result<_>>().map(Some)
}

/// The bytes of one file by its hash.
///
/// # Errors
/// [`Error`] if the database does not answer.
pub async fn file(store: &Store, hash: &str) -> Result<Option<Vec<u8>>> {
    Ok(file::Entity::find_by_id(hash).one(store.reader()).await?.map(|row| row.bytes))
}
