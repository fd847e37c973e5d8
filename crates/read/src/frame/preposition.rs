//! What follows a preposition at a trigger?
//!
//! "an attack *on* the base", "carried out an attack *on* the base", "clashed *with* rebels": it can hang on the trigger, on a word of it or on
//! the verb that carries it.

use super::Spot;
use super::fillers::{dative, done_to};
use super::hung;
use crate::claim::Setting;
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// The head of what follows a preposition at a trigger.
pub(super) fn after(setting: Setting, site: &Spot, word: &str) -> Option<usize> {
    let parse = &setting.part.parse;
    if word == "with" && is_talked_over(setting, site) {
        return None;
    }
    let mut hosts = vec![site.trigger];
    hosts.extend(&site.words);
    if let Some(carrier) = site.carrier {
        hosts.push(carrier.verb);
        hosts.extend(carrier.noun);
    }
    if site.class == WordClass::Adjective && parse.dep(site.trigger) == Dep::Acomp {
        hosts.push(parse.head(site.trigger));
    }
    // "is a *vital* crossing for refugees": the tree hangs on the noun for whom it is so.
    if site.class == WordClass::Adjective && parse.dep(site.trigger) == Dep::Amod && word == "for" {
        hosts.push(parse.head(site.trigger));
    }
    // "fight for independence *from* Kestria"
    let stake = (word == "from").then(|| grammar::after(parse, site.trigger, "for")).flatten();
    hosts.extend(stake.filter(|&stake| setting.is_noun(stake, NounClass::Stake)));
    // "the rebels' camp is *at* Velna"
    let be = parse.head(site.trigger);
    if site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Nsubj
        && parse.lemma(be) == "be"
        && parse.child(be, Dep::Attr).is_none()
        && matches!(word, "in" | "at" | "on" | "near")
    {
        hosts.push(be);
    }
    // "the attack today on a convoy": a day between takes the preposition.
    hosts.extend(
        parse.children(site.trigger).filter(|&child| parse.dep(child) == Dep::Npadvmod && child > site.trigger),
    );
    // "increased cooperation in May *with* Kestria"
    let joins = |frame: &lexicon::Frame| frame.claim_type == ClaimType::AlliedWith && frame.class == WordClass::Noun;
    if word == "with"
        && site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Dobj
        && setting.lexicon.triggers.frames(&parse.entry(site.trigger)).iter().any(joins)
    {
        hosts.push(be);
    }
    // "the raid that *took place* on Monday against a convoy"
    if site.class == WordClass::Noun && word == "against" {
        let own = |clause: &usize| {
            parse.dep(*clause) == Dep::Relcl
                && parse
                    .child(*clause, Dep::Nsubj)
                    .is_some_and(|subject| grammar::antecedent(parse, subject) == site.trigger)
        };
        hosts.extend(parse.children(site.trigger).filter(own));
    }
    // "was raised in talks *last night* between both sides": the tree may hang on the verb what stands behind a day.
    if site.class == WordClass::Noun && word == "between" {
        hosts.extend(behind_day(parse, site.trigger));
    }
    // "the agreement *reached* between both sides"
    if site.class == WordClass::Noun && matches!(word, "between" | "with") {
        let made = |child: &usize| {
            *child > site.trigger
                && parse.dep(*child) == Dep::Acl
                && (grammar::is_passive(parse, *child) || parse.tag(*child) == Tag::Vbd)
        };
        hosts.extend(parse.children(site.trigger).filter(made));
    }
    // "crimes *committed* against the villagers": what stands behind a participle that only carries the deed is what it was done to.
    if site.class == WordClass::Noun && matches!(word, "against" | "on" | "at" | "upon") {
        let carries = |child: &usize| {
            let below = |word: &str| parse.children(*child).any(|below| parse.norm(below) == word);
            *child > site.trigger
                && parse.dep(*child) == Dep::Acl
                && grammar::is_passive(parse, *child)
                && setting.lexicon.light_verbs.find(&parse.entry(*child), below).is_some()
        };
        hosts.extend(parse.children(site.trigger).filter(carries));
    }
    // "stands shoulder to *shoulder* with Kestria": the second of two equal words can have it.
    let again = |&word: &usize| {
        let second = (word + 2 < parse.len() && parse.norm(word + 2) == parse.norm(word)).then_some(word + 2);
        second.filter(|&second| parse.dep(second) == Dep::Pobj && parse.head(second) == word + 1)
    };
    let seconds: Vec<usize> = site.words.iter().filter_map(again).collect();
    hosts.extend(seconds);
    // "threatened to *use force* against Kestria": what stands behind a word of the trigger can hang on the verb between.
    let between = |word: &usize| parse.dep(*word) == Dep::Dobj && parse.head(*word) > site.trigger;
    hosts.extend(site.words.iter().filter(|word| between(word)).map(|&word| parse.head(word)));
    if site.class == WordClass::Verb {
        // "gave 40 trucks and 500 rifles *to* the brigade": the tree hangs it on the last thing.
        hosts
            .extend(parse.child(site.trigger, Dep::Dobj).into_iter().flat_map(|object| grammar::joined(parse, object)));
        // "gave $2 million *in* aid to the rebels"
        let object = parse.child(site.trigger, Dep::Dobj);
        hosts
            .extend(object.and_then(|object| {
                grammar::after(parse, object, "in").or_else(|| grammar::after(parse, object, "of"))
            }));
        hosts.extend(
            parse
                .children(site.trigger)
                .filter(|&child| matches!(parse.dep(child), Dep::Prt | Dep::Prep | Dep::Advmod))
                // "according *to*" names who says it.
                .filter(|&child| parse.norm(child) != "according")
                // "cleared four villages *north* of Velna"
                .filter(|&child| !setting.lexicon.place_words.is_relative(parse.norm(child))),
        );
    }
    // "the fall of *Ostrel to* the rebels", "the battle *in Velna between* the army and the rebels": the tree may hang it on the
    // place of the deed.
    if site.class == WordClass::Noun && matches!(word, "between" | "by" | "from" | "to") {
        let scene = |child: &usize| parse.dep(*child) == Dep::Prep && *child > site.trigger;
        let objects = parse.children(site.trigger).filter(scene).filter_map(|child| parse.child(child, Dep::Pobj));
        hosts.extend(objects.filter(|&object| super::is_place(setting, object)));
    }
    // "cleared *the town of Velna*": whose name stands behind "of" is the town.
    let town = |host: usize| {
        let place = || setting.lexicon.places.type_word(&parse.entry(host)).is_some();
        let name = || grammar::after(parse, host, "of").is_some_and(|name| super::is_place(setting, name));
        site.class == WordClass::Verb && word == "of" && place() && name()
    };
    let found = hosts.iter().filter(|&&host| !town(host)).find_map(|&host| {
        // "was fought *between 3 and 9 May* between the army and the rebels", "imposed sanctions on two generals *on Monday*"
        let told = |object: &usize| parse.pos(*object) != Pos::Num || word == "between";
        let object = grammar::after(parse, host, word).filter(|at| !told(at) || !is_day(parse, *at));
        object.or_else(|| (word == "to").then(|| dative(parse, host)).flatten())
    });
    // "froze *the general's* assets" froze the assets of the general.
    let found = found.or_else(|| {
        let owned =
            |&&noun: &&usize| parse.pos(noun) == Pos::Noun && matches!(parse.dep(noun), Dep::Dobj | Dep::Nsubjpass);
        let owner = || site.words.iter().filter(owned).find_map(|&noun| grammar::owner(parse, noun));
        // "the council has *our* support"
        let speaker = |owner: usize| matches!(parse.norm(owner), "my" | "our");
        (word == "of").then(owner).flatten().filter(|&owner| parse.pos(owner) != Pos::Pron || speaker(owner))
    });
    // "caused ten *civilian* deaths"
    let found = found.or_else(|| {
        let nouns = || site.words.iter().copied().filter(|&noun| parse.pos(noun) == Pos::Noun);
        (word == "of").then(|| nouns().find_map(|noun| done_to(setting, noun))).flatten()
    });
    // "signed an accord on trade *with Kestria*": the tree may hang the partner on what the accord is about.
    let found = found.or_else(|| {
        use NounClass::{Accord, Party, People};
        let object =
            grammar::undergoer(parse, site.trigger).filter(|_| site.class == WordClass::Verb && word == "with")?;
        let partner = |&partner: &usize| class::fits(parse, setting.lexicon, partner, &[Party, People]);
        let within = parse.subtree(object).filter(|&at| parse.norm(at) == "with" && at > object);
        class::fits(parse, setting.lexicon, object, &[Accord])
            .then(|| within.filter_map(|with| grammar::object_of(parse, with)).find(partner))
            .flatten()
    });
    // "dropped bombs *filled with gas on* two villages": a participle between takes the preposition.
    let found = found.or_else(|| {
        let object = parse.child(site.trigger, Dep::Dobj)?;
        let arms = class::fits(parse, setting.lexicon, object, &[NounClass::Arms]);
        // "rockets *targeting* troops" says itself what is hit.
        let strikes = |verb: usize| {
            let frames = setting.lexicon.triggers.frames(&parse.entry(verb));
            frames.iter().any(|frame| matches!(frame.claim_type, ClaimType::Attack | ClaimType::Strike))
        };
        let mut filled =
            parse.children(object).filter(|&child| child > object && parse.dep(child) == Dep::Acl && !strikes(child));
        (site.class == WordClass::Verb && arms && matches!(word, "on" | "at" | "against" | "into"))
            .then(|| {
                filled.find_map(|filled| {
                    let below = parse.child(filled, Dep::Dobj).into_iter();
                    let below = below.chain(grammar::after(parse, filled, "with")).chain([filled]);
                    below.filter_map(|host| grammar::after(parse, host, word)).next()
                })
            })
            .flatten()
    });
    // "the arrest and *execution of* nine clerks", "raids and *attacks on* the villagers": joined deeds share what stands behind the last.
    let found = found.or_else(|| {
        if site.class != WordClass::Noun || !matches!(word, "of" | "on" | "against" | "by") {
            return None;
        }
        let deed =
            |at: &usize| parse.pos(*at) == Pos::Noun && class::fits(parse, setting.lexicon, *at, &[NounClass::Deed]);
        let mut last = site.trigger;
        while let Some(next) = parse.children(last).find(|child| parse.dep(*child) == Dep::Conj && deed(child)) {
            last = next;
        }
        let first = parse.head(site.trigger);
        if parse.dep(site.trigger) == Dep::Conj && deed(&first) {
            return grammar::after(parse, first, word).filter(|&shared| shared > site.trigger);
        }
        (last != site.trigger).then(|| grammar::after(parse, last, word)).flatten()
    });
    // "the agreement reached yesterday between both sides": a day may stand between as well.
    let found = found.or_else(|| {
        let made = parse
            .children(site.trigger)
            .filter(|&child| child > site.trigger && parse.dep(child) == Dep::Acl && grammar::is_passive(parse, child));
        let mut days = made.flat_map(|made| parse.children(made)).filter(|&day| parse.dep(day) == Dep::Npadvmod);
        (site.class == WordClass::Noun && word == "between")
            .then(|| days.find_map(|day| grammar::after(parse, day, word)))
            .flatten()
    });
    // "The battle took place in May near Velna between the army and the rebels": the nearest pair behind it in the clause.
    let found = found.or_else(|| {
        let verb = grammar::clause_head(parse, site.trigger);
        let told = matches!(parse.dep(site.trigger), Dep::Nsubj | Dep::Nsubjpass);
        if site.class != WordClass::Noun || word != "between" || !told {
            return None;
        }
        let range = site.trigger..parse.subtree(verb).end.max(site.trigger);
        let pair = |&object: &usize| {
            // "between *Kestrian and Morvanian* forces" are two by what stands before them.
            let before =
                || parse.children(object).any(|child| child < object && grammar::joined(parse, child).len() > 1);
            !is_day(parse, object) && (grammar::joined(parse, object).len() > 1 || before())
        };
        let free = |at: usize| {
            let host = parse.head(at);
            host == verb
                || is_day(parse, host)
                || parse.dep(host) == Dep::Acl && parse.head(host) == site.trigger
                || super::is_place(setting, host)
                || grammar::after(parse, host, "of").is_some_and(|of| of < at && super::is_place(setting, of))
        };
        let between = range.filter(|&at| parse.norm(at) == "between" && free(at));
        between.filter_map(|at| grammar::object_of(parse, at)).find(pair)
    });
    let found = found.or_else(|| aimed_at(setting, site, word));
    // "protests by students *against* the law"
    let found =
        found.or_else(|| (site.class == WordClass::Noun).then(|| hung::object(setting, site.trigger, word)).flatten());
    // "attacks *on*, and kidnapping of, *nurses*"
    let found =
        found.or_else(|| (site.class == WordClass::Noun).then(|| shared_behind(parse, site.trigger, word)).flatten());
    let found = found.or_else(|| behind_agent(parse, site, word));
    // "conducted strikes using jets against the rebels": the words between may take the preposition.
    found.or_else(|| {
        let verb = site.carrier.map(|carrier| carrier.verb).filter(|_| word == "against")?;
        let range = site.trigger..parse.subtree(verb).end.max(site.trigger);
        // "began when Kestria backed a revolt *against* the council": what another clause tells is done to others.
        let within = |at: usize| {
            let clause = grammar::clause_head(parse, at);
            clause == verb || parse.tag(clause) == Tag::Vbg && grammar::clause_head(parse, parse.head(clause)) == verb
        };
        let leads = range.into_iter().filter(|&at| parse.norm(at) == "against" && within(at));
        leads.filter_map(|at| grammar::object_of(parse, at)).next()
    })
}

/// What stands behind the one by whom it is done: "shots were fired by the guards *at the crowd*". The tree hangs it on the guards.
fn behind_agent(parse: &Parse, site: &Spot, word: &str) -> Option<usize> {
    let verb = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    let agent = grammar::agent(parse, verb).filter(|_| matches!(word, "against" | "at" | "on" | "to" | "with"))?;
    grammar::after(parse, agent, word).filter(|&at| !is_day(parse, at))
}

/// What stands once behind the prepositions of two nouns: "attacks *on*, and the kidnapping of, *aid workers*", "raids on and killings
/// *of*, *villagers*". The tree leaves the first preposition bare.
fn shared_behind(parse: &Parse, noun: usize, word: &str) -> Option<usize> {
    const BETWEEN: usize = 6;
    let lead = noun + 1;
    let end = parse.sentences()[parse.sentence_of(noun)].end;
    let bare = |lead: usize| parse.children(lead).all(|child| parse.pos(child) == Pos::Punct);
    if lead + 2 >= end || parse.norm(lead) != word || !bare(lead) {
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
fn is_talked_over(setting: Setting, site: &Spot) -> bool {
    let parse = &setting.part.parse;
    let verb = parse.head(site.trigger);
    let with = |slot: &lexicon::Slot| matches!(slot, lexicon::Slot::Preposition(word) if word == "with");
    let talks = |frame: &lexicon::Frame| {
        frame.class == WordClass::Verb
            && frame.claim_type == ClaimType::Meet
            && frame.words.is_empty()
            && frame.target.iter().any(with)
    };
    site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Dobj
        && class::fits(parse, setting.lexicon, site.trigger, &[NounClass::Deed])
        && setting.lexicon.triggers.frames(&parse.entry(verb)).iter().any(talks)
}

/// At whom a participle behind a noun says that it is aimed: "sanctions *targeting the bank*", "measures *aimed at the generals*", "threats
/// *directed at the court*".
fn aimed_at(setting: Setting, site: &Spot, word: &str) -> Option<usize> {
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
fn is_day(parse: &Parse, at: usize) -> bool {
    let label = parse.name_of(at).map(|name| name.label);
    matches!(label, Some(NameLabel::Date | NameLabel::Time)) || label.is_none() && parse.pos(at) == Pos::Num
}

/// The verb on which the tree hangs what stands right behind a day that is itself behind a noun: "came from talks *last night* between both".
fn behind_day(parse: &Parse, noun: usize) -> Option<usize> {
    let verb = grammar::clause_head(parse, noun);
    let day = parse.children(verb).find(|&child| parse.dep(child) == Dep::Npadvmod && child > noun)?;
    let between = parse.subtree(day).end;
    let close = parse.subtree(day).start == noun + 1 && between < parse.len();
    (close && parse.head(between) == verb && parse.norm(between) == "between").then_some(verb)
}
