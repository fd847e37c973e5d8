//! Through whom or where is it said, besides by the source?
//!
//! "The mayor told the Halden Post that rebels had left." → `Halden Post`; also who quotes, shows or interviews.

use super::super::source::{Source, object_of};
use super::super::verb::{is_passive, own_subject};
use crate::PartText;
use language::{Dep, Parse, Pos, Tag};
use lexicon::{CueClass, Lexicon};
use model::SourceKind;

/// The outlet of what a source says at a verb: whom it was said to, else who brought it to light, else who passes it on.
pub(super) fn read(part: &PartText, at: usize, source: Option<&Source>, lexicon: &Lexicon) -> Option<Source> {
    said_to(part, at, lexicon)
        .or_else(|| published(part, source?, lexicon))
        .or_else(|| relayed(part, at, source, lexicon))
}

/// The outlet that brought a recording or document to light: "The Halden Post published a video showing soldiers".
fn published(part: &PartText, source: &Source, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    if !matches!(source.kind, SourceKind::Recording | SourceKind::Document) || parse.pos(source.head) != Pos::Noun {
        return None;
    }
    let mut at = source.head;
    for _ in 0..5 {
        if !matches!(parse.dep(at), Dep::Dobj | Dep::Pobj | Dep::Prep | Dep::Acl | Dep::Advcl) {
            return None;
        }
        at = parse.head(at);
        if let Some(outlet) = own_subject(parse, at) {
            let outlet = Source::at(part, outlet, lexicon);
            return (outlet.kind == SourceKind::Outlet && !is_passive(parse, at)).then_some(outlet);
        }
    }
    None
}

/// Through whom the words of a source come: "the mayor, *quoted by* the Halden Post,", "in a statement *carried by* Radio Velna",
/// "documents *seen by* the Halden Post".
pub(crate) fn relayed(part: &PartText, at: usize, source: Option<&Source>, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    let medium = parse
        .children(at)
        .filter(|&child| parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "on"))
        .filter_map(|child| parse.child(child, Dep::Pobj));
    // "*Interviewed by* Radio Velna, the mayor said".
    let beside =
        parse.children(at).filter(|&child| parse.dep(child) == Dep::Advcl && is_participle(parse, child, lexicon));
    let behind = source.map(|source| source.head).into_iter().chain(medium);
    let behind = behind.filter_map(|noun| parse.children(noun).find(|&child| is_relay(parse, child, lexicon)));
    beside.chain(behind).find_map(|participle| {
        let by = parse.child(participle, Dep::Agent).and_then(|by| object_of(parse, by))?;
        let relay = Source::at(part, by, lexicon);
        (relay.speaks && parse.pos(relay.head) == Pos::Propn).then_some(relay)
    })
}

/// True for a participle behind a noun that says through whom its words come.
pub(in crate::attribution) fn is_relay(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(parse.dep(at), Dep::Acl | Dep::Relcl) && is_participle(parse, at, lexicon)
}

fn is_participle(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    parse.tag(at) == Tag::Vbn && lexicon.reporting.starting(CueClass::Participle, parse.norm(at)).next().is_some()
}

/// The outlet or platform that something was said to or on.
fn said_to(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Source> {
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
    // "was quoted *by the Halden Post* as saying"
    let quoted = parse.head(parse.head(at));
    if parse.dep(at) == Dep::Pcomp && parse.norm(parse.head(at)) == "as" && is_passive(parse, quoted) {
        candidates.extend(parse.child(quoted, Dep::Agent).and_then(|by| object_of(parse, by)));
    }
    for child in parse.children(at) {
        match parse.dep(child) {
            Dep::Dobj | Dep::Dative if parse.lemma(at) == "tell" || parse.lemma(at) == "inform" => {
                candidates.push(child);
            }
            // "was quoted as saying by the Halden Post"
            Dep::Agent if !is_passive(parse, at) => candidates.extend(object_of(parse, child)),
            Dep::Prep => {
                let Some(object) = object_of(parse, child) else { continue };
                match parse.norm(child) {
                    "on" | "via" | "through" | "to" | "by" => candidates.push(object),
                    // "wrote in the Halden Post", "in an interview with the Halden Post"
                    "in" | "during" => {
                        candidates.push(object);
                        for with in
                            parse.children(object).filter(|&with| matches!(parse.norm(with), "with" | "to" | "on"))
                        {
                            candidates.extend(object_of(parse, with));
                        }
                    }
                    _ => {}
                }
            }
            // "*Speaking to the Halden Post*, the mayor said"
            Dep::Advcl => candidates.extend(spoken_to(parse, child, lexicon)),
            Dep::Nsubj => candidates.extend(parse.children(child).flat_map(|clause| spoken_to(parse, clause, lexicon))),
            _ => {}
        }
    }
    candidates.into_iter().map(|noun| Source::at(part, noun, lexicon)).find(|source| match source.kind {
        SourceKind::Outlet => parse.pos(source.head) == Pos::Propn,
        SourceKind::SocialMedia => parse.pos(source.head) == Pos::Propn,
        _ => false,
    })
}

/// To whom or where somebody speaks, in a participle beside what he says: "speaking *to the Halden Post*", "writing *in the Halden
/// Post*".
fn spoken_to(parse: &Parse, clause: usize, lexicon: &Lexicon) -> impl Iterator<Item = usize> {
    let speaks = parse.tag(clause) == Tag::Vbg
        && lexicon.reporting.starting(CueClass::Verb, parse.entry(clause)).next().is_some();
    let leads = |child: &usize| matches!(parse.norm(*child), "to" | "with" | "on" | "in" | "for");
    let prepositions =
        parse.children(clause).filter(move |child| speaks && parse.dep(*child) == Dep::Prep && leads(child));
    prepositions.filter_map(|child| object_of(parse, child))
}
