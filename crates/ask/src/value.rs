//! What does a claim answer, and does it say so or deny it?

use crate::fit::{means, speaks};
use crate::known::{How, Meaning};
use crate::question::{Asked, Question, Role};
use case::query::{ArgumentRow, ClaimRow};
use lexicon::Lexicon;
use model::ClaimType;

/// How a claim stands to what it tells, in a word of the answer.
pub(crate) fn status(claim: &ClaimRow) -> &'static str {
    let stance = |word: &str| claim.attribution.iter().any(|link| link.stance == word);
    if stance("denies") {
        return "denied";
    }
    match (claim.polarity.as_str(), claim.modality.as_str()) {
        ("negative", "planned" | "forecast" | "conditional") => "not expected",
        ("negative", _) => "said not to be so",
        (_, "planned" | "forecast" | "conditional") => "planned or expected",
        _ if stance("doubts") => "doubted",
        (_, "possible") => "said to be possible",
        _ => "said to be so",
    }
}

/// What a claim answers; `None` when it does not tell what is asked.
pub(crate) fn value(claim: &ClaimRow, question: &Question, meanings: &[Meaning], lexicon: &Lexicon) -> Option<String> {
    match question.asked {
        Asked::Actor => names(&claim.actor, Role::Actor, claim, meanings).or_else(|| {
            names(&claim.target, Role::Actor, claim, meanings)
                .filter(|_| mutual(claim) || claim.claim_type == "displace")
        }),
        Asked::Target => names(&claim.target, Role::Target, claim, meanings)
            .or_else(|| names(&claim.place, Role::Target, claim, meanings))
            .or_else(|| names(&claim.actor, Role::Target, claim, meanings).filter(|_| mutual(claim)))
            // What is demanded or refused fills no role: the claim's own words tell it.
            .or_else(|| {
                speaks(claim).then(|| format!("“{}”", claim.quote.split_whitespace().collect::<Vec<_>>().join(" ")))
            }),
        Asked::Place => names(&claim.place, Role::Place, claim, meanings).or_else(|| {
            let places: Vec<ArgumentRow> =
                claim.target.iter().filter(|a| a.entity.as_ref().is_some_and(|e| e.kind == "place")).cloned().collect();
            names(&places, Role::Place, claim, meanings)
        }),
        Asked::Time => {
            let time = claim.time.as_ref()?;
            match (&time.earliest, &time.latest) {
                (Some(first), Some(last)) if first == last => Some(first.clone()),
                (Some(first), Some(last)) => Some(format!("{first} to {last}")),
                _ => Some(format!("“{}”", time.words)),
            }
        }
        Asked::Quantity => {
            let counted = claim
                .quantity
                .iter()
                .filter(|quantity| question.what.is_none_or(|what| what.as_str() == quantity.what));
            let all: Vec<String> =
                counted.map(|quantity| bounds(quantity.min, quantity.max, &quantity.words)).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Asked::Source => Some(match claim.attribution.last() {
            Some(link) if link.sources.is_empty() => "nobody named".to_string(),
            Some(link) => link.sources.iter().map(|a| a.name().unwrap_or(&a.words)).collect::<Vec<_>>().join(", "),
            None => format!("{}, in its own voice", claim.outlet.as_deref().unwrap_or(&claim.file)),
        }),
        Asked::Whether => Some(status(claim).to_string()),
        Asked::Said | Asked::Happening | Asked::Reason => Some(line(claim, lexicon)),
    }
}

fn mutual(claim: &ClaimRow) -> bool {
    matches!(claim.claim_type.as_str(), "meet" | "agree" | "fight" | "allied_with" | "opposes")
}

/// The names of some arguments but for those that the question gives.
fn names(arguments: &[ArgumentRow], role: Role, claim: &ClaimRow, meanings: &[Meaning]) -> Option<String> {
    let given = |argument: &&ArgumentRow| {
        meanings.iter().any(|meaning| {
            let same = means(argument, meaning).is_some_and(|how| how == How::Name);
            // "Who captured the town?" keeps the town out of its answers; a party that it names with another role is one too.
            same && (meaning.part.role != role || mutual(claim))
        })
    };
    let mut all: Vec<&str> = Vec::new();
    for argument in arguments.iter().filter(|argument| !given(argument)) {
        let name = argument.name().unwrap_or(&argument.words);
        if !all.contains(&name) {
            all.push(name);
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}

/// "at least 42", "400 to 800", "18".
fn bounds(min: Option<f64>, max: Option<f64>, words: &str) -> String {
    match (min, max) {
        (Some(x), Some(y)) if x == y => x.to_string(),
        (Some(x), Some(y)) => format!("{x} to {y}"),
        (Some(x), None) => format!("at least {x}"),
        (None, Some(y)) => format!("at most {y}"),
        (None, None) => format!("“{words}”"),
    }
}

/// A claim in a line of names: "Capture: Islamic State → Mosul".
fn line(claim: &ClaimRow, lexicon: &Lexicon) -> String {
    let label = match ClaimType::parse(&claim.claim_type) {
        Some(claim_type) => lexicon.vocabulary.claim_type(claim_type).label.as_str(),
        None => claim.claim_type.as_str(),
    };
    let list = |arguments: &[ArgumentRow]| {
        let mut all: Vec<&str> = Vec::new();
        for argument in arguments {
            let name = argument.name().unwrap_or(&argument.words);
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all.join(", ")
    };
    let sides: Vec<String> =
        [list(&claim.actor), list(&claim.target)].into_iter().filter(|side| !side.is_empty()).collect();
    let rest: Vec<String> =
        [sides.join(" → "), list(&claim.place)].into_iter().filter(|side| !side.is_empty()).collect();
    if rest.is_empty() { label.to_string() } else { format!("{label}: {}", rest.join(", ")) }
}
