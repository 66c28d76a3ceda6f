//! Courses as they were checked and frozen.

/// Which version of a course is the current one.
pub(crate) mod course {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "course")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        pub version: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A course as it was when it was loaded without a fault.
pub(crate) mod version {
    use sea_orm::entity::prelude::*;

    use crate::Moment;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: String,
        pub course: String,
        pub shape: String,
        pub manifest: Json,
        pub loaded: Moment,
        pub origin: Uuid,
        pub counter: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The bytes of a file of any version, under their hash.
pub(crate) mod file {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: String,
        pub bytes: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
