//! Who speaks a quotation, and how far does a whole statement reach?
//!
//! A quotation belongs to the cue whose content it overlaps; without one it goes on with the speaker of the quotation before,
//! or with a cue that ends the part before it with a colon. Otherwise it is nobody's.

use super::address::{ADDRESS, SIGNATORY, is_line};
use super::carry::Voice;
use super::handover::{COLON, STATEMENT, STATEMENT_BY, TURN, closing};
use super::quotation::Quotation;
use super::verb::is_verbal;
use crate::PartText;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::Lexicon;
use model::{PartRole, SourceKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// Gives quotations to their speakers.
pub(crate) fn speak(parts: &[PartText], quotations: &[Quotation], voices: &mut [Voice]) {
    let mut last: Option<(usize, &Quotation)> = None;
    for (index, quotation) in quotations.iter().enumerate() {
        let part = &parts[quotation.part];
        let parse = &part.parse;
        let first = parse.sentence_of(quotation.tokens.start);
        let overlap = |voice: &Voice| voice.content.iter().any(|piece| piece.overlaps(quotation.span));
        let is_speech = is_speech(parse, quotation);
        let speaker = beside(part, quotation, voices);
        // What any other cue of the sentence covers ("called it …") is not the speech of the one before.
        let taken = voices.iter().any(|voice| {
            let outside = voice.part != quotation.part || !quotation.tokens.contains(&voice.raw.head);
            voice.raw.chain && voice.raw.source.is_some() && outside && overlap(voice)
        });
        let carries = is_speech && !taken;
        let opens = carries && quotation.open && !quotation.goes_on && quotation.tokens.start <= 1;
        let speaker = speaker
            .or_else(|| opens.then(|| closes(parts, &quotations[index..], voices)).flatten())
            .or_else(|| carries.then(|| goes_on(parts, quotation, voices, last, first)).flatten());
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

/// The speaker whom a cue in the sentence of a quotation names.
fn beside(part: &PartText, quotation: &Quotation, voices: &[Voice]) -> Option<usize> {
    let parse = &part.parse;
    let first = parse.sentence_of(quotation.tokens.start);
    let end = parse.sentence_of(quotation.tokens.end - 1);
    let sentences = parse.sentences();
    let mut reach = sentences[first].start..sentences[end].end;
    // "We hold the town," Brig. | Gen. Osei said: a comma before the mark says that the speaker follows, also where the
    // full stop of a rank was taken for the end of the sentence.
    let comma = quotation.tokens.end.checked_sub(1).is_some_and(|at| parse.tag(at) == Tag::Comma);
    if comma
        && sentences[end].end <= quotation.tokens.end + RANK
        && let Some(next) = sentences.get(end + 1)
    {
        reach.end = next.end;
    }
    let candidates = |voice: &Voice| {
        voice.part == quotation.part
            && voice.raw.speech
            && voice.raw.rule != "attribution/passive"
            && !quotation.tokens.contains(&voice.raw.head)
    };
    let overlap = |voice: &Voice| voice.content.iter().any(|piece| piece.overlaps(quotation.span));
    let near = |voice: &Voice| distance(voice.raw.head, &quotation.tokens);
    let said = |voice: &&Voice| candidates(voice) && reach.contains(&voice.raw.head) && overlap(voice);
    let leads = |voice: &&Voice| {
        is_speech(parse, quotation)
            && candidates(voice)
            && voice.content.is_empty()
            && (reach.contains(&voice.raw.head) || leads_in(parse, voice.raw.head, quotation))
    };
    let nearest = |fits: &dyn Fn(&&Voice) -> bool| {
        voices
            .iter()
            .enumerate()
            .filter(|(_, voice)| fits(voice))
            .min_by_key(|(_, voice)| near(voice))
            .map(|(at, _)| at)
    };
    nearest(&said).or_else(|| nearest(&leads))
}

/// The speaker whom the end of a quotation over several paragraphs names, of which these are the first and what follows it.
fn closes(parts: &[PartText], run: &[Quotation], voices: &[Voice]) -> Option<usize> {
    let last = run.windows(2).take_while(|pair| pair[0].open && pair[1].goes_on).last().map(|pair| &pair[1])?;
    beside(&parts[last.part], last, voices)
}

/// Tokens at most before the colon of a turn.
const NAME: usize = 7;
/// Tokens of a mark and a rank that may stand between a quotation and the rest of its sentence.
const RANK: usize = 5;

fn distance(at: usize, tokens: &Range<usize>) -> usize {
    if at < tokens.start { tokens.start - at } else { at.saturating_sub(tokens.end) }
}

/// True when the quotation can stand by itself: it has a verb with a subject, or several words and a stop.
pub(crate) fn is_speech(parse: &Parse, quotation: &Quotation) -> bool {
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
            // Nor is what the full stop of a rank left of the speaker's own words: "Brig. | Gen. Osei said."
            let cue = (voices[at].part == quotation.part).then(|| parse.sentence_of(voices[at].raw.head));
            (first + 1..=sentence).filter(|&at| at == sentence || says(at) && Some(at) != cue).count()
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
    if fills(parse, quotation) {
        let speaks = |voice: &Voice| {
            voice.part == before
                && voice.raw.chain
                && voice.raw.speech
                && voice.raw.source.as_ref().is_some_and(|source| !source.evidence)
                && !voice.content.is_empty()
        };
        // So does one behind a paragraph that was nothing else either.
        let spoken = last.filter(|(_, quoted)| quoted.part == before && fills(&parts[before].parse, quoted));
        return voices.iter().rposition(speaks).or(spoken.map(|(at, _)| at));
    }
    None
}

/// True for a quotation that is all there is in its paragraph.
fn fills(parse: &Parse, quotation: &Quotation) -> bool {
    let words = parse.tokens().iter().filter(|token| token.pos != Pos::Punct && token.pos != Pos::Space);
    quotation.tokens.start <= 1 && quotation.tokens.len() >= words.count()
}

/// The cue with which a part ends, when its last mark hands over or all of it names whose statement follows.
fn opener(part: &PartText, index: usize, voices: &[Voice]) -> Option<usize> {
    let parse = &part.parse;
    let titled = voices.iter().position(|voice| voice.part == index && voice.raw.rule == STATEMENT_BY);
    if titled.is_some() {
        return titled;
    }
    let sentence = parse.sentence_of(closing(parse)?);
    voices.iter().enumerate().rev().find_map(|(at, voice)| {
        let here = voice.part == index && parse.sentence_of(voice.raw.head) == sentence;
        (here && voice.raw.speech && voice.raw.source.is_some()).then_some(at)
    })
}

/// Whole statements: what follows "The minister said:", and the text under "Statement by the minister".
///
/// `starts`: by part, where below it a speech begins.
pub(crate) fn statements(
    parts: &[PartText],
    quotations: &[Quotation],
    voices: &mut [Voice],
    starts: &[Option<usize>],
    lexicon: &Lexicon,
) {
    let spoken = speeches(parts, quotations, voices, starts);
    for index in 0..parts.len() {
        inline(parts, index, quotations, voices);
        let (start, starts_below) = (first_said(parts, index, voices), starts[index].is_some());
        let Some(next) = parts.get(start).filter(|next| next.article == parts[index].article) else { continue };
        let marked = quotations.iter().any(|q| q.part == start && q.tokens.start <= 1);
        if let Some(at) = opener(&parts[index], index, voices)
            && !marked
            && !(spoken.contains(&start) || starts_below && voices[at].raw.rule == STATEMENT_BY)
            && !(voices[at].raw.rule == STATEMENT_BY
                && is_person(parts, &voices[at])
                && is_told_of(parts, start, &voices[at]))
            && (is_open(&parts[index].parse, &voices[at], lexicon) || in_first_person(parts, quotations, start))
            && next.role != PartRole::Heading
        {
            // The colon belongs to what follows: words before it in the same sentence are no content. A headline that names whose
            // statement it is does so for the whole text.
            let whole = voices[at].raw.rule == STATEMENT_BY && parts[index].role == PartRole::Headline;
            extend(parts, quotations, voices, at, start, whole);
        }
        let signed = voices.iter().position(|voice| voice.part == index && voice.raw.rule == SIGNATORY);
        let unsaid =
            signed.filter(|&at| !spoken.contains(&start) && !starts_below && !is_told_of(parts, start, &voices[at]));
        if let Some(at) = unsaid.filter(|_| (0..4).any(|next| in_first_person(parts, quotations, start + next))) {
            extend(parts, quotations, voices, at, start, true);
        }
        let turn = voices.iter().position(|voice| voice.part == index && voice.raw.rule == TURN);
        if let Some(at) = turn.filter(|&at| is_in_capitals(&parts[index], &voices[at])) {
            take_turn(parts, voices, at);
        }
    }
}

/// Gives each speech to the person whom a line or sentence over it names, and says which parts are spoken so.
fn speeches(
    parts: &[PartText],
    quotations: &[Quotation],
    voices: &mut [Voice],
    starts: &[Option<usize>],
) -> BTreeSet<usize> {
    let mut spoken = BTreeSet::new();
    let all: BTreeSet<usize> = starts.iter().flatten().copied().collect();
    for start in all {
        // A second "thank you" is in the speech that the first one opened.
        if spoken.contains(&start) {
            continue;
        }
        // Whoever is named last before it; in one line the one whose speech it is said to be.
        let above = |voice: &&(usize, &Voice)| {
            let part = voice.1.part;
            part < start && parts[part].article == parts[start].article
        };
        let rank = |rule: &str| [ADDRESS, SIGNATORY, STATEMENT_BY].iter().position(|known| *known == rule);
        let named = voices.iter().enumerate();
        let named = named.filter(|voice| above(&voice) && rank(voice.1.raw.rule).is_some());
        let Some((at, _)) = named.max_by_key(|(_, voice)| (voice.part, rank(voice.raw.rule))) else { continue };
        if is_told_of(parts, start, &voices[at]) {
            continue;
        }
        extend(parts, quotations, voices, at, start, true);
        let voice = &voices[at];
        let within = |part: &usize| voice.content.contains(&parts[*part].span(0..parts[*part].parse.len()));
        spoken.extend((start..parts.len()).take_while(within));
    }
    spoken
}

/// True for a turn of a transcript that writes its speakers large: "MR. OSEI:".
fn is_in_capitals(part: &PartText, voice: &Voice) -> bool {
    let name = voice.raw.source.as_ref().map_or(0..0, |source| source.phrase.clone());
    !name.is_empty() && !part.parse.span(name).of(part.parse.text()).chars().any(char::is_lowercase)
}

/// Adds to a turn the paragraphs up to the next one: "QUESTION: …".
fn take_turn(parts: &[PartText], voices: &mut [Voice], at: usize) {
    let here = voices[at].part;
    let turns = voices.iter().filter(|voice| voice.raw.rule == TURN).map(|voice| voice.part);
    let next = turns.filter(|&part| part > here).min();
    let voice = &mut voices[at];
    // "QUESTION:", "Q:": whoever it is, another one speaks.
    let asks = |parse: &Parse| {
        let large = |at: usize| parse.word(at).chars().all(|letter| !letter.is_lowercase());
        parse.len() > 1 && large(0) && (1..parse.len().min(NAME)).any(|at| parse.norm(at) == ":")
    };
    for (index, part) in parts.iter().enumerate().skip(voice.part + 1) {
        let other = part.article != parts[voice.part].article || part.role != PartRole::Paragraph;
        if other || part.parse.is_empty() || next == Some(index) || asks(&part.parse) {
            break;
        }
        let span = part.span(0..part.parse.len());
        voice.content.push(span);
        voice.asserted.push(span);
    }
}

/// True for a speaker whom the name finder takes for a person.
fn is_person(parts: &[PartText], voice: &Voice) -> bool {
    let head = voice.raw.source.as_ref().and_then(|source| source.names.first()).map(|(_, head)| *head);
    let name = head.and_then(|head| parts[voice.part].parse.name_of(head));
    name.is_some_and(|name| name.label == NameLabel::Person)
}

/// True for a speaker of whom the paragraphs from `start` on speak by name: he says nothing of them but what is quoted.
fn is_told_of(parts: &[PartText], start: usize, voice: &Voice) -> bool {
    let Some((_, head)) = voice.raw.source.as_ref().and_then(|source| source.names.first()) else { return false };
    let name = parts[voice.part].parse.word(*head);
    let article = parts[voice.part].article;
    let told = |part: &PartText| {
        let long = part.role == PartRole::Paragraph && !is_line(part);
        long && (0..part.parse.len()).any(|word| part.parse.word(word) == name)
    };
    parts.iter().skip(start).take_while(|part| part.article == article).any(told)
}

/// The part after another in which a statement begins that it announces: past the lines that tell where and when it was made.
fn first_said(parts: &[PartText], index: usize, voices: &[Voice]) -> usize {
    let named = |rule: &str| matches!(rule, STATEMENT_BY | SIGNATORY);
    let titled = voices.iter().any(|voice| voice.part == index && named(voice.raw.rule));
    let article = parts[index].article;
    let line = |at: &usize| parts.get(*at).is_some_and(|part| part.article == article && is_line(part));
    index + 1 + if titled { (index + 1..parts.len()).take_while(line).count() } else { 0 }
}

/// True for a voice whose words are still to come, by more than a colon: not "posted images of the blast:", nor "said that the town held:".
fn is_open(parse: &Parse, voice: &Voice, lexicon: &Lexicon) -> bool {
    let announced = matches!(voice.raw.rule, STATEMENT | STATEMENT_BY);
    let recording = |at: usize| lexicon.sources.noun(parse.entry(at)) == Some(SourceKind::Recording);
    let shows = || parse.child(voice.raw.head, Dep::Dobj).is_some_and(recording);
    announced || voice.raw.rule != COLON && voice.content.is_empty() && !shows()
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
            extend(parts, quotations, voices, at, index + 1, false);
        }
    }
}

/// Adds the parts from `start` on to what a voice says, up to the next heading, the next line that names whose statement follows, or the
/// end of the article.
fn extend(parts: &[PartText], quotations: &[Quotation], voices: &mut [Voice], at: usize, start: usize, whole: bool) {
    let titles: Vec<usize> =
        voices.iter().filter(|voice| voice.raw.rule == STATEMENT_BY).map(|voice| voice.part).collect();
    // "The captain, Dana Morrow, said:" ends what somebody said before him.
    let article = parts[voices[at].part].article;
    let mut later = (start + 1..parts.len()).take_while(|&part| !whole && parts[part].article == article);
    let other = later.find(|&part| opener(&parts[part], part, voices).is_some());
    let voice = &mut voices[at];
    for (index, part) in parts.iter().enumerate().skip(start) {
        let heading = matches!(part.role, PartRole::Headline | PartRole::Heading | PartRole::Caption);
        let marked = quotations.iter().any(|q| q.part == index && q.tokens.start <= 1);
        if part.article != parts[voice.part].article
            || heading && !whole
            || !whole && index > start && marked
            || part.parse.is_empty()
            || titles.contains(&index)
            || other == Some(index)
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
