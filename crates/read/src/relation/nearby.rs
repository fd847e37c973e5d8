//! How far from what, or near what, does a place lie?
//!
//! "Velna, 14 km north of Ostrel", "the village is about 20 miles from the Kestrian border", "Velna, near the Kestrian border",
//! "Velna is in northern Kestria": the place lies in or near the one that the phrase names. Such phrases hang on anything in
//! the tree, so the words themselves are followed.

use super::location::Found;
use super::place_word::{
    could_be_place, is_known_party, is_name_of_place, is_named_by_noun, is_place_noun, is_site_noun, plural,
};
use super::{is_place_name, is_state_word};
use crate::frame::is_place;
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::NounClass;
use model::ClaimType;

pub(super) fn read(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let end = parse.name_of(at).map_or(at + 1, |name| name.tokens.end.max(at + 1));
    if end != at + 1 || end + 1 >= parse.len() || parse.dep(at) == Dep::Compound {
        return;
    }
    let named = could_be_place(setting, at) && !is_state_word(setting, at);
    if on_edge(found, at, end) {
        return;
    }
    // "Orl Tan, 20 miles north of Velna": whatever the name finder takes it for, only a place lies so.
    let unsure = parse.pos(at) == Pos::Propn
        && parse.word(at).starts_with(char::is_uppercase)
        && parse
            .child(at, Dep::Compound)
            .is_none_or(|before| setting.lexicon.titles.class(parse.lower(before)).is_none())
        && matches!(parse.dep(at), Dep::Pobj | Dep::Dobj | Dep::Conj)
        && !is_known_party(setting, at)
        && !is_state_word(setting, at);
    let noun =
        parse.pos(at) == Pos::Noun && !plural(parse, at) && (is_place_noun(setting, at) || is_site_noun(setting, at));
    if !(named || noun || unsure) {
        return;
    }
    let comma = matches!(parse.word(end), "," | "(");
    // "fighting *in Velna in* northern Kestria": both stand where it is.
    let beside = (is_place_name(parse, at) || is_name_of_place(setting, at))
        && matches!(parse.norm(end), "in" | "near")
        && matches!(parse.dep(at), Dep::Pobj | Dep::Dobj)
        && parse.head(end) != at
        && parse.dominates(parse.head(end), at);
    // "Velna, *a village* ten miles from Ostrel".
    let measured = noun
        && matches!(parse.dep(at), Dep::Appos | Dep::Attr)
        && (parse.pos(end) == Pos::Num || parse.pos(end) == Pos::Adv && parse.pos(end + 1) == Pos::Num);
    let said = parse.pos(end) == Pos::Aux && parse.lemma(end) == "be"
        || parse.pos(end) == Pos::Verb && parse.child(end, Dep::Dobj).is_none();
    let said = said && grammar::subject(parse, end) == Some(at) && !grammar::is_passive(parse, end);
    // "attacked Orl Tan *north of* Velna"
    let off = (named || unsure)
        && setting.lexicon.place_words.is_direction(parse.norm(end))
        && end + 1 < parse.len()
        && parse.norm(end + 1) == "of";
    if !comma && !said && !beside && !measured && !off {
        return;
    }
    let Some(lead) = lead(found, end + usize::from(comma || said)) else { return };
    let allowed = match lead.sort {
        Sort::Measured => named || noun || comma,
        Sort::Towards if off => true,
        _ if measured || !named && !noun => false,
        Sort::Beside if beside => true,
        Sort::Towards => named || comma,
        // "Brek, near Velna": only what is surely a place is near without a measure.
        Sort::Beside => {
            is_place_name(parse, at) && (comma || parse.pos(end) == Pos::Aux)
                || (parse.name_of(at).is_none() && named || is_name_of_place(setting, at)) && comma
        }
    };
    let surely = !matches!(lead.sort, Sort::Beside);
    let Some(outer) = outer(found, lead.next, surely).filter(|_| allowed) else { return };
    let first = (lead.next..outer).find(|&word| setting.lexicon.place_words.is_direction(parse.norm(word)));
    let exact = match first {
        Some(first) if lead.next + 1 >= first => vec![(outer, first..outer + 1)],
        _ => Vec::new(),
    };
    let inner = match parse.dep(at) {
        Dep::Appos if noun && parse.pos(parse.head(at)) == Pos::Propn => parse.head(at),
        Dep::Attr if measured => match grammar::subject(parse, parse.head(at)) {
            Some(subject) => subject,
            None => return,
        },
        _ => at,
    };
    found.add(lead.at, vec![inner], vec![outer], exact);
}

/// "Velna *on the Kestrian border*", "Tavan state, *near the border with Kestria*", "Fort Orl, *at the mouth of the Tavan River*": a place lies
/// where an edge or a part is that the words tell of what.
fn on_edge(found: &mut Found, at: usize, end: usize) -> bool {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let words = &setting.lexicon.place_words;
    let lead = end + usize::from(matches!(parse.word(end), "," | "("));
    let near = |at: usize| words.is_standing(parse.norm(at)) || parse.norm(at) == "by";
    if lead + 1 >= parse.len() || parse.dep(lead) != Dep::Prep || !near(lead) {
        return false;
    }
    // "*Morvanian territory* along the border" is no place of that name.
    let own = |&child: &usize| child + 1 == at && parse.pos(child) == Pos::Propn && !is_state_word(setting, child);
    let by_noun = is_named_by_noun(setting, at) && !plural(parse, at) && parse.children(at).any(|child| own(&child));
    let site = |word: usize| setting.lexicon.nouns.is(parse.lower(word), NounClass::Site);
    let called = || parse.name_of(at).is_some_and(|name| name.tokens.len() > 1 && name.tokens.clone().any(site));
    let named = is_place_name(parse, at) || is_name_of_place(setting, at) || called();
    if !(by_noun || named && parse.pos(at) == Pos::Propn) || is_state_word(setting, at) || is_known_party(setting, at) {
        return false;
    }
    // "ten miles from *Velna* on the coast", "north of the capital *Velna*, on the slopes": what is told so lies on the edge, not Velna.
    let before = |back: usize| parse.subtree(at).start.checked_sub(back).map_or("", |at| parse.norm(at));
    let off = |lead: &str, direction: &str| {
        lead == "from" || lead == "of" && words.is_preposition(direction) && words.is_relative(direction)
    };
    let above = parse.head(at);
    let capital = parse.dep(above) == Dep::Pobj && parse.pos(above) == Pos::Noun && parse.dep(at) != Dep::Pobj;
    let capital =
        || parse.subtree(above).start.checked_sub(2).map(|at| (parse.norm(at + 1), parse.norm(at))).filter(|_| capital);
    if off(before(1), before(2)) || capital().is_some_and(|(lead, direction)| off(lead, direction)) {
        return false;
    }
    let Some(edge) = grammar::object_of(parse, lead).filter(|&edge| edge > lead) else { return false };
    let Some(last) = edge_of(found, edge) else { return false };
    let first = (lead + 1..edge).find(|&word| parse.pos(word) != Pos::Det).unwrap_or(edge);
    let mut exact = vec![(edge, first..last + 1)];
    if by_noun {
        let start = parse.name_of(at - 1).map_or(at - 1, |name| name.tokens.start);
        exact.push((at, start..at + 1));
    }
    // "on the outskirts of *Velna*": what the edge is one of.
    let name = grammar::after(parse, edge, "of");
    let name = name.filter(|&name| is_place_name(parse, name) && grammar::joined(parse, name).len() == 1);
    found.add(lead, vec![at], vec![name.unwrap_or(edge)], exact);
    true
}

/// The last word of an edge or a part of which the words tell what it is one of: "the Kestrian *border*", "the border with *Kestria*", "the
/// shore of the *lake*".
fn edge_of(found: &Found, edge: usize) -> Option<usize> {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let kind = is_place_noun(setting, edge) || setting.lexicon.place_words.is_relative(parse.entry(edge));
    if parse.pos(edge) != Pos::Noun || !kind || parse.name_of(edge).is_some() {
        return None;
    }
    let other = |at: usize| {
        is_place_name(parse, at) || is_state_word(setting, at) || parse.pos(at) == Pos::Noun && is_place(setting, at)
    };
    let whose = ["of", "with", "between"].into_iter().filter_map(|lead| grammar::after(parse, edge, lead));
    let whose = whose.filter(|&whose| other(whose)).flat_map(|whose| grammar::joined(parse, whose)).max();
    let before = parse.children(edge).any(|child| {
        child < edge
            && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Poss)
            && (is_state_word(setting, child)
                || is_place_name(parse, child)
                || super::label(parse, child) == Some(NameLabel::Norp))
    });
    whose.or_else(|| before.then_some(edge))
}

/// How a phrase leads to the other place.
enum Sort {
    /// "14 km from".
    Measured,
    /// "north of".
    Towards,
    /// "in", "near".
    Beside,
}

struct Lead {
    sort: Sort,
    /// The word that leads.
    at: usize,
    /// The first word behind.
    next: usize,
}

/// The words that lead to a place from `from` on.
fn lead(found: &Found, from: usize) -> Option<Lead> {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let words = &setting.lexicon.place_words;
    let len = parse.len();
    let mut at = from;
    // "located", "situated" are told by their frames; "just", "only", "about" say nothing.
    let leads = |at: usize| words.is_direction(parse.norm(at)) || words.is_preposition(parse.norm(at));
    while at < len && at < from + 2 && parse.pos(at) == Pos::Adv && !leads(at) {
        at += 1;
    }
    // "*lying* twelve miles from"; "located" and "situated" are told by their frames.
    let lies = |at: usize| {
        let frames = setting.frames(at);
        parse.tag(at) == Tag::Vbg && frames.iter().any(|frame| frame.claim_type == ClaimType::LocatedIn)
    };
    at += usize::from(at + 1 < len && lies(at));
    // "*less than* twelve miles from"
    let number = (at..len.min(at + 4)).find(|&number| parse.pos(number) == Pos::Num).unwrap_or(at);
    let bound: Vec<&str> = (at..number).map(|word| parse.norm(word)).collect();
    if setting.lexicon.numbers.bound(&bound.join(" ")).is_some() {
        at = number;
    }
    while at < len
        && at < from + 3
        && parse.pos(at) != Pos::Num
        && parse.pos(at + 1 - usize::from(at + 1 == len)) == Pos::Num
    {
        at += 1;
    }
    let mut measured = false;
    if at + 1 < len && parse.pos(at) == Pos::Num {
        let unit = (at + 1..len.min(at + 3))
            .find(|&unit| words.is_distance(parse.entry(unit)) || words.is_distance(parse.lower(unit)))?;
        measured = true;
        at = unit + 1;
        if at < len && parse.word(at) == "(" {
            at = (at..len.min(at + 6)).find(|&word| parse.word(word) == ")")? + 1;
        }
    }
    let word = |at: usize| if at < len { parse.norm(at) } else { "" };
    // "on the border with Kestria"
    let border = at + 3 < len && is_place_noun(setting, at + 2) && word(at + 3) == "with";
    if border && word(at) == "on" && word(at + 1) == "the" {
        return Some(Lead { sort: Sort::Beside, at, next: at + 4 });
    }
    // "to the north of", "close to".
    if matches!(word(at), "to" | "on") && word(at + 1) == "the" {
        at += 2;
    }
    let lead = at;
    if words.is_preposition(word(at)) && word(at + 1) == "of" {
        let sort = if measured { Sort::Measured } else { Sort::Towards };
        return Some(Lead { sort, at: lead, next: at + 2 });
    }
    if measured {
        let next = at + usize::from(parse.pos(at.min(len - 1)) == Pos::Adv);
        // "40 miles *up the coast from* Velna"
        let along = matches!(word(at), "up" | "down" | "along" | "across");
        let next = (next..len.min(next + 4)).find(|&from| along && word(from) == "from").unwrap_or(next);
        return matches!(word(next), "from" | "outside" | "off" | "inside" | "of" | "within").then_some(Lead {
            sort: Sort::Measured,
            at: lead,
            next: next + 1,
        });
    }
    if lead != at {
        return None;
    }
    let near =
        at < len && parse.dep(at) == Dep::Prep && matches!(word(at), "in" | "near" | "outside" | "off" | "inside");
    if near {
        return Some(Lead { sort: Sort::Beside, at: lead, next: at + 1 });
    }
    // "close to"; "from Velna northeast to Ostrel" is a way.
    let close = |at: usize| words.is_preposition(word(at)) && !words.is_relative(word(at));
    (at < len && matches!(parse.tag(at), Tag::Jj | Tag::Rb) && word(at + 1) == "to" && close(at)).then_some(Lead {
        sort: Sort::Beside,
        at: lead,
        next: at + 2,
    })
}

/// The place that begins at a word, past articles and directions. Where it is sure that a place follows, any name is one.
fn outer(found: &Found, from: usize, surely: bool) -> Option<usize> {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let mut at = from;
    while at < parse.len()
        && at < from + 4
        && (parse.pos(at) == Pos::Det || setting.lexicon.place_words.is_direction(parse.norm(at)))
    {
        at += 1;
    }
    if at >= parse.len() {
        return None;
    }
    // "the Kestrian border", "the town of Velna".
    let mut head = parse.name_of(at).map_or(at, |name| name.tokens.end - 1);
    if parse.tag(head) == Tag::Pos {
        return None;
    }
    for _ in 0..2 {
        let above = parse.head(head);
        // "the *Kestrian*-Morvanian border"
        let hyphen = head + 1 < parse.len() && parse.word(head + 1) == "-";
        let reach = 2 + usize::from(hyphen);
        let beside =
            above > head && above <= head + reach && matches!(parse.dep(head), Dep::Compound | Dep::Amod | Dep::Nmod);
        if beside && (hyphen || matches!(parse.pos(above), Pos::Noun | Pos::Propn)) {
            head = above;
        }
    }
    if is_place_noun(setting, head)
        && parse.pos(head) == Pos::Noun
        && let Some(name) = grammar::after(parse, head, "of").filter(|&name| parse.pos(name) == Pos::Propn)
    {
        return Some(name);
    }
    let known = is_place_name(parse, head)
        || is_state_word(setting, head)
        || parse.pos(head) == Pos::Propn && surely
        || parse.pos(head) == Pos::Propn && class::fits(parse, setting.lexicon, head, &[NounClass::Place]);
    let of_two = || grammar::after(parse, head, "with").is_some_and(|other| is_place_name(parse, other));
    // "west of the Tarn line"
    let line = surely
        && parse.pos(head) == Pos::Noun
        && parse.children(head).any(|child| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn);
    let border = parse.pos(head) == Pos::Noun && is_place_noun(setting, head) && (head > at || of_two());
    (known || border || line).then_some(head)
}

/// "*Southwest of Velna* is Fort Orl", "*Adjacent to the airport* lies Camp Hald": where it lies stands before the verb, and the place behind.
pub(super) fn inverted(found: &mut Found, verb: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let start = parse.sentences()[parse.sentence_of(verb)].start;
    let stands = matches!(parse.lemma(verb), "be" | "lie" | "stand" | "sit");
    let behind = |&child: &usize| child > verb && matches!(parse.dep(child), Dep::Attr | Dep::Nsubj);
    let Some(inner) = parse.children(verb).find(behind).filter(|_| stands && verb > start + 1) else { return };
    let place = is_place(setting, inner) || setting.lexicon.nouns.is(parse.lower(inner), NounClass::Site);
    if parse.pos(inner) != Pos::Propn || !place || parse.subtree(inner).start != verb + 1 {
        return;
    }
    let next = ["adjacent", "close", "next"].iter().any(|word| (start..verb).any(|at| parse.norm(at) == *word));
    let next = next.then(|| (start..verb).find(|&at| parse.norm(at) == "to").map(|to| to + 1)).flatten();
    let Some(from) = next.or_else(|| lead(found, start).map(|lead| lead.next)) else { return };
    let Some(outer) = outer(found, from, true).filter(|&outer| outer < verb) else { return };
    // Nothing else stands before the verb.
    if parse.name_of(outer).map_or(outer + 1, |name| name.tokens.end) == verb {
        found.add(verb, vec![inner], vec![outer], Vec::new());
    }
}

/// "The village lies 20 kilometres south of Velna", "Velna is south of the border".
pub(super) fn lies_off(found: &mut Found, verb: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let located = setting.frames(verb);
    let lies = parse.lemma(verb) == "be" || located.iter().any(|frame| frame.claim_type == ClaimType::LocatedIn);
    let told = || grammar::doer(parse, verb).or_else(|| grammar::undergoer(parse, verb));
    let Some(inner) = lies.then(told).flatten().filter(|&inner| is_place(setting, inner)) else { return };
    // "Ten miles *south of Velna* stood Fort Orl"
    let direction = parse
        .children(verb)
        .filter(|&child| (child > verb || inner > verb) && setting.lexicon.place_words.is_relative(parse.norm(child)))
        .find_map(|child| grammar::after(parse, child, "of").map(|outer| (child, outer)));
    if let Some((direction, outer)) = direction.filter(|&(_, outer)| is_place(setting, outer)) {
        found.add(direction, vec![inner], vec![outer], Vec::new());
    }
}
