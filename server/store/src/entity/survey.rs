//! Surveys. A reply knows nobody, and a mark knows no reply.

/// What someone replied to one question.
pub(crate) mod survey_answer {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "survey_answer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub course: String,
        pub survey: String,
        pub part: String,
        pub question: String,
        pub picked: Option<String>,
        pub written: Option<String>,
        pub day: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Someone has answered a survey.
pub(crate) mod survey_mark {
    use sea_orm::entity::prelude::*;

    use crate::EnrolmentId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "survey_mark")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub enrolment: EnrolmentId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub survey: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub part: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
