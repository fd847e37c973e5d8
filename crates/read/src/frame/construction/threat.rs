//! Which warnings are threats?
//!
//! "Kestria warned that it would strike the town" threatens the town: whoever warns will do it, and it is force. "The envoy warned that
//! the rebels would strike the town" foresees a strike and threatens nobody. A condition makes a threat of what somebody only says he will
//! do: "The rebels said they would kill the hostages unless the army withdrew", "They vowed to kill the hostages unless …", "We will kill the
//! hostages unless …". Whoever "will not hesitate to" use force threatens to use it.

use crate::claim::{Draft, Setting};
use crate::frame::frames;
use crate::reason::Field;
use crate::{class, grammar};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{NounClass, Sense, WordClass};
use model::ClaimType;

/// Adds the threats that are told by a clause: what somebody warns that he will do himself.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    // Nobody threatens by what the words tell as no force.
    if !drafts.iter().any(|draft| is_force(draft.claim_type)) {
        return;
    }
    for at in 0..setting.part.parse.len() {
        let told = drafts.iter().any(|draft| draft.trigger == at && draft.claim_type == ClaimType::Threaten);
        if told {
            continue;
        }
        if let Some(draft) = threat(setting, at, drafts) {
            drafts.push(draft);
        } else if let Some(draft) = vow(setting, at, drafts) {
            drafts.retain(|other| other.trigger != at || other.claim_type != ClaimType::Intent);
            drafts.push(draft);
        }
    }
}

fn threat(setting: Setting, verb: usize, drafts: &[Draft]) -> Option<Draft> {
    let parse = &setting.part.parse;
    let verbal = parse.pos(verb) == Pos::Verb;
    let deed = parse.children(verb).find(|&child| verbal && parse.dep(child) == Dep::Ccomp && will_do(parse, child))?;
    let warns = frames(setting, verb, WordClass::Verb)
        .iter()
        .find(|frame| frame.class == WordClass::Verb && frame.claim_type == ClaimType::Threaten);
    let made = setting.voices.is_cue(setting.index, verb) && condition(parse, deed).is_some();
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

/// The threat of a party that says what it will do on a condition ("*vowed* to strike if …", "is *ready* to strike if …", "we will *strike*
/// if …"), or that it "will not *hesitate*" to.
fn vow(setting: Setting, at: usize, drafts: &[Draft]) -> Option<Draft> {
    let parse = &setting.part.parse;
    let force = |deed: usize| drafts.iter().find(|draft| draft.predicate == deed && is_force(draft.claim_type));
    let below = || {
        let infinitive = |&child: &usize| {
            child > at && matches!(parse.dep(child), Dep::Xcomp | Dep::Advcl) && grammar::is_infinitive(parse, child)
        };
        parse.children(at).find(infinitive)
    };
    // Each word is asked: what needs no look-up comes first.
    if below().is_none() && !will(parse, at) {
        return None;
    }
    let clause = if parse.pos(at) == Pos::Adj { parse.head(at) } else { at };
    let aims = [WordClass::Verb, WordClass::Adjective].into_iter().any(|class| {
        frames(setting, at, class)
            .iter()
            .any(|frame| frame.class == class && frame.claim_type == ClaimType::Intent && frame.planned)
    });
    // Where the tree hangs his words on the verb that tells them, that verb tells the threat.
    let told = || parse.dep(at) == Dep::Ccomp && setting.voices.is_cue(setting.index, parse.head(at));
    let own = || grammar::subject(parse, at).is_some_and(|who| matches!(parse.norm(who), "we" | "i")) && !told();
    let (force, conditions) = if parse.lemma(at) == "hesitate" && parse.child(at, Dep::Neg).is_some() && will(parse, at)
    {
        (force(below()?)?, Vec::new())
    } else if aims && parse.child(clause, Dep::Neg).is_none() {
        let deed = below()?;
        (force(deed)?, vec![deed, at, clause])
    } else if will(parse, at) && own() && parse.child(at, Dep::Neg).is_none() {
        (force(at)?, vec![at])
    } else {
        return None;
    };
    let condition = conditions.iter().find_map(|&host| condition(parse, host));
    if condition.is_none() && !conditions.is_empty() {
        return None;
    }
    let speaker = grammar::doer(parse, clause)?;
    let mut draft = Draft::new(ClaimType::Threaten, at, "event/verb");
    draft.actor = grammar::joined(parse, speaker);
    draft.predicate = clause;
    draft.timed = false;
    // The word that denies the hesitating makes the threat.
    draft.negative = parse.child(clause, Dep::Neg).is_some();
    draft.modality = Some(model::Modality::Fact);
    draft.target = force.target.iter().chain(&force.place).copied().take(1).collect();
    // "vowed to wage war if *the rebels* won the vote": whose doing would bring it on.
    use NounClass::{Forces, Party, People};
    let theirs = condition.and_then(|condition| parse.child(condition, Dep::Nsubj));
    if let Some(theirs) = theirs.filter(|&at| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]))
        && draft.target.is_empty()
    {
        draft.target = grammar::joined(parse, theirs);
    }
    draft.target.retain(|at| !draft.actor.contains(at));
    let notes = &setting.part.notes;
    draft.because(notes, Field::Actor, "warns of what he will do himself");
    draft.because(notes, Field::Target, "would suffer what is warned of");
    Some(draft)
}

/// True for a verb that says what is to come: "*will* strike".
pub(in crate::frame) fn will(parse: &Parse, verb: usize) -> bool {
    let will =
        |at: usize| parse.tag(at) == Tag::Md && matches!(parse.norm(at), "will" | "would" | "'ll" | "wo" | "shall");
    parse.children(verb).any(|child| parse.dep(child) == Dep::Aux && will(child))
}

/// True for a verb that says what is to come, or stands below one that does: "*will* think itself free to strike", "*reserves the right* to
/// strike".
pub(in crate::frame) fn lies_ahead(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let mut at = verb;
    for _ in 0..5 {
        let can = setting.lexicon.senses.has(parse.lemma(at), Sense::Ready);
        if will(parse, at) || can && at != verb {
            return true;
        }
        if !grammar::is_infinitive(parse, verb) || parse.head(at) == at {
            return false;
        }
        at = parse.head(at);
    }
    false
}

/// True for what the speaker says that he himself will do: "that *it would* strike".
pub(crate) fn will_do(parse: &Parse, deed: usize) -> bool {
    let himself = |at: usize| matches!(parse.norm(at), "it" | "they" | "he" | "she" | "we" | "i");
    // "that *its forces* would strike"
    let his = |at: usize| {
        parse
            .child(at, Dep::Poss)
            .is_some_and(|owner| matches!(parse.norm(owner), "its" | "their" | "his" | "her" | "our"))
    };
    parse.child(deed, Dep::Nsubj).is_some_and(|at| himself(at) || his(at))
        && will(parse, deed)
        && parse.child(deed, Dep::Neg).is_none()
}

/// The condition on which a deed hangs: "would strike *unless they withdraw*".
fn condition(parse: &Parse, deed: usize) -> Option<usize> {
    parse.children(deed).find(|&clause| {
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
