//! Which claims of a record answer a question, and which sides do they take?

use crate::fit::{Fit, RETELLING, fit};
use crate::known::{Meaning, Names};
use crate::question::{Asked, Question, Role};
use crate::reply::{Clash, Group, Meant, PartReply, Reply, Value};
use crate::value::{status, value};
use case::query::{ClaimRow, EventRow, Wanted, WantedPart};
use case::{Case, CaseError};
use lexicon::Lexicon;
use model::ClaimType;
use std::collections::BTreeMap;

/// Claims that are weighed at most.
const WEIGHED: u64 = 300;
/// Events that are shown at most.
const SHOWN: usize = 8;
/// What an event may fill less than the best one and still be shown.
const BEHIND: f64 = 0.9;
/// The same of a question after yes or no: who denies that troops entered a town is not left alone with it, when another says that they
/// took it.
const BEHIND_WHETHER: f64 = 1.5;
/// Meanings of a part that are named.
const NAMED: usize = 8;
/// Sentences that are shown where nothing answers.
const PASSAGES: u64 = 5;

/// A claim that answers.
struct Answering {
    claim: ClaimRow,
    fit: Fit,
    says: String,
}

/// Answers a question from a case. The same case and question give the same answer.
pub fn answer(case: &Case, question: &Question, lexicon: &Lexicon) -> Result<Reply, CaseError> {
    let names = Names::of(case)?;
    let mut meanings = Vec::new();
    for part in &question.parts {
        meanings.push(names.meaning(part, case, lexicon)?);
    }
    let mut reply = Reply {
        question: question.text.clone(),
        asks: question.asked.as_str().to_string(),
        types: question.types.iter().map(|t| t.as_str().to_string()).collect(),
        parts: meanings.iter().map(part_reply).collect(),
        earliest: question.days.map(|days| days.earliest.to_string()),
        latest: question.days.map(|days| days.latest.to_string()),
        found: false,
        notes: Vec::new(),
        groups: Vec::new(),
        more: 0,
        passages: Vec::new(),
    };
    if let Some(words) = &question.vague_time {
        reply.notes.push(format!("“{words}” is no day by itself: it was left out."));
    }
    let unknown = unknown(question, &meanings);
    if unknown.is_empty() {
        let (answers, silent) = answering(case, question, &meanings, lexicon)?;
        reply.found = !answers.is_empty();
        let behind = if question.asked == Asked::Whether { BEHIND_WHETHER } else { BEHIND };
        reply.groups = groups(case, answers, behind, &mut reply.more)?;
        if !reply.found {
            reply.notes.extend(not_said(question, &meanings, silent, lexicon));
        }
    } else {
        reply.notes.extend(unknown);
    }
    if !reply.found {
        reply.passages = case.passages(&words(question), PASSAGES)?;
    }
    Ok(reply)
}

fn part_reply(meaning: &Meaning) -> PartReply {
    let meant = |(named, how): &(case::query::Named, crate::known::How)| Meant {
        named: named.clone(),
        how: how.as_str().to_string(),
    };
    PartReply {
        words: meaning.part.words.clone(),
        role: meaning.part.role.as_str().to_string(),
        means: meaning.named.iter().take(NAMED).map(meant).collect(),
        total: meaning.named.len() as u64,
        outlets: meaning.outlets.clone(),
        found: !meaning.is_unknown(),
    }
}

/// Which parts of a question the record does not know, one sentence each.
fn unknown(question: &Question, meanings: &[Meaning]) -> Vec<String> {
    if meanings.is_empty() && question.types.is_empty() {
        return vec![
            "The question names nobody, nothing and no place, and no deed that the record has a type for.".into(),
        ];
    }
    let names = meanings.iter().filter(|meaning| meaning.is_unknown() && meaning.part.is_name);
    let told = names.map(|meaning| {
        let words = &meaning.part.words;
        match meaning.part.role {
            Role::Place => format!("The record knows no place called “{words}”."),
            Role::Source => format!("The record has nothing from a source called “{words}”."),
            _ => format!("The record knows nobody, nothing and no place called “{words}”."),
        }
    });
    told.collect()
}

/// The claims that answer, and how many have all that the question names but not what it asks for.
fn answering(
    case: &Case,
    question: &Question,
    meanings: &[Meaning],
    lexicon: &Lexicon,
) -> Result<(Vec<Answering>, usize), CaseError> {
    let mut types = question.types.clone();
    for of in &question.types {
        types.extend(lexicon.vocabulary.near(*of).iter().filter(|near| !question.types.contains(near)));
    }
    if question.asked == Asked::Reason {
        types = vec![ClaimType::Cause, ClaimType::Intent, ClaimType::Judgement];
    }
    let wanted = Wanted {
        types,
        retold: RETELLING.to_vec(),
        deed: question.deed.clone(),
        parts: meanings.iter().map(wanted_part).collect(),
        most: WEIGHED,
    };
    let mut answers = Vec::new();
    let mut silent = 0;
    let mut events: BTreeMap<String, Option<EventRow>> = BTreeMap::new();
    for claim in case.candidates(&wanted)? {
        let event = match claim.events.first() {
            Some(id) if !events.contains_key(id) => {
                let row = case.event_rows(std::slice::from_ref(id))?.pop();
                events.entry(id.clone()).or_insert(row).as_ref()
            }
            Some(id) => events.get(id).and_then(Option::as_ref),
            None => None,
        };
        let Some(fit) = fit(&claim, event, question, meanings, lexicon) else { continue };
        if !fit.missing.is_empty() {
            continue;
        }
        match value(&claim, question, meanings, lexicon) {
            Some(says) => answers.push(Answering { claim, fit, says }),
            None => silent += 1,
        }
    }
    Ok((answers, silent))
}

fn wanted_part(meaning: &Meaning) -> WantedPart {
    WantedPart {
        ids: meaning.ids.keys().cloned().collect(),
        outlets: meaning.outlets.clone(),
        words: if meaning.part.role == Role::Source { Vec::new() } else { meaning.words.clone() },
        headline: meaning.part.is_name && meaning.part.role == Role::Place,
    }
}

/// Answers by event: those that fill the question best first, then those of most claims, then by day.
fn groups(case: &Case, answers: Vec<Answering>, behind: f64, more: &mut u64) -> Result<Vec<Group>, CaseError> {
    let mut by_event: BTreeMap<(Option<String>, Option<String>), Vec<Answering>> = BTreeMap::new();
    for answer in answers {
        let event = answer.claim.events.first().cloned();
        let alone = event.is_none().then(|| answer.claim.id.clone());
        by_event.entry((event, alone)).or_default().push(answer);
    }
    let all = by_event.len();
    // What only words tie to the question is of no use where something else is.
    if by_event.values().flatten().any(|answer| !answer.fit.weak) {
        by_event.values_mut().for_each(|answers| answers.retain(|answer| !answer.fit.weak));
        by_event.retain(|_, answers| !answers.is_empty());
    }
    let best = |answers: &[Answering]| answers.iter().map(|a| a.fit.score).fold(f64::MIN, f64::max);
    let top = by_event.values().map(|answers| best(answers)).fold(f64::MIN, f64::max);
    let mut chosen: Vec<_> = by_event.into_iter().filter(|(_, answers)| best(answers) >= top - behind).collect();
    chosen.sort_by(|(a, x), (b, y)| {
        let day = |answers: &[Answering]| answers.iter().filter_map(|a| a.claim.time.as_ref()?.earliest.clone()).min();
        let (mine, theirs) = (day(x), day(y));
        best(y)
            .total_cmp(&best(x))
            .then(y.len().cmp(&x.len()))
            .then(mine.is_none().cmp(&theirs.is_none()))
            .then(mine.cmp(&theirs))
            .then(a.cmp(b))
    });
    chosen.truncate(SHOWN);
    *more = (all - chosen.len()) as u64;
    chosen.into_iter().map(|((event, _), answers)| group(case, event.as_deref(), answers)).collect()
}

fn group(case: &Case, event: Option<&str>, answers: Vec<Answering>) -> Result<Group, CaseError> {
    let page = match event {
        Some(id) => case.event(id)?,
        None => None,
    };
    let mut values: Vec<Value> = Vec::new();
    for Answering { claim, says, fit } in answers {
        let status = status(&claim).to_string();
        match values.iter_mut().find(|value| value.says == says && value.status == status) {
            Some(value) => {
                value.remarks.retain(|remark| fit.remarks.contains(remark));
                value.claims.push(claim);
            }
            None => values.push(Value {
                says,
                status,
                origins_certain: 1,
                origins_possible: 1,
                remarks: fit.remarks,
                claims: vec![claim],
            }),
        }
    }
    for value in &mut values {
        let Some(page) = &page else { continue };
        let says = |origin: &&case::query::OriginRow| {
            origin.claims.iter().any(|claim| value.claims.iter().any(|own| own.id == claim.id))
        };
        let origins: Vec<_> = page.origins.iter().filter(says).collect();
        value.origins_possible = origins.len().max(1) as u64;
        value.origins_certain = origins.iter().filter(|origin| origin.certain).count().max(1) as u64;
    }
    values.sort_by(|a, b| {
        let rank = |value: &Value| (value.origins_certain, value.origins_possible, value.claims.len());
        rank(b).cmp(&rank(a)).then_with(|| (&a.says, &a.status).cmp(&(&b.says, &b.status)))
    });
    let shown: Vec<&str> = values.iter().flat_map(|value| &value.claims).map(|claim| claim.id.as_str()).collect();
    let disputes = page.iter().flat_map(|page| &page.disputes);
    let of_answer = disputes.filter(|dispute| {
        dispute.sides.iter().flat_map(|side| &side.claims).any(|claim| shown.contains(&claim.id.as_str()))
    });
    let clashes = of_answer
        .map(|dispute| Clash {
            id: dispute.id.clone(),
            kind: dispute.kind.clone(),
            strength: dispute.strength.clone(),
            sides: dispute.sides.iter().map(|side| side.says.clone()).collect(),
            reason: dispute.reason.clone(),
        })
        .collect();
    Ok(Group { event: page.map(|page| page.event), values, clashes })
}

/// Why no claim answers, one sentence each.
fn not_said(question: &Question, meanings: &[Meaning], silent: usize, lexicon: &Lexicon) -> Vec<String> {
    let mut told = Vec::new();
    let unknown = meanings.iter().filter(|meaning| meaning.is_unknown());
    told.extend(unknown.map(|m| format!("Nobody and nothing of the record is called “{}”.", m.part.words)));
    if silent > 0 {
        let (claims, tell) = if silent == 1 { ("claim", "tells") } else { ("claims", "tell") };
        told.push(format!("{silent} {claims} {tell} of it, none of them {}.", question.asked.as_str()));
        return told;
    }
    let known: Vec<String> =
        meanings.iter().filter(|m| !m.is_unknown()).map(|m| format!("“{}”", m.part.words)).collect();
    let types: Vec<String> =
        question.types.iter().map(|t| lexicon.vocabulary.claim_type(*t).label.to_lowercase()).collect();
    let of_type = if types.is_empty() { String::new() } else { format!(" of the type {}", types.join(" or ")) };
    let days = if question.days.is_some() { " on those days" } else { "" };
    told.push(match known.len() {
        0 => format!("The record has no claim{of_type}{days} that answers."),
        1 => format!("The record knows {}, but no claim{of_type}{days} that answers speaks of it.", known[0]),
        _ => format!(
            "The record knows {}, but no claim{of_type}{days} that answers has them together.",
            known.join(" and ")
        ),
    });
    told
}

/// The words of a question by which sentences are looked for.
fn words(question: &Question) -> Vec<String> {
    let mut words: Vec<String> = question.deed.iter().cloned().collect();
    for part in &question.parts {
        words.extend(part.words.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2).map(str::to_string));
    }
    words.sort();
    words.dedup();
    words
}
