//! What several pages say of a test, in words.

use assessment::PassRule;
use course::TestSettings;

use crate::grading::{self, Sitting};
use crate::serve::visit::Visit;
use crate::state::Haven;

/// The pass mark in words; none where the test is taken and not passed.
pub(crate) fn pass_mark(visit: &Visit, settings: &TestSettings) -> Option<String> {
    let id = match settings.pass.rule {
        PassRule::AtLeast => "pass-at-least",
        PassRule::MoreThan => "pass-more-than",
    };
    let percent = settings.pass.percent.get();
    grading::is_passed_at_all(settings.pass).then(|| visit.words.text_with(id, &[("percent", percent.into())]))
}

/// What came of a sitting, in a word or two.
pub(crate) fn outcome(haven: &Haven, visit: &Visit, one: &Sitting) -> String {
    let percent = [("percent", grading::percent(one.total()).into())];
    match one.passed() {
        _ if one.attempt.is_open(haven.store.now()) => visit.words.text("try-open"),
        None => visit.words.text("try-taken"),
        Some(true) => visit.words.text_with("try-passed", &percent),
        Some(false) => visit.words.text_with("try-not-passed", &percent),
    }
}
