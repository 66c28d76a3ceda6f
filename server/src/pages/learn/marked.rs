//! A question of a finished sitting with its marks: what was given, what was right, and what the author says to it.

use app::parts::{Marked, MarkedLine};
use app::tongue::Tongue;
use app::words::Words;
use assessment::{Answer, Foreseen, Key, Mark, show_answer};
use course::{Body, Choice, Html, Question};

use crate::grading::Sitting;
use crate::view;

pub(super) fn marked(sitting: &Sitting, number: usize, question: &Question, tongue: Tongue, words: &Words) -> Marked {
    let score = sitting.score(question);
    let given = sitting.answers.get(question.id.as_ref());
    Marked {
        number,
        title: question.title.to_string(),
        prompt: question.prompt.to_string() + &gap_text(question, words),
        tongue,
        score: (view::points(score.earned), score.of),
        answered: sitting.is_answered(question),
        late: sitting.late.iter().any(|late| late == question.id.as_ref()),
        lines: lines(question, given, words),
        explanation: question.explanation.as_ref().map(ToString::to_string),
    }
}

/// The text of a question with gaps: in each stands its number.
fn gap_text(question: &Question, words: &Words) -> String {
    let Body::Blanks { text, .. } = &question.body else { return String::new() };
    let mut html = String::new();
    for (at, part) in text.iter().enumerate() {
        if at > 0 {
            let name = words.text_with("gap", &[("number", at.into())]);
            html.push_str(&format!("<em>[{}]</em>", Html::escaped(&name)));
        }
        html.push_str(part.as_str());
    }
    html
}

fn lines(question: &Question, given: Option<&Answer>, words: &Words) -> Vec<MarkedLine> {
    let marks = question.item.marks(given);
    let mark = |part: usize| marks.get(part).copied().unwrap_or(Mark::Wrong);
    match (&question.body, &question.item.key) {
        (Body::Options(options), _) => options.iter().enumerate().map(|(at, one)| option(one, mark(at))).collect(),
        (Body::Order(steps), _) => {
            let place = |step: usize| match given {
                Some(Answer::Order(places)) => places.get(step).copied().flatten().map(|place| (place + 1).to_string()),
                _ => None,
            };
            let line = |(at, step): (usize, &Html)| pair(step.to_string(), place(at), (at + 1).to_string(), mark(at));
            steps.iter().enumerate().map(line).collect()
        }
        (Body::Match { rows, targets, .. }, Key::Match { right, .. }) => {
            let paired = |row: usize| match given {
                Some(Answer::Match(pairs)) => pairs.get(row).copied().flatten().and_then(|at| targets.get(at)),
                _ => None,
            };
            let line = |(at, row): (usize, &Html)| {
                pair(row.to_string(), paired(at).map(Html::to_string), targets[right[at]].to_string(), mark(at))
            };
            rows.iter().enumerate().map(line).collect()
        }
        (Body::Blanks { .. }, Key::Blanks { gaps, .. }) => {
            let typed = |gap: usize| match given {
                Some(Answer::Blanks(typed)) => typed.get(gap).filter(|typed| !typed.is_empty()),
                _ => None,
            };
            let name = |at: usize| words.text_with("gap", &[("number", (at + 1).into())]);
            let line = |(at, gap): (usize, &Vec<String>)| {
                let right = gap.first().map_or("", String::as_str);
                pair(
                    name(at),
                    typed(at).map(|typed| Html::escaped(typed).to_string()),
                    Html::escaped(right).to_string(),
                    mark(at),
                )
            };
            gaps.iter().enumerate().map(line).collect()
        }
        (Body::Number, Key::Number { least, most, comma, .. }) => {
            let typed =
                given.map(|given| show_answer(&question.item, &[], given).concat()).filter(|typed| !typed.is_empty());
            let ends = [least.written(*comma), most.written(*comma)];
            let right = if least == most { ends[0].clone() } else { ends.join(" – ") };
            vec![pair(words.text("your-answer"), typed, right, mark(0))]
        }
        (Body::Short { feedback }, Key::Short { foreseen, .. }) => {
            vec![short(given, question, feedback, foreseen, mark(0), words)]
        }
        _ => Vec::new(),
    }
}

/// A pattern is shown with dots for its stars.
fn short(
    given: Option<&Answer>,
    question: &Question,
    feedback: &[Option<Html>],
    foreseen: &[Foreseen],
    mark: Mark,
    words: &Words,
) -> MarkedLine {
    let typed = match given {
        Some(Answer::Short(typed)) if !typed.is_empty() => Some(Html::escaped(typed).to_string()),
        _ => None,
    };
    let right = foreseen.iter().find(|one| one.right).map(|one| one.words.replace('*', "…")).unwrap_or_default();
    let said = given.and_then(|given| question.item.recognised(given)).and_then(|at| feedback.get(at)?.as_ref());
    let line = pair(words.text("your-answer"), typed, Html::escaped(&right).to_string(), mark);
    MarkedLine { feedback: said.map(ToString::to_string), ..line }
}

/// Feedback is shown for what was picked and for what was missed: there it has something to say.
fn option(one: &Choice, mark: Mark) -> MarkedLine {
    let feedback = one.feedback.as_ref().filter(|_| mark != Mark::Plain).map(ToString::to_string);
    MarkedLine { text: one.text.to_string(), paired: None, mark, feedback, right: None }
}

/// A row, step, gap or field with what was given and, where that is wrong, what is right: all as HTML.
fn pair(text: String, given: Option<String>, right: String, mark: Mark) -> MarkedLine {
    MarkedLine { text, paired: Some(given), mark, feedback: None, right: (mark != Mark::Right).then_some(right) }
}
