//! What do `Morvania-backed`, `rebel-held` and `anti-Morvania` say?
//!
//! The table of compounds says which side acts; the noun behind is the other side, or the place.

use crate::claim::{Draft, Setting};
use crate::{class, grammar, quantity};
use language::{Dep, Parse, Pos, Tag};
use lexicon::NounClass;
use model::ClaimType;
use std::ops::Range;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for hyphen in 1..parse.len().saturating_sub(1) {
        let hyphened = matches!(parse.word(hyphen), "-" | "–" | "‑");
        // "opposition *held* areas" is written without one as well.
        let (left, right) = (hyphen - 1, hyphen + usize::from(hyphened));
        let touching = parse.token(left).span.end == parse.token(hyphen).span.start
            && parse.token(hyphen).span.end == parse.token(right).span.start;
        if !(hyphened && touching || !hyphened && is_parted(setting, left, right)) {
            continue;
        }
        let (left_word, right_word) = (parse.lower(left), parse.lower(right));
        let (part, name) = match setting.lexicon.compounds.get(right_word) {
            Some(compound) if !matches!(parse.pos(left), Pos::Adv | Pos::Num) => (compound, left),
            _ => match setting.lexicon.compounds.get(left_word) {
                Some(compound) if matches!(left_word, "pro" | "anti") => (compound, right),
                // "counter-Morvania", but "counter-terrorism"
                Some(compound) if left_word == "counter" && parse.word(right).starts_with(char::is_uppercase) => {
                    (compound, right)
                }
                _ => continue,
            },
        };
        let Some(mut noun) = said_of(parse, right).or_else(|| noun_behind(parse, right)) else { continue };
        // "Morvania-backed, *Kestria*-led fighters": the fighters are backed as well as led.
        if noun + 2 < parse.len()
            && parse.word(noun + 1) == "-"
            && setting.lexicon.compounds.get(parse.lower(noun + 2)).is_some()
        {
            noun = noun_behind(parse, noun + 2).unwrap_or(noun);
        }
        // "Morvania-led *coalition* air strikes": the party right behind, not its deed, is led.
        let (next, mut whole) = (right + 1, None);
        if noun > next
            && is_thing(setting, noun)
            && parse.dep(next) == Dep::Compound
            && parse.pos(next) == Pos::Noun
            && class::fits(parse, setting.lexicon, next, &[NounClass::Forces, NounClass::Party])
        {
            noun = next;
            whole = Some(noun);
        }
        // "the Velna-based *leader Anton Brek*" is Brek.
        let named = parse.head(noun);
        if parse.dep(noun) == Dep::Compound && named > noun && setting.names_person(named) {
            noun = named;
        }
        // "the *Anti-Terrorist* Operation Centre" is called so.
        if matches!(parse.word(left), "Anti" | "Counter") && parse.pos(noun) == Pos::Propn && noun > right {
            continue;
        }
        let mut draft = Draft::new(part.claim_type, right, "relation/compound");
        draft.words = vec![left];
        draft.timed = false;
        draft.presupposed = true;
        draft.exact.push((name, words_of_name(parse, name, hyphen)));
        draft.quote = Some(draft.exact[0].1.start.min(left)..noun + 1);
        if let Some(noun) = whole {
            draft.exact.push((noun, draft.exact[0].1.start.min(left)..noun + 1));
        }
        let place = matches!(part.claim_type, ClaimType::Controls | ClaimType::Besiege | ClaimType::PresentIn);
        // Nobody is meant by "anti-aircraft guns", "anti-tank missiles" or "anti-foreign riots".
        let first = parse.sentences()[parse.sentence_of(name)].start == name;
        let common = parse.name_of(name).is_none() && parse.pos(name) != Pos::Propn;
        let small = parse.word(name).starts_with(char::is_lowercase) || first && common && !part.name_acts;
        let armed = small && (is_thing(setting, noun) || is_weapon(setting, name));
        let party = parse.pos(name) == Pos::Propn
            || parse.name_of(name).is_some()
            || class::fits(parse, setting.lexicon, name, &[NounClass::People, NounClass::Party, NounClass::Forces]);
        if !part.name_acts && (armed || is_thing(setting, name) || parse.pos(name) == Pos::Adj && !party && small) {
            continue;
        }
        // "anti-aircraft missiles", "anti-war actions": arms and deeds are nobody's enemies, and "re-armed" names nobody.
        let prefix = small && !party && setting.nouns(name).is_empty();
        if part.name_acts && prefix || !part.name_acts && is_thing(setting, noun) {
            continue;
        }
        // "Morvania-backed *attacks*": who does them is backed, and the deed is not.
        if part.claim_type == ClaimType::Backs && is_thing(setting, noun) {
            continue;
        }
        // "ground-based artillery", "faith-based groups" are at no place that the words name.
        let somewhere = !small || class::fits(parse, setting.lexicon, name, &[NounClass::Site]);
        // "Sand-populated villages": who lives there acts, and the noun is where.
        let lived_in = part.name_acts
            && part.claim_type == ClaimType::PresentIn
            && class::fits(parse, setting.lexicon, noun, &[NounClass::Place, NounClass::Site]);
        if !lived_in && !joins(setting, part.claim_type, noun) || part.claim_type == ClaimType::PresentIn && !somewhere
        {
            continue;
        }
        if part.name_acts {
            draft.actor = vec![name];
            if place { draft.place = vec![noun] } else { draft.target = vec![noun] }
        } else {
            draft.actor = vec![noun];
            if place { draft.place = vec![name] } else { draft.target = vec![name] }
        }
        // "three rebel-held villages": what is held is counted with them, not by an article.
        if place
            && part.name_acts
            && let Some(count) = quantity::of(setting.part, noun, setting.lexicon)
        {
            let counted = count.span.end <= setting.part.token_span(left).start;
            draft.quantity = if counted { vec![count] } else { Vec::new() };
        }
        drafts.push(draft);
    }
    drafts
}

/// True for a party and what is done by it, side by side before a noun: "*rebel held* areas", "*Morvania backed* forces".
fn is_parted(setting: Setting, left: usize, right: usize) -> bool {
    let parse = &setting.part.parse;
    parse.tag(right) == Tag::Vbn
        && parse.dep(right) == Dep::Amod
        && parse.head(right) == right + 1
        && parse.head(left) <= right + 1
        && matches!(parse.dep(left), Dep::Npadvmod | Dep::Amod | Dep::Compound)
        && class::fits(parse, setting.lexicon, left, &[NounClass::Party, NounClass::Forces])
}

/// The name beside the hyphen: `Saudi Arabia` in `Saudi Arabia-backed`.
fn words_of_name(parse: &Parse, name: usize, hyphen: usize) -> Range<usize> {
    let Some(whole) = parse.name_of(name) else { return name..name + 1 };
    if name < hyphen {
        let start = whole.tokens.start.max(name.saturating_sub(3));
        let start = (start..name).rev().take_while(|&at| parse.pos(at) == Pos::Propn).last().unwrap_or(name);
        return start..name + 1;
    }
    let end = (name + 1..whole.tokens.end).take_while(|&at| parse.pos(at) == Pos::Propn).last().unwrap_or(name);
    // The noun behind is no part of it: "pro-Brek Guards".
    if end > name && parse.dep(end) != Dep::Compound && parse.dominates(end, hyphen) {
        name..name + 1
    } else {
        name..end + 1
    }
}

/// True for a common noun that names a vehicle, weapon or deed, and nobody.
fn is_thing(setting: Setting, at: usize) -> bool {
    use NounClass::*;
    let classes = setting.nouns(at);
    setting.part.parse.name_of(at).is_none()
        && classes.iter().any(|class| matches!(class, Vehicle | Arms | Deed))
        && !classes.iter().any(|class| matches!(class, People | Party | Forces))
}

/// True for a vehicle or weapon, also inside a name: "Falcon anti-*aircraft* systems".
fn is_weapon(setting: Setting, at: usize) -> bool {
    let classes = setting.nouns(at);
    classes.iter().any(|class| matches!(class, NounClass::Vehicle | NounClass::Arms))
}

/// True when the noun can stand in the relation: what is held is a place, what is led a party or a deed.
fn joins(setting: Setting, claim_type: ClaimType, noun: usize) -> bool {
    use NounClass::*;
    let parse = &setting.part.parse;
    if parse.pos(noun) == Pos::Propn {
        return true;
    }
    match claim_type {
        ClaimType::Controls => class::fits(parse, setting.lexicon, noun, &[Place, Site]),
        ClaimType::PresentIn => class::fits(parse, setting.lexicon, noun, &[Party, Forces, People]),
        ClaimType::Leads => class::fits(parse, setting.lexicon, noun, &[Party, Forces, People, Deed]),
        _ => true,
    }
}

/// Whom a compound is said of: "the *town* is rebel-held".
fn said_of(parse: &Parse, at: usize) -> Option<usize> {
    let be = parse.head(at);
    let ends = parse.tokens().get(at + 1).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj));
    let said = matches!(parse.dep(at), Dep::Acomp | Dep::Attr) && parse.lemma(be) == "be" && ends;
    let subject = said.then(|| grammar::subject(parse, be)).flatten()?;
    matches!(parse.pos(subject), Pos::Noun | Pos::Propn).then_some(subject)
}

/// The noun that a compound stands before.
fn noun_behind(parse: &Parse, at: usize) -> Option<usize> {
    let mut walk = at;
    for _ in 0..4 {
        let head = parse.head(walk);
        if head > at && matches!(parse.pos(head), Pos::Noun | Pos::Propn) {
            return Some(head);
        }
        if head == walk || parse.dep(walk) == Dep::Root {
            break;
        }
        walk = head;
    }
    let mut next = at + 1;
    while next < parse.len()
        && matches!(parse.pos(next), Pos::Adj | Pos::Punct | Pos::Propn | Pos::Noun)
        && next < at + 5
    {
        let ends = next + 1 >= parse.len() || !matches!(parse.pos(next + 1), Pos::Noun | Pos::Propn);
        if matches!(parse.pos(next), Pos::Noun | Pos::Propn) && ends {
            return Some(next);
        }
        next += 1;
    }
    None
}
