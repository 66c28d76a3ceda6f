//! One's certificate: what it takes, the name to be printed, the PDF.

use app::pages::learn::{CertificatePage, ClaimForm, Issued, Requirement};
use app::parts::Mistake;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use certificate::Number;
use course::Step;
use store::certificates;

use crate::claim::{Claim, What, hindrance, holder, printed_name};
use crate::pages::onward;
use crate::printing;
use crate::serve::address;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;
use crate::walk::{self, Walk};

type At = Path<(String, String)>;

async fn enrolled(haven: &Haven, visit: &Visit, slug: &str) -> Result<(Walk, Claim), Fault> {
    visit.signed_in()?;
    let walk = Walk::find(haven, visit, slug).await?;
    let claim = Claim::find(haven, visit, &walk).await?;
    Ok((walk, claim))
}

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit, Path((_, slug)): At) -> Result<Response, Fault> {
    let (walk, claim) = enrolled(&haven, &visit, &slug).await?;
    draw(&haven, &visit, &walk, &claim, String::new(), Vec::new()).await
}

async fn draw(
    haven: &Haven,
    visit: &Visit,
    walk: &Walk,
    claim: &Claim,
    name: String,
    mistakes: Vec<Mistake>,
) -> Result<Response, Fault> {
    let status = if mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let issued = issued(haven, walk).await?;
    let hindrance = hindrance(&issued);
    let refused = hindrance.is_some_and(|one| one.revoked.is_some());
    let action = visit.to().certificate(&walk.course.slug);
    let title = walk.course_titled(visit);
    let page = CertificatePage {
        course: (title, visit.to().course(&walk.course.slug)),
        requirements: claim.needs.iter().map(|need| requirement(visit, walk, &need.what, need.met)).collect(),
        claim: (claim.is_met() && hindrance.is_none()).then_some(ClaimForm { action, name, mistakes }),
        refused,
        issued: issued.into_iter().map(|one| shown(visit, walk, one)).collect(),
    };
    Ok(Page::new(visit.words.text("certificate-title"))
        .status(status)
        .of_course(visit, &walk.course)
        .draw(visit, || page.view()))
}

fn requirement(visit: &Visit, walk: &Walk, what: &What, met: bool) -> Requirement {
    let href = |step: &Step| visit.to().step(&walk.course.slug, step);
    match what {
        What::Lessons { done, all, next } => {
            let counts = [("done", (*done).into()), ("all", (*all).into())];
            let text = visit.words.text_with("requirement-lessons", &counts);
            Requirement { text, met, href: next.as_ref().map(href) }
        }
        What::Test(test) => {
            let step = Step::Test(test.clone());
            let title = walk.title(&walk::language(visit), &step);
            let text = visit.words.text_with("requirement-test", &[("title", title.into())]);
            Requirement { text, met, href: walk.is_open(&step).then(|| href(&step)) }
        }
    }
}

async fn issued(haven: &Haven, walk: &Walk) -> Result<Vec<certificates::Issued>, Fault> {
    let progress = walk.progress.as_ref().ok_or(Fault::NotFound)?;
    Ok(certificates::of_enrolment(&haven.store, progress.enrolment.id).await?)
}

fn shown(visit: &Visit, walk: &Walk, one: certificates::Issued) -> Issued {
    Issued {
        pdf: format!("{}/{}", visit.to().certificate(&walk.course.slug), one.number),
        verify: address::verify(&one.number),
        name: holder(&one),
        number: one.number,
        revoked: one.revoked.map(|revoked| revoked.why),
    }
}

pub(crate) async fn issue(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug)): At,
    fields: Fields,
) -> Result<Response, Fault> {
    let (walk, claim) = enrolled(&haven, &visit, &slug).await?;
    let may = walk.progress.as_ref().and_then(|progress| visit.who.as_ref()?.may_progress(&progress.enrolment));
    let may = may.ok_or(Fault::Forbidden)?;
    let back = visit.to().certificate(&walk.course.slug);
    if !claim.is_met() {
        return Ok(onward(&back));
    }
    let typed = fields.one("name");
    match (printed_name(typed), fields.has("confirm")) {
        (Ok(name), true) => {
            claim.issue(&haven, &visit, &walk, may, name).await?;
            Ok(onward(&back))
        }
        (name, confirmed) => {
            let name = name.err().map(|fault| ("name", fault.message(&visit)));
            let confirm = (!confirmed).then(|| ("confirm", visit.words.text("confirm-missing")));
            let mistakes = name
                .into_iter()
                .chain(confirm)
                .map(|(field, message)| Mistake { field: field.into(), message })
                .collect();
            draw(&haven, &visit, &walk, &claim, typed.to_owned(), mistakes).await
        }
    }
}

/// The PDF, for its holder.
pub(crate) async fn pdf(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, _, number)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let number = Number::parse(&number).map_err(|_| Fault::NotFound)?;
    let name = format!("attachment; filename=\"certificate-{number}.pdf\"");
    let bytes = printing::own(&haven, &visit, who, number).await?;
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}
