//! Which relations stand between names that no verb joins?
//!
//! English tells much of who belongs to whom in noun phrases: titles ("Guard commander Anton Brek"), compounds
//! ("Morvania-backed rebels"), possessors ("the Guard's Falcon Brigade"), place names side by side ("Velna, Kestria"). Such a
//! relation is presupposed: it holds whatever the sentence says of it, and is told once however often it is named.

mod belonging;
mod chain;
mod command;
mod compound;
mod fleet;
mod held;
mod housed;
mod listed;
mod location;
mod members;
mod membership;
mod nearby;
mod outlet;
mod place_word;
mod presence;
mod row;
mod side;
mod sited;
mod title;
mod whereabouts;

pub(crate) use belonging::smaller_units;
pub(crate) use held::{had_or_located, taken_or_held};
pub(crate) use members::named;
pub(crate) use membership::is_command;
pub(crate) use presence::is_person;
pub(crate) use side::is_alliance;

use crate::claim::{Draft, Setting};
use language::{NameLabel, Parse, Pos};
use model::{Argument, Claim, ClaimType, Document, Kind, PartRole, Reading, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// Drafts of all such relations of a part.
pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let mut drafts = title::read(setting);
    drafts.extend(compound::read(setting));
    drafts.extend(location::read(setting));
    drafts.extend(outlet::read(setting));
    drafts.extend(belonging::read(setting));
    drafts.extend(fleet::read(setting));
    drafts.extend(membership::read(setting));
    drafts.extend(command::read(setting));
    drafts.extend(listed::read(setting));
    drafts.extend(presence::read(setting));
    drafts.extend(housed::read(setting));
    drafts.extend(side::read(setting));
    drafts.extend(row::read(setting));
    drafts
}

/// The rules whose claims noun phrases presuppose.
const PRESUPPOSED: [&str; 7] = [
    "relation/title",
    "relation/compound",
    "relation/location",
    "relation/possessor",
    "relation/of",
    "relation/presence",
    "relation/under",
];

/// Keeps of each relation that noun phrases presuppose the first telling, and of those that one sentence tells twice one; headlines
/// tell for themselves.
pub(crate) fn told_once(document: &Document, reading: &mut Reading) {
    let text = &document.text;
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut titled: BTreeSet<(String, String, u32, bool)> = BTreeSet::new();
    let mut governs: BTreeSet<(String, u32)> = BTreeSet::new();
    let mut told: Vec<(u32, ClaimType, [Vec<Span>; 3])> = Vec::new();
    let mut counts: Vec<(u32, Vec<Span>, Vec<Span>)> = Vec::new();
    let sentences = &reading.sentences;
    reading.claims.retain(|claim: &Claim| {
        // "is active in Velna" is one presence, whichever of its words tells of it; that somebody denies it is another telling.
        if claim.claim_type.kind() == Kind::Relation && claim.rule != "event/denied" {
            let spans = [&claim.actor, &claim.target, &claim.place]
                .map(|role| role.iter().map(|argument| argument.head).collect::<Vec<Span>>());
            let this = (claim.sentence, claim.claim_type, spans);
            // "has 300 men in Velna": who has them there, and that they are there, is one presence.
            let counted = |claim: &Claim| claim.quantity.iter().map(|quantity| quantity.span).collect::<Vec<Span>>();
            let spans =
                (claim.sentence, counted(claim), claim.place.iter().map(|place| place.span).collect::<Vec<Span>>());
            let same = claim.claim_type == ClaimType::PresentIn && !spans.1.is_empty();
            // "maintains *its* headquarters in Velna" is one presence as well.
            let its = |argument: &Argument| matches!(argument.span.of(text), "its" | "their" | "his" | "her");
            let own = claim.claim_type == ClaimType::PresentIn && claim.actor.iter().all(its);
            let there = |(sentence, of, [actor, _, place]): &(u32, ClaimType, [Vec<Span>; 3])| {
                (*sentence, *of, place) == (this.0, this.1, &this.2[2]) && !actor.is_empty() && !place.is_empty()
            };
            if told.contains(&this) || same && counts.contains(&spans) || own && told.iter().any(there) {
                return false;
            }
            if same {
                counts.push(spans);
            }
            told.push(this);
        }
        // "Kestria's *involvement* in Velna … Kestria's *involvement* in Velna marks a turning point": a noun takes for granted what was told.
        let noun = claim.claim_type == ClaimType::PresentIn && claim.rule == "relation/noun" && !claim.place.is_empty();
        if !PRESUPPOSED.contains(&claim.rule.as_str()) && !noun {
            return true;
        }
        let headline = sentences
            .get(claim.sentence as usize)
            .and_then(|sentence| document.articles.get(sentence.article as usize)?.parts.get(sentence.part as usize))
            .is_some_and(|part| part.role == PartRole::Headline);
        let mut key = format!("{headline} {} {}", claim.article, claim.claim_type);
        let mut roles: Vec<String> = [&claim.actor, &claim.target, &claim.place]
            .into_iter()
            .map(|role| role.iter().map(|argument| argument.span.of(text).to_lowercase()).collect())
            .collect();
        // "*pro-Brek* fighters … *pro-Brek* forces" tells once on whose side they are.
        if claim.rule == "relation/compound" && matches!(claim.claim_type, ClaimType::AlliedWith | ClaimType::Opposes) {
            for role in &mut roles[..2] {
                if let Some((side, _)) = role.split_once(' ').filter(|(side, _)| side.contains('-')) {
                    *role = side.to_string();
                }
            }
        }
        // Who is somebody's ally has him for an ally.
        if matches!(claim.claim_type, ClaimType::AlliedWith | ClaimType::Opposes) {
            roles[..2].sort();
        }
        roles.iter().for_each(|role| {
            key.push('|');
            key.push_str(role);
        });
        claim.quantity.iter().for_each(|quantity| key.push_str(quantity.span.of(text)));
        // "President Anton Brek … President *Brek*": by his surname he is the same.
        if let [holder] = &claim.actor[..]
            && claim.rule == "relation/title"
        {
            let title = claim.trigger.of(text).to_lowercase();
            let name = holder.span.of(text);
            let surname = name.rsplit(' ').next().unwrap_or(name);
            let told = (title, surname.to_lowercase(), claim.article, headline);
            if name == surname && titled.contains(&told) {
                return false;
            }
            titled.insert(told);
        }
        // "President Anton Brek … *Brek's government* … the *Brek regime*": that he heads it is known.
        if let ([holder], [body]) = (&claim.actor[..], &claim.target[..])
            && claim.rule == "relation/possessor"
            && claim.claim_type == ClaimType::Leads
            && body.head.of(text).starts_with(char::is_lowercase)
        {
            let name = holder.span.of(text);
            let surname = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
            if titled.iter().any(|(_, held, article, _)| *held == surname && *article == claim.article)
                || !governs.insert((surname, claim.article))
            {
                return false;
            }
        }
        known.insert(key)
    });
}

/// The label of the name a word is part of.
fn label(parse: &Parse, at: usize) -> Option<NameLabel> {
    parse.name_of(at).map(|name| name.label)
}

fn is_place_name(parse: &Parse, at: usize) -> bool {
    matches!(label(parse, at), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
}

/// True for words that name a state or its people: `Morvania`, `Morvanian`.
fn names_state(setting: Setting, words: &str) -> bool {
    matches!(setting.lexicon.names.find(words), Some(lexicon::Known::State(_)))
        || !setting.lexicon.names.demonym(words).is_empty()
}

/// True for a word that names a state or its people, alone or as the whole of its name.
fn is_state_word(setting: Setting, at: usize) -> bool {
    setting.is_state_alone(at) || setting.is_of_state(at)
}

/// The word of a run of tokens that the others hang on.
fn head_of(parse: &Parse, tokens: Range<usize>) -> usize {
    let outside = |at: &usize| !tokens.contains(&parse.head(*at)) || parse.is_root(*at);
    tokens.clone().rev().find(|at| outside(at) && parse.pos(*at) != Pos::Punct).unwrap_or(tokens.end - 1)
}
