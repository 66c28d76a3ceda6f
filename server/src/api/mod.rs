//! `/api/v1`: how islands, the page's own script and other programs talk to the server, in JSON. Every call is described at
//! `/api/v1/openapi.json`, and there is none that is not. Problems are RFC 9457.

mod answers;
mod attempts;
mod certificates;
mod courses;
mod enrolments;
mod lists;
mod problem;

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;
use utoipa::openapi::RefOr;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
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
    modifiers(&Security)
)]
struct Description;

struct Security;

impl Modify for Security {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let components = api.components.get_or_insert_with(Default::default);
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
        let session = ApiKey::Cookie(ApiKeyValue::new("session"));
        components.add_security_scheme("session", SecurityScheme::ApiKey(session));
    }
}

pub(crate) fn routes() -> Router<Haven> {
    let (router, mut described) = OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(courses::list))
        .routes(routes!(courses::show))
        .routes(routes!(enrolments::show, enrolments::enrol))
        .routes(routes!(enrolments::complete))
        .routes(routes!(attempts::list, attempts::begin))
        .routes(routes!(attempts::show))
        .routes(routes!(attempts::submit))
        .routes(routes!(answers::keep))
        .routes(routes!(certificates::show, certificates::claim))
        .routes(routes!(certificates::verify))
        .routes(routes!(certificates::pdf))
        .routes(routes!(lists::results))
        .routes(routes!(lists::enrolments))
        .routes(routes!(lists::people))
        .split_for_parts();
    name_problems(&mut described);
    let described = Bytes::from(described.to_json().expect("a description is JSON"));
    let json = [(header::CONTENT_TYPE, "application/json")];
    router.route("/api/v1/openapi.json", get(move || async move { (json, described.clone()) }))
}

/// Says of every refusal that it comes as a problem, which the declarations of the calls leave out.
fn name_problems(api: &mut utoipa::openapi::OpenApi) {
    let calls = api.paths.paths.values_mut().flat_map(|item| [&mut item.get, &mut item.put, &mut item.post]);
    let answers = calls.flatten().flat_map(|call| &mut call.responses.responses);
    for (_, answer) in answers.filter(|(status, _)| status.starts_with('4')) {
        if let RefOr::T(answer) = answer
            && let Some(content) = answer.content.shift_remove("application/json")
        {
            answer.content.insert("application/problem+json".to_owned(), content);
        }
    }
}
