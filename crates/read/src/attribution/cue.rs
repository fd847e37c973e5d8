//! Which words of one part mark a source, who is the source, and what do they cover?
//!
//! "The mayor said rebels had left." → cue `said`, source `mayor`, content `rebels had left`. Pronouns are not followed and
//! nothing is carried from one sentence to the next here; see `carry`.

use super::source::{Source, is_measure, object_of, phrase, trim};
use super::verb::{
    antecedent, clause_verb, dictionary_forms, is_negated, is_passive, is_verbal, own_subject, subject, verb_words,
};
use crate::PartText;
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Cue, CueClass, HedgeClass, Lexicon, Place, Reach};
use model::{Modality, SourceKind, Stance};
use std::ops::Range;

/// An attribution inside one part, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    /// The word that heads the cue.
    pub head: usize,
    /// The words of the cue.
    pub cue: Range<usize>,
    /// Who says it; `None` when nobody is named.
    pub source: Option<Source>,
    /// The relative pronoun that stands for the source in the clause of the cue.
    pub relative: Option<usize>,
    /// True when a phrase is itself what is said, as the deed that somebody is blamed for or the object of "announced".
    pub phrase_said: bool,
    /// The outlet or platform it was said to: `told Reuters`, `on Facebook`.
    pub outlet: Option<Source>,
    /// What is said.
    pub content: Vec<Range<usize>>,
    /// Where the source stands to it.
    pub stance: Stance,
    /// The distance of the text to it.
    pub modality: Modality,
    /// Whether it makes a link.
    pub chain: bool,
    /// True for a verb of saying that can govern a quotation.
    pub speech: bool,
    /// True when the cue itself is no deed: `said`, unlike `accused`.
    pub only_says: bool,
    /// Name of the pattern.
    pub rule: &'static str,
}

/// The attributions of a part, in order of their cues.
pub(crate) fn read(part: &PartText, lexicon: &Lexicon) -> Vec<Raw> {
    let parse = &part.parse;
    let mut all = Vec::new();
    for at in 0..parse.len() {
        match parse.pos(at) {
            Pos::Verb | Pos::Aux if parse.dep(at) != Dep::Amod => {
                all.extend(citing(part, at, lexicon).or_else(|| verb(part, at, lexicon)))
            }
            Pos::Noun => all.extend(noun(part, at, lexicon)),
            Pos::Adv => all.extend(adverb(part, at, lexicon)),
            _ if parse.dep(at) == Dep::Amod => all.extend(adjective(part, at, lexicon)),
            _ => {}
        }
        all.extend(preposition(part, at, lexicon));
    }
    all.extend(statement(part, lexicon));
    let colons = colons(part, &all, lexicon);
    all.extend(colons);
    all
}

/// "citing two officers": who stands behind what is said around it.
fn citing(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let lemma = parse.lemma(at);
    if !matches!(lemma, "cite" | "quote") || parse.tag(at) != Tag::Vbg {
        return None;
    }
    let noun = parse.child(at, Dep::Dobj)?;
    let source = Source::at(part, noun, lexicon);
    let said = |word: &str| parse.children(at).chain(parse.children(noun)).any(|child| parse.norm(child) == word);
    if !source.speaks || is_measure(parse, noun) || said("as") {
        return None;
    }
    let out = at..source.phrase.end;
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let clause = clause_verb(parse, parse.head(at));
    let above =
        if clause == at { Vec::new() } else { verb(part, clause, lexicon).map_or(Vec::new(), |raw| raw.content) };
    // "There were reports, citing X, that": what follows; otherwise what the governing cue says, or the clause itself.
    let that = (out.end..sentence.end.min(out.end + 3)).find(|&word| parse.norm(word) == "that");
    let content = match that {
        Some(that) => vec![trim(parse, that..sentence.end)],
        None if above.is_empty() => without(parse, sentence, out),
        None => above.into_iter().flat_map(|piece| without(parse, piece, out.clone())).collect(),
    };
    Some(Raw {
        head: at,
        cue: at..at + 1,
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
        rule: "attribution/citing",
    })
}

fn cue_of<'l>(parse: &Parse, class: CueClass, at: usize, lexicon: &'l Lexicon) -> Option<(&'l Cue, Range<usize>)> {
    let whole = if class == CueClass::Verb { verb_words(parse, at) } else { at..at + 1 };
    for form in dictionary_forms(parse, at) {
        for cue in lexicon.reporting.starting(class, &form) {
            let Some(second) = cue.lemma.split(' ').nth(1) else { return Some((cue, whole)) };
            let found = parse.children(at).find(|&child| {
                child > at
                    && parse.norm(child) == second
                    && matches!(
                        parse.dep(child),
                        Dep::Prt | Dep::Prep | Dep::Advmod | Dep::Acomp | Dep::Oprd | Dep::Ccomp | Dep::Dobj
                    )
            });
            if let Some(second) = found {
                return Some((cue, whole.start..whole.end.max(second + 1)));
            }
        }
    }
    None
}

fn verb(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let (cue, words) = cue_of(parse, CueClass::Verb, at, lexicon)?;
    // "the said village", "claimed territory": a participle before its noun reports nothing.
    if parse.dep(at) == Dep::Amod || parse.dep(at) == Dep::Compound {
        return None;
    }
    let passive = is_passive(parse, at);
    let speech = cue.places.iter().any(|place| matches!(place, Place::Clause | Place::Quote));
    let mut content = Vec::new();
    let mut rule = "attribution/reporting-verb";
    // "called on both sides to leave": the content stands after the second word of the cue.
    let second = cue.lemma.split(' ').nth(1);
    let mut phrase_said = false;
    for place in &cue.places {
        content = match (place, second) {
            (Place::Object, Some(word)) => content_of_verb(part, at, &Place::After(word.to_string()), passive),
            _ => content_of_verb(part, at, place, passive),
        };
        if !content.is_empty() {
            phrase_said = !matches!(place, Place::Clause | Place::Quote | Place::Infinitive | Place::Gerund);
            break;
        }
    }
    if content.is_empty()
        && speech
        && !passive
        && let Some(around) = around(parse, at, &words)
    {
        content = around;
        rule = "attribution/inserted-clause";
    }
    let agent = parse.child(at, Dep::Agent).and_then(|by| object_of(parse, by));
    let source = if passive { agent } else { inverted(part, at, lexicon).or_else(|| speaker(parse, at, lexicon)) };
    if source.is_some_and(|head| is_measure(parse, head)) {
        return None;
    }
    let source = source.map(|head| Source::at(part, head, lexicon));
    let hearsay = cue.reach == Reach::Hearsay;
    if hearsay && content.is_empty() {
        return None;
    }
    let source = source.filter(|_| !hearsay);
    if passive && source.is_none() {
        // Only words that keep their distance by themselves tell that somebody unnamed speaks.
        // "could be seen as" tells what may be said, not that it was said.
        let modal = parse.children(at).any(|child| parse.tag(child) == Tag::Md);
        let bare = cue.modality == Modality::Forecast || parse.dep(at) == Dep::Acl || modal;
        if content.is_empty() || bare || cue.reach != Reach::Chain {
            return None;
        }
        rule = "attribution/passive";
    }
    if !passive && !hearsay && source.is_none() {
        return None;
    }
    if content.is_empty() && !speech {
        return None;
    }
    let mut chain = match cue.reach {
        Reach::Chain | Reach::Hearsay => true,
        Reach::View => false,
        Reach::Evidence => source.as_ref().is_none_or(|source| source.speaks),
    };
    if let Some(source) = &source {
        // "It emerged that": a dummy subject is nobody.
        if parse.dep(source.head) == Dep::Expl {
            return None;
        }
        if cue.reach == Reach::Evidence && !source.speaks && !source.evidence {
            chain = false;
        }
    }
    let object = parse.child(at, Dep::Dobj);
    if cue.places.contains(&Place::Inside) {
        let report = object.filter(|&noun| {
            matches!(
                lexicon.sources.noun(parse.lemma(noun)),
                Some(SourceKind::Document | SourceKind::Recording | SourceKind::SocialMedia)
            )
        });
        report?;
        rule = "attribution/published";
    }
    let mut modality = cue.modality;
    if passive && source.is_none() && modality == Modality::Fact {
        modality = Modality::Claimed;
    }
    let mut stance = cue.stance;
    if is_negated(parse, at) {
        match stance {
            Stance::Asserts if cue.reach != Reach::View => {
                stance = Stance::Doubts;
                modality = Modality::Claimed;
            }
            Stance::Denies | Stance::Doubts => {
                stance = Stance::Asserts;
            }
            _ => {}
        }
    }
    let deed = cue.places.iter().any(|place| matches!(place, Place::After(word) if word == "for" || word == "of"))
        || matches!(modality, Modality::Planned)
        || stance != Stance::Asserts;
    let only_says = cue.reach != Reach::View && !deed && cue.places != [Place::Inside];
    let relative = own_subject(parse, at).filter(|&word| matches!(parse.tag(word), Tag::Wp | Tag::Wdt));
    Some(Raw {
        head: at,
        cue: words,
        relative,
        phrase_said,
        outlet: outlet(part, at, lexicon),
        source,
        content,
        stance,
        modality,
        chain,
        speech,
        only_says,
        rule,
    })
}

/// The source that follows an inverted verb of saying but that the parser did not take for its subject.
fn inverted(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let parse = &part.parse;
    let after = at.checked_sub(1).is_some_and(|before| matches!(parse.tag(before), Tag::Comma | Tag::CloseQuote));
    if !after || own_subject(parse, at).is_some() || at + 1 >= parse.len() {
        return None;
    }
    let noun = parse.children(at).find(|&child| {
        child > at
            && matches!(parse.dep(child), Dep::Dobj | Dep::Oprd | Dep::Attr | Dep::Appos | Dep::Dep | Dep::Npadvmod)
    })?;
    let next = parse.subtree(noun).start == at + 1 && matches!(parse.pos(noun), Pos::Propn | Pos::Noun);
    (next && !is_measure(parse, noun) && Source::at(part, noun, lexicon).speaks).then_some(noun)
}

/// The subject of a cue. A cue without one that a comma joins to a clause inside what another cue says goes on with the
/// source of that one: "He noted that the house had not voted, and mentioned a court."
fn speaker(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let head = parse.head(at);
    if parse.dep(at) == Dep::Conj && own_subject(parse, at).is_none() && parse.dep(head) == Dep::Ccomp {
        let outer = parse.head(head);
        let says = cue_of(parse, CueClass::Verb, outer, lexicon).is_some();
        let comma = (head + 1..at)
            .any(|between| parse.head(between) == head && parse.tag(between) == Tag::Comma && between + 3 > at);
        if says && comma && cue_of(parse, CueClass::Verb, head, lexicon).is_none() {
            return subject(parse, outer);
        }
    }
    subject(parse, at)
}

/// What a verb says, for one place of its content.
fn content_of_verb(part: &PartText, at: usize, place: &Place, passive: bool) -> Vec<Range<usize>> {
    let parse = &part.parse;
    let passive_subject = || {
        let subject = parse.child(at, Dep::Nsubjpass).map(|noun| antecedent(parse, noun));
        subject.filter(|&noun| parse.pos(noun) != Pos::Pron || parse.norm(noun) != "it")
    };
    // "the presence of officers that has been reported": the phrase before the clause, without it.
    let passive_phrase = |noun: usize| {
        let range = phrase(parse, noun);
        if range.contains(&at) && noun < at { trim(parse, range.start..parse.subtree(at).start) } else { range }
    };
    let clauses = |accept: &dyn Fn(usize) -> bool| -> Vec<Range<usize>> {
        parse
            .children(at)
            .filter(|&child| matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp) && accept(child))
            .map(|child| clause_range(parse, child, at))
            .collect()
    };
    match place {
        Place::Clause | Place::Quote => {
            let mut found = clauses(&|child| {
                parse.dep(child) == Dep::Ccomp
                    && !(parse.tag(child) == Tag::Vbg
                        && parse.child(child, Dep::Aux).is_none()
                        && child > at
                        && parse.child(child, Dep::Nsubj).is_none())
            });
            if found.is_empty() {
                // The parser may call a that-clause something else, or hang it on whom it is told; its marker tells.
                let told = parse.child(at, Dep::Dobj).filter(|_| !passive);
                found = parse
                    .children(at)
                    .chain(told.into_iter().flat_map(|noun| parse.children(noun)))
                    .filter(|&child| {
                        child > at
                            && matches!(parse.dep(child), Dep::Advcl | Dep::Relcl | Dep::Acl | Dep::Dep | Dep::Conj)
                            && parse.children(child).any(|mark| {
                                parse.dep(mark) == Dep::Mark && matches!(parse.norm(mark), "that" | "whether")
                            })
                    })
                    .map(|child| clause_range(parse, child, at))
                    .collect();
            }
            if let Some(first) = found.first().cloned()
                && first.end <= at
            {
                // "A, said X, and B": what follows the inserted cue goes on with what is said.
                for child in parse.children(at).filter(|&child| child > at && parse.dep(child) == Dep::Conj) {
                    if is_verbal(parse, child) && parse.child(child, Dep::Nsubj).is_none() {
                        found.push(trim(parse, parse.subtree(child)));
                    }
                }
            }
            found
        }
        Place::Infinitive => {
            let mut found = clauses(&|child| parse.children(child).any(|aux| aux < child && parse.tag(aux) == Tag::To));
            if found.is_empty() && !passive && parse.child(at, Dep::Dobj).is_none() {
                // "committed to send troops": the parser may take the infinitive for a purpose.
                let purpose = parse.children(at).find(|&child| {
                    parse.dep(child) == Dep::Advcl
                        && child > at
                        && parse.children(child).any(|to| parse.tag(to) == Tag::To && to == at + 1)
                });
                found.extend(purpose.map(|child| clause_range(parse, child, at)));
            }
            if passive && !found.is_empty() {
                found.extend(passive_subject().map(passive_phrase));
            }
            // "reported the general to be dead": the object is whom it is said of.
            if let Some(object) = parse.child(at, Dep::Dobj)
                && let Some(first) = found.first_mut()
                && object < first.start
                && !passive
            {
                first.start = parse.subtree(object).start;
            }
            found
        }
        Place::Gerund => clauses(&|child| parse.tag(child) == Tag::Vbg && child > at),
        Place::Object => {
            let noun = if passive {
                parse.child(at, Dep::Agent).and_then(|_| passive_subject())
            } else {
                parse.child(at, Dep::Dobj)
            };
            noun.map(|noun| trim(parse, parse.subtree(noun))).into_iter().collect()
        }
        Place::Passive => {
            let bare = passive && parse.child(at, Dep::Agent).is_none();
            passive_subject().filter(|_| bare).map(passive_phrase).into_iter().collect()
        }
        Place::Small => {
            let after = || parse.children(at).find(|&child| child > at && parse.dep(child) == Dep::Nsubj);
            let noun = if passive { passive_subject() } else { parse.child(at, Dep::Dobj).or_else(after) };
            let second = parse.children(at).filter(|&child| parse.dep(child) == Dep::Dobj).nth(1).filter(|_| !passive);
            let called = parse
                .child(at, Dep::Oprd)
                .or(second)
                .or_else(|| parse.child(at, Dep::Ccomp).filter(|&c| c > at && parse.child(c, Dep::Mark).is_none()));
            match (noun, called) {
                (Some(noun), Some(called)) => together(parse, noun, parse.subtree(called)),
                (None, Some(called)) => vec![trim(parse, parse.subtree(called))],
                // The parser takes a quoted adjective for a part of the object: called the deal "null and void".
                (Some(noun), None) if parse.subtree(noun).any(|word| parse.tag(word) == Tag::OpenQuote) => {
                    vec![trim(parse, parse.subtree(noun))]
                }
                _ => Vec::new(),
            }
        }
        Place::Inside => {
            let Some(noun) = parse.child(at, Dep::Dobj) else { return Vec::new() };
            parse
                .children(noun)
                .filter(|&child| child > noun && matches!(parse.dep(child), Dep::Acl | Dep::Relcl))
                .map(|child| trim(parse, parse.subtree(child)))
                .collect()
        }
        Place::Around => Vec::new(),
        Place::After(word) => {
            let object = if passive { passive_subject() } else { parse.child(at, Dep::Dobj) };
            let below: Vec<usize> = object.into_iter().chain([at]).flat_map(|owner| parse.children(owner)).collect();
            let prep = below
                .into_iter()
                .find(|&child| child > at && parse.dep(child) == Dep::Prep && parse.norm(child) == word.as_str());
            // Also where the parser hung it on the last of several objects: "criticized A, B and C for bombing".
            let deep = || {
                let range = parse.subtree(object?);
                range.into_iter().find(|&word_at| {
                    word_at > at
                        && parse.dep(word_at) == Dep::Prep
                        && parse.norm(word_at) == word.as_str()
                        && parse.child(word_at, Dep::Pcomp).is_some_and(|gerund| parse.tag(gerund) == Tag::Vbg)
                })
            };
            let prep = prep.or_else(deep);
            let Some(prep) = prep.filter(|&prep| {
                parse.children(prep).any(|inner| matches!(parse.dep(inner), Dep::Pcomp | Dep::Pobj | Dep::Amod))
            }) else {
                return Vec::new();
            };
            match object {
                Some(object) => together(parse, object, parse.subtree(prep)),
                None => vec![trim(parse, prep + 1..parse.subtree(prep).end.max(prep + 2))],
            }
        }
    }
}

/// An object and what is said of it: in one piece where they stand side by side.
fn together(parse: &Parse, noun: usize, said: Range<usize>) -> Vec<Range<usize>> {
    let object = parse.subtree(noun);
    if object.start <= said.start {
        return vec![trim(parse, object.start..object.end.max(said.end))];
    }
    vec![trim(parse, said), trim(parse, object)]
}

/// The words of a clause that hangs on a cue, without the cue.
fn clause_range(parse: &Parse, clause: usize, cue: usize) -> Range<usize> {
    let mut range = parse.subtree(clause);
    if clause < cue {
        range.end = range.end.min(cue);
        // The subject of an inverted or following cue is no content.
        if let Some(subject) =
            parse.children(cue).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass) && child < cue)
        {
            let start = parse.subtree(subject).start;
            if start > range.start {
                range.end = range.end.min(start);
            }
        }
    } else {
        range.start = range.start.max(cue + 1);
    }
    trim(parse, range)
}

/// The clause that an inserted cue stands in: "In Norland, the mayor said, the road is open." and "As the mayor said, …".
fn around(parse: &Parse, at: usize, words: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let inserted = match parse.dep(at) {
        Dep::Parataxis => true,
        Dep::Advcl => {
            parse.children(at).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "as")
                || parse.children(at).any(|mark| parse.norm(mark) == "as" && mark < at)
        }
        _ => false,
    };
    if inserted {
        let clause = parse.head(at);
        return Some(without(parse, parse.subtree(clause), core(parse, at, words)));
    }
    None.or_else(|| {
        // A short clause between a comma and the end of the sentence or another comma.
        let core = core(parse, at, words);
        let comma = |at: usize| matches!(parse.tag(at), Tag::Comma | Tag::CloseQuote | Tag::OpenQuote);
        let before = core.start > sentence.start && comma(core.start - 1);
        let ends = core.end >= sentence.end || matches!(parse.tag(core.end), Tag::Stop) || comma(core.end);
        (before && ends && core.start - sentence.start > 3 && core.contains(&words.start))
            .then(|| without(parse, sentence.clone(), core))
    })
}

/// The cue with its subject and what modifies it, as they stand together.
fn core(parse: &Parse, at: usize, words: &Range<usize>) -> Range<usize> {
    let mut range = words.clone();
    for child in parse.children(at) {
        let near = matches!(
            parse.dep(child),
            Dep::Nsubj
                | Dep::Nsubjpass
                | Dep::Mark
                | Dep::Npadvmod
                | Dep::Advmod
                | Dep::Dobj
                | Dep::Dative
                | Dep::Prep
                | Dep::Aux
        );
        if near && !matches!(parse.tag(child), Tag::Comma) {
            let below = parse.subtree(child);
            if below.end + 1 >= range.start && below.start <= range.end + 1 {
                range = range.start.min(below.start)..range.end.max(below.end);
            }
        }
    }
    range
}

/// What is left of a range when the cue is taken out.
fn without(parse: &Parse, whole: Range<usize>, out: Range<usize>) -> Vec<Range<usize>> {
    let mut left = Vec::new();
    for piece in [whole.start..out.start.max(whole.start), out.end.min(whole.end)..whole.end] {
        if !piece.is_empty() {
            let piece = trim(parse, piece);
            if piece.clone().any(|at| !matches!(parse.pos(at), Pos::Punct | Pos::Space)) {
                left.push(piece);
            }
        }
    }
    left
}

/// The outlet or platform that something was said to or on.
fn outlet(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    let mut candidates: Vec<usize> = Vec::new();
    if parse.lemma(at) == "tell" {
        // Also where the parser ran the outlet into the name after it.
        let next = (at + 1..parse.len().min(at + 3)).find(|&word| parse.pos(word) == Pos::Propn);
        if let Some(word) = next.filter(|&word| lexicon.sources.is_outlet(parse.word(word))) {
            let names = vec![(word..word + 1, word)];
            return Some(Source { head: word, phrase: word..word + 1, names, ..Source::at(part, word, lexicon) });
        }
    }
    for child in parse.children(at) {
        match parse.dep(child) {
            Dep::Dobj | Dep::Dative if parse.lemma(at) == "tell" || parse.lemma(at) == "inform" => {
                candidates.push(child);
            }
            Dep::Prep => {
                let Some(object) = object_of(parse, child) else { continue };
                match parse.norm(child) {
                    "on" | "via" | "through" | "to" | "by" => candidates.push(object),
                    // "in an interview with the Halden Post"
                    "in" | "during" => {
                        for with in
                            parse.children(object).filter(|&with| matches!(parse.norm(with), "with" | "to" | "on"))
                        {
                            candidates.extend(object_of(parse, with));
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    candidates.into_iter().map(|noun| Source::at(part, noun, lexicon)).find(|source| match source.kind {
        SourceKind::Outlet => parse.pos(source.head) == Pos::Propn,
        SourceKind::SocialMedia => parse.pos(source.head) == Pos::Propn,
        _ => false,
    })
}

fn noun(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let (cue, _) = cue_of(parse, CueClass::Noun, at, lexicon)?;
    let mut content: Vec<Range<usize>> = Vec::new();
    let clause = parse.children(at).find(|&child| {
        child > at
            && matches!(parse.dep(child), Dep::Acl | Dep::Ccomp | Dep::Relcl | Dep::Appos)
            && parse
                .children(child)
                .any(|mark| parse.norm(mark) == "that" && (parse.dep(mark) == Dep::Mark || parse.tag(mark) == Tag::In))
    });
    // "There were reports, citing the mayor, that": the clause may hang on the verb.
    let verb = parse.head(at);
    let loose = || {
        let dummy = parse.dep(at) == Dep::Attr && parse.children(verb).any(|child| parse.dep(child) == Dep::Expl);
        let cited = parse
            .children(verb)
            .filter(|&child| parse.dep(child) == Dep::Advcl)
            .flat_map(|child| parse.children(child));
        let clause = parse.children(verb).chain(parse.children(at)).chain(cited).find(|&child| {
            child > at
                && is_verbal(parse, child)
                && parse
                    .children(child)
                    .any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that" && mark > at)
        })?;
        let mark = parse.children(clause).find(|&mark| parse.norm(mark) == "that")?;
        dummy.then(|| trim(parse, mark..parse.subtree(clause).end))
    };
    // "resulted in speculation that": the clause stands right behind the noun, wherever the parser hung it.
    let behind = || {
        let mark =
            (at + 1..parse.len().min(at + 4)).find(|&next| !matches!(parse.pos(next), Pos::Space | Pos::Punct))?;
        let clause = parse.head(mark);
        let opens = parse.norm(mark) == "that"
            && parse.dep(mark) == Dep::Mark
            && parse.sentence_of(mark) == parse.sentence_of(at);
        opens.then(|| trim(parse, mark..parse.subtree(clause).end))
    };
    let loose = || loose().or_else(behind);
    if cue.places.contains(&Place::Clause) {
        content.extend(clause.map(|child| trim(parse, parse.subtree(child))).or_else(loose));
    }
    for place in &cue.places {
        let Place::After(word) = place else { continue };
        if !content.is_empty() {
            break;
        }
        if word == "to" {
            let infinitive = parse.children(at).find(|&child| {
                child > at
                    && parse.dep(child) == Dep::Acl
                    && parse.children(child).any(|to| parse.tag(to) == Tag::To && to < child)
            });
            content.extend(infinitive.map(|child| trim(parse, parse.subtree(child))));
            continue;
        }
        let prep =
            parse.children(at).find(|&child| child > at && parse.dep(child) == Dep::Prep && parse.norm(child) == word);
        if let Some(prep) = prep {
            for inner in parse.children(prep).filter(|&c| matches!(parse.dep(c), Dep::Pcomp | Dep::Pobj)) {
                // "the report of the ministry" names whose report it is.
                if parse.pos(inner) == Pos::Propn || lexicon.sources.noun(parse.lemma(inner)).is_some() {
                    continue;
                }
                content.push(trim(parse, parse.subtree(inner)));
            }
        }
    }
    if content.is_empty() {
        return None;
    }
    let owner = owner_of(part, at, lexicon);
    let mut chain = cue.reach != Reach::View;
    if owner.is_none() && cue.modality == Modality::Fact {
        chain = false;
    }
    let words = at..at + 1;
    Some(Raw {
        head: at,
        cue: words,
        source: owner,
        relative: None,
        phrase_said: false,
        outlet: None,
        content,
        stance: cue.stance,
        modality: cue.modality,
        chain,
        speech: false,
        only_says: chain && cue.modality != Modality::Planned,
        rule: "attribution/noun",
    })
}

/// "The mayor welcomed the news:" before a quotation or at the end of a part: the colon alone hands over to the subject.
fn colons(part: &PartText, known: &[Raw], lexicon: &Lexicon) -> Vec<Raw> {
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

/// "The ministry released the following statement:" at the end of a part, before what it says.
fn statement(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let last = (0..parse.len()).rev().find(|&at| parse.pos(at) != Pos::Space).filter(|&at| parse.norm(at) == ":")?;
    let sentence = parse.sentences()[parse.sentence_of(last)].clone();
    sentence.rev().find_map(|at| {
        let verb = clause_verb(parse, at);
        let document = lexicon.sources.noun(&parse.lemma(at).to_lowercase()) == Some(SourceKind::Document);
        if !document || parse.pos(at) != Pos::Noun || !is_verbal(parse, verb) {
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
            outlet: None,
            content: Vec::new(),
            stance: Stance::Asserts,
            modality: Modality::Fact,
            chain: true,
            speech: true,
            only_says: false,
            rule: "attribution/statement",
        })
    })
}

/// Whose report, claim or statement a noun is.
fn owner_of(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    let usable = |head: usize| Some(Source::at(part, head, lexicon)).filter(|source| source.speaks);
    for child in parse.children(at) {
        let found = match parse.dep(child) {
            Dep::Poss => usable(child),
            Dep::Prep if matches!(parse.norm(child), "by" | "from") => object_of(parse, child).and_then(usable),
            Dep::Agent => object_of(parse, child).and_then(usable),
            Dep::Acl if parse.tag(child) == Tag::Vbn => {
                parse.child(child, Dep::Agent).and_then(|by| object_of(parse, by)).and_then(usable)
            }
            Dep::Compound | Dep::Amod | Dep::Nmod => {
                let noun = lexicon.sources.noun(parse.lemma(child));
                let name = parse.name_of(child).is_some_and(|name| {
                    use language::NameLabel::*;
                    matches!(name.label, Gpe | Norp | Org | Person)
                });
                (noun.is_some() || name).then(|| Source::at(part, child, lexicon))
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    // "X made allegations that": the subject of the verb that the noun is the object of.
    let verb = parse.head(at);
    if parse.dep(at) == Dep::Dobj && is_verbal(parse, verb) && !is_passive(parse, verb) {
        let makes =
            ["make", "issue", "publish", "release", "repeat", "reiterate", "give", "renew", "voice", "express", "put"];
        if makes.contains(&parse.lemma(verb)) {
            return subject(parse, verb).and_then(usable);
        }
    }
    None
}

/// `reportedly`: somebody unnamed says so.
fn adverb(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let hedge = lexicon.hedges.get(HedgeClass::Adverb, &parse.norm(at).to_lowercase()).filter(|hedge| hedge.unnamed)?;
    let lexicon::Hedging::Is(modality) = hedge.makes else { return None };
    let clause = match parse.dep(at) {
        Dep::Advmod if !is_verbal(parse, parse.head(at)) => parse.head(at),
        _ => clause_verb(parse, at),
    };
    // A joined clause with a subject of its own is out of its reach.
    let mut whole = parse.subtree(clause);
    for child in parse.children(clause).filter(|&child| child > at && parse.dep(child) == Dep::Conj) {
        if is_verbal(parse, child) && own_subject(parse, child).is_some() {
            whole.end = whole.end.min(parse.subtree(child).start);
        }
    }
    let content = without(parse, whole, at..at + 1);
    Some(unnamed(at, content, modality, "attribution/adverb"))
}

/// `the alleged attack`: somebody unnamed says so.
fn adjective(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let find = |form: &String| lexicon.hedges.get(HedgeClass::Adjective, form);
    let hedge = dictionary_forms(parse, at).iter().find_map(find).filter(|hedge| hedge.unnamed)?;
    let lexicon::Hedging::Is(modality) = hedge.makes else { return None };
    if parse.dep(at) != Dep::Amod {
        return None;
    }
    let noun = parse.head(at);
    let content = without(parse, parse.subtree(noun), at..at + 1);
    Some(unnamed(at, content, modality, "attribution/adjective"))
}

fn unnamed(at: usize, content: Vec<Range<usize>>, modality: Modality, rule: &'static str) -> Raw {
    Raw {
        head: at,
        cue: at..at + 1,
        source: None,
        relative: None,
        phrase_said: false,
        outlet: None,
        content,
        stance: Stance::Asserts,
        modality,
        chain: true,
        speech: false,
        only_says: true,
        rule,
    }
}

/// `According to X, …`
fn preposition(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let first = parse.norm(at).to_lowercase();
    for cue in lexicon.reporting.starting(CueClass::Preposition, &first) {
        let words: Vec<&str> = cue.lemma.split(' ').collect();
        if at + words.len() >= parse.len()
            || !words.iter().enumerate().all(|(i, word)| parse.norm(at + i).eq_ignore_ascii_case(word))
        {
            continue;
        }
        if words.len() == 1 && (parse.dep(at) != Dep::Prep || !starts_or_follows_comma(parse, at)) {
            continue;
        }
        let last = at + words.len() - 1;
        let noun = object_of(parse, last).filter(|&noun| noun > last)?;
        let source = Source::at(part, noun, lexicon);
        if words.len() == 1 && !source.speaks {
            continue;
        }
        let out = at..source.phrase.end.max(noun + 1);
        let sentence = parse.sentences()[parse.sentence_of(at)].clone();
        let mut head = clause_verb(parse, parse.head(at));
        if out.contains(&head) {
            head = at;
        }
        let closing = (out.end..sentence.end).all(|at| matches!(parse.pos(at), Pos::Punct | Pos::Space));
        let opening = (sentence.start..at).all(|at| {
            matches!(parse.pos(at), Pos::Punct | Pos::Space) || matches!(parse.norm(at), "and" | "but" | "also")
        });
        // At either end of the sentence it covers the whole of it, inside only its clause.
        let whole = if opening || closing || head == at { sentence } else { parse.subtree(head) };
        let content = without(parse, whole, out.clone());
        return Some(Raw {
            head: at,
            cue: at..last + 1,
            source: Some(source),
            relative: None,
            phrase_said: false,
            outlet: None,
            content,
            stance: cue.stance,
            modality: cue.modality,
            chain: true,
            speech: false,
            only_says: true,
            rule: "attribution/according-to",
        });
    }
    None
}

fn starts_or_follows_comma(parse: &Parse, at: usize) -> bool {
    let start = parse.sentences()[parse.sentence_of(at)].start;
    at == start || matches!(parse.tag(at - 1), Tag::Comma | Tag::OpenBracket)
}
