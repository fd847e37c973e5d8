//! Who belongs to a body that stands beside them, and under whom do forces stand?
//!
//! "Ida Sand of Radio Velna", "soldiers with the 5th Brigade", "Anton Brek, 5th Brigade, said …", "Radio Velna's Ida Sand": members.
//! "the army under Anton Brek", "a division under the command of the 5th Army": whose command it is leads the forces, or they
//! are part of it.

use super::belonging::{draft, is_organisation, is_unit, larger_unit, smaller_units};
use super::fleet::is_vehicle;
use super::label;
use crate::claim::{Draft, Setting};
use crate::class::Classes;
use crate::frame::is_place;
use crate::{class, grammar, quantity};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, TitleClass, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if matches!(parse.pos(at), Pos::Noun | Pos::Propn) && parse.dep(at) != Dep::Compound {
            drafts.extend(person_of(setting, at));
            drafts.extend(people_of(setting, at));
            drafts.extend(unit_before(setting, at));
            drafts.extend(press_before(setting, at));
            drafts.extend(beside(setting, at));
        }
        drafts.extend(member_before(setting, at));
        if parse.dep(at) == Dep::Prep && parse.norm(at) == "under" {
            drafts.extend(under(setting, at));
        }
    }
    drafts
}

fn member(setting: Setting, trigger: usize, actor: usize, body: usize) -> Draft {
    let mut draft = draft(ClaimType::MemberOf, trigger, "relation/of", actor, body);
    draft.target = grammar::joined(&setting.part.parse, body);
    // "airmen of the 5th Wing and *Marines* from the 2nd": people are no body.
    let people =
        |at: usize| setting.part.parse.tag(at) == Tag::Nnps && label(&setting.part.parse, at) != Some(NameLabel::Org);
    draft.target.retain(|&at| at == body || !setting.names_person(at) && !people(at));
    smaller_units(setting, &mut draft.target);
    draft
}

/// "Ida Sand of Radio Velna", "Ida Sand, with the 5th Brigade", "Radio Velna's Ida Sand".
fn person_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if label(parse, at) != Some(NameLabel::Person) {
        return None;
    }
    // "Reporters Without Borders", where the name finder sees a part of the name or nothing.
    let unseen = |at: usize| parse.tag(at) == Tag::Nnps && label(parse, at).is_none();
    // "Ida Sand of the army's *press office*"
    let somebodys = |at: usize| {
        let office = || setting.is_noun(at, NounClass::Office);
        parse.pos(at) == Pos::Noun && grammar::owner(parse, at).is_some() && (is_unit(setting, at) || office())
    };
    let body = |at: &usize| {
        label(parse, *at) == Some(NameLabel::Org)
            || parse.pos(*at) == Pos::Propn && is_unit(setting, *at)
            || somebodys(*at)
            || unseen(*at)
    };
    // "President Anton Brek of Kestria" is told by the title.
    let behind = parse
        .children(at)
        .filter(|&child| {
            child > at && parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "of" | "from" | "with")
        })
        .find_map(|of| Some((of, grammar::object_of(parse, of).filter(body)?)))
        // "Ida Sand, 24, of Ostrel" is at home there.
        .filter(|&(of, body)| is_unit(setting, body) || parse.word(of - 1) != "," || parse.pos(of - 2) != Pos::Num)
        // "Ida Sand of Velna Hill, Kestria" is from there.
        .filter(|&(_, body)| !is_town(setting, body));
    if let Some((of, body)) = behind {
        return Some(member(setting, of, at, body));
    }
    let owner = grammar::owner(parse, at).filter(body).filter(|&owner| !setting.names_person(owner))?;
    (parse.name_of(owner) != parse.name_of(at)).then(|| member(setting, owner, at, owner))
}

/// True for a name behind which stands, after a comma, where it lies: "Velna Hill, Kestria".
pub(super) fn is_town(setting: Setting, name: usize) -> bool {
    let parse = &setting.part.parse;
    let end = parse.name_of(name).map_or(name + 1, |name| name.tokens.end);
    let wider = end + 1 < parse.len() && parse.word(end) == "," && label(parse, end + 1) == Some(NameLabel::Gpe);
    wider && !is_unit(setting, name)
}

/// "soldiers with the 5th Brigade", "two workers from Kordun Relief".
fn people_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let lemma = parse.entry(at);
    let mut classes = Classes::of(setting.nouns(at));
    // Armies like to write "Soldiers": as a name it keeps its ending.
    if parse.pos(at) == Pos::Propn {
        classes.add(setting.lexicon.nouns.classes(&class::singular(lemma)));
    }
    let has = |class: NounClass| classes.has(class);
    // "Brek was *lieutenant* of the 5th Brigade": who was it belongs to it.
    let said = parse.dep(at) == Dep::Attr && setting.lexicon.titles.relation(lemma).is_some();
    // "hundreds of Airmen", "a Kestrian Marine", "Kestrian Air Force Airmen" can be names by themselves.
    let somebodys = matches!(label(parse, at), Some(NameLabel::Cardinal | NameLabel::Norp));
    let soldiers = has(NounClass::Forces) && has(NounClass::People);
    let named = !somebodys && !soldiers && parse.name_of(at).is_some_and(|name| name.tokens.len() > 1);
    let somebody = has(NounClass::People) || has(NounClass::Forces) && !has(NounClass::Vehicle);
    // "troops of the 5th Brigade" are a part of it.
    let troops = has(NounClass::Party) && has(NounClass::People) && has(NounClass::Forces) && parse.tag(at) == Tag::Nns;
    if said || named || !somebody || has(NounClass::Party) && !troops || is_unit(setting, at) || is_vehicle(setting, at)
    {
        return None;
    }
    // "the head of the navy" is told by the title, "an officer of the 3rd Brigade" by its words.
    let plain = setting.lexicon.titles.class(lemma).is_none_or(|class| class == TitleClass::Rank);
    // "hundreds of *Airmen* from the 5th Wing": the tree hangs the wing on the number.
    let of = parse.head(at);
    let number = (parse.dep(at) == Dep::Pobj && parse.norm(of) == "of").then(|| parse.head(of));
    let number = number.filter(|&number| label(parse, number) == Some(NameLabel::Cardinal));
    let mut below = [Some(at), number].into_iter().flatten().flat_map(|host| parse.children(host));
    let preposition = below.find(|&child| {
        let word = parse.norm(child);
        child > at
            && parse.dep(child) == Dep::Prep
            && (matches!(word, "with" | "from")
                || has(NounClass::Forces) && matches!(word, "of" | "in")
                || word == "of"
                    && plain
                    && grammar::object_of(parse, child).is_some_and(|body| is_force(setting, body)))
    })?;
    let body = grammar::object_of(parse, preposition)?;
    let unit = parse.pos(body) == Pos::Propn && is_unit(setting, body);
    if troops && !unit {
        return None;
    }
    if !unit && (label(parse, body) != Some(NameLabel::Org) || parse.norm(preposition) == "in") {
        return None;
    }
    let mut draft = member(setting, preposition, at, body);
    if troops {
        draft.claim_type = ClaimType::PartOf;
    }
    draft.quantity = quantity::of(setting.part, at, setting.lexicon).into_iter().collect();
    Some(draft)
}

/// True for a unit, or for forces that have a name: "the 7th Army".
fn is_force(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let named = parse.pos(at) == Pos::Propn && label(parse, at) == Some(NameLabel::Org);
    is_unit(setting, at) || named && setting.is_noun(at, NounClass::Forces)
}

/// "12th Wing pilot Ida Sand", "Ida Sand, 12th Wing weapons loader": a unit before the noun.
fn unit_before(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let lemma = parse.entry(at);
    // "Ida Sand, 12th Wing weapons loader": what stands beside a person is what the person is.
    let beside = parse.dep(at) == Dep::Appos && label(parse, parse.head(at)) == Some(NameLabel::Person);
    let people = parse.tag(at) == Tag::Nn
        && (beside || setting.lexicon.nouns.is(lemma, NounClass::People))
        && setting.lexicon.titles.class(lemma).is_none_or(|class| class == TitleClass::Rank);
    let mut before = parse.children(at).filter(|&child| people && child < at && parse.dep(child) == Dep::Compound);
    let unit = before.rfind(|&child| parse.pos(child) == Pos::Propn && is_unit(setting, child))?;
    let numbered = unit > 0 && parse.word(unit - 1).starts_with(|first: char| first.is_ascii_digit());
    let name = parse.name_of(unit).and_then(|name| name.tokens.clone().find(|&word| parse.pos(word) != Pos::Det));
    let start = (unit - usize::from(numbered)).min(name.unwrap_or(unit));
    let mut draft = draft(ClaimType::MemberOf, at, "relation/of", at, unit);
    draft.quote = Some(parse.subtree(at));
    draft.target = vec![unit];
    draft.exact.push((unit, start..unit + 1));
    Some(draft)
}

/// "two *Halden Post* reporters": those who report, behind the name of their paper.
fn press_before(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let press =
        parse.tag(at) == Tag::Nns && setting.is_noun(at, NounClass::Press) && setting.is_noun(at, NounClass::People);
    let paper = |&child: &usize| {
        child < at
            && matches!(parse.dep(child), Dep::Compound | Dep::Nmod)
            && parse.pos(child) == Pos::Propn
            && label(parse, child) == Some(NameLabel::Org)
    };
    let paper = parse.children(at).filter(|_| press).find(paper)?;
    let mut draft = draft(ClaimType::MemberOf, at, "relation/of", at, paper);
    draft.target = vec![paper];
    draft.quantity = quantity::of(setting.part, at, setting.lexicon).into_iter().collect();
    Some(draft)
}

/// "*Alliance member* Kestria": a body and the word for who belongs to it, before the name.
fn member_before(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let name = parse.head(at);
    if parse.dep(at) != Dep::Compound || label(parse, name) != Some(NameLabel::Gpe) || name < at {
        return None;
    }
    let belongs = setting
        .frames(at)
        .iter()
        .any(|frame| frame.class == WordClass::Noun && frame.claim_type == ClaimType::PartOf && frame.words.is_empty());
    if !belongs || !setting.is_noun(at, NounClass::People) {
        return None;
    }
    let body = parse.children(at).find(|&child| {
        child < at && parse.dep(child) == Dep::Compound && label(parse, child) == Some(NameLabel::Org)
    })?;
    let mut draft = draft(ClaimType::PartOf, at, "relation/of", name, body);
    draft.target = vec![body];
    let words = parse.name_of(name).map_or(name..name + 1, |name| name.tokens.clone());
    draft.exact.push((name, words));
    Some(draft)
}

/// "Anton Brek, 5th Brigade, said …".
fn beside(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let named = parse.pos(at) == Pos::Propn && matches!(parse.dep(at), Dep::Appos | Dep::Conj);
    let person = parse.head(at);
    if !named || !(label(parse, at) == Some(NameLabel::Org) || is_unit(setting, at)) {
        return None;
    }
    // "Anton Brek, 2nd Battalion, 8th Regiment," is no list, though the tree may make one of it.
    let start = parse.name_of(at).map_or(at, |name| name.tokens.start);
    let caption = start == person + 2 && larger_unit(setting, at).is_some();
    if parse.dep(at) == Dep::Conj && !caption {
        return None;
    }
    let end = parse.name_of(at).map_or(at + 1, |name| name.tokens.end.max(at + 1));
    let closed = end >= parse.len() || parse.pos(end) == Pos::Punct;
    let numbered = |word: usize| parse.word(word).starts_with(|first: char| first.is_ascii_digit());
    let head = |word: usize| setting.lexicon.titles.class(parse.lower(word)) == Some(TitleClass::Head);
    let titled =
        (person + 1..at).any(|word| matches!(parse.pos(word), Pos::Noun | Pos::Verb) && !numbered(word) || head(word));
    // "Harakat al Velna (*HV*)" is one, though the finder takes the name for a person's.
    // "Anton Brek (*X-YZ*)" is of a party and a province.
    let seat = start > 0 && parse.word(start - 1) == "(" && parse.word(start).len() < 3 && parse.word(start + 1) == "-";
    let short = seat || at > 0 && parse.word(at - 1) == "(" && is_short_for(setting, at, person);
    // "Brek, the Guard, and their allies" is a list.
    let joint = |word: usize| matches!(parse.norm(word), "and" | "or" | "&");
    let listed = (end..parse.len().min(end + 2)).any(joint);
    let alone = caption || !listed && parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Conj | Dep::Cc));
    (label(parse, person) == Some(NameLabel::Person) && person < at && closed && alone && !titled && !short)
        .then(|| member(setting, at, person, at))
}

/// True for the first letters of the words of a name, or of those that it writes large: "Harakat al-Velna (*HAV*)", "(*HV*)".
fn is_short_for(setting: Setting, short: usize, name: usize) -> bool {
    let parse = &setting.part.parse;
    let words = parse.name_of(name).map_or(name..name + 1, |name| name.tokens.clone());
    let text = parse.span(words).of(parse.text());
    let first: Vec<char> = text.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    let large: String = first.iter().filter(|first| first.is_uppercase()).collect();
    let all: String = first.iter().flat_map(|first| first.to_uppercase()).collect();
    // "Harakat Ansar al-Velna (HAV)": the finder may leave the first word out.
    large.len() > 1 && [large, all].iter().any(|letters| parse.word(short).ends_with(letters))
}

/// "the army under Anton Brek", "a division under the command of the 5th Army".
fn under(setting: Setting, preposition: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let object = grammar::object_of(parse, preposition)?;
    let command = is_command(setting, object);
    let above =
        if command { grammar::after(parse, object, "of").or_else(|| grammar::owner(parse, object))? } else { object };
    // "The 3rd Brigade*,* under Brek, landed": the tree may hang it on the mark between.
    let head = match parse.head(preposition) {
        mark if parse.pos(mark) == Pos::Punct => parse.head(mark),
        head => head,
    };
    // "the brigade, under *Brig.* Gen. Larry Nash"
    let above = super::title::named_behind(setting, above).unwrap_or(above);
    // "Under *leaders* Brek and Hald, the brigade attacked"
    let above = several_behind(setting, above).unwrap_or(above);
    let his = command && matches!(parse.norm(above), "his" | "her");
    let person = his || setting.names_person(above) || is_titled(setting, above);
    let before = preposition.checked_sub(1).filter(|&before| {
        // "was taken *by the 6th Army* under Brek"
        let unit = || is_organisation(setting, before) && parse.dep(parse.head(before)) == Dep::Agent;
        person
            && (parse.tag(before) == Tag::Nns || unit())
            && class::fits(parse, setting.lexicon, before, &[NounClass::Forces])
            && parse.subtree(head).contains(&before)
    });
    // "a *force* of 600 men under Brek", "the *garrison*, 600 men under Brek"
    let beside = parse.dep(head) == Dep::Appos && parse.child(head, Dep::Nummod).is_some();
    let whole = grammar::counting(parse, head).or_else(|| beside.then(|| parse.head(head)));
    let counted = whole.filter(|&whole| {
        let party = || class::fits(parse, setting.lexicon, whole, &[NounClass::Forces, NounClass::Party]);
        person && parse.pos(whole) == Pos::Noun && party()
    });
    let forces = match parse.pos(head) {
        Pos::Noun if counted.is_some() => counted?,
        Pos::Noun | Pos::Propn => head,
        // "were helped by 300 *soldiers under* Brek", where the tree hangs it on the verb.
        _ if before.is_some() => before?,
        // "The 4th Army, *under the command of* General Brek, crossed the river."
        Pos::Verb | Pos::Aux
            if (command || person && preposition > 0 && parse.word(preposition - 1) == ",")
                && preposition < head
                && grammar::subject(parse, head).is_some_and(|army| army < preposition) =>
        {
            grammar::subject(parse, head)?
        }
        // "*Under the command of* General Brek, the 4th Army crossed the river", "*Under* Brek, the army …".
        Pos::Verb | Pos::Aux
            if (command || person)
                && (parse.sentences()[parse.sentence_of(preposition)].start..preposition)
                    .all(|mark| parse.pos(mark) == Pos::Punct)
                && !grammar::is_passive(parse, head) =>
        {
            grammar::subject(parse, head)?
        }
        // "The 4th Army was *under* General Brek."
        Pos::Aux if person && parse.lemma(head) == "be" => grammar::subject(parse, head)?,
        Pos::Verb | Pos::Aux
            if command && parse.child(head, Dep::Dobj).is_none_or(|done_to| is_place(setting, done_to))
                || grammar::is_passive(parse, head) =>
        {
            // "attacked Velna *under the command of* General Brek"
            let place = !grammar::is_passive(parse, head) && parse.child(head, Dep::Dobj).is_some();
            let done_to = grammar::undergoer(parse, head).filter(|_| !place);
            done_to.or_else(|| grammar::subject(parse, head))?
        }
        _ => return None,
    };
    // "*It* was placed under the command of the 2nd Army."
    // "*Under the leadership* of Brek it grew."
    let leads_off = command && person && preposition < forces;
    let told_before = command && parse.norm(forces) == "it" && (grammar::is_passive(parse, head) || leads_off);
    let led = parse.pos(forces) == Pos::Noun && class::fits(parse, setting.lexicon, forces, &[NounClass::Forces])
        || is_organisation(setting, forces)
        || told_before;
    let beside = before.is_some() || matches!(parse.pos(head), Pos::Noun | Pos::Propn | Pos::Aux);
    if !led || !command && !beside && preposition > head {
        return None;
    }
    if person {
        let mut draft = draft(ClaimType::Leads, preposition, "relation/under", above, forces);
        draft.actor = grammar::joined(parse, above);
        draft.target = vec![forces];
        return Some(draft);
    }
    if !command || !is_organisation(setting, above) || matches!(parse.tag(forces), Tag::Nns) {
        return None;
    }
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/under", forces, above);
    draft.target = vec![above];
    Some(draft)
}

/// The first name behind a plural title, where the tree takes the title for a word by itself: "under *leaders* | Anton Brek and Ivo Hald".
fn several_behind(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let title = parse.tag(at) == Tag::Nns && setting.lexicon.titles.class(parse.entry(at)).is_some();
    let name = parse.name_of(at + 1).filter(|_| title)?;
    let last = name.tokens.end - 1;
    (name.tokens.start == at + 1 && name.label == NameLabel::Person).then_some(last)
}

/// True for a name behind a title, whatever the recogniser takes it for: "Field Marshal *Brek*".
pub(super) fn is_titled(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let title = |word: usize| {
        let titles = &setting.lexicon.titles;
        titles.class(titles.full(parse.lower(word))) == Some(TitleClass::Rank)
    };
    parse.pos(at) == Pos::Propn
        && parse.children(at).any(|child| child < at && parse.dep(child) == Dep::Compound && title(child))
}

/// True for a word for command or control, by the frames that tell so, not for "Southern *Command*", which is a body.
pub(crate) fn is_command(setting: Setting, at: usize) -> bool {
    let lemma = setting.part.parse.entry(at);
    let frames = setting.lexicon.triggers.frames(lemma);
    setting.part.parse.pos(at) == Pos::Noun
        && frames.iter().any(|frame| {
            matches!(frame.claim_type, ClaimType::Leads | ClaimType::Controls) && frame.class == WordClass::Noun
        })
}
