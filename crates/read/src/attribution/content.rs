//! Where in its sentence stands what a cue says?
//!
//! "The mayor said rebels had left." → for `said` the clause `rebels had left`; "In Halden, the mayor said, the road is open."
//! → for `said` the two pieces around it. Which places are looked at comes from the table of reporting words.

use super::source::{is_measure, phrase, trim};
use super::verb::{antecedent, behind_comma, is_verbal};
use crate::PartText;
use crate::grammar;
use language::{Dep, Parse, Pos, Tag};
use lexicon::Place;
use std::ops::Range;

/// What a verb says, for one place of its content.
pub(crate) fn content_of_verb(part: &PartText, at: usize, place: &Place, passive: bool) -> Vec<Range<usize>> {
    let parse = &part.parse;
    match place {
        Place::Clause | Place::Quote => clause(parse, at, passive),
        Place::Infinitive => infinitive(parse, at, passive),
        Place::Gerund => gerund(parse, at),
        Place::Object => object(parse, at, passive),
        Place::Passive => subject_of_passive(parse, at, passive),
        Place::Small => called_so(parse, at, passive),
        Place::Inside => inside(parse, at),
        Place::Around => Vec::new(),
        Place::After(word) => after(parse, at, word, passive),
    }
}

/// "said *rebels had left*"
fn clause(parse: &Parse, at: usize, passive: bool) -> Vec<Range<usize>> {
    let mut found =
        clauses(parse, at, |child| parse.dep(child) == Dep::Ccomp && !(child > at && is_bare_gerund(parse, child)));
    if found.is_empty() {
        found = marked(parse, at, passive);
    }
    if found.is_empty()
        && parse.dep(at) == Dep::Pcomp
        && let Some(before) = quoted_before(parse, parse.head(parse.head(at)))
    {
        return vec![before];
    }
    if found.first().is_some_and(|first| first.end <= at) {
        found.extend(going_on(parse, at));
    }
    found
}

/// The clauses that hang on a verb.
fn clauses(parse: &Parse, at: usize, accept: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    parse
        .children(at)
        .filter(|&child| matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp) && accept(child))
        // "The rebels claim that 40 died; the ministry confirmed 12": what stands before a semicolon is not what it says.
        .filter(|&child| child > at || !(child..at).any(|word| parse.norm(word) == ";"))
        .map(|child| clause_range(parse, child, at))
        .collect()
}

/// "denied *shelling the town*": a gerund of which nobody is the subject.
fn is_bare_gerund(parse: &Parse, clause: usize) -> bool {
    parse.tag(clause) == Tag::Vbg
        && parse.child(clause, Dep::Aux).is_none()
        && parse.child(clause, Dep::Nsubj).is_none()
}

/// "told the council *that rebels had left*": the parser may call a that-clause something else, or hang it on whom it is told; its
/// marker tells.
fn marked(parse: &Parse, at: usize, passive: bool) -> Vec<Range<usize>> {
    let told = parse.child(at, Dep::Dobj).filter(|_| !passive);
    // "said in a statement that": the clause hangs on the noun before it.
    let behind = parse
        .children(at)
        .filter(|&prep| prep > at && parse.dep(prep) == Dep::Prep)
        .filter_map(|prep| parse.child(prep, Dep::Pobj));
    let nouns: Vec<usize> = told.into_iter().chain(behind).collect();
    // "said in a statement *posted online* that"
    let posted = nouns.iter().flat_map(|&noun| parse.children(noun));
    let posted = posted.filter(|&child| parse.dep(child) == Dep::Acl && parse.tag(child) == Tag::Vbn);
    let below = posted.filter_map(|posted| parse.child(posted, Dep::Ccomp));
    // "admitted for the first time that": the parser takes it for the time.
    let marks = |mark: usize| {
        matches!(parse.dep(mark), Dep::Mark | Dep::Advmod) && matches!(parse.norm(mark), "that" | "whether")
    };
    parse
        .children(at)
        .chain(nouns.iter().flat_map(|&noun| parse.children(noun)))
        .filter(|&child| matches!(parse.dep(child), Dep::Advcl | Dep::Relcl | Dep::Acl | Dep::Dep | Dep::Conj))
        .chain(below)
        .filter(|&child| child > at && parse.children(child).any(marks))
        .map(|child| clause_range(parse, child, at))
        .collect()
}

/// "A, said X, *and B*": what follows the inserted cue goes on with what is said.
fn going_on(parse: &Parse, at: usize) -> impl Iterator<Item = Range<usize>> {
    let joined = parse.children(at).filter(move |&child| child > at && parse.dep(child) == Dep::Conj);
    joined
        .filter(|&child| is_verbal(parse, child) && parse.child(child, Dep::Nsubj).is_none())
        .map(|child| trim(parse, parse.subtree(child)))
}

/// "claimed *to have seized the town*"
fn infinitive(parse: &Parse, at: usize, passive: bool) -> Vec<Range<usize>> {
    let to = |child: usize| parse.children(child).any(|aux| aux < child && parse.tag(aux) == Tag::To);
    let mut found = clauses(parse, at, to);
    if passive {
        if !found.is_empty() {
            found.extend(passive_subject(parse, at).map(|noun| passive_phrase(parse, at, noun)));
        }
        return found;
    }
    if found.is_empty() {
        found.extend(purpose(parse, at));
    }
    // "reported the general to be dead": the object is whom it is said of.
    if let Some(object) = parse.child(at, Dep::Dobj)
        && let Some(first) = found.first_mut()
        && object < first.start
    {
        first.start = parse.subtree(object).start;
    }
    found
}

/// "committed *to send troops*", "exhorted his men *to fight*": the parser may take the infinitive for a purpose.
fn purpose(parse: &Parse, at: usize) -> Option<Range<usize>> {
    let before = parse.child(at, Dep::Dobj).map_or(at + 1, |object| parse.subtree(object).end);
    let purpose = parse.children(at).find(|&child| {
        parse.dep(child) == Dep::Advcl
            && child > at
            && parse.children(child).any(|to| parse.tag(to) == Tag::To && to == before)
    });
    purpose.map(|child| clause_range(parse, child, at))
}

/// "denied *having shelled* the town"
fn gerund(parse: &Parse, at: usize) -> Vec<Range<usize>> {
    clauses(parse, at, |child| {
        let having = || parse.children(child).any(|aux| aux < child && parse.norm(aux) == "having");
        (parse.tag(child) == Tag::Vbg || having()) && child > at
    })
}

/// "denied *the accusation*"
fn object(parse: &Parse, at: usize, passive: bool) -> Vec<Range<usize>> {
    let noun = if passive {
        parse.child(at, Dep::Agent).and_then(|_| passive_subject(parse, at))
    } else {
        parse.child(at, Dep::Dobj)
    };
    // "…, a claim *the army rejects*"
    if noun.is_none() && !passive && is_gapped(parse, at) {
        let claim = parse.head(at);
        return vec![trim(parse, parse.subtree(claim).start..claim + 1)];
    }
    noun.map(|noun| trim(parse, with_place(parse, noun, at))).into_iter().collect()
}

/// "*the raid* has been reported", by nobody who is named.
fn subject_of_passive(parse: &Parse, at: usize, passive: bool) -> Vec<Range<usize>> {
    let bare = passive && parse.child(at, Dep::Agent).is_none();
    let noun = if bare { passive_subject(parse, at) } else { None };
    noun.map(|noun| passive_phrase(parse, at, noun)).into_iter().collect()
}

/// The subject of a passive, but for an "it" that stands for what follows: "*the raid* was reported".
fn passive_subject(parse: &Parse, at: usize) -> Option<usize> {
    let subject = parse.child(at, Dep::Nsubjpass).map(|noun| antecedent(parse, noun));
    subject.filter(|&noun| parse.pos(noun) != Pos::Pron || parse.norm(noun) != "it")
}

/// "*the presence of officers* that has been reported": the phrase before the clause, without it.
fn passive_phrase(parse: &Parse, at: usize, noun: usize) -> Range<usize> {
    let range = phrase(parse, noun);
    if range.contains(&at) && noun < at { trim(parse, range.start..parse.subtree(at).start) } else { range }
}

/// "called *the raid a crime*"
fn called_so(parse: &Parse, at: usize, passive: bool) -> Vec<Range<usize>> {
    let behind = || parse.children(at).find(|&child| child > at && parse.dep(child) == Dep::Nsubj);
    let noun = if passive { passive_subject(parse, at) } else { parse.child(at, Dep::Dobj).or_else(behind) };
    let second = || parse.children(at).filter(|&child| parse.dep(child) == Dep::Dobj).nth(1).filter(|_| !passive);
    let bare = || parse.child(at, Dep::Ccomp).filter(|&c| c > at && parse.child(c, Dep::Mark).is_none());
    match (noun, parse.child(at, Dep::Oprd).or_else(second).or_else(bare)) {
        (Some(noun), Some(called)) => together(parse, noun, parse.subtree(called)),
        (None, Some(called)) => vec![trim(parse, parse.subtree(called))],
        // The parser takes a quoted adjective for a part of the object: called the deal "null and void".
        (Some(noun), None) if parse.subtree(noun).any(|word| parse.tag(word) == Tag::OpenQuote) => {
            vec![trim(parse, parse.subtree(noun))]
        }
        _ => Vec::new(),
    }
}

/// "published a report *describing the attack*"
fn inside(parse: &Parse, at: usize) -> Vec<Range<usize>> {
    let Some(noun) = parse.child(at, Dep::Dobj) else { return Vec::new() };
    parse
        .children(noun)
        .filter(|&child| child > noun && matches!(parse.dep(child), Dep::Acl | Dep::Relcl))
        .map(|child| trim(parse, parse.subtree(child)))
        .collect()
}

/// "accused *the army of shelling*"
fn after(parse: &Parse, at: usize, word: &str, passive: bool) -> Vec<Range<usize>> {
    if word == "as"
        && let Some(before) = quoted_before(parse, at)
    {
        return vec![before];
    }
    let object = if passive { passive_subject(parse, at) } else { parse.child(at, Dep::Dobj) };
    if object.is_none()
        && let Some(asked) = asked(parse, at, word)
    {
        return vec![asked];
    }
    let below = || {
        let mut below = object.into_iter().chain([at]).flat_map(|owner| parse.children(owner));
        below.find(|&child| child > at && parse.dep(child) == Dep::Prep && parse.norm(child) == word)
    };
    let by = || parse.child(at, Dep::Agent).filter(|_| passive);
    let lead = below().or_else(|| on_last_object(parse, at, object?, word)).or_else(|| on_accuser(parse, by()?, word));
    let Some(prep) = lead.filter(|&prep| leads_to_content(parse, prep)) else { return Vec::new() };
    let said = with_second(parse, at, prep);
    match object {
        // "The general was accused of shelling": the cue stands between whom and what. What somebody is seen as
        // is said of him in one.
        Some(object) if passive && object < at && word != "as" => {
            vec![passive_phrase(parse, at, object), trim(parse, prep + 1..said.end.max(prep + 2))]
        }
        Some(object) => together(parse, object, said),
        None => vec![trim(parse, (prep + 1).min(parse.len() - 1)..parse.subtree(prep).end.max(prep + 1))],
    }
}

/// "criticized A, B and C *for* bombing", where the parser hung it on the last of several objects.
fn on_last_object(parse: &Parse, at: usize, object: usize, word: &str) -> Option<usize> {
    parse.subtree(object).find(|&prep| {
        prep > at
            && parse.dep(prep) == Dep::Prep
            && parse.norm(prep) == word
            && parse.child(prep, Dep::Pcomp).is_some_and(|gerund| parse.tag(gerund) == Tag::Vbg)
    })
}

/// "accused by the mayor *of shelling*, *of war crimes*": the parser hangs it on who accuses.
fn on_accuser(parse: &Parse, by: usize, word: &str) -> Option<usize> {
    let leads = |child: &usize| parse.dep(*child) == Dep::Prep && parse.norm(*child) == word;
    let prep = parse.children(parse.child(by, Dep::Pobj)?).find(leads)?;
    let told = |inner: usize| match parse.dep(inner) {
        Dep::Pcomp => true,
        Dep::Pobj => matches!(parse.pos(inner), Pos::Noun),
        _ => false,
    };
    parse.children(prep).any(told).then_some(prep)
}

/// "commented *on the raid*", but not "commented *on Friday*": a time is no content.
fn leads_to_content(parse: &Parse, prep: usize) -> bool {
    parse.children(prep).any(|inner| match parse.dep(inner) {
        Dep::Pobj => !is_measure(parse, inner),
        dep => matches!(dep, Dep::Pcomp | Dep::Amod),
    })
}

/// "accused the army of burning villages *and killing* civilians", where the tree hangs the second on the verb.
fn with_second(parse: &Parse, at: usize, prep: usize) -> Range<usize> {
    let mut said = parse.subtree(prep);
    let goes_on = |child: &usize| *child > prep && grammar::blamed_above(parse, *child) == Some(at);
    if let Some(second) = parse.children(at).find(goes_on) {
        said.end = said.end.max(parse.subtree(second).end);
    }
    said
}

/// What is said before a verb of quoting that tells only who says so: "*Two were arrested*, the agency quoted the mayor as saying".
fn quoted_before(parse: &Parse, verb: usize) -> Option<Range<usize>> {
    let lead = parse.children(verb).find(|&lead| parse.dep(lead) == Dep::Prep && parse.norm(lead) == "as")?;
    let saying = parse.child(lead, Dep::Pcomp).filter(|&saying| parse.tag(saying) == Tag::Vbg)?;
    let own = |child: usize| matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp | Dep::Dobj);
    let clause = parse.children(verb).find(|&child| child < verb && parse.dep(child) == Dep::Ccomp)?;
    (!parse.children(saying).any(own)).then(|| clause_range(parse, clause, verb))
}

/// Whom and what somebody calls on or for: "called on *both sides to leave*", "called for *the port to be opened*". The parser
/// hangs the infinitive on the verb.
fn asked(parse: &Parse, verb: usize, word: &str) -> Option<Range<usize>> {
    let behind = |prep: usize| matches!(parse.dep(prep), Dep::Prt | Dep::Prep | Dep::Mark) && prep == verb + 1;
    let prep = parse.children(verb).find(|&prep| behind(prep) && parse.norm(prep) == word)?;
    let noun = parse.child(prep, Dep::Pobj);
    let start = noun.map_or(prep + 1, |noun| parse.subtree(noun).end);
    let infinitive = parse.children(verb).find(|&child| {
        child > prep
            && matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Advcl)
            && parse.subtree(child).start == start
            && parse.children(child).any(|to| parse.tag(to) == Tag::To && to < child)
    })?;
    Some(trim(parse, prep + 1..parse.subtree(infinitive).end))
}

/// An object with the place behind it that the parser hung on the verb: "showed their part in the battles".
fn with_place(parse: &Parse, noun: usize, verb: usize) -> Range<usize> {
    let mut words = parse.subtree(noun);
    for prep in parse.children(verb).filter(|&child| parse.dep(child) == Dep::Prep && child > noun) {
        if prep == words.end && matches!(parse.norm(prep), "in" | "at" | "near" | "against" | "between") {
            words.end = parse.subtree(prep).end;
        }
    }
    words
}

/// An object and what is said of it: in one piece where they stand side by side.
fn together(parse: &Parse, noun: usize, said: Range<usize>) -> Vec<Range<usize>> {
    let object = parse.subtree(noun);
    if object.start <= said.start {
        return vec![trim(parse, object.start..object.end.max(said.end))];
    }
    vec![trim(parse, said), trim(parse, object)]
}

/// The words of a clause that hangs on a cue, without the cue.
fn clause_range(parse: &Parse, clause: usize, cue: usize) -> Range<usize> {
    let mut range = parse.subtree(clause);
    if clause < cue {
        range.end = range.end.min(grammar::quoted_end(parse, clause).unwrap_or(cue));
        // The subject of an inverted or following cue is no content.
        if let Some(subject) =
            parse.children(cue).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass) && child < cue)
        {
            let start = parse.subtree(subject).start;
            if start > range.start {
                range.end = range.end.min(start);
            }
        }
    } else {
        range.start = range.start.max(cue + 1);
        // "A says this, while B says that": what another says is set against it, and no part of it.
        if let Some(other) = parse.children(clause).find(|&child| child > clause && sets_against(parse, child)) {
            range.end = range.end.min(parse.subtree(other).start);
        }
        // "said the council has the last word and *called* for calm": the second is what the speaker did besides.
        let besides =
            |&child: &usize| parse.dep(child) == Dep::Conj && grammar::told_with(parse, child, clause) != clause;
        if let Some(besides) = parse.children(clause).find(besides) {
            range.end = range.end.min(parse.subtree(besides).start);
        }
    }
    trim(parse, range)
}

/// True for a clause with "while" or "whereas" whose own subject says something.
fn sets_against(parse: &Parse, clause: usize) -> bool {
    parse.dep(clause) == Dep::Advcl
        && parse.child(clause, Dep::Ccomp).is_some()
        && parse.child(clause, Dep::Nsubj).is_some()
        && parse
            .children(clause)
            .any(|mark| parse.dep(mark) == Dep::Mark && matches!(parse.norm(mark), "while" | "whereas"))
}

/// The clause that an inserted cue stands in: "In Norland, the mayor said, the road is open." and "As the mayor said, …".
pub(crate) fn around(parse: &Parse, at: usize, words: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let inserted = match parse.dep(at) {
        Dep::Parataxis => true,
        Dep::Advcl => {
            parse.children(at).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "as")
                || parse.children(at).any(|mark| parse.norm(mark) == "as" && mark < at)
        }
        _ => false,
    };
    if inserted {
        let clause = parse.head(at);
        return Some(without(parse, parse.subtree(clause), core(parse, at, words)));
    }
    // "…, *where both maintain* air bases" tells of a place.
    // Nor does "police, *who responded* with tear gas".
    let who = parse.child(at, Dep::Nsubj).is_some_and(|who| grammar::is_relative(parse, who));
    let relative = parse.dep(at) == Dep::Relcl && (who || parse.child(at, Dep::Dobj).is_some());
    None.or_else(|| {
        if relative {
            return None;
        }
        // A short clause between a comma and the end of the sentence or another comma.
        let core = core(parse, at, words);
        let comma = |at: usize| matches!(parse.tag(at), Tag::Comma | Tag::CloseQuote | Tag::OpenQuote);
        let before = core.start > sentence.start && comma(core.start - 1);
        let ends = core.end >= sentence.end || matches!(parse.tag(core.end), Tag::Stop) || comma(core.end);
        (before && ends && core.start - sentence.start > 3 && core.contains(&words.start))
            .then(|| without(parse, sentence.clone(), core))
    })
}

/// The cue with its subject and what modifies it, as they stand together.
fn core(parse: &Parse, at: usize, words: &Range<usize>) -> Range<usize> {
    let mut range = words.clone();
    if let Some(who) = behind_comma(parse, at) {
        range.start = range.start.min(parse.subtree(who).start);
    }
    for child in parse.children(at) {
        let near = matches!(
            parse.dep(child),
            Dep::Nsubj
                | Dep::Nsubjpass
                | Dep::Mark
                | Dep::Npadvmod
                | Dep::Advmod
                | Dep::Dobj
                | Dep::Dative
                | Dep::Prep
                | Dep::Agent
                | Dep::Aux
        );
        if near && !matches!(parse.tag(child), Tag::Comma) {
            let below = parse.subtree(child);
            if below.end + 1 >= range.start && below.start <= range.end + 1 {
                range = range.start.min(below.start)..range.end.max(below.end);
            }
        }
    }
    range
}

/// What is left of a range when the cue is taken out.
pub(crate) fn without(parse: &Parse, whole: Range<usize>, out: Range<usize>) -> Vec<Range<usize>> {
    let mut left = Vec::new();
    let inside = |at: usize| at.clamp(whole.start, whole.end);
    for piece in [whole.start..inside(out.start), inside(out.end)..whole.end] {
        if !piece.is_empty() {
            let piece = trim(parse, piece);
            if piece.clone().any(|at| !matches!(parse.pos(at), Pos::Punct | Pos::Space)) {
                left.push(piece);
            }
        }
    }
    left
}

/// True for a clause about a noun beside another, which is its object without a word for it: "a claim *the army rejects*".
fn is_gapped(parse: &Parse, verb: usize) -> bool {
    let noun = parse.head(verb);
    let beside = parse.dep(verb) == Dep::Relcl
        && matches!(parse.dep(noun), Dep::Appos | Dep::Npadvmod)
        && parse.pos(noun) == Pos::Noun;
    let own = |child: usize| parse.dep(child) == Dep::Nsubj && !matches!(parse.tag(child), Tag::Wp | Tag::Wdt);
    beside && parse.children(verb).any(own)
}
