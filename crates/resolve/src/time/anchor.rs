//! Which days does a time mean that is counted from a deed the text dates elsewhere?
//!
//! "The operation began on 5 May. … 97 died *in the first week of the operation*" → 5 to 11 May; "*since the start of the war*" → from
//! the day on that the text gives the war; what stands "on the rise *after Osei's assassination*" has stood so since then.

use super::relative::back;
use super::token::{Piece, Token, tokens};
use jiff::ToSpan;
use jiff::civil::Date;
use lexicon::TimeSense::{After, Since};
use lexicon::{CalendarWord, Lexicon, WordClass};
use model::{Argument, Claim, ClaimType, Kind, Resolved, TimeRange};

/// Days up to which the beginning of a deed is known well enough to count weeks from it.
const BEGINNING_DAYS: i32 = 7;

/// The days of a claim's time words that tell none by themselves; `None` where no claim of its article dates the deed.
pub(super) fn days(
    claim: &Claim,
    claims: &[Claim],
    published: Option<Date>,
    text: &str,
    lexicon: &Lexicon,
) -> Option<TimeRange> {
    let words = claim.time.as_ref()?.span.get(text)?;
    let pieces = tokens(words, lexicon);
    let lasting = pieces.first().is_some_and(|first| {
        first.is(Since) || first.is(After) && matches!(claim.kind(), Kind::Relation | Kind::Assessment)
    });
    let counted = counted(&pieces);
    if !lasting && counted.is_none() {
        return None;
    }
    let deed = Deed::of(words, lexicon)?;
    let dated = claims.iter().filter(|other| other.article == claim.article && deed.is_told(other, text));
    let begun = dated.filter_map(|other| other.time.as_ref()?.range).min_by_key(|range| range.earliest)?;
    let (earliest, latest) = match counted {
        Some((from, to)) if (begun.latest - begun.earliest).get_days() < BEGINNING_DAYS => {
            (from(begun.earliest)?, to(begun.earliest)?)
        }
        Some(_) => return None,
        None => (begun.earliest, published?),
    };
    (earliest <= latest).then_some(TimeRange { earliest, latest, resolved: Resolved::FromText })
}

type Counts = Box<dyn Fn(Date) -> Option<Date>>;

/// "the first week of", "the first three days of", "the second month of": from when to when, counted from the beginning.
fn counted(pieces: &[Token]) -> Option<(Counts, Counts)> {
    let at = pieces.iter().position(|piece| matches!(piece.piece, Piece::Calendar(CalendarWord::Unit(_))))?;
    let Piece::Calendar(CalendarWord::Unit(unit)) = pieces[at].piece else { return None };
    let which = pieces[..at].iter().find_map(Token::ordinal).map(i32::from)?;
    let number = match at.checked_sub(1).map(|before| &pieces[before].piece) {
        Some(Piece::Number(number)) if which == 1 && pieces[at - 1].ordinal().is_none() => *number,
        _ => 1,
    };
    let from = move |begun: Date| back(begun, -(which - 1) * number, unit);
    let to = move |begun: Date| back(begun, -which * number, unit)?.checked_sub(1.days()).ok();
    Some((Box::new(from), Box::new(to)))
}

/// A deed as some words name it.
struct Deed {
    /// The noun, in small letters.
    noun: String,
    /// The types of the claims that the noun makes.
    types: Vec<ClaimType>,
    /// Whose it is or whom it was done to.
    names: Vec<String>,
}

impl Deed {
    fn of(words: &str, lexicon: &Lexicon) -> Option<Deed> {
        let bare = |word: &str| crate::wording::without_possessive(word.trim_matches(',')).to_string();
        let words: Vec<String> = words.split_whitespace().map(bare).collect();
        let types = |word: &str| -> Vec<ClaimType> {
            let frames = lexicon.triggers.frames(&word.to_lowercase()).iter();
            let nouns = frames.filter(|frame| frame.class == WordClass::Noun && frame.claim_type.kind() == Kind::Event);
            nouns.map(|frame| frame.claim_type).collect()
        };
        let (noun, types) = words.iter().rev().map(|word| (word, types(word))).find(|(_, types)| !types.is_empty())?;
        let names = words
            .iter()
            .filter(|word| word.starts_with(char::is_uppercase) && *word != noun)
            .skip_while(|word| lexicon.time_words.is(&word.to_lowercase(), lexicon::TimeWord::Keep));
        Some(Deed { noun: noun.to_lowercase(), types, names: names.cloned().collect() })
    }

    /// True for a claim that tells of the deed: by its noun, or by its type and a name that the words have.
    fn is_told(&self, claim: &Claim, text: &str) -> bool {
        let spelled = claim.trigger.get(text).is_some_and(|words| words.to_lowercase().contains(&self.noun));
        let arguments = || claim.actor.iter().chain(&claim.target).chain(&claim.place);
        let has =
            |argument: &Argument, name: &String| argument.span.get(text).is_some_and(|words| words.contains(name));
        let named = self.names.iter().any(|name| arguments().any(|argument| has(argument, name)));
        match self.names.is_empty() {
            true => spelled,
            false => named && (spelled || self.types.contains(&claim.claim_type)),
        }
    }
}
