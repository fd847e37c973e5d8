//! How many does a deed count?
//!
//! "Morvania deployed 300 soldiers" counts its object, "a raid killed 12 farmers" whom it is done to, "pledged $2 million" money.

use super::{Spot, fill};
use crate::claim::{Draft, Setting};
use crate::{mention, quantity};
use language::NameLabel;
use lexicon::{Frame, Slot, WordClass};
use model::{ClaimType, Kind, Quantity, QuantityKind};

/// The numbers of a claim: those of the role that the frame counts, of the trigger itself, or of all roles.
pub(super) fn quantities(setting: Setting, site: &Spot, frame: &Frame, draft: &Draft) -> Vec<Quantity> {
    let of = |heads: &[usize]| -> Vec<Quantity> { heads.iter().filter_map(|&at| counted(setting, at)).collect() };
    let mut found = match frame.count {
        Some(count) => {
            let mut found = of(if count.target { &draft.target } else { &draft.actor });
            if site.class == WordClass::Noun && found.is_empty() {
                found = of(&[site.trigger]);
            }
            // "claimed nine lives"
            if found.is_empty() {
                found = of(&site.words);
            }
            if count.what == Some(QuantityKind::Money) {
                found = money(setting, site);
            }
            if let Some(what) = count.what {
                found.iter_mut().for_each(|quantity| quantity.what = what);
            }
            found
        }
        None if frame.claim_type == ClaimType::Pay => money(setting, site),
        None if frame.claim_type.kind() == Kind::Assessment => Vec::new(),
        None => {
            let mut found = of(&draft.actor);
            // Who is attacked is counted with the dead and wounded; what is hit is counted here.
            let people = matches!(frame.claim_type, ClaimType::Attack | ClaimType::Strike | ClaimType::Fight);
            let things =
                |quantity: &Quantity| !people || matches!(quantity.what, QuantityKind::Sites | QuantityKind::Vehicles);
            found.extend(of(&draft.target).into_iter().filter(things));
            found.extend(of(&draft.place));
            use ClaimType::{Deploy, PresentIn, Supply, Withdraw};
            if matches!(frame.claim_type, Deploy | PresentIn | Supply | Withdraw) {
                found.extend(of(&fill(setting, site, &Slot::Object)));
            }
            found
        }
    };
    found.sort_by_key(|quantity| quantity.span);
    found.dedup();
    found
}

/// The sums of money at a trigger, its verb and their objects.
fn money(setting: Setting, site: &Spot) -> Vec<Quantity> {
    let parse = &setting.part.parse;
    let host = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    let range = parse.subtree(host);
    let mut found: Vec<Quantity> = Vec::new();
    for name in parse.names().iter().filter(|name| name.label == NameLabel::Money && range.contains(&name.tokens.start))
    {
        let sum = name.tokens.clone().find_map(|at| quantity::of(setting.part, at, setting.lexicon));
        found.extend(sum.or_else(|| counted(setting, parse.head(name.tokens.end - 1))));
    }
    found.truncate(1);
    found
}

/// The count of a noun, looked for at the noun itself and at the word it is the core of.
fn counted(setting: Setting, at: usize) -> Option<Quantity> {
    let core = mention::core(&setting.part.parse, setting.lexicon, at);
    quantity::of(setting.part, at, setting.lexicon)
        .or_else(|| (core != at).then(|| quantity::of(setting.part, core, setting.lexicon)).flatten())
}
