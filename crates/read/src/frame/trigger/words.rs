//! Which further words of a frame stand with its trigger?
//!
//! "*launched* a *counter*-attack", "*set* two cars *on fire*", "a *missile* strike"; not "a strike against two *missiles*".

use crate::claim::Setting;
use crate::frame::fillers::preposition;
use crate::frame::in_longer_name;
use crate::{grammar, modality};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Frame, Slot, WordClass};
use model::ClaimType;

/// The tokens of the further words of a frame, all of which must hang below the trigger or each other.
pub(in crate::frame) fn words_of(setting: Setting, at: usize, frame: &Frame) -> Option<Vec<usize>> {
    let parse = &setting.part.parse;
    // Most frames ask for words that are not in the sentence. What a list of sanctions calls somebody has forms of its own.
    if frame.claim_type != ClaimType::Sanction && !frame.words.iter().all(|word| setting.may_be_around(at, word)) {
        return None;
    }
    let mut found: Vec<usize> = Vec::new();
    let is_verb = |at: usize| {
        let frames = setting.frames(at);
        frames.iter().any(|frame| frame.class == WordClass::Verb && frame.words.is_empty())
    };
    // "set two cars *on fire*": what a preposition governs may be a word of the frame as well.
    let leads_on = |at: usize| {
        let object = parse.child(at, Dep::Pobj);
        object.is_some_and(|object| frame.words.iter().any(|word| word == parse.norm(object)))
    };
    let in_clause = |word: usize| {
        let host = parse.head(word);
        host != at && matches!(parse.dep(host), Dep::Xcomp | Dep::Ccomp) && parse.pos(host) == Pos::Verb
    };
    // "designated the group as *Global Terrorists*": what a list calls them is written large.
    let titled = |at: usize, word: &str| {
        let name = || parse.lower(at);
        frame.claim_type == ClaimType::Sanction
            && parse.pos(at) == Pos::Propn
            && (name() == word || name().strip_suffix('s') == Some(word))
    };
    let is_word = |at: usize, word: &str| {
        parse.norm(at) == word || parse.lemma(at).eq_ignore_ascii_case(word) || titled(at, word)
    };
    for word in &frame.words {
        let matches = |child: &usize| {
            is_word(*child, word)
                && !matches!(parse.dep(*child), Dep::Nsubj | Dep::Nsubjpass)
                // "stressed the value of talks and the *need* for restraint", "expressed shock and *sympathy*"
                && (parse.dep(*child) != Dep::Conj || is_second_object(parse, at, *child))
                // "joined Task *Force* Anvil" joined no forces, "joined the corps in *March*" no march.
                && !(parse.pos(*child) == Pos::Propn
                    && (in_longer_name(setting, *child) || preposition::is_day(parse, *child))
                    && !titled(*child, word))
                // "ordered the release of Brek, who was *arrested*" ordered no arrest.
                && parse.dep(*child) != Dep::Relcl
                // "called *the strikes* a crime" calls no strike.
                && !(parse.dep(*child) == Dep::Dobj
                    && parse.children(*child).any(|the| parse.norm(the) == "the")
                    && parse.child(at, Dep::Oprd).is_some_and(|called| called != *child && called > *child))
                // "fought Kestria-*backed* forces" did not fight back, "returned to the cease-*fire*" returned none.
                && !(frame.class == WordClass::Verb
                    && (parse.dep(*child) == Dep::Amod || parse.dep(*child) == Dep::Pobj)
                    && child.checked_sub(1).is_some_and(|dash| parse.tag(dash) == Tag::Hyph))
                // "claim they now *control* the bridges" claims no control.
                && !(parse.dep(*child) == Dep::Ccomp
                    && parse.pos(*child) == Pos::Verb
                    && parse.children(*child).any(|below| parse.dep(below) == Dep::Nsubj))
                // "provided $2 million *to support* the council" provided no support.
                && !(parse.dep(*child) == Dep::Advcl
                    && grammar::is_infinitive(parse, *child)
                    && parse.child(at, Dep::Dobj).is_some()
                    && is_verb(*child))
                // "took command of the *task* force" takes nobody to task.
                && !(frame.class == WordClass::Verb
                    && parse.dep(*child) == Dep::Compound
                    && parse.dep(parse.head(*child)) == Dep::Pobj)
                && !(frame.class == WordClass::Noun && is_hit(parse, *child, frame))
                // "took the credit for *arming* the rebels" did not take arms.
                && !(parse.dep(*child) == Dep::Pcomp
                    && parse.child(*child, Dep::Dobj).is_some()
                    && !setting.lexicon.nouns.classes(word).is_empty())
                // "it was reported that six were *killed*": what is reported is told by its own verb.
                && !(parse.dep(*child) == Dep::Ccomp && parse.child(*child, Dep::Auxpass).is_some())
                && (!governs(parse, *child) || leads_on(*child))
                // "*in* a statement, the council called upon both" did not call anything in.
                && !(frame.class == WordClass::Verb && *child < at && leads_off(parse, *child))
                // "called on both sides to *stop in* full" did not call anything in.
                && !(parse.dep(*child) == Dep::Prep && in_clause(*child))
                // "are reported *to have killed* ten" reports nobody killed.
                && !(parse.dep(*child) == Dep::Xcomp
                    && grammar::is_infinitive(parse, *child)
                    && parse.child(*child, Dep::Dobj).is_some()
                    && grammar::is_passive(parse, at))
        };
        let mut hosts = vec![at];
        hosts.extend(&found);
        // "described Brek and the clan *as* traitors"
        if word == "as"
            && let Some(object) = parse.child(at, Dep::Dobj)
        {
            hosts.extend(grammar::joined(parse, object));
        }
        // "was caught *by surprise*"
        hosts.extend(parse.children(at).filter(|&child| {
            let object = parse.child(child, Dep::Pobj);
            // "was formed *by the merger* of two"
            let bare = |object| frame.claim_type == ClaimType::PartOf || parse.children(object).next().is_none();
            parse.dep(child) == Dep::Agent && object.is_some_and(bare)
        }));
        hosts.extend(parse.children(at).filter(|&child| {
            matches!(
                parse.dep(child),
                Dep::Prep
                    | Dep::Prt
                    | Dep::Dobj
                    | Dep::Oprd
                    | Dep::Ccomp
                    | Dep::Xcomp
                    | Dep::Compound
                    | Dep::Amod
                    | Dep::Nmod
            )
            // "is going *to lose* the war" goes to no war.
            && modality::going_to(parse, child).is_none()
        }));
        // "assured the council *of* his support", "suspended $3 million *in* aid", "the state *of emergency* was lifted"
        let object = grammar::undergoer(parse, at).filter(|_| frame.class == WordClass::Verb);
        hosts
            .extend(object.and_then(|object| parse.children(object).find(|&of| matches!(parse.norm(of), "in" | "of"))));
        hosts.extend(grammar::for_clause(parse, at));
        // "wish those *injured* a full recovery"
        let those = parse.child(at, Dep::Dobj).filter(|&those| parse.norm(those) == "those");
        hosts.extend(those.and_then(|those| parse.children(those).find(|&child| parse.tag(child) == Tag::Vbn)));
        let objects: Vec<usize> = hosts.iter().filter_map(|&host| parse.child(host, Dep::Pobj)).collect();
        // "fell after a *short* fight" did not fall short; "listed as a *terrorist* body" was listed so.
        let describes = |host: usize, child: usize| {
            objects.contains(&host) && parse.dep(child) == Dep::Amod && parse.norm(parse.head(host)) != "as"
        };
        let hit = hosts.iter().chain(&objects).find_map(|&host| {
            parse.children(host).find(|&child| matches(&child) && child != at && !describes(host, child))
        });
        // The object of a passive stands as its subject: "a siege was lifted".
        let raised = || {
            (frame.class == WordClass::Verb)
                .then(|| grammar::undergoer(parse, at))
                .flatten()
                .filter(|&object| parse.lemma(object).eq_ignore_ascii_case(word) && !in_longer_name(setting, object))
        };
        // "took its crew of 20 *hostage*": the tree may take the last word into the object.
        let behind_object = || {
            let object = parse.child(at, Dep::Dobj).filter(|_| frame.class == WordClass::Verb)?;
            let last = parse.subtree(object).end - 1;
            let bare = || parse.tag(last) == Tag::Nn && matches!(parse.tag(last - 1), Tag::Nns | Tag::Cd | Tag::Nnp);
            (last > object && bare() && parse.lemma(last).eq_ignore_ascii_case(word)).then_some(last)
        };
        // "a *counter*-attack": the half before the hyphen, wherever the tree hangs it.
        let half = || {
            let half = at.checked_sub(2).filter(|_| frame.class == WordClass::Noun && parse.word(at - 1) == "-")?;
            let close = parse.token(half).span.end + 1 == parse.token(at).span.start;
            (close && parse.norm(half) == word).then_some(half)
        };
        // "relations between the two are *tense*"
        let said_of = || {
            let verb = parse.head(at);
            let subject = frame.class == WordClass::Noun && parse.dep(at) == Dep::Nsubj;
            let said = parse.child(verb, Dep::Acomp).filter(|_| subject)?;
            (parse.norm(said) == word).then_some(said)
        };
        found.push(hit.or_else(raised).or_else(behind_object).or_else(half).or_else(said_of)?);
    }
    Some(found)
}

/// True for a noun that is joined to the object of a verb.
fn is_second_object(parse: &Parse, verb: usize, noun: usize) -> bool {
    let object = parse.head(noun);
    parse.pos(verb) == Pos::Verb
        && parse.pos(noun) == Pos::Noun
        && parse.dep(object) == Dep::Dobj
        && parse.head(object) == verb
}

/// True for a preposition with words of its own where the frame asks for a particle: "took command *on* Friday" is not "took *on*
/// the rebels", "held exercises *off* the coast" not "held *off* the rebels".
fn governs(parse: &Parse, at: usize) -> bool {
    // "described the raid *as* a crime"
    if parse.dep(at) != Dep::Prep || matches!(parse.norm(at), "as" | "for") {
        return false;
    }
    let Some(object) = parse.child(at, Dep::Pobj) else { return false };
    let between = parse.child(parse.head(at), Dep::Dobj).is_some_and(|done_to| done_to < at);
    use NameLabel::*;
    between || parse.name_of(object).is_some_and(|name| matches!(name.label, Date | Time | Loc | Gpe))
}

/// True for a preposition that has an object of its own, and none that is asked about: "*in* a statement", not "*on* whom".
fn leads_off(parse: &Parse, at: usize) -> bool {
    let object = parse.child(at, Dep::Pobj).filter(|_| parse.dep(at) == Dep::Prep);
    object.is_some_and(|object| !matches!(parse.tag(object), Tag::Wdt | Tag::Wp))
}

/// True for what a deed is done to, or describes that: "a strike against two *missiles*", "against two *cruise* missiles".
fn is_hit(parse: &Parse, at: usize, frame: &Frame) -> bool {
    let head = if matches!(parse.dep(at), Dep::Amod | Dep::Compound) { parse.head(at) } else { at };
    let word = parse.norm(parse.head(head));
    parse.dep(head) == Dep::Pobj && word != "of" && frame.target.contains(&Slot::Preposition(word.to_string()))
}
