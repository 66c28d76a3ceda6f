//! A question of a finished sitting with its marks: what was given, what was right, and what the author says to it.

use app::parts::{Marked, MarkedLine, marked_picture};
use assessment::{Answer, Foreseen, Key, Mark, show_answer};
use course::{Body, Choice, Fillings, Html, Question};

use crate::grading::Sitting;
use crate::serve::visit::Visit;
use crate::view;
use crate::walk;

/// What a question is drawn with: the interface's words, what fills its slots, its language.
#[derive(Clone, Copy)]
pub(super) struct Ink<'i> {
    pub(super) visit: &'i Visit,
    pub(super) fillings: &'i Fillings,
}

impl Ink<'_> {
    fn html(self, html: &Html) -> String {
        html.fill(self.fillings)
    }

    /// What someone typed or an author foresaw, as HTML.
    fn text(self, text: &str) -> String {
        self.html(&Html::escaped(text))
    }
}

pub(super) fn marked(sitting: &Sitting, number: usize, question: &Question, ink: Ink<'_>) -> Marked {
    let score = sitting.score(question);
    let given = sitting.answers.get(question.id.as_ref());
    let marks = sitting.item(question).marks(given);
    Marked {
        number,
        title: ink.html(&question.title),
        prompt: ink.html(&question.prompt) + &gap_text(question, ink) + &picture(question, &marks, ink),
        tongue: walk::tongue_of(ink.visit, &question.language),
        score: (view::points(score.earned), score.of),
        answered: sitting.is_answered(question),
        late: sitting.late.iter().any(|late| late == question.id.as_ref()),
        lines: lines(question, given, &marks, ink),
        explanation: question.explanation.as_ref().map(|html| ink.html(html)),
    }
}

/// The text of a question with gaps: in each stands its number.
fn gap_text(question: &Question, ink: Ink<'_>) -> String {
    let Body::Blanks { text, .. } = &question.body else { return String::new() };
    let mut html = String::new();
    for (at, part) in text.iter().enumerate() {
        if at > 0 {
            let name = ink.visit.words.text_with("gap", &[("number", at.into())]);
            html.push_str(&format!("<em>[{}]</em>", ink.text(&name)));
        }
        html.push_str(&ink.html(part));
    }
    html
}

/// The picture of a question about one, with what is right in it and what was pointed at.
fn picture(question: &Question, marks: &[Mark], ink: Ink<'_>) -> String {
    let Body::Hotspot { picture, caption, regions, .. } = &question.body else { return String::new() };
    let class = |mark: &Mark| match mark {
        Mark::Right | Mark::Missed => "right",
        Mark::Wrong => "wrong",
        Mark::Blank | Mark::Plain => "plain",
    };
    let classes: Vec<_> = marks.iter().map(class).collect();
    let regions: Vec<_> = regions.iter().map(|region| region.percent()).collect();
    let caption = caption.as_ref().map(|caption| ink.html(caption));
    marked_picture(&ink.html(picture), caption.as_deref(), &regions, &classes)
}

fn lines(question: &Question, given: Option<&Answer>, marks: &[Mark], ink: Ink<'_>) -> Vec<MarkedLine> {
    let mark = |part: usize| marks.get(part).copied().unwrap_or(Mark::Wrong);
    match (&question.body, &question.item.key) {
        (Body::Options(options) | Body::Hotspot { options, .. }, _) => {
            options.iter().enumerate().map(|(at, one)| option(one, mark(at), ink)).collect()
        }
        (Body::Order(steps), _) => {
            let place = |step: usize| match given {
                Some(Answer::Order(places)) => places.get(step).copied().flatten().map(|place| (place + 1).to_string()),
                _ => None,
            };
            let line = |(at, step): (usize, &Html)| pair(ink.html(step), place(at), (at + 1).to_string(), mark(at));
            steps.iter().enumerate().map(line).collect()
        }
        (Body::Match { rows, targets, .. }, Key::Match { right, .. }) => {
            let paired = |row: usize| match given {
                Some(Answer::Match(pairs)) => pairs.get(row).copied().flatten().and_then(|at| targets.get(at)),
                _ => None,
            };
            let line = |(at, row): (usize, &Html)| {
                pair(ink.html(row), paired(at).map(|html| ink.html(html)), ink.html(&targets[right[at]]), mark(at))
            };
            rows.iter().enumerate().map(line).collect()
        }
        (Body::Blanks { .. }, Key::Blanks { gaps, .. }) => {
            let typed = |gap: usize| match given {
                Some(Answer::Blanks(typed)) => typed.get(gap).filter(|typed| !typed.is_empty()),
                _ => None,
            };
            let name = |at: usize| ink.visit.words.text_with("gap", &[("number", (at + 1).into())]);
            let line = |(at, gap): (usize, &Vec<String>)| {
                let right = gap.first().map_or("", String::as_str);
                pair(name(at), typed(at).map(|typed| ink.text(typed)), ink.text(right), mark(at))
            };
            gaps.iter().enumerate().map(line).collect()
        }
        (Body::Number, Key::Number { least, most, comma, .. }) => {
            let typed =
                given.map(|given| show_answer(&question.item, &[], given).concat()).filter(|typed| !typed.is_empty());
            let ends = [least.written(*comma), most.written(*comma)];
            let right = if least == most { ends[0].clone() } else { ends.join(" – ") };
            vec![pair(ink.visit.words.text("your-answer"), typed, right, mark(0))]
        }
        (Body::Short { feedback }, Key::Short { foreseen, .. }) => {
            vec![short(given, question, feedback, foreseen, mark(0), ink)]
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
    ink: Ink<'_>,
) -> MarkedLine {
    let typed = match given {
        Some(Answer::Short(typed)) if !typed.is_empty() => Some(ink.text(typed)),
        _ => None,
    };
    let right = foreseen.iter().find(|one| one.right).map(|one| one.words.replace('*', "…")).unwrap_or_default();
    let said = given.and_then(|given| question.item.recognised(given)).and_then(|at| feedback.get(at)?.as_ref());
    let line = pair(ink.visit.words.text("your-answer"), typed, ink.text(&right), mark);
    MarkedLine { feedback: said.map(|html| ink.html(html)), ..line }
}

/// Feedback is shown for what was picked and for what was missed: there it has something to say.
fn option(one: &Choice, mark: Mark, ink: Ink<'_>) -> MarkedLine {
    let feedback = one.feedback.as_ref().filter(|_| mark != Mark::Plain).map(|html| ink.html(html));
    MarkedLine { text: ink.html(&one.text), paired: None, mark, feedback, right: None }
}

/// A row, step, gap or field with what was given and, where that is wrong, what is right: all as HTML.
fn pair(text: String, given: Option<String>, right: String, mark: Mark) -> MarkedLine {
    MarkedLine { text, paired: Some(given), mark, feedback: None, right: (mark != Mark::Right).then_some(right) }
}
