//! What is known of the countries, and what a reader of one is told. The packs are read when the server starts and when a file
//! among them changes; one that has errors leaves what was known of its country before.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use app::parts::{CountryChoice, CountryNote};
use app::words::Words;
use course::{CountryCode, CountryPack, Course, Day, Diagnostic, Fillings, Folder, Language, SlotLabels, Source};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::library;
use crate::serve::visit::Visit;
use crate::view::escape_query;

/// Where packs come from.
#[derive(Clone, Debug)]
pub(crate) enum PacksFrom {
    /// Those inside the binary.
    Shipped,
    /// A folder of packs.
    Folder(PathBuf),
    /// The folder `countries` in a folder of courses; where there is none, those inside the binary.
    Beside(PathBuf),
}

impl PacksFrom {
    fn source(&self) -> Box<dyn Source + Send> {
        match self {
            Self::Folder(folder) => Box::new(Folder::new(folder)),
            Self::Beside(courses) if !self.is_shipped() => Box::new(Folder::new(beside(courses))),
            Self::Beside(_) | Self::Shipped => Box::new(library::shipped_packs()),
        }
    }

    fn is_shipped(&self) -> bool {
        match self {
            Self::Folder(_) => false,
            Self::Beside(courses) => !beside(courses).is_dir(),
            Self::Shipped => true,
        }
    }
}

/// What the folder of packs is called, on the disk and in a report.
pub(crate) const PACKS: &str = "countries";

/// The folder of packs in a folder of courses.
pub(crate) fn beside(courses: &std::path::Path) -> PathBuf {
    courses.join(PACKS)
}

/// What is known, and what checking it found.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Known {
    /// What is served, by country.
    pub(crate) packs: BTreeMap<CountryCode, CountryPack>,
    /// What checking the files found.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The files' own state is what is served.
    pub(crate) is_sound: bool,
    /// They are those inside the binary: nobody here can mend them.
    pub(crate) is_shipped: bool,
}

/// The packs that are served.
#[derive(Default)]
pub(crate) struct Countries {
    known: RwLock<Arc<Known>>,
    /// What fills the slots of a text: made once until the packs change.
    fillings: RwLock<Made>,
}

/// What was made, by country and language.
type Made = HashMap<(Option<CountryCode>, Language), Arc<Fillings>>;

impl Countries {
    /// What is known now.
    pub(crate) fn known(&self) -> Arc<Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the packs and serves what has no errors. Whether anything is another than it was.
    ///
    /// # Errors
    /// If the reading was cut short. What was served before is served still.
    pub(crate) async fn load(&self, from: &PacksFrom, today: Day) -> anyhow::Result<bool> {
        let from = from.clone();
        let read = move || (from.is_shipped(), course::load_countries(from.source().as_ref(), today));
        let (is_shipped, read) = tokio::task::spawn_blocking(read).await?;
        let is_sound = read.is_sound();
        let before = self.known();
        if before.diagnostics != read.diagnostics {
            report(&read.diagnostics);
        }
        let kept = read.at_fault.iter().filter_map(|code| Some((*code, before.packs.get(code)?.clone())));
        let packs = kept.chain(read.sound).collect();
        let known = Known { packs, diagnostics: read.diagnostics, is_sound, is_shipped };
        let changed = *before != known;
        if changed {
            *self.known.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(known);
            self.fillings.write().unwrap_or_else(PoisonError::into_inner).clear();
        }
        Ok(changed)
    }

    /// What fills the slots of a course for whoever visits.
    pub(crate) fn fillings(&self, visit: &Visit, course: &Course) -> Arc<Fillings> {
        self.fillings_in(visit, &course.edition(&visit.language).page_language)
    }

    /// What fills the slots of a text in this language for whoever visits.
    pub(crate) fn fillings_in(&self, visit: &Visit, language: &Language) -> Arc<Fillings> {
        let key = (visit.country, language.clone());
        if let Some(made) = self.fillings.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return made.clone();
        }
        let mut fillings = self.fillings.write().unwrap_or_else(PoisonError::into_inner);
        let made = Arc::new(fill(&self.known(), visit.country, language));
        fillings.insert(key, made.clone());
        made
    }

    /// What is said below a text in which something of a country stands.
    pub(crate) fn note(&self, visit: &Visit, has_slots: bool) -> Option<CountryNote> {
        has_slots.then(|| CountryNote {
            name: visit.country.map(|code| name(&visit.words, code)),
            known: visit.country.is_some_and(|code| self.known().packs.contains_key(&code)),
            href: chooser(visit, &visit.here),
        })
    }

    /// What there is to choose from, in the order of the names in the reader's language.
    pub(crate) fn choice(&self, words: &Words, chosen: Option<CountryCode>) -> CountryChoice {
        let packs = &self.known().packs;
        let mut all: Vec<_> = CountryCode::all().map(|code| (code, name(words, code))).collect();
        all.sort_by_cached_key(|(_, name)| in_order(name));
        let (known, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(code, _)| packs.contains_key(code));
        let options = |all: Vec<(CountryCode, String)>| all.into_iter().map(|(code, name)| (code.to_string(), name));
        CountryChoice {
            chosen: chosen.map(|code| code.to_string()).unwrap_or_default(),
            known: options(known).collect(),
            others: options(others).collect(),
        }
    }
}

fn report(found: &[Diagnostic]) {
    let words = Words::english();
    for one in found.iter().filter(|one| one.severity == course::Severity::Error) {
        let message = crate::view::diagnostic(&words, one);
        tracing::warn!(pack = one.file, line = one.line, "{message}");
    }
}

fn fill(known: &Known, country: Option<CountryCode>, language: &Language) -> Fillings {
    let words = Words::of(language.as_ref()).unwrap_or_else(Words::english);
    let places = [("first", "{first}".into()), ("second", "{second}".into())];
    let labels = SlotLabels::from_words(&|id| words.text_with(id, &places));
    let name = country.map(|code| name(&words, code));
    Fillings::new(name.as_deref(), country.and_then(|code| known.packs.get(&code)), language, &labels)
}

/// A country's name in the reader's language.
pub(crate) fn name(words: &Words, code: CountryCode) -> String {
    words.text(&format!("country-{code}"))
}

/// Where one chooses a country, and comes back from to `next`.
pub(crate) fn chooser(visit: &Visit, next: &str) -> String {
    format!("{}?next={}", visit.to().page("country"), escape_query(next))
}

/// Åland stands with the names in A.
fn in_order(name: &str) -> String {
    name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_and_no_two_have_the_same() {
        let words = Words::english();
        let names: std::collections::BTreeSet<String> = CountryCode::all()
            .map(|code| (code, name(&words, code)))
            .map(|(code, name)| {
                assert!(words.has(&format!("country-{code}")), "{code}");
                name
            })
            .collect();
        assert_eq!(names.len(), CountryCode::all().count());
    }

    #[test]
    fn names_stand_in_the_order_in_which_one_looks_for_them() {
        let choice = Countries::default().choice(&Words::english(), CountryCode::parse("mw").ok());
        let names: Vec<&str> = choice.others.iter().map(|(_, name)| name.as_str()).collect();
        let place = |name| names.iter().position(|one| *one == name).expect("it is there");
        assert!(place("Afghanistan") < place("Åland Islands") && place("Åland Islands") < place("Albania"));
        assert_eq!(choice.chosen, "mw");
    }

    #[tokio::test]
    async fn packs_beside_the_courses_stand_instead_of_those_that_are_shipped() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = PacksFrom::Beside(folder.path().to_owned());
        let today = Day::new(2026, 11, 24).expect("a day");
        let mw = CountryCode::parse("mw").expect("a code");
        let countries = Countries::default();
        let knows = async |from: &PacksFrom| {
            countries.load(from, today).await.expect("read");
            countries.known().packs.contains_key(&mw)
        };
        assert!(knows(&PacksFrom::Shipped).await && knows(&own).await);
        std::fs::create_dir(beside(folder.path())).expect("made");
        assert!(!knows(&own).await, "an empty folder says that nothing is known");
    }

    #[tokio::test]
    async fn a_pack_with_errors_leaves_what_was_known_and_one_that_is_gone_takes_it_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("mw.toml");
        let (from, today) = (PacksFrom::Folder(folder.path().to_owned()), Day::new(2026, 11, 24).expect("a day"));
        let good = "name = \"Malawi\"\nchecked = 2026-01-01\nsource = \"https://example.org/\"\n";
        let countries = Countries::default();
        let reads = async |text: Option<&str>| {
            text.map_or_else(|| std::fs::remove_file(&file), |text| std::fs::write(&file, text)).expect("changed");
            countries.load(&from, today).await.expect("read");
            let known = countries.known();
            (known.packs.len(), known.is_sound)
        };
        assert_eq!(reads(Some("name = 1")).await, (0, false), "nothing was known before");
        assert_eq!(reads(Some(good)).await, (1, true));
        assert_eq!(reads(Some("name = ")).await, (1, false));
        assert_eq!(reads(None).await, (0, true));
    }
}
