//! Who does what a verb tells?
//!
//! The tree names a subject or an agent; English often puts the doer elsewhere: "accused *the guards* of burning the village", "called on
//! *the rebels* to leave", "*The army* used jets to bomb the depot", "the *raid* in Velna, which killed ten".

use crate::claim::Setting;
use crate::frame::fillers::{behind, goal};
use crate::frame::retold;
use crate::frame::trigger::carrier;
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, Slot, WordClass};
use model::ClaimType;

/// Who does what a verb tells. Beyond what the tree says, who is blamed for it did it ("accused the guards *of burning* the
/// village"), and so did whom `by` names behind the place of a passive ("taken *from a school by gunmen*", "killed *at the hands of* the militia").
pub(in crate::frame) fn doer(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let mut first = verb;
    while parse.dep(first) == Dep::Conj && parse.tag(parse.head(first)) == parse.tag(verb) {
        first = parse.head(first);
    }
    first = grammar::first_beside(parse, first).unwrap_or(first);
    // "used helicopters *to bomb* the village": who used them bombs.
    if matches!(parse.dep(first), Dep::Xcomp | Dep::Advcl) && goal::only_means(setting, parse.head(first)) {
        return doer(setting, parse.head(first));
    }
    // "*The envoy* said the rebels had left, stressing the need for a truce"
    let clause = parse.head(first);
    let says = |at: usize| setting.voices.says(setting.index, at);
    let besides = parse.tag(first) == Tag::Vbg
        && (parse.dep(first), parse.dep(clause)) == (Dep::Advcl, Dep::Ccomp)
        && first.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",")
        && parse.child(first, Dep::Nsubj).is_none();
    if besides && says(first) && says(parse.head(clause)) {
        return doer(setting, parse.head(clause));
    }
    // "The clinic was hit by a shell, *killing* five": not the clinic, but whoever hit it.
    if is_harm_done(setting, first) {
        use NounClass::{Forces, Party, People};
        let agent = grammar::agent(parse, clause);
        return agent.filter(|&agent| class::fits(parse, setting.lexicon, agent, &[Forces, Party, People]));
    }
    if let Some(decider) = decider(setting, first) {
        return Some(decider);
    }
    if let Some(sender) = sender(setting, first) {
        return Some(sender);
    }
    if let Some(ranked) = ranked_doer(setting, first) {
        return Some(ranked);
    }
    if let Some(deed) = condemned(setting, first) {
        return Some(deed);
    }
    let preposition = grammar::first_of(parse, parse.head(first));
    let blamed = parse.head(preposition);
    // "charged the guards *with burning* the village"
    if parse.dep(first) == Dep::Pcomp && parse.norm(preposition) == "with" && carrier::charges(setting, blamed) {
        return grammar::undergoer(parse, blamed);
    }
    // "arrested on suspicion *of stabbing* a judge": whoever is held is suspected.
    let holds = parse.head(parse.head(blamed));
    if parse.dep(first) == Dep::Pcomp
        && parse.norm(preposition) == "of"
        && parse.dep(blamed) == Dep::Pobj
        && (carrier::detains(setting, holds) || carrier::blamed(setting, holds))
    {
        return grammar::undergoer(parse, holds);
    }
    // "The Front was accused by the council *of recruiting* children", where the tree hangs it on who accuses.
    let by = parse.head(blamed);
    if parse.dep(first) == Dep::Pcomp
        && parse.dep(by) == Dep::Agent
        && parse.dep(blamed) == Dep::Pobj
        && carrier::blamed(setting, parse.head(by))
    {
        return grammar::undergoer(parse, parse.head(by));
    }
    if parse.dep(first) == Dep::Pcomp && parse.dep(blamed) == Dep::Dobj && carrier::blamed(setting, parse.head(blamed))
    {
        return Some(grammar::antecedent(parse, blamed));
    }
    if let Some(asked) = asked_to(setting, first).filter(|_| !grammar::is_passive(parse, verb)) {
        return Some(asked);
    }
    let told = grammar::doer(parse, verb).map(|found| deed_before(setting, verb, found));
    // "began the operation *to isolate the town*": the tree takes the deed for who would do so.
    let told = told.map(|found| {
        let above = parse.head(first);
        let deed = parse.dep(first) == Dep::Xcomp
            && parse.dep(found) == Dep::Dobj
            && parse.head(found) == above
            && parse.pos(found) == Pos::Noun
            && setting.nouns(found) == [NounClass::Deed];
        if deed { grammar::doer(parse, above).unwrap_or(found) } else { found }
    });
    // "retains the capability *to plan attacks*", "discussed ways *to end the war*": what can do nothing has no doer of its own.
    let told = told.map(|found| {
        let thing = parse.dep(first) == Dep::Relcl
            && grammar::is_infinitive(parse, first)
            && parse.dep(found) == Dep::Dobj
            && parse.pos(found) == Pos::Noun
            && parse.head(first) == found
            && class::classes(parse, setting.lexicon, found).is_empty();
        // "gave *the army* 24 hours to leave"
        let given = || parse.child(parse.head(found), Dep::Dative).filter(|&given| parse.pos(given) != Pos::Adp);
        let doer = || given().or_else(|| grammar::doer(parse, parse.head(found)));
        if thing { doer().unwrap_or(found) } else { found }
    });
    // "took the credit *for arming* them": what is taken arms nobody.
    let told = told.map(|found| {
        let thing = parse.dep(first) == Dep::Pcomp
            && parse.norm(preposition) == "for"
            && parse.dep(found) == Dep::Dobj
            && parse.pos(found) == Pos::Noun
            && parse.head(found) == parse.head(preposition)
            && class::classes(parse, setting.lexicon, found).is_empty();
        if thing { grammar::doer(parse, parse.head(found)).unwrap_or(found) } else { found }
    });
    let told = told.or_else(|| had_done(parse, verb)).filter(|&found| !is_means(setting, verb, found));
    // "King Brek *I* dismissed the council": the first of his name, not who writes.
    let told = told.map(|found| match found.checked_sub(1) {
        Some(name) if parse.word(found) == "I" && parse.pos(name) == Pos::Propn => name,
        _ => found,
    });
    told.or_else(|| {
        use NounClass::{Deed, Forces, Party, People};
        if !grammar::is_passive(parse, verb) {
            return None;
        }
        let behind: Vec<usize> = parse
            .children(verb)
            .filter(|&child| parse.dep(child) == Dep::Prep)
            // "closed *during the occupation* by the rebels": theirs is the occupation.
            .filter(|&child| !matches!(parse.norm(child), "after" | "amid" | "before" | "during" | "since" | "until"))
            .filter_map(|place| parse.child(place, Dep::Pobj))
            .collect();
        // "killed at the hands of the militia"
        let hands = behind.iter().find(|&&hands| matches!(parse.norm(hands), "hand" | "hands"));
        let hands = hands.and_then(|&hands| grammar::after(parse, hands, "of"));
        let by = || behind.iter().find_map(|&place| grammar::after(parse, place, "by"));
        hands.or_else(by).filter(|&agent| class::fits(parse, setting.lexicon, agent, &[People, Party, Forces, Deed]))
    })
}

/// True for harm that a participle tells behind what somebody or something suffered.
fn is_harm_done(setting: Setting, participle: usize) -> bool {
    let parse = &setting.part.parse;
    let suffered = parse.head(participle);
    let harms = |verb: usize| {
        let mut frames = setting.frames(verb).iter();
        let hurts = |told: ClaimType| retold::is_force(told) || told == ClaimType::Displace;
        frames.any(|frame| frame.class == WordClass::Verb && hurts(frame.claim_type))
    };
    // "The army was *sent* to Velna, killing ten": whoever is moved acts.
    let moves = |verb: usize| {
        let mut frames = setting.frames(verb).iter();
        frames.any(|frame| frame.words.is_empty() && frame.claim_type == ClaimType::Deploy)
    };
    parse.dep(participle) == Dep::Advcl
        && parse.tag(participle) == Tag::Vbg
        && parse.child(participle, Dep::Nsubj).is_none()
        && participle > suffered
        && grammar::is_passive(parse, suffered)
        && harms(participle)
        && harms(suffered)
        && !moves(suffered)
}

/// Who did what an infinitive tells of one of a row: "*Kestria* was the first to arm the rebels".
fn ranked_doer(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let one = parse.head(verb);
    if !matches!(parse.dep(verb), Dep::Acl | Dep::Relcl | Dep::Xcomp)
        || !grammar::is_infinitive(parse, verb)
        || grammar::is_passive(parse, verb)
        || !class::is_ranked_doer(parse, setting.lexicon, one)
    {
        return None;
    }
    match parse.dep(one) {
        Dep::Attr => grammar::subject(parse, parse.head(one)),
        Dep::Appos => Some(parse.head(one)),
        _ => None,
    }
}

/// The deed that somebody condemns, which did what the participle behind it tells: "condemned *the raid* on the market, killing ten".
fn condemned(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let hung = parse.dep(verb) == Dep::Acl && parse.dep(parse.head(verb)) == Dep::Dobj;
    let above = if hung { parse.head(parse.head(verb)) } else { parse.head(verb) };
    let bare = parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Nsubj | Dep::Mark));
    let free = (hung || parse.dep(verb) == Dep::Advcl) && parse.tag(verb) == Tag::Vbg && above < verb && bare;
    let frames = setting.frames(verb).iter();
    let mut plain = frames.filter(|frame| frame.class == WordClass::Verb && frame.words.is_empty());
    let hurts = plain.any(|frame| retold::is_force(frame.claim_type));
    let deed = grammar::undergoer(parse, above).filter(|_| free && hurts && carrier::blamed(setting, above))?;
    class::fits(parse, setting.lexicon, deed, &[NounClass::Deed]).then_some(deed)
}

/// Whose decision, plan or refusal an infinitive tells: "regrets the decision *of the council* to expel the nurses". What somebody asks
/// for is done by others.
fn decider(setting: Setting, verb: usize) -> Option<usize> {
    use NounClass::{Deed, Forces, Party, People, Publication};
    let parse = &setting.part.parse;
    let noun = parse.head(verb);
    let classes = setting.nouns(noun);
    let frames = setting.frames(noun).iter();
    let asks = frames.filter(|frame| frame.class == WordClass::Noun).any(|frame| frame.claim_type == ClaimType::Demand);
    let told = parse.dep(verb) == Dep::Acl
        && grammar::is_infinitive(parse, verb)
        && !grammar::is_passive(parse, verb)
        && parse.pos(noun) == Pos::Noun
        && !asks
        && !classes.iter().any(|class| matches!(class, Deed | Forces | Party | People | Publication));
    let of = grammar::after(parse, noun, "of").filter(|&of| of > noun && of < verb && told)?;
    class::fits(parse, setting.lexicon, of, &[Forces, Party, People]).then_some(of)
}

/// Who sent what asks or blames: "*The king* sent a letter to the council demanding their return", "*The army* posted a video on Telegram
/// blaming the rebels", where the tree hangs the asking on who gets it or on what it was sent by.
fn sender(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let to = match parse.dep(verb) {
        Dep::Pcomp if parse.child(verb, Dep::Nsubj).is_some() => parse.head(verb),
        Dep::Acl if parse.dep(parse.head(verb)) == Dep::Pobj => parse.head(parse.head(verb)),
        _ => return None,
    };
    let hung = parse.head(to);
    // "posted a *video on* Telegram"
    let sends = if parse.dep(hung) == Dep::Dobj { parse.head(hung) } else { hung };
    let frames = setting.frames(verb).iter();
    let mut plain = frames.filter(|frame| frame.class == WordClass::Verb && frame.words.is_empty());
    let asks =
        plain.any(|frame| matches!(frame.claim_type, ClaimType::Accuse | ClaimType::Demand | ClaimType::Threaten));
    let message = parse.child(sends, Dep::Dobj).is_some_and(|message| {
        class::fits(parse, setting.lexicon, message, &[NounClass::Publication, NounClass::Accord])
    });
    let leads = matches!(parse.norm(to), "on" | "over" | "through" | "to" | "via");
    (parse.tag(verb) == Tag::Vbg && leads && parse.pos(sends) == Pos::Verb && asks && message)
        .then(|| grammar::doer(parse, sends))
        .flatten()
}

/// "the *raid* in Velna, Kestria, which killed ten": what the clause hangs on is where the deed was done that it tells of.
fn deed_before(setting: Setting, verb: usize, found: usize) -> usize {
    use NameLabel::{Fac, Gpe, Loc};
    let parse = &setting.part.parse;
    let names_place = |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, Gpe | Loc | Fac));
    let mut at = found;
    // "which killed ten *and wounded* forty"
    let mut first = verb;
    while parse.dep(first) == Dep::Conj {
        first = parse.head(first);
    }
    if parse.dep(first) != Dep::Relcl || parse.head(first) != found {
        return found;
    }
    for _ in 0..4 {
        // "the bombing of *a mosque* in Velna, which killed ten", "the attack on *guards* of the mosque, which killed ten"
        let hit = [NounClass::Site, NounClass::Place, NounClass::People, NounClass::Party, NounClass::Forces];
        let frames = setting.frames(first);
        let which = parse.children(first).any(|child| parse.norm(child) == "which")
            && frames.iter().any(|frame| retold::is_force(frame.claim_type));
        let scene = (at != found || which) && class::fits(parse, setting.lexicon, at, &hit);
        if !names_place(at) && !scene || !matches!(parse.dep(at), Dep::Pobj | Dep::Appos | Dep::Npadvmod) {
            return found;
        }
        at = parse.head(at);
        while parse.dep(at) == Dep::Prep {
            at = parse.head(at);
        }
        // "condemned the attack *on the guards*, which killed ten", where the tree hangs the place on the verb.
        let condemned = || grammar::undergoer(parse, at).filter(|&deed| deed < found && carrier::blamed(setting, at));
        for deed in [Some(at), condemned()].into_iter().flatten() {
            let told = class::fits(parse, setting.lexicon, deed, &[NounClass::Deed]) && parse.pos(deed) == Pos::Noun;
            if told && !(which && behind::stands_for_itself(setting, deed)) {
                return deed;
            }
        }
    }
    found
}

/// Who is asked to do what an infinitive tells, where a preposition names him: "called on *the rebels* to leave".
fn asked_to(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let above = parse.head(verb);
    if !matches!(parse.dep(verb), Dep::Xcomp | Dep::Advcl | Dep::Ccomp)
        || !grammar::is_infinitive(parse, verb)
        || parse.pos(above) != Pos::Verb
        || parse.child(verb, Dep::Nsubj).is_some()
    {
        return None;
    }
    let frames = setting.frames(above).iter();
    // "sent *an ultimatum* to the council to leave", not "sent an envoy to Velna to negotiate".
    let said = |word: &String| parse.children(above).any(|child| parse.entry(child) == *word);
    let asks = frames.filter(|frame| {
        frame.class == WordClass::Verb && frame.claim_type == ClaimType::Demand && frame.words.iter().all(said)
    });
    let mut slots = asks.flat_map(|frame| &frame.target);
    let asked = slots.find_map(|slot| match slot {
        Slot::Preposition(word) if matches!(word.as_str(), "on" | "upon" | "to") => grammar::after(parse, above, word),
        _ => None,
    });
    asked.filter(|&at| {
        at < verb && class::fits(parse, setting.lexicon, at, &[NounClass::People, NounClass::Party, NounClass::Forces])
    })
}

/// "The troops were evacuated *by ship*", "the town was taken *by storm*": what bears no article is how it was done.
fn is_means(setting: Setting, verb: usize, found: usize) -> bool {
    let parse = &setting.part.parse;
    grammar::is_passive(parse, verb)
        && parse.tag(found) == Tag::Nn
        && parse.pos(found) == Pos::Noun
        && parse.children(found).next().is_none()
        && parse.name_of(found).is_none()
        && {
            let classes = setting.nouns(found);
            classes.is_empty() || classes.contains(&NounClass::Vehicle)
        }
}

/// "*The governor* had the leaders arrested and jailed": who has a thing done to somebody does it.
fn had_done(parse: &Parse, verb: usize) -> Option<usize> {
    let mut first = verb;
    while parse.dep(first) == Dep::Conj && parse.tag(parse.head(first)) == parse.tag(verb) {
        first = parse.head(first);
    }
    let above = parse.head(first);
    let caused = parse.tag(first) == Tag::Vbn
        && parse.dep(first) == Dep::Ccomp
        && parse.lemma(above) == "have"
        && parse.pos(above) == Pos::Verb
        && parse.children(first).any(|child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
    caused.then(|| grammar::subject(parse, above)).flatten().or_else(|| grammar::causer(parse, first))
}
