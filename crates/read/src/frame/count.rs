//! How many does a deed count?
//!
//! "Morvania deployed 300 soldiers" counts its object, "a raid killed 12 farmers" whom it is done to, "pledged $2 million" money.

pub(super) mod elided;
pub(super) mod fallen;
pub(super) mod groups;
pub(super) mod harm;
pub(super) mod losses;
pub(super) mod toll;
pub(super) mod wished;
pub(super) mod within;

use crate::claim::{Draft, Setting};
use crate::frame::{Spot, fill};
use crate::{grammar, mention, quantity};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Frame, Slot, WordClass};
use model::{ClaimType, Kind, Quantity, QuantityKind};

/// People from which on those who are in a place are its population.
const INHABITANTS: f64 = 5_000.0;

/// The numbers of a claim: those of the role that the frame counts, of the trigger itself, or of all roles.
pub(super) fn quantities(setting: Setting, site: &Spot, frame: &Frame, draft: &Draft) -> Vec<Quantity> {
    let of = |heads: &[usize]| -> Vec<Quantity> { heads.iter().filter_map(|&at| counted(setting, at)).collect() };
    let mut found = match frame.count {
        Some(count) => {
            let mut found = of(if count.target { &draft.target } else { &draft.actor });
            // "thousands were killed and *more than a million* displaced": the tree hangs the number on the second verb.
            let parse = &setting.part.parse;
            let number = parse.child(site.trigger, Dep::Nummod).filter(|_| site.class == WordClass::Verb);
            // "Two dead, *six* hurt": the number nearest to the verb is its own.
            let subject = |&at: &usize| {
                at < site.trigger && parse.pos(at) == Pos::Num && matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass)
            };
            let number = number
                .map(|number| parse.children(site.trigger).filter(subject).chain([number]).max().unwrap_or(number));
            if let Some((number, what)) = number.zip(count.what)
                && let Some(own) = quantity::number(setting.part, number, what, setting.lexicon)
            {
                found = vec![own];
            }
            if site.class == WordClass::Noun && found.is_empty() {
                found = of(&[site.trigger]);
            }
            // "claimed nine lives"
            if found.is_empty() {
                found = of(&site.words);
            }
            if count.what == Some(QuantityKind::Money) {
                found = money(setting, site);
            }
            if found.is_empty() && count.target {
                let people = |&at: &usize| quantity::of_people(setting.part, at, setting.lexicon);
                found = draft.target.iter().filter_map(people).collect();
            }
            if let Some(what) = count.what {
                // "killed or wounded 40 people" tells neither how many died nor how many live.
                let what = if is_either(setting, site) { QuantityKind::Persons } else { what };
                found.iter_mut().for_each(|quantity| quantity.what = what);
            }
            found
        }
        None if frame.claim_type == ClaimType::Pay => money(setting, site),
        None if frame.claim_type.kind() == Kind::Assessment => Vec::new(),
        None => {
            // Whom a joined verb shares with the verb before it has been counted there.
            let own = |at: &usize| site.class != WordClass::Verb || is_own(&setting.part.parse, site.trigger, *at);
            let mut found = of(&draft.actor.iter().copied().filter(own).collect::<Vec<_>>());
            // Who is attacked is counted with the dead and wounded; what is hit is counted here.
            let people = matches!(frame.claim_type, ClaimType::Attack | ClaimType::Strike | ClaimType::Fight);
            let things =
                |quantity: &Quantity| !people || matches!(quantity.what, QuantityKind::Sites | QuantityKind::Vehicles);
            found.extend(of(&draft.target).into_iter().filter(things));
            // Where a deed is, an article only introduces: "left *a* base".
            found.extend(of(&draft.place).into_iter().filter(|quantity| !is_article(setting, quantity)));
            // "suffered 30 casualties", "there were 30 casualties": the losses are counted, not those who had them.
            if found.is_empty() && matches!(frame.claim_type, ClaimType::Casualties | ClaimType::Detain) {
                let noun = (site.class == WordClass::Noun).then_some(site.trigger);
                found = of(&noun.into_iter().chain(site.words.iter().copied()).collect::<Vec<_>>());
            }
            use ClaimType::{Deploy, PresentIn, Supply, Withdraw};
            if matches!(frame.claim_type, Deploy | PresentIn | Supply | Withdraw) {
                let mut objects = of(&fill(setting, site, &Slot::Object));
                // "provided the brigade with *60 trucks*"
                if frame.claim_type == Supply {
                    objects.extend(of(&fill(setting, site, &Slot::Preposition("with".to_string()))));
                }
                found.extend(objects.into_iter().filter(|quantity| !is_article(setting, quantity)));
                // "has *12 bases* in Morvania"
                let words = of(&site.words).into_iter().filter(|quantity| quantity.what == QuantityKind::Sites);
                found.extend(words.filter(|quantity| !is_article(setting, quantity)));
            }
            found
        }
    };
    // Whoever flees or is moved is displaced, whatever the noun calls them.
    if frame.claim_type == ClaimType::Displace {
        let people =
            |quantity: &&mut Quantity| matches!(quantity.what, QuantityKind::Persons | QuantityKind::Population);
        found.iter_mut().filter(people).for_each(|quantity| quantity.what = QuantityKind::Displaced);
    }
    // Thousands who are somewhere live there.
    if frame.claim_type == ClaimType::PresentIn {
        let people = |quantity: &&mut Quantity| {
            quantity.what == QuantityKind::Persons && quantity.min.is_some_and(|number| number >= INHABITANTS)
        };
        found.iter_mut().filter(people).for_each(|quantity| quantity.what = QuantityKind::Population);
    }
    found.sort_by_key(|quantity| quantity.span);
    found.dedup();
    found
}

/// True where one object is said to be killed or else wounded: two verbs of harm joined without words of their own.
fn is_either(setting: Setting, site: &Spot) -> bool {
    let parse = &setting.part.parse;
    if site.words.iter().any(|&word| toll::is_one_of_two(setting, word)) {
        return true;
    }
    // "shot and killed 40 people": that they died is all that is counted.
    let harm = |verb: usize| {
        let frames = setting.frames(verb).iter();
        let mut plain = frames.filter(|frame| frame.words.is_empty() && frame.claim_type == ClaimType::Casualties);
        plain.find_map(|frame| frame.count.as_ref().and_then(|count| count.what))
    };
    let first = match parse.dep(site.trigger) {
        Dep::Conj => parse.head(site.trigger),
        _ => site.trigger,
    };
    let Some(second) = parse.child(first, Dep::Conj).filter(|&second| parse.tag(second) == parse.tag(first)) else {
        return false;
    };
    let bare = (first + 1..second).all(|at| parse.pos(at) == Pos::Cconj || parse.pos(at) == Pos::Adv);
    let either = matches!((harm(first), harm(second)), (Some(one), Some(other)) if one != other);
    bare && either && (site.trigger == first || site.trigger == second)
}

/// True for a doer that stands in the clause of a verb or that the clause describes.
fn is_own(parse: &Parse, verb: usize, doer: usize) -> bool {
    let clause = grammar::clause_head(parse, verb);
    parse.subtree(clause).contains(&doer)
        || matches!(parse.dep(clause), Dep::Relcl | Dep::Acl) && parse.subtree(parse.head(clause)).contains(&doer)
}

/// True for a count of one that is only an article.
fn is_article(setting: Setting, quantity: &Quantity) -> bool {
    let parse = &setting.part.parse;
    (0..parse.len())
        .find(|&at| setting.part.token_span(at).start == quantity.span.start)
        .is_some_and(|at| parse.pos(at) == Pos::Det && quantity.min == Some(1.0))
}

/// The sums of money at a trigger, its verb and their objects.
fn money(setting: Setting, site: &Spot) -> Vec<Quantity> {
    let parse = &setting.part.parse;
    let host = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    let range = parse.subtree(host);
    let mut found: Vec<Quantity> = Vec::new();
    for name in parse.names().iter().filter(|name| name.label == NameLabel::Money && range.contains(&name.tokens.start))
    {
        let sum = name.tokens.clone().find_map(|at| quantity::of(setting.part, at, setting.lexicon));
        let sum = sum.or_else(|| counted(setting, parse.head(name.tokens.end - 1)));
        found.extend(sum.map(|sum| Quantity { what: QuantityKind::Money, ..sum }));
    }
    // "$3bn", where the recogniser saw no money.
    if found.is_empty() {
        let signs = range.clone().filter(|&at| parse.tag(at) == Tag::Dollar && at + 1 < parse.len());
        found.extend(signs.filter_map(|at| quantity::of(setting.part, at + 1, setting.lexicon)));
    }
    // "40 million euros", where the recogniser saw no money.
    let coins =
        range.clone().filter(|&at| setting.lexicon.numbers.counted(parse.entry(at)) == Some(QuantityKind::Money));
    if found.is_empty() {
        found.extend(coins.filter_map(|at| quantity::of(setting.part, at, setting.lexicon)));
    }
    found.truncate(1);
    found
}

/// The count of a noun, looked for at the noun itself and at the word it is the core of.
fn counted(setting: Setting, at: usize) -> Option<Quantity> {
    let core = mention::core(&setting.part.parse, setting.lexicon, at);
    quantity::of(setting.part, at, setting.lexicon)
        .or_else(|| (core != at).then(|| quantity::of(setting.part, core, setting.lexicon)).flatten())
}
