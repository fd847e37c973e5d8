//! Who or what is judged by a word where it stands?
//!
//! In "the raid was a *mistake*" the subject; in "this *cowardly* attack" the noun described; in "called the law *absurd*" the
//! object; in "there is no *excuse* for the raid" what follows.

use super::judgement::{
    has_judging, has_strong, is_ranked, is_record, is_superlative, is_told, is_well_done, judges, noun,
};
use super::{bearer, empty, is_verb, means};
use crate::claim::{Draft, Setting};
use crate::modality::is_done;
use crate::{class, grammar};
use language::{Dep, Pos, Tag};
use lexicon::{CueClass, NounClass, Place, Sense, Strength, WordClass};
use model::{ClaimType, Kind};

/// The judged and the word whose clause says so.
pub(super) fn by(setting: Setting, at: usize, told: &[Draft]) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    let below_verb = is_verb(parse, verb);
    // "is *confident* that rebels had left" tells what he says, and judges nobody.
    if setting.voices.is_cue(setting.index, at) && parse.pos(at) == Pos::Adj {
        return None;
    }
    match parse.dep(at) {
        Dep::Attr if below_verb && parse.child(verb, Dep::Expl).is_some() => there_is(setting, at, told),
        Dep::Acomp | Dep::Attr if below_verb => said_to_be(setting, at, told),
        // "the attack was cowardly": an adjective that the tagger took for an adverb.
        Dep::Advmod if below_verb && is_alone(setting, at) => said_to_be(setting, at, told),
        // "called the *attack* barbaric", taken for one noun.
        Dep::Oprd if below_verb && parse.pos(at) == Pos::Noun && taken_for_noun(setting, at).is_some() => {
            taken_for_noun(setting, at).map(|judged| (judged, at))
        }
        // "held them *responsible*" is an entry of its own.
        Dep::Oprd if class::completes(parse, setting.lexicon, verb, at) => None,
        Dep::Oprd if below_verb && (judges(setting, at) || is_called(setting, at)) => {
            grammar::undergoer(parse, verb).map(|object| (taken_up(setting, at, object), at))
        }
        Dep::Pobj if judges(setting, at) => seen_as(setting, at).or_else(|| linked(setting, at)),
        // "considered it successful".
        Dep::Ccomp if parse.pos(at) == Pos::Adj && judges(setting, at) => {
            parse.child(at, Dep::Nsubj).map(|subject| (taken_up(setting, at, subject), at))
        }
        // "considers the party a terrorist organisation".
        Dep::Ccomp if is_called(setting, at) => {
            parse.child(at, Dep::Nsubj).map(|subject| (taken_up(setting, at, subject), at))
        }
        Dep::Advcl if parse.pos(at) == Pos::Adj => beside(setting, at),
        Dep::Dobj => carried(setting, at),
        Dep::Dep | Dep::Npadvmod | Dep::Nsubj if parse.pos(at) == Pos::Noun => called_before(setting, at),
        Dep::Prep => in_state(setting, at, told),
        // "a cruel and *senseless* act": where the first adjective judges nothing.
        Dep::Conj if parse.dep(verb) == Dep::Amod && parse.pos(at) == Pos::Adj => {
            let first = setting.lexicon.evaluations.adjective(parse.norm(verb)) == Some(Strength::Strong);
            if first { None } else { described(setting, at, told) }
        }
        Dep::Conj => also(setting, at),
        Dep::Appos => called_beside(setting, at),
        // "dismissed the claim *as baseless*"
        Dep::Amod | Dep::Pcomp if parse.norm(verb) == "as" => called_as(setting, at, parse.head(verb), told),
        Dep::Advmod if below_verb && parse.children(at).any(|child| parse.norm(child) == "as") => {
            called_as(setting, at, verb, told)
        }
        Dep::Amod => described(setting, at, told),
        Dep::Advmod if below_verb && parse.pos(at) == Pos::Adv => conducts(setting, at),
        _ if matches!(parse.pos(at), Pos::Verb | Pos::Adj) => has_been(setting, at),
        _ => None,
    }
}

/// "Brek, *a gifted general*, fell", "welcomed the truce, *a milestone*", "Brek, *one of the best* generals": what stands beside a name or a
/// deed says what it is.
fn called_beside(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let beside = parse.head(at);
    if is_superlative(parse, at) {
        return Some((beside, at));
    }
    let indefinite = parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an"));
    // "shelled Velna, a crime" tells of the shelling.
    let deed = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::Deed, NounClass::Accord]);
    let known = noun(setting, at).is_some_and(|strength| strength != Strength::Plain) && (deed(beside) || !deed(at));
    // "Brek, *a respected reporter*, fell"
    let person = || class::fits(parse, setting.lexicon, at, &[NounClass::People]) && setting.names_person(beside);
    let known = known || has_judging(setting, at) && (person() || parse.lemma(at) == "figure");
    let one_of = parse.pos(at) == Pos::Num && parse.norm(at) == "one";
    let told = parse.pos(beside) == Pos::Propn || deed(beside);
    (told && (indefinite && known || one_of && judges(setting, at))).then_some((beside, at))
}

/// "*A gifted speaker*, Brek drew crowds": what stands at the head of a sentence says what its subject is.
fn called_before(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    if at >= verb {
        return None;
    }
    let words = parse.subtree(at);
    let leads = words.start == parse.sentences()[parse.sentence_of(at)].start
        && words.end < verb
        && parse.word(words.end) == ",";
    let indefinite = parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an"));
    let judged = || noun(setting, at).is_some_and(|strength| strength != Strength::Plain) || has_judging(setting, at);
    (leads && indefinite && is_verb(parse, verb) && judged())
        .then(|| grammar::subject(parse, verb))
        .flatten()
        .filter(|&subject| subject > at && parse.pos(subject) == Pos::Propn)
        .map(|subject| (subject, at))
}

/// "dismissed the claim *as baseless*": an adjective behind `as` is said of the object.
fn called_as(setting: Setting, at: usize, verb: usize, told: &[Draft]) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let strength = setting.lexicon.evaluations.adjective(parse.norm(at))?;
    // "as *necessary*" tells when.
    if matches!(parse.norm(at), "appropriate" | "necessary" | "possible") {
        return None;
    }
    let object = is_verb(parse, verb).then(|| grammar::undergoer(parse, verb)).flatten()?;
    // "was seen *as baseless*" is read from the verb.
    let read = |draft: &Draft| draft.trigger == verb && draft.claim_type == ClaimType::Judgement;
    (!told.iter().any(read) && strength != Strength::Plain).then_some((object, verb))
}

/// "The guards behaved *shamefully*", "fought *bravely*": how somebody does what can be done well or badly.
fn conducts(setting: Setting, adverb: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let evaluations = &setting.lexicon.evaluations;
    let verb = parse.head(adverb);
    if !evaluations.is_conduct(parse.entry(verb)) {
        return None;
    }
    // "performed *badly*", "responded *well*"
    let listed = matches!(parse.norm(adverb), "badly" | "poorly" | "well");
    let stem = parse.norm(adverb).strip_suffix("ly").or(listed.then_some(""))?;
    let strong = |adjective: &str| evaluations.adjective(adjective) == Some(Strength::Strong);
    let ending = |from: &str, to: &str| stem.strip_suffix(from).is_some_and(|stem| strong(&format!("{stem}{to}")));
    (listed || strong(stem) || ending("i", "y") || ending("al", "") || strong(&format!("{stem}le")))
        .then(|| {
            if grammar::is_passive(parse, verb) { grammar::undergoer(parse, verb) } else { grammar::doer(parse, verb) }
        })
        .flatten()
        .map(|judged| (judged, verb))
}

/// The noun before an adjective that judges and was taken for the head of both.
fn taken_for_noun(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let judging = setting.lexicon.evaluations.adjective(parse.norm(at)).is_some() && noun(setting, at).is_none();
    at.checked_sub(1).filter(|&noun| judging && parse.dep(noun) == Dep::Compound && parse.head(noun) == at)
}

/// True for a word that judges and is all that a copula says: "the attack was *cowardly*", "they are *far* from peace".
fn is_alone(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let be = parse.head(at);
    let more = |child: usize| matches!(parse.dep(child), Dep::Acomp | Dep::Attr | Dep::Prep | Dep::Xcomp | Dep::Ccomp);
    parse.lemma(be) == "be"
        && at > be
        && (parse.norm(at).ends_with("ly") || parse.child(at, Dep::Prep).is_some())
        && setting.lexicon.evaluations.adjective(parse.norm(at)).is_some()
        && !parse.children(be).any(more)
}

/// What the verb before is about, where a participle calls it something: "condemned *the arrest*, calling it a crime".
fn taken_up(setting: Setting, at: usize, object: usize) -> usize {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    let above = parse.head(verb);
    // "making it *clear that* they had left" calls nothing clear.
    let marked = |clause: usize| parse.child(clause, Dep::Mark).is_some_and(|mark| parse.norm(mark) == "that");
    if parse.children(at).chain(parse.children(verb)).any(|child| child > at && marked(child)) {
        return object;
    }
    let goes_on = parse.tag(verb) == Tag::Vbg && parse.dep(verb) == Dep::Advcl && above < verb;
    let pronoun = matches!(parse.norm(object), "it" | "them") && goes_on;
    let before = || grammar::undergoer(parse, above).filter(|&before| before < verb && parse.pos(before) == Pos::Noun);
    if pronoun { before().unwrap_or(object) } else { object }
}

/// True for a common noun that a verb such as "consider" or "label" says of its object.
fn is_called(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let verb = parse.entry(parse.head(at));
    let bare = parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Aux | Dep::Mark | Dep::Dobj));
    parse.pos(at) == Pos::Noun
        && bare
        && setting.lexicon.reporting.starting(CueClass::Verb, verb).any(|cue| cue.places.contains(&Place::Small))
}

/// True for a noun that only counts what follows: "seized large *quantities* of arms".
fn counts(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    parse.pos(noun) == Pos::Noun
        && setting.is_noun(noun, NounClass::Measure)
        && grammar::after(parse, noun, "of").is_some()
}

/// "the brigade *provides* a vital service", "did an outstanding job": what is said of the object is said of the subject.
fn carried(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    let carries = is_verb(parse, verb) && setting.lexicon.evaluations.is_carrier(parse.entry(verb));
    if let Some(subject) = means::short_of(setting, at) {
        return Some((subject, verb));
    }
    if !carries || counts(setting, at) || !judges(setting, at) {
        return None;
    }
    // "made a *threat*" said something, and "made a grave threat" is judged for it.
    let frames = setting.frames(at);
    let said = |frame: &lexicon::Frame| {
        use ClaimType::{Accuse, Demand, Refuse, Threaten};
        frame.class == WordClass::Noun && matches!(frame.claim_type, Accuse | Demand | Refuse | Threaten)
    };
    if frames.iter().any(said) && !has_judging(setting, at) {
        return None;
    }
    grammar::subject(parse, verb).map(|subject| (subject, verb))
}

/// "the militia is *on the defensive*", "the talks are *at* a critical *stage*", "acted *in violation* of the treaty".
fn in_state(setting: Setting, preposition: usize, told: &[Draft]) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(preposition);
    // "came under heavy *fire*" tells a deed.
    let deed = |object: usize| {
        let tells = |draft: &Draft| draft.trigger == object || draft.words.contains(&object);
        let event = |draft: &Draft| tells(draft) && draft.claim_type.kind() == Kind::Event;
        told.iter().any(event)
    };
    let object = parse.child(preposition, Dep::Pobj).filter(|_| is_verb(parse, verb))?;
    if is_moment(setting, object) && parse.lemma(verb) != "be" {
        return None;
    }
    let evaluations = &setting.lexicon.evaluations;
    let state = |at: usize| evaluations.state(parse.norm(preposition), parse.norm(at));
    let strength = state(object).or_else(|| parse.children(object).filter(|&child| child < object).find_map(state));
    use NounClass::*;
    let situation = || {
        matches!(parse.norm(preposition), "at" | "in" | "of" | "under")
            && (has_judging(setting, object) || is_superlative(parse, object))
            && !deed(object)
            && !class::fits(parse, setting.lexicon, object, &[People, Party, Forces, Place, Site, Vehicle])
    };
    let copula = evaluations.is_copula(parse.entry(verb));
    let among = || parse.norm(preposition) == "among" && is_superlative(parse, object);
    let judged = match strength {
        Some(Strength::Strong) => true,
        // "acted *in a* reckless *manner*"
        Some(_) => copula || has_judging(setting, object) && !deed(object),
        // "is *among the best* units"
        None => copula && (situation() || among()),
    };
    let subject = || {
        if grammar::is_passive(parse, verb) { grammar::undergoer(parse, verb) } else { grammar::subject(parse, verb) }
    };
    judged.then(subject).flatten().map(|subject| (subject, verb))
}

/// True for a noun that tells when, behind a preposition: "stood with them at this difficult *time*".
fn is_moment(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    parse.dep(noun) == Dep::Pobj
        && matches!(parse.norm(parse.head(noun)), "at" | "during" | "in")
        && matches!(parse.lemma(noun), "day" | "hour" | "moment" | "time" | "year")
}

/// "the offensive *turned into* a rout".
fn linked(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let preposition = parse.head(at);
    let verb = parse.head(preposition);
    let links = parse.dep(preposition) == Dep::Prep
        && is_verb(parse, verb)
        && setting.lexicon.evaluations.is_link(parse.entry(verb), parse.norm(preposition));
    links.then(|| grammar::subject(parse, verb)).flatten().map(|subject| (subject, verb))
}

/// "there is no *excuse* for such raids", "there is only one *way* to end the war": what follows is judged.
fn there_is(setting: Setting, at: usize, told: &[Draft]) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    noun(setting, at).filter(|strength| *strength != Strength::Plain)?;
    // "there is a danger that the clan *will attack*" foresees.
    let ahead = |clause: usize| parse.dep(clause) == Dep::Acl && super::modal(parse, clause).is_some();
    let frames = setting.frames(at);
    let foresees = frames.iter().any(|frame| frame.claim_type == ClaimType::Forecast && frame.words.is_empty());
    if foresees && parse.children(at).any(ahead) {
        return None;
    }
    let verb = parse.head(at);
    let clause = parse.children(at).find(|&child| {
        child > at && matches!(parse.dep(child), Dep::Acl | Dep::Relcl | Dep::Ccomp) && is_verb(parse, child)
    });
    // "there is overwhelming evidence that they left" tells how sure it is that they did.
    let little = |child: usize| matches!(parse.norm(child), "little" | "no" | "scant");
    let sure = class::is_evidence(parse, setting.lexicon, at) && !parse.children(at).any(little);
    if sure && clause.is_some_and(|clause| tells_deed(clause, told)) {
        return None;
    }
    let done = |clause: usize| parse.child(clause, Dep::Dobj).or_else(|| parse.child(clause, Dep::Nsubj));
    let behind = || {
        ["for", "to", "of", "in", "between", "with", "against", "about"]
            .iter()
            .find_map(|word| grammar::after(parse, at, word))
    };
    // "*within the council* there is distrust"
    let fronted = || {
        let inside = |&at: &usize| matches!(parse.norm(at), "among" | "between" | "in" | "within") && at < verb;
        parse.children(verb).find(inside).and_then(|at| parse.child(at, Dep::Pobj))
    };
    behind().or_else(|| clause.and_then(done)).or_else(fronted).map(|judged| (judged, verb))
}

/// "*contrary* to its promises, the army attacked": said of who does what the clause tells.
fn beside(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    // "*unable* to hold the town, the army left"
    let fronted = at < parse.head(at);
    let goes_on = parse.children(at).any(|child| match parse.dep(child) {
        Dep::Prep => child > at,
        Dep::Xcomp => child > at && fronted,
        _ => false,
    });
    let mark = parse.child(at, Dep::Mark);
    let marked = mark.is_some();
    // "*although fragile*, the truce holds"
    let concedes = mark.is_some_and(|mark| matches!(parse.norm(mark), "although" | "though" | "while" | "despite"));
    let verb = parse.head(at);
    ((goes_on && !marked || concedes) && is_verb(parse, verb) && judges(setting, at))
        .then(|| grammar::doer(parse, verb).or_else(|| grammar::undergoer(parse, verb)))
        .flatten()
        .map(|judged| (judged, at))
}

/// "the army is *overstretched*": a participle that the tree takes for a deed nobody did.
fn has_been(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let strength = match setting.lexicon.evaluations.adjective(parse.norm(at)) {
        Some(strength) => strength,
        // "was poorly led"
        None if is_well_done(setting, at) => Strength::Weak,
        None => return None,
    };
    // "was divided into two groups" tells what was done with it.
    let parted = grammar::after(parse, at, "into").is_some();
    let open = parse.tag(at) == Tag::Vbg && parse.child(at, Dep::Dobj).is_some();
    let is = has_auxiliary(setting, at) && !open && strength != Strength::Plain && !parted;
    // "are armed and trained by Kestria": somebody does it.
    let joined = parse.children(at).filter(|&child| parse.dep(child) == Dep::Conj);
    (is && [at].into_iter().chain(joined).all(|verb| grammar::agent(parse, verb).is_none()))
        .then(|| grammar::undergoer(parse, at).or_else(|| grammar::subject(parse, at)))
        .flatten()
        .map(|judged| (empty::in_clause(setting, at, judged).unwrap_or(judged), at))
}

/// True for "*is* overstretched", "*are* appalling", which the tagger took for a passive or a verb.
fn has_auxiliary(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(at).any(|child| {
        parse.dep(child) == Dep::Auxpass
            || parse.dep(child) == Dep::Aux
                && parse.lemma(child) == "be"
                && (parse.pos(at) == Pos::Adj || parse.tag(at) == Tag::Vbg)
    })
}

/// "was seen as a success", "described the raid as a mistake".
fn seen_as(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    if parse.norm(parse.head(at)) != "as" {
        return None;
    }
    let verb = parse.head(parse.head(at));
    let seen = is_verb(parse, verb) && parse.dep(parse.head(at)) == Dep::Prep;
    // Frames read "described the raid as".
    let told = setting.frames(verb);
    if told.iter().any(|frame| frame.claim_type == ClaimType::Judgement && frame.words.iter().any(|word| word == "as"))
    {
        return None;
    }
    // "As the largest donor, Kestria …" judges the subject.
    if at < verb && is_superlative(parse, at) {
        return grammar::subject(parse, verb).map(|judged| (judged, at));
    }
    seen.then(|| grammar::undergoer(parse, verb)).flatten().map(|judged| (judged, verb))
}

/// "is legitimate and compatible with the law": what is joined and has something of its own to say judges for itself.
fn also(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let first = parse.head(at);
    let own = parse.children(at).any(|child| {
        child > at && parse.dep(child) == Dep::Prep || parse.dep(child) == Dep::Advmod && parse.pos(at) == Pos::Adj
    }) || parse.pos(at) == Pos::Noun && parse.children(at).any(|child| parse.dep(child) == Dep::Amod)
        || parse.pos(at) != parse.pos(first);
    let verb = parse.head(first);
    if !own || !matches!(parse.pos(at), Pos::Adj | Pos::Noun) || !is_verb(parse, verb) || !judges(setting, at) {
        return None;
    }
    match parse.dep(first) {
        Dep::Acomp | Dep::Attr => grammar::subject(parse, verb).map(|subject| (subject, at)),
        Dep::Oprd => grammar::undergoer(parse, verb).map(|object| (object, at)),
        _ => None,
    }
}

/// True for a verb that a frame has told a deed by.
fn tells_deed(verb: usize, told: &[Draft]) -> bool {
    told.iter().any(|draft| draft.claim_type.kind() == Kind::Event && [draft.trigger, draft.predicate].contains(&verb))
}

fn said_to_be(setting: Setting, at: usize, told: &[Draft]) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    // "to be honest" tells how somebody speaks.
    let aside = parse.dep(verb) == Dep::Advcl && grammar::is_infinitive(parse, verb);
    if aside || !judges(setting, at) {
        return None;
    }
    // "may not be able to accept" is foreseen.
    let extraposed = empty::stands_for_clause(setting, at);
    let able = !extraposed && parse.children(at).any(|child| parse.dep(child) == Dep::Xcomp);
    // "was able to enter" tells that they did.
    if able && (super::modal(parse, verb).is_some() || is_done(parse, at, setting.lexicon)) {
        return None;
    }
    // What holds only under a condition is not judged.
    let clause = grammar::clause_head(parse, verb);
    if parse
        .children(clause)
        .any(|mark| parse.dep(mark) == Dep::Mark && matches!(parse.norm(mark), "if" | "unless" | "whether"))
    {
        return None;
    }
    // "it is unacceptable that the council stays silent", "it is vital to help the villagers".
    let it = parse
        .children(verb)
        .find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Expl) && parse.norm(child) == "it");
    let leads_clause = |clause: usize| {
        let that = |child: usize| parse.norm(child) == "that" && matches!(parse.dep(child), Dep::Mark | Dep::Advmod);
        parse.children(clause).any(that)
    };
    if it.is_some()
        && let Some(clause) = parse.children(verb).chain(parse.children(at)).find(|&child| {
            let said = matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp | Dep::Advcl)
                || parse.dep(child) == Dep::Acl && extraposed
                || parse.dep(child) == Dep::Relcl && leads_clause(child);
            child > at && said && is_verb(parse, child)
        })
    {
        // "it is not clear *whether* they left" judges nobody.
        let asks = |word: usize| {
            matches!(parse.norm(word), "whether" | "if")
                || matches!(parse.tag(word), Tag::Wrb | Tag::Wp | Tag::Wdt) && parse.norm(word) != "that"
        };
        if parse.children(clause).any(asks) {
            return None;
        }
        // "it is likely that they will leave" foresees.
        if super::modal(parse, clause).is_some() && empty::foretelling(setting, at).is_some() {
            return None;
        }
        // "it is clear that they left" tells how sure it is that they did.
        let sure = setting.lexicon.senses.has(parse.norm(at), Sense::Sure);
        if sure && tells_deed(clause, told) {
            return None;
        }
        // "it is vital that both sides stop" asks them to.
        if super::demand::necessary(setting, clause).is_some() {
            return None;
        }
        let subject = parse.children(clause).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
        let about = subject.or_else(|| grammar::undergoer(parse, clause))?;
        return Some((about, verb));
    }
    // "*what the coalition* has done is remarkable"
    let done = || {
        let clause = parse.child(verb, Dep::Csubj)?;
        // "*taking the port* was a triumph": by what was done with it.
        let leads = parse.dep(verb) == Dep::Ccomp || clause == parse.sentences()[parse.sentence_of(clause)].start;
        let taken = || parse.child(clause, Dep::Dobj).filter(|_| parse.tag(clause) == Tag::Vbg && leads);
        parse
            .child(clause, Dep::Nsubj)
            .filter(|&doer| !matches!(parse.norm(doer), "what" | "that" | "which"))
            .or_else(taken)
    };
    // "this was the first time *the clan* had used gas"
    let time = || {
        let clause =
            parse.children(at).find(|&child| matches!(parse.dep(child), Dep::Relcl | Dep::Acl | Dep::Ccomp))?;
        parse.children(clause).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass))
    };
    if is_ranked(parse, at) && parse.lemma(at) == "time" {
        return time().filter(|&who| !grammar::is_relative(parse, who)).map(|who| (who, verb));
    }
    // "the only *way* to end the war is *a settlement*": said of the settlement.
    let remedy = |subject: &usize| setting.lexicon.senses.has(parse.lemma(*subject), Sense::Remedy);
    if parse.dep(at) == Dep::Attr
        && parse.child(verb, Dep::Nsubj).is_some_and(|subject| remedy(&subject))
        && parse.pos(at) == Pos::Noun
        && !parse.children(at).any(|child| matches!(parse.norm(child), "only" | "best"))
    {
        return Some((at, verb));
    }
    let subject = done().or_else(|| bearer::crossed(setting, at)).or_else(|| grammar::subject(parse, verb))?;
    let points = matches!(parse.norm(subject), "this" | "that") && parse.pos(subject) == Pos::Pron;
    let known = noun(setting, at).is_some()
        || is_superlative(parse, at)
        || is_ranked(parse, at)
        || parse.pos(at) == Pos::Num
        || has_strong(setting, at)
        || setting.lexicon.evaluations.adjective(parse.norm(at)).is_some();
    let empty = points && !known
        || parse.pos(subject) == Pos::Pron
            && matches!(parse.norm(subject), "there" | "what" | "anything" | "nothing" | "something" | "everything")
        || matches!(parse.pos(subject), Pos::Verb | Pos::Aux | Pos::Num)
        || parse.dep(subject) == Dep::Expl;
    (!empty).then_some((subject, verb))
}

/// "this cowardly attack": the strong adjectives judge where they stand.
fn described(setting: Setting, at: usize, told: &[Draft]) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let known = setting.lexicon.evaluations.adjective(parse.norm(at));
    // "began their *largest* raid to date"
    let strength = if is_record(setting, at) { Strength::Strong } else { known? };
    let described = if parse.dep(at) == Dep::Conj { parse.head(parse.head(at)) } else { parse.head(at) };
    // "*abhorrent* nerve gas attacks": the tree hangs what judges the attacks on the gas.
    let described = if parse.dep(described) == Dep::Compound && parse.pos(described) == Pos::Noun {
        grammar::compounded(parse, described)
    } else {
        described
    };
    let strong = match strength {
        Strength::Strong => true,
        Strength::Weak if at > described => parse.word(at - 1) == ",",
        Strength::Weak => {
            !told.iter().any(|draft| draft.trigger == described) && bearer::of_clause(setting, described).is_some()
                || is_pointed_at(setting, described)
        }
        Strength::Plain => false,
    };
    // "stressed the urgent *need* for a truce" asks for it.
    if told.iter().any(|draft| draft.claim_type == ClaimType::Demand && draft.words.contains(&described)) {
        return None;
    }
    // "was one of the worst raids": said of the subject already.
    let one = parse.head(parse.head(described));
    let one_of = parse.dep(described) == Dep::Pobj
        && (parse.dep(one) == Dep::Attr
            || parse.pos(one) == Pos::Num && matches!(parse.dep(one), Dep::Appos | Dep::Dobj | Dep::Oprd));
    // "constitutes a terrible blow", "faces grave problems": said of the subject already.
    let object = parse.dep(described) == Dep::Dobj
        && told.iter().any(|draft| draft.claim_type == ClaimType::Judgement && draft.trigger == parse.head(described));
    let by_verb = |draft: &Draft| draft.trigger == parse.head(described);
    let carried = parse.dep(described) == Dep::Dobj
        && carried(setting, described).is_some()
        && !is_told(setting, described, told)
        && !told.iter().any(by_verb);
    // "was seen as a grave mistake", "turned into a terrible rout", "in grave danger".
    let behind = parse.dep(described) == Dep::Pobj
        && (parse.norm(parse.head(described)) == "as" && is_verb(parse, parse.head(parse.head(described)))
            || linked(setting, described).is_some()
            || in_state(setting, parse.head(described), told).is_some());
    // "without a *credible* plan"
    let absent = parse.dep(described) == Dep::Pobj && parse.norm(parse.head(described)) == "without";
    let copula =
        matches!(parse.dep(described), Dep::Attr | Dep::Oprd) || one_of || object || carried || behind || absent;
    if !strong
        || copula
        || is_moment(setting, described)
        || counts(setting, described)
        || !matches!(parse.pos(described), Pos::Noun | Pos::Propn)
    {
        return None;
    }
    // "Hald, *a brilliant commander*, led the attack": said of who is named.
    let named = parse.head(described);
    let beside = parse.dep(described) == Dep::Appos && parse.pos(named) == Pos::Propn && named < described;
    let body =
        || class::fits(parse, setting.lexicon, described, &[NounClass::People, NounClass::Party, NounClass::Forces]);
    if beside && body() {
        return Some((named, described));
    }
    Some((bearer::of_clause(setting, described).unwrap_or(described), described))
}

/// True for "this terrorist *group*": who is pointed at was told before, and is judged by any adjective.
fn is_pointed_at(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    parse.tag(noun) == Tag::Nn
        && parse.children(noun).any(|child| matches!(parse.norm(child), "this" | "these" | "such"))
        && class::fits(parse, setting.lexicon, noun, &[NounClass::Party])
}
