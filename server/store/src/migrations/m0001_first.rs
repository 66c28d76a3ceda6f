//! The first tables: people, courses, learning, assessment, certificates.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, boolean, integer, json, pk_uuid, string, string_null, string_uniq, text,
    uuid,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in people().into_iter().chain(content()).chain(learning()).chain(assessment()).chain(certification())
        {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "revocation",
            "certificate",
            "submission",
            "answer",
            "attempt",
            "lesson_completion",
            "enrolment",
            "file",
            "version",
            "course",
            "throttle",
            "session",
            "role",
            "person",
            "server",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

fn references(from: &'static str, table: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(from).to(table, to).to_owned()
}

/// The columns every event has: when, on which server, in which order.
fn event(name: &'static str) -> TableCreateStatement {
    table(name).col(big_integer("at")).col(uuid("origin")).col(big_integer("counter")).to_owned()
}

fn people() -> Vec<TableCreateStatement> {
    vec![
        table("server")
            .col(integer("one").primary_key())
            .col(uuid("id"))
            .col(big_integer("counter"))
            .col(binary("secret"))
            .to_owned(),
        table("person")
            .col(pk_uuid("id"))
            .col(string("login"))
            .col(string_uniq("login_key"))
            .col(string("password"))
            .col(string_null("email"))
            .col(boolean("adult"))
            .col(big_integer("created"))
            .to_owned(),
        table("role")
            .col(uuid("person"))
            .col(string("role"))
            .primary_key(Index::create().col("person").col("role"))
            .foreign_key(&mut references("person", "person", "id"))
            .to_owned(),
        table("session")
            .col(binary("token_hash").primary_key())
            .col(uuid("person"))
            .col(big_integer("created"))
            .col(big_integer("expires"))
            .foreign_key(&mut references("person", "person", "id"))
            .to_owned(),
        table("throttle")
            .col(binary("key").primary_key())
            .col(integer("tries"))
            .col(big_integer("until"))
            .col(big_integer("last"))
            .to_owned(),
    ]
}

fn content() -> Vec<TableCreateStatement> {
    vec![
        table("course").col(string("slug").primary_key()).col(string("version")).to_owned(),
        table("version")
            .col(string("hash").primary_key())
            .col(string("course"))
            .col(string("shape"))
            .col(json("manifest"))
            .col(big_integer("loaded"))
            .col(uuid("origin"))
            .col(big_integer("counter"))
            .to_owned(),
        table("file").col(string("hash").primary_key()).col(binary("bytes")).to_owned(),
    ]
}

fn learning() -> Vec<TableCreateStatement> {
    vec![
        event("enrolment")
            .col(pk_uuid("id"))
            .col(uuid("person"))
            .col(string("course"))
            .col(string("version"))
            .foreign_key(&mut references("person", "person", "id"))
            .foreign_key(&mut references("version", "version", "hash"))
            .to_owned(),
        event("lesson_completion")
            .col(pk_uuid("id"))
            .col(uuid("enrolment"))
            .col(string("lesson"))
            .foreign_key(&mut references("enrolment", "enrolment", "id"))
            .to_owned(),
    ]
}

fn assessment() -> Vec<TableCreateStatement> {
    vec![
        table("attempt")
            .col(pk_uuid("id"))
            .col(uuid("enrolment"))
            .col(string("test"))
            .col(string("version"))
            .col(json("drawn"))
            .col(big_integer("started"))
            .col(big_integer_null("deadline"))
            .col(uuid("origin"))
            .col(big_integer("counter"))
            .foreign_key(&mut references("enrolment", "enrolment", "id"))
            .foreign_key(&mut references("version", "version", "hash"))
            .to_owned(),
        event("answer")
            .col(pk_uuid("id"))
            .col(uuid("attempt"))
            .col(string("question"))
            .col(string("tab"))
            .col(big_integer("seq"))
            .col(json("given"))
            .col(boolean("late"))
            .foreign_key(&mut references("attempt", "attempt", "id"))
            .to_owned(),
        event("submission")
            .col(pk_uuid("attempt"))
            .col(boolean("by_clock"))
            .foreign_key(&mut references("attempt", "attempt", "id"))
            .to_owned(),
    ]
}

fn certification() -> Vec<TableCreateStatement> {
    vec![
        event("certificate")
            .col(string("number").primary_key())
            .col(uuid("enrolment"))
            .col(string("kind"))
            .col(json("facts"))
            .foreign_key(&mut references("enrolment", "enrolment", "id"))
            .to_owned(),
        event("revocation")
            .col(string("certificate").primary_key())
            .col(text("why"))
            .foreign_key(&mut references("certificate", "certificate", "number"))
            .to_owned(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    let index = |name: &'static str, table: &'static str, columns: &[&'static str]| {
        let mut index = Index::create().name(name).table(table).to_owned();
        for column in columns {
            index.col(*column);
        }
        index
    };
    vec![
        index("enrolment_of_person", "enrolment", &["person", "course"]).unique().to_owned(),
        index("enrolment_order", "enrolment", &["counter", "origin"]),
        index("completion_of_enrolment", "lesson_completion", &["enrolment", "lesson"]),
        index("attempt_of_enrolment", "attempt", &["enrolment", "test"]),
        index("attempt_deadline", "attempt", &["deadline"]),
        index("answer_of_attempt", "answer", &["attempt", "counter"]),
        index("submission_order", "submission", &["counter"]),
        index("certificate_of_enrolment", "certificate", &["enrolment"]),
        index("session_of_person", "session", &["person"]),
        index("session_expires", "session", &["expires"]),
        index("throttle_last", "throttle", &["last"]),
        index("version_shape", "version", &["course", "shape", "counter"]),
    ]
}
