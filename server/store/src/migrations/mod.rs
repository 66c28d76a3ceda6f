//! The tables' history. A published migration is never edited; a change works with the version before it and the one after.

mod m0001_first;
mod m0002_access_tokens;
mod m0003_country;

use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait};

pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first::Migration),
            Box::new(m0002_access_tokens::Migration),
            Box::new(m0003_country::Migration),
        ]
    }
}
