//! Who does what a noun tells?
//!
//! "the attack *by the rebels*", "*Morvania's* attack", "*rebel* attack", "*rebels* carried out an attack", "On a visit to Velna, *the president*
//! praised the army".

use crate::claim::Setting;
use crate::frame::Spot;
use crate::frame::fillers::doer;
use crate::frame::fillers::members::named_members;
use crate::frame::fillers::{hung, is_filler, is_known, is_state};
use crate::frame::is_place;
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Parse, Pos};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// Who breaks an accord by what a verb tells: "*Morvania* shelled the port in violation of the truce".
fn breaker(setting: Setting, noun: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let within = parse.head(noun);
    let bare = parse.dep(noun) == Dep::Pobj && parse.norm(within) == "in" && within + 1 == noun;
    let breaks = || {
        let mut frames = setting.noun_frames(noun);
        frames.any(|frame| frame.claim_type == ClaimType::Quit)
    };
    if !bare || grammar::after(parse, noun, "of").is_none() || !breaks() {
        return None;
    }
    let verb = grammar::clause_head(parse, parse.head(within));
    (parse.pos(verb) == Pos::Verb).then(|| doer::doer(setting, verb)).flatten()
}

/// Who does something through a deed: "*the clan* terrorised the town through a wave of bombings".
fn through(setting: Setting, noun: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let mut at = noun;
    while parse.dep(at) == Dep::Conj && parse.head(at) < at {
        at = parse.head(at);
    }
    // "a wave *of* bombings"
    if parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "of" {
        at = parse.head(parse.head(at));
    }
    let way = parse.head(at);
    if parse.dep(at) != Dep::Pobj || parse.norm(way) != "through" {
        return None;
    }
    let verb = grammar::clause_head(parse, parse.head(way));
    // "monitors documented *Kestria's* support through the supply of rifles": who reports it does none of it.
    if setting.voices.is_cue(setting.index, verb) {
        let told = parse.child(verb, Dep::Dobj)?;
        let before = |&child: &usize| child < told && names_party(setting, child);
        return grammar::owner(parse, told).or_else(|| parse.children(told).find(before));
    }
    (parse.pos(verb) == Pos::Verb).then(|| doer::doer(setting, verb)).flatten()
}

/// Who does what a noun tells.
pub(super) fn noun_doer(setting: Setting, site: &Spot) -> Vec<usize> {
    let parse = &setting.part.parse;
    let at = site.trigger;
    let joined = |found: usize| -> Vec<usize> {
        let all = grammar::joined(parse, found).into_iter().flat_map(|at| named_members(setting, at));
        all.filter(|&at| is_filler(setting, at)).collect()
    };
    if let Some(by) = grammar::agent(parse, at)
        .or_else(|| carried_by(setting, at))
        .or_else(|| joined_agent(setting, at))
        .or_else(|| hung::agent(setting, at))
    {
        let doers = joined(by);
        // "the shelling of the town *by night*"
        if !doers.is_empty() {
            return doers;
        }
    }
    // "The clan launched *its* offensive": the clan's, whoever else the pronoun could mean.
    if let Some(subject) = site.carrier.and_then(|carrier| carrier.subject)
        && let Some(owner) = parse.child(at, Dep::Poss)
        && matches!(parse.norm(owner), "its" | "their" | "his" | "her")
        && stands_named(parse, subject)
        // "*his* death was announced by the group"
        && (matches!(parse.norm(owner), "its" | "their") || is_somebody(setting, subject))
    {
        return joined(subject).into_iter().filter(|&found| found != at).collect();
    }
    if let Some(owner) = grammar::owner(parse, at)
        && !matches!(parse.name_of(owner).map(|name| name.label), Some(NameLabel::Date | NameLabel::Time))
        && !class::fits(parse, setting.lexicon, owner, &[NounClass::Deed])
    {
        return joined(taken_ahead(parse, owner).or_else(|| named_with(setting, owner)).unwrap_or(owner));
    }
    if let Some(doer) = of_doer(setting, at) {
        return joined(doer);
    }
    if let Some(praised) = praised(setting, at).or_else(|| breaker(setting, at)).or_else(|| through(setting, at)) {
        return joined(praised);
    }
    // A "*press* statement" is made to the press.
    let made_to = |child: usize| site.words.contains(&child) && parse.norm(child) == "press";
    let inside = |child: usize| made_to(child) || parse.name_of(at).is_some_and(|name| name.tokens.contains(&child));
    let mut before: Vec<usize> =
        parse.children(at).filter(|&child| child < at && !inside(child) && names_party(setting, child)).collect();
    // "the *Morvanian* counter-attack": the tree may hang what stands before on the first half.
    let half = at.checked_sub(2).filter(|&half| parse.word(at - 1) == "-" && parse.head(half) == parse.head(at));
    if let Some(half) = half.filter(|_| before.is_empty()) {
        before = parse.children(half).filter(|&child| child < half && names_party(setting, child)).collect();
    }
    // "the clan waged a *guerrilla* war" tells of what sort it was: who waged it did it.
    let told = parse.dep(at) == Dep::Dobj
        && site.carrier.and_then(|carrier| carrier.subject).is_some()
        && class::fits(parse, setting.lexicon, at, &[NounClass::Deed]);
    before.retain(|&child| !told || parse.name_of(child).is_some());
    // "*UN* Kestria sanctions": whose they are stands before whom they are on.
    for name in &mut before {
        let other = |&child: &usize| {
            parse.dep(child) == Dep::Compound && mention::is_other_name(parse, setting.lexicon, *name, child)
        };
        *name = parse.children(*name).find(other).unwrap_or(*name);
    }
    if !before.is_empty() {
        return before;
    }
    // "a *Morvanian* counter-terrorism operation": the tree hangs whose it is on the word between.
    let between = parse.children(at).filter(|&child| {
        child < at
            && parse.dep(child) == Dep::Compound
            && parse.pos(child) == Pos::Noun
            && parse.name_of(child).is_none()
            // "a *police station* bombing" is no deed of the police.
            && !class::fits(parse, setting.lexicon, child, &[NounClass::Site, NounClass::Place])
    });
    let outer: Vec<usize> = between
        .flat_map(|child| parse.children(child).filter(move |&below| below < child))
        .filter(|&below| names_party(setting, below))
        .collect();
    if !outer.is_empty() {
        return outer;
    }
    // "the *Morvania*-led assault"
    let leader = parse.children(at).filter(|&child| child < at).find_map(|child| led_by(setting, child));
    if let Some(leader) = leader.filter(|_| class::fits(parse, setting.lexicon, at, &[NounClass::Deed])) {
        return vec![leader];
    }
    // "*The battle* ended with the defeat of the Guard": a fight defeats nobody.
    let fights = |at: usize| {
        let mut frames = setting.noun_frames(at).peekable();
        frames.peek().is_some() && frames.all(|frame| frame.claim_type == ClaimType::Fight)
    };
    let of_fight = |subject: usize| parse.pos(subject) == Pos::Noun && fights(subject) && fights(at);
    if let Some(carrier) = site.carrier
        && let Some(subject) = carrier.subject
    {
        if of_fight(subject) {
            return Vec::new();
        }
        return joined(subject).into_iter().filter(|&found| found != at).collect();
    }
    let told = |word: &str| grammar::after(parse, at, word).filter(|&told| is_party(setting, told));
    if site.carrier.is_none() && told("between").or_else(|| told("of")).is_none() {
        return attending(setting, at).map_or(Vec::new(), joined);
    }
    Vec::new()
}

/// True for one person, whom "his" or "her" can stand for.
fn is_somebody(setting: Setting, at: usize) -> bool {
    setting.names_person(at) || class::fits(&setting.part.parse, setting.lexicon, at, &[NounClass::People])
}

fn is_party(setting: Setting, at: usize) -> bool {
    use NounClass::{Forces, Party, People};
    setting.part.parse.pos(at) == Pos::Propn
        || class::fits(&setting.part.parse, setting.lexicon, at, &[Forces, Party, People])
}

/// Whom a possessive at the head of a sentence stands for, told behind it: "In *its* statement on the raid, *the army* said".
fn taken_ahead(parse: &Parse, owner: usize) -> Option<usize> {
    let noun = parse.head(owner);
    let lead = parse.head(noun);
    let verb = parse.head(lead);
    let fronted = matches!(parse.norm(owner), "its" | "their" | "his" | "her")
        && parse.dep(noun) == Dep::Pobj
        && matches!(parse.norm(lead), "in" | "with" | "by" | "during")
        && lead == parse.sentences()[parse.sentence_of(owner)].start;
    fronted.then(|| grammar::subject(parse, verb)).flatten().filter(|&told| told > noun && stands_named(parse, told))
}

/// The last word of a name that begins with a possessive: `Army` of "the *People's Army* offensive".
fn named_with(setting: Setting, owner: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let deed = parse.head(owner);
    let last = deed.checked_sub(1).filter(|&last| last > owner + 1 && parse.pos(last) == Pos::Propn)?;
    let found = parse.name_of(owner).is_some_and(|name| name.tokens.contains(&last));
    let known = || setting.lexicon.names.find(parse.span(owner..last + 1).of(parse.text())).is_some();
    (parse.head(last) == deed && (found || known())).then_some(last)
}

/// Who does a deed that also tells on whom it is done: "the assault *of the army* upon rebel camps".
fn of_doer(setting: Setting, noun: usize) -> Option<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let doer = grammar::after(parse, noun, "of").filter(|&doer| doer > noun)?;
    let on = ["on", "upon", "against"].into_iter().find_map(|word| grammar::after(parse, noun, word))?;
    let deed = class::fits(parse, setting.lexicon, noun, &[NounClass::Deed]);
    (deed && on > doer && class::fits(parse, setting.lexicon, doer, &[Forces, Party, People])).then_some(doer)
}

/// Who does several joined deeds: "the shelling and air strikes *by the army*".
fn joined_agent(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let is_deed = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::Deed]);
    let mut last = deed;
    while let Some(next) = parse.children(last).find(|&child| parse.dep(child) == Dep::Conj && is_deed(child)) {
        last = next;
    }
    // "are facing shelling *and air strikes* by the army": the tree may hang the second on the verb.
    let verb = parse.head(deed);
    let beside = |&child: &usize| {
        parse.dep(child) == Dep::Conj && child > deed && is_deed(child) && parse.subtree(child).start == deed + 2
    };
    if last == deed
        && parse.dep(deed) == Dep::Dobj
        && let Some(next) = parse.children(verb).find(beside)
    {
        last = next;
    }
    (last != deed && parse.pos(last) == Pos::Noun).then(|| grammar::agent(parse, last)).flatten()
}

/// Whom somebody thanks or praises for a deed, who did it: "congratulated *the army* on the capture of Velna".
fn praised(setting: Setting, deed: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let preposition = parse.head(deed);
    let verb = parse.head(preposition);
    let frames = setting.frames(verb);
    // "welcomed the villagers for *relocation*": what people suffer is none of their deeds.
    let suffered = setting.frames(deed).iter().all(|frame| {
        use ClaimType::{Casualties, Detain, Displace};
        matches!(frame.claim_type, Casualties | Detain | Displace)
    });
    let praises = |frame: &lexicon::Frame| {
        frame.class == WordClass::Verb && frame.claim_type == ClaimType::Support && frame.words.is_empty()
    };
    // "*On a visit* to the camps the envoy praised the army" is his visit.
    (parse.dep(deed) == Dep::Pobj
        && !suffered
        && preposition > verb
        && matches!(parse.norm(preposition), "on" | "for")
        && parse.pos(verb) == Pos::Verb
        && frames.iter().any(praises))
    .then(|| grammar::undergoer(parse, verb))
    .flatten()
    .filter(|&whom| {
        class::fits(parse, setting.lexicon, whom, &[NounClass::People, NounClass::Party, NounClass::Forces])
    })
}

/// Who leads what a compound describes: `Morvania` by the second word of "Morvania-led".
fn led_by(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let compound = setting.lexicon.compounds.get(parse.lower(at))?;
    let name = at.checked_sub(2).filter(|&name| matches!(parse.word(at - 1), "-" | "–" | "‑") && name < at)?;
    (compound.claim_type == ClaimType::Leads && compound.name_acts && !matches!(parse.pos(name), Pos::Adv | Pos::Num))
        .then_some(name)
}

/// True for a noun or a name, which a possessive pronoun behind it in the clause stands for.
fn stands_named(parse: &Parse, at: usize) -> bool {
    matches!(parse.pos(at), Pos::Noun | Pos::Propn)
}

/// The agent of a light verb behind its noun: "an operation *executed by the army*".
fn carried_by(setting: Setting, noun: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    // "the accord between Morvania, led by Brek, and Kestria" is led by nobody.
    if grammar::after(parse, noun, "between").is_some() {
        return None;
    }
    let light = |verb: usize| {
        let lemma = parse.entry(verb);
        setting
            .lexicon
            .light_verbs
            .find(lemma, |word| parse.children(verb).any(|child| parse.norm(child) == word))
            .is_some()
    };
    parse
        .children(noun)
        .filter(|&child| {
            matches!(parse.dep(child), Dep::Acl | Dep::Relcl) && light(child) && grammar::is_passive(parse, child)
        })
        .find_map(|child| grammar::agent(parse, child))
}

/// An adjective or noun before a noun that names who does it: "Morvanian strikes", "rebel attack".
fn names_party(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    if !matches!(parse.dep(at), Dep::Amod | Dep::Compound | Dep::Nmod) {
        return false;
    }
    if names_accord(setting, at) {
        return false;
    }
    // "*regular* strikes" are those of no regulars.
    if parse.dep(at) == Dep::Amod && setting.lexicon.nouns.is_sort(parse.norm(at)) {
        return false;
    }
    // "*Sarin* attacks": the finder takes what is written large for somebody.
    let arms = setting.lexicon.nouns.classes(parse.lower(at));
    if !arms.is_empty() && arms.iter().all(|class| *class == NounClass::Arms) && !is_known(setting, at) {
        return false;
    }
    match parse.name_of(at).map(|name| name.label) {
        Some(NameLabel::Norp | NameLabel::Org | NameLabel::Person) => return true,
        // Of places only states act; "the Velna bombing" happened in Velna.
        Some(NameLabel::Gpe) => return parse.pos(at) == Pos::Adj || is_state(setting, at),
        Some(_) => return false,
        None => {}
    }
    let classes = setting.nouns(at);
    // "in *rebel* hands", "a *rebel* attack": a noun that the tagger took for an adjective; "a terrorist attack" only says of what sort.
    let held = || {
        let noun = parse.entry(parse.head(at));
        let frames = setting.lexicon.triggers.frames(noun);
        matches!(parse.pos(at), Pos::Adj | Pos::Noun)
            && classes.contains(&NounClass::Forces)
            && classes.contains(&NounClass::People)
            && (frames.iter().any(|frame| frame.claim_type == ClaimType::Controls)
                || setting.lexicon.nouns.is(noun, NounClass::Deed)
                    && !setting.lexicon.institutions.is_membership(parse.entry(at)))
    };
    (parse.dep(at) == Dep::Compound || held())
        && classes.iter().any(|class| matches!(class, NounClass::People | NounClass::Party | NounClass::Forces))
        && !classes.iter().any(|class| matches!(class, NounClass::Vehicle | NounClass::Arms))
}

/// True for the place by which an accord or talks are known, whatever the name finder takes it for: "the *Velna* accords", "the *Ostrel*
/// talks". Two names are those of its sides: "the Kestria-Morvania accord".
fn names_accord(setting: Setting, at: usize) -> bool {
    use NounClass::{Accord, Talk};
    let parse = &setting.part.parse;
    let noun = parse.head(at);
    let named = parse.pos(noun) == Pos::Noun && setting.nouns(noun).iter().any(|class| matches!(class, Accord | Talk));
    let alone = parse.children(noun).filter(|&child| child < noun && parse.pos(child) == Pos::Propn).count() == 1
        && parse.children(at).next().is_none();
    let single = parse.name_of(at).is_none_or(|name| name.tokens.len() == 1);
    let place = is_state(setting, at) || !is_known(setting, at) && !setting.surnames.contains(parse.word(at));
    let abbreviated = parse.word(at).chars().filter(|letter| letter.is_uppercase()).count() > 1;
    parse.pos(at) == Pos::Propn && named && alone && single && place && !abbreviated
}

/// Who was at a meeting or on a visit that only tells when or where something was said or done: "*The minister* spoke after a meeting with
/// the rebels", "On a visit to Velna, *the president* praised the army", "In breach of the truce, *the rebels* shelled the town", "In a raid on the
/// camp, *the army* used jets".
fn attending(setting: Setting, noun: usize) -> Option<usize> {
    use ClaimType::{Appear, Attack, Casualties, Detain, Fight, Meet, Protest, Publish, Quit, Strike};
    let parse = &setting.part.parse;
    // "after two *rounds of talks*"
    let of = parse.head(noun);
    let measured =
        parse.dep(noun) == Dep::Pobj && parse.norm(of) == "of" && setting.is_noun(parse.head(of), NounClass::Measure);
    let whole = if measured { parse.head(of) } else { noun };
    let preposition = parse.head(whole);
    let word = parse.norm(preposition);
    if parse.dep(whole) != Dep::Pobj
        || !matches!(word, "after" | "at" | "before" | "during" | "following" | "for" | "in" | "on")
        || !matches!(parse.pos(parse.head(preposition)), Pos::Verb | Pos::Aux)
    {
        return None;
    }
    // "*After a battle with the army*, the militants withdrew": they fought it.
    if let Some(fighter) = fought_with(setting, noun, preposition) {
        return Some(fighter);
    }
    let is = |at: usize, class: WordClass, types: &[ClaimType]| {
        let frames = setting.frames(at);
        frames.iter().any(|frame| frame.class == class && types.contains(&frame.claim_type) && frame.words.is_empty())
    };
    let types: &[ClaimType] = match word {
        "on" => &[Appear],
        // "*In a letter*, the envoy urged them to leave", not "urged them in a letter"
        "in" if preposition < parse.head(preposition) => &[Attack, Fight, Meet, Publish, Quit, Strike],
        // "the ministry *said in a statement* that"
        "in" if setting.voices.is_cue(setting.index, parse.head(preposition)) && is_document(setting, noun) => {
            &[Publish]
        }
        // "blocked roads *in protest* against the tax"
        "in" => &[Meet, Protest, Quit],
        "for" => &[Meet],
        _ => &[Appear, Meet],
    };
    let verb = parse.head(preposition);
    let passive = grammar::is_passive(parse, verb);
    // "came *for* talks" had them; "called for talks" did not.
    let comes = word != "for" || is(verb, WordClass::Verb, &[Appear, Meet]) || parse.lemma(verb) == "be";
    // "Gunmen shot him at a meeting of the council" tells of those who met no more than it says.
    let breaks = is(noun, WordClass::Noun, &[Quit]);
    let harms = !passive && !breaks && is(verb, WordClass::Verb, &[Attack, Casualties, Detain, Fight, Strike]);
    // "*In a raid on the camp*, the army used jets"; not "in a raid on the camp, the army lost three men".
    if word == "in" && is(noun, WordClass::Noun, &[Attack, Fight, Strike]) {
        use NounClass::{Forces, Party};
        let lost = passive || is(verb, WordClass::Verb, &[Casualties]) || parse.lemma(verb) == "be";
        let acts =
            |&whom: &usize| class::fits(parse, setting.lexicon, whom, &[Forces, Party]) && !is_place(setting, whom);
        return grammar::doer(parse, verb).filter(|_| !lost && types.contains(&Attack)).filter(acts);
    }
    if !is(noun, WordClass::Noun, types)
        || !comes
        || harms
        || passive && matches!(word, "after" | "before" | "following")
    {
        return None;
    }
    let whom = if passive { grammar::undergoer(parse, verb) } else { grammar::doer(parse, verb) }?;
    let speaks = matches!(parse.norm(whom), "he" | "she" | "they" | "we" | "i");
    let named = parse.pos(whom) == Pos::Propn && !is_place(setting, whom);
    let party = parse.pos(whom) == Pos::Noun
        && class::fits(parse, setting.lexicon, whom, &[NounClass::People, NounClass::Party]);
    (speaks || named || party).then_some(whom)
}

/// Which forces were in a fight "with" somebody in or after which they did something else: "*the militants* withdrew after a battle with the
/// army", "after clashes with police, *the rebels* were forced to withdraw".
fn fought_with(setting: Setting, noun: usize, preposition: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let other = ["with", "against"].into_iter().find_map(|word| grammar::after(parse, noun, word))?;
    let fight = || setting.noun_frames(noun).any(|frame| frame.claim_type == ClaimType::Fight);
    let verb = parse.head(preposition);
    // Who took something or fell in the fight is told with what he did.
    let leaves = |at: usize| setting.frames(at).iter().any(|frame| frame.claim_type == ClaimType::Withdraw);
    let below = || parse.child(verb, Dep::Xcomp).is_some_and(leaves);
    let told = (leaves(verb) && !grammar::is_passive(parse, verb) || below())
        && matches!(parse.norm(preposition), "after" | "amid" | "during" | "following" | "in")
        && fight()
        && !setting.voices.is_cue(setting.index, verb);
    if !told {
        return None;
    }
    let whom =
        if grammar::is_passive(parse, verb) { grammar::undergoer(parse, verb) } else { grammar::doer(parse, verb) };
    let forces = |&whom: &usize| {
        whom != other
            && matches!(parse.pos(whom), Pos::Noun | Pos::Propn)
            && class::fits(parse, setting.lexicon, whom, &[NounClass::Forces])
    };
    whom.filter(forces)
}

/// True for a noun for what is written and given out: a statement, not an interview.
fn is_document(setting: Setting, noun: usize) -> bool {
    let kind = setting.lexicon.sources.noun(setting.part.parse.entry(noun));
    kind == Some(model::SourceKind::Document)
}
