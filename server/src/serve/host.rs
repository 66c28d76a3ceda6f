//! By which name a server is asked that is for this machine only. A page somewhere on the web can have its own name lead here, and
//! would be taken by the browser for a page of ours: whoever asks by such a name is told nothing.

use std::net::IpAddr;

use app::words::Words;
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::state::Haven;

/// Lets in whoever asks by a name of this machine, or everyone where the server is for others too.
pub(crate) async fn known(State(haven): State<Haven>, request: Request, next: Next) -> Response {
    if !haven.reached.from_here_only || asks_for_this_machine(&request) {
        return next.run(request).await;
    }
    let said = Words::english().text_with("misdirected", &[("url", haven.reached.url.as_str().into())]);
    (StatusCode::MISDIRECTED_REQUEST, format!("{said}\n")).into_response()
}

/// By all the names it gives, of which there must be one.
fn asks_for_this_machine(request: &Request) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter().peekable();
    let named = hosts.peek().is_some();
    named
        && hosts.all(|host| host.to_str().is_ok_and(|host| host.parse().is_ok_and(|host| is_this_machine(&host))))
        && request.uri().authority().is_none_or(is_this_machine)
}

/// No name of the web is one of these, and no address that is written out leads elsewhere than it says.
fn is_this_machine(authority: &Authority) -> bool {
    let host = authority.host();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn is_let_in(hosts: &[&str], uri: &str) -> bool {
        let request = hosts.iter().fold(Request::builder().uri(uri), |asked, host| asked.header(header::HOST, *host));
        asks_for_this_machine(&request.body(Body::empty()).expect("a request"))
    }

    #[test]
    fn only_names_of_this_machine_are_answered_to() {
        for host in ["127.0.0.1", "127.0.0.1:3000", "[::1]:3000", "[::1]", "localhost", "LocalHost:8080", "127.0.0.2:1"]
        {
            assert!(is_let_in(&[host], "/en/"), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:3000",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "evil-localhost",
            "192.168.0.7:3000",
            "0.0.0.0:3000",
            "[::]:3000",
            "",
            "127.0.0.1, evil.example",
        ] {
            assert!(!is_let_in(&[host], "/en/"), "{host}");
        }
        assert!(!is_let_in(&[], "/en/"), "a browser names one");
        assert!(!is_let_in(&["localhost", "evil.example"], "/en/"));
        assert!(!is_let_in(&["localhost"], "http://evil.example/en/"));
    }
}
