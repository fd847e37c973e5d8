//! On which words can a preposition hang that belongs to a trigger?
//!
//! "Carried out an attack *on* the base": on the trigger, on a word of it or on the verb that carries it, and in some ways of putting
//! things on others: "fight for independence *from* Kestria", "the attack today *on* a convoy".

use crate::frame::fillers::preposition::Lead;
use crate::frame::is_place;
use crate::grammar;
use language::{Dep, Parse, Tag};
use lexicon::{Frame, NounClass, WordClass};
use model::ClaimType;

/// The words, the likeliest first.
pub(in crate::frame) fn all(lead: Lead) -> Vec<usize> {
    const OTHERS: &[fn(Lead, &mut Vec<usize>)] =
        &[described, stake, be, day, had, clause, beyond_day, made, carried, again, between, of_verb, scene];
    let mut hosts = vec![lead.site.trigger];
    hosts.extend(&lead.site.words);
    if let Some(carrier) = lead.site.carrier {
        hosts.push(carrier.verb);
        hosts.extend(carrier.noun);
    }
    OTHERS.iter().for_each(|others| others(lead, &mut hosts));
    hosts
}

/// "the rebels *are* hostile to Kestria", "is a vital *crossing* for refugees": the tree hangs on the noun for whom it is so.
fn described(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    let dep = setting.part.parse.dep(site.trigger);
    if site.class == WordClass::Adjective && (dep == Dep::Acomp || dep == Dep::Amod && word == "for") {
        hosts.push(setting.part.parse.head(site.trigger));
    }
}

/// "fight for *independence* from Kestria"
fn stake(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    let stake = (word == "from").then(|| grammar::after(&setting.part.parse, site.trigger, "for")).flatten();
    hosts.extend(stake.filter(|&stake| setting.is_noun(stake, NounClass::Stake)));
}

/// "the rebels' camp *is* at Velna"
fn be(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    let parse = &setting.part.parse;
    let be = parse.head(site.trigger);
    if site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Nsubj
        && parse.lemma(be) == "be"
        && parse.child(be, Dep::Attr).is_none()
        && matches!(word, "in" | "at" | "on" | "near")
    {
        hosts.push(be);
    }
}

/// "the attack *today* on a convoy": a day between takes the preposition.
fn day(Lead { setting, site, .. }: Lead, hosts: &mut Vec<usize>) {
    let parse = &setting.part.parse;
    let day = |&child: &usize| parse.dep(child) == Dep::Npadvmod && child > site.trigger;
    hosts.extend(parse.children(site.trigger).filter(day));
}

/// "*increased* cooperation in May with Kestria"
fn had(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    let parse = &setting.part.parse;
    let joins = |frame: &Frame| frame.claim_type == ClaimType::AlliedWith && frame.class == WordClass::Noun;
    if word == "with"
        && site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Dobj
        && setting.frames(site.trigger).iter().any(joins)
    {
        hosts.push(parse.head(site.trigger));
    }
}

/// "the raid that *took place* on Monday against a convoy"
fn clause(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    if site.class != WordClass::Noun || word != "against" {
        return;
    }
    let parse = &setting.part.parse;
    let about = |subject: usize| grammar::antecedent(parse, subject) == site.trigger;
    let own = |&clause: &usize| parse.dep(clause) == Dep::Relcl && parse.child(clause, Dep::Nsubj).is_some_and(about);
    hosts.extend(parse.children(site.trigger).filter(own));
}

/// "*was raised* in talks last night between both sides": the tree may hang on the verb what stands behind a day.
fn beyond_day(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    if site.class == WordClass::Noun && word == "between" {
        hosts.extend(behind_day(&setting.part.parse, site.trigger));
    }
}

/// "the agreement *reached* between both sides"
fn made(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    if site.class != WordClass::Noun || !matches!(word, "between" | "with") {
        return;
    }
    let parse = &setting.part.parse;
    let made = |&child: &usize| {
        child > site.trigger
            && parse.dep(child) == Dep::Acl
            && (grammar::is_passive(parse, child) || parse.tag(child) == Tag::Vbd)
    };
    hosts.extend(parse.children(site.trigger).filter(made));
}

/// "crimes *committed* against the villagers": what stands behind a participle that only carries the deed is what it was done to.
fn carried(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    if site.class != WordClass::Noun || !matches!(word, "against" | "on" | "at" | "upon") {
        return;
    }
    let parse = &setting.part.parse;
    let carries = |&child: &usize| {
        let below = |word: &str| parse.children(child).any(|below| parse.norm(below) == word);
        child > site.trigger
            && parse.dep(child) == Dep::Acl
            && grammar::is_passive(parse, child)
            && setting.lexicon.light_verbs.find(parse.entry(child), below).is_some()
    };
    hosts.extend(parse.children(site.trigger).filter(carries));
}

/// "stands shoulder to *shoulder* with Kestria": the second of two equal words can have it.
fn again(Lead { setting, site, .. }: Lead, hosts: &mut Vec<usize>) {
    let parse = &setting.part.parse;
    let second = |&word: &usize| {
        let second = (word + 2 < parse.len() && parse.norm(word + 2) == parse.norm(word)).then_some(word + 2);
        second.filter(|&second| parse.dep(second) == Dep::Pobj && parse.head(second) == word + 1)
    };
    hosts.extend(site.words.iter().filter_map(second));
}

/// "threatened to *use* force against Kestria": what stands behind a word of the trigger can hang on the verb between.
fn between(Lead { setting, site, .. }: Lead, hosts: &mut Vec<usize>) {
    let parse = &setting.part.parse;
    let between = |&&word: &&usize| parse.dep(word) == Dep::Dobj && parse.head(word) > site.trigger;
    hosts.extend(site.words.iter().filter(between).map(|&word| parse.head(word)));
}

/// The particles of a verb, and what its object takes along.
fn of_verb(Lead { setting, site, .. }: Lead, hosts: &mut Vec<usize>) {
    if site.class != WordClass::Verb {
        return;
    }
    let parse = &setting.part.parse;
    let object = parse.child(site.trigger, Dep::Dobj);
    // "gave 40 trucks and 500 *rifles* to the brigade": the tree hangs it on the last thing.
    hosts.extend(object.into_iter().flat_map(|object| grammar::joined(parse, object)));
    // "gave $2 million in *aid* to the rebels"
    let below = |object| grammar::after(parse, object, "in").or_else(|| grammar::after(parse, object, "of"));
    hosts.extend(object.and_then(below));
    let own = |&child: &usize| {
        matches!(parse.dep(child), Dep::Prt | Dep::Prep | Dep::Advmod)
            // "according *to*" names who says it.
            && parse.norm(child) != "according"
            // "cleared four villages *north* of Velna"
            && !setting.lexicon.place_words.is_relative(parse.norm(child))
    };
    hosts.extend(parse.children(site.trigger).filter(own));
}

/// "the fall of *Ostrel* to the rebels", "the battle in *Velna* between the army and the rebels": the tree may hang it on the place of the
/// deed.
fn scene(Lead { setting, site, word }: Lead, hosts: &mut Vec<usize>) {
    if site.class != WordClass::Noun || !matches!(word, "between" | "by" | "from" | "to") {
        return;
    }
    let parse = &setting.part.parse;
    let behind = |&child: &usize| parse.dep(child) == Dep::Prep && child > site.trigger;
    let objects = parse.children(site.trigger).filter(behind).filter_map(|child| parse.child(child, Dep::Pobj));
    hosts.extend(objects.filter(|&object| is_place(setting, object)));
}

/// The verb on which the tree hangs what stands right behind a day that is itself behind a noun: "came from talks *last night* between both".
fn behind_day(parse: &Parse, noun: usize) -> Option<usize> {
    let verb = grammar::clause_head(parse, noun);
    let day = parse.children(verb).find(|&child| parse.dep(child) == Dep::Npadvmod && child > noun)?;
    let between = parse.subtree(day).end;
    let close = parse.subtree(day).start == noun + 1 && between < parse.len();
    (close && parse.head(between) == verb && parse.norm(between) == "between").then_some(verb)
}
