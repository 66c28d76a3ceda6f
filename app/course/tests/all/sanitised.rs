//! What comes out is what a sanitiser of HTML would leave: it is parsed as a browser parses it, everything but the elements and
//! attributes that Haven writes is taken out, and nothing changes. So the HTML is also well formed: a browser would mend nothing.

use ammonia::{Builder, UrlRelative};
use proptest::prelude::*;

use crate::{laws, told};

fn sanitiser() -> Builder<'static> {
    let mut sanitiser = Builder::empty();
    sanitiser
        .tags(laws::ELEMENTS.iter().copied().collect())
        .generic_attributes(laws::ATTRIBUTES.iter().chain(laws::SWITCHES).copied().collect())
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    sanitiser
}

pub(crate) fn is_left_as_it_is(html: &str) -> Result<(), TestCaseError> {
    // As on a page, something stands around it: at the very beginning a byte order mark would be no text.
    let html = format!("<div>{html}</div>");
    let clean = sanitiser().clean(&html).to_string();
    // The sanitiser spells this blank, and an attribute without a value, in its own way.
    let clean = laws::SWITCHES.iter().fold(clean.replace("&nbsp;", "\u{a0}"), |clean, name| {
        clean.replace(&format!(" {name}=\"\""), &format!(" {name}"))
    });
    prop_assert_eq!(clean, html);
    Ok(())
}

proptest! {
    #![proptest_config(laws::cases(400))]

    #[test]
    fn a_sanitiser_changes_nothing_of_what_any_text_becomes(
        course in laws::markdown(), module in laws::markdown(), bank in laws::markdown(),
        class in proptest::sample::select(laws::CLASSES),
    ) {
        let module = format!("# M\n\n## L {{#l}}\n\n{module}");
        let bank = format!("# B\n\n## Q {{{class} #q}}\n\n{bank}");
        let (_, loaded) = laws::load_texts(laws::SETTINGS, &course, &module, &bank);
        for html in loaded.course.iter().flat_map(laws::written) {
            is_left_as_it_is(&html)?;
        }
    }
}

#[test]
fn a_sanitiser_changes_nothing_of_the_golden_courses() {
    for (name, folder) in told::folders("cases") {
        let course = told::loaded_folder(&folder.join("course")).course.expect("a course");
        for html in laws::written(&course) {
            is_left_as_it_is(&html).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}

/// Found by the fuzz target `page`.
#[test]
fn a_gap_where_no_question_may_stand_is_no_control_character() {
    let module = "# M\n\n### Q {.blanks #q}\n\nFill [[this]].\n\n## L {#l}\n\nText.\n";
    let (_, loaded) = laws::load_texts(laws::SETTINGS, "# C\n", module, "# B\n");
    let written = laws::written(&loaded.course.expect("a course"));
    assert!(written.iter().any(|html| html.contains("Fill ….")), "{written:#?}");
    for html in written {
        is_left_as_it_is(&html).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn the_sanitiser_of_these_tests_takes_out_what_does_harm() {
    for html in [
        "<script>x</script>",
        "<p onclick=\"x\">a</p>",
        "<a href=\"javascript:x\">a</a>",
        "<p>a<p>b</p>",
        "<img src=\"data:x\">",
        "<p><div>a</div></p>",
    ] {
        assert!(is_left_as_it_is(html).is_err(), "{html}");
    }
}
