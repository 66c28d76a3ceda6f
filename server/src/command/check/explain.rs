//! `haven check --explain CODE`: why a mistake is one, without a course at hand.

use app::words::Words;
use course::Fault;

use super::name;

/// What is said of a code. None if there is no such code.
pub(super) fn explain(words: &Words, code: &str) -> Option<String> {
    if code == name::CODE {
        return Some(format!("{}[{code}]\n{}\n", name::SEVERITY.as_str(), name::why(words)));
    }
    let severity = Fault::severity_of(code)?.as_str();
    let why = words.text(&format!("why-{code}"));
    Some(format!("{severity}[{code}]\n{why}\n{}\n", words.text_with("explain-more", &[("code", code.into())])))
}
