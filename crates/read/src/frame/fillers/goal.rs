//! Whom and where does an aim reach, and who has it?
//!
//! "to expel *the army*", "to retake *Velna* from *the rebels*", "to send a message to *its rivals*", "to end *the regime's*
//! campaign", "to see that *the guards* leave": parties are whom the aim reaches, places where.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::behind::{all_behind, stands_for_itself};
use crate::frame::fillers::{is_filler, is_state};
use crate::frame::places::is_place;
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{LightSubject, NounClass, WordClass};
use model::{ClaimType, Kind};

/// What the clause of an aim is about.
#[derive(Debug, Default)]
pub(crate) struct Aim {
    pub(crate) parties: Vec<usize>,
    pub(crate) places: Vec<usize>,
}

/// The aim told by the clause of a verb.
pub(crate) fn aim(setting: Setting, verb: usize) -> Aim {
    let mut aim = Aim::default();
    clause(setting, verb, &mut aim, 0);
    // "to weaken and *destroy the clan*": the tree hangs what both reach on the last.
    let next = joined_verb(setting, verb).filter(|_| aim.parties.is_empty() && aim.places.is_empty());
    if let Some(next) = next {
        clause(setting, next, &mut aim, 0);
    }
    for role in [&mut aim.parties, &mut aim.places] {
        role.sort_unstable();
        role.dedup();
    }
    aim
}

/// The verb joined to one that has no object of its own.
fn joined_verb(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let joined = |&child: &usize| parse.dep(child) == Dep::Conj && parse.pos(child) == Pos::Verb && child > verb;
    parse.children(verb).find(joined).filter(|_| parse.child(verb, Dep::Dobj).is_none())
}

/// The verbs of the clauses under a word that can tell an aim, and of the gerunds after a preposition ("committed to *freeing*").
pub(crate) fn clauses(parse: &Parse, at: usize) -> Vec<usize> {
    let clauses = parse.children(at).filter(|&child| {
        matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Acl | Dep::Advcl | Dep::Relcl)
            && child > at
            && matches!(parse.pos(child), Pos::Verb | Pos::Aux)
            && (parse.dep(child) != Dep::Relcl || grammar::is_infinitive(parse, child))
    });
    let gerunds = parse
        .children(at)
        .filter(|&child| matches!(parse.dep(child), Dep::Prep | Dep::Agent))
        .filter_map(|child| parse.child(child, Dep::Pcomp));
    // "the goal *is to free* the town"
    let be = parse.head(at);
    let said = (parse.dep(at) == Dep::Nsubj && is_or_remains(parse, be)).then(|| parse.children(be));
    let said = said.into_iter().flatten().filter(|&child| parse.dep(child) == Dep::Xcomp && child > be);
    clauses.chain(gerunds).chain(said).collect()
}

/// True for the verb of "the goal *is* peace", "the goal *remains* peace".
fn is_or_remains(parse: &Parse, verb: usize) -> bool {
    matches!(parse.lemma(verb), "be" | "remain")
}

/// True for a word with an infinitive or a gerund under it, which tells what it aims at.
pub(crate) fn is_told(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    // "the objective was *the capture* of the ridge"
    let be = parse.head(at);
    let deed =
        || parse.child(be, Dep::Attr).is_some_and(|deed| class::fits(parse, setting.lexicon, deed, &[NounClass::Deed]));
    if parse.dep(at) == Dep::Nsubj && is_or_remains(parse, be) && parse.pos(at) == Pos::Noun && deed() {
        return true;
    }
    // "in the hope *that the guards would leave*"
    let that =
        |clause: usize| parse.children(clause).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that");
    if parse.dep(at) == Dep::Pobj && parse.children(at).any(|clause| parse.dep(clause) == Dep::Acl && that(clause)) {
        return true;
    }
    // "was targeted by raids*, leaving* two dead" tells what came of it.
    let passive = grammar::is_passive(parse, at);
    let outcome =
        |verb: usize| passive && parse.dep(verb) == Dep::Advcl && verb > 0 && parse.tag(verb - 1) == Tag::Comma;
    clauses(parse, at).into_iter().any(|verb| {
        let gerund = parse.tag(verb) == Tag::Vbg && !outcome(verb);
        grammar::is_infinitive(parse, verb) || parse.dep(verb) == Dep::Pcomp || gerund
    })
}

/// True for an infinitive that tells the deed itself and no aim: "used helicopters *to bomb* the village" and "rockets were used *to bomb* it"
/// say with what it was done,
/// "took to the streets *to protest*" tells one protest.
pub(crate) fn tells_deed(setting: Setting, verb: usize, above: usize, told: &[Draft]) -> bool {
    let parse = &setting.part.parse;
    let lemma = parse.entry(above);
    let means = |subject| subject == LightSubject::Means;
    let is_means = setting.lexicon.light_verbs.find_for(lemma, |_| false, means).is_some()
        && (parse.child(above, Dep::Dobj).is_some() || grammar::is_passive(parse, above));
    // "used jets to *conduct* ten strikes"
    let carries = || {
        let deed = parse.child(verb, Dep::Dobj).filter(|_| is_means);
        let noun = |deed: usize| setting.noun_frames(deed).any(|frame| frame.claim_type.kind() == Kind::Event);
        setting.lexicon.light_verbs.find(parse.entry(verb), |_| false).is_some() && deed.is_some_and(noun)
    };
    // "merged *to form* a party": a word of what is told.
    let word = |draft: &Draft| draft.trigger == above && draft.words.contains(&verb);
    if carries() || parse.pos(above) == Pos::Verb && told.iter().any(word) {
        return true;
    }
    let protest = |draft: &Draft| draft.predicate == above && draft.claim_type == ClaimType::Protest;
    let frames = setting.frames(verb);
    frames.iter().filter(|frame| frame.class == WordClass::Verb && frame.words.is_empty()).any(|frame| {
        frame.claim_type == ClaimType::Protest && told.iter().any(protest)
            || is_means && frame.claim_type.kind() == Kind::Event
    })
}

/// True for a verb that only says with what a deed below it is done.
pub(in crate::frame) fn only_means(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(at).any(|verb| {
        matches!(parse.dep(verb), Dep::Xcomp | Dep::Advcl)
            && grammar::is_infinitive(parse, verb)
            && tells_deed(setting, verb, at, &[])
    })
}

/// The aims told below a word, by the first of its clauses that tells one.
pub(crate) fn below(setting: Setting, at: usize) -> Aim {
    let parse = &setting.part.parse;
    for verb in clauses(parse, at) {
        // "wants *Kestria* to withdraw its troops": who should do it is whom the aim is about.
        if let Some(own) = parse.child(verb, Dep::Nsubj).filter(|_| grammar::is_infinitive(parse, verb)) {
            let mut asked = Aim::default();
            grammar::joined(parse, own).into_iter().for_each(|one| thing(setting, one, &mut asked, 2));
            if !asked.parties.is_empty() && parse.pos(own) != Pos::Pron {
                return asked;
            }
        }
        // "hopes that *the rebels* will leave the town to the council": whose doing is hoped for.
        if let Some(own) = hoped_of(setting, at, verb) {
            let mut hoped = Aim::default();
            grammar::joined(parse, own).into_iter().for_each(|one| thing(setting, one, &mut hoped, 0));
            if !hoped.parties.is_empty() {
                return hoped;
            }
        }
        let found = aim(setting, verb);
        if !found.parties.is_empty() || !found.places.is_empty() {
            return found;
        }
    }
    // "seeks a settlement with *the clan*", "the goal is the defeat of *the clan*": a noun tells the aim.
    let be = parse.head(at);
    let object = match parse.pos(at) {
        Pos::Verb if wants(setting, at) => parse.child(at, Dep::Dobj),
        Pos::Noun if parse.dep(at) == Dep::Nsubj && is_or_remains(parse, be) => parse.child(be, Dep::Attr),
        _ => None,
    };
    let mut told = Aim::default();
    // "hopes that *Kestria* will help": whose doing is hoped for.
    let clause = || {
        let clause =
            parse.child(at, Dep::Ccomp).filter(|&clause| clause > at && !grammar::is_infinitive(parse, clause))?;
        parse.children(clause).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass))
    };
    let wanting = parse.pos(at) == Pos::Verb && wants(setting, at);
    // "pushed for a truce with *the clan*"
    let sought = || grammar::after(parse, at, "for").filter(|&sought| sought > at);
    let object = object.or_else(|| if wanting { clause().or_else(sought) } else { None });
    if let Some(object) = object {
        grammar::joined(parse, object).into_iter().for_each(|one| thing(setting, one, &mut told, 0));
    }
    told
}

/// Those whom what is wanted reaches: "committed to the defeat of *the clan*"; what reaches nobody stands as it is.
pub(in crate::frame) fn reached(setting: Setting, wanted: Vec<usize>) -> Vec<usize> {
    let parse = &setting.part.parse;
    let mut all = Vec::new();
    for at in wanted {
        let core = mention::core(parse, setting.lexicon, at);
        let mut aim = Aim::default();
        if parse.pos(core) == Pos::Noun && !stands_for_itself(setting, core) {
            thing(setting, at, &mut aim, 0);
        }
        if aim.parties.is_empty() { all.push(at) } else { all.extend(aim.parties) }
    }
    all
}

/// Who does what a clause tells that somebody hopes: "hopes that *they* will leave"; nobody who is only spoken of by a pronoun.
fn hoped_of(setting: Setting, at: usize, clause: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let told = parse.dep(clause) == Dep::Ccomp && parse.pos(at) == Pos::Verb && !grammar::is_infinitive(parse, clause);
    let own = parse.children(clause).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass))?;
    let acts = class::fits(parse, setting.lexicon, own, &[NounClass::People, NounClass::Party, NounClass::Forces]);
    (told && acts && parse.pos(own) != Pos::Pron).then_some(own)
}

/// True for a verb by which somebody wants something: `seek`.
fn wants(setting: Setting, verb: usize) -> bool {
    let frames = setting.frames(verb);
    frames.iter().any(|frame| frame.class == WordClass::Verb && frame.claim_type == ClaimType::Intent)
}

fn clause(setting: Setting, verb: usize, aim: &mut Aim, depth: usize) {
    let parse = &setting.part.parse;
    if depth > 3 {
        return;
    }
    // "to take Velna *from the rebels*"
    let from = grammar::after(parse, verb, "from").filter(|&from| from != verb);
    for from in from.into_iter().flat_map(|from| grammar::joined(parse, from)) {
        let core = mention::core(parse, setting.lexicon, from);
        let party =
            class::fits(parse, setting.lexicon, core, &[NounClass::People, NounClass::Party, NounClass::Forces]);
        if party && !is_place(setting, core) && grammar::undergoer(parse, verb).is_some_and(|at| is_place(setting, at))
        {
            aim.parties.push(from);
        }
    }
    let taken = !aim.parties.is_empty();
    let dative = parse.child(verb, Dep::Dative);
    let dative = dative.and_then(|at| if parse.pos(at) == Pos::Adp { grammar::object_of(parse, at) } else { Some(at) });
    for object in grammar::undergoer(parse, verb).into_iter().chain(dative) {
        for one in grammar::joined(parse, object) {
            if taken && is_place(setting, one) {
                aim.places.push(one);
            } else {
                thing(setting, one, aim, 0);
            }
        }
    }
    // "to see that the guards leave", "help the council rebuild the town".
    let below = parse.children(verb).filter(|&child| {
        child > verb
            && matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp)
            && matches!(parse.pos(child), Pos::Verb | Pos::Aux)
    });
    for inner in below {
        if !aim.parties.is_empty() {
            break;
        }
        let own = parse.children(inner).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
        if let Some(own) = own {
            grammar::joined(parse, own).into_iter().for_each(|one| thing(setting, one, aim, 0));
        }
        if aim.parties.is_empty() {
            clause(setting, inner, aim, depth + 1);
        }
    }
    // "to make it harder for *the rebels* to move": whom it is to be so for.
    let said = parse.children(verb).filter(|&child| {
        child > verb
            && parse.pos(child) == Pos::Adj
            && matches!(parse.dep(child), Dep::Oprd | Dep::Acomp | Dep::Ccomp | Dep::Xcomp)
    });
    for adjective in said {
        let object = grammar::after(parse, adjective, "for").filter(|_| aim.parties.is_empty());
        // The tree may take "for the rebels to move" for a clause.
        let own = || {
            let clause = parse.children(adjective).find(|&child| parse.pos(child) == Pos::Verb && child > adjective)?;
            parse.child(clause, Dep::Nsubj).filter(|_| aim.parties.is_empty())
        };
        if let Some(object) = object.or_else(own) {
            grammar::joined(parse, object).into_iter().for_each(|one| thing(setting, one, aim, 1));
        }
    }
    if aim.parties.is_empty() {
        for word in ["against", "from", "with", "to", "for", "on", "upon", "of", "in", "into", "at", "between", "by"] {
            if let Some(object) = grammar::after(parse, verb, word).filter(|&object| object != verb) {
                for one in grammar::joined(parse, object) {
                    // "in Kestria" tells where, of states too.
                    if matches!(word, "in" | "into" | "at") && is_place(setting, one) {
                        aim.places.push(one);
                    } else {
                        thing(setting, one, aim, 1);
                    }
                }
            }
            if !aim.parties.is_empty() {
                break;
            }
        }
    }
    // "to take actions *to deny* the clan a haven"
    let object = grammar::undergoer(parse, verb);
    let further = object.into_iter().chain([verb]).flat_map(|host| parse.children(host)).filter(|&child| {
        child > verb
            && matches!(parse.dep(child), Dep::Acl | Dep::Advcl | Dep::Relcl)
            && grammar::is_infinitive(parse, child)
    });
    for inner in further {
        if aim.parties.is_empty() {
            clause(setting, inner, aim, depth + 1);
        }
    }
}

/// A noun of the aim: a party, a place, or a thing with a party beside it.
fn thing(setting: Setting, at: usize, aim: &mut Aim, depth: usize) {
    use NounClass::*;
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    // "do *everything* to help the council" reaches the council.
    let any = parse.pos(core) == Pos::Pron
        && matches!(parse.norm(core), "all" | "anything" | "everything" | "what" | "whatever");
    if any || !is_filler(setting, at) {
        return;
    }
    let label = parse.name_of(core).map(|name| name.label);
    let named_place =
        matches!(label, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac)) && !is_state(setting, core);
    // "to intercept *the dhow*"
    let party = class::fits(parse, setting.lexicon, core, &[People, Party, Forces])
        || class::fits(parse, setting.lexicon, core, &[Vehicle])
            && parse.dep(at) == Dep::Dobj
            && grammar::owner(parse, core).is_none();
    let deed = class::fits(parse, setting.lexicon, core, &[Deed]) && parse.pos(core) == Pos::Noun;
    // "a stable Kestria", "the whole country": what is to become of a land is about the land.
    let described = label == Some(NameLabel::Gpe) && parse.children(core).any(|child| parse.dep(child) == Dep::Amod);
    let land = parse.pos(core) == Pos::Noun
        && !class::fits(parse, setting.lexicon, core, &[Accord])
        && setting.is_noun(core, Place)
        && parse.tag(core) != Tag::Nns;
    if named_place || described || land {
        aim.places.push(at);
        // "the *clan's* capital"
        if let Some(owner) =
            grammar::owner(parse, core).filter(|&owner| parse.pos(owner) != Pos::Pron && !is_state(setting, owner))
        {
            aim.parties.extend(grammar::joined(parse, owner));
        }
        return;
    }
    if is_place(setting, core) && !party && !class::fits(parse, setting.lexicon, core, &[Accord]) {
        // "rebel positions", "a haven for the clan": whose they are says whom it is about.
        let mut owned = Aim::default();
        beside(setting, core, &mut owned, depth);
        match owned.parties.is_empty() {
            true => aim.places.push(at),
            false => aim.parties.extend(owned.parties),
        }
        return;
    }
    // "wanted *power*" is about no power.
    let mass = parse.tag(core) == Tag::Nn && parse.children(core).next().is_none() && parse.dep(core) == Dep::Dobj;
    if party && !deed && !mass {
        aim.parties.push(at);
        return;
    }
    beside(setting, core, aim, depth);
}

/// The parties beside a noun: "*the regime's* campaign", "*rebel* positions", "the threat of *the clan*".
fn beside(setting: Setting, core: usize, aim: &mut Aim, depth: usize) {
    use NounClass::*;
    let parse = &setting.part.parse;
    if depth > 2 {
        return;
    }
    let owner = grammar::owner(parse, core).filter(|&owner| parse.pos(owner) != Pos::Pron);
    let mut beside: Vec<usize> = owner.into_iter().flat_map(|owner| grammar::joined(parse, owner)).collect();
    beside.extend(parse.children(core).filter(|&child| {
        child < core
            && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod)
            && (matches!(parse.name_of(child).map(|name| name.label), Some(NameLabel::Norp | NameLabel::Org))
                || is_state(setting, child)
                || parse.dep(child) == Dep::Compound
                    && class::fits(parse, setting.lexicon, child, &[People, Party, Forces]))
    }));
    if !beside.is_empty() {
        aim.parties.extend(beside);
        return;
    }
    for word in ["of", "for", "to", "against", "on", "with", "between", "by", "from"] {
        if let Some(object) = grammar::after(parse, core, word).filter(|&object| object != core) {
            grammar::joined(parse, object).into_iter().for_each(|one| thing(setting, one, aim, depth + 1));
        }
        if !aim.parties.is_empty() {
            return;
        }
    }
    // "a split *in the army*"
    for word in ["in", "within", "among"] {
        if let Some(object) = grammar::after(parse, core, word).filter(|&object| object != core) {
            let body = |&one: &usize| {
                class::fits(parse, setting.lexicon, one, &[Party, Forces, People]) && !is_place(setting, one)
            };
            aim.parties.extend(grammar::joined(parse, object).into_iter().filter(body));
        }
    }
}

/// Who has an aim that only a noun tells: "*the army* attacked *in a bid* to cut the road", "*troops* were sent in a bid to …".
pub(in crate::frame) fn aiming(setting: Setting, noun: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let head = parse.head(noun);
    let found = match parse.dep(noun) {
        // "is part of an effort to free them"
        Dep::Pobj if parse.norm(head) == "of" && matches!(parse.pos(parse.head(head)), Pos::Noun) => {
            return aiming(setting, parse.head(head));
        }
        Dep::Pobj if matches!(parse.norm(head), "in" | "with" | "as" | "for") => {
            let verb = grammar::clause_head(parse, head);
            grammar::doer(parse, verb).or_else(|| grammar::undergoer(parse, verb))
        }
        Dep::Appos => Some(head),
        Dep::Attr => grammar::subject(parse, head),
        // "*took* steps to free them"
        Dep::Dobj if setting.lexicon.light_verbs.find(parse.entry(head), |_| false).is_some() => {
            grammar::doer(parse, head)
        }
        _ => None,
    };
    let found = found.into_iter().flat_map(|at| grammar::joined(parse, at)).collect::<Vec<_>>();
    all_behind(setting, &found, |at| is_filler(setting, at))
}
