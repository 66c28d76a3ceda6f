//! `[modules.SLUG]`.

use std::collections::BTreeMap;

use super::table::Table;
use super::{ModuleSettings, read::Spots};
use crate::diagnostic::{Fault, Faults};
use crate::names::{ModuleSlug, NameFault};

/// The longest time that can be set, in minutes: a year.
pub(super) const MOST_MINUTES: u32 = 525_600;

pub(super) fn modules(
    root: &mut Table<'_>,
    spots: &mut Spots,
    faults: &mut Faults,
) -> BTreeMap<ModuleSlug, ModuleSettings> {
    let mut modules = BTreeMap::new();
    for (span, name, mut table) in root.named("modules", faults) {
        let minutes = table.get("minutes").and_then(|value| value.number(1..=MOST_MINUTES, faults));
        table.close(faults);
        match ModuleSlug::parse(name) {
            Ok(slug) => {
                spots.modules.insert(slug.clone(), span);
                modules.insert(slug, ModuleSettings { minutes });
            }
            Err(why) => faults.at(span, misnamed(name, why)),
        }
    }
    modules
}

/// What is wrong with a name.
pub(super) fn misnamed(name: &str, why: NameFault) -> Fault {
    let name = name.to_owned();
    if why == NameFault::Reserved { Fault::ReservedName { name } } else { Fault::BadName { name } }
}
