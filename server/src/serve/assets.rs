//! What is served besides pages: the style sheet (at its address; inside a visitor's page, under its hash), two scripts, the
//! islands' bundle, the emblem, and the media of courses. All of it is inside the binary or the database, and every address
//! carries a hash.

use std::sync::LazyLock;

use app::shell::Islands;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use course::{Hash, MediaKind};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::serve::fault::Fault;
use crate::serve::part;
use crate::state::Haven;

/// What `make` built for the browser. Empty when only the server was built: the pages then do without islands.
#[derive(RustEmbed)]
#[folder = "../.haven/site"]
#[allow_missing = true]
struct Site;

const STYLES: [&str; 5] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/layout.css"),
    include_str!("../../../style/parts.css"),
    include_str!("../../../style/pages.css"),
    include_str!("../../../style/print.css"),
];
const LOAD: &str = include_str!("../../../style/load.js");
const KEEP: &str = include_str!("../../../style/keep.js");
/// Only who writes courses gets these.
const LIVE: &str = include_str!("../../../style/live.js");
const LIVE_STYLE: &str = include_str!("../../../style/live.css");

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

static STYLE: LazyLock<String> = LazyLock::new(|| lean(&STYLES.concat()));
static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let hash = base64(&Sha256::digest(style().as_bytes()));
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-{hash}'; img-src 'self'; \
         media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).expect("it is ASCII")
});
static STYLE_ADDRESS: LazyLock<String> = LazyLock::new(|| format!("/assets/{}/style.css", short_hash(style())));
static LOAD_ADDRESS: LazyLock<String> = LazyLock::new(|| format!("/assets/{}/load.js", short_hash(LOAD)));
static KEEP_ADDRESS: LazyLock<String> = LazyLock::new(|| format!("/assets/{}/keep.js", short_hash(KEEP)));

static LIVE_ADDRESS: LazyLock<String> = LazyLock::new(|| format!("/assets/{}/live.js", short_hash(LIVE)));
static LIVE_STYLE_ADDRESS: LazyLock<String> = LazyLock::new(|| format!("/assets/{}/live.css", short_hash(LIVE_STYLE)));

/// The whole style sheet, without comments and indentation.
pub(crate) fn style() -> &'static str {
    &STYLE
}

/// The address of the same.
pub(crate) fn style_address() -> String {
    STYLE_ADDRESS.clone()
}

/// The content security policy of pages.
pub(crate) fn policy() -> HeaderValue {
    POLICY.clone()
}

/// The address of the script that keeps answers.
pub(crate) fn keep() -> String {
    KEEP_ADDRESS.clone()
}

/// The address of the script that every page carries.
pub(crate) fn load() -> String {
    LOAD_ADDRESS.clone()
}

/// The address of the script of the live page.
pub(crate) fn live() -> String {
    LIVE_ADDRESS.clone()
}

/// The address of the style of its panel.
pub(crate) fn live_style() -> String {
    LIVE_STYLE_ADDRESS.clone()
}

/// The addresses of the islands' bundle, if it was built.
pub(crate) fn islands() -> Option<Islands> {
    static ISLANDS: LazyLock<Option<Islands>> = LazyLock::new(|| {
        let manifest: serde_json::Value = serde_json::from_slice(&Site::get("manifest.json")?.data).ok()?;
        let at = |kind: &str| Some(format!("/assets/{}", manifest["learn"][kind].as_str()?));
        Some(Islands { module: at("js")?, wasm: at("wasm")? })
    });
    ISLANDS.clone()
}

pub(crate) fn routes() -> Router<Haven> {
    Router::new().route("/assets/{*path}", get(asset)).route("/media/{hash}/{name}", get(media))
}

async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    match path.as_str() {
        "emblem.svg" => {
            let day = HeaderValue::from_static("public, max-age=86400");
            (
                [(header::CONTENT_TYPE, "image/svg+xml"), (header::CONTENT_SECURITY_POLICY, PICTURE)],
                [(header::CACHE_CONTROL, day)],
                typeset::EMBLEM,
            )
                .into_response()
        }
        _ if format!("/assets/{path}") == *STYLE_ADDRESS => lasting("text/css", style()),
        _ if format!("/assets/{path}") == *LOAD_ADDRESS => lasting("text/javascript", LOAD),
        _ if format!("/assets/{path}") == *KEEP_ADDRESS => lasting("text/javascript", KEEP),
        _ if format!("/assets/{path}") == *LIVE_ADDRESS => lasting("text/javascript", LIVE),
        _ if format!("/assets/{path}") == *LIVE_STYLE_ADDRESS => lasting("text/css", LIVE_STYLE),
        _ => built(&path, &headers),
    }
}

fn lasting(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], [(header::CACHE_CONTROL, FOREVER)], text).into_response()
}

/// A file of the bundle, as it was compressed when it was built, for browsers that take it so.
fn built(path: &str, headers: &HeaderMap) -> Response {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = match path.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    for (coding, ending) in [("br", ".br"), ("gzip", ".gz"), ("identity", "")] {
        let taken =
            coding == "identity" || accepts.split(',').any(|one| one.split(';').next().unwrap_or("").trim() == coding);
        if let Some(file) = taken.then(|| Site::get(&format!("{path}{ending}"))).flatten() {
            let coding = HeaderValue::from_static(coding);
            let head = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CACHE_CONTROL, FOREVER)];
            return (
                head,
                [(header::CONTENT_ENCODING, coding), (header::VARY, HeaderValue::from_static("accept-encoding"))],
                file.data,
            )
                .into_response();
        }
    }
    StatusCode::NOT_FOUND.into_response()
}

/// A picture is opened with no rights at all, also when it is opened by itself.
const PICTURE: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// A film or a sound that is opened by itself may play itself. In a sandbox it could not: its own bytes would be another site's.
const PLAYED: &str = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'";

/// A file of a course by its hash, if it is media: its bytes say so, not its name. Texts, and the keys in them, are not.
async fn media(State(haven): State<Haven>, Path((hash, _)): Path<(String, String)>, headers: HeaderMap) -> Response {
    if !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let bytes = match store::content::file(&haven.store, &hash).await {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(error) => return Fault::from(error).into_response(),
    };
    let Some(kind) = MediaKind::of(&bytes) else { return StatusCode::NOT_FOUND.into_response() };
    let policy = if kind.is_played() { PLAYED } else { PICTURE };
    let head = [(header::CONTENT_TYPE, kind.mime()), (header::CONTENT_SECURITY_POLICY, policy)];
    (head, [(header::CACHE_CONTROL, FOREVER)], part::answer(&headers, &format!("\"{hash}\""), bytes)).into_response()
}

/// Comments, indentation and line breaks cost every page bytes and help nobody there.
fn lean(css: &str) -> String {
    let mut rest = css;
    let mut bare = String::with_capacity(css.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn short_hash(text: &str) -> String {
    Hash::of(text.as_bytes()).as_ref()[..16].to_owned()
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word = (0..3).fold(0u32, |word, at| word << 8 | u32::from(*chunk.get(at).unwrap_or(&0)));
        for at in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * at)) as usize & 63];
            text.push(if at <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648_section_10() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_lean_style_sheet_says_the_same() {
        assert_eq!(lean("/* a */\nb {\n  c: d; /* e */\n}\n\n"), "b {\nc: d;\n}");
    }
}
