//! Does a division have its name for itself?
//!
//! Who says "Kestria Province" by its name alone means the province, where no large town has the name as well; the town need not lie in it.
//! Far away a small province that has the name of a city is not meant.

use super::CHIEF_TOWN;
use lexicon::gazetteer::PlaceRecord;
use model::PlaceClass;

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alone {
    /// No large town has it.
    InWorld,
    /// None of its country has it.
    InCountry,
    /// One has it, or it is no division.
    No,
}

/// Which it is of a record, by all the records of its name.
pub(super) fn alone(record: &PlaceRecord<'_>, found: &[PlaceRecord<'_>]) -> Alone {
    let mut chief = found
        .iter()
        .filter(|other| other.exact && other.class == PlaceClass::Settlement && other.population >= CHIEF_TOWN);
    if !(record.is_division() && record.exact && record.usual) {
        return Alone::No;
    }
    match (chief.clone().next(), chief.any(|other| other.country == record.country)) {
        (None, _) => Alone::InWorld,
        (Some(_), false) => Alone::InCountry,
        (Some(_), true) => Alone::No,
    }
}
