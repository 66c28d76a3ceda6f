//! How much memory a large course takes while it is read: every byte that is asked for is counted, so the figure is the same on
//! every machine. A program of its own, with one test: nothing else may ask for memory meanwhile.

use std::path::Path;

use course::{CourseSlug, Labels, Memory, load};
use peak_alloc::PeakAlloc;

#[global_allocator]
static COUNTED: PeakAlloc = PeakAlloc;

const SETTINGS: &str = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
const MODULES: usize = 50;
/// At most so many times the text.
const BUDGET: usize = 10;

#[test]
fn a_large_course_takes_less_than_ten_times_its_text_while_it_is_read() {
    let (source, text) = large();
    let slug = CourseSlug::parse("large").expect("a slug");
    let before = COUNTED.current_usage();
    COUNTED.reset_peak_usage();
    let loaded = load(slug, &source, &|_| Labels::default());
    let most = COUNTED.peak_usage() - before;
    let kept = COUNTED.current_usage() - before;
    assert!(loaded.is_sound(), "{:?}", loaded.diagnostics);
    println!("{text} bytes of text took {most} at most, and {kept} when they were read");
    assert!(most < BUDGET * text, "{text} bytes of text took {most}: {} times as many", most / text);
}

/// The text of the tests' small course again and again, with ids of its own each time, and how many bytes that is.
fn large() -> (Memory, usize) {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../end2end/courses/small-course");
    let module = std::fs::read_to_string(small.join("en/01-mapping-risk.md")).expect("the small course is there");
    let file = |path: &str| (path.to_owned(), std::fs::read(small.join(path)).expect("a picture"));
    let mut files = vec![file("media/four-cs.svg"), file("media/risk-to-harm.svg")];
    files.push(("course.toml".to_owned(), SETTINGS.into()));
    files.push(("en/course.md".to_owned(), "# A large course\n".into()));
    let mut bytes = 0;
    for at in 0..MODULES {
        let own = with_own_ids(&module, at);
        bytes += own.len();
        files.push((format!("en/{at}-module-{at}.md"), own.into()));
    }
    (files.into_iter().collect(), bytes)
}

/// Each id, and each link to one on the same page, with a number after it.
fn with_own_ids(module: &str, number: usize) -> String {
    let mut own = String::new();
    let mut rest = module;
    while let Some(at) = rest.find('#') {
        let (before, after) = rest.split_at(at + 1);
        own.push_str(before);
        let id = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(after.len());
        own.push_str(&after[..id]);
        if id > 0 {
            own.push_str(&format!("-{number}"));
        }
        rest = &after[id..];
    }
    own + rest
}
