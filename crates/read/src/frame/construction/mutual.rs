//! What do several say to or of each other?
//!
//! "Kestria and the rebels accused *each other*", "thanked *one another*", "imposed sanctions on *each other*", "*traded* accusations": each of
//! them does it to the others. Whom somebody fights or meets is told by the deed itself.

use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, Parse, Tag};
use lexicon::NounClass::{Forces, Party, People};
use lexicon::Sense;
use model::ClaimType;

/// Gives those who do it to each other as targets.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    use ClaimType::{Accuse, Backs, Refuse, Sanction, Support, Threaten};
    let parse = &setting.part.parse;
    for draft in drafts.iter_mut().filter(|draft| draft.target.is_empty()) {
        let said = matches!(draft.claim_type, Accuse | Backs | Refuse | Sanction | Support | Threaten);
        let several = match draft.actor[..] {
            [] => false,
            [one] => {
                matches!(parse.tag(one), Tag::Nns | Tag::Nnps)
                    || matches!(parse.norm(one), "they" | "we" | "both" | "two")
            }
            _ => true,
        };
        let party = |&at: &usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
        let traded =
            setting.lexicon.senses.has(parse.lemma(draft.predicate), Sense::Exchange) && !draft.words.is_empty();
        if said && several && draft.actor.iter().all(party) && (traded || is_mutual(parse, draft)) {
            draft.target.clone_from(&draft.actor);
        }
    }
}

/// True for what is done to "each other": as object, or behind a preposition of the trigger or of a word of it.
fn is_mutual(parse: &Parse, draft: &Draft) -> bool {
    let each = |at: usize| grammar::is_each_other(parse, at);
    let hosts = std::iter::once(draft.trigger).chain(draft.words.iter().copied());
    hosts.flat_map(|host| parse.children(host)).any(|child| match parse.dep(child) {
        Dep::Dobj | Dep::Dative => each(child),
        Dep::Prep => grammar::object_of(parse, child).is_some_and(each),
        _ => false,
    })
}
