//! What can a word stand for, as far as roles care?
//!
//! "Soldiers" are people and forces, "the MV Lasta" is a vehicle, "Velna" a place and a party: what the tables know of a noun, and what
//! the name finder and the words around it make of a name. A role takes only words that [`fits`] it.

use crate::grammar;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{ActorKind, Known, Lexicon, NounClass, Sense, Slot, WordClass};
use model::{ClaimType, QuantityKind, SourceKind};

/// Some of the classes of nouns: one bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    pub(crate) fn of(classes: &[NounClass]) -> Classes {
        let mut all = Classes::default();
        all.add(classes);
        all
    }

    pub(crate) fn add(&mut self, classes: &[NounClass]) {
        classes.iter().for_each(|class| self.0 |= 1 << *class as u32);
    }

    fn drop(&mut self, class: NounClass) {
        self.0 &= !(1 << class as u32);
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn has(self, class: NounClass) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// True when it holds one of these.
    pub(crate) fn any(self, wanted: &[NounClass]) -> bool {
        self.0 & Classes::of(wanted).0 != 0
    }

    /// True when it holds no others than these.
    pub(crate) fn only(self, wanted: &[NounClass]) -> bool {
        self.0 & !Classes::of(wanted).0 == 0
    }
}

/// True for the name of a people, in the plural or counted, that the tables do not know for those who fight: "*Kestrians* fled", "thousands
/// of *Tavani* fled".
fn is_people(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let of = parse.head(at);
    let cardinal = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Cardinal);
    let counted = parse.child(at, Dep::Nummod).is_some()
        || parse.dep(at) == Dep::Pobj && parse.norm(of) == "of" && cardinal(parse.head(of));
    let known = || matches!(lexicon.names.find(parse.word(at)), Some(Known::Actor(_)));
    parse.pos(at) == Pos::Propn && (counted || parse.tag(at) == Tag::Nnps) && !known()
}

/// True for a noun that tells how sure something is: "no *indications* of an attack", "*evidence* that they left".
pub(crate) fn is_evidence(parse: &Parse, lexicon: &Lexicon, noun: usize) -> bool {
    lexicon.senses.has(parse.entry(noun), Sense::Evidence)
}

/// True for a verb of making somebody something: "*promoted* him to general", "*named* Ida Sand minister".
pub(crate) fn appoints(parse: &Parse, lexicon: &Lexicon, verb: usize) -> bool {
    lexicon.triggers.frames(parse.entry(verb)).iter().any(|frame| {
        frame.class == WordClass::Verb
            && frame.claim_type == ClaimType::Recruit
            && frame.words.is_empty()
            && frame.target.contains(&Slot::Object)
    })
}

/// True for a word that an entry of the verb stands with: the `accountable` of "held them *accountable*".
pub(crate) fn completes(parse: &Parse, lexicon: &Lexicon, verb: usize, word: usize) -> bool {
    lexicon.triggers.frames(parse.entry(verb)).iter().any(|frame| {
        frame.class == WordClass::Verb && frame.words.iter().any(|other| other.as_str() == parse.lemma(word))
    })
}

/// True for somebody told by an age: "the 22-year-*old* fled".
fn is_of_age(parse: &Parse, at: usize) -> bool {
    parse.norm(at) == "old"
        && matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj | Dep::Conj | Dep::Appos)
        && parse.children(at).any(|child| parse.dep(child) == Dep::Npadvmod && parse.norm(child) == "year")
}

/// True when a word can be of one of these classes.
pub(crate) fn fits(parse: &Parse, lexicon: &Lexicon, at: usize, wanted: &[NounClass]) -> bool {
    classes(parse, lexicon, at).any(wanted)
}

/// A noun without the ending of its plural, which a name keeps: `soldier` for the `soldiers` of "Soldiers", `policeman` for `policemen`.
pub(crate) fn singular(word: &str) -> String {
    match word.strip_suffix("men") {
        Some(stem) => format!("{stem}man"),
        None => word.trim_end_matches('s').to_string(),
    }
}

/// True for a noun of the tables, in the plural as well.
pub(crate) fn is_noun(lexicon: &Lexicon, word: &str) -> bool {
    [word, &singular(word)].iter().any(|word| !lexicon.nouns.classes(word).is_empty())
}

/// True for a noun right behind the number of a type: "twelve *K-16* fighters", "six *Falke 2000* fighters".
fn is_of_type(parse: &Parse, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // By what it does, as an aircraft is called; "K-16 *pilots*" are people.
    let aircraft = |word: &str| ["er", "or"].iter().any(|ending| word.ends_with(ending));
    let word = parse.word(before);
    let digits = word.bytes().any(|byte| byte.is_ascii_digit());
    let coded = word.contains('-') && word.starts_with(char::is_uppercase) && digits;
    let numbered = digits
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && before.checked_sub(1).is_some_and(|make| parse.pos(make) == Pos::Propn && parse.head(make) == at);
    parse.pos(at) == Pos::Noun && aircraft(parse.entry(at)) && (coded || numbered)
}

/// The classes a word can stand for. Empty when nothing is known, which `fits` takes for "not of that class".
pub(crate) fn classes(parse: &Parse, lexicon: &Lexicon, at: usize) -> Classes {
    use NounClass::*;
    let lemma = parse.entry(at);
    if is_ship(parse, lexicon, at) {
        return Classes::of(&[Vehicle, Forces]);
    }
    if names_deed(parse, lexicon, at) {
        return Classes::of(&[Deed]);
    }
    let mut all = Classes::of(lexicon.nouns.classes(lemma));
    if all.is_empty() && parse.pos(at) == Pos::Propn {
        all.add(lexicon.nouns.classes(lemma.trim_end_matches('s')));
    }
    if parse.pos(at) == Pos::Propn && is_outlet(parse, lexicon, at) {
        all.add(&[Press]);
    }
    // "part *of the army*" is no place, "part of the town" is one.
    if all.has(Measure)
        && all.has(Place)
        && let Some(whole) = grammar::after(parse, at, "of").filter(|&whole| whole > at)
        && !fits(parse, lexicon, whole, &[Place, Site])
    {
        all.drop(Place);
    }
    // "six *Falke 2000* fighters", "twelve *K-16* fighters": aircraft of a type.
    if all.has(Forces) && all.has(People) && is_of_type(parse, at) {
        return Classes::of(&[Vehicle, Forces]);
    }
    let label = parse.name_of(at).map(|name| name.label);
    match label {
        Some(NameLabel::Gpe) => all.add(&[Place, Party]),
        Some(NameLabel::Loc) => all.add(&[Place]),
        Some(NameLabel::Fac) => all.add(&[Place, Site]),
        Some(NameLabel::Norp) if is_people(parse, lexicon, at) => all.add(&[People, Party]),
        Some(NameLabel::Norp) => all.add(&[People, Party, Forces]),
        Some(NameLabel::Org) => all.add(&[Party, Forces]),
        Some(NameLabel::Person) => all.add(&[People]),
        Some(NameLabel::Product) => all.add(&[Arms, Vehicle]),
        Some(NameLabel::Event) => all.add(&[Deed]),
        Some(NameLabel::Law) => all.add(&[Accord]),
        Some(NameLabel::Money) => all.add(&[Money]),
        Some(NameLabel::Cardinal) => all.add(&[People]),
        Some(NameLabel::WorkOfArt) => all.add(&[Publication]),
        _ => {}
    }
    match parse.pos(at) {
        Pos::Pron => match parse.norm(at) {
            "it" | "its" | "itself" => all.add(&[Party, Place, Site, Forces]),
            "this" | "that" | "there" => {}
            "he" | "him" | "his" | "she" | "her" | "i" | "me" => all.add(&[People]),
            _ => all.add(&[People, Party, Forces]),
        },
        // "an additional *$32 million*"
        Pos::Num if parse.children(at).any(|child| parse.tag(child) == Tag::Dollar) => all.add(&[Money]),
        Pos::Num if label.is_none() => all.add(&[People]),
        // "*the wounded* were moved", "*the displaced* returned"
        Pos::Adj | Pos::Noun | Pos::Verb
            if matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj)
                && parse.children(at).any(|child| parse.dep(child) == Dep::Det && parse.norm(child) == "the")
                && matches!(
                    lexicon.numbers.counted(parse.norm(at)),
                    Some(
                        QuantityKind::Displaced | QuantityKind::Killed | QuantityKind::Persons | QuantityKind::Wounded
                    )
                )
                && (parse.pos(at) != Pos::Noun || lexicon.triggers.frames(lemma).is_empty()) =>
        {
            all.add(&[People]);
        }
        // "charged *the 22-year-old* with murder"
        Pos::Adj if is_of_age(parse, at) => all.add(&[People]),
        Pos::Propn if all.is_empty() && label.is_none() && is_people(parse, lexicon, at) => all.add(&[People, Party]),
        Pos::Propn if all.is_empty() && !matches!(label, Some(NameLabel::Date | NameLabel::Time)) => {
            all.add(&[People, Party, Forces, Place, Site]);
        }
        // The recogniser often takes a place of one word for a person or a body.
        Pos::Propn
            if matches!(label, Some(NameLabel::Person | NameLabel::Org | NameLabel::Product))
                && parse.name_of(at).is_some_and(|name| name.tokens.len() == 1) =>
        {
            all.add(&[Place]);
        }
        // Or for a people, which the tables would know and which would stand in the plural or before a noun.
        Pos::Propn
            if label == Some(NameLabel::Norp)
                && parse.tag(at) == Tag::Nnp
                && parse.name_of(at).is_some_and(|name| name.tokens.len() == 1)
                && !matches!(parse.dep(at), Dep::Amod | Dep::Compound | Dep::Nmod)
                && lexicon.names.find(parse.word(at)).is_none()
                && lexicon.names.demonym(parse.word(at)).is_empty() =>
        {
            all.add(&[Place]);
        }
        Pos::Sym => all.add(&[Money]),
        _ => {}
    }
    if is_violence(parse, at) {
        all.drop(Forces);
        all.drop(Party);
    }
    if all.has(People) && !all.has(Forces) && is_of_unit(parse, lexicon, at) {
        all.add(&[Forces]);
    }
    if is_parted(parse, lexicon, at) {
        return Classes::of(&[Place]);
    }
    if is_known_body(parse, lexicon, at) {
        all.drop(Place);
        all.drop(Site);
    }
    if is_town(parse, lexicon, at) && !all.has(Place) {
        all.add(&[Place]);
    }
    all
}

/// True for force that is used and no body of soldiers: "threatened to use *force*", "took it by *force*".
fn is_violence(parse: &Parse, at: usize) -> bool {
    let told =
        |child: usize| matches!(parse.dep(child), Dep::Det | Dep::Poss | Dep::Nummod | Dep::Compound | Dep::Nmod);
    parse.norm(at) == "force" && parse.tag(at) == Tag::Nn && !parse.children(at).any(told)
}

/// True for people of a unit: "*members* of the 9th Brigade", "9th Brigade *personnel*", "*men* and women of the 9th Brigade".
fn is_of_unit(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let unit = |name: usize| {
        let number = |word: usize| parse.word(word).starts_with(|first: char| first.is_ascii_digit());
        parse.pos(name) == Pos::Propn
            && lexicon.nouns.is(parse.lower(name), NounClass::Forces)
            && parse.children(name).any(|child| child < name && (parse.pos(child) == Pos::Propn || number(child)))
    };
    let in_unit = |noun: usize| {
        let before = parse.children(noun).filter(|&child| matches!(parse.dep(child), Dep::Compound | Dep::Nmod));
        let behind = ["of", "from", "with", "in"].into_iter().filter_map(|word| grammar::after(parse, noun, word));
        before.chain(behind).any(unit)
    };
    let first = Some(at).filter(|_| parse.dep(at) == Dep::Conj).map(|at| parse.head(at));
    let second = parse.children(at).find(|&child| parse.dep(child) == Dep::Conj);
    let row = [Some(at), first, second].into_iter().flatten();
    parse.pos(at) == Pos::Noun && parse.tag(at) == Tag::Nns && row.into_iter().any(in_unit)
}

/// True for a name of which a part is told by its direction: "the eastern half of *Velna*", "*Velna*'s northern part".
fn is_parted(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let directed = |part: usize| {
        lexicon.nouns.is(parse.entry(part), NounClass::Measure)
            && parse.children(part).any(|child| child < part && lexicon.place_words.is_direction(parse.norm(child)))
    };
    let of = parse.head(at);
    parse.pos(at) == Pos::Propn
        && match parse.dep(at) {
            Dep::Poss => directed(of),
            Dep::Pobj => parse.norm(of) == "of" && directed(parse.head(of)),
            _ => false,
        }
}

/// True for the name of a body that the tables know by it or by its last word, though that could be a place: "Free *State*", "Kordun *Front*".
pub(crate) fn is_known_body(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let Some(name) = parse.name_of(at).filter(|name| name.label == NameLabel::Org && name.tokens.len() > 1) else {
        return false;
    };
    let known = || lexicon.names.find(parse.span(name.tokens.clone()).of(parse.text()));
    // "Kordun *Front*" is a body, though a front is a place.
    let front = lexicon.sources.noun(parse.norm(at)) == Some(SourceKind::Organisation)
        && !lexicon.nouns.is(parse.norm(at), NounClass::Site);
    front
        || matches!(known(), Some(Known::Actor(actor)) if matches!(actor.kind, ActorKind::ArmedGroup | ActorKind::Party))
}

/// True for the name of a body that says by its last word that it is one: "the Falcon *Brigade*".
pub(crate) fn names_body(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let word = parse.lower(at);
    let is = |class: NounClass| lexicon.nouns.is(word, class);
    parse.pos(at) == Pos::Propn
        && parse.name_of(at).is_none_or(|name| name.label == NameLabel::Org)
        && parse.child(at, Dep::Compound).is_some()
        && (is(NounClass::Party) || is(NounClass::Forces))
        && !is(NounClass::People)
}

/// True for the last word of the name of an outlet.
fn is_outlet(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let word = parse.lower(at);
    lexicon.sources.in_name(word) == Some(SourceKind::Outlet) || lexicon.sources.is_outlet(word)
}

/// True for a name that an apposition says the place of: "Velna Binh, *the provincial capital*, fell".
pub(crate) fn is_town(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    parse.pos(at) == Pos::Propn
        && parse.children(at).any(|child| {
            parse.dep(child) == Dep::Appos
                && child > at
                && parse.pos(child) == Pos::Noun
                && parse.name_of(child).is_none()
                && lexicon.nouns.classes(parse.entry(child)) == [NounClass::Place]
        })
}

/// True for where something is posted: "claimed the attack *on Telegram*", "on social *media*", "on its *website*", "in a *post* on
/// Telegram". An outlet is attacked like any other, but for one's own.
pub(crate) fn is_medium(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let led = parse.dep(at) == Dep::Pobj && matches!(parse.norm(parse.head(at)), "on" | "through" | "via");
    let own = |child: usize| {
        let of_its_own = parse.tag(child) == Tag::PrpPoss;
        of_its_own || matches!(parse.dep(child), Dep::Amod | Dep::Compound) && is_platform(parse, lexicon, child)
    };
    if grammar::after(parse, at, "on").is_some_and(|platform| is_platform(parse, lexicon, platform)) {
        return true;
    }
    led && match lexicon.sources.noun(parse.entry(at)) {
        Some(SourceKind::SocialMedia) => parse.pos(at) == Pos::Propn || parse.children(at).any(own),
        Some(SourceKind::Outlet) => parse.children(at).any(own),
        _ => is_platform(parse, lexicon, at),
    }
}

/// True for the name of a platform: "Telegram"; and for the word that tells a platform from the press: "*social* media".
fn is_platform(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let named = parse.pos(at) == Pos::Propn && lexicon.sources.noun(parse.lower(at)) == Some(SourceKind::SocialMedia);
    named || parse.norm(at) == "social"
}

/// True for a name that begins with the sort of its vehicle, or has it right before it: "MV Lasta", "the frigate Lasta", whatever
/// the name finder takes it for.
pub(crate) fn is_ship(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let is_vehicle = |word: usize| {
        let classes = lexicon.nouns.classes(parse.norm(word));
        classes.contains(&NounClass::Vehicle)
            && classes.iter().all(|class| matches!(class, NounClass::Vehicle | NounClass::Forces))
    };
    let Some(name) = parse.name_of(at) else { return false };
    let Some(first) = name.tokens.clone().find(|&word| parse.pos(word) != Pos::Det) else { return false };
    let sort = first.checked_sub(1).filter(|&before| {
        parse.pos(at) == Pos::Propn
            && parse.pos(before) == Pos::Noun
            && parse.dep(before) == Dep::Compound
            && name.tokens.contains(&parse.head(before))
    });
    first < at && parse.pos(first) == Pos::Propn && is_vehicle(first) || sort.is_some_and(is_vehicle)
}

/// The last word of the name of a deed that begins with the sort of it: `Wind` for "*Operation* Iron Wind".
pub(crate) fn named_deed(parse: &Parse, lexicon: &Lexicon, first: usize) -> Option<usize> {
    let leads = first == 0 || parse.head(first - 1) != parse.head(first) || parse.dep(first - 1) != Dep::Compound;
    let sort = || lexicon.triggers.frames(parse.entry(first)).iter().any(|frame| frame.named);
    if parse.dep(first) != Dep::Compound || !leads || !sort() {
        return None;
    }
    // "Operation Sand *Storm*" may hang by two steps.
    let above = |&at: &usize| (parse.dep(at) == Dep::Compound && parse.head(at) > at).then(|| parse.head(at));
    let last = std::iter::successors(Some(first), above).last()?;
    let capitals = (first + 1..=last).all(|at| parse.word(at).starts_with(char::is_uppercase));
    (capitals && matches!(parse.pos(last), Pos::Propn | Pos::Noun)).then_some(last)
}

/// True for the last word of such a name.
fn ends_named_deed(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let capital = |&word: &usize| parse.word(word).starts_with(char::is_uppercase);
    let mut run = (0..at).rev().take_while(capital);
    capital(&at) && run.any(|first| named_deed(parse, lexicon, first) == Some(at))
}

/// True for the last word of a name of a deed: "Operation Iron *Wind*", "the Easter *Offensive*".
fn names_deed(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    ends_named_deed(parse, lexicon, at) || names_fight(parse, lexicon, at)
}

/// True for the last word of a name that ends with a fight, whatever the name finder takes it for: "the First Winter *Offensive*", "the
/// Northern *Expedition*".
pub(crate) fn names_fight(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let deed = || {
        let word = parse.lower(at);
        let fight = |frame: &lexicon::Frame| {
            frame.claim_type == ClaimType::Fight && frame.words.is_empty() && frame.needs.is_empty()
        };
        lexicon.nouns.classes(word) == [NounClass::Deed] && lexicon.triggers.nouns(word).any(fight)
    };
    let capital = |at: usize| parse.pos(at) == Pos::Propn && parse.word(at).starts_with(char::is_uppercase);
    if !capital(at) || !deed() {
        return false;
    }
    let Some(name) = parse.name_of(at) else {
        return at.checked_sub(1).is_some_and(|before| parse.head(before) == at && capital(before));
    };
    use NameLabel::{Event, Fac, Gpe, Loc, Org};
    // "the Spring *Offensive* of 1972"
    let ends = name.tokens.end == at + 1 || matches!(parse.norm(at + 1), "of" | "in");
    let words: Vec<&str> = name.tokens.clone().map(|word| parse.word(word)).collect();
    ends && name.tokens.len() > 1
        && matches!(name.label, Event | Fac | Gpe | Loc | Org)
        && lexicon.names.find(&words.join(" ")).is_none()
}

/// True for one of a row: "the *first* to arm them", "the *only* state to recognise Ostrel".
pub(crate) fn is_ranked(parse: &Parse, at: usize) -> bool {
    let ranks = |word: usize| matches!(parse.norm(word), "first" | "last" | "latest" | "next" | "only" | "second");
    let before = |word: usize| parse.dep(word) == Dep::Amod && (parse.tag(word) == Tag::Jjs || ranks(word));
    ranks(at) || parse.children(at).any(before)
}

/// True for somebody of whom an infinitive tells what only he did: "the *first* to arm them", "the last *leader* to visit Velna"; "the
/// only way to end it" is yet to come.
pub(crate) fn is_ranked_doer(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    use NounClass::{Forces, Party, People, Place};
    is_ranked(parse, at) && (parse.pos(at) == Pos::Adj || fits(parse, lexicon, at, &[Forces, Party, People, Place]))
}
