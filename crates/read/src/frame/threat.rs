//! Which warnings are threats?
//!
//! "Kestria warned that it would strike the town" threatens the town: whoever warns will do it, and it is force. "The envoy warned that
//! the rebels would strike the town" foresees a strike and threatens nobody. A condition makes a threat of what somebody only says he will
//! do: "The rebels said they would kill the hostages unless the army withdrew".

use crate::claim::{Draft, Setting};
use crate::reason::Field;
use crate::{class, grammar};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// Adds the threats that are told by a clause: what somebody warns that he will do himself.
pub(super) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    for at in 0..setting.part.parse.len() {
        let told = drafts.iter().any(|draft| draft.trigger == at && draft.claim_type == ClaimType::Threaten);
        if !told && let Some(draft) = threat(setting, at, drafts) {
            drafts.push(draft);
        }
    }
}

fn threat(setting: Setting, verb: usize, drafts: &[Draft]) -> Option<Draft> {
    let parse = &setting.part.parse;
    let verbal = parse.pos(verb) == Pos::Verb;
    let deed = parse.children(verb).find(|&child| verbal && parse.dep(child) == Dep::Ccomp && will_do(parse, child))?;
    let warns = super::frames(setting, verb, WordClass::Verb)
        .iter()
        .find(|frame| frame.class == WordClass::Verb && frame.claim_type == ClaimType::Threaten);
    let made = setting.voices.is_cue(setting.index, verb) && is_conditional(parse, deed);
    if grammar::is_passive(parse, verb) || warns.is_none() && !made {
        return None;
    }
    let speaker = grammar::doer(parse, verb)?;
    let force = drafts.iter().find(|draft| draft.predicate == deed && is_force(draft.claim_type))?;
    let mut draft = Draft::new(ClaimType::Threaten, verb, "event/verb");
    draft.line = warns.map(|frame| frame.line);
    draft.actor = grammar::joined(parse, speaker);
    // "warned *the rebels* that it would bomb their camps"
    use NounClass::{Forces, Party, People};
    let warned = parse.child(verb, Dep::Dobj);
    let warned = warned.filter(|&whom| class::fits(parse, setting.lexicon, whom, &[Forces, Party, People]));
    draft.target = match warned {
        Some(warned) => grammar::joined(parse, warned),
        None => force.target.iter().chain(&force.place).copied().take(1).collect(),
    };
    let notes = &setting.part.notes;
    draft.because(notes, Field::Actor, "warns of what he will do himself");
    draft.because(notes, Field::Target, "would suffer what is warned of");
    Some(draft)
}

/// True for what the speaker says that he himself will do: "that *it would* strike".
pub(crate) fn will_do(parse: &Parse, deed: usize) -> bool {
    let himself = |at: usize| matches!(parse.norm(at), "it" | "they" | "he" | "she" | "we" | "i");
    let will = |at: usize| parse.tag(at) == Tag::Md && matches!(parse.norm(at), "will" | "would" | "'ll" | "shall");
    // "that *its forces* would strike"
    let his = |at: usize| {
        parse
            .child(at, Dep::Poss)
            .is_some_and(|owner| matches!(parse.norm(owner), "its" | "their" | "his" | "her" | "our"))
    };
    parse.child(deed, Dep::Nsubj).is_some_and(|at| himself(at) || his(at))
        && parse.children(deed).any(|child| parse.dep(child) == Dep::Aux && will(child))
        && parse.child(deed, Dep::Neg).is_none()
}

/// True for a deed that hangs on a condition: "would strike *unless* they withdraw".
fn is_conditional(parse: &Parse, deed: usize) -> bool {
    parse.children(deed).any(|clause| {
        parse.dep(clause) == Dep::Advcl
            && parse
                .children(clause)
                .any(|mark| parse.dep(mark) == Dep::Mark && matches!(parse.norm(mark), "if" | "unless"))
    })
}

fn is_force(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Attack | Besiege | Capture | Casualties | Destroy | Detain | Fight | Strike)
}
