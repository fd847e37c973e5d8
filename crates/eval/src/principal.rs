//! Which claim is a sentence about?
//!
//! A sentence of a set that holds one event often makes several claims. The one whose trigger stands highest in the tree
//! is what it is about: in "Ostrel, which shelled Velna, withdrew" the withdrawal.

use crate::chain::{Chain, Read};
use case::query::ClaimRow;

/// The claim of a text that stands highest in its tree, of those that `fits` lets through; the first of several.
pub fn principal<'r>(chain: &Chain, read: &'r Read, fits: impl Fn(&ClaimRow) -> bool) -> Option<&'r ClaimRow> {
    let mut best: Option<(usize, &ClaimRow)> = None;
    for part in read.document.articles.iter().flat_map(|article| &article.parts) {
        let parse = chain.parse(part.span.of(&read.document.text));
        let inside = |claim: &&ClaimRow| part.span.start <= claim.trigger.start && claim.trigger.start < part.span.end;
        for claim in read.claims.iter().filter(inside).filter(|claim| fits(claim)) {
            let at = claim.trigger.start - part.span.start;
            let token = (0..parse.len()).find(|&token| parse.token(token).span.end > at);
            let depth = token.map_or(usize::MAX, |token| depth(&parse, token));
            if best.is_none_or(|(least, _)| depth < least) {
                best = Some((depth, claim));
            }
        }
    }
    best.map(|(_, claim)| claim)
}

fn depth(parse: &language::Parse<'_>, token: usize) -> usize {
    let (mut at, mut depth) = (token, 0);
    while parse.head(at) != at && depth < parse.len() {
        at = parse.head(at);
        depth += 1;
    }
    depth
}
