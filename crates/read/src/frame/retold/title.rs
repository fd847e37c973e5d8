//! Who does a deed, and to whom, that a title tells in few words?
//!
//! "Jets hit Front camps in Velna", and below: "Kestrian jets bombed …". "The liberation of Velna", and below: "The army freed Velna from the
//! Front on Monday". What the first sentences below tell of the same deed fills what the title leaves out.

use crate::frame::retold::enemy::has_year_before;
use crate::frame::retold::is_force;
use lexicon::{Lexicon, Names};
use model::{Argument, Claim, ClaimType, Document, Polarity, Quantity};

/// Bytes behind a title within which a report tells what the title is about.
const LEAD: u32 = 1200;

/// Fills who did what a title tells, and to whom, from the first claim below that is of the same deed.
pub(crate) fn fill(document: &Document, lexicon: &Lexicon, claims: &[Claim], title: &mut Claim) {
    use ClaimType::{Besiege, Capture, Detain, Protest, Withdraw};
    let told =
        is_force(title.claim_type) || matches!(title.claim_type, Besiege | Capture | Detain | Protest | Withdraw);
    // "Battle of Velna" is but the name of what the report is about.
    let named =
        title.claim_type != Capture && title.actor.is_empty() && title.target.is_empty() && title.quantity.is_empty();
    if !told || named || title.polarity.value != Polarity::Positive {
        return;
    }
    let below = |claim: &&Claim| {
        claim.article == title.article
            && claim.claim_type == title.claim_type
            && claim.polarity.value == Polarity::Positive
            && claim.modality.value == title.modality.value
            // What somebody says is not what the title says.
            && (claim.attribution.is_empty() || claim.attribution == title.attribution)
            // What is told with an earlier year is another deed.
            && !has_year_before(document, claim.article, claim.quote, 1)
            && (title.quote.end..title.quote.end + LEAD).contains(&claim.quote.start)
    };
    let same = |one: &Argument, other: &Argument| is_same(document, &lexicon.names, one, other);
    let shares =
        |one: &[Argument], other: &[Argument]| one.iter().any(|one| other.iter().any(|other| same(one, other)));
    let fits = |claim: &&Claim| {
        let roles = [(&title.actor, &claim.actor), (&title.target, &claim.target), (&title.place, &claim.place)];
        let apart = roles[..2].iter().any(|(one, other)| !one.is_empty() && !other.is_empty() && !shares(one, other));
        let counted =
            |one: &Quantity, other: &Quantity| one.what == other.what && (one.min, one.max) == (other.min, other.max);
        let counts = |one: &Quantity| claim.quantity.iter().any(|other| counted(one, other));
        !apart
            && roles.iter().any(|(one, other)| shares(one, other))
            && (title.quantity.is_empty() || title.quantity.iter().any(counts))
    };
    let Some(claim) = claims.iter().filter(below).find(fits) else { return };
    if title.actor.is_empty() {
        title.actor = claim.actor.clone();
    }
    if title.target.is_empty() {
        title.target = claim.target.clone();
    }
}

/// True for words that name the same: by the tables, or with the same head.
fn is_same(document: &Document, names: &Names, one: &Argument, other: &Argument) -> bool {
    let [a, b] = [one, other].map(|argument| {
        let words = argument.span.of(&document.text);
        words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words)
    });
    let [head, next] = [one, other].map(|argument| argument.head.of(&document.text).to_lowercase());
    let known = |words: &str| names.find(words).map(|known| known.name().to_string());
    head == next || known(a).is_some_and(|name| known(b) == Some(name))
}
