//! Which party stands behind a deed or a thing?
//!
//! In "a Morvanian strike destroyed two trucks" the strike is the subject, but Morvania destroyed them; in "Kestria's
//! involvement marks a change" the judged is Kestria. Who can act or suffer stands for itself.

use crate::claim::{Draft, Setting};
use crate::frame::{Spot, fill};
use crate::reason::Field;
use crate::{class, grammar, mention};
use language::{Dep, Pos, Tag};
use lexicon::{NounClass, Slot, WordClass};
use model::ClaimType;

/// The parties behind a word: itself when it can act, those a deed or an abstract noun belongs to, none when nobody is named.
pub(crate) fn behind(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    if stands_for_itself(setting, core) {
        return vec![at];
    }
    let spot = Spot::noun(core);
    let mut found = fill(setting, &spot, &Slot::Subject);
    if found.is_empty() && parse.norm(core) != parse.norm(at) {
        let spot = Spot::noun(at);
        found = fill(setting, &spot, &Slot::Subject);
    }
    found.retain(|&owner| owner != core && owner != at);
    // "*Brek's murder* is a crime": he suffered it, and is not judged for it.
    let frames = setting.frames(core);
    let suffered = frames.iter().any(|frame| {
        frame.class == WordClass::Noun && matches!(frame.claim_type, ClaimType::Casualties | ClaimType::Detain)
    });
    // So do the hostages "*their release*" is demanded of.
    let bare = grammar::after(parse, core, "of").is_none() && grammar::agent(parse, core).is_none();
    found.retain(|&owner| !(suffered && parse.dep(owner) == Dep::Poss && (bare || setting.names_person(owner))));
    // "*the visit* of the president": a deed whose doer stands behind "of".
    let of = Slot::Preposition("of".to_string());
    if found.is_empty() && frames.iter().any(|frame| frame.class == WordClass::Noun && frame.actor.contains(&of)) {
        let spot = Spot::noun(core);
        found = fill(setting, &spot, &of);
        found.retain(|&doer| stands_for_itself(setting, doer));
    }
    let stake = setting.is_noun(core, NounClass::Stake);
    let abstraction = class::classes(parse, setting.lexicon, core).only(&[NounClass::Stake]);
    // "Kestria's sovereignty and *integrity*", "the *rights* and safety of the villagers": one of a row is told whose the others are.
    if found.is_empty() {
        let of_row = || grammar::row_of(parse, core).filter(|_| abstraction);
        let owner = grammar::row_owner(parse, core).filter(|&owner| parse.pos(owner) != Pos::Pron);
        let owner = owner.or_else(of_row);
        found = owner.map_or(Vec::new(), |owner| grammar::joined(parse, owner));
        found.retain(|&owner| stands_for_itself(setting, owner));
    }
    // "the *efforts* of the union", "the *commitment* of both sides": whose aim it is.
    let aims = frames.iter().any(|frame| frame.class == WordClass::Noun && frame.claim_type == ClaimType::Intent);
    if found.is_empty() && aims && !suffered {
        found = grammar::after(parse, core, "of").map_or(Vec::new(), |of| grammar::joined(parse, of));
        found.retain(|&of| stands_for_itself(setting, of));
    }
    let is_people = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::People]);
    // "the rights of the villagers", "the flow of fighters", "the sovereignty of Kestria".
    if found.is_empty()
        && !suffered
        && abstraction
        && let Some(object) = grammar::after(parse, core, "of")
    {
        found = grammar::joined(parse, object);
        // "freedom of *movement*" is no movement's.
        let whose = |object: usize| !stake || parse.pos(object) == Pos::Propn || is_people(object);
        found.retain(|&object| stands_for_itself(setting, object) && whose(object));
    }
    // "welcomed the news that *the rebels* had freed the town": what is told is told of whom the clause is about.
    if found.is_empty()
        && let Some(clause) = parse.children(core).find(|&child| {
            child > core
                && matches!(parse.dep(child), Dep::Acl | Dep::Ccomp | Dep::Relcl)
                && parse.children(child).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that")
        })
        && let Some(subject) = parse.child(clause, Dep::Nsubj)
        && stands_for_itself(setting, mention::core(parse, setting.lexicon, subject))
        && parse.pos(subject) != Pos::Pron
    {
        found = grammar::joined(parse, subject);
    }
    // "*the council* adopted a resolution that calls for a truce"
    if found.is_empty()
        && parse.dep(core) == Dep::Dobj
        && parse.children(core).any(|clause| {
            matches!(parse.dep(clause), Dep::Acl | Dep::Relcl) && matches!(parse.tag(clause), Tag::Vbg | Tag::Vbz)
        })
        && class::fits(parse, setting.lexicon, core, &[NounClass::Publication, NounClass::Accord])
        && let Some(maker) = grammar::doer(parse, parse.head(core))
    {
        found = grammar::joined(parse, maker);
        found.retain(|&maker| stands_for_itself(setting, mention::core(parse, setting.lexicon, maker)));
    }
    // "a bomb *planted by rebels* killed three"
    if found.is_empty()
        && let Some(user) = used_by(setting, core)
    {
        found = grammar::joined(parse, user);
    }
    // "*Kestria* fired missiles targeting a base": who uses a weapon does what it does.
    if found.is_empty()
        && parse.dep(core) == Dep::Dobj
        && class::fits(parse, setting.lexicon, core, &[NounClass::Arms])
        && parse.children(core).any(|clause| parse.dep(clause) == Dep::Acl && parse.tag(clause) == Tag::Vbg)
        && let Some(user) = grammar::doer(parse, parse.head(core))
    {
        found = grammar::joined(parse, user);
        found.retain(|&user| stands_for_itself(setting, user));
    }
    // "support from Kestria"
    if found.is_empty()
        && let Some(giver) = grammar::after(parse, core, "from")
    {
        found = grammar::joined(parse, giver);
        // "a strike *from the hills*" only tells from where.
        let scene = |at: usize| {
            let classes = class::classes(parse, setting.lexicon, at);
            parse.pos(at) == Pos::Noun && classes.only(&[NounClass::Place, NounClass::Site]) && !classes.is_empty()
        };
        found.retain(|&giver| stands_for_itself(setting, giver) && !scene(giver));
    }
    found
}

/// "closed the border, *which* led to a famine": a place brings nothing about; who did what the clause before tells takes its role.
pub(in crate::frame) fn done_there(setting: Setting, draft: &mut Draft) {
    use NounClass::{Place, Site};
    let parse = &setting.part.parse;
    let role = match draft.claim_type {
        ClaimType::Cause => &mut draft.target,
        ClaimType::Judgement => &mut draft.actor,
        _ => return,
    };
    let [place] = role[..] else { return };
    let relative = parse.child(draft.trigger, Dep::Nsubj).filter(|&which| parse.norm(which) == "which");
    let apart = relative.is_some_and(|which| which > 0 && parse.word(which - 1) == ",");
    let there = parse.dep(draft.trigger) == Dep::Relcl
        && apart
        && matches!(parse.dep(place), Dep::Dobj | Dep::Pobj)
        && parse.pos(place) == Pos::Noun
        && class::classes(parse, setting.lexicon, place).only(&[Place, Site]);
    if let Some(doer) = grammar::doer(parse, grammar::clause_head(parse, place)).filter(|_| there) {
        *role = grammar::joined(parse, doer);
        draft.because(&setting.part.notes, Field::Actor, "did what the clause before tells");
    }
}

/// Who used a weapon by the participle behind it: "missiles *fired by the army*"; not who made or sold it.
fn used_by(setting: Setting, weapon: usize) -> Option<usize> {
    use ClaimType::{Attack, Fight, Strike};
    let parse = &setting.part.parse;
    let uses = |verb: &usize| {
        let frames = setting.frames(*verb);
        let force = |frame: &lexicon::Frame| matches!(frame.claim_type, Attack | Fight | Strike);
        parse.dep(*verb) == Dep::Acl && frames.iter().any(force)
    };
    let used = parse.children(weapon).filter(uses).find_map(|verb| grammar::agent(parse, verb))?;
    stands_for_itself(setting, used).then_some(used)
}

/// True for words that can act, be hit or be judged themselves.
pub(crate) fn stands_for_itself(setting: Setting, at: usize) -> bool {
    use NounClass::*;
    let parse = &setting.part.parse;
    if parse.pos(at) == Pos::Pron {
        return true;
    }
    // "the *head* of the mission", "its *chief*"
    use lexicon::TitleClass::{Head, Office, Rank};
    let title = setting.lexicon.titles.class(parse.entry(at));
    if matches!(title, Some(Head | Office | Rank)) {
        return true;
    }
    let classes = class::classes(parse, setting.lexicon, at);
    // A mission is a deed and a body; missions are deeds, and so is "its mission".
    let owned = parse.child(at, Dep::Poss).is_some();
    if classes.has(Deed) && (!classes.has(Party) || parse.tag(at) == Tag::Nns || owned) {
        return false;
    }
    classes.any(&[People, Forces, Party, Place, Site, Vehicle])
}

/// True for a deed, help or a weapon, which nobody would name as who did it.
pub(crate) fn is_deed_or_weapon(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    !stands_for_itself(setting, core)
        && class::fits(parse, setting.lexicon, core, &[NounClass::Aid, NounClass::Arms, NounClass::Deed])
}

/// The heads of a role with the parties behind them; what nobody stands behind is kept when `keep` says so.
pub(crate) fn all_behind(setting: Setting, heads: &[usize], keep: impl Fn(usize) -> bool) -> Vec<usize> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    let mut all: Vec<usize> = Vec::new();
    for &at in heads {
        let found = behind(setting, at);
        if found.is_empty() {
            if keep(at) {
                all.push(at);
            } else {
                notes.passed(at, || "neither acts nor suffers, and nobody is named who stands behind it".to_string());
            }
        } else {
            if found != [at] {
                notes.passed(at, || "is a deed or a thing: who stands behind it is taken".to_string());
                found.iter().for_each(|&owner| notes.taken(owner, || format!("stands behind “{}”", parse.word(at))));
            }
            all.extend(
                found.into_iter().flat_map(|owner| if owner == at { vec![at] } else { grammar::joined(parse, owner) }),
            );
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}
