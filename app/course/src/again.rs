//! What was done once and need not be done again. A step is kept with all that went into it and all that came of it, faults
//! included, and is taken again only if something that goes in has changed: so what comes out is the same as without keeping.
//!
//! The trap: a step may read nothing but what it is handed here. What is to be read stands in its `from`.

use crate::diagnostic::Faults;

/// A step that was taken.
pub(crate) struct Step<F, T> {
    from: F,
    /// The faults of the file before the step, and with those that it found.
    faults: [Faults; 2],
    came: T,
}

impl<F, T> Step<F, T> {
    /// What it was taken from.
    pub(crate) fn from(&self) -> &F {
        &self.from
    }
}

/// What comes of a step: what came of it last time, if it was taken from the same.
pub(crate) fn again<'k, F: PartialEq, T>(
    kept: &'k mut Option<Step<F, T>>,
    from: F,
    faults: &mut Faults,
    take: impl FnOnce(&F, &mut Faults) -> T,
) -> &'k T {
    let step = match kept.take().filter(|step| step.from == from && step.faults[0] == *faults) {
        Some(step) => {
            faults.clone_from(&step.faults[1]);
            step
        }
        None => {
            let before = faults.clone();
            let came = take(&from, faults);
            Step { from, faults: [before, faults.clone()], came }
        }
    };
    &kept.insert(step).came
}
