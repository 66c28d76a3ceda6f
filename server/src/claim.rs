//! What a certificate takes, how far someone is, and issuing it.

use certificate::{Facts, Kind, Number, Outcome};
use course::{CertificateSettings, Step, TestSettings, TestSlug};
use store::certificates::{self, Claimed, Issued, NewCertificate};
use store::policy::MayProgress;

use crate::said::pass_mark;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::walk::{self, Walk};
use crate::{grading, view};

/// The certificate that Haven issues so far.
const KIND: &str = "achievement";
/// The longest name that is printed.
const LONGEST_NAME: usize = 100;

/// How far someone is from a certificate, and the results it would state.
pub(crate) struct Claim {
    /// What it takes.
    pub(crate) needs: Vec<Need>,
    results: Vec<Outcome>,
    settings: CertificateSettings,
}

/// Something a certificate takes.
pub(crate) struct Need {
    /// What.
    pub(crate) what: What,
    /// It is met.
    pub(crate) met: bool,
}

/// What a certificate may take.
pub(crate) enum What {
    /// Every lesson: how many are done, of how many, and the first that is not.
    Lessons { done: usize, all: usize, next: Option<Step> },
    /// A test passed.
    Test(TestSlug),
}

/// Why a name cannot be printed.
pub(crate) enum NameFault {
    Empty,
    Long,
    /// These characters are in no font.
    Unprintable(Vec<char>),
}

impl Claim {
    /// Of whoever is enrolled, in a course that gives a certificate.
    pub(crate) async fn find(haven: &Haven, visit: &Visit, walk: &Walk) -> Result<Self, Fault> {
        let settings = walk.course.settings.certificates.get(KIND).cloned().ok_or(Fault::NotFound)?;
        let enrolment = &walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment;
        let mut needs: Vec<Need> = settings.all_modules.then(|| lessons(walk)).into_iter().collect();
        let mut results = Vec::new();
        for test in &settings.tests {
            let record = grading::record(haven, enrolment, &walk.course, test).await?;
            needs.push(Need { what: What::Test(test.clone()), met: record.passed });
            let title = walk.title(&walk::language(visit), &Step::Test(test.clone()));
            let kept = record.kept.zip(walk.course.test(test));
            results.extend(kept.map(|(total, settings)| certified(visit, title, total, settings)));
        }
        Ok(Self { needs, results, settings })
    }

    /// Everything it takes is met.
    pub(crate) fn is_met(&self) -> bool {
        self.needs.iter().all(|one| one.met)
    }

    /// Issues the certificate in this name, or finds what keeps it from being issued. Returns its number with that.
    pub(crate) async fn issue(
        self,
        haven: &Haven,
        visit: &Visit,
        walk: &Walk,
        may: MayProgress,
        holder: String,
    ) -> Result<(String, Claimed), Fault> {
        let facts = serde_json::to_value(self.facts(haven, visit, walk, holder)).map_err(anyhow::Error::from)?;
        let number = Number::new(store::random()?).to_string();
        let new = NewCertificate { number: number.clone(), kind: KIND.to_owned(), facts };
        Ok((number, certificates::issue(&haven.store, may, new).await?))
    }

    /// Every certified fact, as it is on the day of issue. It is copied, so that no later edit of the course changes it.
    fn facts(self, haven: &Haven, visit: &Visit, walk: &Walk, holder: String) -> Facts {
        let today = haven.store.now().date();
        let edition = walk.course.edition(&walk::language(visit));
        Facts {
            holder,
            course_title: edition.title.clone(),
            course_code: walk.course.settings.code.clone(),
            course_slug: walk.course.slug.to_string(),
            version: walk.course.version.hash.to_string(),
            language: edition.language.to_string(),
            kind: Kind::Achievement,
            hours: walk.course.settings.hours.map(|hours| hours.to_string()),
            results: self.results,
            issued_on: today,
            expires_on: self.settings.valid_for.as_ref().and_then(|lasts| view::after(today, lasts)),
            organiser: visit.words.text("organiser"),
        }
    }
}

fn lessons(walk: &Walk) -> Need {
    let all = walk.steps.iter().filter(|step| matches!(step, Step::Lesson { .. }));
    let (done, open): (Vec<&Step>, Vec<&Step>) = all.partition(|step| walk.is_done(step));
    let next = open.first().filter(|step| walk.is_open(step)).map(|step| (*step).clone());
    Need { what: What::Lessons { done: done.len(), all: done.len() + open.len(), next }, met: open.is_empty() }
}

fn certified(visit: &Visit, test: String, total: assessment::Total, settings: &TestSettings) -> Outcome {
    Outcome {
        test,
        earned: total.earned.to_string(),
        of: total.of.to_string(),
        percent: grading::percent(total),
        pass_mark: pass_mark(visit, settings).unwrap_or_default(),
    }
}

/// What keeps whoever has these certificates of a course from another.
pub(crate) fn hindrance(issued: &[Issued]) -> Option<&Issued> {
    certificates::hindrance(issued, KIND)
}

/// The name that a certificate states.
pub(crate) fn holder(issued: &Issued) -> String {
    issued.facts["holder"].as_str().unwrap_or_default().to_owned()
}

/// A name as it will be printed: with one blank between its parts.
///
/// # Errors
/// A [`NameFault`] that says why it cannot be.
pub(crate) fn printed_name(typed: &str) -> Result<String, NameFault> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let unprintable = typeset::unprintable(&name);
    match name.chars().count() {
        _ if !name.chars().any(char::is_alphabetic) => Err(NameFault::Empty),
        length if length > LONGEST_NAME => Err(NameFault::Long),
        _ if !unprintable.is_empty() => Err(NameFault::Unprintable(unprintable)),
        _ => Ok(name),
    }
}

impl NameFault {
    /// What is wrong, in the visitor's words.
    pub(crate) fn message(&self, visit: &Visit) -> String {
        match self {
            Self::Empty => visit.words.text("name-empty"),
            Self::Long => visit.words.text("name-long"),
            Self::Unprintable(characters) => {
                let shown: Vec<String> = characters.iter().map(|c| c.escape_debug().to_string()).collect();
                visit.words.text_with("name-unprintable", &[("characters", shown.join(" ").into())])
            }
        }
    }
}
