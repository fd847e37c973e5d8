//! Which ends can a relation have?
//!
//! A person is a member of a body, and a body a part of it; a detachment of tanks is no part of tanks, "on the part of
//! Morvania" tells of no part, and "the south side of the Orn" of no ally.

use crate::claim::{Draft, Setting};
use crate::frame::{Spot, fillers, is_place};
use crate::{class, grammar, list, mention};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// Puts the ends of a relation right; false when it is none.
pub(in crate::frame) fn holds(setting: Setting, site: &Spot, draft: &mut Draft) -> bool {
    use ClaimType::{AlliedWith, Backs, Leads, LocatedIn, MemberOf, PartOf};
    let parse = &setting.part.parse;
    match draft.claim_type {
        PartOf => return is_part(setting, site, draft),
        MemberOf => return is_member(setting, site, draft),
        // "connects Velna *with Ostrel*": it lies in both.
        LocatedIn if site.class == WordClass::Verb && draft.place.len() == 1 => {
            let end = ["with", "to"].into_iter().find_map(|word| grammar::after(parse, site.trigger, word));
            let joins = parse.child(site.trigger, Dep::Dobj) == draft.place.first().copied();
            draft.place.extend(end.filter(|&end| joins && is_place(setting, end)));
        }
        // "infantry supported by 40 guns"
        Backs => {
            let arms = |at: &usize| {
                let lemma = parse.entry(*at);
                parse.name_of(*at).is_none() && setting.lexicon.nouns.is(lemma, NounClass::Arms)
            };
            if !draft.actor.is_empty() && draft.actor.iter().all(arms) {
                return false;
            }
            nation_of(setting, site, draft);
        }
        // "died, *leading* the rebels *to split*" led nobody: what came of it is told.
        Leads if site.class == WordClass::Verb && grammar::leads_to_deed(parse, setting.lexicon, site.trigger) => {
            return false;
        }
        // "a coalition of 14 countries led by Kestria": Kestria leads the coalition.
        Leads => {
            let whole = |at: &usize| {
                let counted = parse.pos(*at) == Pos::Noun && parse.tag(*at) == Tag::Nns;
                grammar::counting(parse, *at)
                    .filter(|&whole| {
                        counted && class::fits(parse, setting.lexicon, whole, &[NounClass::Party, NounClass::Forces])
                    })
                    .unwrap_or(*at)
            };
            draft.target.iter_mut().for_each(|at| *at = whole(at));
        }
        AlliedWith => {
            let land =
                |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Loc | NameLabel::Fac));
            // "a major non-Alliance ally"
            let barred = |at: usize| at > 1 && parse.tag(at - 1) == Tag::Hyph && parse.norm(at - 2) == "non";
            // "fights for *an independent state*": what there is not yet is on nobody's side.
            let yet_to_come = |at: usize| {
                let led = parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "for";
                let one = parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an"));
                led && one && class::fits(parse, setting.lexicon, at, &[NounClass::Place])
            };
            draft.target.retain(|&at| !land(at) && !barred(at) && !yet_to_come(at));
        }
        _ => {}
    }
    true
}

/// Puts the ends of a part right: who is part of a body is a member of it, lists are taken as they are written.
fn is_part(setting: Setting, site: &Spot, draft: &mut Draft) -> bool {
    let parse = &setting.part.parse;
    // "on the part of the army"
    if parse.dep(site.trigger) == Dep::Pobj && parse.norm(parse.head(site.trigger)) == "on" {
        return false;
    }
    // "a company of tanks", "a company of paratroopers": what it is made of is no whole.
    let stuff = |at: usize| {
        let nouns = &setting.lexicon.nouns;
        let lemma = parse.entry(at);
        let people = site.class == WordClass::Noun && parse.tag(at) == Tag::Nns && nouns.is(lemma, NounClass::People);
        parse.pos(at) == Pos::Noun && parse.name_of(at).is_none() && (nouns.is(lemma, NounClass::Vehicle) || people)
    };
    draft.target.retain(|&at| !stuff(at));
    crate::relation::smaller_units(setting, &mut draft.target);
    listed_parts(setting, site, draft);
    let named = |at: usize| {
        let person = parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person);
        parse.pos(at) == Pos::Propn
            && (setting.names_person(at) || person)
            && !class::is_ship(parse, setting.lexicon, at)
    };
    // "the suspects are linked to the network"
    let suspects = |at: usize| {
        let classes = setting.nouns(at);
        let one =
            parse.tag(at) == Tag::Nn && classes.contains(&NounClass::People) && !classes.contains(&NounClass::Party);
        parse.pos(at) == Pos::Noun && (setting.lexicon.nouns.is_only_people(parse.entry(at)) || one)
    };
    // "is serving as *part* of the Guards", not "is a branch of the Guards".
    let tells = site.class == WordClass::Verb || parse.norm(site.trigger) == "part";
    if tells && !draft.actor.is_empty() && draft.actor.iter().all(|&at| named(at) || suspects(at)) {
        draft.claim_type = ClaimType::MemberOf;
    }
    true
}

/// The parts behind a word that lists them: "comprised the 5th Rifles, the *2nd Corps* (Brek) and the *3rd Corps*".
fn listed_parts(setting: Setting, site: &Spot, draft: &mut Draft) {
    let parse = &setting.part.parse;
    let Some(&first) = draft.actor.first().filter(|&&first| first > site.trigger) else { return };
    // The tree may take the name in brackets for the part.
    let outside = |at: usize| {
        let open = (at.saturating_sub(4)..at).rev().find(|&word| matches!(parse.word(word), "(" | ")"));
        let unit = open.filter(|&open| parse.word(open) == "(" && open > site.trigger + 1);
        unit.map(|open| open - 1).filter(|&unit| parse.pos(unit) == Pos::Propn).unwrap_or(at)
    };
    draft.actor.iter_mut().for_each(|at| *at = outside(*at));
    let lead = (site.trigger + 1..first).find(|&word| !matches!(parse.pos(word), Pos::Adp | Pos::Part));
    let all = lead.map(|lead| list::behind(parse, lead)).filter(|all| all.contains(&outside(first)));
    let all = all.unwrap_or_else(|| list::written(parse, outside(first)));
    if all.len() > draft.actor.len() {
        draft.actor = all;
    }
}

/// Puts the ends of a membership right: a ship and a state are parts of what people are members of.
fn is_member(setting: Setting, site: &Spot, draft: &mut Draft) -> bool {
    let parse = &setting.part.parse;
    // "American service members" are of no body that the words name.
    let nation = |at: &usize| parse.pos(*at) == Pos::Adj && fillers::is_state(setting, *at);
    if draft.actor == [site.trigger] && draft.target.iter().all(nation) {
        return false;
    }
    // "Kestria is a *member* of the alliance"
    let called = |at: usize| match parse.dep(at) {
        Dep::Attr => grammar::subject(parse, parse.head(at)).unwrap_or(at),
        Dep::Appos => parse.head(at),
        _ => at,
    };
    let part = |at: &usize| {
        let core = mention::core(parse, setting.lexicon, if *at == site.trigger { called(*at) } else { *at });
        let state =
            parse.name_of(core).is_some_and(|name| name.label == NameLabel::Gpe) && parse.pos(core) == Pos::Propn;
        let body =
            *at != site.trigger && class::names_body(parse, setting.lexicon, core) && !setting.names_person(core);
        state || body || class::fits(parse, setting.lexicon, core, &[NounClass::Vehicle])
    };
    if !draft.actor.is_empty() && draft.actor.iter().all(part) {
        draft.claim_type = ClaimType::PartOf;
        let own = |at: &usize| if *at == site.trigger { called(*at) } else { *at };
        draft.actor = draft.actor.iter().map(own).collect();
    }
    crate::relation::smaller_units(setting, &mut draft.target);
    true
}

/// "the rebels and their *Morvanian* backers": the state whose they are acts.
fn nation_of(setting: Setting, site: &Spot, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.actor != [site.trigger] || site.class != WordClass::Noun {
        return;
    }
    let mut before = parse.children(site.trigger).filter(|&child| child < site.trigger);
    let nation = before.find(|&child| parse.dep(child) == Dep::Amod && fillers::is_state(setting, child));
    if let Some(nation) = nation.filter(|nation| !draft.target.contains(nation)) {
        draft.actor = vec![nation];
    }
}
