//! Who acts at whose side?
//!
//! "Morvanian troops attacked alongside the militia", "Morvania, together with Kestria, struck Velna", "Morvania acts in
//! partnership with Kestria", "government forces and allied militias": the two are allied. A word for an alliance is known by its
//! frames. "With the support of Morvania" it backs whoever acts so.

use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, Sense, Slot, WordClass};
use model::ClaimType;
use std::ops::Range;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    (0..parse.len())
        .filter_map(|at| match parse.dep(at) {
            Dep::Prep => beside(setting, at).or_else(|| helped(setting, at)).or_else(|| with_ties(setting, at)),
            Dep::Conj => allied(setting, at).or_else(|| joint(setting, at)),
            _ => joint(setting, at).or_else(|| side_by_side(setting, at)).or_else(|| called(setting, at)),
        })
        .collect()
}

/// "government forces and *allied militias*": they are allied with those they are joined to.
fn allied(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let word = parse.children(at).find(|&child| {
        let word = parse.norm(child) == "allied" || is_alliance(setting, child, WordClass::Verb);
        child < at && parse.dep(child) == Dep::Amod && word
    })?;
    let beside = parse.head(at);
    if !is_party(setting, at) || !is_party(setting, beside) {
        return None;
    }
    let mut draft = Draft::new(ClaimType::AlliedWith, word, "relation/side");
    draft.actor = vec![at];
    draft.target = vec![beside];
    draft.presupposed = true;
    Some(draft)
}

fn beside(setting: Setting, preposition: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let head = parse.head(preposition);
    let host = match parse.norm(preposition) {
        // "a leader fighting *rebels* alongside the army" fights at the army's side.
        "alongside" if parse.dep(head) == Dep::Dobj => parse.head(head),
        // "stationed at *Velna* alongside the militia"
        "alongside"
            if parse.dep(head) == Dep::Pobj
                && setting.lexicon.place_words.is_preposition(parse.norm(parse.head(head))) =>
        {
            match parse.head(parse.head(head)) {
                thing if parse.dep(thing) == Dep::Dobj => parse.head(thing),
                verb => verb,
            }
        }
        "alongside" => head,
        "with" if preposition > 0 && matches!(parse.norm(preposition - 1), "together" | "along") => {
            match parse.pos(head) {
                Pos::Adv | Pos::Adp => parse.head(head),
                _ => head,
            }
        }
        // "The Kestrian Army, *with* Morvanian forces, attacked Velna."
        "with" if parse.dep(head) == Dep::Nsubj && between_commas(parse, preposition) => {
            let whom = grammar::object_of(parse, preposition)?;
            let named = |at: usize| {
                matches!(super::label(parse, at), Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Norp))
                    || super::is_state_word(setting, at)
            };
            let theirs = || parse.children(whom).any(|child| child < whom && named(child));
            let forces = class::fits(parse, setting.lexicon, whom, &[NounClass::Forces]) && theirs();
            if !named(head) || !named(whom) && !forces {
                return None;
            }
            head
        }
        // "acts *in concert* with Kestria", where the tree hangs it on the verb.
        "with" if acts_in(setting, preposition) => head,
        "with" if parse.dep(head) == Dep::Pobj && acts_together(setting, head) => {
            let outer = parse.head(head);
            let host = (parse.norm(outer) == "in").then(|| parse.head(outer))?;
            // "carried out the *raid* in cooperation with Kestria"
            if parse.dep(host) == Dep::Dobj && !is_party(setting, host) { parse.head(host) } else { host }
        }
        _ => return None,
    };
    let actor = match parse.pos(host) {
        Pos::Verb | Pos::Aux if parse.norm(preposition) == "alongside" && grammar::is_passive(parse, host) => {
            grammar::undergoer(parse, host)?
        }
        Pos::Verb | Pos::Aux => grammar::doer(parse, host)?,
        Pos::Noun | Pos::Propn => host,
        _ => return None,
    };
    let target = grammar::object_of(parse, preposition)?;
    of_parties(setting, ClaimType::AlliedWith, preposition, actor, target)
}

/// A bond of one party, with those joined to it, and another; `None` where one of them is none, or both are one.
fn of_parties(setting: Setting, bond: ClaimType, trigger: usize, actor: usize, target: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if !is_party(setting, actor) || !is_party(setting, target) || actor == target {
        return None;
    }
    let mut draft = Draft::new(bond, trigger, "relation/side");
    draft.actor = grammar::joined(parse, actor);
    draft.target = grammar::joined(parse, target);
    draft.target.retain(|at| !draft.actor.contains(at));
    Some(draft)
}

/// True for a preposition whose phrase commas set off: "Kestria*, with Morvanian forces,* attacked".
fn between_commas(parse: &Parse, preposition: usize) -> bool {
    let words = parse.subtree(preposition);
    preposition > 0
        && parse.word(preposition - 1) == ","
        && words.start == preposition
        && words.end < parse.len()
        && parse.word(words.end) == ","
}

/// "a joint Morvanian-Kestrian patrol", "the combined Morvanian and Kestrian troops", "a Morvanian and Kestrian force": two that stand before
/// what is theirs together.
fn joint(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    // One force of two is both of theirs; of "Morvanian and Kestrian troops" each may have its own.
    let one = parse.tag(at) == Tag::Nn && class::fits(parse, setting.lexicon, at, &[NounClass::Forces]);
    let shared = parse.pos(at) == Pos::Noun && (one || joint_word(setting, at).is_some());
    if !shared || !class::fits(parse, setting.lexicon, at, &[NounClass::Forces, NounClass::Party, NounClass::Deed]) {
        return None;
    }
    let start = parse.subtree(at).start;
    let somebody = |word: usize| {
        super::is_state_word(setting, word)
            || matches!(super::label(parse, word), Some(NameLabel::Org | NameLabel::Norp | NameLabel::Gpe))
            || parse.tag(word) == Tag::Nn && setting.lexicon.nouns.is(parse.norm(word), NounClass::Party)
    };
    // "the combined forces of Morvania, Kestria and the Guard"
    if let Some(of) =
        grammar::after(parse, at, "of").filter(|_| class::fits(parse, setting.lexicon, at, &[NounClass::Forces]))
    {
        let all = grammar::joined(parse, of);
        if let [others @ .., last] = all.as_slice()
            && !others.is_empty()
            && all.iter().all(|&one| is_party(setting, one))
        {
            let mut draft = Draft::new(ClaimType::AlliedWith, at, "relation/side");
            draft.actor = others.to_vec();
            draft.target = vec![*last];
            draft.presupposed = true;
            draft.quote = Some(start..*last + 1);
            return Some(draft);
        }
    }
    let joins = |word: usize| matches!(parse.word(word), "-" | "–" | "/" | "and");
    // "the *KAN-PF* party" is one.
    let two = |word: usize| parse.name_of(word - 1).is_none() || parse.name_of(word - 1) != parse.name_of(word + 1);
    let joint = joint_word(setting, at).is_some();
    let two = |word: usize| joint || two(word) || super::label(parse, word) != Some(NameLabel::Org);
    let mut middle = start + 1..at.saturating_sub(1);
    let middle = middle.find(|&word| joins(word) && two(word) && somebody(word - 1) && somebody(word + 1));
    if let Some(draft) = joint_row(setting, at) {
        return Some(draft);
    }
    let middle = middle?;
    let (first, second) = (middle - 1, middle + 1);
    let mut draft = Draft::new(ClaimType::AlliedWith, at, "relation/side");
    draft.actor = vec![first];
    draft.target = vec![second];
    draft.exact = vec![(first, first..first + 1), (second, second..second + 1)];
    draft.presupposed = true;
    draft.quote = Some(start..at + 1);
    Some(draft)
}

/// "*Joint* Morvanian, Kestrian and Tavan forces", "*joint* Morvanian and international troops": as many as stand before what is theirs
/// together, whatever the tree hangs them on; what is of no state stands with the noun.
fn joint_row(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let start = joint_word(setting, at)? + 1;
    let ends = |&word: &usize| matches!(parse.norm(word), "," | "and" | "&") || word == at;
    let mut sides: Vec<Range<usize>> = Vec::new();
    let mut from = start;
    for end in (start..=at).filter(ends) {
        if from < end {
            sides.push(from..end);
        }
        from = end + 1;
    }
    let state = |side: &Range<usize>| {
        let named = |word: usize| {
            super::is_state_word(setting, word)
                || matches!(super::label(parse, word), Some(NameLabel::Org | NameLabel::Norp | NameLabel::Gpe))
        };
        named(side.end - 1) || named(side.start)
    };
    let (last, others) = sides.split_last()?;
    if others.is_empty() || !others.iter().all(state) {
        return None;
    }
    let mut draft = Draft::new(ClaimType::AlliedWith, at, "relation/side");
    draft.actor = others.iter().map(|side| side.end - 1).collect();
    draft.exact = others.iter().map(|side| (side.end - 1, side.clone())).collect();
    let (target, words) = if state(last) { (last.end - 1, last.clone()) } else { (at, last.start..at + 1) };
    draft.target = vec![target];
    draft.exact.push((target, words));
    draft.presupposed = true;
    draft.quote = Some(start - 1..at + 1);
    Some(draft)
}

/// The word before a noun that says that it is of several: "*joint* Morvanian and Kestrian forces".
fn joint_word(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let within = |&word: &usize| {
        matches!(parse.pos(word), Pos::Adj | Pos::Propn | Pos::Noun | Pos::Cconj)
            || parse.tag(word) == Tag::Hyph
            || matches!(parse.word(word), "," | "-" | "–" | "/")
    };
    let joint = |word: &usize| setting.lexicon.senses.has(parse.norm(*word), Sense::Joint);
    let mut before = (at.saturating_sub(12)..at).rev();
    before.find(|word| joint(word) || !within(word)).filter(joint)
}

/// "*With* the support of Morvania, the militia took Velna": who supports it backs it.
fn helped(setting: Setting, preposition: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if parse.norm(preposition) != "with" {
        return None;
    }
    let help = grammar::object_of(parse, preposition)?;
    let frames = setting.frames(help);
    if !frames.iter().any(|frame| frame.claim_type == ClaimType::Backs && frame.class == WordClass::Noun) {
        return None;
    }
    let giver = grammar::after(parse, help, "of")
        .or_else(|| grammar::after(parse, help, "from"))
        .or_else(|| grammar::owner(parse, help))
        .filter(|&giver| is_party(setting, giver) && parse.pos(giver) != Pos::Pron)?;
    let verb = parse.head(preposition);
    let client = matches!(parse.pos(verb), Pos::Verb | Pos::Aux).then(|| grammar::doer(parse, verb)).flatten()?;
    of_parties(setting, ClaimType::Backs, help, giver, client)
}

/// "a firm *with ties to the council*", "the Front, *with links to Morvania*": who has the bond.
fn with_ties(setting: Setting, with: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let bond = grammar::object_of(parse, with).filter(|_| parse.norm(with) == "with")?;
    if !is_alliance(setting, bond, WordClass::Noun) || grammar::owner(parse, bond).is_some() {
        return None;
    }
    let other = grammar::after(parse, bond, "to").or_else(|| grammar::after(parse, bond, "with"))?;
    let host = Some(parse.head(with)).filter(|&host| matches!(parse.pos(host), Pos::Noun | Pos::Propn))?;
    let host = match parse.dep(host) {
        Dep::Attr => grammar::subject(parse, parse.head(host))?,
        Dep::Appos => parse.head(host),
        _ => host,
    };
    of_parties(setting, ClaimType::AlliedWith, bond, host, other)
}

/// "Morvania and Kestria fought side by side", "Morvania works side by side with Kestria".
fn side_by_side(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let word = |at: usize| if at < parse.len() { parse.norm(at) } else { "" };
    // "*jointly* attacked Velna"
    let jointly = word(at) == "jointly" && parse.pos(parse.head(at)) == Pos::Verb;
    let phrase = jointly
        || matches!((word(at), word(at + 1), word(at + 2)), ("side", "by", "side") | ("shoulder", "to", "shoulder"));
    let verb = phrase.then(|| grammar::clause_head(parse, at)).filter(|&verb| verb < at || jointly)?;
    let all = grammar::joined(parse, grammar::doer(parse, verb)?);
    let with = (!jointly && word(at + 3) == "with").then(|| grammar::object_of(parse, at + 3)).flatten();
    let (actor, target) = match (with, all.as_slice()) {
        (Some(with), _) => (all, vec![with]),
        (None, [first, rest @ ..]) if !rest.is_empty() => (vec![*first], rest.to_vec()),
        _ => return None,
    };
    if !actor.iter().chain(&target).all(|&at| is_party(setting, at)) {
        return None;
    }
    let mut draft = Draft::new(ClaimType::AlliedWith, at, "relation/side");
    draft.predicate = verb;
    draft.actor = actor;
    draft.target = target;
    Some(draft)
}

/// True for a "with" right behind words by which two act at one time, on the same verb: "*in concert* with Kestria".
fn acts_in(setting: Setting, with: usize) -> bool {
    let parse = &setting.part.parse;
    let Some(noun) = with.checked_sub(1).filter(|&noun| noun > 0 && parse.dep(noun) == Dep::Pobj) else { return false };
    let lead = parse.head(noun);
    parse.norm(lead) == "in" && lead + 1 == noun && parse.head(lead) == parse.head(with) && acts_together(setting, noun)
}

/// True for a noun by which two act at one time: "in *cooperation* with Kestria", "in *concert* with Kestria".
fn acts_together(setting: Setting, noun: usize) -> bool {
    setting.lexicon.senses.has(setting.part.parse.norm(noun), Sense::League)
        || is_alliance(setting, noun, WordClass::Noun)
}

fn is_party(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    class::fits(parse, setting.lexicon, at, &[NounClass::Party, NounClass::Forces])
        && (parse.pos(at) != Pos::Pron || parse.norm(at) != "it")
}

/// "*Kestria's arch-foe* Morvania", "the clan and *its rival* the Front", "*Brek ally* Ivo Tarn": a noun before a name that tells what he is to
/// whoever stands before it.
fn called(setting: Setting, noun: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if parse.tag(noun) != Tag::Nn || noun + 1 >= parse.len() || parse.name_of(noun).is_some() {
        return None;
    }
    let entry = parse.entry(noun);
    let bonds = setting.lexicon.triggers.nouns(entry).filter(|frame| frame.words.is_empty());
    let bond = bonds
        .filter(|frame| frame.actor.contains(&Slot::Described))
        .map(|frame| frame.claim_type)
        .find(|bond| matches!(bond, ClaimType::AlliedWith | ClaimType::Opposes))?;
    let name = (noun + 1..parse.len()).take_while(|&at| parse.pos(at) == Pos::Propn).last()?;
    let joined = parse.head(noun) == name || parse.head(name) == noun;
    let before = |&child: &usize| {
        let whose =
            parse.dep(child) == Dep::Poss || parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn;
        child < noun && whose
    };
    let whose = [noun, name].into_iter().flat_map(|head| parse.children(head)).find(before)?;
    // "the *fleet's* rival Halden": the frames read what the tree hangs on the noun itself, unless a name follows it as its own.
    let known = parse.dep(noun) != Dep::Compound && parse.dep(whose) == Dep::Poss && parse.head(whose) == noun;
    let party = |at: usize| is_party(setting, at) || setting.names_person(at);
    if !joined || known || !party(name) || !(party(whose) || parse.pos(whose) == Pos::Pron) {
        return None;
    }
    let mut draft = Draft::new(bond, noun, "relation/side");
    draft.actor = vec![name];
    draft.target = vec![whose];
    draft.exact = vec![(name, noun + 1..name + 1)];
    draft.presupposed = true;
    draft.quote = Some(whose.min(noun)..name + 1);
    Some(draft)
}

/// True for a word for an alliance or for acting together, by the frames that tell so.
pub(crate) fn is_alliance(setting: Setting, at: usize, class: WordClass) -> bool {
    let frames = setting.frames(at);
    frames.iter().any(|frame| frame.claim_type == ClaimType::AlliedWith && frame.class == class)
}
