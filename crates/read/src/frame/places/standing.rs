//! Where is what a trigger tells of, whichever preposition tells it?
//!
//! "stayed *in Velna*", "stayed *outside Velna*", "stayed *south of Velna*": one slot for all of them.

use crate::claim::Setting;
use crate::frame::fillers::preposition;
use crate::frame::places::places;
use crate::frame::{Spot, is_place};
use crate::grammar;
use language::Pos;

/// The places behind the prepositions that tell where somebody stands; where none of them leads to a place that is known for one, what
/// stands behind the first.
pub(in crate::frame) fn place(setting: Setting, site: &Spot) -> Vec<usize> {
    let parse = &setting.part.parse;
    let words = setting.lexicon.place_words.standing();
    let mut led: Vec<usize> = words.filter_map(|word| preposition::after(setting, site, word)).collect();
    led.retain(|&at| !preposition::is_day(parse, at) && parse.pos(at) != Pos::Pron);
    led.sort_unstable();
    if let Some(&first) = led.iter().find(|&&at| is_place(setting, at)) {
        return grammar::joined(parse, first);
    }
    // "massed *south of Velna*", "stationed *there*"; "went to Velna" is where it goes.
    let goes = |at: &usize| {
        let lead = parse.norm(parse.head(*at));
        matches!(lead, "from" | "into" | "onto" | "to" | "toward" | "towards" | "via")
    };
    let mut found = places(setting, site);
    found.retain(|at| !goes(at) && parse.pos(*at) != Pos::Pron);
    if found.is_empty() { led.first().map(|&first| grammar::joined(parse, first)).unwrap_or_default() } else { found }
}
