//! A question on its way to the page: its options in the order shown, and what is chosen of them.

use app::parts::{Asked, AskedBody, picture_to_point_at};
use app::tongue::Tongue;
use app::words::Words;
use assessment::{Key, Misread, two_readings};
use course::{Body, Fillings, Html, Question};

/// The question with its options in this order. `name` is that of its fields, `given` what is chosen, by position as shown.
pub(crate) fn asked(
    question: &Question,
    name: String,
    order: &[usize],
    given: Vec<String>,
    (fillings, tongue): (&Fillings, Tongue),
) -> Asked {
    Asked {
        id: question.id.to_string(),
        name,
        title: question.title.fill(fillings),
        prompt: question.prompt.fill(fillings),
        body: body(question, order, fillings),
        given,
        hints: question.hints.iter().map(|hint| hint.fill(fillings)).collect(),
        tongue,
    }
}

fn body(question: &Question, order: &[usize], fillings: &Fillings) -> AskedBody {
    let fill = |html: &Html| html.fill(fillings);
    match &question.body {
        Body::Options(options) => AskedBody::Options {
            many: matches!(question.item.key, Key::Choices { .. }),
            options: shown(order, options).map(|one| fill(&one.text)).collect(),
        },
        Body::Hotspot { picture, caption, options, regions } => {
            let (picture, caption) = (fill(picture), caption.as_ref().map(fill));
            let regions: Vec<_> = shown(order, regions).map(|region| region.percent()).collect();
            AskedBody::Hotspot {
                picture: picture_to_point_at(question.id.as_ref(), &picture, caption.as_deref(), &regions),
                options: shown(order, options).map(|one| fill(&one.text)).collect(),
            }
        }
        Body::Order(steps) => AskedBody::Order(shown(order, steps).map(fill).collect()),
        Body::Match { heads, rows, targets } => AskedBody::Match {
            heads: heads.each_ref().map(fill),
            rows: rows.iter().map(fill).collect(),
            targets: shown(order, targets).map(|target| target.fill_as_text(fillings)).collect(),
        },
        Body::Blanks { text, choices } => AskedBody::Blanks {
            text: text.iter().map(fill).collect(),
            choices: shown(order, choices).cloned().collect(),
        },
        Body::Number => AskedBody::Number(unit(&question.item.key).to_owned()),
        Body::Short { .. } => AskedBody::Short,
    }
}

fn shown<'a, T>(order: &'a [usize], source: &'a [T]) -> impl Iterator<Item = &'a T> {
    order.iter().filter_map(|at| source.get(*at))
}

fn unit(key: &Key) -> &str {
    if let Key::Number { unit, .. } = key { unit } else { "" }
}

/// Why what was typed is no answer, and how to write one. None where nothing was typed or picked.
pub(crate) fn problem(words: &Words, misread: Misread, given: &[String]) -> Option<String> {
    let typed = given.first().map_or("", String::as_str);
    match misread {
        Misread::NotANumber => Some(words.text_with("not-a-number", &[("typed", typed.into())])),
        Misread::TwoNumbers => {
            let (whole, decimals) = two_readings(typed);
            let arguments = [("typed", typed.into()), ("whole", whole.into()), ("decimals", decimals.into())];
            Some(words.text_with("two-numbers", &arguments))
        }
        Misread::TooLong => Some(words.text_with("too-long", &[("most", assessment::LONGEST.into())])),
        Misread::OutOfRange | Misread::TooMany | Misread::WrongCount => None,
    }
}
