//! A reader who has read a course before gives exactly what one gives who has not, whatever was changed in between.

use std::collections::BTreeMap;

use course::{
    CourseSlug, Entry, Folder, Labels, Language, Loaded, Memory, Reader, Scope, Source, SourceError, Stamp, load,
    written,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::laws::{LINES, PIECES, SVG};
use crate::told;

/// Files with a stamp each, which is another after each change.
#[derive(Default)]
struct Desk {
    files: BTreeMap<String, (i64, Vec<u8>)>,
    changes: i64,
}

impl Desk {
    fn write(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.changes += 1;
        self.files.insert(path.to_owned(), (self.changes, bytes.into()));
    }

    fn text(&self, path: &str) -> String {
        self.files.get(path).map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    fn path(&self, at: Index) -> Option<String> {
        (!self.files.is_empty()).then(|| at.get(&self.files.keys().collect::<Vec<_>>()).to_string())
    }
}

impl Source for Desk {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        let entry = |(path, (_, bytes)): (&String, &(i64, Vec<u8>))| Entry {
            path: path.clone(),
            size: bytes.len() as u64,
            symlink: false,
        };
        Ok(self.files.iter().map(entry).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        self.files.get(path).map(|(_, bytes)| bytes.clone()).ok_or(SourceError::Missing)
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        self.files.get(path).map(|(change, _)| Stamp([*change, 0, 0, 0, 0, 0]))
    }
}

#[derive(Clone, Debug)]
enum Edit {
    /// A piece comes to stand within a file.
    Insert(Index, Index, &'static str),
    /// A piece of a file goes.
    Cut(Index, Index, Index),
    /// A file is not there, and then perhaps another one.
    Remove(Index),
    /// A file has another name.
    Rename(Index, &'static str),
    /// A file has other bytes.
    Write(&'static str, Vec<&'static str>),
    /// A file is the same as another.
    Copy(Index, &'static str),
    /// The languages are others.
    Speak(&'static str),
    /// What is translated is accepted.
    Accept,
    /// The words of a language are others.
    Relabel(&'static str),
    /// Nothing at all.
    Nothing,
}

const NAMES: &[&str] = &[
    "course.toml",
    "en/course.md",
    "en/01-m.md",
    "en/02-n.md",
    "en/02-o.md",
    "en/m.md",
    "en/t.md",
    "en/bank/b.md",
    "en/bank/c.md",
    "en/README.md",
    "en/glossary.md",
    "en/surveys/s.md",
    "fr/course.md",
    "fr/01-m.md",
    "fr/1-m.md",
    "fr/02-n.md",
    "fr/t.md",
    "fr/bank/b.md",
    "fr/glossary.md",
    "fr/surveys/s.md",
    "fr/.translated.toml",
    "ar/01-m.md",
    "media/a.svg",
    "media/b.svg",
    "media/a.en.md",
    "media/a.txt",
    "media/f.webm",
    "media/g.webm",
    "media/f.en.vtt",
    "media/f.fr.vtt",
    "media/f.en.md",
    "media/f.fr.md",
];

/// Pieces of what one page has from another: terms, films, stories, questions to which a mark is given by hand, and what is
/// let stand.
const FROM_AFAR: &[&str] = &[
    "grooming",
    " A word, le mot. ",
    "\n\nGrooming\nLe mot\n: An adult. [to](01-m.md#a)\n",
    "\n\nA word\n: A meaning ![a](../media/a.svg)[^1].\n",
    "\n\n![f](../media/f.webm)\n\n",
    "\n\n[^1]: [to](glossary.md#grooming) and [b](02-n.md#b).\n",
    "<!-- haven: allow no-practice because it is short -->\n",
    "<!-- haven: allow feedback-missing because it is short -->\n",
    "<!-- haven: allow translation-same because it is a name -->\n",
    "\n\n### Point {.hotspot #point}\n\n![a](../media/a.svg)\n\n- [x] here {10,10,20,20}\n- [ ] there {50,50,20,20}\n\n",
    "\n\n### Write {.open #write words=9}\n\nWhy?\n\n| a | 0 | 1 |\n|---|---|---|\n| b | c | d |\n\n",
    "\n\n### Do {.task #do}\n\n| a | 2 | 1 |\n|---|---|---|\n| b | c | d |\n\n",
    "\n\n### Story {.scenario #story}\n\n#### One {#one}\n\n[on](#two)\n\n#### Two {#two}\n\nThe end.\n\n",
    "[on](#two)",
    "[on](01-m.md#one)",
    "\n\n## How sure? {.scale #sure}\n\n1. little\n2. much\n\n",
    "\n\n[check.allow]\nmedia-unused = \"They are for later.\"\n",
    "\n\n00:02.000 --> 00:03.000\nMore.\n",
    "\u{200b}",
];

/// Languages of a course.
const SPOKEN: &[&str] = &[
    "source-language = \"en\"\nlanguages = [\"en\"]",
    "source-language = \"en\"\nlanguages = [\"en\", \"fr\"]",
    "source-language = \"en\"\nlanguages = [\"en\", \"fr\", \"ar\"]",
    "source-language = \"fr\"\nlanguages = [\"en\", \"fr\"]",
];

fn edit() -> impl Strategy<Value = Edit> {
    let piece = || prop_oneof![6 => select(PIECES), 2 => select(LINES), 1 => select(SVG), 6 => select(FROM_AFAR)];
    prop_oneof![
        8 => (any::<Index>(), any::<Index>(), piece()).prop_map(|(file, at, piece)| Edit::Insert(file, at, piece)),
        4 => any::<(Index, Index, Index)>().prop_map(|(file, from, to)| Edit::Cut(file, from, to)),
        1 => any::<Index>().prop_map(Edit::Remove),
        1 => (any::<Index>(), select(NAMES)).prop_map(|(file, name)| Edit::Rename(file, name)),
        2 => (select(NAMES), proptest::collection::vec(piece(), 0..8)).prop_map(|(name, bytes)| Edit::Write(name, bytes)),
        2 => (any::<Index>(), select(NAMES)).prop_map(|(file, name)| Edit::Copy(file, name)),
        1 => select(SPOKEN).prop_map(Edit::Speak),
        2 => Just(Edit::Accept),
        1 => select(&["en", "fr"][..]).prop_map(Edit::Relabel),
        1 => Just(Edit::Nothing),
    ]
}

fn boundary(text: &str, at: Index) -> usize {
    text.floor_char_boundary(at.index(text.len() + 1))
}

fn change(desk: &mut Desk, edit: &Edit) {
    match edit {
        Edit::Insert(file, at, piece) => {
            let Some(path) = desk.path(*file) else { return };
            let mut text = desk.text(&path);
            text.insert_str(boundary(&text, *at), piece);
            desk.write(&path, text);
        }
        Edit::Cut(file, from, to) => {
            let Some(path) = desk.path(*file) else { return };
            let mut text = desk.text(&path);
            let (from, to) = (boundary(&text, *from), boundary(&text, *to));
            text.replace_range(from.min(to)..from.max(to), "");
            desk.write(&path, text);
        }
        Edit::Remove(file) => drop(desk.path(*file).and_then(|path| desk.files.remove(&path))),
        Edit::Rename(file, name) => {
            if let Some((_, bytes)) = desk.path(*file).and_then(|path| desk.files.remove(&path)) {
                desk.write(name, bytes);
            }
        }
        Edit::Write(name, pieces) => desk.write(name, pieces.concat()),
        Edit::Copy(file, name) => {
            let bytes = desk.path(*file).map(|path| desk.files[&path].1.clone());
            bytes.into_iter().for_each(|bytes| desk.write(name, bytes));
        }
        Edit::Speak(languages) => {
            let text = SPOKEN.iter().fold(desk.text("course.toml"), |text, spoken| text.replace(spoken, languages));
            desk.write("course.toml", text);
        }
        Edit::Accept => accept(desk),
        Edit::Relabel(_) | Edit::Nothing => {}
    }
}

fn accept(desk: &mut Desk) {
    for translation in load(slug(), desk, &labels([0; 2])).translations {
        if let Ok((record, _)) = translation.accepted(&Scope::All) {
            desk.write(&format!("{}/.translated.toml", translation.language), written(&record));
        }
    }
}

fn slug() -> CourseSlug {
    CourseSlug::parse("a-course").expect("a slug")
}

/// How often the words of English and of the others have changed.
type Tags = [usize; 2];

fn labels(tags: Tags) -> impl Fn(&Language) -> Labels {
    move |language| {
        let tag = tags[usize::from(language.as_ref() != "en")];
        let word = |id: &str| if id == "content-language" { "en".to_owned() } else { format!("{tag} {language} {id}") };
        Labels::from_words(&word)
    }
}

/// All that came of it.
fn whole(loaded: &Loaded) -> String {
    format!("{loaded:#?}")
}

fn whole_course() -> Desk {
    let mut desk = Desk::default();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../end2end/courses/small-course");
    told::files(&folder).into_iter().for_each(|(path, bytes)| desk.write(&path, bytes));
    desk
}

const FILM: &[u8] = include_bytes!("../cases/films/course/media/first-contact.webm");

/// A small course in which everything leads to everything.
fn small() -> Desk {
    let mut desk = Desk::default();
    let page = "# M\n\nWords[^1] and ![a](../media/a.svg).\n\n[^1]: Source.\n\n## L {#a}\n\n[to](02-n.md#b) [c](course.md) \
                grooming\n\n### Q {.choice #q}\n\n- [x] yes\n- [ ] no\n";
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n[modules.m]\nminutes = 3\n\
                    [tests.t]\ndraw = [{ bank = \"b\", pick = 1 }]\npass = 1\n[surveys.s]\n";
    desk.write("course.toml", settings);
    desk.write("en/course.md", "# C\n\n[m](01-m.md#a) ![a](../media/a.svg)\n\n## What {.objectives}\n\n- That\n");
    desk.write("en/01-m.md", page);
    let work = FROM_AFAR.iter().filter(|piece| piece.starts_with("\n\n### ")).copied().collect::<String>();
    let other = page.replace("#a}", "#b}").replace("#q", "#p").replace("grooming", "A word\n\n![f](../media/f.webm)");
    desk.write("en/02-n.md", format!("{other}{work}"));
    desk.write("en/glossary.md", "# Words\n\nGrooming\n: An adult. [to](01-m.md#a)\n\nA word\n: A meaning.\n");
    desk.write("en/surveys/s.md", "# S\n\n## How sure? {.scale #sure}\n\n1. little\n2. much\n");
    desk.write("media/f.webm", FILM);
    desk.write("media/f.en.vtt", "WEBVTT\n\n00:00.000 --> 00:01.500\nWords.\n");
    desk.write("media/f.en.md", "Words. See [them](../en/glossary.md#grooming).\n");
    desk.write("en/t.md", "# T\n\nTake it after [the first](01-m.md#a).\n");
    desk.write("en/bank/b.md", "# B\n\n## Q {.choice #r}\n\n- [x] yes\n- [ ] no ![a](../media/a.svg)\n");
    desk.write("media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
    desk
}

/// The same in two languages, of which the second lacks some things and says others as the source does.
fn translated() -> Desk {
    let mut desk = small();
    change(&mut desk, &Edit::Speak(SPOKEN[1]));
    let page = "# Le M\n\nDes mots[^1] et ![a](../media/a.svg).\n\n[^1]: La source.\n\n## La L {#a}\n\n[vers](02-n.md#b) \
                [c](course.md)\n\n### Vraiment ? {.choice #q}\n\n- [x] oui\n- [ ] non\n";
    desk.write("fr/course.md", "# Le C\n\n[le m](01-m.md#a)\n\n## What {.objectives}\n\n- Cela\n");
    desk.write("fr/01-m.md", page);
    desk.write("fr/t.md", "# T\n\nTake it after [the first](01-m.md#a).\n");
    desk.write("fr/bank/b.md", "# La B\n\n## La Q {.choice #r}\n\n- [x] oui\n- [ ] non\n");
    desk.write(
        "fr/02-n.md",
        "# Le N\n\n## La L {#b}\n\nLe mot.[^1]\n\n### Point {.hotspot #point}\n\n![a](../media/a.svg)\n\n\
        - [x] ici {10,10,20,20}\n- [ ] là {50,50,20,20}\n\n[^1]: [vers](glossary.md#le-mot)\n",
    );
    desk.write("fr/glossary.md", "# Les mots\n\nLe mot\n: Ce qu’il veut dire. [vers](01-m.md#a)\n");
    desk.write("fr/surveys/s.md", "# S\n\n## Sûre ? {.scale #sure}\n\n1. peu\n2. très\n");
    desk.write("media/f.fr.vtt", "WEBVTT\n\n00:00.000 --> 00:01.500\nDes mots.\n");
    accept(&mut desk);
    let source = desk.text("en/01-m.md").replace("Words", "Other words");
    desk.write("en/01-m.md", source);
    desk
}

/// Makes the edits one by one; after each, what is read again is what is read from nothing.
fn holds(mut desk: Desk, edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut reader = Reader::new(slug());
    let mut tags = [0; 2];
    for edit in [Edit::Nothing].iter().chain(edits) {
        change(&mut desk, edit);
        if let Edit::Relabel(language) = edit {
            tags[usize::from(*language != "en")] += 1;
        }
        let again = whole(&reader.read(&desk, &labels(tags)));
        let cold = whole(&load(slug(), &desk, &labels(tags)));
        prop_assert_eq!(again, cold, "after {:?}", edit);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_again_gives_what_reading_anew_gives(edits in proptest::collection::vec(edit(), 1..16)) {
        holds(small(), &edits)?;
    }

    #[test]
    fn reading_a_translated_course_again_gives_what_reading_it_anew_gives(edits in proptest::collection::vec(edit(), 1..16)) {
        holds(translated(), &edits)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_a_whole_course_again_gives_what_reading_it_anew_gives(edits in proptest::collection::vec(edit(), 1..4)) {
        holds(whole_course(), &edits)?;
    }
}

/// What is written twice within one step of a file system's clock, with as many bytes, is read twice.
#[test]
fn a_drawing_that_was_just_changed_is_looked_at_again() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("media")).expect("made");
    let drawing = folder.path().join("media/a.svg");
    let mut reader = Reader::new(slug());
    for round in 0..20 {
        let id = if round % 2 == 0 { "<g onload='x'/>" } else { "<g id='abcde'/>" };
        std::fs::write(&drawing, format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{id}</svg>")).expect("written");
        let source = Folder::new(folder.path());
        let again = whole(&reader.read(&source, &labels([0; 2])));
        assert_eq!(again, whole(&load(slug(), &source, &labels([0; 2]))), "in round {round}");
    }
}

#[test]
fn a_file_that_nobody_can_vouch_for_is_read_again() {
    let drawing = |id: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id='{id}'/></svg>");
    let mut reader = Reader::new(slug());
    for id in ["a", "b"] {
        let source: Memory = [("media/a.svg", drawing(id)), ("course.toml", String::new())].into_iter().collect();
        let again = whole(&reader.read(&source, &labels([0; 2])));
        assert_eq!(again, whole(&load(slug(), &source, &labels([0; 2]))), "{id}");
    }
}
