//! Who holds which office of what?
//!
//! "Morvanian President Anton Brek", "Anton Brek, the head of Kestria's navy", "the general manager of Radio Velna, Dr Ida
//! Sand", "Anton Brek is the leader of the opposition": the holder leads or belongs to what stands beside the title. A rank
//! says so only where the text names what it is of; a bare office before a surname says nothing that the name does not.

mod body;
mod holder;

use super::belonging::is_unit;
use super::{head_of, is_state_word, label};
use crate::claim::{Draft, Setting};
use crate::class::Classes;
use crate::{class, grammar, list};
use body::Body;
use holder::Holder;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, Sense, TitleClass};
use model::ClaimType;
use std::borrow::Cow;
use std::ops::Range;

/// The most tokens of a title; `commander-in-chief` has five.
const LONGEST: usize = 5;

/// A title where it stands: its words, and what they say.
struct Title {
    words: Range<usize>,
    head: usize,
    class: TitleClass,
    relation: ClaimType,
}

impl Title {
    /// The word on which the others hang: `minister` in "minister of state".
    fn head(&self) -> usize {
        self.head
    }

    /// What a preposition behind the title joins to it: `army` in "chief of staff *of* the army".
    fn after(&self, parse: &Parse, preposition: &str) -> Option<usize> {
        self.words.clone().rev().find_map(|word| {
            let mut behind = parse.children(word).filter(|&child| child >= self.words.end);
            behind.find(|&child| parse.norm(child) == preposition).and_then(|child| grammar::object_of(parse, child))
        })
    }
}

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < parse.len() {
        let Some(title) = title_at(setting, at).map(|title| like_other(setting, title, &drafts)) else {
            let told = pairs(setting, at);
            let told = if told.is_empty() { each(setting, at) } else { told };
            drafts.extend(if told.is_empty() { row(setting, at).into_iter().collect() } else { told });
            at += 1;
            continue;
        };
        at = title.words.end;
        let pairs = pairs(setting, title.head());
        let pairs = if pairs.is_empty() { each(setting, title.head()) } else { pairs };
        if is_name(setting, &title) || !pairs.is_empty() {
            drafts.extend(pairs);
            continue;
        }
        let inside = parse.name_of(title.head()).is_some_and(|name| {
            matches!(name.label, NameLabel::Org | NameLabel::Law | NameLabel::Event)
                && name.tokens.end > title.words.end
                && holder::fused(setting, name.tokens.clone()).is_none()
        });
        if inside {
            continue;
        }
        let Some(holder) = holder::of(setting, &title) else {
            drafts.extend(unnamed(setting, &title, &drafts));
            continue;
        };
        // "Dean Woods *Road*", "Pope *County*": a title begins the name of a place.
        let last = holder.words.end - 1;
        let place = setting.lexicon.places.type_word(parse.lower(last)).is_some()
            && holder.words.start == title.words.end
            && parse.word(last).starts_with(char::is_uppercase)
            && !(holder.words.len() > 1 && surely_person(parse, last));
        // "President Roxas *town*"
        let town = holder.words.end < parse.len()
            && holder.words.start == title.words.end
            && parse.head(last) == last + 1
            && setting.lexicon.places.type_word(parse.norm(last + 1)).is_some();
        if place || town {
            continue;
        }
        if is_of_another(setting, &title, &holder) {
            continue;
        }
        let body = body::of(setting, &title, Some(&holder));
        if body.heads.is_empty()
            && let Some(state) = of_row(setting, &title, &drafts)
        {
            let body = Body { portfolio: body.portfolio, ..state };
            let quote = holder.span.clone();
            let told = draft(setting, &title, holder, body, &drafts);
            drafts.extend(told.map(|draft| Draft { quote: Some(quote), ..draft }));
            continue;
        }
        drafts.extend(draft(setting, &title, holder, body, &drafts));
    }
    drafts
}

/// "*The commander of the Falcon Brigade* was killed": who holds the office is not named, what it is of is.
fn unnamed(setting: Setting, title: &Title, told: &[Draft]) -> Option<Draft> {
    let parse = &setting.part.parse;
    let head = title.head();
    let one = matches!(parse.tag(head), Tag::Nn) && parse.pos(head) == Pos::Noun;
    // "*an* official" is one of many.
    let only = parse.children(head).any(|child| parse.norm(child) == "the" || parse.dep(child) == Dep::Poss);
    let acts = matches!(parse.dep(head), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj);
    // Who speaks for somebody is told where his words are.
    let speaks = parse.norm(head).starts_with("spokes");
    // "the Alliance *candidate*" is to have an office yet.
    let seeks = setting.lexicon.senses.has(parse.entry(head), Sense::Seeks);
    if !one || !only || !acts || speaks || seeks || !matches!(title.class, TitleClass::Head | TitleClass::Office) {
        return None;
    }
    let body = body::of(setting, title, None);
    let &[target] = &body.heads[..] else { return None };
    // A text that goes on about "the president of Kestria" tells once whose he is; the *Brek* aide is of no body.
    let again = |told: &Draft| {
        parse.entry(told.trigger) == parse.entry(head)
            && matches!(told.target[..], [of] if parse.norm(of) == parse.norm(target))
    };
    if told.iter().any(again) || target < head && setting.names_person(target) {
        return None;
    }
    // "the *Velna* provincial health director"
    let close = target > head || target + 1 == title.words.start || parse.dep(target) == Dep::Poss;
    let named = parse.pos(target) == Pos::Propn
        || is_state_word(setting, target)
        || label(parse, target) == Some(NameLabel::Norp);
    if !close || !named {
        return None;
    }
    let mut draft = Draft::new(title.relation, head, "relation/title");
    draft.actor = vec![head];
    draft.target = body.heads;
    draft.exact = body.exact;
    draft.quote = Some(head.min(target)..head.max(target) + 1);
    draft.timed = false;
    draft.presupposed = true;
    Some(draft)
}

/// "President Anton Brek met his Morvanian *counterpart*, Ida Sand": a counterpart has the office of whoever was named.
fn like_other(setting: Setting, title: Title, before: &[Draft]) -> Title {
    let parse = &setting.part.parse;
    let sentence = parse.sentence_of(title.head());
    let office = before
        .last()
        .filter(|last| parse.entry(title.head()) == "counterpart" && parse.sentence_of(last.trigger) == sentence);
    let relation = office.map_or(title.relation, |office| office.claim_type);
    Title { relation, ..title }
}

/// "the ministers of France and Germany, *Jean Barr* and *Anna Baer*", "his Greek and Cypriot counterparts, …": as many names as
/// states, each for its own.
fn pairs(setting: Setting, at: usize) -> Vec<Draft> {
    let parse = &setting.part.parse;
    if parse.tag(at) != Tag::Nns {
        return Vec::new();
    }
    let titles = &setting.lexicon.titles;
    let lemma = parse.entry(at);
    let (Some(class), Some(relation)) = (titles.class(lemma), titles.relation(lemma)) else { return Vec::new() };
    if !matches!(class, TitleClass::Office | TitleClass::Head) {
        return Vec::new();
    }
    let before =
        parse.children(at).find(|&child| child < at && parse.dep(child) == Dep::Amod && is_state_word(setting, child));
    let first = before.or_else(|| grammar::after(parse, at, "of"));
    let states: Vec<usize> = first.map(|first| grammar::joined(parse, first)).unwrap_or_default();
    let end = states.iter().map(|&state| state + 1).chain([at + 1]).max().unwrap_or(at + 1);
    if states.len() < 2 || end + 1 >= parse.len() || parse.word(end) != "," {
        return Vec::new();
    }
    let names = list::behind(parse, end + 1);
    let told = names.len() == states.len()
        && states.iter().all(|&state| is_state_word(setting, state) || label(parse, state) == Some(NameLabel::Gpe))
        && names.iter().all(|&name| surely_person(parse, name));
    let one = |(&name, &state): (&usize, &usize)| {
        let mut draft = Draft::new(relation, at, "relation/title");
        draft.actor = vec![name];
        draft.target = vec![state];
        draft.exact = vec![(state, state..state + 1)];
        draft.quote = Some(state.min(at)..name.max(at) + 1);
        draft.timed = false;
        draft.presupposed = true;
        draft
    };
    if told { names.iter().zip(&states).map(one).collect() } else { Vec::new() }
}

/// "Foreign Ministers *Anton Brek* of Kestria and *Ida Sand* of Morvania": each has the office in the state behind the name.
fn each(setting: Setting, at: usize) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let plural = matches!(parse.tag(at), Tag::Nns | Tag::Nnps | Tag::Nnp) && parse.pos(at) != Pos::Verb;
    let person = |at: usize| surely_person(parse, at) || parse.pos(at) == Pos::Propn && parse.name_of(at).is_none();
    if !plural || at + 1 >= parse.len() || !person(at + 1) {
        return Vec::new();
    }
    let titles = &setting.lexicon.titles;
    let one = parse.lower(at).strip_suffix('s').map(str::to_string).unwrap_or_default();
    let title = (at.saturating_sub(1)..=at).find_map(|start| {
        let first = if start < at { format!("{} ", parse.lower(start)) } else { String::new() };
        titles.relation(&format!("{first}{one}"))
    });
    let Some(relation) = title else { return Vec::new() };
    let names = list::behind(parse, at + 1);
    let state = |&name: &usize| {
        let of = name + 1;
        let state =
            (of + 1 < parse.len() && parse.norm(of) == "of").then(|| grammar::object_of(parse, of)).flatten()?;
        let named = is_state_word(setting, state) || label(parse, state) == Some(NameLabel::Gpe);
        (named && person(name)).then_some((name, state))
    };
    let told: Vec<(usize, usize)> = names.iter().filter_map(state).collect();
    if names.len() < 2 || told.len() != names.len() {
        return Vec::new();
    }
    let draft = |(name, state): (usize, usize)| {
        let mut draft = Draft::new(relation, at, "relation/title");
        draft.actor = vec![name];
        draft.target = vec![state];
        draft.quote = Some(at..state + 1);
        if name < at + 4 {
            draft.exact = vec![(name, at + 1..name + 1)];
        }
        draft.timed = false;
        draft.presupposed = true;
        draft
    };
    told.into_iter().map(draft).collect()
}

/// "its two leaders, *Anton Brek* and *Ida Sand*,", "Front leaders *Anton Brek* and *Ida Sand*", "Senators *Anton Brek* (X-YZ) and *Ida
/// Sand* (Y-AB)": all who are named bear the title, in the one body where it is told.
fn row(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    // "*Sens.* Brek and Sand", "*Ministers* Brek and Sand", which armies and parliaments like to write large.
    let short = at + 1 < parse.len() && parse.word(at + 1) == ".";
    let lemma = match parse.tag(at) {
        Tag::Nns => parse.entry(at),
        Tag::Nnps | Tag::Nnp => setting.lexicon.titles.full(parse.lower(at).strip_suffix('s')?),
        _ => return None,
    };
    let relation = setting.lexicon.titles.relation(lemma)?;
    let class = setting.lexicon.titles.class(lemma)?;
    if !matches!(class, TitleClass::Office | TitleClass::Head) {
        return None;
    }
    let title = Title { words: at..at + 1, head: at, class, relation };
    let next = at + 1 + usize::from(short);
    let close = next < parse.len() && (surely_person(parse, next) || short && parse.pos(next) == Pos::Propn);
    // "Its leaders were *Anton Brek* and *Ida Sand*."
    let be = parse.head(at);
    let said = parse.dep(at) == Dep::Nsubj && parse.lemma(be) == "be" && at < be;
    let comma = || (at + 1..parse.len().min(at + 8)).find(|&comma| parse.word(comma) == ",");
    // "*Anton Brek* and *Ida Sand*, leaders of the party,"
    let apposed = parse.dep(at) == Dep::Appos && parse.head(at) < at && !close;
    let start = if close { next } else { said.then_some(be).or_else(comma).unwrap_or(at) + 1 };
    let phrase = close || said || start > at + 1 && (at + 1..start - 1).all(|word| parse.dominates(at, word));
    let names = if apposed { grammar::joined(parse, parse.head(at)) } else { list::behind(parse, start) };
    let person = |&name: &usize| surely_person(parse, name) || close && short && parse.name_of(name).is_none();
    if !(phrase || apposed) || names.len() < 2 || !names.iter().all(person) {
        return None;
    }
    let body = body::of(setting, &title, None);
    let mut heads = body.heads;
    if heads.is_empty() {
        heads.extend(grammar::owner(parse, at));
    }
    // "Kestrian *Ministers Anton* Brek", which the finder takes for a name.
    heads.retain(|&head| {
        !names.contains(&head) && !parse.name_of(head).is_some_and(|name| name.tokens.contains(&names[0]))
    });
    let target = heads.first().copied();
    // Their surnames alone say nothing: "Ministers Brek and Sand", nor do "the leaders Anton Brek and Ida Sand".
    let plain = at > 0 && parse.pos(at - 1) == Pos::Det || parse.word(at).starts_with(char::is_lowercase);
    let full = |&name: &usize| parse.name_of(name).is_some_and(|name| name.tokens.len() > 1);
    if target.is_none() && !(close && !plain && names.iter().any(|name| full(name) || parse.word(name + 1) == "(")) {
        return None;
    }
    let mut draft = Draft::new(relation, at, "relation/title");
    let ends = [Some(at), target, names.first().copied(), names.last().copied()].into_iter().flatten();
    draft.quote = Some(ends.clone().min()?..ends.max()? + 1);
    draft.exact = body.exact;
    let alone = |&&name: &&usize| close && parse.name_of(name).is_none_or(|name| name.tokens.contains(&at));
    draft.exact.extend(names.iter().filter(alone).map(|&name| (name, next.max(name.saturating_sub(2))..name + 1)));
    draft.actor = names;
    draft.target = heads;
    draft.timed = false;
    draft.presupposed = true;
    Some(draft)
}

/// "Kestrian Health Minister Anton Brek, *Education Minister* Ida Sand and …": the state of the office before holds for those joined to it.
fn of_row(setting: Setting, title: &Title, before: &[Draft]) -> Option<Body> {
    let parse = &setting.part.parse;
    let joined = |at: usize| matches!(parse.norm(at), "," | "and" | "&");
    let end = (0..title.words.start).rev().find(|&at| !joined(at))? + 1;
    let last =
        before.last().filter(|last| end < title.words.start && last.actor.iter().any(|&head| head + 1 == end))?;
    let [state] = last.target[..] else { return None };
    let exact = last.exact.iter().filter(|(head, _)| *head == state).cloned().collect();
    let body = Body { heads: vec![state], exact, ..Body::default() };
    (title.class == TitleClass::Office && is_state_word(setting, state)).then_some(body)
}

/// True for a title that is somebody's name: "William *Dean*", "Secretary of State *Dean* Brek".
fn is_name(setting: Setting, title: &Title) -> bool {
    let parse = &setting.part.parse;
    let start = title.words.start;
    let name = parse.name_of(start).filter(|name| name.label == NameLabel::Person && name.tokens.len() > 1);
    name.is_some_and(|name| {
        let ends = title.words.end >= parse.len()
            || parse.pos(title.words.end) != Pos::Propn && parse.word(title.words.end) != ".";
        let last = ends && title.words.end >= name.tokens.end && start > name.tokens.start;
        let first = name.tokens.start == start && start > 0 && title.class != TitleClass::Rank;
        last || first
            && (start.saturating_sub(LONGEST)..start).any(|at| {
                title_at(setting, at)
                    .is_some_and(|before| before.words.end == start && before.class == TitleClass::Office)
            })
    })
}

/// True for "a spokesman for the *governor*, Anton Brek,": the name behind the comma is that of the spokesman.
fn is_of_another(setting: Setting, title: &Title, holder: &Holder) -> bool {
    let parse = &setting.part.parse;
    let above = parse.head(parse.head(title.head()));
    holder.words.start > title.words.end
        && parse.word(holder.words.start - 1) == ","
        && parse.dep(title.head()) == Dep::Pobj
        && above < title.words.start
        && (setting.lexicon.titles.class(parse.entry(above)).is_some()
            // "*the wife* of the leader, Mara Dovic,"
            || setting.lexicon.sexes.word(parse.norm(above)).is_some())
}

fn draft(setting: Setting, title: &Title, holder: Holder, body: Body, before: &[Draft]) -> Option<Draft> {
    let parse = &setting.part.parse;
    let Holder { head, words, mut span } = holder;
    if title.class == TitleClass::Rank {
        let known =
            |draft: &Draft| draft.actor == [head] && draft.quote.as_ref().is_some_and(|quote| quote.end >= span.start);
        // "Anton Brek, a former general, said …": the rank is all that is told.
        let told = parse.dep(title.head()) == Dep::Appos
            && parse.children(title.head()).any(|child| matches!(parse.norm(child), "a" | "an"));
        if body.heads.is_empty() && !told
            || before.last().is_some_and(|last| last.actor == [head])
            || before.iter().any(known)
        {
            return None;
        }
    }
    let state = || body.heads.iter().all(|&at| is_state_word(setting, at));
    if title.class == TitleClass::Profession && state() {
        return None;
    }
    let plain_office = title.class == TitleClass::Office && body.heads.is_empty() && !body.portfolio;
    if plain_office && words.len() == 1 && parse.name_of(head).is_none_or(|name| name.tokens.len() == 1) {
        return None;
    }
    let ends = body.exact.iter().flat_map(|(_, words)| [words.start, words.end - 1]);
    for word in body.heads.iter().copied().chain(ends) {
        span.start = span.start.min(word);
        span.end = span.end.max(word + 1);
    }
    // The head of a desk belongs to the paper.
    let relation = if body.of_whole { ClaimType::MemberOf } else { title.relation };
    // "Kestria, an Alliance *member*": a state is a part of it.
    let no_person = label(parse, head) == Some(NameLabel::Gpe) || class::names_body(parse, setting.lexicon, head);
    let part = no_person && is_unit(setting, title.head());
    let relation = if part { ClaimType::PartOf } else { relation };
    // "a veteran of the *war*": nobody is a member of a deed.
    let deed = |&at: &usize| class::classes(parse, setting.lexicon, at) == Classes::of(&[NounClass::Deed]);
    if relation == ClaimType::MemberOf && !body.heads.is_empty() && body.heads.iter().all(deed) {
        return None;
    }
    let mut draft = Draft::new(relation, title.head(), "relation/title");
    draft.actor = vec![head];
    draft.target = body.heads;
    draft.exact = body.exact;
    // "The Falcon Brigade is a member": a body is named without its article.
    let first = words.clone().find(|&word| parse.pos(word) != Pos::Det).unwrap_or(words.start);
    draft.exact.push((head, first..words.end));
    draft.quote = Some(span);
    // "was commander from 2028 to 2030": where a verb says it, its time is that of the office.
    let as_what = parse.dep(title.head()) == Dep::Pobj && parse.norm(parse.head(title.head())) == "as";
    draft.timed = as_what || matches!(parse.dep(title.head()), Dep::Attr | Dep::Oprd);
    draft.presupposed = true;
    Some(draft)
}

/// The longest title that starts at a word.
fn title_at(setting: Setting, at: usize) -> Option<Title> {
    let parse = &setting.part.parse;
    let longest = if setting.lexicon.titles.begins(parse.lower(at)) { LONGEST } else { 1 };
    (1..=longest.min(parse.len() - at)).rev().find_map(|length| {
        let last = at + length - 1;
        if length == 1 && parse.tag(at) == Tag::Nns && one_of(parse, at).is_none()
            || !matches!(parse.pos(last), Pos::Noun | Pos::Propn)
        {
            return None;
        }
        // "124th Fighter *Wing* | *Commander* Brek": the wing is his, and no part of a rank.
        let numbered = || {
            let number = |at: usize| parse.word(at).starts_with(|first: char| first.is_ascii_digit());
            let large = |at: usize| parse.word(at).starts_with(|first: char| first.is_ascii_uppercase());
            (0..at).rev().take_while(|&before| large(before) || number(before)).take(4).any(number)
        };
        if length > 1 && setting.lexicon.nouns.is(parse.lower(at), NounClass::Forces) && numbered() {
            return None;
        }
        let words = title_words(parse, at..at + length);
        let class = setting.lexicon.titles.class(&words)?;
        // "*Tavan Force* commander"
        let called = || {
            let before = at.checked_sub(1).filter(|&before| parse.pos(before) == Pos::Propn);
            before.is_some_and(|before| parse.word(before).ends_with(char::is_lowercase))
                && parse.word(at).starts_with(char::is_uppercase)
                && setting.lexicon.nouns.is(parse.lower(at), NounClass::Forces)
        };
        if length > 1 && class == TitleClass::Head && called() {
            return None;
        }
        // "9th *Fighter* Wing"
        let next = at + length;
        let unit = next < parse.len() && setting.lexicon.nouns.is(parse.lower(next), NounClass::Forces);
        if class == TitleClass::Profession && unit && parse.pos(next) == Pos::Propn && numbered() {
            return None;
        }
        let relation = setting.lexicon.titles.relation(&words)?;
        let head = head_of(parse, at..at + length);
        Some(Title { words: at..at + length, head, class, relation })
    })
}

/// The `one` of "*one* of the leaders", which stands for a single holder.
fn one_of(parse: &Parse, title: usize) -> Option<usize> {
    let preposition = parse.head(title);
    let one = parse.head(preposition);
    (parse.dep(title) == Dep::Pobj && parse.norm(preposition) == "of" && parse.norm(one) == "one").then_some(one)
}

/// Words as the list of titles has them: in lower case, the last one in the singular.
fn title_words<'p>(parse: &'p Parse, tokens: Range<usize>) -> Cow<'p, str> {
    let last = tokens.end - 1;
    let one = match parse.tag(last) {
        Tag::Nns | Tag::Nnps => parse.entry(last),
        _ => parse.lower(last),
    };
    if tokens.len() == 1 && !one.contains(char::is_whitespace) {
        return one.into();
    }
    let mut words = String::new();
    if last > tokens.start {
        words = parse.span(tokens.start..last).of(parse.text()).to_lowercase();
        if parse.token(last).span.start > parse.token(last - 1).span.end {
            words.push(' ');
        }
    }
    words.push_str(one);
    words.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// True for a word that is part of some title, rank, style or portfolio.
fn is_title_word(setting: Setting, at: usize) -> bool {
    let titles = &setting.lexicon.titles;
    titles.class(titles.full(setting.part.parse.lower(at))).is_some()
}

/// The name behind ranks and titles, where the tree takes one of them for a word by itself: "under *Brig.* | Gen. Larry Nash".
pub(super) fn named_behind(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    if !is_title_word(setting, at) || parse.pos(at) != Pos::Propn {
        return None;
    }
    let name = holder::past_titles(setting, at);
    let words = (name > at && name < parse.len()).then(|| parse.name_of(name)).flatten()?;
    (words.label == NameLabel::Person).then(|| head_of(parse, name..words.tokens.end))
}

fn surely_person(parse: &Parse, at: usize) -> bool {
    label(parse, at) == Some(NameLabel::Person)
}
