//! What is an attack with, where its word does not tell?
//!
//! "attacked the base with drones", "an attack using two rockets", "drones were used to attack the base" are strikes: what does the deed
//! flies at its target. A bomb that lies or drives makes an attack of a strike. Whoever uses it is not told by its name.

use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, Parse, Pos};
use lexicon::NounClass;
use model::ClaimType;

/// Makes strikes of the attacks that are done with what flies at its target. "using" tells with what, and of no deed of its own.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    let violent = |draft: &Draft| matches!(draft.claim_type, ClaimType::Attack | ClaimType::Fight | ClaimType::Strike);
    let hurts = |draft: &Draft| violent(draft) || draft.claim_type == ClaimType::Casualties;
    let deeds: Vec<usize> = drafts.iter().filter(|draft| hurts(draft)).map(|draft| draft.trigger).collect();
    let only_tells = |draft: &Draft| {
        let using = parse.norm(draft.trigger) == "using" && violent(draft);
        using
            && deeds
                .iter()
                .any(|&deed| deed < draft.trigger && parse.sentence_of(deed) == parse.sentence_of(draft.trigger))
    };
    drafts.retain(|draft| !only_tells(draft));
    drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Strike).for_each(|draft| planted(setting, draft));
    for draft in
        drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Attack && may_be_from_afar(setting, draft))
    {
        let means = means(setting, draft);
        let flies = |&at: &usize| class::fits(parse, setting.lexicon, at, &[NounClass::Missile]);
        if means.is_empty() || !means.iter().all(flies) {
            continue;
        }
        draft.claim_type = ClaimType::Strike;
        draft.actor.retain(|at| !means.contains(at));
    }
}

/// Makes attacks of the strikes that bombs do which lie or drive: "a *roadside bomb* hit the convoy", "a *car bomb* destroyed the gate".
fn planted(setting: Setting, draft: &mut Draft) {
    use NounClass::{Arms, Forces, Missile, Place, Site, Vehicle};
    let parse = &setting.part.parse;
    let nouns = &setting.lexicon.nouns;
    let weapon = parse.child(draft.trigger, Dep::Nsubj).filter(|_| draft.rule == "event/verb");
    let lies = |word: usize| {
        let classes = nouns.classes(parse.entry(word));
        // "*Tank* guns" are aimed by whoever fights with them.
        parse.dep(word) == Dep::Compound
            && classes.iter().any(|class| matches!(class, Place | Site | Vehicle))
            && !classes.contains(&Forces)
    };
    let bomb = |&at: &usize| nouns.is(parse.entry(at), Arms) && !nouns.is(parse.entry(at), Missile);
    if weapon.filter(bomb).is_some_and(|bomb| parse.children(bomb).any(lies)) {
        draft.claim_type = ClaimType::Attack;
    }
}

/// What was used for a deed: "*drones* were used to attack the base".
fn used_for(parse: &Parse, deed: usize) -> Option<usize> {
    let above = parse.head(deed);
    let used = parse.dep(deed) == Dep::Xcomp && parse.lemma(above) == "use" && grammar::is_passive(parse, above);
    used.then(|| grammar::undergoer(parse, above)).flatten()
}

/// True for a word that can tell of a strike or of a killing: "attack", "assassinate", not "ambush".
fn may_be_from_afar(setting: Setting, draft: &Draft) -> bool {
    let frames = setting.frames(draft.trigger);
    frames.iter().any(|frame| matches!(frame.claim_type, ClaimType::Strike | ClaimType::Casualties))
}

/// With what it is done: "attacked *with drones*", "an attack *using drones*", "*drones* were used to attack".
fn means(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    let all = |at: usize| grammar::joined(parse, at);
    if let Some(used) = used_for(parse, draft.trigger) {
        return all(used);
    }
    let hosts = [draft.trigger, draft.predicate];
    let with = hosts.iter().find_map(|&host| grammar::after(parse, host, "with"));
    // "an attack on the port *using rockets*": the tree hangs it on any word between.
    let using = || {
        let sentence = parse.sentences()[parse.sentence_of(draft.trigger)].clone();
        let behind = (draft.trigger + 1..sentence.end).find(|&at| parse.norm(at) == "using")?;
        let verb = |at: usize| parse.pos(at) == Pos::Verb;
        let hung = parse.dominates(draft.predicate, behind) || !(draft.trigger + 1..behind).any(verb);
        parse.child(behind, Dep::Dobj).filter(|_| hung)
    };
    with.or_else(using).map_or(Vec::new(), all)
}
