//! One's certificate: what it takes, the name to be printed, the PDF.

use app::pages::learn::{CertificatePage, Claim, Issued, Requirement};
use app::parts::Mistake;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use certificate::{Facts, Kind, Number, Outcome};
use course::{CertificateSettings, Step, TestSettings};
use store::certificates::{self, NewCertificate};

use crate::grading;
use crate::pages::onward;
use crate::pages::said::pass_mark;
use crate::serve::address;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;
use crate::walk::{self, Walk};
use crate::{printing, view};

/// The certificate that Haven issues so far.
const KIND: &str = "achievement";
/// The longest name that is printed.
const LONGEST_NAME: usize = 100;

type At = Path<(String, String)>;

/// How far someone is from a certificate, and the results it would state.
struct Claimable {
    requirements: Vec<Requirement>,
    results: Vec<Outcome>,
}

impl Claimable {
    fn is_met(&self) -> bool {
        self.requirements.iter().all(|one| one.met)
    }
}

/// The walk of someone who is enrolled, and the settings of the certificate.
async fn enrolled(haven: &Haven, visit: &Visit, slug: &str) -> Result<(Walk, CertificateSettings), Fault> {
    visit.signed_in()?;
    let walk = Walk::find(haven, visit, slug).await?;
    let settings = walk.course.settings.certificates.get(KIND).cloned().ok_or(Fault::NotFound)?;
    if walk.progress.is_none() { Err(Fault::NotFound) } else { Ok((walk, settings)) }
}

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit, Path((_, slug)): At) -> Result<Response, Fault> {
    draw(&haven, &visit, &slug, String::new(), Vec::new(), StatusCode::OK).await
}

async fn draw(
    haven: &Haven,
    visit: &Visit,
    slug: &str,
    name: String,
    mistakes: Vec<Mistake>,
    status: StatusCode,
) -> Result<Response, Fault> {
    let (walk, settings) = enrolled(haven, visit, slug).await?;
    let claimable = claimable(haven, visit, &walk, &settings).await?;
    let issued = issued(haven, visit, &walk).await?;
    let stands = issued.iter().any(|one| one.revoked.is_none());
    let language = walk::language(visit);
    let action = visit.to().certificate(&walk.course.slug);
    let claim = (claimable.is_met() && !stands).then_some(Claim { action, name, mistakes });
    let page = CertificatePage {
        course: (walk.course.edition(&language).title.clone(), visit.to().course(&walk.course.slug)),
        requirements: claimable.requirements,
        claim,
        issued,
    };
    Ok(Page::new(visit.words.text("certificate-title")).status(status).draw(visit, || page.view()))
}

async fn issued(haven: &Haven, visit: &Visit, walk: &Walk) -> Result<Vec<Issued>, Fault> {
    let who = visit.signed_in()?;
    let enrolment = walk.progress.as_ref().map(|progress| progress.enrolment.id);
    let all = certificates::of_person(&haven.store, who.person).await?;
    let of_this = all.into_iter().filter(|one| Some(one.enrolment) == enrolment);
    let pdf = |number: &str| format!("{}/{number}", visit.to().certificate(&walk.course.slug));
    Ok(of_this
        .map(|one| Issued {
            pdf: pdf(&one.number),
            verify: address::verify(&one.number),
            name: one.facts["holder"].as_str().unwrap_or_default().to_owned(),
            number: one.number,
            revoked: one.revoked.map(|revoked| revoked.why),
        })
        .collect())
}

async fn claimable(
    haven: &Haven,
    visit: &Visit,
    walk: &Walk,
    settings: &CertificateSettings,
) -> Result<Claimable, Fault> {
    let mut requirements = Vec::new();
    if settings.all_modules {
        requirements.push(lessons(visit, walk));
    }
    let mut results = Vec::new();
    let (to, language) = (visit.to(), walk::language(visit));
    let enrolment = &walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment;
    for test in &settings.tests {
        let step = Step::Test(test.clone());
        let record = grading::record(haven, enrolment, &walk.course, test).await?;
        let title = walk.title(&language, &step);
        let text = visit.words.text_with("requirement-test", &[("title", title.clone().into())]);
        let href = walk.is_open(&step).then(|| to.step(&walk.course.slug, &step));
        requirements.push(Requirement { text, met: record.passed, href });
        let settings = walk.course.test(test);
        results.extend(record.kept.zip(settings).map(|(total, settings)| certified(visit, title, total, settings)));
    }
    Ok(Claimable { requirements, results })
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

fn lessons(visit: &Visit, walk: &Walk) -> Requirement {
    let all = walk.steps.iter().filter(|step| matches!(step, Step::Lesson { .. }));
    let (done, open): (Vec<&Step>, Vec<&Step>) = all.partition(|step| walk.is_done(step));
    let counts = [("done", done.len().into()), ("all", (done.len() + open.len()).into())];
    let next = open.first().filter(|step| walk.is_open(step)).map(|step| visit.to().step(&walk.course.slug, step));
    Requirement { text: visit.words.text_with("requirement-lessons", &counts), met: open.is_empty(), href: next }
}

pub(crate) async fn issue(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug)): At,
    fields: Fields,
) -> Result<Response, Fault> {
    let (walk, settings) = enrolled(&haven, &visit, &slug).await?;
    let may = walk.progress.as_ref().and_then(|progress| visit.who.as_ref()?.may_progress(&progress.enrolment));
    let may = may.ok_or(Fault::Forbidden)?;
    let claimable = claimable(&haven, &visit, &walk, &settings).await?;
    let back = visit.to().certificate(&walk.course.slug);
    if !claimable.is_met() {
        return Ok(onward(&back));
    }
    let name = fields.one("name").split_whitespace().collect::<Vec<_>>().join(" ");
    let mistakes = mistakes(&visit, &name, &fields);
    if !mistakes.is_empty() {
        return draw(&haven, &visit, &slug, name, mistakes, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let facts = facts(&haven, &visit, &walk, &settings, name, claimable.results)?;
    let number = Number::new(store::random()?).to_string();
    let facts = serde_json::to_value(facts).map_err(anyhow::Error::from)?;
    certificates::issue(&haven.store, may, NewCertificate { number, kind: KIND.to_owned(), facts }).await?;
    Ok(onward(&back))
}

fn mistakes(visit: &Visit, name: &str, fields: &Fields) -> Vec<Mistake> {
    let words = &visit.words;
    let unprintable: String =
        typeset::unprintable(name).into_iter().map(|c| format!("{} ", c.escape_debug())).collect();
    let name = match name.chars().count() {
        _ if !name.chars().any(char::is_alphabetic) => Some(words.text("name-empty")),
        length if length > LONGEST_NAME => Some(words.text("name-long")),
        _ if !unprintable.is_empty() => {
            Some(words.text_with("name-unprintable", &[("characters", unprintable.trim().to_owned().into())]))
        }
        _ => None,
    };
    let confirm = (!fields.has("confirm")).then(|| words.text("confirm-missing"));
    [("name", name), ("confirm", confirm)]
        .into_iter()
        .filter_map(|(field, message)| Some(Mistake { field, message: message? }))
        .collect()
}

/// Every certified fact, as it is on the day of issue. It is copied, so that no later edit of the course changes it.
fn facts(
    haven: &Haven,
    visit: &Visit,
    walk: &Walk,
    settings: &CertificateSettings,
    holder: String,
    results: Vec<Outcome>,
) -> Result<Facts, Fault> {
    let today = haven.store.now().date();
    let edition = walk.course.edition(&walk::language(visit));
    Ok(Facts {
        holder,
        course_title: edition.title.clone(),
        course_code: walk.course.settings.code.clone(),
        course_slug: walk.course.slug.to_string(),
        version: walk.course.version.hash.to_string(),
        language: edition.language.to_string(),
        kind: Kind::Achievement,
        hours: walk.course.settings.hours.map(|hours| hours.to_string()),
        results,
        issued_on: today,
        expires_on: settings.valid_for.as_ref().and_then(|lasts| view::after(today, lasts)),
        organiser: visit.words.text("organiser"),
    })
}

/// The PDF, for its holder, set anew from the facts each time it is asked for.
pub(crate) async fn pdf(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, number)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let number = Number::parse(&number).map_err(|_| Fault::NotFound)?;
    let found = certificates::find(&haven.store, &number.to_string()).await?;
    let found = found.filter(|one| one.person == who.person).ok_or(Fault::NotFound)?;
    let facts: Facts = serde_json::from_value(found.facts).map_err(anyhow::Error::from)?;
    if facts.course_slug != slug || found.revoked.is_some() {
        return Err(Fault::NotFound);
    }
    let name = format!("attachment; filename=\"certificate-{number}.pdf\"");
    let bytes = printing::pdf(&haven, &visit.words, facts, number).await?;
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}
