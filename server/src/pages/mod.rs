//! A handler a page: who, may they, load, act, answer. The pages themselves are drawn in `app`.

mod learn;
mod listing;
mod run;
mod teach;
mod visit;
mod ways;
mod write;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;

/// Every page.
pub(crate) fn routes() -> Router<Haven> {
    Router::new()
        .route("/", get(front))
        .route("/verify", get(visit::verify::form))
        .route("/verify/{number}", get(visit::verify::show))
        .merge(in_a_language().route_layer(middleware::from_fn(language)))
        .fallback(nothing)
}

fn in_a_language() -> Router<Haven> {
    Router::new()
        .route("/{lang}", get(front))
        .route("/{lang}/", get(visit::catalogue::show))
        .route("/{lang}/sign-in", get(visit::sign_in::form).post(visit::sign_in::sign_in))
        .route("/{lang}/sign-up", get(visit::sign_up::form).post(visit::sign_up::sign_up))
        .route("/{lang}/sign-out", post(visit::sign_in::sign_out))
        .route("/{lang}/help", get(visit::help::show))
        .route("/{lang}/country", get(visit::country::form).post(visit::country::choose))
        .route("/{lang}/leave", get(visit::leave::show))
        .route("/{lang}/home", get(learn::home::show))
        .route("/{lang}/account", get(learn::account::show).post(learn::account::change_password))
        .route("/{lang}/account/tokens", get(learn::tokens::show).post(learn::tokens::make))
        .route("/{lang}/results", get(teach::results::show))
        .route("/{lang}/results/surveys", get(teach::surveys::list))
        .route("/{lang}/results/surveys/{course}/{survey}", get(teach::surveys::show))
        .route("/{lang}/checks", get(write::checks::show))
        .route("/{lang}/enrolments", get(run::enrolments::show))
        .route("/{lang}/people", get(run::people::show))
        .nest("/{lang}/courses/{course}", of_a_course())
}

fn of_a_course() -> Router<Haven> {
    Router::new()
        .route("/", get(visit::course::show).post(visit::course::enrol))
        .route("/glossary", get(visit::glossary::show))
        .route("/certificate", get(learn::certificate::show).post(learn::certificate::issue))
        .route("/certificate/{number}", get(learn::certificate::pdf))
        .route("/search", get(visit::search::show))
        .route("/tests/{test}", get(learn::test::show).post(learn::test::begin))
        .route("/tests/{test}/{attempt}", get(learn::sitting::show).post(learn::sitting::keep))
        .route("/tests/{test}/{attempt}/review", get(learn::review::show))
        .route("/surveys/{survey}", get(learn::survey::show).post(learn::survey::answer))
        .route("/{module}", get(learn::module::show))
        .route("/{module}/{lesson}", get(learn::lesson::show).post(learn::lesson::done))
}

async fn front(visit: Visit) -> Redirect {
    Redirect::to(&visit.to().catalogue())
}

async fn nothing() -> Fault {
    Fault::NotFound
}

/// A language that neither Haven nor any open course speaks is an address that is not there. Of a course, only the course knows:
/// someone may be on a version that has a language which no open course has any more.
async fn language(visit: Visit, request: Request, next: Next) -> Response {
    let mut parts = request.uri().path().split('/').skip(1);
    let spoken = parts.next() == Some(visit.language.as_ref()) && (visit.is_spoken || parts.next() == Some("courses"));
    if spoken { next.run(request).await } else { Fault::NotFound.into_response() }
}

/// After a form: to a page that can be loaded again.
pub(crate) fn onward(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(axum::http::header::LOCATION, to.to_owned())]).into_response()
}

#[cfg(test)]
mod tests {
    use course::{ModuleSlug, NameFault};

    /// A router does not tell its addresses, so they are read where they are written.
    #[test]
    fn no_module_can_have_the_address_of_another_page_of_its_course() {
        let source = include_str!("mod.rs");
        let routes =
            source.split("fn of_a_course()").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the routes");
        let first = |route: &str| route.split(['/', '"']).next().unwrap_or_default().to_owned();
        let mut fixed: Vec<String> = routes.split(".route(\"/").skip(1).map(first).collect();
        fixed.retain(|name| !name.is_empty() && !name.starts_with('{'));
        assert!(fixed.len() > 1, "{fixed:?}");
        for name in fixed {
            assert_eq!(ModuleSlug::parse(&name), Err(NameFault::Reserved), "{name}");
        }
    }
}
