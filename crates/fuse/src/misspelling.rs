//! Do two reports write names wrong in the same way?
//!
//! Four reports write "Tavan" and "Nuhadra", two write "Tawan" and "Nouhadrah": two people hardly hit on two such spellings by
//! themselves. One of the two had the other's text before him, or both had a third, as an editor of manuscripts would say. A
//! spelling that many use is a way to write a name, and a single odd one may be chance: neither shows anything.

use crate::origin::Sources;
use crate::setting::Set;
use crate::wording::written_from;
use crate::{FuseClaim, Spelling};
use jiff::civil::Date;
use model::DocumentId;
use std::collections::{BTreeMap, BTreeSet};

/// In how many reports that show no other way a spelling may stand and still be odd.
const ODD: usize = 3;
/// How many reports must write the name otherwise.
const USUAL: usize = 4;
/// How many odd spellings two reports must share.
const SHARED: usize = 2;

/// The odd spellings of the reports of a record. Copies of one text are one report.
#[derive(Debug, Default)]
pub(crate) struct Misspellings<'a> {
    of: BTreeMap<&'a DocumentId, BTreeSet<Spelling>>,
}

impl<'a> Misspellings<'a> {
    /// Of the claims of a record.
    pub fn new(claims: &'a [Set<'a>], sources: &'a Sources<'a>) -> Misspellings<'a> {
        let mut texts: BTreeMap<Spelling, BTreeSet<&DocumentId>> = BTreeMap::new();
        for set in claims {
            let text = sources.copy_group(&set.claim.document);
            for spelling in &set.claim.spellings {
                texts.entry(*spelling).or_default().insert(text);
            }
        }
        let all: Vec<(&Spelling, &BTreeSet<&DocumentId>)> = texts.iter().collect();
        // Those that many write otherwise.
        let unusual: Vec<(Spelling, &BTreeSet<&DocumentId>)> = all
            .chunk_by(|a, b| a.0.name == b.0.name)
            .flat_map(|name| {
                name.iter().filter(|(spelling, _)| {
                    let otherwise = name.iter().filter(|(other, _)| other != spelling).map(|(_, texts)| texts.len());
                    otherwise.max() >= Some(USUAL)
                })
            })
            .map(|(spelling, texts)| (**spelling, *texts))
            .collect();
        let among: BTreeSet<&DocumentId> = unusual.iter().flat_map(|(_, texts)| texts.iter().copied()).collect();
        let derived = derived(claims, &among, sources);
        let mut of: BTreeMap<&DocumentId, BTreeSet<Spelling>> = BTreeMap::new();
        for (spelling, texts) in unusual {
            if texts.iter().filter(|text| !derived.contains(*text)).count() <= ODD {
                for text in texts {
                    of.entry(text).or_default().insert(spelling);
                }
            }
        }
        of.retain(|_, spellings| spellings.len() >= SHARED);
        Misspellings { of }
    }

    /// For each of some claims in the order in which they came out the first before it whose report writes names wrong as its own
    /// does.
    pub fn shared(&self, claims: &[&FuseClaim], sources: &Sources<'_>) -> Vec<Option<usize>> {
        let mut before: Vec<(usize, &DocumentId, &BTreeSet<Spelling>)> = Vec::new();
        let mut found = Vec::with_capacity(claims.len());
        for (at, claim) in claims.iter().enumerate() {
            let text = sources.copy_group(&claim.document);
            let Some(own) = self.of.get(text) else {
                found.push(None);
                continue;
            };
            let first = before.iter().find(|(_, other, spellings)| {
                *other != text && own.intersection(spellings).take(SHARED).count() == SHARED
            });
            found.push(first.map(|(earlier, ..)| *earlier));
            before.push((at, text, own));
        }
        found
    }
}

/// Those of some texts that pass on others' reports or share a sentence with another, whichever of the two was first.
fn derived<'a>(
    claims: &'a [Set<'a>],
    among: &BTreeSet<&'a DocumentId>,
    sources: &'a Sources<'a>,
) -> BTreeSet<&'a DocumentId> {
    let text = |set: &Set<'a>| sources.copy_group(&set.claim.document);
    let mut order: Vec<&Set<'a>> = claims.iter().filter(|set| among.contains(text(set))).collect();
    order.sort_by_key(|set| {
        (set.published.unwrap_or(Date::MAX), &set.claim.document, set.claim.sentence, &set.claim.id)
    });
    let told: Vec<&FuseClaim> = order.iter().map(|set| set.claim).collect();
    let mut derived: BTreeSet<&DocumentId> =
        order.iter().filter(|set| sources.passes_on(set.claim)).map(|set| text(set)).collect();
    for (set, from) in order.iter().zip(written_from(&told, sources)) {
        if let Some(from) = from {
            derived.extend([text(set), text(order[from])]);
        }
    }
    derived
}
