//! What do the words of one phrase tell once?
//!
//! "held *talks*", "hosted the *talks*", "signed the *truce*", "voted to impose *sanctions*": verb and noun tell of one deed, whose sides
//! either may name.

use crate::claim::{Draft, Setting};
use crate::class;
use crate::frame::together::without;
use language::{Dep, Pos};
use lexicon::NounClass;
use model::{ClaimType, Kind};

/// Drops a noun that another draft already has as a word of its trigger, of the same type or one that stands: `talks` of "held
/// talks", `control` of "took control".
pub(super) fn without_fixed_nouns(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    let fixed: Vec<(usize, ClaimType)> =
        drafts.iter().flat_map(|draft| draft.words.iter().map(|&word| (word, draft.claim_type))).collect();
    let parse = &setting.part.parse;
    let is_fixed = |draft: &Draft| {
        // "expressed their sympathy and *condolences*" says one thing.
        let joined = |word: usize| {
            parse.dep(draft.trigger) == Dep::Conj && parse.head(draft.trigger) == word && draft.actor.is_empty()
        };
        // "our thoughts and *prayers* are with the families"
        let told_with = |draft: &Draft| {
            draft.claim_type == ClaimType::Support
                && draft.actor.is_empty()
                && parse.dep(draft.trigger) == Dep::Conj
                && drafts.iter().any(|other| {
                    other.claim_type == ClaimType::Support
                        && other.rule == draft.rule
                        && other.trigger == parse.head(draft.trigger)
                })
        };
        let stands = draft.claim_type.kind() == Kind::Relation && draft.rule == "relation/noun";
        // "called a *strike*" over pay bombs nobody, "paid a *call* on the mayor" asks for nothing.
        // "withdrew its *support*", "suspended its *aid*" gives none.
        let other = |claim_type: ClaimType| {
            use ClaimType::{Demand, Meet, Protest, Quit, Sanction, Strike, Supply, Support};
            matches!(
                (claim_type, draft.claim_type),
                (Meet, Demand) | (Protest, Strike) | (Quit | Sanction, Support) | (Sanction, Supply)
            )
        };
        fixed.iter().any(|&(word, claim_type)| {
            let same = claim_type == draft.claim_type;
            word == draft.trigger && (stands || same || other(claim_type)) || same && joined(word)
        }) || told_with(draft)
    };
    // "imposed sanctions *targeting the bank*" imposes them once.
    let told_again = |draft: &Draft| {
        let noun = parse.head(draft.trigger);
        matches!(parse.lemma(draft.trigger), "aim" | "direct" | "target")
            && parse.dep(draft.trigger) == Dep::Acl
            && drafts.iter().any(|other| {
                other.trigger != draft.trigger
                    && !draft.words.contains(&other.trigger)
                    && (other.claim_type == draft.claim_type || other.claim_type == ClaimType::Sanction)
                    && other.target == draft.target
                    && (other.trigger == noun || other.words.contains(&noun))
            })
    };
    let lost: Vec<bool> = drafts.iter().map(|draft| is_fixed(draft) || told_again(draft)).collect();
    let mut lost = lost.into_iter();
    let (gone, mut left): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|_| lost.next() == Some(true));
    // "the *Morvanian-Kestrian* accord was signed": those whose it is.
    for noun in gone.into_iter().filter(|noun| !noun.actor.is_empty()) {
        let carries = |draft: &&mut Draft| draft.words.contains(&noun.trigger) && draft.claim_type == noun.claim_type;
        if let Some(verb) = left.iter_mut().find(carries).filter(|verb| verb.actor.is_empty()) {
            verb.actor = noun.actor;
            verb.target.retain(|at| !verb.actor.contains(at));
            verb.exact.extend(noun.exact);
        }
    }
    left
}

/// Joins a deed with the infinitive below it that has a word of the same fixed phrase: "*voted* to impose *sanctions* on the bank" imposes
/// them once.
pub(super) fn without_second_phrases(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut gone: Vec<usize> = Vec::new();
    for below in 0..drafts.len() {
        let trigger = drafts[below].trigger;
        if parse.dep(trigger) != Dep::Xcomp || drafts[below].words.is_empty() {
            continue;
        }
        let above = drafts.iter().position(|other| {
            other.claim_type == drafts[below].claim_type
                && other.trigger == parse.head(trigger)
                && drafts[below].words.iter().any(|word| other.words.contains(word))
        });
        let Some(above) = above else { continue };
        if drafts[above].target.is_empty() {
            drafts[above].target = drafts[below].target.clone();
        }
        gone.push(below);
    }
    without(drafts, &gone)
}

/// Joins a verb with the deed that is its object, where both are of one type: "Kestria *hosted talks* with the rebels" is one
/// meeting.
pub(super) fn deeds_held(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut gone: Vec<usize> = Vec::new();
    // "agreed *a truce* with the rebels"
    let agreed = |verb: usize, deed: usize| {
        parse.lemma(verb) == "agree" && (parse.dep(deed) == Dep::Dobj && parse.head(deed) == verb)
    };
    for verb in 0..drafts.len() {
        let held = |draft: &Draft| {
            draft.rule == "event/noun"
                && draft.claim_type == drafts[verb].claim_type
                && (drafts[verb].target.contains(&draft.trigger) || agreed(drafts[verb].trigger, draft.trigger))
        };
        if drafts[verb].rule != "event/verb" {
            continue;
        }
        let Some(deed) = drafts.iter().position(held) else { continue };
        // What is agreed on is a thing of its own, but told once: "both sides signed the *truce*".
        if drafts[verb].claim_type == ClaimType::Agree {
            // "reached a deal *on the release* of the boys" is one deal; "a deal *with Kestria*" names a party to it.
            let party = |at: usize| {
                use NounClass::{Forces, Party, People};
                parse.pos(at) == Pos::Propn || class::fits(parse, setting.lexicon, at, &[Forces, Party, People])
            };
            let led = |at: usize| parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "with";
            let others = drafts[deed].actor.iter().any(|&at| !drafts[verb].actor.contains(&at) && !led(at));
            let partners = drafts[deed].actor.iter().copied().filter(|&at| led(at));
            let with: Vec<usize> =
                drafts[deed].target.iter().copied().filter(|&at| party(at)).chain(partners).collect();
            // "the deal between the two was signed": who is in it signed it.
            if others && drafts[verb].actor.is_empty() {
                drafts[verb].actor = drafts[deed].actor.clone();
                let exact = drafts[deed].exact.clone();
                drafts[verb].exact.extend(exact);
            } else if others {
                continue;
            }
            // "signed a deal *with Kestria*": who is party to it agreed as well.
            for partner in with {
                if !drafts[verb].actor.contains(&partner) && !drafts[verb].target.contains(&partner) {
                    drafts[verb].actor.push(partner);
                }
            }
            gone.push(deed);
            continue;
        }
        // "convened a meeting *of the ministers*": he met them.
        let own = drafts[deed].actor.iter().all(|&at| at > drafts[deed].trigger);
        let met = own && drafts[deed].target.is_empty() && !drafts[verb].actor.is_empty();
        if drafts[verb].claim_type == ClaimType::Meet && met {
            drafts[deed].target = std::mem::take(&mut drafts[deed].actor);
        }
        // "welcomed the help *of Kestria*": two support each other.
        let given = drafts[deed].actor.iter().any(|who| !drafts[verb].actor.contains(who));
        if drafts[verb].claim_type == ClaimType::Support && given && !drafts[verb].actor.is_empty() {
            drafts[verb].target = drafts[deed].actor.clone();
            continue;
        }
        if drafts[deed].actor.is_empty() {
            let mut actor = drafts[verb].actor.clone();
            actor.retain(|at| !drafts[deed].target.contains(at));
            drafts[deed].actor = actor;
        }
        gone.push(verb);
    }
    without(drafts, &gone)
}

/// Drops the help that money is given in: "gave $2 million *in aid* to the agency" is one payment.
pub(super) fn money_given(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let paid = |help: &Draft| {
        let sum = parse.head(parse.head(help.trigger));
        help.rule == "event/noun"
            && matches!(help.claim_type, ClaimType::Support | ClaimType::Supply)
            && parse.dep(help.trigger) == Dep::Pobj
            && parse.norm(parse.head(help.trigger)) == "in"
            && parse.dep(sum) == Dep::Dobj
            && drafts.iter().any(|pay| pay.claim_type == ClaimType::Pay && pay.trigger == parse.head(sum))
    };
    let gone: Vec<usize> = (0..drafts.len()).filter(|&at| paid(&drafts[at])).collect();
    without(drafts, &gone)
}
