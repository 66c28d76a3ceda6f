//! Courses in several languages: what is accepted, what goes stale, and what never depends on either.

use std::collections::BTreeMap;

use course::{Accepted, BlockState, Loaded, Scope, ScopeFault, Translation, written};

use crate::told;

type Files = BTreeMap<String, String>;

const PAGE: &str = "# Help\n\n## Listen first {#listen-first}\n\nOne child in three was bullied.\n\nSit down before you answer.\n\n\
    ### Which? {.choice #which points=2}\n\nA stranger asks for a photo.\n\n- [x] Contact with a child\n- [ ] Content for all\n\n\
    ## Tell someone {#tell}\n\nNobody does this alone.\n";
const FRENCH: &str = "# Aide\n\n## Écouter {#listen-first}\n\nUn enfant sur trois a été harcelé.\n\nAsseyez-vous d’abord.\n\n\
    ### Lequel ? {.choice #which}\n\nUn inconnu demande une photo.\n\n- [x] Contact avec un enfant\n- [ ] Contenu pour tous\n\n\
    ## En parler {#tell}\n\nPersonne ne le fait seul.\n";

fn files() -> Files {
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\", \"fr\"]\n";
    let all = [
        ("course.toml", settings),
        ("en/course.md", "# A course\n"),
        ("en/01-help.md", PAGE),
        ("fr/course.md", "# Un cours\n"),
        ("fr/01-help.md", FRENCH),
    ];
    all.map(|(path, text)| (path.to_owned(), text.to_owned())).into()
}

fn load(files: &Files) -> Loaded {
    told::loaded(&told::memory(files.clone()))
}

fn french(files: &Files) -> Translation {
    load(files).translations.into_iter().next().expect("it is translated")
}

fn change(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = files.get_mut(path).expect("the file is there");
    assert!(text.contains(from), "{from}");
    *text = text.replace(from, to);
}

fn keep(files: &mut Files, record: &[Accepted]) {
    files.insert("fr/.translated.toml".to_owned(), written(record));
}

fn accept(files: &mut Files, scope: &Scope) -> usize {
    let (record, changed) = french(files).accepted(scope).expect("it is sound");
    keep(files, &record);
    changed
}

fn codes(files: &Files) -> Vec<String> {
    let told = load(files).diagnostics;
    let is_advice = |code: &str| ["feedback-missing", "figure-without-source"].contains(&code);
    let told = told.iter().filter(|one| !is_advice(one.fault.code()));
    told.map(|one| format!("{}:{} {}", one.file, one.line, one.fault.code())).collect()
}

fn count(files: &Files, state: BlockState) -> usize {
    french(files).blocks().filter(|block| block.state == state).count()
}

#[test]
fn what_changes_in_the_source_after_it_was_accepted_is_stale_until_it_is_accepted_again() {
    let mut files = files();
    assert_eq!(accept(&mut files, &Scope::All), 10);
    assert_eq!(codes(&files), [""; 0]);
    change(&mut files, "en/01-help.md", "in three", "in four");
    assert_eq!(codes(&files), ["fr/01-help.md:5 translation-stale"]);
    // A translation that was touched is not yet one that was looked at.
    change(&mut files, "fr/01-help.md", "sur trois", "sur quatre");
    assert_eq!(codes(&files), ["fr/01-help.md:5 translation-stale"]);
    assert_eq!(accept(&mut files, &Scope::Id("listen-first".to_owned())), 1);
    assert_eq!(codes(&files), [""; 0]);
}

#[test]
fn a_paragraph_that_only_moved_is_still_known() {
    let mut files = files();
    accept(&mut files, &Scope::All);
    change(
        &mut files,
        "en/01-help.md",
        "One child in three was bullied.\n\nSit down before you answer.",
        "Sit down before you answer.\n\nOne child in three was bullied.",
    );
    assert_eq!(codes(&files), [""; 0]);
    // The lines of a paragraph may be broken anew, and a question may go to another lesson.
    change(&mut files, "en/01-help.md", "Sit down before", "Sit down\nbefore");
    assert_eq!(codes(&files), [""; 0]);
}

#[test]
fn a_mended_typo_is_accepted_with_the_translation_as_it_was() {
    let mut files = files();
    accept(&mut files, &Scope::All);
    change(&mut files, "en/01-help.md", "in three", "in threee");
    change(&mut files, "en/01-help.md", "does this alone", "does that alone");
    assert_eq!(count(&files, BlockState::Stale), 2);
    let (record, changed) = french(&files).unchanged(&Scope::Id("tell".to_owned())).expect("it is sound");
    assert_eq!(changed, 1);
    keep(&mut files, &record);
    assert_eq!(codes(&files), ["fr/01-help.md:5 translation-stale"]);
}

#[test]
fn the_source_s_own_words_are_accepted_only_where_they_are_named() {
    let mut files = files();
    files.insert("fr/01-help.md".to_owned(), PAGE.to_owned());
    assert_eq!(codes(&files), ["fr/01-help.md:1 translation-same"]);
    assert_eq!(accept(&mut files, &Scope::All), 1, "the title of the course alone");
    assert_eq!(codes(&files), ["fr/01-help.md:1 translation-same"]);
    assert_eq!(accept(&mut files, &Scope::File("01-help.md".to_owned())), 9);
    assert_eq!(codes(&files), [""; 0]);
}

#[test]
fn nothing_is_accepted_that_is_not_there_or_has_errors() {
    let mut files = files();
    let refused = |files: &Files, scope: &str| french(files).accepted(&Scope::read(scope)).expect_err("refused");
    assert_eq!(refused(&files, "wich"), ScopeFault::Unknown("which".to_owned()));
    assert_eq!(refused(&files, "01-hlep.md"), ScopeFault::Unknown("01-help.md".to_owned()));
    change(&mut files, "fr/01-help.md", "- [ ] Contenu pour tous\n", "");
    assert_eq!(refused(&files, "which"), ScopeFault::AtFault("01-help.md".to_owned()));
    files.insert("fr/.translated.toml".to_owned(), "format = 2\n".to_owned());
    assert_eq!(refused(&files, "course.md"), ScopeFault::Record);
    assert!(french(&files).accepted(&Scope::File("fr/course.md".to_owned())).is_err());
}

/// What is accepted now and nothing of this: what comes back later is known as before.
#[test]
fn what_is_away_or_half_written_while_something_else_is_accepted_is_known_again_once_it_is_back() {
    let half = FRENCH.split_once("### Lequel").expect("a question").0;
    for (name, away) in [
        ("the page is away", &(|files: &mut Files| drop(files.remove("fr/01-help.md"))) as &dyn Fn(&mut Files)),
        ("it is empty", &|files| drop(files.insert("fr/01-help.md".to_owned(), String::new()))),
        ("it is half written", &|files| drop(files.insert("fr/01-help.md".to_owned(), half.to_owned()))),
        ("its source is away", &|files| drop(files.remove("en/01-help.md"))),
        ("its source is empty", &|files| drop(files.insert("en/01-help.md".to_owned(), String::new()))),
        ("its source is half written", &|files| {
            drop(files.insert("en/01-help.md".to_owned(), PAGE.split_once("### Which").expect("it").0.to_owned()))
        }),
        ("all of the language is away", &|files| {
            files.retain(|path, _| !path.starts_with("fr/") || path.contains("translated"))
        }),
    ] {
        let scopes = [Scope::All, Scope::File("course.md".to_owned()), Scope::File("01-help.md".to_owned())];
        for scope in scopes.into_iter().chain([Scope::Id("listen-first".to_owned())]) {
            let mut files = files();
            accept(&mut files, &Scope::All);
            let before = files.clone();
            away(&mut files);
            change(&mut files, "en/course.md", "A course", "The course");
            for made in [french(&files).accepted(&scope), french(&files).unchanged(&scope)] {
                let mut back = before.clone();
                made.iter().for_each(|(record, _)| keep(&mut back, record));
                assert_eq!(count(&back, BlockState::Stale), usize::from(codes(&back).len() == 1), "{name}, {scope:?}");
                change(&mut back, "en/01-help.md", "does this alone", "does that alone");
                change(&mut back, "en/01-help.md", "in three", "in four");
                let stale =
                    codes(&back).iter().filter(|told| told.starts_with("fr/01") && told.contains("stale")).count();
                assert_eq!(stale, 2, "{name}, {scope:?}: {:?}", codes(&back));
            }
        }
    }
}

#[test]
fn a_module_of_another_number_is_known_as_before() {
    let mut files = files();
    accept(&mut files, &Scope::All);
    for language in ["en", "fr"] {
        let page = files.remove(&format!("{language}/01-help.md")).expect("it is there");
        files.insert(format!("{language}/02-help.md"), page);
    }
    change(&mut files, "en/02-help.md", "in three", "in four");
    change(&mut files, "en/02-help.md", "does this alone", "does that alone");
    assert_eq!(codes(&files), ["fr/02-help.md:5 translation-stale", "fr/02-help.md:18 translation-stale"]);
    assert_eq!(accept(&mut files, &Scope::Id("tell".to_owned())), 1);
    assert_eq!(codes(&files), ["fr/02-help.md:5 translation-stale"]);
}

#[test]
fn what_is_gone_from_the_source_is_told_until_it_is_accepted_and_nothing_else_is() {
    let mut files = files();
    accept(&mut files, &Scope::All);
    change(&mut files, "en/01-help.md", "Sit down before you answer.\n\n", "");
    let gone = ["fr/01-help.md:7 translation-gone"];
    assert_eq!(codes(&files), gone);
    change(&mut files, "en/01-help.md", "does this alone", "does that alone");
    for scope in ["course.md", "tell", "which"] {
        accept(&mut files, &Scope::read(scope));
        assert_eq!(codes(&files).iter().filter(|told| told.ends_with("gone")).collect::<Vec<_>>(), gone, "{scope}");
    }
    let (record, _) = french(&files).unchanged(&Scope::All).expect("it is sound");
    keep(&mut files, &record);
    assert_eq!(codes(&files), gone);
    assert_eq!(accept(&mut files, &Scope::Id("listen-first".to_owned())), 1);
    assert_eq!(codes(&files), [""; 0]);
}

#[test]
fn a_record_that_is_written_is_read_as_it_was_whatever_the_words() {
    let mut files = files();
    let hard = "Quotes \" and ' and \\ and \t and ]]] and \"\"\" and ''' and {{law}}.";
    change(&mut files, "en/01-help.md", "Sit down before you answer.", hard);
    accept(&mut files, &Scope::All);
    let before = files["fr/.translated.toml"].clone();
    assert_eq!(accept(&mut files, &Scope::All), 0);
    assert_eq!(files["fr/.translated.toml"], before);
}

#[test]
fn what_a_learner_sees_does_not_depend_on_the_record() {
    let mut files = files();
    files.insert("fr/01-help.md".to_owned(), FRENCH.replace("Asseyez-vous d’abord.", "Sit down before you answer."));
    let before = load(&files).course.expect("a course");
    assert!(told::course(&before).contains("class=\"untranslated\""));
    accept(&mut files, &Scope::File("01-help.md".to_owned()));
    let after = load(&files).course.expect("a course");
    assert_eq!(before.version, after.version);
    assert_eq!(told::course(&before), told::course(&after));
}

#[test]
fn a_changed_translation_is_a_revision_and_another_language_is_a_new_version() {
    let before = load(&files()).course.expect("a course");
    let mut better = files();
    change(&mut better, "fr/01-help.md", "Asseyez-vous d’abord.", "Asseyez-vous d’abord, puis écoutez.");
    let better = load(&better).course.expect("a course");
    assert!(better.is_revision_of(&before) && better.version.hash != before.version.hash);
    let mut absent = files();
    absent.remove("fr/01-help.md");
    assert!(load(&absent).course.expect("a course").is_revision_of(&before));
    let mut more = files();
    change(&mut more, "course.toml", "\"fr\"]", "\"fr\", \"ar\"]");
    assert!(!load(&more).course.expect("a course").is_revision_of(&before));
}

#[test]
fn an_error_in_the_source_is_not_told_a_second_time_of_each_translation() {
    let mut files = files();
    change(&mut files, "en/01-help.md", "- [x] Contact", "- [ ] Contact");
    assert_eq!(codes(&files), ["en/01-help.md:13 right-missing"]);
}

#[test]
fn a_page_of_very_many_paragraphs_is_compared_in_time() {
    let many = |word: &str| format!("# M\n\n## L {{#l}}\n\n{}", format!("{word} a.\n\n").repeat(20_000));
    let mut files = files();
    files.insert("en/01-help.md".to_owned(), many("one"));
    files.insert("fr/01-help.md".to_owned(), many("un"));
    let began = std::time::Instant::now();
    load(&files);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

/// What the pages are after all mends that there are, and what is left to tell of their ids.
fn mended_ids(files: &Files, path: &str) -> (String, Vec<String>) {
    let told = load(files).diagnostics;
    let of_page: Vec<_> =
        told.iter().filter(|one| one.file == path && one.fault.code().ends_with("id-missing")).collect();
    let free = of_page.iter().filter(|one| one.edits.is_empty()).map(|one| {
        let arguments = one.fault.arguments();
        arguments
            .into_iter()
            .find(|(name, _)| *name == "free")
            .and_then(|(_, free)| free)
            .expect("it says which are free")
    });
    (course::mended(&files[path], &of_page).text, free.collect())
}

#[test]
fn a_translation_is_given_an_id_of_its_source_only_where_it_can_be_no_other() {
    let question = |words: &str, braces: &str| format!("## {words} {{{braces}}}\n\n- [x] a\n- [ ] b\n\n");
    let bank = |all: &[(&str, &str)]| {
        let all = all.iter().map(|(words, braces)| question(words, braces));
        format!("# Q\n\n{}", all.collect::<String>())
    };
    let (one, two, three) = ((".choice #first-call"), (".choice #keep-secret"), (".choice #take-phone"));
    let english = bank(&[("One", one), ("Two", two), ("Three", three)]);
    for (own, mended, left) in [
        // The third question, where the second is not translated yet.
        (vec![one, ".choice"], vec![one, ".choice"], vec!["keep-secret, take-phone"]),
        (vec![one, ".choice", three], vec![one, two, three], vec![]),
        (vec![one, ".choice", ".choice"], vec![one, two, three], vec![]),
        (vec![one, ".choices", three], vec![one, ".choices", three], vec!["none"]),
        // Swapped, and one that is new.
        (vec![two, ".choice", three], vec![two, ".choice", three], vec!["first-call"]),
        (
            vec![".choice", ".choice", two, three],
            vec![".choice", ".choice", two, three],
            vec!["first-call", "first-call"],
        ),
        (vec![one, two, three, ".choice"], vec![one, two, three, ".choice"], vec!["none"]),
        // An id with a slip may be the one that is free.
        (
            vec![one, ".choice #keep-secrte", ".choice", three],
            vec![one, ".choice #keep-secrte", ".choice", three],
            vec!["keep-secret"],
        ),
    ] {
        let mut files = files();
        files.insert("en/bank/risks.md".to_owned(), english.clone());
        let page = |braces: &[&str]| bank(&braces.iter().map(|braces| ("Une", *braces)).collect::<Vec<_>>());
        files.insert("fr/bank/risks.md".to_owned(), page(&own));
        let (text, free) = mended_ids(&files, "fr/bank/risks.md");
        assert_eq!((text, free), (page(&mended), left.iter().map(|&free| free.to_owned()).collect()), "{own:?}");
    }
}

#[test]
fn a_lesson_is_given_the_id_of_its_source_only_where_it_can_be_no_other() {
    let without = |text: &str, ids: &[&str]| ids.iter().fold(text.to_owned(), |text, id| text.replace(id, ""));
    let (listen, tell) = FRENCH.split_at(FRENCH.find("## En").expect("a lesson"));
    let (title, listen) = listen.split_at(listen.find("## ").expect("a lesson"));
    let both = [" {#listen-first}", " {#tell}"];
    for (own, mended, free) in [
        (FRENCH.to_owned(), FRENCH.to_owned(), vec![]),
        (format!("{title}{tell}"), format!("{title}{}", without(tell, &both)), vec!["listen-first, tell"]),
        (
            format!("{title}{tell}\n{listen}"),
            format!("{title}{}\n{}", without(tell, &both), without(listen, &both)),
            vec!["listen-first", "listen-first"],
        ),
        // What stands below the question is sure all the same.
        (
            format!("{title}## Avant\n\nUn mot.\n\n{listen}{tell}"),
            format!("{title}## Avant\n\nUn mot.\n\n{}{tell}", without(listen, &both)),
            vec!["listen-first", "listen-first"],
        ),
    ] {
        let mut files = files();
        files.insert("fr/01-help.md".to_owned(), without(&own, &both));
        let (text, named) = mended_ids(&files, "fr/01-help.md");
        assert_eq!((text, named), (mended, free.into_iter().map(str::to_owned).collect()), "{own}");
    }
}
