//! The way through a course, and what its tests draw from.

use course::{Course, Language, QuestionId, Step, SurveySlug, TestSlug};

use crate::told;

fn case(name: &str) -> Course {
    let folder = told::folders("cases").into_iter().find(|(own, _)| own == name).expect("the case is there").1;
    told::loaded_folder(&folder.join("course")).course.expect("a course")
}

#[test]
fn tests_stand_first_at_the_end_of_their_module_or_last() {
    let steps = case("order").steps();
    let names: Vec<&str> = steps
        .iter()
        .map(|step| match step {
            Step::Lesson { lesson, .. } => lesson.as_ref(),
            Step::Test(test) => test.as_ref(),
        })
        .collect();
    // Of two tests in one place, the earlier in `course.toml` comes first.
    assert_eq!(names, ["pre-test", "one", "two", "module-test", "another-test", "three", "final-test"]);
}

#[test]
fn surveys_are_asked_in_the_order_of_the_settings_and_one_without_questions_is_not() {
    let course = case("surveys");
    let names: Vec<&str> = course.surveys().into_iter().map(|(slug, _)| slug.as_ref()).collect();
    assert_eq!(names, ["later", "each-module", "closing"]);
    assert_eq!(case("order").surveys(), []);
    let closing = SurveySlug::parse("closing").expect("a name");
    let page = course.survey(&Language::parse("fr").expect("a tag"), &closing).expect("in the source language");
    assert!(page.has_slots() && page.questions.len() == 6);
}

#[test]
fn a_module_is_its_lessons_and_then_its_tests() {
    let course = case("order");
    let steps = course.steps();
    let of: Vec<_> = course.source_edition().modules.iter().map(|module| course.steps_of(module)).collect();
    assert_eq!(of.concat(), steps[1..steps.len() - 1]);
}

#[test]
fn a_draw_picks_from_the_questions_that_have_its_tags() {
    let course = case("questions");
    let test = TestSlug::parse("final-test").expect("a name");
    let candidates = course.candidates(&test);
    let ids: Vec<Vec<&str>> =
        candidates.iter().map(|(pool, _)| pool.iter().map(|one| one.id.as_str()).collect()).collect();
    assert_eq!(ids, [vec!["one", "ones", "pairs"], vec!["one", "pairs"]]);
    assert_eq!(candidates.iter().map(|(_, pick)| *pick).collect::<Vec<_>>(), [1, 1]);
    let (one, pairs) = (&candidates[1].0[0], &candidates[1].0[1]);
    assert_eq!((one.options, one.shuffle, one.always), (2, false, false));
    assert_eq!((pairs.options, pairs.shuffle, pairs.always), (2, true, true));
    assert!(course.candidates(&TestSlug::parse("other").expect("a name")).is_empty());
}

#[test]
fn a_question_is_found_by_its_id_in_banks_and_lessons_in_any_language() {
    let course = case("questions");
    for language in ["en", "fr"] {
        let language = Language::parse(language).expect("a tag");
        for (id, title) in [("one", "Which one?"), ("practice", "Practice")] {
            let question = course.question(&language, &QuestionId::parse(id).expect("an id")).expect("it is there");
            assert_eq!(question.title_text, title);
        }
        assert_eq!(course.edition(&language).title, "A course");
    }
    assert!(
        course.question(&Language::parse("en").expect("a tag"), &QuestionId::parse("none").expect("an id")).is_none()
    );
}

#[test]
fn settings_are_read_as_they_are_written() {
    let settings = case("order").settings;
    assert_eq!(settings.hours.map(|hours| hours.to_string()).as_deref(), Some("2.5"));
    assert_eq!(settings.minimum_age, 0);
    assert_eq!(settings.audience, ["parents", "police"]);
    let test = &settings.tests[&TestSlug::parse("final-test").expect("a name")];
    assert_eq!((test.minutes, test.attempts, test.wait_minutes), (Some(30), Some(3), 60));
    assert_eq!(test.pass.percent.get(), 70);
    assert_eq!(test.parallel_to.as_ref().map(AsRef::as_ref), Some("pre-test"));
    let certificate = &settings.certificates["achievement"];
    assert!(certificate.all_modules && certificate.all_tasks);
    assert_eq!(certificate.valid_for.map(|time| (time.years, time.months, time.days)), Some((1, 6, 0)));
}

#[test]
fn a_course_that_leaves_everything_out_has_the_defaults_of_the_format() {
    let settings = case("smallest").settings;
    assert_eq!(settings.level.as_str(), "introductory");
    assert_eq!(settings.modality.as_str(), "self-paced");
    assert_eq!((settings.order.as_str(), settings.enrolment.as_str()), ("free", "open"));
    assert_eq!((settings.minimum_age, settings.hours, settings.licence), (18, None, None));
    let settings = case("questions").settings;
    let test = &settings.tests[&TestSlug::parse("final-test").expect("a name")];
    assert_eq!((test.minutes, test.attempts, test.wait_minutes), (None, None, 0));
    assert!(test.shuffle && !test.blind_marking && !test.offline);
    assert_eq!(
        (test.feedback.as_str(), test.keep, test.pass.rule),
        ("after-submit", assessment::Keep::Highest, assessment::PassRule::AtLeast)
    );
}
