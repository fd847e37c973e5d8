//! Who is the subject of this verb, who its object, and what hangs on which preposition?
//!
//! The tree names subjects and objects only where they stand. Here they are also found where English leaves them out: in
//! passives ("the bridge was taken *by rebels*"), relative clauses ("*rebels* who took the bridge"), participles ("*rebels*
//! taking the bridge"), verbs that share a subject ("*rebels* came and took") and infinitives ("*rebels* tried to take"). Subjects have
//! a file of their own.

mod called;
mod gerund;
mod object;
mod row;
mod subject;
mod told;

pub(crate) use gerund::{blamed_above, first_beside, gerund_object, leads_to_deed};
use object::{counted_between, is_listed, shared_object};
pub(crate) use object::{retained, two_objects};
use row::second_side;
pub(crate) use row::{joined, name_before, prefix, row_of, row_owner, row_start};
pub(crate) use subject::{bare_with, busy, causer, first_of, fronted, subject, told_with};

use language::{Dep, NameLabel, Parse, Pos, Tag};
use subject::reflexive;
use told::{is_followed, is_told};

/// How far a subject is searched upwards. Trees of real sentences stay far below it.
const REACH: usize = 12;

/// True for a form that is no past tense, though the tree has it for one: "freed the crew *taken* hostage".
fn is_taken_for_past(parse: &Parse, verb: usize) -> bool {
    let bare = |object: usize| parse.tag(object) == Tag::Nn && parse.children(object).next().is_none();
    matches!(parse.tag(verb), Tag::Vbd | Tag::Vbn)
        && parse.child(verb, Dep::Dobj).is_some_and(bare)
        && parse.children(verb).all(|child| parse.dep(child) != Dep::Aux)
        && parse.lower(verb).ends_with("en")
}

/// True for a verb whose grammatical subject suffers what it tells: "was taken", "towns *held* by rebels".
pub(crate) fn is_passive(parse: &Parse, verb: usize) -> bool {
    if parse.children(verb).any(|child| matches!(parse.dep(child), Dep::Auxpass | Dep::Nsubjpass | Dep::Csubjpass)) {
        return true;
    }
    // "Brek – *shot* dead by police – had fled", taken for a past tense.
    let beside = parse.dep(verb) == Dep::Acl && parse.tag(verb) == Tag::Vbd && parse.child(verb, Dep::Nsubj).is_none();
    if is_seen(parse, verb) || causer(parse, verb).is_some() || beside && agent(parse, verb).is_some() {
        return true;
    }
    if is_counted_beside(parse, verb) || is_taken_for_past(parse, verb) {
        return true;
    }
    if parse.tag(verb) != Tag::Vbn || parse.children(verb).any(|child| parse.dep(child) == Dep::Aux) {
        return false;
    }
    if is_told(parse, verb) {
        return false;
    }
    // "with ten people killed": a participle with a subject of its own and nothing done to anybody.
    if parse.children(verb).any(|child| parse.dep(child) == Dep::Nsubj) {
        // "Ministers *gathered* in Velna.", tagged as a participle.
        if parse.is_root(verb) && parse.word(parse.sentences()[parse.sentence_of(verb)].end - 1) == "." {
            return is_followed(parse, verb);
        }
        return parse.child(verb, Dep::Dobj).is_none() && parse.dep(verb) != Dep::Relcl;
    }
    match parse.dep(verb) {
        Dep::Advcl if is_listed(parse, verb) => is_passive(parse, parse.head(verb)),
        Dep::Acl | Dep::Amod | Dep::Advcl | Dep::Root | Dep::Oprd => parse.child(verb, Dep::Dobj).is_none(),
        // "are still *trapped* in the town", "stands *accused* of murder", taken for an adjective.
        Dep::Acomp if parse.lemma(parse.head(verb)) == "be" => parse.child(verb, Dep::Dobj).is_none(),
        Dep::Acomp | Dep::Xcomp if matches!(parse.lemma(parse.head(verb)), "remain" | "stand") => {
            parse.child(verb, Dep::Dobj).is_none()
        }
        Dep::Conj => is_passive(parse, parse.head(verb)),
        // "was found *shot* at home"
        Dep::Xcomp => is_passive(parse, parse.head(verb)) && parse.child(verb, Dep::Dobj).is_none(),
        _ => false,
    }
}

/// True for a participle that a number alone stands before, joined to a passive: "ten people were killed and 400 *displaced*".
fn is_counted_beside(parse: &Parse, verb: usize) -> bool {
    let number = |at: usize| {
        parse.pos(at) == Pos::Num || parse.name_of(at).is_some_and(|name| name.label == NameLabel::Cardinal)
    };
    parse.dep(verb) == Dep::Conj
        && matches!(parse.tag(verb), Tag::Vbn | Tag::Vbd)
        && parse.child(verb, Dep::Dobj).is_none()
        && parse.child(verb, Dep::Nsubj).is_some_and(number)
        && is_passive(parse, parse.head(verb))
}

/// True for "a week of fighting that *saw* ten men *killed*": what was seen to befall them, taken for their own deed.
fn is_seen(parse: &Parse, verb: usize) -> bool {
    parse.tag(verb) == Tag::Vbd
        && parse.dep(verb) == Dep::Ccomp
        && parse.lemma(parse.head(verb)) == "see"
        && parse.child(verb, Dep::Nsubj).is_some()
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Mark | Dep::Dobj | Dep::Aux))
}

/// True for a condition told by its word order: "*should the rebels* refuse", "*had the army* left".
pub(crate) fn is_inverted_condition(parse: &Parse, clause: usize) -> bool {
    let subject = parse.child(clause, Dep::Nsubj).or_else(|| parse.child(clause, Dep::Nsubjpass));
    let leads = |at: &usize| matches!(parse.norm(*at), "should" | "had" | "were");
    parse.dep(clause) == Dep::Advcl
        && parse.children(clause).filter(leads).any(|lead| subject.is_some_and(|subject| lead < subject))
}

/// True for a verb with a "to" before it: "to *free* the town".
pub(crate) fn is_infinitive(parse: &Parse, verb: usize) -> bool {
    !describes_behind_to(parse, verb) && parse.children(verb).any(|child| parse.tag(child) == Tag::To)
}

/// True for the participle of "paid tribute to *murdered* reporter Anton Brek", which the tree takes for an infinitive.
pub(crate) fn describes_behind_to(parse: &Parse, verb: usize) -> bool {
    let helped = |child: usize| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass) && parse.tag(child) != Tag::To;
    let to = verb.checked_sub(1).is_some_and(|to| parse.tag(to) == Tag::To && parse.head(to) == verb);
    parse.tag(verb) == Tag::Vbn && to && !parse.children(verb).any(helped)
}

/// True for "went *on* to found a party", "*rose* to command the corps".
pub(crate) fn goes_on(parse: &Parse, verb: usize) -> bool {
    parse.lemma(verb) == "rise"
        || parse.lemma(verb) == "go"
            && parse.children(verb).any(|child| parse.dep(child) == Dep::Prt && parse.norm(child) == "on")
}

/// True for a verb or noun of trying, below which stands what was done: "*tried* to seize the town", "an *attempt* to seize the town".
pub(crate) fn is_tried(parse: &Parse, word: usize) -> bool {
    matches!(parse.lemma(word), "try" | "attempt")
}

/// Who does what the verb tells: its subject, or the agent of a passive. None where nobody is named.
pub(crate) fn doer(parse: &Parse, verb: usize) -> Option<usize> {
    if is_passive(parse, verb) { agent(parse, verb) } else { subject(parse, verb) }
}

/// The first of those whom the "including" on a word names, which stands behind another: "four activists, including *Anton Brek*", "states
/// such as *Kestria*", "several states, among them *Kestria*".
pub(crate) fn included(parse: &Parse, host: usize, behind: usize) -> Option<usize> {
    let such = |at: usize| parse.norm(at) == "as" && at > 0 && parse.norm(at - 1) == "such";
    let lists = |&at: &usize| (parse.norm(at) == "including" || such(at)) && parse.dep(at) == Dep::Prep && at > behind;
    let among = |&name: &usize| {
        let one = |lead: usize| {
            let them = parse.child(lead, Dep::Pobj).map(|them| parse.norm(them));
            parse.norm(lead) == "among" && matches!(them, Some("them" | "whom" | "which"))
        };
        // The tree may hang "among them" on the verb.
        let before = parse.subtree(name).start.checked_sub(2).filter(|&lead| one(lead) && lead > behind);
        name > behind && parse.pos(name) == Pos::Propn && (parse.children(name).any(one) || before.is_some())
    };
    let listed = parse.children(host).find(lists).and_then(|including| object_of(parse, including));
    listed.or_else(|| parse.children(host).find(among))
}

/// To whom it is done: the object, of two the one that is given ("sent the rebels *tanks*"), or the subject of a passive that keeps no
/// object ("the rebels were given *tanks*").
pub(crate) fn undergoer(parse: &Parse, verb: usize) -> Option<usize> {
    if is_passive(parse, verb) {
        return retained(parse, verb).or_else(|| subject(parse, verb));
    }
    let object = two_objects(parse, verb).map(|(_, what)| what);
    let object = object.or_else(|| parse.child(verb, Dep::Dobj)).or_else(|| subject_behind(parse, verb));
    if let Some(object) = object.or_else(|| gerund_object(parse, verb)) {
        return Some(antecedent(parse, object));
    }
    // "the town that rebels took", "the town rebels took": the gap of a relative clause.
    let own_subject = parse.child(verb, Dep::Nsubj);
    if parse.dep(verb) == Dep::Relcl && own_subject.is_some_and(|subject| !is_relative(parse, subject)) {
        let stranded = parse.children(verb).any(|child| {
            parse.dep(child) == Dep::Prep
                && parse.children(child).all(|below| !matches!(parse.dep(below), Dep::Pobj | Dep::Pcomp))
        });
        let fronted = parse.children(verb).any(|child| {
            parse.dep(child) == Dep::Prep && parse.children(child).any(|below| is_relative(parse, below))
                || matches!(parse.tag(child), Tag::Wrb)
        });
        let clause = parse.children(verb).any(|child| matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp));
        if !stranded && !fronted && !clause {
            return Some(parse.head(verb));
        }
    }
    shared_object(parse, verb).or_else(|| counted_between(parse, verb)).or_else(|| called::object(parse, verb))
}

/// The object that the tree takes for a second subject: "The army recaptured *Velna*, a town south of Ostrel, from rebels."
fn subject_behind(parse: &Parse, verb: usize) -> Option<usize> {
    if !matches!(parse.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp) || parse.pos(verb) != Pos::Verb {
        return None;
    }
    let subjects = || parse.children(verb).filter(|&child| parse.dep(child) == Dep::Nsubj);
    let before = subjects().any(|subject| subject < verb);
    subjects().find(|&subject| before && parse.subtree(subject).start == verb + 1)
}

/// True for a word of "each other" and "one another".
pub(crate) fn is_each_other(parse: &Parse, at: usize) -> bool {
    let before = |word: &str| at > 0 && parse.norm(at - 1) == word;
    let behind = |word: &str| at + 1 < parse.len() && parse.norm(at + 1) == word;
    match parse.norm(at) {
        "other" => before("each"),
        "another" => before("one"),
        "one" => behind("another"),
        _ => false,
    }
}

/// True for "nobody" and "no group".
pub(crate) fn is_nobody(parse: &Parse, at: usize) -> bool {
    // "no-one" can be three words.
    let parted = at > 1 && parse.norm(at) == "one" && parse.word(at - 1) == "-" && parse.norm(at - 2) == "no";
    matches!(parse.norm(at), "nobody" | "no-one")
        || parted
        || parse.children(at).any(|child| parse.dep(child) == Dep::Det && parse.norm(child) == "no")
}

/// The agent after `by`.
pub(crate) fn agent(parse: &Parse, verb: usize) -> Option<usize> {
    by_agent(parse, verb).or_else(|| at_hands(parse, verb)).or_else(|| causer(parse, verb))
}

/// "died *at the hands of the militia*"
pub(crate) fn at_hands(parse: &Parse, verb: usize) -> Option<usize> {
    let hands = after(parse, verb, "at").filter(|&hands| parse.norm(hands) == "hands")?;
    after(parse, hands, "of")
}

fn by_agent(parse: &Parse, verb: usize) -> Option<usize> {
    parse
        .children(verb)
        .filter(|&child| parse.dep(child) == Dep::Agent || parse.dep(child) == Dep::Prep && parse.norm(child) == "by")
        .find_map(|by| {
            // "were wounded by *Morvanian shelling* in Velna": with an adjective before it a gerund is a noun.
            let noun = |&gerund: &usize| {
                let before = |child: usize| parse.dep(child) == Dep::Amod && child < gerund;
                parse.tag(gerund) == Tag::Vbg && parse.children(gerund).any(before)
            };
            parse.child(by, Dep::Pobj).or_else(|| parse.child(by, Dep::Pcomp).filter(noun))
        })
        .filter(|&agent| parse.pos(agent) != Pos::Num)
        .or_else(|| {
            // "was shot and *killed by* gunmen"
            let joined = parse
                .children(verb)
                .find(|&child| parse.dep(child) == Dep::Conj && child == verb + 2 && parse.tag(child) == Tag::Vbn)?;
            let passive = parse.tag(verb) == Tag::Vbn && parse.child(joined, Dep::Auxpass).is_none();
            passive.then(|| agent(parse, joined)).flatten()
        })
}

/// The party that a participle behind a comma tells of: "talks between the *army*, backed by Morvania, and the rebels".
fn first_of_two(parse: &Parse, deed: usize, participle: usize) -> Option<usize> {
    let comma = parse.subtree(participle).start.checked_sub(1).filter(|&comma| parse.word(comma) == ",")?;
    let first = after(parse, deed, "between")?;
    (parse.subtree(first).contains(&(comma - 1)) && first < comma).then_some(first)
}

/// The possessor of a noun.
pub(crate) fn owner(parse: &Parse, noun: usize) -> Option<usize> {
    parse.child(noun, Dep::Poss).map(|poss| antecedent(parse, poss))
}

/// True for `who`, `which`, `that` where they open a relative clause.
pub(crate) fn is_relative(parse: &Parse, at: usize) -> bool {
    matches!(parse.tag(at), Tag::Wdt | Tag::Wp | Tag::WpPoss)
        || parse.norm(at) == "that"
            && matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj)
            && parse.tag(at) != Tag::Dt
}

/// The noun that a relative pronoun stands for; any other word stands for itself.
pub(crate) fn antecedent(parse: &Parse, at: usize) -> usize {
    if let Some(subject) = reflexive(parse, at) {
        return subject;
    }
    if !is_relative(parse, at) {
        return at;
    }
    let mut verb = at;
    for _ in 0..REACH {
        verb = parse.head(verb);
        if parse.dep(verb) == Dep::Relcl {
            let noun = parse.head(verb);
            return called(parse, noun).or_else(|| second_side(parse, noun, at)).unwrap_or(noun);
        }
        if let Some(object) = counted_of(parse, at, verb) {
            return object;
        }
        if parse.is_root(verb) {
            break;
        }
    }
    // The clause of "the crew, *whose* skill helped" may hang elsewhere: the noun before is meant.
    let before =
        at.checked_sub(1).map(|before| if parse.word(before) == "," { before.saturating_sub(1) } else { before });
    // The same of "the league, *which* was related to it".
    let hung = parse.tag(at) == Tag::WpPoss
        || matches!(parse.norm(at), "which" | "who") && at.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",");
    before.filter(|&noun| hung && matches!(parse.pos(noun), Pos::Noun | Pos::Propn)).unwrap_or(at)
}

/// Of whom a clause tells that the tree hangs on the verb: "fired 100 *rockets* at Velna, most of *which* were shot down".
fn counted_of(parse: &Parse, which: usize, verb: usize) -> Option<usize> {
    let of = parse.head(which);
    let some = parse.head(of);
    let counted = parse.norm(of) == "of"
        && matches!(parse.dep(some), Dep::Nsubj | Dep::Nsubjpass)
        && parse.head(some) == verb
        && parse.subtree(some).start.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",");
    let above = parse.head(verb);
    let hung = matches!(parse.dep(verb), Dep::Advcl | Dep::Ccomp | Dep::Conj | Dep::Parataxis) && above < some;
    let told = || parse.child(above, Dep::Dobj).or_else(|| parse.child(above, Dep::Nsubjpass));
    (counted && hung).then(told).flatten().filter(|&told| told < some)
}

/// Where a quoted clause before its verb of saying ends, one past its last word, where the tree takes words behind its closing mark into
/// it: `"We have left Velna," *the mayor of Ostrel*, Anton Brek, said`.
pub(crate) fn quoted_end(parse: &Parse, clause: usize) -> Option<usize> {
    let words = parse.subtree(clause);
    if parse.dep(clause) != Dep::Ccomp || parse.head(clause) < clause {
        return None;
    }
    let opens = |at: usize| parse.tag(at) == Tag::OpenQuote;
    let close = (clause + 1..words.end).find(|&at| parse.tag(at) == Tag::CloseQuote)?;
    let whole = opens(words.start) || words.start > 0 && opens(words.start - 1);
    let ended = matches!(parse.word(close - 1), "," | "." | "!" | "?");
    (whole && ended && close + 1 < words.end && !(close..words.end).any(opens)).then_some(close)
}

/// Of whom a noun says what it is: "*The Front* is a group based in Velna", "*the Front* is one of the groups based in Velna".
pub(crate) fn called(parse: &Parse, noun: usize) -> Option<usize> {
    let of = parse.head(noun);
    let pobj = parse.dep(noun) == Dep::Pobj;
    // "one of *scores* of groups"
    let many = Some(parse.head(of)).filter(|&many| {
        pobj && parse.dep(many) == Dep::Pobj && matches!(parse.lemma(many), "dozen" | "hundred" | "score" | "thousand")
    });
    let lead = many.map_or(of, |many| parse.head(many));
    let one = Some(parse.head(lead)).filter(|&one| pobj && parse.norm(lead) == "of" && parse.norm(one) == "one");
    if let Some(one) = one.filter(|&one| parse.dep(one) == Dep::Appos) {
        return Some(parse.head(one)).filter(|&name| parse.pos(name) == Pos::Propn && name < one);
    }
    // "The Front is *among the groups* based in Velna."
    let among = Some(of).filter(|&among| pobj && parse.norm(among) == "among");
    let what = one.or(among).unwrap_or(noun);
    let be = parse.head(what);
    let kind = one.is_some() || parse.pos(noun) == Pos::Noun;
    let said = (parse.dep(what) == Dep::Attr && kind || among.is_some()) && parse.lemma(be) == "be";
    // "*He* is a clerk who led the Front"; "it was the Front that …" says who it was.
    let somebody = |subject: usize| parse.pos(subject) == Pos::Pron && matches!(parse.norm(subject), "he" | "she");
    parse
        .child(be, Dep::Nsubj)
        .filter(|&subject| said && subject < be && (parse.pos(subject) == Pos::Propn || somebody(subject)))
}

/// What a noun says the number of: `army` for `men` in "an *army* of 6,000 men".
pub(crate) fn counting(parse: &Parse, noun: usize) -> Option<usize> {
    let of = parse.head(noun);
    let counted = parse.dep(noun) == Dep::Pobj && parse.norm(of) == "of" && parse.child(noun, Dep::Nummod).is_some();
    counted.then(|| parse.head(of)).filter(|&whole| whole < of)
}

/// True for a noun with a number or an indefinite article.
fn is_counted(parse: &Parse, noun: usize) -> bool {
    parse.children(noun).any(|child| parse.dep(child) == Dep::Nummod || matches!(parse.norm(child), "a" | "an"))
}

/// What hangs on a preposition below a word: `of` below `capture` gives the head of what is captured.
pub(crate) fn after(parse: &Parse, at: usize, preposition: &str) -> Option<usize> {
    // "fired *upon* the crowd" is "fired on the crowd".
    let same = |word: &str| word == preposition || preposition == "on" && word == "upon";
    let hung = parse.children(at).filter(|&child| same(parse.norm(child)));
    let found = hung.filter_map(|child| object_of(parse, child).or_else(|| object_behind(parse, at, child)));
    let with = (preposition == "with").then(|| parse.children(at).filter_map(|clause| met_before(parse, clause)));
    let mut found = found.chain(with.into_iter().flatten());
    let Some(first) = found.next() else { return behind_both(parse, at, preposition) };
    // "*On* Friday the army began its assault *on* Velna": a day is not what anything is done to.
    let day = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
    if day(first) { found.find(|&next| !day(next)).or(Some(first)) } else { Some(first) }
}

/// With whom somebody meets to do what an infinitive tells, where the tree takes him for who does it: "spoke with *Brek* to thank him".
pub(crate) fn met_before(parse: &Parse, clause: usize) -> Option<usize> {
    if parse.dep(clause) != Dep::Advcl {
        return None;
    }
    let with = parse.child(clause, Dep::Mark).filter(|&with| parse.norm(with) == "with")?;
    let whom = parse.child(clause, Dep::Nsubj)?;
    (is_infinitive(parse, clause) && with < whom && whom < clause && parse.head(clause) < with).then_some(whom)
}

/// The object right behind a preposition that the tree hangs on the verb: "call *on* both parties to stop".
fn object_behind(parse: &Parse, verb: usize, preposition: usize) -> Option<usize> {
    let bare = parse.dep(preposition) == Dep::Prep && parse.children(preposition).next().is_none();
    parse
        .child(verb, Dep::Dobj)
        .filter(|&object| bare && object > preposition && parse.subtree(object).start == preposition + 1)
}

/// Who stands right before a verb at the end of a clause, whom the tree takes for an apposition of the last name of that clause, or for
/// one more in a row: "The army has left Halden, *the mayor of Velna* said", "killing nine people, *police* and medics said".
pub(crate) fn set_beside(parse: &Parse, verb: usize) -> Option<usize> {
    // "In answer to the raid on Halden, *the mayor of Velna* said"
    let clause =
        parse.children(verb).find(|&child| child < verb && matches!(parse.dep(child), Dep::Ccomp | Dep::Prep))?;
    let own = parse.children(verb).any(|child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl));
    if own || !matches!(parse.tag(verb), Tag::Vbd | Tag::Vbz) || parse.subtree(clause).end != verb {
        return None;
    }
    let behind_comma = |noun: usize| {
        let comma = parse.subtree(noun).start.checked_sub(1);
        comma.is_some_and(|comma| parse.tag(comma) == Tag::Comma)
    };
    parse.subtree(clause).rev().find(|&noun| {
        matches!(parse.dep(noun), Dep::Appos | Dep::Conj)
            && parse.subtree(noun).end == verb
            && matches!(parse.pos(noun), Pos::Noun | Pos::Propn)
            && behind_comma(noun)
    })
}

/// What a word of measure is a part of: `Velna` for "half of *Velna*" and for "*Velna*'s eastern half".
pub(crate) fn whole(parse: &Parse, part: usize) -> Option<usize> {
    let one = |&owner: &usize| matches!(parse.tag(owner), Tag::Nn | Tag::Nnp);
    after(parse, part, "of").or_else(|| owner(parse, part).filter(one))
}

/// The noun that a row of nouns ends in: `agreement` for `border` of "border agreement".
pub(crate) fn compounded(parse: &Parse, noun: usize) -> usize {
    let mut at = noun;
    while matches!(parse.dep(at), Dep::Compound | Dep::Nmod) && parse.head(at) > at {
        at = parse.head(at);
    }
    at
}

/// "an ally and *sponsor* of the rebels": what stands behind two nouns is of both, though the tree hangs it on the first.
fn behind_both(parse: &Parse, second: usize, preposition: &str) -> Option<usize> {
    let first = parse.head(second);
    let nouns = parse.dep(second) == Dep::Conj && parse.pos(second) == Pos::Noun && parse.pos(first) == Pos::Noun;
    let end = parse.subtree(second).end;
    let behind = |&child: &usize| child == end && parse.dep(child) == Dep::Prep && parse.norm(child) == preposition;
    let shared = parse.children(first).filter(|_| nouns).find(behind)?;
    object_of(parse, shared)
}

/// The object of a preposition, through a relative pronoun where it is one.
pub(crate) fn object_of(parse: &Parse, preposition: usize) -> Option<usize> {
    let object = parse.child(preposition, Dep::Pobj).or_else(|| taken_for_subject(parse, preposition));
    let object = object.or_else(|| called::object(parse, preposition));
    // "*in* and around Velna": joined prepositions share what follows.
    let joined = || parse.child(preposition, Dep::Conj).filter(|&other| parse.pos(other) == Pos::Adp);
    let object = object.or_else(|| joined().and_then(|other| parse.child(other, Dep::Pobj)))?;
    // "the head of Kestria's *Coast Guard*", where the tree hangs both names on the preposition.
    let owned = |&child: &usize| parse.dep(child) == Dep::Pobj && child > object;
    let owner = parse.children(object).any(|child| parse.tag(child) == Tag::Pos);
    let object = parse.children(preposition).find(owned).filter(|_| owner).unwrap_or(object);
    let whole = numbered_name(parse, object).or_else(|| captioned(parse, object));
    Some(antecedent(parse, whole.unwrap_or(object)))
}

/// What stands right behind a preposition of the subject and is taken for a second subject: "The brigade under *Brig. Gen. Brek* landed".
fn taken_for_subject(parse: &Parse, preposition: usize) -> Option<usize> {
    let host = parse.head(preposition);
    let bare = parse.dep(preposition) == Dep::Prep && parse.children(preposition).next().is_none();
    let second = |&child: &usize| {
        parse.dep(child) == Dep::Nsubj && child > preposition && parse.subtree(child).start == preposition + 1
    };
    let subject = matches!(parse.dep(host), Dep::Nsubj | Dep::Nsubjpass);
    parse.children(parse.head(host)).find(second).filter(|_| bare && subject)
}

/// The name before a verb of a caption that the tree takes for a noun: "Airmen from the 386th *Wing* unload supplies."
fn captioned(parse: &Parse, object: usize) -> Option<usize> {
    let lower = |at: usize| parse.word(at).starts_with(|first: char| first.is_ascii_lowercase());
    if parse.tag(object) != Tag::Nns
        || !lower(object)
        || parse.child(object, Dep::Compound).is_none() && parse.child(object, Dep::Nmod).is_none()
    {
        return None;
    }
    let name = (parse.subtree(object).start..object).rev().find(|&at| !lower(at))?;
    let number = |&child: &usize| child < name && parse.word(child).starts_with(|first: char| first.is_ascii_digit());
    let sentence = parse.sentences()[parse.sentence_of(object)].clone();
    let finite = |at: usize| matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    (parse.pos(name) == Pos::Propn
        && matches!(parse.dep(name), Dep::Compound | Dep::Nmod)
        && parse.children(object).any(|child| number(&child))
        && !sentence.into_iter().any(finite))
    .then_some(name)
}

/// The name that a number of its own belongs to, where the tree takes the number for the whole and the name for the subject of the verb
/// behind it: "soldiers from the 23rd *Regiment* killed two men".
pub(crate) fn numbered_name(parse: &Parse, number: usize) -> Option<usize> {
    let name = number + 1;
    let ordinal = parse.word(number).starts_with(|first: char| first.is_ascii_digit())
        && parse.word(number).ends_with(|last: char| last.is_ascii_alphabetic());
    let subject = |at: usize| matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Ccomp);
    (ordinal
        && parse.dep(number) == Dep::Pobj
        && name < parse.len()
        && subject(name)
        && matches!(parse.pos(name), Pos::Noun | Pos::Propn)
        && parse.word(name).starts_with(|first: char| first.is_ascii_uppercase()))
    .then_some(name)
}

/// The prepositions that a noun hangs on, in lower case: `out of` for "out of *fear*"; empty for none.
pub(crate) fn leading(parse: &Parse, noun: usize) -> String {
    let preposition = parse.head(noun);
    if parse.dep(noun) != Dep::Pobj {
        return String::new();
    }
    let outer = parse.head(preposition);
    if outer < preposition && parse.pos(outer) == Pos::Adp && parse.dep(preposition) == Dep::Prep {
        return format!("{} {}", parse.norm(outer), parse.norm(preposition));
    }
    parse.norm(preposition).to_string()
}

/// The nearest verb at or above a word, or the root.
pub(crate) fn clause_head(parse: &Parse, at: usize) -> usize {
    let mut walk = at;
    while !matches!(parse.pos(walk), Pos::Verb | Pos::Aux) || parse.dep(walk) == Dep::Amod {
        if parse.is_root(walk) {
            break;
        }
        walk = parse.head(walk);
    }
    if matches!(parse.dep(walk), Dep::Aux | Dep::Auxpass) { parse.head(walk) } else { walk }
}

/// True for a preposition at the head of a clause whose name the tree takes for a part of the subject: "*In* Velna rebels attacked".
pub(crate) fn has_lost_object(parse: &Parse, preposition: usize, subject: usize) -> bool {
    parse.pos(preposition) == Pos::Adp
        && parse.dep(preposition) == Dep::Prep
        && parse.dep(subject) == Dep::Nsubj
        && parse.head(preposition) == parse.head(subject)
        && parse.children(preposition).all(|child| !matches!(parse.dep(child), Dep::Pobj | Dep::Pcomp))
}

/// The verb of a clause that "for" leads in: `leave` in "called *for* the rebels to *leave*".
pub(crate) fn for_clause(parse: &Parse, at: usize) -> Option<usize> {
    parse.children(at).find(|&child| {
        child > at
            && matches!(parse.dep(child), Dep::Acl | Dep::Advcl | Dep::Ccomp | Dep::Relcl | Dep::Xcomp)
            && parse.children(child).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "for")
    })
}

/// True for "used to shell the town", which tells what was done for long.
pub(crate) fn is_habit(parse: &Parse, verb: usize) -> bool {
    parse.norm(verb) == "used" && parse.child(verb, Dep::Dobj).is_none() && !is_passive(parse, verb)
}

/// True for the state in "an attack in Velna, *Kestria* killed six", which the tree takes for a subject beside the subject.
pub(crate) fn is_second_place(parse: &Parse, subjects: &[usize], at: usize) -> bool {
    let place = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc));
    let start = parse.name_of(at).map_or(at, |name| name.tokens.start);
    let town = start.checked_sub(2).filter(|&town| parse.word(town + 1) == "," && place(town) && place(at));
    // "police in Kestria's capital *Velna* fired": right behind what it is said to be.
    let sort = start.checked_sub(1).filter(|&sort| {
        let somebody = subjects.iter().any(|&subject| subject != sort && parse.subtree(subject).end == start);
        place(at) && parse.pos(sort) == Pos::Noun && parse.dep(sort) == Dep::Pobj && somebody
    });
    town.or(sort)
        .is_some_and(|town| subjects.iter().any(|&subject| subject <= town && parse.subtree(subject).contains(&town)))
}
