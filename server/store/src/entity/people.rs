//! Who there is, who they are here, and how often someone tried to be them.

/// A person.
pub(crate) mod person {
    use sea_orm::entity::prelude::*;

    use crate::{Moment, PersonId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonId,
        pub login: String,
        #[sea_orm(unique)]
        pub login_key: String,
        pub password: String,
        pub email: Option<String>,
        pub adult: bool,
        pub created: Moment,
        /// A code of ISO 3166-1 in small letters, if they said it.
        pub country: Option<String>,
        #[sea_orm(has_many)]
        pub sessions: HasMany<super::session::Entity>,
        #[sea_orm(has_many)]
        pub roles: HasMany<super::role::Entity>,
        #[sea_orm(has_many)]
        pub access_tokens: HasMany<super::access_token::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a person may do beyond learning.
pub(crate) mod role {
    use sea_orm::entity::prelude::*;

    use crate::PersonId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "role")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role: String,
        #[sea_orm(belongs_to, from = "person", to = "id")]
        pub who: BelongsTo<super::person::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// One signed-in browser. Only the hash of its token is here.
pub(crate) mod session {
    use sea_orm::entity::prelude::*;

    use crate::{Moment, PersonId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: Vec<u8>,
        pub person: PersonId,
        pub created: Moment,
        pub expires: Moment,
        #[sea_orm(belongs_to, from = "person", to = "id")]
        pub who: BelongsTo<super::person::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A token with which another program speaks for a person. Only its hash is here.
pub(crate) mod access_token {
    use sea_orm::entity::prelude::*;

    use crate::{Moment, PersonId, TokenId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "access_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TokenId,
        pub person: PersonId,
        pub name: String,
        /// The words of its scopes, with blanks between.
        pub scopes: String,
        #[sea_orm(unique)]
        pub token_hash: Vec<u8>,
        pub created: Moment,
        pub expires: Moment,
        #[sea_orm(belongs_to, from = "person", to = "id")]
        pub who: BelongsTo<super::person::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Tries to sign in, under a hash of the account or the address.
pub(crate) mod throttle {
    use sea_orm::entity::prelude::*;

    use crate::Moment;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "throttle")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: Vec<u8>,
        pub tries: i32,
        pub until: Moment,
        pub last: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
