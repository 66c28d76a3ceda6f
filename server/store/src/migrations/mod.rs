//! The tables' history. A published migration is never edited; a change works with the version before it and the one after.

mod m0001_first;
mod m0002_access_tokens;
mod m0003_country;
mod m0004_reissue;
mod m0005_surveys;

use sea_orm::{DatabaseConnection, DatabaseTransaction};
use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait};

use crate::{Error, Result, connect, stamp};

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first::Migration),
            Box::new(m0002_access_tokens::Migration),
            Box::new(m0003_country::Migration),
            Box::new(m0004_reissue::Migration),
            Box::new(m0005_surveys::Migration),
        ]
    }
}

/// Makes or changes the tables, all in one transaction that no other writer overlaps: two servers that start at the same time
/// do it one after the other, and one that is killed leaves nothing half done.
///
/// # Errors
/// [`Error::Newer`] if a newer Haven has changed them.
pub(crate) async fn bring_up_to_date(db: &DatabaseConnection) -> Result<()> {
    let transaction = connect::begin_upgrade(db).await?;
    if let Some(change) = unknown(&transaction).await? {
        return Err(Error::Newer(change));
    }
    Migrator::up(&transaction, None).await?;
    stamp::prepare(&transaction).await?;
    Ok(transaction.commit().await?)
}

/// A change that was made to the tables and that this Haven does not know.
async fn unknown(db: &DatabaseTransaction) -> Result<Option<String>> {
    let known: Vec<String> = Migrator::migrations().iter().map(|one| one.name().to_owned()).collect();
    let made = Migrator::get_migration_models(db).await?;
    Ok(made.into_iter().map(|one| one.version).find(|version| !known.contains(version)))
}
