//! A question on its way to the page: its options in the order shown, and what is chosen of them.

use app::parts::{Asked, AskedBody};
use app::tongue::Tongue;
use assessment::Key;
use course::{Body, Html, Question};

/// The question with its options in this order. `name` is that of its fields, `given` what is chosen, by position as shown.
pub(crate) fn asked(question: &Question, name: String, order: &[usize], given: Vec<String>, tongue: Tongue) -> Asked {
    Asked {
        id: question.id.to_string(),
        name,
        title: question.title.to_string(),
        prompt: question.prompt.to_string(),
        body: body(question, order),
        given,
        hints: question.hints.iter().map(ToString::to_string).collect(),
        tongue,
    }
}

fn body(question: &Question, order: &[usize]) -> AskedBody {
    match &question.body {
        Body::Options(options) => AskedBody::Options {
            many: matches!(question.item.key, Key::Choices { .. }),
            options: shown(order, options).map(|one| one.text.to_string()).collect(),
        },
        Body::Match { heads, rows, targets } => AskedBody::Match {
            heads: heads.clone().map(|head| head.to_string()),
            rows: rows.iter().map(ToString::to_string).collect(),
            targets: shown(order, targets).map(Html::to_text).collect(),
        },
    }
}

fn shown<'a, T>(order: &'a [usize], source: &'a [T]) -> impl Iterator<Item = &'a T> {
    order.iter().filter_map(|at| source.get(*at))
}

/// What a form sends of a question that nobody has touched: nothing, or nothing for every row.
pub(crate) fn untouched(question: &Question) -> Vec<String> {
    match &question.body {
        Body::Options(_) => Vec::new(),
        Body::Match { rows, .. } => vec![String::new(); rows.len()],
    }
}
