//! Tokens with which other programs speak for a person.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, pk_uuid, string, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let person = ForeignKey::create().from_col("person").to("person", "id").to_owned();
        let table = Table::create()
            .table("access_token")
            .col(pk_uuid("id"))
            .col(uuid("person"))
            .col(string("name"))
            .col(string("scopes"))
            .col(ColumnDef::new("token_hash").binary().not_null().unique_key())
            .col(big_integer("created"))
            .col(big_integer("expires"))
            .foreign_key(&mut person.clone())
            .to_owned();
        manager.create_table(table).await?;
        manager
            .create_index(Index::create().name("access_token_of_person").table("access_token").col("person").to_owned())
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("access_token").to_owned()).await
    }
}
