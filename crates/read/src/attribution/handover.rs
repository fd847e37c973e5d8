//! Where does a text hand over to a speaker without a verb of saying?
//!
//! "The ministry released the following statement:", "The mayor welcomed the news: “…”", a line of a transcript, a signature
//! behind a quotation, and headlines such as `Ministry spokesman: Raids weakened the militia`.

use super::address::ADDRESS;
use super::cue::Raw;
use super::quotation::Quotation;
use super::source::{Source, is_measure, is_own_words, object_of};
use super::speech::is_speech;
use super::verb::{clause_verb, is_passive, is_verbal, own_subject, subject};
use crate::{PartText, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{CueClass, Lexicon};
use model::{Modality, PartRole, SourceKind, Stance};
use std::ops::Range;

/// "The mayor welcomed the news:" before a quotation or at the end of a part: the colon alone hands over to the subject.
pub(crate) fn colons(part: &PartText, known: &[Raw], lexicon: &Lexicon) -> Vec<Raw> {
    let parse = &part.parse;
    let hands_over = |at: usize| {
        let next = (at + 1..parse.len()).find(|&next| parse.pos(next) != Pos::Space);
        parse.norm(at) == ":" && next.is_none_or(|next| parse.tag(next) == Tag::OpenQuote || parse.word(next) == "“")
    };
    let mut found = Vec::new();
    for at in (1..parse.len()).filter(|&at| hands_over(at)) {
        let sentence = parse.sentences()[parse.sentence_of(at)].clone();
        let said = known.iter().any(|raw| raw.speech && sentence.contains(&raw.head) && raw.head < at);
        let verb = (sentence.start..at).find(|&word| is_verbal(parse, word) && own_subject(parse, word).is_some());
        let Some(verb) = verb.filter(|_| !said) else { continue };
        let source = subject(parse, verb).map(|head| Source::at(part, head, lexicon));
        let Some(source) = source.filter(|source| source.speaks && !source.evidence && !is_passive(parse, verb)) else {
            continue;
        };
        found.push(Raw {
            head: at,
            cue: at..at + 1,
            source: Some(source),
            relative: None,
            phrase_said: false,
            blames: false,
            outlet: None,
            content: Vec::new(),
            stance: Stance::Asserts,
            modality: Modality::Fact,
            chain: true,
            speech: true,
            only_says: false,
            rule: COLON,
        });
    }
    found
}

/// Name of the pattern in which a colon alone hands over to a speaker.
pub(crate) const COLON: &str = "attribution/colon";

/// The mark with which a part hands over to what stands below it: a colon, or a semicolon written for one. A bracket and a colon are one
/// word: "issued by the council (Kestria):"; and some end "made *the following statement*" with a full stop.
pub(crate) fn closing(parse: &Parse) -> Option<usize> {
    let last = (0..parse.len()).rev().find(|&at| parse.pos(at) != Pos::Space)?;
    let announced = |at: usize| {
        parse.norm(at) == "following" && parse.dep(at) == Dep::Amod && parse.norm(parse.head(at)) == "statement"
    };
    match parse.norm(last) {
        ":" | ";" | "):" => Some(last),
        "." => (0..last).any(announced).then_some(last),
        _ => None,
    }
}

/// "The ministry released the following statement:" at the end of a part, before what it says.
pub(crate) fn statement(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let last = closing(parse)?;
    if let Some((at, noun)) = attributable(parse) {
        let source = Source::at(part, noun, lexicon);
        let statement = Raw { speech: true, only_says: false, ..raw(at, at..at + 1, source, Vec::new(), STATEMENT) };
        return statement.source.as_ref().is_some_and(|source| source.speaks).then_some(statement);
    }
    let sentence = parse.sentences()[parse.sentence_of(last)].clone();
    // "The text of *the statement by the council* follows:", "The following is *a statement by the council*:"
    let follows = sentence.clone().any(|at| parse.lemma(at) == "follow" || parse.norm(at) == "following");
    if let Some(own) = issued(part, sentence.clone(), lexicon).filter(|_| follows) {
        return Some(own);
    }
    sentence.rev().find_map(|at| {
        let verb = clause_verb(parse, at);
        let document = lexicon.sources.noun(parse.entry(at)) == Some(SourceKind::Document);
        // "*law* enforcement agencies" issue none.
        let alone = parse.pos(at) == Pos::Noun && !matches!(parse.dep(at), Dep::Compound | Dep::Nmod);
        if !document || !alone || !is_verbal(parse, verb) {
            return None;
        }
        let agent = parse.child(verb, Dep::Agent).and_then(|by| object_of(parse, by));
        let head = if is_passive(parse, verb) { agent? } else { subject(parse, verb).filter(|&head| head != at)? };
        let source = Source::at(part, head, lexicon);
        source.speaks.then(|| Raw {
            head: at,
            cue: at..at + 1,
            source: Some(source),
            relative: None,
            phrase_said: false,
            blames: false,
            outlet: None,
            content: Vec::new(),
            stance: Stance::Asserts,
            modality: Modality::Fact,
            chain: true,
            speech: true,
            only_says: false,
            rule: STATEMENT,
        })
    })
}

/// Name of the pattern in which a statement is announced.
pub(crate) const STATEMENT: &str = "attribution/statement";

/// A line that only says whose statement follows: `Joint statement by the foreign ministers`, `Statement attributable to the spokesman`.
pub(crate) fn titled(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let says = |at: usize| {
        let finite = matches!(parse.pos(at), Pos::Verb | Pos::Aux) && !matches!(parse.tag(at), Tag::Vbn | Tag::Vbg);
        // "Statement on the vote *addressing* the raid": the tree may make a sentence of what the vote does.
        let alone = parse.tag(at) == Tag::Vbg && parse.child(at, Dep::Aux).is_none();
        parse.is_root(at) && (finite || !alone && parse.child(at, Dep::Nsubj).is_some())
    };
    if (0..parse.len()).any(says) {
        return None;
    }
    if let Some((at, noun)) = attributable(parse) {
        let source = issuing(part, noun, lexicon);
        return source.speaks.then(|| Raw { speech: true, ..raw(at, at..at + 1, source, Vec::new(), STATEMENT_BY) });
    }
    // "*Joint* statement", "*Press* statement": nothing else stands before it.
    // But whose it is: "*Osei's* statement".
    let opens = |issued: &Raw| {
        let whose = parse.child(issued.head, Dep::Poss).map_or(0..0, |owner| parse.subtree(owner));
        let beside = |at: usize| parse.head(at) == issued.head || parse.pos(at) == Pos::Punct || whose.contains(&at);
        (0..issued.head).all(beside)
    };
    let issued = issued(part, 0..parse.len(), lexicon).filter(opens)?;
    // "Osei's speech" may head a report on it: it is hers where what follows turns to those who hear it.
    let owner = parse.child(issued.head, Dep::Poss);
    let owned = issued.source.as_ref().is_some_and(|source| owner == Some(source.head));
    Some(Raw { only_says: true, rule: if owned { ADDRESS } else { STATEMENT_BY }, ..issued })
}

/// Name of the pattern in which a line names whose statement follows.
pub(crate) const STATEMENT_BY: &str = "attribution/statement-by";

/// Who issues a statement, without what it is on: "statement by the president | *on the raid*".
fn issuing(part: &PartText, noun: usize, lexicon: &Lexicon) -> Source {
    let parse = &part.parse;
    let mut source = Source::at(part, noun, lexicon);
    let on = |&at: &usize| at > noun && matches!(parse.norm(at), "about" | "concerning" | "on" | "regarding");
    let of = source.head + 1;
    // "attributable to the *Spokesman* for the Secretary-General": a capital makes no name of a role, and the tree may hang what it is
    // of on the word before it.
    if let [(words, head)] = &mut source.names[..]
        && words.len() == 1
        && of < parse.len()
        && matches!(parse.norm(of), "for" | "of" | "to")
        && lexicon.titles.class(parse.lower(*head)).is_some()
    {
        source.phrase.end = source.phrase.end.max(parse.subtree(of).end);
        words.end = source.phrase.end;
    }
    if let Some(end) = source.phrase.clone().find(on) {
        source.phrase.end = end;
        for (words, _) in &mut source.names {
            words.end = words.end.min(end).max(words.start + 1);
        }
    }
    source
}

/// The statement that some words tell of with who issued it: "*statement* on the raid *by the council*", "the *statement of the ministry*".
fn issued(part: &PartText, words: Range<usize>, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    // A book or an accord has authors; only a statement is said by them.
    let said = |at: usize| lexicon.reporting.starting(CueClass::Noun, parse.entry(at)).next().is_some();
    let noun = |at: usize| {
        matches!(parse.pos(at), Pos::Noun | Pos::Propn)
            && (is_own_words(parse, at, lexicon) && said(at) || lexicon.speeches.has(parse.entry(at)))
    };
    let at = words.clone().find(|&at| noun(at))?;
    let of = |by: &usize| matches!(parse.norm(*by), "of" | "from") && parse.head(*by) == at;
    let by = (at + 1..words.end).find(|&by| parse.norm(by) == "by").or_else(|| (at + 1..words.end).find(of));
    let issuer = by.and_then(|by| object_of(parse, by)).or_else(|| parse.child(at, Dep::Poss));
    let source = issuing(part, issuer?, lexicon);
    let statement = source.speaks && !source.evidence;
    statement.then(|| Raw { speech: true, only_says: false, ..raw(at, at..at + 1, source, Vec::new(), STATEMENT) })
}

/// Whose a statement is by "attributable to", with that word.
fn attributable(parse: &Parse) -> Option<(usize, usize)> {
    let at = (0..parse.len()).find(|&at| parse.norm(at) == "attributable")?;
    grammar::after(parse, at, "to").filter(|&noun| noun > at).map(|noun| (at, noun))
}

/// Name of the pattern in which the name before a turn speaks.
pub(crate) const TURN: &str = "attribution/transcript";

/// A line of a transcript: `OSEI: We hold the town.`
pub(crate) fn turn(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    if part.role == PartRole::Headline || part.role == PartRole::Heading {
        return None;
    }
    let start = (0..parse.len()).find(|&at| parse.pos(at) != Pos::Punct)?;
    let colon = (start + 1..parse.len().min(start + 7)).find(|&at| parse.norm(at) == ":")?;
    let name = (start..colon).all(|at| parse.pos(at) == Pos::Propn);
    let source = Source::at(part, colon - 1, lexicon);
    let person = matches!(source.kind, SourceKind::Person | SourceKind::Official) && parse.name_of(colon - 1).is_some();
    // "PORT AMEL: Rebels shelled …" says where a report was written.
    let town = parse.name_of(colon - 1).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc));
    let whole = colon + 3 < parse.len();
    // "MR. OSEI:", whatever the tagger takes the capitals for.
    let large = |at: usize| parse.word(at).chars().all(|letter| !letter.is_lowercase());
    let addressed = colon > start + 1
        && (start..colon).all(large)
        && lexicon.titles.class(parse.lower(start)).is_some()
        && parse.word(colon - 1).chars().all(char::is_alphabetic);
    let person = name && person && parse.sentence_of(start) == 0;
    (whole && !town && (addressed || person && source.speaks)).then(|| {
        let kind = if addressed { SourceKind::Person } else { source.kind };
        let first = if addressed { colon - 1 } else { start };
        let names = vec![(first..colon, colon - 1)];
        let source = Source { phrase: start..colon, names, kind, speaks: true, ..source };
        raw(colon, colon..colon + 1, source, said(colon + 1..parse.len()), TURN)
    })
}

/// A quotation with its author behind a dash: `"We hold the town." — Ruth Osei`.
pub(crate) fn signed(part: &PartText, index: usize, quotations: &[Quotation], lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let quotation = quotations.iter().rfind(|quotation| quotation.part == index && !quotation.open)?;
    let after = quotation.tokens.end..parse.len();
    let dash = after.clone().find(|&at| parse.word(at).chars().all(|c| "―—–-".contains(c)))?;
    let close = (after.start..dash).all(|at| matches!(parse.pos(at), Pos::Punct | Pos::Space));
    let first = (dash + 1..parse.len()).find(|&at| parse.pos(at) != Pos::Space)?;
    let name = (first..parse.len()).take_while(|&at| parse.pos(at) == Pos::Propn).last()?;
    let short = parse.len() - name <= 12;
    if !close || !short || !is_speech(parse, quotation) {
        return None;
    }
    let source = Source::at(part, name, lexicon);
    let source = Source { phrase: first..name + 1, names: vec![(first..name + 1, name)], ..source };
    Some(raw(dash, dash..dash + 1, source, said(quotation.tokens.clone()), "attribution/dash"))
}

/// `Ministry spokesman: Raids weakened the militia`.
pub(crate) fn headline(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
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
        if !verbs
            && source.speaks
            && finite
            && known
            && !bracket
            && !is_measure(parse, head)
            && !(0..colon).any(|at| lexicon.speeches.has(parse.entry(at)) || is_own_words(parse, at, lexicon))
            && !is_scene(part, colon, lexicon)
        {
            return Some(raw(colon, colon..colon + 1, source, said(colon + 1..parse.len()), "attribution/headline"));
        }
    }
    None
}

/// True for a place at the head of a headline that goes on with who says or does something there: "Kestria: UN envoy condemns raid".
fn is_scene(part: &PartText, colon: usize, lexicon: &Lexicon) -> bool {
    let parse = &part.parse;
    let place = parse.name_of(colon - 1).is_some_and(|name| {
        matches!(name.label, NameLabel::Gpe | NameLabel::Loc) && name.tokens.start <= 1 && name.tokens.end == colon
    });
    let says = |at: usize| {
        let title = lexicon.titles.class(parse.entry(at)).is_some();
        let named = parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Org | NameLabel::Person));
        matches!(parse.dep(at), Dep::Nsubj | Dep::Compound) && (title || named)
    };
    place && (colon + 1..parse.len().min(colon + 7)).any(says)
}

/// Content in one piece.
fn said(tokens: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(tokens).collect()
}

/// A cue that makes a link whose source is known.
pub(crate) fn raw(
    head: usize,
    cue: Range<usize>,
    source: Source,
    content: Vec<Range<usize>>,
    rule: &'static str,
) -> Raw {
    Raw {
        head,
        cue,
        source: Some(source),
        relative: None,
        phrase_said: false,
        blames: false,
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
