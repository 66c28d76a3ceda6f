//! Events of learning: inserted, never updated.

/// A person began a course.
pub(crate) mod enrolment {
    use sea_orm::entity::prelude::*;

    use crate::{EnrolmentId, Moment, PersonId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "enrolment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: EnrolmentId,
        pub person: PersonId,
        pub course: String,
        pub version: String,
        pub at: Moment,
        pub origin: Uuid,
        pub counter: i64,
        #[sea_orm(belongs_to, from = "person", to = "id")]
        pub who: BelongsTo<super::super::people::person::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A lesson was done.
pub(crate) mod lesson_completion {
    use sea_orm::entity::prelude::*;

    use crate::{EnrolmentId, Moment};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "lesson_completion")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub enrolment: EnrolmentId,
        pub lesson: String,
        pub at: Moment,
        pub origin: Uuid,
        pub counter: i64,
        #[sea_orm(belongs_to, from = "enrolment", to = "id")]
        pub of_enrolment: BelongsTo<super::enrolment::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
