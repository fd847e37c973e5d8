//! What goes on from one sentence to the next?
//!
//! "It added that …" carries the source of the sentence before, with the outlet it spoke to; a quotation without a cue of its
//! own goes on with the speaker of the one before; "The minister said:" at the end of a paragraph opens a whole statement.

use super::address::{self, signatory};
use super::antecedent::{Known, holder, is_role, issuer, nominal, paper, pronoun};
use super::cue::{self, Raw};
use super::handover::{TURN, headline, signed, titled, turn};
use super::quotation::{self, Quotation};
use super::source::{Reference, Source};
use super::speech::{speak, statements};
use super::{Attribution, link};
use crate::PartText;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::Lexicon;
use model::{Argument, Link, PartRole, SourceKind, Span, Stance};

/// The attributions of a document and the cue words of each part.
pub(crate) struct Carried {
    pub attributions: Vec<Attribution>,
    pub cues: Vec<Vec<usize>>,
    pub heads: Vec<Vec<(usize, usize)>>,
}

/// An attribution on its way: tokens still at hand.
pub(crate) struct Voice {
    pub part: usize,
    pub raw: Raw,
    pub arguments: Vec<Argument>,
    pub kind: SourceKind,
    pub carried: bool,
    pub outlet: Option<Link>,
    pub content: Vec<Span>,
    pub asserted: Vec<Span>,
}

/// Parts at the head of an article in which a statement can name its speaker.
const OPENING: usize = 4;

/// True for one of the parts at the head of an article.
fn opens_article(parts: &[PartText], index: usize) -> bool {
    let article = parts[index].article;
    parts[..index].iter().rev().take(OPENING).take_while(|part| part.article == article).count() < OPENING
}

/// Reads all parts of a document.
pub(crate) fn read(parts: &[PartText], lexicon: &Lexicon) -> Carried {
    let quotations = quotation::find(parts);
    let starts = address::starts(parts, lexicon);
    let mut voices: Vec<Voice> = Vec::new();
    let mut known: Vec<Known> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 && parts[index - 1].article != part.article {
            known.clear();
        }
        let mut raws = cue::read(part, lexicon);
        if part.role == PartRole::Headline || part.role == PartRole::Heading {
            raws.extend(headline(part, lexicon));
        }
        raws.extend(titled(part, lexicon));
        if opens_article(parts, index) {
            raws.extend(signatory(parts, index, lexicon));
        }
        if starts[index].is_some() {
            raws.extend(address::speaker(part, lexicon));
        }
        raws.extend(turn(part, lexicon));
        raws.extend(signed(part, index, &quotations, lexicon));
        for raw in raws {
            voices.push(voice(parts, index, raw, &quotations, &mut known, lexicon));
        }
    }
    speak(parts, &quotations, &mut voices);
    statements(parts, &quotations, &mut voices, &starts, lexicon);
    let mut cues = vec![Vec::new(); parts.len()];
    let mut heads = vec![Vec::new(); parts.len()];
    let mut attributions = Vec::new();
    for voice in voices {
        let speaker = voice.raw.source.as_ref().is_some_and(|source| source.reference == Reference::Speaker);
        let inside = quotations.iter().any(|q| q.part == voice.part && q.tokens.contains(&voice.raw.head));
        // "I think" inside a speech is the speaker's own voice again.
        if voice.content.is_empty() || speaker && inside {
            continue;
        }
        if voice.raw.only_says && voice.raw.chain {
            cues[voice.part].push(voice.raw.head);
        }
        heads[voice.part].push((voice.raw.head, attributions.len()));
        attributions.push(finish(&parts[voice.part], voice, &quotations));
    }
    cues.iter_mut().for_each(|list| list.sort());
    Carried { attributions, cues, heads }
}

fn finish(part: &PartText, mut voice: Voice, quotations: &[Quotation]) -> Attribution {
    let cue = part.span(voice.raw.cue.clone());
    let mut links = Vec::new();
    if voice.raw.chain {
        links.extend(voice.outlet);
        let kind = if voice.raw.source.is_none() { SourceKind::Anonymous } else { voice.kind };
        links.push(link(voice.arguments, kind, cue, voice.raw.stance, voice.carried));
    }
    // Quotation marks and the stop before the closing one belong to what is said.
    for piece in &mut voice.content {
        for quotation in quotations.iter().filter(|quotation| quotation.part == voice.part) {
            let inside = part.span(quotation.tokens.clone());
            if piece.overlaps(inside)
                && piece.end >= inside.start
                && piece.end + 2 >= inside.end
                && piece.end < quotation.span.end
            {
                piece.end = quotation.span.end;
            }
            if piece.overlaps(inside) && piece.start == inside.start {
                piece.start = quotation.span.start;
            }
        }
    }
    Attribution {
        part: voice.part,
        source: voice
            .raw
            .source
            .as_ref()
            .map(|source| part.span(voice.raw.relative.map_or(source.phrase.clone(), |pronoun| pronoun..pronoun + 1))),
        cue,
        content: joined(voice.content),
        asserted: joined(voice.asserted),
        phrase_said: voice.raw.phrase_said,
        blames: voice.raw.blames,
        stance: voice.raw.stance,
        links,
        modality: voice.raw.modality,
        rule: voice.raw.rule,
    }
}

/// Spans in order, those that overlap or touch as one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        match all.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => all.push(span),
        }
    }
    all
}

fn voice(
    parts: &[PartText],
    index: usize,
    mut raw: Raw,
    quotations: &[Quotation],
    known: &mut Vec<Known>,
    lexicon: &Lexicon,
) -> Voice {
    let part = &parts[index];
    // A tree that crosses itself can leave a piece without words.
    raw.content.retain(|range| range.start < range.end && range.end <= part.parse.len());
    let content = raw.content.iter().map(|range| part.span(range.clone())).collect();
    let mut voice = Voice {
        part: index,
        arguments: Vec::new(),
        kind: SourceKind::Anonymous,
        carried: false,
        outlet: None,
        content,
        asserted: Vec::new(),
        raw: raw.clone(),
    };
    let Some(source) = raw.source.take() else { return voice };
    // "We hold the town, he wrote": words in the first person before the cue are the speaker's own, also without marks.
    if raw.speech && source.reference != Reference::Speaker {
        let own = |at: usize| {
            matches!(part.parse.norm(at), "i" | "we" | "our" | "my")
                && matches!(part.parse.tag(at), Tag::Prp | Tag::PrpPoss)
        };
        let before = raw.content.iter().all(|range| range.end <= raw.head);
        let spoken = before && raw.content.iter().any(|range| range.clone().any(own));
        if spoken {
            voice.asserted = voice.content.clone();
        }
    }
    // A turn of a transcript is speech in full.
    if raw.rule == TURN {
        voice.asserted = voice.content.clone();
    }
    let cue = part.span(raw.cue.clone());
    let outlet =
        raw.outlet.as_ref().map(|outlet| link(outlet.arguments(part), outlet.kind, cue, Stance::Asserts, false));
    let back = match source.reference {
        Reference::Speaker => {
            voice.raw.chain = false;
            None
        }
        Reference::Full | Reference::Nominal if is_role(&part.parse, &source) => {
            nominal(part, &source, known).or_else(|| holder(parts, index, &source, lexicon))
        }
        Reference::Full => None,
        Reference::Nominal => nominal(part, &source, known)
            .or_else(|| paper(parts, index, &source, lexicon))
            .or_else(|| issuer(parts, index, &source, lexicon)),
        Reference::Person | Reference::Thing | Reference::Plural => {
            pronoun(parts, index, &source, &raw, quotations, known)
        }
    };
    match back {
        Some(before) => {
            voice.arguments = before.arguments.clone();
            voice.kind = before.kind;
            voice.carried = true;
            voice.outlet = outlet.or(before.outlet.clone().map(|link| Link { carried: true, ..link }));
            known.push(Known { part: index, token: source.head, outlet: voice.outlet.clone(), ..before });
        }
        None => {
            voice.arguments = source.arguments(part);
            voice.kind = source.kind;
            voice.carried = !matches!(source.reference, Reference::Full | Reference::Nominal | Reference::Speaker);
            let words = words(&part.parse, &source, lexicon);
            let same = known.iter().rev().find(|before| same_name(before, &words, &part.parse, &source)).cloned();
            voice.outlet = outlet
                .or(same.as_ref().and_then(|before| before.outlet.clone()).map(|link| Link { carried: true, ..link }));
            // "Osei" after "Foreign Minister Ruth Osei" is the same official, whatever the name alone looks like.
            if let Some(before) = same
                && before.kind == SourceKind::Official
                && (voice.kind == SourceKind::Person || before.person)
            {
                voice.kind = SourceKind::Official;
            }
            // "praised *his country's* commitment to the truce. He …": who only has an attitude has said nothing yet.
            let holds = !voice.raw.chain && part.parse.dep(source.head) == Dep::Poss;
            if source.reference != Reference::Speaker && !voice.carried && !holds {
                let parse = &part.parse;
                let first = source.names.first().map_or(source.head, |name| name.1);
                let label = parse.name_of(first).map(|name| name.label);
                let person = label == Some(NameLabel::Person)
                    || label.is_none()
                        && parse.tag(first) == Tag::Nn
                        && matches!(voice.kind, SourceKind::Person | SourceKind::Official | SourceKind::Anonymous);
                let plural = source.names.len() > 1 || matches!(parse.tag(source.head), Tag::Nns | Tag::Nnps);
                known.push(Known {
                    part: index,
                    token: source.head,
                    arguments: voice.arguments.clone(),
                    words,
                    kind: voice.kind,
                    person,
                    plural,
                    outlet: voice.outlet.clone(),
                });
            }
        }
    }
    voice.raw.source = Some(source);
    voice
}

/// The nouns and names in a source's phrase, in lower case, by which it can be pointed back to. Not what it belongs to: a
/// spokesman of the ministry is not the ministry.
fn words(parse: &Parse, source: &Source, lexicon: &Lexicon) -> Vec<String> {
    let belongs = |word: usize| {
        let mut at = word;
        for _ in 0..6 {
            if at == source.head || parse.is_root(at) {
                return false;
            }
            if matches!(parse.dep(at), Dep::Pobj | Dep::Poss) {
                return true;
            }
            at = parse.head(at);
        }
        false
    };
    let named = |word: usize| source.names.iter().any(|(words, _)| words.contains(&word));
    source
        .phrase
        .clone()
        .filter(|&at| {
            matches!(parse.pos(at), Pos::Noun | Pos::Propn) && parse.sentence_of(at) == parse.sentence_of(source.head)
        })
        .filter(|&at| at <= source.head + 12 && (named(at) || !belongs(at)))
        .map(|at| lexicon.titles.full(parse.entry(at)).to_string())
        .collect()
}

fn same_name(before: &Known, words: &[String], parse: &Parse, source: &Source) -> bool {
    let head = source.names.first().map_or(source.head, |name| name.1);
    parse.pos(head) == Pos::Propn && before.words.iter().any(|word| *word == parse.entry(head)) && !words.is_empty()
}
