//! `/api/v1`: how islands, the page's own script and other programs talk to the server, in JSON. Every call is described at
//! `/api/v1/openapi.json`, and there is none that is not. Problems are RFC 9457.

mod answers;
mod attempts;
mod certificates;
mod courses;
mod enrolments;
mod lists;
mod problem;
mod search;
mod surveys;

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::Haven;

pub(crate) use problem::Problem;

/// What is said of the whole interface.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Haven",
        version = "1",
        description = "Courses, learning, tests and certificates. A call speaks for the person whose session's cookie or \
                       access token it carries; a token stays within its scopes (read, learn, report).",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(Problem))
)]
struct Description;

/// How a call says for whom it speaks. The session's cookie has another name over https.
fn name_proofs(api: &mut utoipa::openapi::OpenApi, cookie: &str) {
    let components = api.components.get_or_insert_with(Default::default);
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    components.add_security_scheme("token", SecurityScheme::Http(bearer));
    let session = ApiKey::Cookie(ApiKeyValue::new(cookie));
    components.add_security_scheme("session", SecurityScheme::ApiKey(session));
}

/// Every call, on a server whose session's cookie has this name.
pub(crate) fn routes(cookie: &str) -> Router<Haven> {
    let (router, mut described) = OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(courses::list))
        .routes(routes!(courses::show))
        .routes(routes!(search::search))
        .routes(routes!(enrolments::show, enrolments::enrol))
        .routes(routes!(enrolments::complete))
        .routes(routes!(attempts::list, attempts::begin))
        .routes(routes!(attempts::show))
        .routes(routes!(attempts::submit))
        .routes(routes!(answers::keep))
        .routes(routes!(certificates::show, certificates::claim))
        .routes(routes!(certificates::verify))
        .routes(routes!(certificates::pdf))
        .routes(routes!(surveys::show))
        .routes(routes!(surveys::reply))
        .routes(routes!(surveys::results))
        .routes(routes!(lists::results))
        .routes(routes!(lists::enrolments))
        .routes(routes!(lists::people))
        .split_for_parts();
    name_proofs(&mut described, cookie);
    name_problems(&mut described);
    let described = Bytes::from(described.to_json().expect("a description is JSON"));
    let json = [(header::CONTENT_TYPE, "application/json")];
    router.route("/api/v1/openapi.json", get(move || async move { (json, described.clone()) }))
}

/// What any call may be refused with, before it or in spite of it.
const OF_ANY: [(&str, &str); 4] = [
    ("400", "The address or the body cannot be read"),
    ("429", "More of it than a person sends"),
    ("500", "It went wrong here"),
    ("503", "It could not be answered in time, or the database is out of reach"),
];
/// What one with a body may be refused with besides.
const OF_A_BODY: [(&str, &str); 3] = [
    ("413", "The body is larger than any that is expected here"),
    ("415", "The body is not said to be JSON"),
    ("422", "The body is JSON, and not of this form"),
];

/// Says once of all calls what refuses them: what they declare themselves, and what stands before every one of them. Every
/// refusal comes as a problem.
fn name_problems(api: &mut utoipa::openapi::OpenApi) {
    let calls = api.paths.paths.values_mut().flat_map(|item| [&mut item.get, &mut item.put, &mut item.post]);
    for call in calls.flatten() {
        let of_a_body = OF_A_BODY.iter().filter(|_| call.request_body.is_some());
        let common: Vec<_> = OF_ANY.iter().chain(of_a_body).copied().collect();
        name_problems_of(call, &common);
    }
}

fn name_problems_of(call: &mut Operation, common: &[(&str, &str)]) {
    let answers = &mut call.responses.responses;
    for (status, said) in common {
        answers.entry((*status).to_owned()).or_insert_with(|| Response::new(*said).into());
    }
    for (_, answer) in answers.iter_mut().filter(|(status, _)| status.starts_with(['4', '5'])) {
        if let RefOr::T(answer) = answer {
            let problem = Content::new(Some(Ref::from_schema_name("Problem")));
            answer.content = [("application/problem+json".to_owned(), RefOr::T(problem))].into();
        }
    }
}
