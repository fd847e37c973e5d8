//! When is what a claim tells?
//!
//! "The attack began *on Friday*", "began the *Friday* attack": a date stands at the verb or at the deed. "Described him in March as a
//! threat" tells when it was said.

use super::voice::voiced_at;
use super::{Draft, Setting};
use crate::{grammar, time};
use language::Dep;
use model::{Argument, ClaimType, Document, TimeWords};

/// The words for the time of a draft that becomes a claim of this type. `said`: the verb by which the last of the chain says so;
/// `parties`: who stands in its roles.
pub(super) fn of(
    document: &Document,
    setting: Setting,
    draft: &Draft,
    claim_type: ClaimType,
    said: Option<usize>,
    parties: [&[Argument]; 2],
) -> Option<TimeWords> {
    let Setting { part, index, lexicon, voices, .. } = setting;
    let parse = &part.parse;
    let described = claim_type == ClaimType::Judgement && voices.is_cue(index, draft.predicate);
    let at = |word: usize| if draft.timed && !described { time::of(part, word, lexicon) } else { None };
    let starts = |time: &TimeWords, leads: &[&str]| {
        let words = time.span.of(&document.text).to_lowercase();
        leads.iter().any(|lead| words.starts_with(lead))
    };
    // "reported on Friday that he was dead", "announced 42 deaths on Friday": the day of the telling is not that of the deed.
    let voiced = voiced_at(setting, draft);
    let time = if voiced != draft.predicate && draft.claim_type == ClaimType::Casualties {
        // "since the raid began, it has announced 42 deaths": a span is that of what is counted.
        let spans = |time: &TimeWords| starts(time, &["since ", "between ", "during ", "over ", "from "]);
        at(voiced).or_else(|| at(draft.predicate).filter(spans))
    } else {
        // "The attack followed clashes on Thursday": the verb's day is not that of its subject.
        let verb = Some(draft.predicate).filter(|&verb| draft.trigger > verb || !time::parts(parse, verb, lexicon));
        let verb = verb.filter(|_| !time::is_another(parse, draft.trigger, lexicon));
        verb.and_then(at).or_else(|| at(draft.trigger)).or_else(|| draft.words.iter().find_map(|&word| at(word)))
    };
    // "On Tuesday the minister said that rebels must leave": his demand is of the day on which he made it.
    let told = || said.filter(|_| draft.spoken && !draft.timed).and_then(|verb| time::of(part, verb, lexicon));
    // "the deadliest raid *since 2029*": a judgement holds for the span that it compares.
    let since = || {
        let judged = draft.claim_type == ClaimType::Judgement;
        let time =
            [draft.predicate, draft.trigger].into_iter().filter(|_| judged).find_map(|at| time::of(part, at, lexicon));
        time.filter(|time| starts(time, &["since "]))
    };
    // "No claims were *reported yesterday*": that they were is the news.
    let reported = || {
        let verb = parse.head(draft.trigger);
        let news = claim_type == ClaimType::Publish && parse.dep(draft.trigger) == Dep::Nsubjpass;
        (news && voices.is_cue(index, verb)).then(|| time::of(part, verb, lexicon)).flatten()
    };
    // "declared a *ceasefire in 1996*": what is agreed by saying so is agreed on the day of the accord.
    let accord = || {
        let accord = grammar::undergoer(parse, draft.trigger).filter(|at| draft.target.contains(at))?;
        let said = draft.claim_type == ClaimType::Agree && voices.is_cue(index, draft.trigger);
        said.then(|| at(accord)).flatten()
    };
    // "The *May* raid led to talks": the day is that of the raid, not of what came of it.
    let within = |time: &TimeWords| parties.into_iter().flatten().any(|argument| argument.span.contains(time.span));
    let time = time.filter(|time| claim_type != ClaimType::Cause || !within(time));
    time.or_else(told).or_else(since).or_else(reported).or_else(accord)
}
