//! Whether whoever lost a certificate may claim another is said when it is revoked; and submissions are listed in the order of
//! events, counter and then origin.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reissue = ColumnDef::new("reissue").boolean().not_null().default(false).to_owned();
        manager.alter_table(Table::alter().table("revocation").add_column(reissue).to_owned()).await?;
        order_submissions_by(manager, &["counter", "origin"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        order_submissions_by(manager, &["counter"]).await?;
        manager.alter_table(Table::alter().table("revocation").drop_column("reissue").to_owned()).await
    }
}

async fn order_submissions_by(manager: &SchemaManager<'_>, columns: &[&'static str]) -> Result<(), DbErr> {
    manager.drop_index(Index::drop().name("submission_order").table("submission").to_owned()).await?;
    let mut index = Index::create().name("submission_order").table("submission").to_owned();
    for column in columns {
        index.col(*column);
    }
    manager.create_index(index).await
}
