//! Which light verb carries a noun that tells of a deed?
//!
//! In "rebels carried out an attack on the base" the verb only says that it was done and by whom; time, negation and
//! sureness of `attack` stand at `carried out`. `data/en/light_verbs.tsv` lists such verbs.

use crate::claim::Setting;
use crate::frame::fillers::doer;
use crate::frame::is_force;
use crate::frame::retold;
use crate::{class, grammar};
use language::{Dep, Parse, Pos};
use lexicon::{Frame, HedgeClass, NegationClass, NegationScope, NounClass, Slot, WordClass};
use model::ClaimType;

/// A verb that carries a noun.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carrier {
    pub(crate) verb: usize,
    /// A noun between verb and trigger: `phase` in "launched a new phase of the attack".
    pub(crate) noun: Option<usize>,
    /// Who does it, where the verb tells.
    pub(crate) subject: Option<usize>,
    /// To whom it is done, where the verb tells: "the garrison repelled an attack".
    pub(crate) sufferer: Option<usize>,
    /// True when the verb only says that somebody is said to have done it.
    pub(crate) claimed: bool,
}

/// The carrier of a noun.
pub(crate) fn of(setting: Setting, noun: usize) -> Option<Carrier> {
    let parse = &setting.part.parse;
    // "the training *they provide* helps the army": the relative clause tells who does it.
    let within = parse.children(noun).find(|&clause| {
        parse.dep(clause) == Dep::Relcl
            && grammar::undergoer(parse, clause) == Some(noun)
            && parse.child(clause, Dep::Nsubj).is_some()
    });
    if let Some(carried) = within.and_then(|clause| carried(setting, clause, None, None, true))
        && carried.subject.is_some()
    {
        return Some(carried);
    }
    claimed_behind(setting, noun)
        .or_else(|| blamed_behind(setting, noun))
        .or_else(|| above(setting, noun))
        .or_else(|| behind(setting, noun))
}

/// Who claims a deed in the clause behind it: "the raid, *for which the rebels claimed responsibility*, killed two".
fn claimed_behind(setting: Setting, noun: usize) -> Option<Carrier> {
    let parse = &setting.part.parse;
    let clause = parse.children(noun).find(|&child| child > noun && parse.dep(child) == Dep::Relcl)?;
    let object = parse.child(clause, Dep::Dobj)?;
    let fixed = setting.lexicon.light_verbs.find(parse.entry(clause), |word| word == parse.lemma(object))?;
    fixed.word.as_ref().filter(|word| *word == parse.lemma(object))?;
    let mut hosts = parse.children(clause).chain(parse.children(object));
    let which = |&preposition: &usize| {
        parse.norm(preposition) == "for"
            && parse.child(preposition, Dep::Pobj).is_some_and(|which| grammar::is_relative(parse, which))
    };
    hosts.find(which)?;
    let subject = grammar::doer(parse, clause).filter(|&who| !grammar::is_nobody(parse, who))?;
    (parse.child(clause, Dep::Neg).is_none()).then_some(Carrier {
        verb: clause,
        noun: None,
        subject: Some(subject),
        sufferer: None,
        claimed: true,
    })
}

/// On whom a deed is laid in the clause behind it: "the raid, *which the mayor blamed on the rebels*, killed two".
fn blamed_behind(setting: Setting, noun: usize) -> Option<Carrier> {
    let parse = &setting.part.parse;
    let clause = |&child: &usize| child > noun && matches!(parse.dep(child), Dep::Relcl | Dep::Acl);
    let verb = parse.children(noun).filter(clause).find(|&verb| lays(setting, verb))?;
    let subject = grammar::after(parse, verb, "on").filter(|_| parse.child(verb, Dep::Neg).is_none())?;
    Some(Carrier { verb: noun, noun: None, subject: Some(subject), sufferer: None, claimed: true })
}

/// The participle behind a deed that does something itself: "the strike, *carried out* on Monday near Velna, killed two".
fn behind(setting: Setting, noun: usize) -> Option<Carrier> {
    let parse = &setting.part.parse;
    let told = |child: &usize| parse.dep(*child) == Dep::Acl && *child > noun && grammar::is_passive(parse, *child);
    if parse.dep(noun) != Dep::Nsubj || parse.lemma(parse.head(noun)) == "be" {
        return None;
    }
    carried(setting, parse.children(noun).find(told)?, None, None, true)
}

/// The carrier that the tree has above a noun.
fn above(setting: Setting, noun: usize) -> Option<Carrier> {
    let parse = &setting.part.parse;
    let mut at = noun;
    let mut between = None;
    for _ in 0..4 {
        let head = parse.head(at);
        match parse.dep(at) {
            Dep::Conj if matches!(parse.pos(head), Pos::Noun | Pos::Propn) => at = head,
            // "fought off *the attack*": the tree may hang it on the particle.
            Dep::Pobj if parse.dep(head) == Dep::Prt => return carried(setting, parse.head(head), None, between, true),
            // "accused the army of *torture*"
            Dep::Pobj if parse.norm(head) == "of" && blamed(setting, parse.head(head)) => {
                return laid_on(setting, at, head);
            }
            // "the man *behind* the raid", "a group *responsible for* the raid"
            Dep::Pobj if let Some(doer) = described(setting, head, noun) => {
                return Some(Carrier {
                    verb: noun,
                    noun: between,
                    subject: Some(doer),
                    sufferer: None,
                    claimed: parse.norm(head) == "in",
                });
            }
            // "*his* alleged involvement in the raid"
            Dep::Pobj if let Some(doer) = involved(setting, head, noun) => {
                let said =
                    |child: usize| setting.lexicon.hedges.get(HedgeClass::Adjective, parse.norm(child)).is_some();
                return Some(Carrier {
                    verb: noun,
                    noun: between,
                    subject: Some(doer),
                    sufferer: None,
                    claimed: parse.children(parse.head(head)).any(said),
                });
            }
            // "is *subject to* a ban", "is *responsible for* the raid", "was *complicit in* the massacre"
            Dep::Pobj if describes(setting, head) => {
                let adjective = parse.head(head);
                let carried = carried(setting, parse.head(adjective), Some(head), between, false);
                return carried.or_else(|| laid_on(setting, at, head));
            }
            Dep::Pobj if matches!(parse.norm(head), "of" | "in" | "under") && parse.head(head) != head => {
                let above = parse.head(head);
                // "accused of *involvement in* the raid": whoever is involved is said to have done it.
                let of = parse.head(above);
                let force = |frame: &Frame| is_force(frame.claim_type);
                if parse.norm(head) == "in"
                    && setting.lexicon.light_verbs.involves(parse.entry(above))
                    && setting.noun_frames(noun).any(force)
                    && parse.dep(above) == Dep::Pobj
                    && parse.norm(of) == "of"
                    && blamed(setting, parse.head(of))
                {
                    return laid_on(setting, above, of).map(|laid| Carrier { verb: noun, ..laid });
                }
                // "received reports of an attack" suffers none.
                // Nor does "has no indications of an attack".
                let told =
                    setting.is_noun(above, NounClass::Publication) || class::is_evidence(parse, setting.lexicon, above);
                if told {
                    return None;
                }
                // "accused soldiers *of looting*"
                if parse.norm(head) == "of" && blamed(setting, above) {
                    return laid_on(setting, at, head);
                }
                // "faces charges *of murder*": he is said to have done it, and suffers the charges.
                if let Some(charged) = charged_with(setting, above, at) {
                    return Some(Carrier {
                        verb: noun,
                        noun: Some(above),
                        subject: Some(charged),
                        sufferer: None,
                        claimed: true,
                    });
                }
                if matches!(parse.pos(above), Pos::Noun) && parse.norm(head) == "of" {
                    between = Some(above);
                    at = above;
                } else {
                    // "In the wake of the raid, the army is …" carries nothing.
                    if head < above {
                        return None;
                    }
                    let verb = if is_word_of(setting, above) { parse.head(above) } else { above };
                    return carried(setting, verb, Some(head), between, false);
                }
            }
            // "turned *to* kidnapping", "responded *with* air strikes"
            Dep::Pobj if governed(setting, head) => {
                return carried(setting, parse.head(head), Some(head), between, false);
            }
            Dep::Pobj if matches!(parse.norm(head), "for" | "of" | "over" | "in" | "to") => {
                return laid_on(setting, at, head);
            }
            // "was held *on suspicion of* murder", but "on the day of the raid"
            Dep::Pobj
                if between == Some(at)
                    && parse.norm(head) == "on"
                    && parse.children(at).all(|child| parse.norm(child) != "the") =>
            {
                return laid_on(setting, at, head).map(|laid| Carrier { verb: noun, ..laid });
            }
            // "Kestria was *behind* the raid", "Kestria is *at* war".
            Dep::Pobj
                if matches!(parse.norm(head), "at" | "behind" | "on") && parse.lemma(parse.head(head)) == "be" =>
            {
                let verb = parse.head(head);
                let subject = doer::doer(setting, verb).or_else(|| grammar::subject(parse, verb));
                return subject.map(|_| Carrier { verb, noun: between, subject, sufferer: None, claimed: false });
            }
            // "charged two men *with* murder"
            Dep::Pobj if parse.norm(head) == "with" && charges(setting, parse.head(head)) => {
                return laid_on(setting, at, head);
            }
            // "Velna was *the scene of* a battle", "the mayor became *the target of* an attack"
            Dep::Attr if between == Some(at) => {
                let says = |word: &str| parse.entry(at) == word;
                let light = setting.lexicon.light_verbs.find(parse.entry(head), says)?;
                light.word.as_ref().filter(|word| says(word))?;
                let sufferer = grammar::subject(parse, head);
                return Some(Carrier { verb: head, noun: between, subject: None, sufferer, claimed: false });
            }
            Dep::Dobj | Dep::Nsubjpass if blamed(setting, head) => return laid_on(setting, at, head),
            Dep::Dobj => return carried(setting, head, None, between, true),
            Dep::Nsubj | Dep::Nsubjpass => {
                return carried(setting, head, None, between, false)
                    .or_else(|| carried(setting, raised(parse, head)?, None, between, false));
            }
            _ => return None,
        }
    }
    None
}

/// Who faces a charge: *the general* of "the general faces *charges* of murder", "the *charges* against the general".
fn charged_with(setting: Setting, charge: usize, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = parse.head(charge);
    let accuses = setting.noun_frames(charge).any(|frame| frame.claim_type == ClaimType::Accuse);
    let suffers = |subject| subject == lexicon::LightSubject::Target;
    let faces = parse.dep(charge) == Dep::Dobj
        && setting.lexicon.light_verbs.find_for(parse.entry(verb), |_| false, suffers).is_some();
    let against = || [charge, deed, verb].into_iter().find_map(|host| grammar::after(parse, host, "against"));
    let faced = || grammar::doer(parse, verb).filter(|_| faces);
    if accuses { against().or_else(faced) } else { None }
}

/// Whom words behind him tell to have done it: "the *man* behind the raid", "a *group* responsible for the raid".
fn described(setting: Setting, preposition: usize, deed: usize) -> Option<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let above = parse.head(preposition);
    let doer = match parse.norm(preposition) {
        // "inflicted losses on the group *behind* the raid", wherever the tree hangs it.
        "behind" => Some(preposition.saturating_sub(1)).filter(|&at| parse.pos(at) == Pos::Noun).unwrap_or(above),
        "for" if parse.pos(above) == Pos::Adj && matches!(parse.dep(above), Dep::Amod | Dep::Acl) => {
            let word = parse.norm(above);
            let light = setting.lexicon.light_verbs.find("be", |one| one == word)?;
            light.word.as_ref().filter(|one| *one == word)?;
            parse.head(above)
        }
        // "suspects in custody" are suspected of no custody.
        "in" if accused(setting, above) && class::fits(parse, setting.lexicon, deed, &[NounClass::Deed]) => above,
        _ => return None,
    };
    // "*those* responsible for the raid" are nobody that is told.
    let told = parse.norm(doer) != "those";
    let somebody = matches!(parse.pos(doer), Pos::Noun | Pos::Propn | Pos::Pron) && doer < preposition && told;
    let acts = somebody && class::fits(parse, setting.lexicon, doer, &[Forces, Party, People]);
    // "Brek is *the man* behind the raid": Brek did it.
    let above = parse.head(doer);
    let said = parse.dep(doer) == Dep::Attr && parse.lemma(above) == "be";
    let named = grammar::subject(parse, above).filter(|_| said);
    (acts && !class::fits(parse, setting.lexicon, doer, &[NounClass::Deed])).then(|| named.unwrap_or(doer))
}

/// Whose part in a deed a noun tells: "*Brek's* involvement in the raid", "*their* role in the raid".
fn involved(setting: Setting, preposition: usize, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let part = parse.head(preposition);
    let done = setting.noun_frames(deed).any(|frame| is_force(frame.claim_type));
    let own = done && parse.norm(preposition) == "in" && setting.lexicon.light_verbs.involves(parse.entry(part));
    grammar::owner(parse, part).filter(|_| own)
}

/// The infinitive whose subject stands before the verb above it: "is believed *to have been carried out*", "appears *to have failed*".
fn raised(parse: &Parse, verb: usize) -> Option<usize> {
    parse.children(verb).find(|&child| {
        child > verb
            && parse.dep(child) == Dep::Xcomp
            && parse.child(child, Dep::Nsubj).is_none()
            && grammar::is_infinitive(parse, child)
    })
}

fn carried(
    setting: Setting,
    verb: usize,
    preposition: Option<usize>,
    noun: Option<usize>,
    object: bool,
) -> Option<Carrier> {
    let parse = &setting.part.parse;
    if !matches!(parse.pos(verb), Pos::Verb | Pos::Aux) {
        return None;
    }
    let passive = grammar::is_passive(parse, verb);
    let lemma = parse.entry(verb);
    use lexicon::LightSubject::*;
    // "lost *their sons* in the offensive": what is lost there is something else.
    let people = |at: usize| setting.is_noun(at, NounClass::People);
    let other = preposition.is_some() && parse.child(verb, Dep::Dobj).is_some_and(people);
    let stands = |subject| match subject {
        Target if other => false,
        Actor | Target | Scene => object || passive || preposition.is_some(),
        Object => preposition.is_some(),
        Deed | Joint | Laid => !object && !passive && preposition.is_none(),
        Means => false,
    };
    let has = |word: &str| {
        parse.children(verb).any(|child| parse.norm(child) == word)
            || preposition.is_some_and(|at| parse.norm(at) == word)
    };
    let light = setting.lexicon.light_verbs.find_for(lemma, has, stands)?;
    // "the offensive was halted *by the garrison*": who ends what others do is done it to.
    let ender = grammar::agent(parse, verb).filter(|_| passive && preposition.is_none() && ends(setting, verb));
    let acts = |ender: usize| {
        use NounClass::{Forces, Party, People};
        class::fits(parse, setting.lexicon, ender, &[Forces, Party, People])
    };
    // "halted the *Kestrian* advance": who ends what others do is the other side.
    let foreign = object
        && ends(setting, verb)
        && grammar::undergoer(parse, verb).is_some_and(|deed| {
            let named = |at: usize| parse.name_of(at).is_some() || parse.pos(at) == Pos::Propn;
            parse.children(deed).any(|child| {
                child < deed && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Poss) && named(child)
            })
        });
    let whom = match ender {
        None if !foreign => light.subject,
        // "halted by stiff resistance"
        Some(ender) if !foreign && !acts(ender) => Deed,
        _ => Target,
    };
    // "*No one* has claimed the attack": there was one.
    let nobody = grammar::subject(parse, verb).is_some_and(|at| grammar::is_nobody(parse, at));
    let known = || {
        let deed = grammar::undergoer(parse, verb);
        deed.is_some_and(|deed| parse.children(deed).any(|child| matches!(parse.norm(child), "the" | "this" | "that")))
    };
    if nobody && object && matches!(whom, Actor | Target) && known() {
        return None;
    }
    let told = |role| (whom == role).then(|| doer::doer(setting, verb)).flatten();
    // "want to end *the conflict*": who ends what others do to each other does not fight.
    let others = object
        && ends(setting, verb)
        && grammar::undergoer(parse, verb).is_some_and(|deed| {
            let theirs = parse.children(deed).any(|child| parse.dep(child) == Dep::Det && parse.norm(child) == "the");
            // "must act *to stop the slaughter*": what somebody is to end is not what he does.
            let unable = || parse.dep(verb) == Dep::Xcomp && parse.pos(parse.head(verb)) == Pos::Adj;
            let aim = || matches!(parse.dep(verb), Dep::Acl | Dep::Advcl) || unable();
            let purpose = || grammar::is_infinitive(parse, verb) && aim();
            theirs && (retold::is_mutual(setting, deed) || purpose()) || quells(setting, verb, deed)
        });
    let subject = match whom {
        Object | Joint => grammar::undergoer(parse, verb),
        // "bears the hallmarks *of the rebels*", "was the work *of the rebels*"
        Laid => {
            let mark = grammar::undergoer(parse, verb).or_else(|| parse.child(verb, Dep::Attr));
            mark.and_then(|mark| grammar::after(parse, mark, "of"))
        }
        _ if others => None,
        _ => told(Actor),
    };
    // "a nurse *witnessed* the attack": who looks on does not suffer it.
    let scene = told(Scene).filter(|&scene| !acts(scene));
    Some(Carrier { verb, noun, subject, sufferer: told(Target).or(scene), claimed: whom == Laid })
}

/// True for forces that end what people do in the streets: "*police* came to stop a rally".
fn quells(setting: Setting, verb: usize, deed: usize) -> bool {
    let parse = &setting.part.parse;
    let mut frames = setting.noun_frames(deed);
    let forces = |who| class::fits(parse, setting.lexicon, who, &[NounClass::Forces]);
    frames.any(|frame| frame.claim_type == ClaimType::Protest) && doer::doer(setting, verb).is_some_and(forces)
}

/// True for a verb by which a deed comes to an end.
fn ends(setting: Setting, verb: usize) -> bool {
    let negations = &setting.lexicon.negations;
    negations
        .get(NegationClass::Verb, setting.part.parse.entry(verb))
        .is_some_and(|entry| entry.scopes.contains(&NegationScope::Object))
}

/// True for a preposition behind an adjective that makes its verb a light one.
fn describes(setting: Setting, preposition: usize) -> bool {
    let parse = &setting.part.parse;
    let adjective = parse.head(preposition);
    if parse.pos(adjective) != Pos::Adj {
        return false;
    }
    let word = parse.norm(adjective);
    let light = || setting.lexicon.light_verbs.find(parse.entry(parse.head(adjective)), |one| one == word);
    matches!(parse.norm(preposition), "for" | "in" | "of" | "to")
        && light().is_some_and(|light| light.word.as_deref() == Some(word))
}

/// True for a preposition that makes its verb a light one: `with` in "retaliated *with* shelling".
fn governed(setting: Setting, preposition: usize) -> bool {
    let parse = &setting.part.parse;
    let verb = parse.head(preposition);
    let word = parse.norm(preposition);
    let light = || setting.lexicon.light_verbs.find(parse.entry(verb), |one| one == word);
    matches!(word, "for" | "into" | "to" | "with")
        && parse.pos(verb) == Pos::Verb
        && verb < preposition
        && light().is_some_and(|light| light.word.as_deref() == Some(word))
}

/// True for the noun of a fixed phrase: `part` in "took part in the raid".
fn is_word_of(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    let light = setting.lexicon.light_verbs.find(parse.lemma(parse.head(noun)), |word| parse.norm(noun) == word);
    parse.dep(noun) == Dep::Dobj && light.is_some_and(|light| light.word.is_some())
}

/// True for a verb that lays a deed on somebody.
pub(in crate::frame) fn blamed(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let frames = setting.lexicon.triggers.frames(parse.lemma(verb));
    matches!(parse.pos(verb), Pos::Verb)
        && frames.iter().any(|frame| {
            frame.class == WordClass::Verb && frame.claim_type == ClaimType::Accuse && frame.words.is_empty()
        })
}

/// True for who is accused by a noun that is a verb of accusing as well: `suspect`.
fn accused(setting: Setting, noun: usize) -> bool {
    let frames = setting.lexicon.triggers.frames(setting.part.parse.lemma(noun));
    let accuses = |frame: &Frame| frame.claim_type == ClaimType::Accuse && frame.words.is_empty();
    frames.iter().any(|frame| frame.class == WordClass::Verb && accuses(frame))
}

/// True for a verb by which somebody is held, by its frames: `jail`.
pub(in crate::frame) fn detains(setting: Setting, verb: usize) -> bool {
    let frames = setting.lexicon.triggers.frames(setting.part.parse.lemma(verb));
    let held = |frame: &Frame| frame.claim_type == ClaimType::Detain && frame.words.is_empty();
    matches!(setting.part.parse.pos(verb), Pos::Verb)
        && frames.iter().any(|frame| frame.class == WordClass::Verb && held(frame))
}

/// True for a verb that accuses "with" a deed, by its frames: `charge`.
pub(in crate::frame) fn charges(setting: Setting, verb: usize) -> bool {
    let frames = setting.lexicon.triggers.frames(setting.part.parse.lemma(verb));
    let with = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "with");
    frames.iter().any(|frame| frame.claim_type == ClaimType::Accuse && frame.needs.iter().any(|need| with(&need.slot)))
}

/// A deed that somebody claims or is accused of: "accused *soldiers of* looting", "claimed responsibility for the raid", "blamed the rebels for the raid",
/// "attributed the raid to the rebels", "the raid was blamed on the rebels". It is claimed, and told of whom it is laid on.
fn laid_on(setting: Setting, deed: usize, head: usize) -> Option<Carrier> {
    let parse = &setting.part.parse;
    // "responsibility for the raid" under a verb of claiming.
    let above = parse.head(head);
    // "blamed *rebels for* the raid", where the tree hangs it on the noun.
    let accused = matches!(parse.pos(above), Pos::Noun | Pos::Propn)
        && parse.dep(above) == Dep::Dobj
        && match parse.norm(head) {
            "for" => lays(setting, parse.head(above)),
            "of" => blamed(setting, parse.head(above)),
            _ => false,
        };
    if parse.norm(head) == "for" && matches!(parse.pos(above), Pos::Noun) && !accused {
        let verb = parse.head(above);
        // "responsibility for the raid *was claimed by* the rebels"
        if !matches!(parse.dep(above), Dep::Dobj | Dep::Nsubjpass) {
            return None;
        }
        let light = setting.lexicon.light_verbs.find(parse.lemma(verb), |word| word == parse.lemma(above))?;
        light.word.as_ref()?;
        let claimant = grammar::doer(parse, verb);
        // "no group has claimed responsibility", "has not claimed responsibility": nobody is said to have done it.
        let negated = parse.child(verb, Dep::Neg).is_some();
        if negated || claimant.is_some_and(|at| grammar::is_nobody(parse, at)) {
            return None;
        }
        return Some(Carrier { verb, noun: None, subject: claimant, sufferer: None, claimed: true });
    }
    let verb = match parse.pos(head) {
        Pos::Verb => head,
        _ if accused => parse.head(above),
        // "held the rebels *responsible for* the raid", which the tree may hang on the rebels.
        Pos::Adp if parse.pos(above) == Pos::Adj => {
            let owner = parse.head(above);
            if parse.dep(owner) == Dep::Dobj { parse.head(owner) } else { owner }
        }
        _ => above,
    };
    // "was jailed *for the murder* of a judge"
    let punished = matches!(parse.norm(head), "for" | "on") && verb == above && detains(setting, verb);
    if !blamed(setting, verb) && !accuses_as(setting, verb, above) && !punished {
        return None;
    }
    let on = |word: &str| grammar::after(parse, verb, word).filter(|&at| at != deed);
    // "holds *Kestria responsible for* the raid": the tree may take them for a clause.
    let held = || parse.child(above, Dep::Nsubj).filter(|_| parse.pos(above) == Pos::Adj);
    let object = grammar::undergoer(parse, verb).or_else(held).filter(|&at| at != deed);
    // "blamed the raid *on the rebels*", where the tree hangs it on the raid.
    let upon = || grammar::after(parse, deed, "on").filter(|_| lays(setting, verb));
    let subject = if matches!(parse.dep(deed), Dep::Dobj | Dep::Nsubjpass) {
        on("to").or_else(|| on("on").filter(|_| lays(setting, verb))).or_else(upon)
    } else {
        object
    };
    // "*nobody* was held accountable for the deaths"
    let subject = subject.filter(|&subject| !grammar::is_nobody(parse, subject));
    subject.map(|subject| Carrier { verb: deed, noun: None, subject: Some(subject), sufferer: None, claimed: true })
}

/// True for a verb that lays a deed "on" somebody, by its frames: `blame`.
pub(in crate::frame) fn lays(setting: Setting, verb: usize) -> bool {
    let frames = setting.lexicon.triggers.frames(setting.part.parse.lemma(verb));
    let on = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "on");
    frames.iter().any(|frame| frame.claim_type == ClaimType::Accuse && frame.target.iter().any(on))
}

/// True for a verb that accuses with this word: "held them *responsible*".
fn accuses_as(setting: Setting, verb: usize, word: usize) -> bool {
    let parse = &setting.part.parse;
    let frames = setting.lexicon.triggers.frames(parse.lemma(verb));
    frames.iter().any(|frame| {
        frame.claim_type == ClaimType::Accuse && frame.words.iter().any(|one| one.as_str() == parse.norm(word))
    })
}
