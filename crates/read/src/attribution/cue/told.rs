//! What does a verb say, by one line of the table?
//!
//! "The mayor *said* rebels had left." → `rebels had left`, at the place for clauses; "Rebels, the mayor *said*, had left." → the two
//! pieces around the inserted words.

use super::super::content::{around, content_of_verb};
use super::super::source::trim;
use super::line::Line;
use crate::{class, grammar};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass, Place};
use model::SourceKind;
use std::ops::Range;

/// What a verb says.
pub(super) struct Told<'l> {
    /// Its words; empty where a quotation is still to be found.
    pub content: Vec<Range<usize>>,
    /// The place of the line where it stands; `None` for what stands around the verb, or nowhere.
    pub place: Option<&'l Place>,
    /// True where the verb is inserted into what it says.
    pub inserted: bool,
}

impl Told<'_> {
    /// True where a phrase is itself what is said: "announced *the start of the raid*".
    pub(super) fn is_phrase(&self) -> bool {
        self.place.is_some_and(is_of_phrases)
    }
}

fn is_of_phrases(place: &Place) -> bool {
    !matches!(place, Place::Clause | Place::Quote | Place::Infinitive | Place::Gerund)
}

/// What a verb says; `words` are those of the cue.
pub(super) fn read<'l>(line: Line<'l>, words: &Range<usize>) -> Told<'l> {
    let Line { part, lexicon, .. } = line;
    if let Some((place, mut content)) = at_place(line) {
        if is_of_phrases(place) {
            content = content.into_iter().map(|piece| without_medium(&part.parse, piece, lexicon)).collect();
        }
        return Told { content, place: Some(place), inserted: false };
    }
    let around = if can_be_inserted(line) { around(&part.parse, line.at, words) } else { None };
    Told { inserted: around.is_some(), content: around.unwrap_or_default(), place: None }
}

/// The first place of the line where something stands.
fn at_place(line: Line<'_>) -> Option<(&Place, Vec<Range<usize>>)> {
    // "reported the general to be dead": the infinitive tells more than the object alone.
    let mut places: Vec<&Place> = line.cue.places.iter().collect();
    places.sort_by_key(|place| match place {
        Place::Clause => 0,
        Place::Infinitive => 1,
        _ => 2,
    });
    places.into_iter().find_map(|place| {
        let mut content = content_at(line, place);
        without_doubt(line, place, &mut content);
        (!content.is_empty()).then_some((place, content))
    })
}

/// What stands at one place. "called on both sides to leave": the content stands after the second word of the cue.
fn content_at(line: Line, place: &Place) -> Vec<Range<usize>> {
    let Line { part, at, passive, .. } = line;
    match line.second() {
        Some(word) if *place == Place::Object && !is_object(line, word) && !is_particle(line, word) => {
            content_of_verb(part, at, &Place::After(word.to_string()), passive)
        }
        _ => content_of_verb(part, at, place, passive),
    }
}

/// "put the *toll* at forty": the second word is the object itself.
fn is_object(line: Line, second: &str) -> bool {
    let parse = &line.part.parse;
    parse.child(line.at, Dep::Dobj).is_some_and(|object| parse.norm(object) == second)
}

/// "ruled *out* an attack", "brushed *aside* the report": the object of the verb is what is said.
fn is_particle(line: Line, second: &str) -> bool {
    let Line { part, at, .. } = line;
    let parse = &part.parse;
    let beside = |at: usize| matches!(parse.dep(at), Dep::Prt | Dep::Advmod);
    parse.child(at, Dep::Dobj).is_some() && parse.children(at).any(|child| beside(child) && parse.norm(child) == second)
}

/// "cast doubt *on the report*": the doubt is a word of the cue.
fn without_doubt(line: Line, place: &Place, content: &mut [Range<usize>]) {
    let parse = &line.part.parse;
    if let (Place::After(word), Some(first)) = (place, content.first_mut())
        && first.len() > 2
        && line.second() == Some(parse.norm(first.start))
        && parse.norm(first.start + 1) == word.as_str()
    {
        *first = trim(parse, first.start + 2..first.end);
    }
}

/// True for a verb that can be inserted into what it says: "Rebels, the mayor *said*, had left".
fn can_be_inserted(line: Line) -> bool {
    line.speech()
        && (!line.passive || is_as_told_by(line))
        && ![describes_somebody, is_conditional, does_besides].iter().any(|sign| sign(line))
}

/// "As reported by the Halden Post, …" is inserted as "as the Halden Post reported" is.
fn is_as_told_by(line: Line) -> bool {
    let parse = &line.part.parse;
    parse.dep(line.at) == Dep::Advcl && parse.child(line.at, Dep::Agent).is_some()
}

/// "The union, *who objected* to the war, left": what describes somebody says nothing of the rest.
fn describes_somebody(line: Line) -> bool {
    let parse = &line.part.parse;
    parse.children(line.at).any(|child| parse.dep(child) == Dep::Nsubj && grammar::is_relative(parse, child))
}

/// "If the clan attacks, the army will respond" says nothing.
fn is_conditional(line: Line) -> bool {
    let parse = &line.part.parse;
    parse.children(line.at).any(|child| parse.tag(child) == Tag::Md)
}

/// "discussed arms, *countering terrorism* and trade": something is done there, and nothing said.
fn does_besides(line: Line) -> bool {
    let parse = &line.part.parse;
    let people = |object| class::fits(parse, line.lexicon, object, &[NounClass::People]);
    parse.tag(line.at) == Tag::Vbg && parse.child(line.at, Dep::Dobj).is_some_and(|object| !people(object))
}

/// "the raid in a statement by its spokesman": the statement is how it was said, not what was said.
fn without_medium(parse: &Parse, piece: Range<usize>, lexicon: &Lexicon) -> Range<usize> {
    let medium = piece.clone().skip(1).find(|&prep| {
        parse.dep(prep) == Dep::Prep
            && matches!(parse.norm(prep), "in" | "on" | "via" | "through")
            && parse.child(prep, Dep::Pobj).is_some_and(|noun| {
                parse.pos(noun) == Pos::Noun
                    && matches!(
                        lexicon.sources.noun(parse.lemma(noun)),
                        Some(SourceKind::Document | SourceKind::Recording | SourceKind::SocialMedia)
                    )
            })
    });
    medium.map_or(piece.clone(), |prep| trim(parse, piece.start..prep))
}

/// Who says it is no part of what is said: "*Rebels had left*, the mayor of Halden said".
pub(super) fn without_teller(parse: &Parse, head: usize, content: &mut [Range<usize>]) {
    let phrase = parse.subtree(head);
    for piece in content
        .iter_mut()
        .filter(|piece| piece.start < phrase.start && piece.contains(&head) && piece.end <= phrase.end)
    {
        *piece = trim(parse, piece.start..phrase.start);
    }
}
