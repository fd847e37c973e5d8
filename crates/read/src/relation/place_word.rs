//! Which words can tell of a place that lies in another, or of one in which others lie?
//!
//! "the *village* of *Velna*", "Kordun *province*": nouns for places and the names that stand by them, not "the *Battle* of Velna" or the
//! name of a party.

use super::{is_place_name, is_state_word, label};
use crate::claim::Setting;
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, TypeWord};

pub(super) fn is_place_noun(setting: Setting, at: usize) -> bool {
    setting.is_noun(at, NounClass::Place) || is_division(setting, at)
}

/// True for a noun for a province that is one for a body as well, with a name of no body behind it: "the *department* of Velna".
fn is_division(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let land = |child: usize| {
        child < at
            && (is_state_word(setting, child) || setting.lexicon.place_words.is_direction(parse.norm(child)))
            && parse.dep(child) == Dep::Amod
    };
    let name = || {
        let name = grammar::after(parse, at, "of").filter(|&name| parse.pos(name) == Pos::Propn)?;
        let known = is_place_name(parse, name) || parse.children(at).any(land);
        (known && !is_state_word(setting, name) && !is_known_party(setting, name)).then_some(name)
    };
    parse.pos(at) == Pos::Noun
        && setting.lexicon.places.type_word(parse.entry(at)) == Some(TypeWord::Division)
        && parse.child(at, Dep::Compound).is_none()
        && name().is_some()
}

pub(super) fn is_site_noun(setting: Setting, at: usize) -> bool {
    setting.is_noun(at, NounClass::Site)
}

pub(super) fn plural(parse: &Parse, at: usize) -> bool {
    parse.tag(at) == Tag::Nns
}

/// True for an adjective of a people or faith that is of no state: `Sand` in "the mostly Sand town" tells who lives there.
pub(super) fn is_community(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    label(parse, at) == Some(NameLabel::Norp) && parse.pos(at) == Pos::Adj && !is_state_word(setting, at)
}

/// True for the name of a deed: nothing lies in "the *Battle* of Velna".
pub(super) fn is_named_deed(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let deed = |word: usize| setting.is_noun(word, NounClass::Deed);
    let before = at.checked_sub(2).filter(|&before| parse.norm(at - 1) == "of" && parse.pos(before) == Pos::Propn);
    // "the Battle of Stone *River*"
    let first = parse.name_of(at).and_then(|name| name.tokens.clone().find(|&word| parse.pos(word) == Pos::Propn));
    let first = first.filter(|&first| first + 1 < at && parse.norm(first + 1) == "of");
    parse.pos(at) == Pos::Propn && (deed(at) || before.is_some_and(deed) || first.is_some_and(deed))
}

/// True for a place noun with its name before it: `province` in "Kordun province".
pub(super) fn is_named_by_noun(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    is_place_noun(setting, at)
        && parse
            .children(at)
            .any(|child| child + 1 == at && parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn)
}

/// True for the name of a place, and for a name of one word that could be one.
pub(super) fn could_be_place(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    // "killed *40 Tavani* in Velna"
    let counted = parse.child(at, Dep::Nummod).is_some_and(|number| number < at);
    is_place_name(parse, at)
        || is_name_of_place(setting, at)
        || parse.pos(at) == Pos::Propn
            && !counted
            && (class::fits(parse, setting.lexicon, at, &[NounClass::Place])
                || is_place_noun(setting, at)
                || is_site_noun(setting, at) && parse.child(at, Dep::Compound).is_some())
            && !is_known_party(setting, at)
            && setting.lexicon.titles.class(parse.lower(at)).is_none()
}

/// True for the name behind a noun for a town or a province, whatever the recogniser takes it for: "the village of *Velna*".
pub(super) fn is_name_of_place(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let noun = parse.head(parse.head(at));
    let town = || {
        let kind = setting.lexicon.places.type_word(parse.entry(noun));
        matches!(kind, Some(TypeWord::Settlement | TypeWord::Division))
            || is_place_noun(setting, noun) && parse.norm(noun) == "village"
    };
    parse.pos(at) == Pos::Propn
        && parse.dep(at) == Dep::Pobj
        && parse.norm(parse.head(at)) == "of"
        && parse.pos(noun) == Pos::Noun
        && town()
        && !is_known_party(setting, at)
}

/// True for a common noun for a town or a village.
pub(super) fn is_settlement(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.entry(at);
    let town = setting.lexicon.places.type_word(word) == Some(TypeWord::Settlement);
    // "called for a *political settlement* in Morvania" asks for an accord; "fled to a *settlement* in Morvania".
    let accord = setting.lexicon.nouns.is(word, NounClass::Accord);
    let stood_in =
        || setting.lexicon.place_words.is_preposition(parse.norm(parse.head(at))) && parse.dep(at) == Dep::Pobj;
    parse.pos(at) == Pos::Noun && (town || parse.norm(at) == "village") && (!accord || stood_in())
}

/// True for the name of a party that the recogniser may take for a place.
pub(super) fn is_known_party(setting: Setting, at: usize) -> bool {
    matches!(setting.known(at), Some(lexicon::Known::Actor(_)))
}
