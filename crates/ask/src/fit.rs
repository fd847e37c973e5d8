//! How much of a question does a claim fill?
//!
//! A claim answers when it is of the type that is asked for or of one near to it, has everything that the question names, and no
//! day or side of it speaks against that. A claim whose doer is whom the question has suffer is no answer, however much they share.

use crate::known::{How, Meaning, forms};
use crate::question::{Asked, Question, Role};
use case::query::{ArgumentRow, ClaimRow, EventRow};
use jiff::ToSpan;
use lexicon::{Lexicon, fold};
use model::ClaimType;

/// Types of claims that tell of another deed: "Baghdad will not fall".
pub(crate) const RETELLING: &[ClaimType] = &[
    ClaimType::Forecast,
    ClaimType::Intent,
    ClaimType::Demand,
    ClaimType::Judgement,
    ClaimType::Threaten,
    ClaimType::Refuse,
    ClaimType::Accuse,
    ClaimType::Cause,
];

/// Worth of the right type, against one for a part.
const TYPE: f64 = 2.0;
/// Something that only the event of the claim has, by another claim of it.
const BY_EVENT: f64 = 0.5;
/// Something that stands in the quote and in no role.
const BY_WORDS: f64 = 0.4;
/// Something that only the headline of the article has, where the claim itself names no place.
const BY_TITLE: f64 = 0.3;
/// Right, but in another role than the question has it.
const OTHER_ROLE: f64 = 0.5;

/// What is told not to be so, where something is asked of what was.
const NOT_SO: f64 = -0.5;
/// Days behind those that are asked for within which a claim without a day of its own can be of them.
const TOLD_DAYS: i64 = 31;

/// How a claim fills a question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fit {
    /// Higher is better; comparable for one question only.
    pub score: f64,
    /// Of what the question names, by index, what the claim does not have.
    pub missing: Vec<usize>,
    /// True when a part of the question is found in words alone, of the quote or the headline.
    pub weak: bool,
    /// What holds less surely than by a role of the claim, one remark each.
    pub remarks: Vec<String>,
}

/// How a claim fills a question; `None` when it is about something else.
pub(crate) fn fit(
    claim: &ClaimRow,
    event: Option<&EventRow>,
    question: &Question,
    meanings: &[Meaning],
    lexicon: &Lexicon,
) -> Option<Fit> {
    let mut score = TYPE * typed(claim, question, lexicon)? + dated(claim, event, question)?;
    if let Some((min, max)) = question.count {
        // "At least 88" is not 1,400, though it could be.
        let told = |low: Option<f64>, high: Option<f64>| {
            let wanted = min.or(max);
            low == wanted
                || high == wanted
                || low.zip(high).zip(wanted).is_some_and(|((low, high), n)| low <= n && n <= high)
        };
        claim.quantity.iter().find(|quantity| told(quantity.min, quantity.max))?;
    }
    if let Some(stance) = question.stance {
        claim.attribution.iter().find(|link| link.stance == stance.as_str())?;
    }
    if question.asked != Asked::Whether && claim.polarity == "negative" {
        score += NOT_SO;
    }
    let mut missing = Vec::new();
    let mut remarks = Vec::new();
    let mut weak = false;
    let words = |meaning: &Meaning| meaning.part.words.clone();
    for (index, meaning) in meanings.iter().enumerate() {
        match has(claim, event, meaning, !question.types.is_empty()) {
            Has::At(weight) => score += weight,
            Has::Weakly(weight, where_) => {
                score += weight;
                weak |= weight < BY_EVENT;
                remarks.push(format!("“{}” {where_}", words(meaning)));
            }
            Has::Not => missing.push(index),
            Has::Against => return None,
        }
    }
    let own_day = claim.time.as_ref().is_some_and(|time| time.earliest.is_some());
    if question.days.is_some() && !own_day {
        remarks.push("the claim itself names no day".to_string());
    }
    Some(Fit { score, missing, weak, remarks })
}

/// 1 for the type that is asked for, less for one near to it.
fn typed(claim: &ClaimRow, question: &Question, lexicon: &Lexicon) -> Option<f64> {
    if question.types.is_empty() {
        return Some(1.0);
    }
    let claim_type = ClaimType::parse(&claim.claim_type)?;
    if question.types.contains(&claim_type) {
        return Some(1.0);
    }
    let retells =
        RETELLING.contains(&claim_type) && question.deed.as_ref().is_some_and(|deed| holds(&claim.quote, deed));
    if retells {
        return Some(0.5);
    }
    let near = question.types.iter().any(|of| lexicon.vocabulary.near(*of).contains(&claim_type));
    near.then_some(0.4)
}

/// True when a word of the text begins as this one.
fn holds(text: &str, word: &str) -> bool {
    fold::plain(text).split(' ').any(|one| one.starts_with(word))
}

/// Whether the days allow it: 1 when the claim is of those days, less when only its event or nothing tells, `None` when it is not.
fn dated(claim: &ClaimRow, event: Option<&EventRow>, question: &Question) -> Option<f64> {
    let Some(days) = question.days else { return Some(0.0) };
    let (from, to) = (days.earliest.to_string(), days.latest.to_string());
    let within = |earliest: &str, latest: &str| earliest <= to.as_str() && from.as_str() <= latest;
    let own = claim.time.as_ref().and_then(|time| Some((time.earliest.as_deref()?, time.latest.as_deref()?)));
    if let Some((earliest, latest)) = own {
        return within(earliest, latest).then_some(1.0);
    }
    if let Some((earliest, latest)) =
        event.and_then(|event| Some((event.earliest.as_deref()?, event.latest.as_deref()?)))
    {
        return within(earliest, latest).then_some(BY_EVENT);
    }
    // What no day is told of was before its report, and not long.
    let until = days.latest.saturating_add(TOLD_DAYS.days()).to_string();
    claim.published.as_deref().filter(|day| *day >= from.as_str() && *day <= until.as_str()).map(|_| 0.0)
}

/// True for a claim whose actor says or wants something by it.
pub(crate) fn speaks(claim: &ClaimRow) -> bool {
    use ClaimType::*;
    let speech = [Demand, Accuse, Threaten, Refuse, Support, Intent, Publish];
    ClaimType::parse(&claim.claim_type).is_some_and(|claim_type| speech.contains(&claim_type))
}

enum Has {
    At(f64),
    Weakly(f64, &'static str),
    Not,
    Against,
}

/// How an argument is what a part means.
pub(crate) fn means(argument: &ArgumentRow, meaning: &Meaning) -> Option<How> {
    let ids = [&argument.entity, &argument.place].into_iter().flatten();
    ids.filter_map(|named| meaning.ids.get(&named.id)).min().copied()
}

fn best(arguments: &[ArgumentRow], meaning: &Meaning) -> Option<f64> {
    let how = arguments.iter().filter_map(|argument| means(argument, meaning)).min();
    how.map(How::weight)
}

fn has(claim: &ClaimRow, event: Option<&EventRow>, meaning: &Meaning, typed: bool) -> Has {
    let (actor, target, place) =
        (best(&claim.actor, meaning), best(&claim.target, meaning), best(&claim.place, meaning));
    let source = claim.attribution.iter().filter_map(|link| best(&link.sources, meaning)).reduce(f64::max);
    let outlet = claim.outlet.as_ref().filter(|outlet| meaning.outlets.contains(outlet)).map(|_| 1.0);
    let own = match meaning.part.role {
        Role::Actor => actor.or(place.map(|w| w * OTHER_ROLE)),
        Role::Target => target.or(place),
        Role::Place => place.or(target),
        Role::Source => return source.or(outlet).or(actor.filter(|_| speaks(claim))).map_or(Has::Not, Has::At),
        Role::Any => actor.or(target).or(place),
    };
    if let Some(weight) = own {
        return Has::At(weight);
    }
    if let Some(weight) = source.or(outlet).filter(|_| meaning.part.role == Role::Any) {
        // Where something is asked that was said, its speaker is as good as anybody in it.
        return if typed { Has::Weakly(weight * OTHER_ROLE, "as a source alone") } else { Has::At(weight) };
    }
    // Two sides that met, fought or agreed stand on either side of a claim.
    let mutual = matches!(claim.claim_type.as_str(), "fight" | "meet" | "agree" | "allied_with" | "opposes");
    match meaning.part.role {
        Role::Actor | Role::Target if mutual => {
            if let Some(weight) = actor.or(target) {
                return Has::At(weight * 0.9);
            }
        }
        Role::Actor if target.is_some_and(|weight| weight > How::Of.weight()) => return Has::Against,
        Role::Target if actor.is_some_and(|weight| weight > How::Of.weight()) => return Has::Against,
        Role::Place if actor.is_some() => return Has::At(OTHER_ROLE),
        _ => {}
    }
    // An actor that is told, and is somebody else, is not made up for by words elsewhere in the sentence.
    if meaning.part.role == Role::Actor && !claim.actor.is_empty() {
        return Has::Not;
    }
    let by_event = event.is_some_and(|event| {
        let named = event.actors.iter().filter(|_| meaning.part.role != Role::Target);
        let named = named.chain(event.targets.iter().filter(|_| meaning.part.role != Role::Actor)).chain(&event.places);
        named.into_iter().any(|named| meaning.ids.get(&named.id).is_some_and(|how| *how <= How::PartOfName))
    });
    if by_event {
        return Has::Weakly(BY_EVENT, "by another claim of the event");
    }
    let quote = forms(&fold::plain(&claim.quote));
    if !meaning.words.is_empty() && meaning.words.iter().all(|word| quote.contains(word)) {
        return Has::Weakly(BY_WORDS, "in the words of the sentence alone");
    }
    let title = || claim.title.as_deref().map(|title| forms(&fold::plain(title))).unwrap_or_default();
    let place = meaning.part.is_name && meaning.part.role == Role::Place && claim.place.is_empty();
    if place && meaning.words.iter().all(|word| title().contains(word)) {
        return Has::Weakly(BY_TITLE, "in the headline of the report alone");
    }
    Has::Not
}
