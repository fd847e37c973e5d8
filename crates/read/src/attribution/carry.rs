//! What goes on from one sentence to the next?
//!
//! "It added that …" carries the source of the sentence before, with the outlet it spoke to; a quotation without a cue of its
//! own goes on with the speaker of the one before; "The minister said:" at the end of a paragraph opens a whole statement.

use super::cue::{self, Raw};
use super::quotation::{self, Quotation};
use super::source::{Reference, Source, argument, is_measure};
use super::verb::is_verbal;
use super::{Attribution, link};
use crate::PartText;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::Lexicon;
use model::{Argument, Link, Modality, PartRole, SourceKind, Span, Stance};
use std::ops::Range;

/// The attributions of a document and the cue words of each part.
pub(crate) struct Carried {
    pub attributions: Vec<Attribution>,
    pub cues: Vec<Vec<usize>>,
    pub heads: Vec<Vec<(usize, usize)>>,
}

/// A source that was named, for what points back to it.
#[derive(Clone)]
struct Known {
    part: usize,
    token: usize,
    arguments: Vec<Argument>,
    words: Vec<String>,
    kind: SourceKind,
    person: bool,
    plural: bool,
    outlet: Option<Link>,
}

/// An attribution on its way: tokens still at hand.
struct Voice {
    part: usize,
    raw: Raw,
    arguments: Vec<Argument>,
    kind: SourceKind,
    carried: bool,
    outlet: Option<Link>,
    content: Vec<Span>,
    asserted: Vec<Span>,
}

/// Reads all parts of a document.
pub(crate) fn read(parts: &[PartText], lexicon: &Lexicon) -> Carried {
    let quotations = quotation::find(parts);
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
        raws.extend(turn(part, lexicon));
        raws.extend(signed(part, index, &quotations, lexicon));
        for raw in raws {
            voices.push(voice(parts, index, raw, &quotations, &mut known));
        }
    }
    speak(parts, &quotations, &mut voices);
    statements(parts, &quotations, &mut voices);
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

fn voice(parts: &[PartText], index: usize, mut raw: Raw, quotations: &[Quotation], known: &mut Vec<Known>) -> Voice {
    let part = &parts[index];
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
    let cue = part.span(raw.cue.clone());
    let outlet =
        raw.outlet.as_ref().map(|outlet| link(outlet.arguments(part), outlet.kind, cue, Stance::Asserts, false));
    let back = match source.reference {
        Reference::Speaker => {
            voice.raw.chain = false;
            None
        }
        Reference::Full | Reference::Nominal if is_role(&part.parse, &source) => {
            nominal(part, &source, known).or_else(|| holder(parts, index, &source))
        }
        Reference::Full => None,
        Reference::Nominal => nominal(part, &source, known),
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
            let words = words(&part.parse, &source);
            let same = known.iter().rev().find(|before| same_name(before, &words, &part.parse, &source)).cloned();
            voice.outlet = outlet
                .or(same.as_ref().and_then(|before| before.outlet.clone()).map(|link| Link { carried: true, ..link }));
            if let Some(before) = same
                && before.kind == SourceKind::Official
                && voice.kind == SourceKind::Person
            {
                voice.kind = SourceKind::Official;
            }
            if source.reference != Reference::Speaker && !voice.carried {
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

/// The nouns and names in a source's phrase, in lower case, by which it can be pointed back to.
fn words(parse: &Parse, source: &Source) -> Vec<String> {
    source
        .phrase
        .clone()
        .filter(|&at| {
            matches!(parse.pos(at), Pos::Noun | Pos::Propn) && parse.sentence_of(at) == parse.sentence_of(source.head)
        })
        .filter(|&at| at <= source.head + 12)
        .map(|at| parse.lemma(at).to_lowercase())
        .collect()
}

fn same_name(before: &Known, words: &[String], parse: &Parse, source: &Source) -> bool {
    let head = source.names.first().map_or(source.head, |name| name.1);
    parse.pos(head) == Pos::Propn && before.words.contains(&parse.lemma(head).to_lowercase()) && !words.is_empty()
}

/// The source that a noun with `the` points back to.
fn nominal(part: &PartText, source: &Source, known: &[Known]) -> Option<Known> {
    let parse = &part.parse;
    let lemma = parse.lemma(source.head).to_lowercase();
    let plural = parse.tag(source.head) == Tag::Nns;
    // The same noun in the words of an earlier source: "the newspaper" after "the newspaper Halden Post".
    let same = known.iter().rev().find(|before| before.words.contains(&lemma) && before.plural == plural);
    // Or an earlier source of just this sort: "the newspaper" after "the Halden Post".
    let kind = || {
        let near = |before: &&Known| {
            before.kind == source.kind && matches!(source.kind, SourceKind::Outlet) && before.plural == plural
        };
        known.iter().rev().find(near)
    };
    let named = |before: &&Known| before.token != source.head || !before.arguments.is_empty();
    same.or_else(kind).filter(named).cloned()
}

/// True for an office with `the` in place of its holder's name: `the Foreign Secretary`.
fn is_role(parse: &Parse, source: &Source) -> bool {
    let head = source.head;
    let definite = parse.children(head).any(|child| parse.dep(child) == Dep::Det && parse.norm(child) == "the");
    let bare =
        parse.children(head).all(|child| matches!(parse.dep(child), Dep::Det | Dep::Compound | Dep::Amod | Dep::Punct));
    definite && bare && source.names.len() == 1 && source.names[0].1 == head && source.kind == SourceKind::Official
}

/// The person whose title, earlier in the article, ends with the same word: "Foreign Secretary Ruth Osei".
fn holder(parts: &[PartText], index: usize, source: &Source) -> Option<Known> {
    let title = parts[index].parse.lemma(source.head).to_lowercase();
    for at in (0..=index).rev().filter(|&at| parts[at].article == parts[index].article) {
        let parse = &parts[at].parse;
        let before = |name: &&language::Name| at < index || name.tokens.end <= source.head;
        for name in parse.names().iter().rev().filter(|name| name.label == NameLabel::Person).filter(before) {
            let start = name.tokens.start;
            let titled = (start.saturating_sub(1)..=start).any(|word| parse.lemma(word).to_lowercase() == title);
            let head = name.tokens.end - 1;
            if titled && head > start.saturating_sub(1) {
                let words = without_the(parse, name.tokens.clone(), head);
                return Some(Known {
                    part: at,
                    token: head,
                    arguments: vec![argument(&parts[at], words, head)],
                    words: vec![parse.lemma(head).to_lowercase(), title],
                    kind: SourceKind::Official,
                    person: true,
                    plural: false,
                    outlet: None,
                });
            }
        }
    }
    None
}

/// The source or name that a pronoun stands for, looked for in the sentence and the four before it.
fn pronoun(
    parts: &[PartText],
    index: usize,
    source: &Source,
    raw: &Raw,
    quotations: &[Quotation],
    known: &[Known],
) -> Option<Known> {
    let mut part_at = index;
    let mut sentence = parts[index].parse.sentence_of(source.head);
    for back in 0..5 {
        let parse = &parts[part_at].parse;
        let tokens = parse.sentences()[sentence].clone();
        let limit = if back == 0 { source.head } else { tokens.end };
        let own = |at: usize| back == 0 && raw.content.iter().any(|range| range.contains(&at));
        let quoted = |at: usize| quotations.iter().any(|q| q.part == part_at && q.tokens.contains(&at));
        let fits = |person: bool, plural: bool| match source.reference {
            Reference::Person => person && !plural,
            Reference::Thing => !person && !plural,
            _ => plural || !person,
        };
        let spoke = known.iter().rev().find(|before| {
            before.part == part_at
                && tokens.contains(&before.token)
                && before.token < limit
                && !own(before.token)
                && fits(before.person, before.plural)
        });
        if let Some(found) = spoke {
            return Some(found.clone());
        }
        let name = |subject: bool| {
            parse
                .names()
                .iter()
                .rev()
                .filter(|name| tokens.contains(&name.tokens.start) && name.tokens.end <= limit)
                .find_map(|name| {
                    let person = name.label == NameLabel::Person;
                    let body = matches!(name.label, NameLabel::Org | NameLabel::Gpe | NameLabel::Norp);
                    let head =
                        name.tokens.clone().find(|&at| !name.tokens.contains(&parse.head(at)) || parse.is_root(at))?;
                    let fit = match source.reference {
                        Reference::Person => person,
                        Reference::Thing => body,
                        _ => body && name.label != NameLabel::Gpe,
                    };
                    let role = matches!(parse.dep(head), Dep::Nsubj | Dep::Nsubjpass);
                    (fit && role == subject && !own(head) && !quoted(head)).then_some((name.tokens.clone(), head))
                })
        };
        let person_only = source.reference == Reference::Person;
        if let Some((words, head)) = name(true).or_else(|| if person_only { name(false) } else { None }) {
            return Some(Known {
                part: part_at,
                token: head,
                arguments: vec![argument(&parts[part_at], without_the(parse, words, head), head)],
                words: vec![parse.lemma(head).to_lowercase()],
                kind: if person_only { SourceKind::Person } else { SourceKind::Organisation },
                person: person_only,
                plural: false,
                outlet: None,
            });
        }
        if sentence > 0 {
            sentence -= 1;
        } else {
            if part_at == 0 || parts[part_at - 1].article != parts[index].article {
                return None;
            }
            part_at -= 1;
            sentence = parts[part_at].parse.sentences().len().checked_sub(1)?;
        }
    }
    None
}

fn without_the(parse: &Parse, words: Range<usize>, head: usize) -> Range<usize> {
    let start = words.clone().find(|&at| parse.pos(at) != Pos::Det).unwrap_or(words.start).min(head);
    let end = if words.len() > 1 && parse.tag(words.end - 1) == Tag::Pos { words.end - 1 } else { words.end };
    start..end.max(head + 1)
}

/// Gives quotations to their speakers.
fn speak(parts: &[PartText], quotations: &[Quotation], voices: &mut [Voice]) {
    let mut last: Option<(usize, &Quotation)> = None;
    for quotation in quotations {
        let part = &parts[quotation.part];
        let parse = &part.parse;
        let first = parse.sentence_of(quotation.tokens.start);
        let end = parse.sentence_of(quotation.tokens.end - 1);
        let sentences = parse.sentences();
        let reach = sentences[first].start..sentences[end].end;
        let candidates = |voice: &Voice| {
            voice.part == quotation.part
                && voice.raw.speech
                && voice.raw.rule != "attribution/passive"
                && !quotation.tokens.contains(&voice.raw.head)
        };
        let overlap = |voice: &Voice| voice.content.iter().any(|piece| piece.overlaps(quotation.span));
        let is_speech = is_speech(parse, quotation);
        let speaker = voices
            .iter()
            .enumerate()
            .filter(|(_, voice)| candidates(voice) && reach.contains(&voice.raw.head) && overlap(voice))
            .min_by_key(|(_, voice)| distance(voice.raw.head, &quotation.tokens))
            .or_else(|| {
                voices
                    .iter()
                    .enumerate()
                    .filter(|(_, voice)| {
                        is_speech
                            && candidates(voice)
                            && voice.content.is_empty()
                            && (reach.contains(&voice.raw.head) || leads_in(parse, voice.raw.head, quotation))
                    })
                    .min_by_key(|(_, voice)| distance(voice.raw.head, &quotation.tokens))
            })
            .map(|(at, _)| at);
        // What any other cue of the sentence covers ("called it …") is not the speech of the one before.
        let taken = voices.iter().any(|voice| {
            let outside = voice.part != quotation.part || !quotation.tokens.contains(&voice.raw.head);
            voice.raw.chain && voice.raw.source.is_some() && outside && overlap(voice)
        });
        let carries = is_speech && !taken;
        let speaker = speaker.or_else(|| carries.then(|| goes_on(parts, quotation, voices, last, first)).flatten());
        // A quotation without a speaker attributes nothing, but what other cues cover stays quoted.
        for voice in voices.iter_mut().filter(|voice| overlap(voice)) {
            voice.asserted.push(quotation.span);
        }
        let Some(at) = speaker else { continue };
        if is_speech {
            voices[at].content.push(quotation.span);
            voices[at].asserted.push(quotation.span);
            last = Some((at, quotation));
        }
    }
}

fn distance(at: usize, tokens: &Range<usize>) -> usize {
    if at < tokens.start { tokens.start - at } else { at.saturating_sub(tokens.end) }
}

/// True when the quotation can stand by itself: it has a verb with a subject, or several words and a stop.
fn is_speech(parse: &Parse, quotation: &Quotation) -> bool {
    let tokens = quotation.tokens.clone();
    let clause = tokens
        .clone()
        .any(|at| matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl) && tokens.contains(&parse.head(at)));
    clause && tokens.len() >= 3 || quotation.open || tokens.len() >= 8
}

/// True when the sentence of a cue ends with a colon right before the quotation.
fn leads_in(parse: &Parse, cue: usize, quotation: &Quotation) -> bool {
    let sentence = &parse.sentences()[parse.sentence_of(cue)];
    let close = sentence.end <= quotation.tokens.start && quotation.tokens.start - sentence.end <= 2;
    close && sentence.clone().rev().take(3).any(|at| parse.norm(at) == ":")
}

/// The speaker of the quotation before, when this one goes on with it.
fn goes_on(
    parts: &[PartText],
    quotation: &Quotation,
    voices: &[Voice],
    last: Option<(usize, &Quotation)>,
    sentence: usize,
) -> Option<usize> {
    let parse = &parts[quotation.part].parse;
    if let Some((at, before)) = last {
        let same_part = before.part == quotation.part;
        let gap = if same_part {
            // The rest of a name that a rank's full stop cut off is no sentence.
            let first = parse.sentence_of(before.tokens.end - 1).min(sentence);
            let says = |at: usize| parse.sentences()[at].clone().any(|word| is_verbal(parse, word));
            (first + 1..=sentence).filter(|&at| at == sentence || says(at)).count()
        } else {
            usize::from(!(before.part + 1 == quotation.part && quotation.goes_on)) * 9
        };
        if gap <= 1 {
            return Some(at);
        }
    }
    let start = quotation.tokens.start <= 1;
    if !start || quotation.part == 0 || parts[quotation.part - 1].article != parts[quotation.part].article {
        return None;
    }
    // "The mayor said:" and the quotation in the next paragraph.
    let before = quotation.part - 1;
    let opener = opener(&parts[before], before, voices);
    if opener.is_some() {
        return opener;
    }
    // A paragraph that is nothing but a quotation goes on with whoever spoke last in the paragraph before.
    let length = parse.tokens().iter().filter(|token| token.pos != Pos::Punct && token.pos != Pos::Space).count();
    if quotation.tokens.len() >= length {
        let speaks = |voice: &Voice| {
            voice.part == before
                && voice.raw.chain
                && voice.raw.speech
                && voice.raw.source.is_some()
                && !voice.content.is_empty()
        };
        return voices.iter().rposition(speaks);
    }
    None
}

/// The cue with which a part ends, when it ends with a colon.
fn opener(part: &PartText, index: usize, voices: &[Voice]) -> Option<usize> {
    let parse = &part.parse;
    let last = (0..parse.len()).rev().find(|&at| parse.pos(at) != Pos::Space)?;
    if parse.norm(last) != ":" {
        return None;
    }
    let sentence = parse.sentence_of(last);
    voices.iter().enumerate().rev().find_map(|(at, voice)| {
        let here = voice.part == index && parse.sentence_of(voice.raw.head) == sentence;
        (here && voice.raw.speech && voice.raw.source.is_some()).then_some(at)
    })
}

/// Whole statements: what follows "The minister said:", and the text under "Statement by the minister".
fn statements(parts: &[PartText], quotations: &[Quotation], voices: &mut [Voice]) {
    for index in 0..parts.len() {
        inline(parts, index, quotations, voices);
        let Some(next) = parts.get(index + 1).filter(|next| next.article == parts[index].article) else { continue };
        let marked = quotations.iter().any(|q| q.part == index + 1 && q.tokens.start <= 1);
        if let Some(at) = opener(&parts[index], index, voices)
            && !marked
            && (voices[at].raw.rule != cue::COLON || in_first_person(parts, quotations, index + 1))
            && next.role != PartRole::Heading
        {
            // The colon belongs to what follows: words before it in the same sentence are no content.
            extend(parts, quotations, &mut voices[at], index + 1, false);
        }
        if parts[index].role == PartRole::Headline
            && let Some(at) = voices.iter().position(|v| v.part == index && v.raw.rule == "attribution/statement-by")
            && in_first_person(parts, quotations, index + 1)
        {
            extend(parts, quotations, &mut voices[at], index + 1, true);
        }
    }
}

/// "The minister said: I welcome the news. …": a statement without marks that starts inside a paragraph.
fn inline(parts: &[PartText], index: usize, quotations: &[Quotation], voices: &mut [Voice]) {
    let parse = &parts[index].parse;
    let opens = |colon: usize| {
        let next = (colon + 1..parse.len()).find(|&next| parse.pos(next) != Pos::Space)?;
        let marked =
            quotations.iter().any(|q| q.part == index && q.tokens.contains(&next)) || parse.tag(next) == Tag::OpenQuote;
        let speaks = voices.iter().position(|voice| {
            voice.part == index
                && voice.raw.speech
                && voice.raw.chain
                && voice.raw.source.is_some()
                && voice.raw.head < colon
                && parse.sentence_of(voice.raw.head) == parse.sentence_of(colon)
                && (voice.raw.head + 1..colon).all(|at| parse.pos(at) != Pos::Verb)
        })?;
        let first = (next..parse.len()).any(|at| {
            matches!(parse.norm(at), "i" | "we" | "my" | "our") && matches!(parse.tag(at), Tag::Prp | Tag::PrpPoss)
        });
        (!marked && first).then_some((speaks, next))
    };
    let found = (1..parse.len().saturating_sub(1)).filter(|&at| parse.norm(at) == ":").find_map(opens);
    if let Some((at, next)) = found {
        let rest = parts[index].span(next..parse.len());
        voices[at].content.push(rest);
        voices[at].asserted.push(rest);
        if in_first_person(parts, quotations, index + 1) {
            extend(parts, quotations, &mut voices[at], index + 1, false);
        }
    }
}

/// Adds the parts from `start` on to what a voice says, up to the next heading or the end of the article.
fn extend(parts: &[PartText], quotations: &[Quotation], voice: &mut Voice, start: usize, whole: bool) {
    for (index, part) in parts.iter().enumerate().skip(start) {
        let heading = matches!(part.role, PartRole::Headline | PartRole::Heading | PartRole::Caption);
        let marked = quotations.iter().any(|q| q.part == index && q.tokens.start <= 1);
        if part.article != parts[voice.part].article
            || heading && !whole
            || !whole && index > start && marked
            || part.parse.is_empty()
        {
            break;
        }
        let span = part.span(0..part.parse.len());
        voice.content.push(span);
        voice.asserted.push(span);
    }
}

/// True when the next parts speak of themselves as `I` or `we` outside quotation marks.
fn in_first_person(parts: &[PartText], quotations: &[Quotation], start: usize) -> bool {
    parts.iter().enumerate().skip(start).take(2).any(|(index, part)| {
        let parse = &part.parse;
        (0..parse.len()).any(|at| {
            matches!(parse.norm(at), "i" | "we" | "my" | "our")
                && matches!(parse.tag(at), Tag::Prp | Tag::PrpPoss)
                && !quotations.iter().any(|q| q.part == index && q.tokens.contains(&at))
        })
    })
}

/// A line of a transcript: `OSEI: We hold the town.`
fn turn(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    if part.role == PartRole::Headline || part.role == PartRole::Heading {
        return None;
    }
    let start = (0..parse.len()).find(|&at| parse.pos(at) != Pos::Punct)?;
    let colon = (start + 1..parse.len().min(start + 7)).find(|&at| parse.norm(at) == ":")?;
    let name = (start..colon).all(|at| parse.pos(at) == Pos::Propn);
    let source = Source::at(part, colon - 1, lexicon);
    let person = matches!(source.kind, SourceKind::Person | SourceKind::Official) && parse.name_of(colon - 1).is_some();
    let whole = colon + 3 < parse.len();
    (name && person && source.speaks && whole && parse.sentence_of(start) == 0).then(|| {
        let source = Source { phrase: start..colon, names: vec![(start..colon, colon - 1)], ..source };
        raw(colon, colon..colon + 1, source, Vec::from([colon + 1..parse.len()]), "attribution/transcript")
    })
}

/// A quotation with its author behind a dash: `"We hold the town." — Ruth Osei`.
fn signed(part: &PartText, index: usize, quotations: &[Quotation], lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let quotation = quotations.iter().rfind(|quotation| quotation.part == index && !quotation.open)?;
    let after = quotation.tokens.end..parse.len();
    let dash = after.clone().find(|&at| parse.word(at).chars().all(|c| "―—–-".contains(c)))?;
    let close = (after.start..dash).all(|at| matches!(parse.pos(at), Pos::Punct | Pos::Space));
    let name = (dash + 1..parse.len()).take_while(|&at| parse.pos(at) == Pos::Propn).last()?;
    let short = parse.len() - name <= 12;
    if !close || !short || !is_speech(parse, quotation) {
        return None;
    }
    let source = Source::at(part, name, lexicon);
    let source = Source { phrase: dash + 1..name + 1, names: vec![(dash + 1..name + 1, name)], ..source };
    Some(raw(dash, dash..dash + 1, source, Vec::from([quotation.tokens.clone()]), "attribution/dash"))
}

/// `Ministry spokesman: Raids weakened the militia` and `Statement by the minister on the raid`.
fn headline(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    if let Some(colon) = (1..parse.len().min(8)).find(|&at| parse.norm(at) == ":" && at + 2 < parse.len()) {
        let verbs = (0..colon).any(|at| matches!(parse.pos(at), Pos::Verb | Pos::Aux));
        let head = (0..colon).rev().find(|&at| matches!(parse.pos(at), Pos::Noun | Pos::Propn))?;
        let mut source = Source::at(part, head, lexicon);
        source.phrase = 0..colon;
        let names = parse.name_of(head).map_or(0, |name| name.tokens.start);
        source.names = vec![(names.min(head)..head + 1, head)];
        let finite = colon + 3 < parse.len();
        let known = matches!(source.kind, SourceKind::Official | SourceKind::Outlet | SourceKind::Person);
        let bracket = (0..colon).any(|at| parse.tag(at) == Tag::OpenBracket);
        if !verbs && source.speaks && finite && known && !bracket && !is_measure(parse, head) {
            return Some(raw(
                colon,
                colon..colon + 1,
                source,
                Vec::from([colon + 1..parse.len()]),
                "attribution/headline",
            ));
        }
    }
    for at in 0..parse.len() {
        let by = parse.children(at).find(|&by| parse.norm(by) == "by" && by > at);
        let document = lexicon.sources.noun(&parse.lemma(at).to_lowercase()) == Some(SourceKind::Document);
        let Some(noun) = by.filter(|_| document).and_then(|by| parse.child(by, Dep::Pobj)) else { continue };
        let source = Source::at(part, noun, lexicon);
        if source.speaks {
            return Some(raw(at, at..by.map_or(at, |by| by) + 1, source, Vec::new(), "attribution/statement-by"));
        }
    }
    None
}

fn raw(head: usize, cue: Range<usize>, source: Source, content: Vec<Range<usize>>, rule: &'static str) -> Raw {
    Raw {
        head,
        cue,
        source: Some(source),
        relative: None,
        phrase_said: false,
        outlet: None,
        content,
        stance: Stance::Asserts,
        modality: Modality::Fact,
        chain: true,
        speech: false,
        only_says: true,
        rule,
    }
}
