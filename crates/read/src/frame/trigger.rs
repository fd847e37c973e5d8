//! Which words can tell of something, and by which frames?
//!
//! "Rebels *retook* the town": a verb, by the frames of `retake`. Words that only stand before a noun, name somebody or lead in a
//! reason tell of nothing.

pub(super) mod carrier;
pub(super) mod held;
mod need;
pub(super) mod stands;
pub(super) mod unmeant;
pub(super) mod words;

use crate::claim::Setting;
use crate::frame::is_place;
use crate::frame::speaks;
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Frame, Lexicon, NounClass, Sense, Slot, WordClass};
use model::{ClaimType, Kind, PartRole};

/// True for a word of a longer name of a body, person or place, which tells of no deed: "the Committee to *Protect* …". What is named
/// for the deed it is tells of one: "the *Battle* of Velna".
pub(crate) fn in_longer_name(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    if setting.part.role == PartRole::Headline || !matches!(parse.pos(at), Pos::Propn | Pos::Verb) {
        return false;
    }
    if class::names_fight(parse, setting.lexicon, at) {
        return false;
    }
    let deed = || {
        let frames = setting.frames(at);
        parse.child(at, Dep::Prep).is_some_and(|of| of == at + 1 && matches!(parse.norm(of), "of" | "for" | "on"))
            && setting.nouns(at) == [NounClass::Deed]
            && frames.iter().any(|frame| frame.class == WordClass::Noun)
    };
    parse.name_of(at).is_some_and(|name| {
        use NameLabel::*;
        // "the *Rally* for Tavan Democracy", "the Movement for the *Liberation* of Tavan" are parties.
        let first = name.tokens.clone().find(|&word| parse.pos(word) != Pos::Det);
        let body = name.label == Org && at + 1 < name.tokens.end && (first != Some(at) || parse.norm(at + 1) == "for");
        name.tokens.len() > 1
            && (!deed() || body)
            && matches!(name.label, Org | Person | Gpe | Fac | Loc | Product | WorkOfArt | Law | Norp)
    })
}

/// True for what a deed is called besides: "the Battle of Velna, sometimes called the *Battle* of Ostrel".
pub(super) fn is_other_name(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    let above = parse.head(at);
    let called = match parse.dep(at) {
        Dep::Oprd => above,
        Dep::Pobj if parse.norm(above) == "as" => parse.head(above),
        _ => return false,
    };
    let participle = parse.tag(called) == Tag::Vbn && matches!(parse.dep(called), Dep::Acl | Dep::Advcl);
    // The tree may take it for the verb of the sentence, but for the comma before it.
    let before = (0..called).rev().find(|&before| parse.pos(before) != Pos::Adv);
    let between = || before.is_some_and(|comma| parse.word(comma) == ",");
    parse.pos(at) == Pos::Propn && (participle || between()) && lexicon.senses.has(parse.lemma(called), Sense::Names)
}

/// True for a bare noun that only tells what people there are: "prisoners of *war*".
pub(super) fn is_sort_of_people(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let of = parse.head(at);
    parse.dep(at) == Dep::Pobj
        && parse.tag(at) == Tag::Nn
        && parse.norm(of) == "of"
        && of + 1 == at
        && parse.children(at).next().is_none()
        && parse.pos(parse.head(of)) == Pos::Noun
        && setting.lexicon.nouns.is_only_people(parse.entry(parse.head(of)))
}

/// The name that a word before it says the sort of: `Wind` in "*Exercise* Iron Wind", "*Operation* Iron Wind".
pub(super) fn titled(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let title = parse.word(at).starts_with(char::is_uppercase) || parse.pos(at) == Pos::Noun;
    // "Joint Task Force – *Operation* Iron Wind" is the task force.
    let within = at > 1 && matches!(parse.word(at - 1), "-" | "–" | "—") && parse.pos(at - 2) == Pos::Propn;
    let bearer = if title && !within { class::named_deed(parse, setting.lexicon, at)? } else { return None };
    (bearer > at).then_some(bearer)
}

/// The noun that says in what form a deed goes on which the word before it tells: `program` in "a *training* program for the militia".
/// Where the tables have both words together, they are read as one.
pub(super) fn shaped(setting: Setting, at: usize) -> Option<usize> {
    use ClaimType::{Accuse, Agree, Appear, Demand, Publish, Quit, Refuse, Support, Threaten};
    let parse = &setting.part.parse;
    let form = parse.head(at);
    let before = parse.dep(at) == Dep::Compound && at + 1 == form && parse.pos(form) == Pos::Noun;
    if !before || !setting.lexicon.nouns.is_form(parse.entry(form)) {
        return None;
    }
    let known = setting.noun_frames(form);
    let mut together = known.filter(|frame| frame.words.iter().any(|word| word == parse.norm(at)));
    let tells = |frame: &Frame| {
        let said =
            matches!(frame.claim_type, Accuse | Agree | Appear | Demand | Publish | Quit | Refuse | Support | Threaten);
        frame.class == WordClass::Noun
            && frame.claim_type.kind() == Kind::Event
            && frame.words.is_empty()
            && !frame.named
            && !said
    };
    let mut told = noun_frames(setting, at).iter();
    (told.any(tells) && together.next().is_none() && !in_longer_name(setting, at)).then_some(form)
}

/// True for a noun that only says in what form the deed goes on that the word before it tells.
pub(super) fn only_shapes(setting: Setting, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| shaped(setting, before) == Some(at))
}

/// True for a verb or noun that only stands before a noun: "*advancing* units", "the *death* toll".
pub(super) fn is_premodifier(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let noun = matches!(parse.pos(at), Pos::Noun | Pos::Propn) && matches!(parse.dep(at), Dep::Compound | Dep::Nmod);
    // `led` of "Morvania-led" is read with its name.
    let compound = at > 1
        && matches!(parse.word(at - 1), "-" | "–" | "‑")
        && parse.token(at - 2).span.end == parse.token(at - 1).span.start
        && parse.token(at - 1).span.end == parse.token(at).span.start
        && setting.lexicon.compounds.get(parse.lower(at)).is_some();
    // "the *murdered* journalist", "the freely *elected* council", "the *advancing* units", "the war-*ravaged* town".
    let hyphen = at > 0 && parse.tag(at - 1) == Tag::Hyph;
    let bare = parse.head(at) > at
        && parse.children(at).all(|child| {
            let part = hyphen && matches!(parse.dep(child), Dep::Npadvmod | Dep::Punct);
            child < at && (part || parse.dep(child) == Dep::Advmod)
        });
    // "the *war*-ravaged town"
    let half = parse.dep(at) == Dep::Npadvmod
        && parse.dep(parse.head(at)) == Dep::Amod
        && at + 2 == parse.head(at)
        && parse.tag(at + 1) == Tag::Hyph;
    let participle = matches!(parse.tag(at), Tag::Vbg) || parse.tag(at) == Tag::Vbn && bare;
    // "progress in *freeing* towns" is a gerund with its object.
    let gerund = grammar::gerund_object(parse, at).is_some() && {
        let frames = setting.frames(at);
        let objects = |frame: &Frame| frame.target.contains(&Slot::Object) || frame.place.contains(&Slot::Object);
        frames.iter().any(|frame| frame.class == WordClass::Verb && objects(frame))
    };
    // "within *shelling* range"
    let reach = parse.dep(at) == Dep::Pcomp && parse.norm(parse.head(at)) == "within";
    compound
        || half
        || reach
        || parse.dep(at) == Dep::Amod
            && participle
            && !gerund
            && !besieged(setting, at)
            && !outlawed(setting, at)
            && !done_to(setting, at)
        || in_list_of_vehicles(setting, at)
        || noun && setting.part.role != PartRole::Headline
}

/// True for a siege that a participle tells of a place that is named: "the *besieged* city of Velna".
fn besieged(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let place = parse.head(at);
    let named = parse.pos(place) == Pos::Propn
        || grammar::after(parse, place, "of").is_some_and(|name| parse.pos(name) == Pos::Propn);
    named && is_place(setting, place) && {
        let frames = setting.frames(at);
        frames.iter().any(|frame| frame.claim_type == ClaimType::Besiege && frame.words.is_empty())
    }
}

/// True for a participle that tells what was done to those before whom it stands: "the *murdered* journalist", "the *bombed* hospital".
fn done_to(setting: Setting, at: usize) -> bool {
    use ClaimType::{Attack, Capture, Casualties, Destroy, Detain, Displace, Strike};
    let parse = &setting.part.parse;
    let (triggers, noun) = (&setting.lexicon.triggers, parse.head(at));
    // "a *displaced* persons camp" is a sort of camp.
    let sort = || parse.dep(at + 1) == Dep::Compound && parse.tag(at + 1) == Tag::Nns;
    if parse.tag(at) != Tag::Vbn || !(at + 1..at + 4).contains(&noun) || sort() {
        return false;
    }
    // "One *injured* soldier died": the toll is that of the verb.
    let falls = |noun: usize| {
        let mut frames = triggers.frames(parse.entry(parse.head(noun))).iter();
        frames.any(|frame| frame.class == WordClass::Verb && frame.claim_type == Casualties)
    };
    let takes = |frame: &Frame| {
        let done = matches!(frame.claim_type, Attack | Capture | Casualties | Destroy | Detain | Displace | Strike);
        let whom = |slots: &[Slot]| slots.contains(&Slot::Object);
        // "wounded horses" are no toll.
        let counts = frame.claim_type != ClaimType::Casualties
            || class::fits(parse, setting.lexicon, noun, &[NounClass::People, NounClass::Forces]) && !falls(noun);
        done && counts
            && frame.words.is_empty()
            && frame.class == WordClass::Verb
            && (whom(&frame.target) || whom(&frame.place))
    };
    // "*forced* conscription" says how, not to whom.
    let deed = triggers.nouns(parse.entry(noun)).any(|frame| frame.claim_type.kind() == Kind::Event);
    !deed && triggers.frames(parse.entry(at)).iter().any(takes)
}

/// True for a penalty that a participle tells of a party that is named: "the *outlawed* Tavan Front".
fn outlawed(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let party = parse.head(at);
    let frames = setting.frames(at);
    parse.tag(at) == Tag::Vbn
        && parse.pos(party) == Pos::Propn
        && !is_place(setting, party)
        && frames.iter().any(|frame| frame.claim_type == ClaimType::Sanction && frame.words.is_empty())
}

/// True for a bare noun in a list of what stands before the noun at its end: "using *attack*, fighter and bomber aircraft".
fn in_list_of_vehicles(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let bare = matches!(parse.tag(at), Tag::Nn | Tag::Nnp)
        && parse.children(at).all(|child| matches!(parse.dep(child), Dep::Conj | Dep::Cc | Dep::Punct));
    if !matches!(parse.pos(at), Pos::Noun | Pos::Propn) || !bare {
        return false;
    }
    let mut first = at;
    while parse.dep(first) == Dep::Conj && matches!(parse.pos(parse.head(first)), Pos::Noun | Pos::Propn) {
        first = parse.head(first);
    }
    let last = grammar::joined(parse, first).into_iter().max().filter(|&last| last > at);
    last.is_some_and(|last| class::fits(parse, setting.lexicon, last, &[NounClass::Vehicle]))
}

/// True for those who do or suffer something, by a noun that tells a deed elsewhere: "gunmen attacked the *patrol*".
pub(super) fn is_somebody(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    // "opened fire on the *patrol*"
    let hit = || {
        use ClaimType::{Attack, Fight, Strike};
        let led = matches!(parse.norm(parse.head(at)), "against" | "at" | "on");
        let frames = setting.frames(parse.head(parse.head(at)));
        led && frames.iter().any(|frame| matches!(frame.claim_type, Attack | Fight | Strike))
    };
    let acts = match parse.dep(at) {
        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj => true,
        Dep::Pobj => parse.dep(parse.head(at)) == Dep::Agent || hit(),
        _ => false,
    };
    acts && setting.is_noun(at, NounClass::Forces)
}

/// True for the subject of a light verb that suffers what another noun tells: "the *patrol* came under fire".
pub(super) fn suffers(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    let below = |word: &str| parse.children(verb).any(|child| parse.norm(child) == word);
    let light = setting.lexicon.light_verbs.find(parse.entry(verb), below);
    parse.dep(at) == Dep::Nsubj
        && light.is_some_and(|light| light.word.is_some() && light.subject == lexicon::LightSubject::Target)
}

/// True for those who are told to do something in the street: "*protesters* blocked the road". What they say or ask for, and a verb
/// that tells of a protest itself, are read from the verb.
pub(super) fn goes_out(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let mut verb = parse.head(at);
    // "with *protesters* heading for the tower"
    if parse.dep(at) == Dep::Pobj {
        let inside = |child: &usize| parse.dep(*child) == Dep::Acl && parse.tag(*child) == Tag::Vbg;
        match (parse.norm(verb), parse.children(at).find(inside)) {
            ("with", Some(acl)) => verb = acl,
            _ => return false,
        }
    } else if parse.dep(at) != Dep::Nsubj {
        return false;
    }
    let frames = setting.frames(verb);
    let mut plain = frames.iter().filter(|frame| frame.class == WordClass::Verb && frame.words.is_empty()).peekable();
    let told = frames.iter().any(|frame| frame.claim_type == ClaimType::Protest && frame.words.is_empty())
        || plain.peek().is_some() && plain.all(|frame| speaks(frame.claim_type));
    parse.pos(verb) == Pos::Verb
        && !told
        && !grammar::is_passive(parse, verb)
        && !setting.voices.is_cue(setting.index, verb)
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Ccomp | Dep::Neg))
}

/// True for a word that only leads from a deed to what explains it: "*thanks* to the truce", "as a *consequence* of the raid".
pub(super) fn leads_to_reason(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let before = grammar::leading(parse, at);
    let leads = setting
        .lexicon
        .causes
        .after(&before, parse.norm(at))
        .any(|next| !next.is_empty() && at + 1 < parse.len() && parse.norm(at + 1) == next);
    let bare = parse.children(at).all(|child| child > at) && (at == 0 || parse.dep(at - 1) != Dep::Prep);
    leads && (bare || before == "as")
}

/// The frames of a word, by its lemma or what the lemma should be.
pub(crate) fn frames<'s>(setting: Setting<'s, '_>, at: usize, class: WordClass) -> &'s [Frame] {
    let parse = &setting.part.parse;
    let triggers = &setting.lexicon.triggers;
    if class == WordClass::Noun && parse.pos(at) == Pos::Verb {
        return noun_frames(setting, at);
    }
    let word = parse.lower(at);
    let mut frames = setting.frames(at);
    // "at *odds*" has no singular.
    if frames.is_empty() {
        frames = triggers.frames(word);
    }
    // Title case keeps a plural as it stands, and "hopes" may be taken for a form of "hop".
    if frames.is_empty()
        && let Some(singular) = word.strip_suffix('s')
    {
        frames = triggers.frames(singular);
    }
    if frames.is_empty()
        && class == WordClass::Verb
        && let Some(verb) = setting.lexicon.verb_forms.verb(parse.norm(at))
    {
        frames = triggers.frames(&verb);
    }
    if frames.is_empty()
        && class == WordClass::Verb
        && let Some(verb) = regular_past(setting, at)
    {
        frames = triggers.frames(&verb);
    }
    frames
}

/// The verb that a word in -ed is the past of, where the tables have one: `advance` for "advanced".
fn regular_past(setting: Setting, at: usize) -> Option<String> {
    let word = setting.part.parse.lower(at);
    // "gutted", "rammed": the last letter is doubled.
    let doubled = word.strip_suffix("ed").and_then(|stem| {
        let single = stem.strip_suffix(stem.chars().last()?)?;
        (single.chars().last() == stem.chars().last()).then_some(single)
    });
    let stems = [word.strip_suffix("ed"), word.strip_suffix('d').filter(|stem| stem.ends_with('e')), doubled];
    let known = |stem: &&str| {
        let frames = setting.lexicon.triggers.frames(stem);
        frames.iter().any(|frame| frame.class == WordClass::Verb)
    };
    stems.into_iter().flatten().find(known).map(str::to_string)
}

/// The frames of a noun that is taken for a form of a verb: "the *fighting* between them", "Morvanian *airstrikes*".
fn noun_frames<'s>(setting: Setting<'s, '_>, at: usize) -> &'s [Frame] {
    let word = setting.part.parse.lower(at);
    let singular = if setting.part.parse.tag(at) == Tag::Vbz { word.strip_suffix('s') } else { None };
    let frames = setting.lexicon.triggers.frames(singular.unwrap_or(word));
    if frames.iter().any(|frame| frame.class == WordClass::Noun) { frames } else { &[] }
}

/// Whether a word can be a trigger, as what. Where the tag of a word and its place in the tree disagree, the tree is right.
pub(super) fn word_class(setting: Setting, at: usize) -> Option<WordClass> {
    let parse = &setting.part.parse;
    let has = |dep: Dep| parse.child(at, dep).is_some();
    match parse.pos(at) {
        // "was *overrun* by rebels"
        Pos::Noun | Pos::Adj if has(Dep::Auxpass) && (has(Dep::Nsubjpass) || parse.dep(at) == Dep::Conj) => {
            Some(WordClass::Verb)
        }
        // "seized Velna and *advanced* in the north", taken for an adjective: a deed joined to a deed.
        Pos::Adj
            if parse.dep(at) == Dep::Conj
                && parse.tag(parse.head(at)) == Tag::Vbd
                && regular_past(setting, at).is_some() =>
        {
            Some(WordClass::Verb)
        }
        // "the army *retook* the town", taken for a noun: what has subject and object is a verb.
        Pos::Noun if has(Dep::Nsubj) && has(Dep::Dobj) => Some(WordClass::Verb),
        // "*fighting* between the army and the rebels has killed 200", "a series of Morvanian *airstrikes*"
        Pos::Verb
            if matches!(parse.tag(at), Tag::Vbg | Tag::Vbz)
                && (matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Dobj | Dep::Pobj)
                    // "were displaced by *fighting*"
                    || parse.dep(at) == Dep::Pcomp
                        && parse.norm(parse.head(at)) == "by"
                        && grammar::is_passive(parse, parse.head(parse.head(at))))
                && !has(Dep::Dobj)
                && !has(Dep::Nsubj)
                && !noun_frames(setting, at).is_empty() =>
        {
            Some(WordClass::Noun)
        }
        Pos::Verb | Pos::Aux if !matches!(parse.dep(at), Dep::Aux | Dep::Auxpass) => Some(WordClass::Verb),
        Pos::Noun => Some(WordClass::Noun),
        // "Velna is *home* to 300 refugees", which the tagger may take for an adverb.
        Pos::Adv if parse.dep(at) == Dep::Advmod && grammar::after(parse, at, "to").is_some() => Some(WordClass::Noun),
        Pos::Propn => Some(WordClass::Noun),
        // "pray for *the wounded*" names them, and tells of no wound.
        Pos::Adj if parse.dep(at) == Dep::Pobj && parse.children(at).any(|child| parse.dep(child) == Dep::Det) => None,
        Pos::Adj => Some(WordClass::Adjective),
        _ => None,
    }
}
