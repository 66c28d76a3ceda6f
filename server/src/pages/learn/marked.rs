//! A question of a finished sitting with its marks: what was given, what was right, and what the author says to it.

use app::parts::{Marked, MarkedLine};
use app::tongue::Tongue;
use assessment::{Answer, Key, Mark};
use course::{Body, Choice, Html, Question};

use crate::grading::Sitting;
use crate::view;

pub(super) fn marked(sitting: &Sitting, number: usize, question: &Question, tongue: Tongue) -> Marked {
    let score = sitting.score(question);
    let given = sitting.answers.get(question.id.as_ref());
    Marked {
        number,
        title: question.title.to_string(),
        prompt: question.prompt.to_string(),
        tongue,
        score: (view::points(score.earned), score.of),
        answered: sitting.is_answered(question),
        late: sitting.late.iter().any(|late| late == question.id.as_ref()),
        lines: lines(question, given),
        explanation: question.explanation.as_ref().map(ToString::to_string),
    }
}

fn lines(question: &Question, given: Option<&Answer>) -> Vec<MarkedLine> {
    let marks = question.item.marks(given).into_iter();
    match (&question.body, &question.item.key) {
        (Body::Options(options), _) => options.iter().zip(marks).map(|(one, mark)| option(one, mark)).collect(),
        (Body::Match { rows, targets, .. }, Key::Match { right, .. }) => {
            let paired = |row: usize| match given {
                Some(Answer::Match(pairs)) => pairs.get(row).copied().flatten().and_then(|at| targets.get(at)),
                _ => None,
            };
            let line = |(row, mark)| pair(&rows[row], paired(row), &targets[right[row]], mark);
            (0..rows.len()).zip(marks).map(line).collect()
        }
        (Body::Match { .. }, _) => Vec::new(),
    }
}

/// Feedback is shown for what was picked and for what was missed: there it has something to say.
fn option(one: &Choice, mark: Mark) -> MarkedLine {
    let feedback = one.feedback.as_ref().filter(|_| mark != Mark::Plain).map(ToString::to_string);
    MarkedLine { text: one.text.to_string(), paired: None, mark, feedback, right: None }
}

fn pair(row: &Html, paired: Option<&Html>, target: &Html, mark: Mark) -> MarkedLine {
    let right = (mark != Mark::Right).then(|| target.to_string());
    let paired = Some(paired.map(ToString::to_string));
    MarkedLine { text: row.to_string(), paired, mark, feedback: None, right }
}
