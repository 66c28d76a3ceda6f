//! A question of a finished sitting with its marks: what was given, what was right, and what the author says to it.

use app::parts::{Mark, Marked};
use assessment::{Answer, Key};
use course::{Body, Question};

use crate::grading::Graded;
use crate::serve::visit::Visit;
use crate::view;

pub(super) fn marked(visit: &Visit, sitting: &Graded, number: usize, question: &Question) -> Marked {
    let score = sitting.score(question);
    let given = sitting.answers.get(question.id.as_ref());
    Marked {
        number,
        title: question.title.to_string(),
        prompt: question.prompt.to_string(),
        score: (view::points(score.earned), score.of),
        answered: sitting.is_answered(question),
        late: sitting.late.iter().any(|late| late == question.id.as_ref()),
        lines: lines(visit, question, given),
        explanation: question.explanation.as_ref().map(ToString::to_string),
    }
}

type Line = (String, Mark, Option<String>);

fn lines(visit: &Visit, question: &Question, given: Option<&Answer>) -> Vec<Line> {
    match (&question.body, &question.item.key) {
        (Body::Options(options), Key::Choice { right, .. }) => {
            let picked = |at| given == Some(&Answer::Choice(at));
            options.iter().enumerate().map(|(at, one)| option(one, picked(at), at == *right)).collect()
        }
        (Body::Options(options), Key::Choices { right, .. }) => {
            let picked = |at| matches!(given, Some(Answer::Choices(some)) if some.contains(&at));
            options.iter().enumerate().map(|(at, one)| option(one, picked(at), right.contains(&at))).collect()
        }
        (Body::Match { rows, targets, .. }, Key::Match { right, .. }) => {
            let pairs = match given {
                Some(Answer::Match(pairs)) => pairs.clone(),
                _ => vec![None; rows.len()],
            };
            let row = |(at, row): (usize, &course::Html)| {
                let (chosen, target) = (pairs.get(at).copied().flatten(), right[at]);
                pair(
                    visit,
                    row,
                    chosen.and_then(|chosen| targets.get(chosen)),
                    &targets[target],
                    chosen == Some(target),
                )
            };
            rows.iter().enumerate().map(row).collect()
        }
        _ => Vec::new(),
    }
}

/// Feedback is shown for what was picked and for what was missed: there it has something to say.
fn option(one: &course::Choice, picked: bool, right: bool) -> Line {
    let mark = match (picked, right) {
        (true, true) => Mark::Right,
        (true, false) => Mark::Wrong,
        (false, true) => Mark::Missed,
        (false, false) => Mark::Plain,
    };
    let feedback = one.feedback.as_ref().filter(|_| mark != Mark::Plain).map(ToString::to_string);
    (one.text.to_string(), mark, feedback)
}

fn pair(visit: &Visit, row: &course::Html, chosen: Option<&course::Html>, target: &course::Html, right: bool) -> Line {
    let nothing = visit.words.text("not-answered");
    let shown = chosen.map_or(nothing, ToString::to_string);
    let text = format!("{row} → {shown}");
    let mend = (!right).then(|| visit.words.text_with("pair-right", &[("target", target.to_string().into())]));
    (text, if right { Mark::Right } else { Mark::Wrong }, mend)
}
