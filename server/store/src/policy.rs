//! Who may what: the one place that says so. A question answered with yes is a proof, a value only this file can make, and the
//! writing functions ask for it: a forgotten check does not compile.

use course::CountryCode;

use crate::attempts::Attempt;
use crate::entity::person;
use crate::learning::Enrolment;
use crate::names::{Role, Scope};
use crate::{AttemptId, EnrolmentId, PersonId};

/// Someone who is signed in: only a session or a token makes one, and nobody outside changes it.
#[derive(Clone, Debug)]
pub struct Who {
    pub(crate) person: PersonId,
    pub(crate) login: String,
    /// They said that they are 18 or older.
    pub(crate) adult: bool,
    /// The country they are in, if they said it and it is one still.
    pub(crate) country: Option<CountryCode>,
    /// What they may do beyond learning.
    pub(crate) roles: Vec<Role>,
    /// Within what a program that speaks for them has to stay; none for the person in a browser.
    pub(crate) scopes: Option<Vec<Scope>>,
}

macro_rules! proof {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name($inner);

        impl $name {
            pub(crate) fn of(self) -> $inner {
                self.0
            }
        }
    };
}

proof!(
    /// May enrol, and start tests of their own.
    MayLearn(PersonId)
);
proof!(
    /// May complete lessons of this enrolment, start its tests and claim its certificate.
    MayProgress(EnrolmentId)
);
proof!(
    /// May answer and submit this attempt.
    MayAnswer(AttemptId)
);
proof!(
    /// May change what is kept about this person, the password too: only the person, never a program that speaks for them.
    MayChangeAccount(PersonId)
);
proof!(
    /// May make and revoke tokens that speak for this person: only the person, never one of those tokens.
    MayManageTokens(PersonId)
);
/// May read the results of everyone.
#[derive(Clone, Copy, Debug)]
pub struct MaySeeResults(());

/// May read who is enrolled in what.
#[derive(Clone, Copy, Debug)]
pub struct MaySeeEnrolments(());

/// May read who there is and with which roles.
#[derive(Clone, Copy, Debug)]
pub struct MaySeePeople(());

/// May read what checking found in every course, unpublished words included.
#[derive(Clone, Copy, Debug)]
pub struct MaySeeChecks(());

/// May add people, give roles, revoke certificates: whoever holds the machine and its database.
#[derive(Clone, Copy, Debug)]
pub struct AtTheConsole(());

impl AtTheConsole {
    /// Whoever starts Haven has the courses, and may let everyone who reaches it see what checking found in them.
    #[must_use]
    pub fn may_see_checks(self) -> MaySeeChecks {
        MaySeeChecks(())
    }
}

impl Who {
    pub(crate) fn of(found: person::Model, roles: Vec<Role>, scopes: Option<Vec<Scope>>) -> Self {
        let country = found.country.and_then(|code| CountryCode::parse(&code).ok());
        Self { person: found.id, login: found.login, adult: found.adult, country, roles, scopes }
    }

    /// The person.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// The name they sign in with.
    #[must_use]
    pub fn login(&self) -> &str {
        &self.login
    }

    /// The country they are in, if they said it and it is one still.
    #[must_use]
    pub fn country(&self) -> Option<CountryCode> {
        self.country
    }

    /// What they may do beyond learning.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// A person may do what the roles say; a program, only what its token's scopes say too.
    #[must_use]
    pub fn holds(&self, scope: Scope) -> bool {
        self.scopes.as_ref().is_none_or(|scopes| scopes.contains(&scope))
    }

    /// Every adult may learn.
    #[must_use]
    pub fn may_learn(&self) -> Option<MayLearn> {
        (self.adult && self.holds(Scope::Learn)).then_some(MayLearn(self.person))
    }

    /// An enrolment is its person's alone.
    #[must_use]
    pub fn may_progress(&self, enrolment: &Enrolment) -> Option<MayProgress> {
        (self.adult && self.holds(Scope::Learn) && enrolment.person == self.person).then_some(MayProgress(enrolment.id))
    }

    /// An attempt is its person's alone.
    #[must_use]
    pub fn may_answer(&self, attempt: &Attempt) -> Option<MayAnswer> {
        (attempt.person == self.person && self.holds(Scope::Learn)).then_some(MayAnswer(attempt.id))
    }

    /// Whoever is signed in changes what is kept about themselves.
    #[must_use]
    pub fn may_change_account(&self) -> Option<MayChangeAccount> {
        self.scopes.is_none().then_some(MayChangeAccount(self.person))
    }

    /// Whoever is signed in manages their own tokens.
    #[must_use]
    pub fn may_manage_tokens(&self) -> Option<MayManageTokens> {
        self.scopes.is_none().then_some(MayManageTokens(self.person))
    }

    /// Instructors and coordinators see results.
    #[must_use]
    pub fn may_see_results(&self) -> Option<MaySeeResults> {
        self.any(&[Role::Instructor, Role::Coordinator]).then_some(MaySeeResults(()))
    }

    /// Coordinators see enrolments.
    #[must_use]
    pub fn may_see_enrolments(&self) -> Option<MaySeeEnrolments> {
        self.any(&[Role::Coordinator]).then_some(MaySeeEnrolments(()))
    }

    /// Administrators see the people.
    #[must_use]
    pub fn may_see_people(&self) -> Option<MaySeePeople> {
        self.any(&[Role::Administrator]).then_some(MaySeePeople(()))
    }

    /// Authors see what checking found.
    #[must_use]
    pub fn may_see_checks(&self) -> Option<MaySeeChecks> {
        self.any(&[Role::Author]).then_some(MaySeeChecks(()))
    }

    fn any(&self, roles: &[Role]) -> bool {
        self.holds(Scope::Report) && self.roles.iter().any(|role| roles.contains(role))
    }
}

/// The command line: whoever can start Haven on its database already holds everything in it.
#[must_use]
pub fn at_the_console() -> AtTheConsole {
    AtTheConsole(())
}
