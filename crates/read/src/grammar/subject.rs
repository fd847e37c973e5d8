//! Who does what a verb tells?
//!
//! In "the army took Velna and *burned* it" the army burned it, in "the rebels, *armed* by Kestria, left" the rebels were armed: the subject of
//! a verb, or of the verb it is joined to or hangs on.

use super::gerund::{blamed_above, blamer, first_beside};
use super::told::told_of;
use super::{
    REACH, after, agent, antecedent, called, clause_head, describes_behind_to, first_of_two, gerund_object,
    is_infinitive, is_passive, is_relative, is_second_place, met_before, numbered_name, owner, taken_for_subject,
    undergoer,
};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use std::ops::Range;

/// The grammatical subject, found also where it is left out.
pub(crate) fn subject(parse: &Parse, verb: usize) -> Option<usize> {
    if describes_behind_to(parse, verb) {
        return None;
    }
    let mut at = verb;
    for _ in 0..REACH {
        if let Some(own) = own_subject(parse, at) {
            let own = antecedent(parse, own);
            return (parse.dep(own) != Dep::Expl).then_some(own);
        }
        let head = parse.head(at);
        if head == at {
            return None;
        }
        match parse.dep(at) {
            Dep::Amod if let Some(first) = first_beside(parse, at) => {
                at = first;
                continue;
            }
            // "accused the army of *burning* villages"
            Dep::Amod
                if gerund_object(parse, at).is_some()
                    && parse.norm(at - 1) == "of"
                    && let Some(above) = blamer(parse, at - 1) =>
            {
                return undergoer(parse, above);
            }
            Dep::Advcl if let Some(above) = blamed_above(parse, at) => return undergoer(parse, above),
            Dep::Amod if gerund_object(parse, at).is_some() => {
                let above = clause_head(parse, parse.head(parse.head(head)));
                if !matches!(parse.pos(above), Pos::Verb | Pos::Aux) || above == at {
                    return None;
                }
                at = above;
                continue;
            }
            Dep::Relcl | Dep::Amod => return Some(head),
            Dep::Acl => {
                if let Some(root) = told_of(parse, at) {
                    return Some(root);
                }
                if let Some(above) = joined_above(parse, at).or_else(|| goes_with(parse, at)) {
                    at = above;
                    continue;
                }
                if parse.tag(at) != Tag::Vb && !is_infinitive(parse, at) {
                    return Some(first_of_two(parse, head, at).or_else(|| called(parse, head)).unwrap_or(head));
                }
                // "the army's attempt to take": whose attempt; "made an attempt to take": who made it.
                if let Some(owner) = owner(parse, head) {
                    return Some(owner);
                }
                // "a proposal by the union to send monitors": the union would send them.
                if let Some(maker) = after(parse, head, "by") {
                    return Some(maker);
                }
                // "the efforts of Kestria to hold elections": Kestria's.
                if parse.dep(head) == Dep::Dobj
                    && let Some(owner) = after(parse, head, "of").filter(|&owner| parse.pos(owner) == Pos::Propn)
                {
                    return Some(owner);
                }
                let above = parse.head(head);
                if parse.dep(head) == Dep::Dobj && above != head {
                    at = above;
                    continue;
                }
                return None;
            }
            Dep::Xcomp | Dep::Ccomp => {
                // "urged the rebels to leave": the object of the verb above leaves, not its subject; "used jets to hit the town" hits it.
                if parse.dep(at) == Dep::Xcomp
                    && !matches!(parse.lemma(head), "employ" | "use")
                    && let Some(object) = parse.child(head, Dep::Dobj)
                {
                    return Some(antecedent(parse, object));
                }
                if is_passive(parse, head) || matches!(parse.pos(head), Pos::Verb | Pos::Aux | Pos::Adj) {
                    at = clause_of(parse, head);
                    continue;
                }
                return None;
            }
            Dep::Conj => {
                if let Some(lent) = lent(parse, at) {
                    return Some(lent);
                }
                if matches!(parse.pos(head), Pos::Verb | Pos::Aux) {
                    at = told_with(parse, at, head);
                    continue;
                }
                return None;
            }
            // "There are many *wounded*": nobody stands before the verb.
            Dep::Acomp if parse.child(head, Dep::Expl).is_some() => return None,
            // "is strongly committed to stay": a participle taken for an adjective.
            Dep::Acomp if matches!(parse.pos(head), Pos::Verb | Pos::Aux) && parse.tag(at) == Tag::Vbn => at = head,
            Dep::Advcl if let Some(infinitive) = bare_with(parse, at, head) => {
                at = infinitive;
                continue;
            }
            Dep::Advcl | Dep::Dep | Dep::Parataxis => {
                // "Attempts were made by the rebels *to take* the town": who did the one meant the other.
                if is_infinitive(parse, at)
                    && is_passive(parse, head)
                    && let Some(agent) = agent(parse, head).filter(|&agent| agent > head)
                {
                    return Some(agent);
                }
                at = clause_of(parse, head);
                // "was fully *informed*, having asked": a participle taken for an adjective has its subject as well.
                if !matches!(parse.pos(at), Pos::Verb | Pos::Aux) && own_subject(parse, at).is_none() {
                    return None;
                }
                continue;
            }
            Dep::Pcomp => {
                // "was quick in blaming the rebels": who was quick blamed them.
                let head = first_of(parse, head);
                let above = clause_of(parse, parse.head(head));
                // "were killed *in shelling* near Velna": those who died did not shell.
                let bare = parse.norm(head) == "in" && parse.child(at, Dep::Dobj).is_none();
                if bare && is_passive(parse, above) {
                    return None;
                }
                if matches!(parse.pos(above), Pos::Verb | Pos::Aux) {
                    // "blamed the rebels for burning the town": the rebels burned it; "forced the rebels into leaving it": they left.
                    if matches!(parse.norm(head), "for" | "from" | "into" | "of")
                        && let Some(object) = parse.child(above, Dep::Dobj)
                    {
                        return Some(antecedent(parse, object));
                    }
                    // "a man they suspect of planting the bomb"
                    if parse.norm(head) == "of" && parse.dep(above) == Dep::Relcl && !is_passive(parse, above) {
                        return undergoer(parse, above);
                    }
                    at = above;
                    continue;
                }
                // "returned after *months* of fighting": who returned fought.
                let lead = parse.head(above);
                let spent = parse.dep(above) == Dep::Pobj
                    && parse.norm(head) == "of"
                    && matches!(parse.norm(lead), "after" | "before" | "during" | "following");
                if spent && owner(parse, above).is_none() && matches!(parse.pos(parse.head(lead)), Pos::Verb | Pos::Aux)
                {
                    at = parse.head(lead);
                    continue;
                }
                // "the men *responsible* for killing him", "guilty of killing him"
                let man = parse.head(above);
                let behind = parse.pos(above) == Pos::Adj && matches!(parse.dep(above), Dep::Amod | Dep::Acl);
                if behind && man < above {
                    return Some(antecedent(parse, man));
                }
                return owner(parse, above).or_else(|| {
                    let verb = parse.head(above);
                    (parse.dep(above) == Dep::Dobj).then(|| subject(parse, verb)).flatten()
                });
            }
            _ => return None,
        }
    }
    None
}

/// The subject of a joined verb that the tree joins to the object before it: "the council rejected the demand and *Brek* left"; the first of
/// two, "crushed the rebels and *the clan* and the guard left".
fn lent(parse: &Parse, verb: usize) -> Option<usize> {
    let start = (0..verb).rev().take_while(|&at| parse.head(at) == verb && is_beside(parse, at)).last().unwrap_or(verb);
    let mut noun = start.checked_sub(1)?;
    for _ in 0..REACH {
        let above = parse.head(noun);
        if lends(parse, noun) == Some(verb) {
            return Some(if lends(parse, above) == Some(verb) { above } else { noun });
        }
        if above == noun || parse.subtree(above).end != start {
            return None;
        }
        noun = above;
    }
    None
}

/// The joined verb right behind a noun that the tree joins to an object, though it is the subject of that verb.
pub(super) fn lends(parse: &Parse, noun: usize) -> Option<usize> {
    if parse.dep(noun) != Dep::Conj || !matches!(parse.pos(noun), Pos::Noun | Pos::Propn) {
        return None;
    }
    let above = parse.head(noun);
    // "crushed the rebels *and* the clan *and* the guard left", not "crushed the rebels, the clan and the guard left".
    let and = parse.children(above).any(|cc| parse.dep(cc) == Dep::Cc && cc < noun);
    let object = if parse.dep(above) == Dep::Conj { parse.head(above) } else { above };
    let joined = and
        && matches!(parse.dep(object), Dep::Dobj | Dep::Pobj)
        && (object == above || parse.children(object).any(|cc| parse.dep(cc) == Dep::Cc && cc < above));
    let end = parse.subtree(noun).end;
    let verb = (end..parse.len()).find(|&at| !is_beside(parse, at))?;
    let first = parse.head(verb);
    let finite = matches!(parse.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp)
        || (end..verb).any(|aux| matches!(parse.tag(aux), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md));
    let goes_on = parse.dep(verb) == Dep::Conj
        && parse.pos(verb) == Pos::Verb
        && parse.pos(first) == Pos::Verb
        && parse.dominates(first, noun)
        && finite
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
    (joined && goes_on).then_some(verb)
}

/// True for what may stand between a verb and its subject.
fn is_beside(parse: &Parse, at: usize) -> bool {
    matches!(parse.dep(at), Dep::Aux | Dep::Auxpass | Dep::Advmod | Dep::Neg)
}

/// The verb that a joined one goes on from: "The minister *said* his party would oppose the bill and *demanded* a vote", "*pressed* for them to
/// leave and *stressed* the need for talks", where the tree joins what is told to what will be; "*said* the council has the last word and
/// *called* for calm", where it joins it to what is so.
pub(crate) fn told_with(parse: &Parse, joined: usize, head: usize) -> usize {
    let tense = |at: usize| {
        let aux = |child: usize| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass) && child < at;
        parse.tag(parse.children(at).find(|&child| aux(child)).unwrap_or(at))
    };
    let finite = |at: usize| matches!(tense(at), Tag::Vbd | Tag::Vbz);
    if let Some(infinitive) = bare_with(parse, joined, head) {
        return infinitive;
    }
    let to_come = matches!(parse.tag(head), Tag::Vb | Tag::Vbn)
        && parse.children(head).any(|aux| matches!(parse.tag(aux), Tag::Md | Tag::To) && aux < head);
    let inner = matches!(parse.dep(head), Dep::Ccomp | Dep::Advcl | Dep::Xcomp | Dep::Acl);
    let is_so =
        matches!(tense(head), Tag::Vbz | Tag::Vbp) && parse.dep(head) == Dep::Ccomp && tense(joined) == Tag::Vbd;
    if !finite(joined) || !(to_come || is_so) || !inner {
        return head;
    }
    let above = clause_head(parse, parse.head(head));
    let told = if is_so { tense(above) == Tag::Vbd } else { finite(above) };
    if told && above < head { above } else { head }
}

/// The infinitive that a bare verb is joined to, where the tree joins it to the verb above: "called on them to leave, *release* the nurses and
/// pay".
pub(crate) fn bare_with(parse: &Parse, joined: usize, head: usize) -> Option<usize> {
    let own = |child: usize| {
        matches!(parse.dep(child), Dep::Aux | Dep::Auxpass | Dep::Nsubj | Dep::Nsubjpass | Dep::Mark)
            || matches!(parse.tag(child), Tag::Wrb | Tag::To)
    };
    let bare = matches!(parse.tag(joined), Tag::Vb | Tag::Vbp)
        && parse.pos(joined) == Pos::Verb
        && !parse.children(joined).any(own)
        && joined.checked_sub(1).is_some_and(|before| matches!(parse.norm(before), "," | "and" | "or"));
    let finite = matches!(parse.tag(head), Tag::Vbd | Tag::Vbz | Tag::Vbp);
    let before = |&child: &usize| {
        child > head
            && child < joined
            && matches!(parse.dep(child), Dep::Xcomp | Dep::Advcl | Dep::Ccomp)
            && is_infinitive(parse, child)
    };
    if bare && finite && matches!(parse.dep(joined), Dep::Conj | Dep::Advcl) {
        parse.children(head).rfind(before)
    } else {
        None
    }
}

/// The first of joined prepositions: the first `of` in "accused the guards of looting the village and *of* burning it".
pub(crate) fn first_of(parse: &Parse, preposition: usize) -> usize {
    let mut first = preposition;
    while parse.dep(first) == Dep::Conj && parse.norm(parse.head(first)) == parse.norm(first) {
        first = parse.head(first);
    }
    first
}

/// The verb that a participle with an object goes on from, where the tree hangs it on the object before: "the navy has flown 80 sorties,
/// *conducted* 20 raids and sunk a ship".
fn joined_above(parse: &Parse, participle: usize) -> Option<usize> {
    let noun = parse.head(participle);
    let verb = parse.head(noun);
    let goes_on = matches!(parse.tag(participle), Tag::Vbn | Tag::Vbd)
        && parse.child(participle, Dep::Dobj).is_some_and(|object| object > participle)
        && participle.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",")
        && parse.dep(noun) == Dep::Dobj;
    (goes_on && parse.pos(verb) == Pos::Verb && verb != noun).then_some(verb)
}

/// The verb whose doer does what a participle behind a comma tells, where the tree hangs it on the object before: "invaded the valley,
/// *surrounding* two posts".
fn goes_with(parse: &Parse, participle: usize) -> Option<usize> {
    let noun = parse.head(participle);
    let verb = parse.head(noun);
    let behind = parse.tag(participle) == Tag::Vbg
        && parse.child(participle, Dep::Dobj).is_some_and(|object| object > participle)
        && participle.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",")
        && parse.subtree(noun).end == parse.subtree(participle).end
        && parse.dep(noun) == Dep::Dobj
        && noun < participle;
    (behind && parse.pos(verb) == Pos::Verb).then_some(verb)
}

/// The subject that stands at the verb itself, or at an auxiliary the tree hung below it.
///
/// Of two the nearer one before the verb is meant: what the tree takes for the first opens the sentence ("*Near Velna*, one
/// raid hit two trucks", with `Near` read as a name).
fn own_subject(parse: &Parse, verb: usize) -> Option<usize> {
    let is_subject =
        |child: &usize| matches!(parse.dep(*child), Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Csubjpass);
    let met = met_before(parse, verb);
    let found: Vec<usize> = parse.children(verb).filter(is_subject).filter(|&subject| Some(subject) != met).collect();
    // "The council, having made a pact *that* binds it, asked for help": the tree may hang the pronoun of a clause between on the verb.
    let other = |subject: usize| found.iter().any(|&other| other < subject && !is_relative(parse, other));
    let before = found.iter().rev().find(|&&subject| {
        let between = is_relative(parse, subject) && parse.dep(verb) != Dep::Relcl && other(subject);
        let numbered = || subject > 0 && other(subject) && numbered_name(parse, subject - 1).is_some();
        // "The raid on *El Hald-Tavan* was a crime": the tree may hang the rest of a name on the verb.
        let rest = || {
            let first = parse.name_of(subject).map(|name| name.tokens.start);
            let below = |first: usize| found.iter().any(|&other| other < first && parse.dominates(other, first));
            first.is_some_and(|first| first < subject && below(first))
        };
        let behind = || {
            let before = parse.subtree(subject).start.checked_sub(1);
            before.is_some_and(|before| taken_for_subject(parse, before) == Some(subject))
        };
        subject < verb && !is_second_place(parse, &found, subject) && !between && !numbered() && !rest() && !behind()
    });
    let before = before.or(found.first()).copied();
    let before = before.or_else(|| {
        let auxiliary =
            parse.children(verb).find(|&child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass) && child < verb)?;
        parse.children(auxiliary).find(is_subject)
    });
    let before = before.or_else(|| behind_it(parse, verb)).or_else(|| told_as_time(parse, verb));
    before.map(|subject| busy(parse, subject)).or_else(|| taken_in(parse, verb))
}

/// The name right before a verb that the tree takes for when or how it was done: "*Kestria* suspended aid to the rebels".
fn told_as_time(parse: &Parse, verb: usize) -> Option<usize> {
    let acts = matches!(parse.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn) && parse.is_root(verb);
    let object = parse.child(verb, Dep::Dobj).is_some_and(|object| object > verb);
    let day = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
    let name = |&child: &usize| {
        parse.dep(child) == Dep::Npadvmod && parse.pos(child) == Pos::Propn && child < verb && !day(child)
    };
    let found = parse.children(verb).find(name).filter(|_| acts && object)?;
    (parse.subtree(found).end..verb).all(|at| is_beside(parse, at)).then_some(found)
}

/// The subject behind a participle that opens its sentence: "Also killed were *two nurses*".
fn behind_it(parse: &Parse, verb: usize) -> Option<usize> {
    let be = parse.children(verb).find(|&child| parse.dep(child) == Dep::Auxpass && child > verb)?;
    let subject = parse.child(be, Dep::Attr).or_else(|| parse.child(be, Dep::Nsubj))?;
    (parse.tag(verb) == Tag::Vbn && subject > be).then_some(subject)
}

/// Who is busy with what the tree takes for the subject: "*Brek* speaking to reporters said that the raid was over".
pub(crate) fn busy(parse: &Parse, subject: usize) -> usize {
    let clause = parse.dep(subject) == Dep::Csubj && parse.tag(subject) == Tag::Vbg;
    parse.child(subject, Dep::Nsubj).filter(|&who| clause && who < subject).unwrap_or(subject)
}

/// The subject that the tree takes into the phrase before it: "On the day the talks began on May 3, *the army* and the guard attacked",
/// "Under the accord, *Morvania* and Kestria agreed", "After a meeting in Velna, *the envoy* said".
fn taken_in(parse: &Parse, verb: usize) -> Option<usize> {
    if !parse.is_root(verb) {
        return None;
    }
    let leads =
        |at: usize| parse.head(at) == verb && matches!(parse.dep(at), Dep::Aux | Dep::Auxpass | Dep::Advmod | Dep::Neg);
    let mut end = verb;
    while end > 0 && leads(end - 1) {
        end -= 1;
    }
    if !(end..=verb).any(|at| matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)) {
        return None;
    }
    let start = parse.sentences()[parse.sentence_of(verb)].start;
    let day =
        (start..verb).find(|&at| row_at_day(parse, at).last().is_some_and(|&last| parse.subtree(last).end == end));
    if let Some(day) = day {
        return row_at_day(parse, day).first().copied();
    }
    let mut at = end.checked_sub(1)?;
    let last = at;
    for _ in 0..REACH {
        let head = parse.head(at);
        if head == verb || head == at {
            return last_of_opening(parse, verb, last);
        }
        let words = parse.subtree(at);
        let beside = match parse.dep(at) {
            Dep::Appos => head < at,
            Dep::Pobj => parse.children(head).any(|other| other < at && parse.dep(other) == Dep::Pobj),
            _ => false,
        };
        let behind_comma = words.start > start && parse.word(words.start - 1) == ",";
        if beside && behind_comma && words.end == end && matches!(parse.pos(at), Pos::Noun | Pos::Propn) {
            return Some(at);
        }
        at = head;
    }
    None
}

/// The last noun of a phrase that opens the sentence, right before a verb of which nothing else is the subject: "In the spring of 1989
/// *government forces* took Velna", "At the Battle of Velna, Kestrian and *Morvanian troops* took a hill".
fn last_of_opening(parse: &Parse, verb: usize, last: usize) -> Option<usize> {
    let start = parse.sentences()[parse.sentence_of(verb)].start;
    let day = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
    let noun = matches!(parse.pos(last), Pos::Noun | Pos::Propn) && matches!(parse.dep(last), Dep::Pobj | Dep::Conj);
    let active = parse.pos(verb) == Pos::Verb && parse.tag(verb) == Tag::Vbd && !is_passive(parse, verb);
    let opens = parse.children(verb).find(|&child| parse.dep(child) == Dep::Prep && parse.dominates(child, last))?;
    let first = parse.subtree(opens).start == start && parse.pos(opens) == Pos::Adp;
    if !noun || !active || !first || day(last) || parse.child(verb, Dep::Expl).is_some() {
        return None;
    }
    // Behind the year of a day, behind a comma, or behind "later on".
    let year = parse.children(last).any(|child| parse.dep(child) == Dep::Nummod && child < last && day(child));
    let comma = parse.dep(last) == Dep::Conj && (opens..last).any(|at| parse.word(at) == ",");
    let later = parse.head(last) == opens && parse.dep(opens - usize::from(opens > start)) == Dep::Advmod;
    (year || comma || later).then_some(last)
}

/// What the tree joins to a day and is none: a row of subjects behind "On May 3,".
pub(super) fn row_at_day(parse: &Parse, at: usize) -> Vec<usize> {
    let day = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time));
    let noun = |&child: &usize| {
        let joined = matches!(parse.dep(child), Dep::Appos | Dep::Conj) && child > at;
        joined && matches!(parse.pos(child), Pos::Noun | Pos::Propn) && !day(child)
    };
    if day(at) { parse.children(at).filter(noun).collect() } else { Vec::new() }
}

/// The first of two subjects of a verb, which is none: "*Near Velna*, one raid hit two trucks".
pub(crate) fn fronted(parse: &Parse, verb: usize) -> Option<usize> {
    let subject = own_subject(parse, verb)?;
    parse.children(verb).find(|&child| parse.dep(child) == Dep::Nsubj && child < subject)
}

/// The verb that an adjective or noun after a copula belongs to; other words stand for themselves.
fn clause_of(parse: &Parse, at: usize) -> usize {
    if matches!(parse.dep(at), Dep::Acomp | Dep::Attr | Dep::Oprd) { parse.head(at) } else { at }
}

/// Who has a thing done, where the tree takes whom it is done to for a second subject: "*Brek* had Hald arrested".
pub(crate) fn causer(parse: &Parse, verb: usize) -> Option<usize> {
    if parse.tag(verb) != Tag::Vbn {
        return None;
    }
    let had = parse.children(verb).find(|&aux| parse.dep(aux) == Dep::Aux && parse.lemma(aux) == "have")?;
    let subject = |range: Range<usize>| {
        parse.children(verb).find(|&child| parse.dep(child) == Dep::Nsubj && range.contains(&child))
    };
    subject(had + 1..verb).and_then(|_| subject(0..had))
}

/// The subject that a reflexive takes up: "*Kestria* found itself drawn into the war".
pub(super) fn reflexive(parse: &Parse, at: usize) -> Option<usize> {
    let word = parse.norm(at);
    if parse.pos(at) != Pos::Pron || !(word.ends_with("self") || word.ends_with("selves")) {
        return None;
    }
    let mut verb = at;
    for _ in 0..REACH {
        if parse.is_root(verb) {
            return None;
        }
        verb = parse.head(verb);
        let subject = |&child: &usize| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass) && child < at;
        if let Some(subject) = parse.children(verb).find(subject) {
            return (parse.pos(subject) != Pos::Pron || !is_relative(parse, subject)).then_some(subject);
        }
    }
    None
}
