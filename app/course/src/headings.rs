//! The headings of a page: one title, no level skipped, and classes and ids where they have a meaning.

use std::ops::Range;

use crate::attributes::Word;
use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{Block, BlockKind, Heading, Page};
use crate::nearest::{listed, nearest};
use crate::outline::{self, PageKind, Role, SCENARIO, section_length};
use crate::question::{Class, WorkKind};
use crate::survey::{Ask, SCALE};

/// Names what is wrong with the headings of a page.
pub(crate) fn check(page: &Page, kind: PageKind, faults: &mut Faults) {
    let titled = title(page, faults);
    let mut above = u8::from(titled);
    for (at, block) in page.blocks.iter().enumerate() {
        let Some(heading) = block.heading() else { continue };
        if above > 0 && heading.level > above + 1 {
            let (from, to) = (above.to_string(), heading.level.to_string());
            faults.at(block.span.clone(), Fault::HeadingSkipped { from, to });
        }
        above = heading.level;
        let role = Role::of(kind, heading);
        classes(kind, heading, role, faults);
        values(heading, role, faults);
        inside(heading, role, kind, &page.blocks[at + 1..], faults);
    }
    if kind == PageKind::Course {
        objectives(page, faults);
    }
}

/// Whether there is a title. Only one is, and nothing stands before it.
fn title(page: &Page, faults: &mut Faults) -> bool {
    let is_title = |block: &&Block| block.heading().is_some_and(|heading| heading.level == 1);
    let mut titles = page.blocks.iter().filter(is_title);
    let Some(title) = titles.next() else {
        // A page that could not be read at all has another fault.
        if faults.is_empty() || !page.blocks.is_empty() {
            faults.at(page.blocks.first().map_or(0..0, |block| block.span.clone()), Fault::TitleMissing {});
        }
        return false;
    };
    for second in titles {
        faults.at(second.span.clone(), Fault::SecondTitle {});
    }
    if let Some(first) = page.blocks.first().filter(|first| first.span.start < title.span.start) {
        faults.at(first.span.clone(), Fault::WordsBeforeTitle {});
    }
    true
}

fn classes(kind: PageKind, heading: &Heading, role: Role, faults: &mut Faults) {
    let mut first: Option<&Word> = None;
    for class in &heading.attributes.classes {
        let name = class.text.clone();
        if !outline::classes().any(|known| known == name) {
            // A lesson is no question, so none was meant there.
            let asks =
                |class: &&str| Class::named(class).is_some() || WorkKind::named(class).is_some() || *class == SCENARIO;
            let fitting = outline::classes().filter(|class| role != Role::Lesson || !asks(class));
            let (nearest, known) = (nearest(&name, fitting), listed(outline::classes()));
            faults.at(class.span.clone(), Fault::UnknownClass { class: name, nearest, known });
        } else if let Some(first) = first {
            faults.at(class.span.clone(), Fault::TwoClasses { first: first.text.clone(), second: name });
        } else {
            first = Some(class);
            one_class(kind, &name, role, class.span.clone(), faults);
        }
    }
}

fn one_class(kind: PageKind, class: &str, role: Role, span: Range<usize>, faults: &mut Faults) {
    let class = class.to_owned();
    let asks = Class::named(&class).is_some() || WorkKind::named(&class) == Some(WorkKind::Open);
    match role {
        Role::Asks(_) => {}
        _ if kind == PageKind::Survey => {
            faults.at(span, Fault::SurveyClass { class, known: listed(Ask::NAMES.iter().copied()) })
        }
        _ if class == SCALE => faults.at(span, Fault::ScaleNotHere {}),
        Role::Lesson if asks => faults.at(span, Fault::QuestionOnLesson { class }),
        Role::Question(_) | Role::Work(_) | Role::Scenario | Role::Objectives => {}
        Role::Special if kind != PageKind::Bank => {}
        _ => faults.at(span, Fault::ClassNotHere { class }),
    }
}

fn values(heading: &Heading, role: Role, faults: &mut Faults) {
    // The attributes of a class that is not known are not known either.
    if role == Role::Unknown {
        return;
    }
    for (key, _) in &heading.attributes.values {
        let (name, span) = (key.text.clone(), key.span.clone());
        let elsewhere = Class::all_keys().any(|known| known == name);
        match role {
            Role::Question(class) if class.keys().any(|known| known == name) => {}
            Role::Asks(ask) if ask.keys().contains(&name.as_str()) => {}
            Role::Work(kind) if kind.keys().contains(&name.as_str()) => {}
            _ if elsewhere => faults.at(span, Fault::AttributeNotHere { name }),
            _ => {
                let known: Vec<&str> = match role {
                    Role::Question(class) => class.keys().collect(),
                    Role::Asks(_) => Ask::Open.keys().to_vec(),
                    Role::Work(kind) if !kind.keys().is_empty() => kind.keys().to_vec(),
                    _ => Class::all_keys().collect(),
                };
                let (nearest, known) = (nearest(&name, known.iter().copied()), listed(known.iter().copied()));
                faults.at(span, Fault::UnknownAttribute { name, nearest, known });
            }
        }
    }
}

/// Whether a section asks something of the learner: nothing like it may stand within it.
fn asks(role: Role) -> bool {
    matches!(role, Role::Question(_) | Role::Asks(_) | Role::Work(_) | Role::Scenario)
}

/// What stands in a section that may not.
fn inside(heading: &Heading, role: Role, kind: PageKind, after: &[Block], faults: &mut Faults) {
    if !asks(role) && role != Role::Special {
        return;
    }
    let inside = &after[..section_length(after, heading.level)];
    let outer = heading.attributes.classes.first().map(|class| class.text.clone()).unwrap_or_default();
    for block in inside {
        let asks = |heading: &&Heading| asks(Role::of(kind, heading));
        if block.heading().filter(asks).is_some() {
            faults.at(block.span.clone(), Fault::QuestionInside { outer: outer.clone() });
        }
    }
    let has = |fits: fn(&BlockKind) -> bool| inside.iter().any(|block| fits(&block.kind));
    let wanted = match outer.as_str() {
        "cards" if !has(|kind| matches!(kind, BlockKind::Definitions(_))) => "definitions",
        "steps" if !has(|kind| matches!(kind, BlockKind::List(list) if list.start.is_some())) => "numbers",
        _ => return,
    };
    let span = heading.attributes.classes.first().map(|class| class.span.clone()).unwrap_or_default();
    faults.at(span, Fault::ListMissing { class: outer, wanted: wanted.to_owned() });
}

fn objectives(page: &Page, faults: &mut Faults) {
    let role =
        |block: &&Block| block.heading().is_some_and(|heading| Role::of(PageKind::Course, heading) == Role::Objectives);
    for second in page.blocks.iter().filter(role).skip(1) {
        faults.at(second.span.clone(), Fault::ObjectivesTwice {});
    }
}
