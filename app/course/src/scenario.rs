//! Scenarios: stories with choices. Each heading one level below is a step, and the links in it to other steps of the story
//! are the choices. A step without choices ends it. Here it is looked whether every step can be reached, and an end from
//! every step. Nothing of it is graded.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{Block, InlineKind, Link, Page, Target};
use crate::markdown::walk::{inlines, runs};
use crate::outline::{PageKind, Role, Section, section_length, sections};

/// The steps of every scenario of a course: the id of a step, and that of its scenario.
#[derive(Default)]
pub(crate) struct Steps<'p>(BTreeMap<&'p str, &'p str>);

impl<'p> Steps<'p> {
    /// Adds those of a module.
    pub(crate) fn add(&mut self, page: &'p Page) {
        for scenario in scenarios(page) {
            let Some(own) = id(scenario) else { continue };
            let steps = sections(scenario.inside, scenario.heading.level + 1).1;
            self.0.extend(steps.into_iter().filter_map(|step| Some((id(step)?, own))));
        }
    }
}

fn scenarios(page: &Page) -> impl Iterator<Item = Section<'_>> {
    page.blocks.iter().enumerate().filter_map(|(at, block)| {
        let heading = block.heading().filter(|heading| Role::of(PageKind::Module, heading) == Role::Scenario)?;
        let after = &page.blocks[at + 1..];
        Some(Section { block, heading, inside: &after[..section_length(after, heading.level)] })
    })
}

fn id(section: Section<'_>) -> Option<&str> {
    section.heading.attributes.id.as_ref().map(|id| id.text.as_str())
}

/// Names what is wrong with the scenarios of a module, whose links have been resolved.
pub(crate) fn check(page: &Page, all: &Steps<'_>, faults: &mut Faults) {
    // One that is the source's own is told there.
    for scenario in scenarios(page).filter(|scenario| !scenario.heading.foreign) {
        let steps = sections(scenario.inside, scenario.heading.level + 1).1;
        check_steps(&steps, faults);
        if steps.len() < 2 {
            faults.at(scenario.block.span.clone(), Fault::ScenarioShort {});
        } else {
            let story = Story::read(scenario, &steps, all, faults);
            // A choice that is broken would make a second fault of what it should lead to.
            if !story.is_broken {
                story.check_ways(&steps, faults);
            }
        }
    }
}

fn check_steps(steps: &[Section<'_>], faults: &mut Faults) {
    for step in steps {
        if let Some(class) = step.heading.attributes.classes.first() {
            faults.at(class.span.clone(), Fault::StepClass { class: class.text.clone() });
        }
    }
}

/// Where the choices of each step lead, by the numbers of the steps.
struct Story {
    choices: Vec<Vec<usize>>,
    is_broken: bool,
}

impl Story {
    fn read(scenario: Section<'_>, steps: &[Section<'_>], all: &Steps<'_>, faults: &mut Faults) -> Self {
        let own = id(scenario);
        // Whoever comes to the scenario as a whole comes to its first step.
        let numbers = steps.iter().enumerate().filter_map(|(number, step)| Some((id(*step)?, number)));
        let numbers: BTreeMap<&str, usize> = own.map(|own| (own, 0)).into_iter().chain(numbers).collect();
        let mut story = Self { choices: Vec::new(), is_broken: steps.iter().any(|step| id(*step).is_none()) };
        for step in steps {
            let mut choices = Vec::new();
            links(step.inside, &mut |link, span| match link.leads.as_ref().map(here) {
                None => story.is_broken = true,
                Some(Some(id)) => match (numbers.get(id), all.0.get(id)) {
                    (Some(number), _) => choices.push(*number),
                    (None, Some(scenario)) => {
                        story.is_broken = true;
                        let (id, scenario) = (id.to_owned(), (*scenario).to_owned());
                        faults.at(span.clone(), Fault::StepElsewhere { id, scenario });
                    }
                    (None, None) => {}
                },
                Some(None) => {}
            });
            story.choices.push(choices);
        }
        story
    }

    fn check_ways(&self, steps: &[Section<'_>], faults: &mut Faults) {
        let mut reached = vec![false; steps.len()];
        walk(&self.choices, [0], &mut reached);
        let name = |at: usize| id(steps[at]).unwrap_or_default().to_owned();
        for at in (0..steps.len()).filter(|at| !reached[*at]) {
            faults.at(steps[at].block.span.clone(), Fault::StepUnreachable { id: name(at) });
        }
        let ends = (0..steps.len()).filter(|at| self.choices[*at].is_empty());
        let mut ending = vec![false; steps.len()];
        walk(&self.backwards(), ends, &mut ending);
        // Of a circle its first step is named, and not what it leads to.
        for at in 0..steps.len() {
            if reached[at] && !ending[at] {
                faults.at(steps[at].block.span.clone(), Fault::StepCircle { id: name(at) });
                walk(&self.choices, [at], &mut ending);
            }
        }
    }

    /// From which steps one comes to each.
    fn backwards(&self) -> Vec<Vec<usize>> {
        let mut from = vec![Vec::new(); self.choices.len()];
        for (step, choices) in self.choices.iter().enumerate() {
            choices.iter().for_each(|choice| from[*choice].push(step));
        }
        from
    }
}

/// Marks all that can be reached from these.
fn walk(ways: &[Vec<usize>], from: impl IntoIterator<Item = usize>, reached: &mut [bool]) {
    let mut next: VecDeque<usize> = from.into_iter().collect();
    while let Some(at) = next.pop_front() {
        if !std::mem::replace(&mut reached[at], true) {
            next.extend(ways[at].iter().filter(|way| !reached[**way]));
        }
    }
}

fn links<'b>(blocks: &'b [Block], see: &mut dyn FnMut(&'b Link, &Range<usize>)) {
    runs(blocks, &mut |content| {
        inlines(content, &mut |inline| {
            if let InlineKind::Link(link, _) = &inline.kind {
                see(link, &inline.span);
            }
        });
    });
}

/// The id within a lesson that a link leads to. A step stands in a lesson, so a word of the glossary that is called like it is not
/// meant.
fn here(target: &Target) -> Option<&str> {
    if let Target::Here(here) = target { here.part.as_deref() } else { None }
}

/// Whether a link in these blocks leads to such an id.
pub(crate) fn leads_to(blocks: &[Block], fits: &mut dyn FnMut(&str) -> bool) -> bool {
    let mut found = false;
    links(blocks, &mut |link, _| found = found || link.leads.as_ref().and_then(here).is_some_and(&mut *fits));
    found
}
