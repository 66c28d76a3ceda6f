//! What a call gets that was not answered with what was asked for: RFC 9457.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// A problem.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: the status says what kind it is.
    r#type: &'static str,
    /// The status in words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What happened, for a reader.
    detail: String,
    /// The request's id in the log.
    #[serde(skip_serializing_if = "String::is_empty")]
    request: String,
}

impl Problem {
    /// A problem with what is said of it.
    pub(crate) fn new(status: StatusCode, detail: String, request: String) -> Self {
        let title = status.canonical_reason().unwrap_or("Problem").to_owned();
        Self { r#type: "about:blank", title, status: status.as_u16(), detail, request }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
