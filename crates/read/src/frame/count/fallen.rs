//! On which side did the dead of a fight stand?
//!
//! "Six Arvian soldiers were killed in clashes between Kestrian and Arvian forces": Kestria's forces killed them. "Two rebels died in
//! clashes with the army": the army fought the rebels and killed them. "Six people were killed in clashes between the army and the rebels"
//! does not tell by whom.

use crate::claim::{Draft, Setting};
use crate::frame::retold;
use crate::mention::Phrase;
use crate::reason::Field;
use crate::{class, grammar, mention, time};
use language::{Dep, Pos};
use lexicon::{Known, NounClass};
use model::ClaimType;
use std::ops::Range;

/// Gives the dead of a fight those as doers against whom their side fought, and nobody where the words do not tell their side.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    let notes = &setting.part.notes;
    not_with_the_dead(setting, drafts);
    done_by_both(setting, drafts);
    for dead in 0..drafts.len() {
        if drafts.iter().any(|fight| is_of_both(setting, fight, &drafts[dead])) {
            drafts[dead].actor.clear();
        }
        if drafts[dead].claim_type != ClaimType::Casualties || drafts[dead].target.is_empty() {
            continue;
        }
        let Some(fight) = (0..drafts.len()).find(|&fight| is_where(setting, &drafts[fight], &drafts[dead])) else {
            continue;
        };
        let fallen = drafts[dead].target.clone();
        let of_side = |side: &[usize]| {
            !side.is_empty() && fallen.iter().all(|&one| side.iter().any(|&of| same(setting, &drafts[fight], one, of)))
        };
        let (first, second) = (drafts[fight].actor.clone(), drafts[fight].target.clone());
        let (in_first, in_second) = (of_side(&first), of_side(&second));
        // "in clashes *with the army*": the dead are the other side.
        if first.is_empty() && !in_second && is_with(setting, drafts[fight].trigger, &second) {
            drafts[fight].actor = drafts[dead].target.clone();
            drafts[fight].because(notes, Field::Actor, "fell in the fight with the other side");
            drafts[dead].actor = second;
            drafts[dead].because(notes, Field::Actor, "is whom the dead fought");
            continue;
        }
        if first.is_empty() || second.is_empty() || second == drafts[dead].target {
            continue;
        }
        match (in_first, in_second) {
            (true, false) => drafts[dead].actor = second,
            (false, true) => drafts[dead].actor = first,
            _ if is_between(setting, drafts[fight].trigger) => drafts[dead].actor.clear(),
            _ => continue,
        }
        let exact = drafts[fight].exact.clone();
        drafts[dead].exact.extend(exact.into_iter().filter(|(at, _)| !fallen.contains(at)));
        drafts[dead].because(notes, Field::Actor, "is whom the side of the dead fought");
    }
}

/// Takes what a fight between two brought about for the deed of neither alone: "the war *between the army and the rebels* has killed
/// thousands and driven out many more".
fn done_by_both(setting: Setting, drafts: &mut [Draft]) {
    use ClaimType::{Casualties, Destroy, Displace};
    let parse = &setting.part.parse;
    for draft in drafts.iter_mut().filter(|draft| matches!(draft.claim_type, Casualties | Destroy | Displace)) {
        let Some(deed) = grammar::doer(parse, draft.trigger) else { continue };
        let sides = grammar::after(parse, deed, "between").map_or(Vec::new(), |side| grammar::joined(parse, side));
        let fight = || setting.noun_frames(deed).any(|one| one.claim_type == ClaimType::Fight);
        if sides.len() > 1 && draft.actor == sides[..1] && fight() {
            draft.actor.clear();
        }
    }
}

/// Takes the dead with whom a fight ended for nobody who was fought: "the war ended with an estimated 100,000 *dead*", "with 40 *soldiers*
/// dead".
pub(in crate::frame) fn not_fought(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    let casualties = drafts.iter().filter(|draft| draft.claim_type == ClaimType::Casualties);
    let dead: Vec<usize> = casualties.map(|draft| draft.trigger).collect();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Fight) {
        draft.target.retain(|&at| {
            let fell = dead.iter().any(|&dead| dead == at || parse.pos(dead) == Pos::Adj && parse.head(dead) == at);
            !(fell && parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "with")
        });
    }
}

/// Gives the fight of "marines killed *rebels in battle*", which the tree hangs on the rebels alone, the marines: nobody fights himself. Takes
/// common people who fell in a fight for nobody who was fought.
fn not_with_the_dead(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    let killed: Vec<(Vec<usize>, Vec<usize>)> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Casualties && draft.actor != draft.target)
        .map(|draft| (draft.actor.clone(), draft.target.clone()))
        .collect();
    let fights = |draft: &&mut Draft| draft.claim_type == ClaimType::Fight && draft.rule == "event/noun";
    for fight in drafts.iter_mut().filter(fights) {
        let hung = parse.head(parse.head(fight.trigger));
        let dead = |at: usize| killed.iter().find(|(_, dead)| dead.contains(&at));
        if fight.actor == [hung]
            && (fight.target.is_empty() || fight.target == fight.actor)
            && let Some((doer, dead)) = dead(hung).filter(|(doer, _)| !doer.is_empty())
        {
            fight.actor = doer.clone();
            fight.target = dead.clone();
            fight.quantity.clear();
        }
        let fell = killed.iter().any(|(doer, dead)| doer.is_empty() && *dead == fight.target);
        if fell && fight.actor.is_empty() && are_bystanders(setting, &fight.target) {
            fight.target.clear();
        }
    }
}

/// True for common people, who fall in a fight but do not fight it: "scores of *villagers* were killed in clashes".
pub(in crate::frame) fn are_bystanders(setting: Setting, people: &[usize]) -> bool {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let bystander = |&at: &usize| {
        let core = mention::core(parse, setting.lexicon, at);
        let classes = class::classes(parse, setting.lexicon, core);
        // "two members of the *Red Path*"
        let named = parse.subtree(core).any(|word| parse.pos(word) == Pos::Propn);
        parse.pos(core) == Pos::Noun && !named && classes.has(People) && !classes.any(&[Forces, Party])
    };
    !people.is_empty() && people.iter().all(bystander)
}

/// True for the dead of a fight that a verb tells of both its sides: "soldiers and rebels *clashed*, *leaving* six dead" does not tell by whom.
fn is_of_both(setting: Setting, fight: &Draft, dead: &Draft) -> bool {
    let parse = &setting.part.parse;
    let both = || {
        let subject = grammar::subject(parse, fight.trigger).map_or(Vec::new(), |at| grammar::joined(parse, at));
        let told = |side: &[usize]| !side.is_empty() && side.iter().all(|at| subject.contains(at));
        told(&fight.actor) && told(&fight.target)
    };
    dead.claim_type == ClaimType::Casualties
        && fight.claim_type == ClaimType::Fight
        && parse.dep(dead.trigger) == Dep::Advcl
        && parse.head(dead.trigger) == fight.trigger
        && !dead.actor.is_empty()
        && both()
}

/// True for a fight, told by a noun, in which the dead fell: "killed *in clashes*", "*the clashes* killed six".
fn is_where(setting: Setting, fight: &Draft, dead: &Draft) -> bool {
    let parse = &setting.part.parse;
    if fight.claim_type != ClaimType::Fight || fight.rule != "event/noun" {
        return false;
    }
    // "three soldiers were killed and six were *wounded* in clashes": the second verb says for both.
    let below = time::second_counts(parse, dead.trigger, setting.lexicon)
        .chain([dead.trigger])
        .flat_map(|verb| parse.children(verb))
        .filter(|&child| {
            parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "during" | "after" | "amid")
        });
    let within = { below }.any(|child| grammar::object_of(parse, child) == Some(fight.trigger));
    let subject = grammar::doer(parse, dead.trigger) == Some(fight.trigger);
    // "clashes between both in Velna, *which* killed six": the tree may hang the clause on a word inside.
    let told = || {
        let above = parse.head(dead.trigger);
        let inside = parse.subtree(fight.trigger).contains(&above) && above > fight.trigger;
        // People are "who".
        let thing = (above..dead.trigger).any(|at| parse.norm(at) == "which")
            && class::fits(parse, setting.lexicon, above, &[NounClass::People]);
        parse.dep(dead.trigger) == Dep::Relcl && inside && (thing || dead.actor != [above])
    };
    within || subject || told()
}

/// True for a fight "with" or "against" these.
fn is_with(setting: Setting, fight: usize, side: &[usize]) -> bool {
    let against = |word: &str| grammar::after(&setting.part.parse, fight, word).is_some_and(|at| side.contains(&at));
    against("with") || against("against")
}

/// True for a deed whose sides stand behind "between" or "among".
fn is_between(setting: Setting, deed: usize) -> bool {
    ["between", "among"].iter().any(|word| grammar::after(&setting.part.parse, deed, word).is_some())
}

/// True where two phrases name people of one side: of one state, by one name, or by the same noun where neither names any.
fn same(setting: Setting, fight: &Draft, one: usize, other: usize) -> bool {
    let parse = &setting.part.parse;
    let words = |at: usize| -> Range<usize> {
        let exact = fight.exact.iter().find(|(head, _)| *head == at).map(|(_, words)| words.clone());
        exact.unwrap_or_else(|| Phrase::of(parse, setting.lexicon, at).tokens)
    };
    let states = |at: usize| -> Vec<&str> {
        let names = &setting.lexicon.names;
        let state = |at: usize| match (names.find(parse.word(at)), names.demonym(parse.word(at)).as_slice()) {
            (Some(Known::State(state)), _) => Some(state.iso.as_str()),
            (_, [state]) => Some(state.iso.as_str()),
            _ => None,
        };
        words(at).filter_map(state).collect()
    };
    let (here, there) = (states(one), states(other));
    if here.is_empty() || there.is_empty() {
        // What is written large names a side, except at the head of a sentence.
        let named = |word: usize| {
            let adjective = parse.pos(word) == Pos::Adj && parse.word(word).starts_with(char::is_uppercase);
            parse.pos(word) == Pos::Propn || adjective
        };
        let shared = |word: usize| words(other).any(|next| parse.word(next) == parse.word(word));
        let names = |at: usize| words(at).any(named);
        return match (names(one), names(other)) {
            // "a *police* officer" is of the "*police* patrol".
            (false, false) => {
                let party = |word: usize| {
                    parse.pos(word) == Pos::Noun
                        && setting.is_noun(word, NounClass::Forces)
                        && setting.is_noun(word, NounClass::Party)
                };
                parse.lemma(one) == parse.lemma(other) || words(one).any(|word| party(word) && shared(word))
            }
            _ => words(one).any(|word| named(word) && shared(word)),
        };
    }
    here.iter().any(|state| there.contains(state))
}

/// "the *war* killed thousands": it was fought against none of them, and the land that it was in did not kill them.
pub(in crate::frame) fn of_war(setting: Setting, drafts: &mut [Draft], war: usize, killed: usize) -> bool {
    let dead = drafts[killed].claim_type == ClaimType::Casualties && drafts[war].claim_type == ClaimType::Fight;
    let between = dead && retold::is_mutual(setting, drafts[war].trigger);
    if between {
        let lands = drafts[war].place.clone();
        drafts[killed].actor.retain(|at| !lands.contains(at));
    }
    // "*Kestria's* drug war, which killed thousands": not "*the army's* attack, which killed thousands"
    if between {
        let parse = &setting.part.parse;
        let trigger = drafts[war].trigger;
        let owner = |at: usize| parse.dep(at) == Dep::Poss && parse.head(at) == trigger;
        drafts[killed].actor.retain(|&at| !owner(at));
    }
    between
}
