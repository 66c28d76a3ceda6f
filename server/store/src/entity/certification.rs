//! What was certified, and what was taken back. Never edited.

/// Every certified fact, copied at issue.
pub(crate) mod certificate {
    use sea_orm::entity::prelude::*;

    use crate::{EnrolmentId, Moment};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "certificate")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: String,
        pub enrolment: EnrolmentId,
        pub kind: String,
        pub facts: Json,
        pub at: Moment,
        pub origin: Uuid,
        pub counter: i64,
        #[sea_orm(belongs_to, from = "enrolment", to = "id")]
        pub of_enrolment: BelongsTo<super::super::learning::enrolment::Entity>,
        #[sea_orm(has_one)]
        pub revocation: HasOne<super::revocation::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A certificate is no longer valid, and why.
pub(crate) mod revocation {
    use sea_orm::entity::prelude::*;

    use crate::Moment;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "revocation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub certificate: String,
        pub why: String,
        pub reissue: bool,
        pub at: Moment,
        pub origin: Uuid,
        pub counter: i64,
        #[sea_orm(belongs_to, from = "certificate", to = "number")]
        pub of_certificate: BelongsTo<super::certificate::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
