//! Surveys: what was replied, and that someone has replied. Nothing in one table leads to a row of the other: a reply has neither
//! person nor enrolment, its id is random and not of its time, it has no place in the order of events, and of the time the day
//! alone. SQLite numbers the rows of a table in the order in which they came; these two have no such numbers.

use sea_orm::DatabaseBackend;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{pk_uuid, string, text, text_null, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut table in [replies(), marks()] {
            if manager.get_database_backend() == DatabaseBackend::Sqlite {
                table.extra("WITHOUT ROWID");
            }
            manager.create_table(table).await?;
        }
        let columns = ["course", "survey", "part", "question"];
        manager.create_index(index("survey_answer_of_question", "survey_answer", &columns)).await?;
        manager.create_index(index("survey_mark_of_survey", "survey_mark", &["survey", "part"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["survey_mark", "survey_answer"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// `picked` is JSON, `written` what was written: one of them is there.
fn replies() -> TableCreateStatement {
    Table::create()
        .table("survey_answer")
        .col(pk_uuid("id"))
        .col(string("course"))
        .col(string("survey"))
        .col(string("part"))
        .col(string("question"))
        .col(text_null("picked"))
        .col(text_null("written"))
        .col(text("day"))
        .to_owned()
}

fn marks() -> TableCreateStatement {
    Table::create()
        .table("survey_mark")
        .col(uuid("enrolment"))
        .col(string("survey"))
        .col(string("part"))
        .primary_key(Index::create().col("enrolment").col("survey").col("part"))
        .foreign_key(&mut ForeignKey::create().from_col("enrolment").to("enrolment", "id").to_owned())
        .to_owned()
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}
