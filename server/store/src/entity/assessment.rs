//! Events of assessment: inserted, never updated.

/// One sitting of a test, with what was drawn for it.
pub(crate) mod attempt {
    use sea_orm::entity::prelude::*;

    use crate::{AttemptId, EnrolmentId, Moment};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AttemptId,
        pub enrolment: EnrolmentId,
        pub test: String,
        pub version: String,
        pub drawn: Json,
        pub started: Moment,
        pub deadline: Option<Moment>,
        pub origin: Uuid,
        pub counter: i64,
        #[sea_orm(belongs_to, from = "enrolment", to = "id")]
        pub of_enrolment: BelongsTo<super::super::learning::enrolment::Entity>,
        #[sea_orm(has_one)]
        pub submission: HasOne<super::submission::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// One arrival of an answer. Every arrival is kept.
pub(crate) mod answer {
    use sea_orm::entity::prelude::*;

    use crate::{AnswerId, AttemptId, Moment};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "answer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AnswerId,
        pub attempt: AttemptId,
        pub question: String,
        pub tab: String,
        pub seq: i64,
        pub given: Json,
        pub late: bool,
        pub at: Moment,
        pub origin: Uuid,
        pub counter: i64,
        #[sea_orm(belongs_to, from = "attempt", to = "id")]
        pub of_attempt: BelongsTo<super::attempt::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The end of a sitting, by the person or by the clock.
pub(crate) mod submission {
    use sea_orm::entity::prelude::*;

    use crate::{AttemptId, Moment};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "submission")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub attempt: AttemptId,
        pub by_clock: bool,
        pub at: Moment,
        pub origin: Uuid,
        pub counter: i64,
        #[sea_orm(belongs_to, from = "attempt", to = "id")]
        pub of_attempt: BelongsTo<super::attempt::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
