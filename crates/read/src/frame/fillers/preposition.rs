//! What follows a preposition at a trigger?
//!
//! "an attack *on* the base", "carried out an attack *on* the base", "clashed *with* rebels": it can hang on the trigger, on a word of it or on
//! the verb that carries it.

mod hosts;

use crate::claim::Setting;
use crate::frame::fillers::{dative, done_to, hung};
use crate::frame::{Spot, is_place};
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::ClaimType;

/// A preposition that is looked for at a trigger.
#[derive(Clone, Copy)]
struct Lead<'f, 's, 'a> {
    setting: Setting<'s, 'a>,
    site: &'f Spot,
    word: &'f str,
}

/// The head of what follows a preposition at a trigger.
pub(in crate::frame) fn after(setting: Setting, site: &Spot, word: &str) -> Option<usize> {
    const ELSEWHERE: &[fn(Lead) -> Option<usize>] = &[
        owner,
        sufferers,
        partner,
        filled_arms,
        joined_deeds,
        behind_day,
        nearest_pair,
        aimed_at,
        of_noun,
        shared_behind,
        behind_agent,
        by_means,
    ];
    let lead = Lead { setting, site, word };
    if word == "with" && is_talked_over(lead) {
        return None;
    }
    let hung = || hosts::all(lead).into_iter().filter(|&host| !is_town(lead, host)).find_map(|host| on(lead, host));
    hung().or_else(|| ELSEWHERE.iter().find_map(|elsewhere| elsewhere(lead)))
}

/// What hangs on a word.
fn on(Lead { setting, word, .. }: Lead, host: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    // "was fought *between 3 and 9 May* between the army and the rebels", "imposed sanctions on two generals *on Monday*"
    let told = |object: usize| parse.pos(object) != Pos::Num || word == "between";
    let object = grammar::after(parse, host, word).filter(|&at| !told(at) || !is_day(parse, at));
    object.or_else(|| (word == "to").then(|| dative(parse, host)).flatten())
}

/// "cleared *the town* of Velna": whose name stands behind "of" is the town.
fn is_town(Lead { setting, site, word }: Lead, host: usize) -> bool {
    let parse = &setting.part.parse;
    let place = || setting.lexicon.places.type_word(parse.entry(host)).is_some();
    let name = || grammar::after(parse, host, "of").is_some_and(|name| is_place(setting, name));
    site.class == WordClass::Verb && word == "of" && place() && name()
}

/// "froze *the general's* assets" froze the assets of the general.
fn owner(Lead { setting, site, word }: Lead) -> Option<usize> {
    if word != "of" {
        return None;
    }
    let parse = &setting.part.parse;
    let owned = |&&noun: &&usize| parse.pos(noun) == Pos::Noun && matches!(parse.dep(noun), Dep::Dobj | Dep::Nsubjpass);
    let owner = site.words.iter().filter(owned).find_map(|&noun| grammar::owner(parse, noun))?;
    // "the council has *our* support"
    let speaker = matches!(parse.norm(owner), "my" | "our");
    (parse.pos(owner) != Pos::Pron || speaker).then_some(owner)
}

/// "caused ten *civilian* deaths"
fn sufferers(Lead { setting, site, word }: Lead) -> Option<usize> {
    let mut nouns = site.words.iter().copied().filter(|&noun| setting.part.parse.pos(noun) == Pos::Noun);
    (word == "of").then(|| nouns.find_map(|noun| done_to(setting, noun))).flatten()
}

/// "signed an accord on trade *with Kestria*": the tree may hang the partner on what the accord is about.
fn partner(Lead { setting, site, word }: Lead) -> Option<usize> {
    use NounClass::{Accord, Party, People};
    if site.class != WordClass::Verb || word != "with" {
        return None;
    }
    let parse = &setting.part.parse;
    let object = grammar::undergoer(parse, site.trigger)?;
    let partner = |&partner: &usize| class::fits(parse, setting.lexicon, partner, &[Party, People]);
    let within = parse.subtree(object).filter(|&at| parse.norm(at) == "with" && at > object);
    class::fits(parse, setting.lexicon, object, &[Accord])
        .then(|| within.filter_map(|with| grammar::object_of(parse, with)).find(partner))
        .flatten()
}

/// "dropped bombs *filled with gas on* two villages": a participle between takes the preposition.
fn filled_arms(Lead { setting, site, word }: Lead) -> Option<usize> {
    if site.class != WordClass::Verb || !matches!(word, "on" | "at" | "against" | "into") {
        return None;
    }
    let parse = &setting.part.parse;
    let object = parse.child(site.trigger, Dep::Dobj)?;
    if !class::fits(parse, setting.lexicon, object, &[NounClass::Arms]) {
        return None;
    }
    // "rockets *targeting* troops" says itself what is hit.
    let strikes = |verb: usize| {
        let frames = setting.frames(verb);
        frames.iter().any(|frame| matches!(frame.claim_type, ClaimType::Attack | ClaimType::Strike))
    };
    let filled = |&child: &usize| child > object && parse.dep(child) == Dep::Acl && !strikes(child);
    parse.children(object).filter(filled).find_map(|filled| {
        let below = parse.child(filled, Dep::Dobj).into_iter();
        let below = below.chain(grammar::after(parse, filled, "with")).chain([filled]);
        below.filter_map(|host| grammar::after(parse, host, word)).next()
    })
}

/// "the arrest and *execution of* nine clerks", "raids and *attacks on* the villagers": joined deeds share what stands behind the last.
fn joined_deeds(Lead { setting, site, word }: Lead) -> Option<usize> {
    if site.class != WordClass::Noun || !matches!(word, "of" | "on" | "against" | "by") {
        return None;
    }
    let parse = &setting.part.parse;
    let deed = |at: &usize| parse.pos(*at) == Pos::Noun && class::fits(parse, setting.lexicon, *at, &[NounClass::Deed]);
    let mut last = site.trigger;
    while let Some(next) = parse.children(last).find(|child| parse.dep(*child) == Dep::Conj && deed(child)) {
        last = next;
    }
    let first = parse.head(site.trigger);
    if parse.dep(site.trigger) == Dep::Conj && deed(&first) {
        return grammar::after(parse, first, word).filter(|&shared| shared > site.trigger);
    }
    (last != site.trigger).then(|| grammar::after(parse, last, word)).flatten()
}

/// "the agreement reached *yesterday* between both sides": a day may stand between as well.
fn behind_day(Lead { setting, site, word }: Lead) -> Option<usize> {
    if site.class != WordClass::Noun || word != "between" {
        return None;
    }
    let parse = &setting.part.parse;
    let made =
        |&child: &usize| child > site.trigger && parse.dep(child) == Dep::Acl && grammar::is_passive(parse, child);
    let below = parse.children(site.trigger).filter(made).flat_map(|made| parse.children(made));
    below.filter(|&day| parse.dep(day) == Dep::Npadvmod).find_map(|day| grammar::after(parse, day, word))
}

/// "The battle took place in May near Velna *between the army and the rebels*": the nearest pair behind it in the clause.
fn nearest_pair(Lead { setting, site, word }: Lead) -> Option<usize> {
    let parse = &setting.part.parse;
    let told = matches!(parse.dep(site.trigger), Dep::Nsubj | Dep::Nsubjpass);
    if site.class != WordClass::Noun || word != "between" || !told {
        return None;
    }
    let verb = grammar::clause_head(parse, site.trigger);
    let mut range = site.trigger..parse.subtree(verb).end.max(site.trigger);
    let pair = |&object: &usize| {
        // "between *Kestrian and Morvanian* forces" are two by what stands before them.
        let before = || parse.children(object).any(|child| child < object && grammar::joined(parse, child).len() > 1);
        !is_day(parse, object) && (grammar::joined(parse, object).len() > 1 || before())
    };
    let free = |at: usize| {
        let host = parse.head(at);
        host == verb
            || is_day(parse, host)
            || parse.dep(host) == Dep::Acl && parse.head(host) == site.trigger
            || is_place(setting, host)
            || grammar::after(parse, host, "of").is_some_and(|of| of < at && is_place(setting, of))
    };
    let between = range.by_ref().filter(|&at| parse.norm(at) == "between" && free(at));
    between.filter_map(|at| grammar::object_of(parse, at)).find(pair)
}

/// "protests by students *against* the law"
fn of_noun(Lead { setting, site, word }: Lead) -> Option<usize> {
    (site.class == WordClass::Noun).then(|| hung::object(setting, site.trigger, word)).flatten()
}

/// "conducted strikes using jets *against* the rebels": the words between may take the preposition.
fn by_means(Lead { setting, site, word }: Lead) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = site.carrier.map(|carrier| carrier.verb).filter(|_| word == "against")?;
    let range = site.trigger..parse.subtree(verb).end.max(site.trigger);
    // "began when Kestria backed a revolt *against* the council": what another clause tells is done to others.
    let within = |at: usize| {
        let clause = grammar::clause_head(parse, at);
        clause == verb || parse.tag(clause) == Tag::Vbg && grammar::clause_head(parse, parse.head(clause)) == verb
    };
    let leads = range.into_iter().filter(|&at| parse.norm(at) == "against" && within(at));
    leads.filter_map(|at| grammar::object_of(parse, at)).next()
}

/// What stands behind the one by whom it is done: "shots were fired by the guards *at the crowd*". The tree hangs it on the guards.
fn behind_agent(Lead { setting, site, word }: Lead) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    let agent = grammar::agent(parse, verb).filter(|_| matches!(word, "against" | "at" | "on" | "to" | "with"))?;
    grammar::after(parse, agent, word).filter(|&at| !is_day(parse, at))
}

/// What stands once behind the prepositions of two nouns: "attacks *on*, and the kidnapping of, *aid workers*", "raids on and killings
/// *of*, *villagers*". The tree leaves the first preposition bare.
fn shared_behind(Lead { setting, site, word }: Lead) -> Option<usize> {
    const BETWEEN: usize = 6;
    let (parse, noun) = (&setting.part.parse, site.trigger);
    let lead = noun + 1;
    let end = parse.sentences()[parse.sentence_of(noun)].end;
    let bare = |lead: usize| parse.children(lead).all(|child| parse.pos(child) == Pos::Punct);
    if site.class != WordClass::Noun || lead + 2 >= end || parse.norm(lead) != word || !bare(lead) {
        return None;
    }
    let comma = |at: usize| at + usize::from(at < end && parse.word(at) == ",");
    let next = comma(lead + 1);
    let start = if matches!(parse.norm(next), "and" | "or") {
        let nouns = next + 1..end.min(next + 1 + BETWEEN);
        let second = nouns.clone().find(|&at| parse.pos(at) == Pos::Adp)?;
        let plain = |at: usize| matches!(parse.pos(at), Pos::Noun | Pos::Adj | Pos::Det | Pos::Pron | Pos::Verb);
        if !(next + 1..second).all(plain) || second == next + 1 {
            return None;
        }
        comma(second + 1)
    } else {
        // The second of the two: another noun with a preposition is joined to it from before.
        let joined = (noun.saturating_sub(BETWEEN)..noun).any(|at| matches!(parse.norm(at), "and" | "or"));
        (next > lead + 1 && joined).then_some(next)?
    };
    if start >= end {
        return None;
    }
    let inner = |at: usize| {
        matches!(
            parse.dep(at),
            Dep::Det | Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Nummod | Dep::Poss | Dep::Quantmod
        )
    };
    let mut at = start;
    while at + 1 < end && inner(at) && parse.head(at) > at {
        at = parse.head(at);
    }
    matches!(parse.pos(at), Pos::Noun | Pos::Propn | Pos::Pron).then_some(at)
}

/// True for a deed that somebody talks over with another, who has no part in it: "discussed *the war* with the envoy".
fn is_talked_over(Lead { setting, site, .. }: Lead) -> bool {
    let parse = &setting.part.parse;
    let verb = parse.head(site.trigger);
    let with = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "with");
    let talks = |frame: &Frame| {
        frame.class == WordClass::Verb
            && frame.claim_type == ClaimType::Meet
            && frame.words.is_empty()
            && frame.target.iter().any(with)
    };
    site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Dobj
        && class::fits(parse, setting.lexicon, site.trigger, &[NounClass::Deed])
        && setting.frames(verb).iter().any(talks)
}

/// At whom a participle behind a noun says that it is aimed: "sanctions *targeting the bank*", "measures *aimed at the generals*", "threats
/// *directed at the court*".
fn aimed_at(Lead { setting, site, word }: Lead) -> Option<usize> {
    use NounClass::{Forces, Party, People, Place, Site};
    if !matches!(word, "against" | "at" | "on") {
        return None;
    }
    let parse = &setting.part.parse;
    let nouns = std::iter::once(site.trigger).chain(site.words.iter().copied());
    let nouns = nouns.filter(|&noun| parse.pos(noun) == Pos::Noun);
    let participles = nouns.flat_map(|noun| parse.children(noun).filter(move |&child| child > noun));
    participles.filter(|&verb| parse.dep(verb) == Dep::Acl).find_map(|verb| {
        let whom = match (parse.lemma(verb), parse.tag(verb)) {
            ("target", Tag::Vbg) => parse.child(verb, Dep::Dobj),
            ("aim" | "direct", Tag::Vbn) => {
                ["against", "at", "towards"].into_iter().find_map(|lead| grammar::after(parse, verb, lead))
            }
            _ => None,
        };
        whom.filter(|&whom| class::fits(parse, setting.lexicon, whom, &[Forces, Party, People, Place, Site]))
    })
}

/// True for a word of a day, month or year.
pub(in crate::frame) fn is_day(parse: &Parse, at: usize) -> bool {
    let label = parse.name_of(at).map(|name| name.label);
    matches!(label, Some(NameLabel::Date | NameLabel::Time)) || label.is_none() && parse.pos(at) == Pos::Num
}
