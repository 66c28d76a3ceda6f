//! Pages that anyone may open.

pub(super) mod catalogue;
pub(super) mod country;
pub(super) mod course;
pub(super) mod glossary;
pub(super) mod help;
pub(super) mod leave;
pub(super) mod search;
pub(super) mod sign_in;
pub(super) mod sign_up;
pub(super) mod verify;
