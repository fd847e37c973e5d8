//! Which names are those of places, though the name finder takes them for somebody?
//!
//! "Fighting went on near Tavan. The army shelled Tavan": where one sentence shows that Tavan is a place, all do. What a
//! text shows is what the finder sees elsewhere in it, and what stands behind "near" or "the town of". A name that the
//! tables know as somebody's, and one that is part of a person's longer name, stay what they are.

use crate::mention::is_held;
use crate::{PartText, class, grammar};
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{Known, Lexicon, NounClass, Slot, TypeWord, WordClass};
use model::ClaimType;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What the texts of one document show of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Shown {
    /// Times that the finder takes it for a place.
    place: usize,
    /// Times that it takes it for somebody or something.
    somebody: usize,
    /// True when it stands where only a place can stand.
    located: bool,
}

/// Gives the names of places in all parts of a document the label of a place.
pub(crate) fn settle<'a>(parts: Vec<PartText<'a>>, lexicon: &Lexicon) -> Vec<PartText<'a>> {
    let mut shown: BTreeMap<String, Shown> = BTreeMap::new();
    let mut persons: BTreeSet<String> = BTreeSet::new();
    for part in &parts {
        for (name, label) in runs(&part.parse) {
            let words = words(&part.parse, &name);
            let entry = shown.entry(words.clone()).or_default();
            match label {
                Some(label) if is_place(label) => entry.place += 1,
                Some(_) => entry.somebody += 1,
                None => {}
            }
            entry.located |= is_located(&part.parse, &name, label, lexicon);
            if label == Some(NameLabel::Person) && name.len() > 1 {
                persons.extend(words.split(' ').map(str::to_string));
            }
        }
    }
    let places: BTreeSet<String> = shown
        .into_iter()
        .filter(|(name, shown)| {
            shown.located || shown.place > 0 && shown.place >= shown.somebody || is_capital(name, lexicon)
        })
        .map(|(name, _)| name)
        .filter(|name| !persons.contains(name) && !is_known(name, lexicon))
        .collect();
    parts.into_iter().map(|part| relabelled(part, &places)).collect()
}

/// True for the name of a capital or of a region of the tables.
fn is_capital(name: &str, lexicon: &Lexicon) -> bool {
    let region = lexicon.places.region(name).is_some_and(|region| region.name == name);
    lexicon.names.capital(name).is_some() || region
}

fn relabelled<'a>(part: PartText<'a>, places: &BTreeSet<String>) -> PartText<'a> {
    let found = runs(&part.parse);
    let missed = |(name, label): &(Range<usize>, Option<NameLabel>)| {
        !label.is_some_and(is_place) && places.contains(&words(&part.parse, name))
    };
    let missed: Vec<Range<usize>> = found.into_iter().filter(missed).map(|(name, _)| name).collect();
    if missed.is_empty() {
        return part;
    }
    let touches = |name: &Name| missed.iter().any(|run| run.start < name.tokens.end && name.tokens.start < run.end);
    let mut names: Vec<Name> = part.parse.names().iter().filter(|name| !touches(name)).cloned().collect();
    names.extend(missed.iter().map(|run| Name { tokens: run.clone(), label: NameLabel::Gpe }));
    names.sort_by_key(|name| name.tokens.start);
    PartText { parse: part.parse.with_names(names), ..part }
}

/// The names that can be those of places, without an article: those that the finder sees, and single words written large
/// that stand for themselves and that it does not see.
fn runs(parse: &Parse) -> Vec<(Range<usize>, Option<NameLabel>)> {
    use NameLabel::{Fac, Gpe, Loc, Norp, Org, Person, Product};
    let mut all: Vec<(Range<usize>, Option<NameLabel>)> = Vec::new();
    for name in
        parse.names().iter().filter(|name| matches!(name.label, Fac | Gpe | Loc | Norp | Org | Person | Product))
    {
        let article = name.tokens.len() > 1 && parse.pos(name.tokens.start) == Pos::Det;
        let tokens = name.tokens.start + usize::from(article)..name.tokens.end;
        if tokens.clone().all(|at| parse.pos(at) == Pos::Propn) {
            all.push((tokens, Some(name.label)));
        }
    }
    let alone = |at: usize| {
        parse.pos(at) == Pos::Propn
            && parse.name_of(at).is_none()
            && matches!(parse.dep(at), Dep::Pobj | Dep::Dobj | Dep::Conj | Dep::Nsubj | Dep::Nsubjpass | Dep::Appos)
            && parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Compound | Dep::Nmod))
            && parse.word(at).chars().next().is_some_and(char::is_uppercase)
    };
    all.extend((0..parse.len()).filter(|&at| alone(at)).map(|at| (at..at + 1, None)));
    all
}

fn words(parse: &Parse, name: &Range<usize>) -> String {
    parse.span(name.clone()).of(parse.text()).to_string()
}

fn is_place(label: NameLabel) -> bool {
    matches!(label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac)
}

/// True where only a place can stand: what is taken, or a name of one word behind "near" or "the town of" that nobody else owns or is told of.
fn is_located(parse: &Parse, name: &Range<usize>, label: Option<NameLabel>, lexicon: &Lexicon) -> bool {
    let at = name.start;
    let shortened = parse.word(at).chars().filter(|letter| letter.is_uppercase()).count() > 1;
    let unsure = match label {
        None | Some(NameLabel::Person | NameLabel::Norp) => true,
        Some(NameLabel::Org) => !shortened,
        Some(_) => false,
    };
    if !unsure {
        return false;
    }
    if is_taken(parse, name, lexicon) || falls(parse, name, lexicon) || is_scene(parse, name, label, lexicon) {
        return true;
    }
    // "rebel-held *Tavan*"
    let held = |child: usize| parse.dep(child) == Dep::Amod && is_held(parse, lexicon, child);
    if is_described(parse, name, lexicon) || parse.children(name.end - 1).any(held) {
        return true;
    }
    let last = name.end - 1;
    let owns = name.end < parse.len() && parse.tag(name.end) == Tag::Pos;
    if at == 0 || owns || parse.dep(last) != Dep::Pobj || parse.head(last) != at - 1 {
        return false;
    }
    let before = parse.norm(at - 1);
    let town = || at > 1 && lexicon.places.type_word(parse.entry(at - 2)) == Some(TypeWord::Settlement);
    // "*west of Tavan*", "40 miles *off the coast of Tavan*"
    let off = || {
        let words = &lexicon.place_words;
        let aside = at > 1 && words.is_relative(parse.norm(at - 2));
        aside && (words.is_preposition(parse.norm(at - 2)) || at > 2 && words.is_distance(parse.entry(at - 3)))
    };
    name.len() == 1 && lexicon.place_words.is_certain(before) || before == "of" && (town() || off())
}

/// True for what is said to be a town or to lie so far from a place: "*Tavan*, a town in Kestria", "*Tavan*, less than 12 miles from Velna".
fn is_described(parse: &Parse, name: &Range<usize>, lexicon: &Lexicon) -> bool {
    let end = name.end;
    if end + 3 >= parse.len() || parse.word(end) != "," {
        return false;
    }
    let town = |at: usize| {
        let settlement = lexicon.places.type_word(parse.entry(at)) == Some(TypeWord::Settlement);
        settlement && parse.dep(at) == Dep::Appos && parse.head(at) == end - 1 && parse.pos(at) == Pos::Noun
    };
    let measure = (end + 1..parse.len().min(end + 5)).find(|&at| parse.pos(at) == Pos::Num);
    let far = measure.is_some_and(|number| {
        let leads = |at: usize| parse.norm(at) == "from" || lexicon.place_words.is_relative(parse.norm(at));
        number + 2 < parse.len() && lexicon.place_words.is_distance(parse.entry(number + 1)) && leads(number + 2)
    });
    far || (end + 1..parse.len().min(end + 6)).any(town)
}

/// True for what is taken as only places are: "the rebels *retook Tavan*"; people are captured, or taken somewhere. What has two
/// words is a place where soldiers take it: "marines took *Old Tavan*".
fn is_taken(parse: &Parse, name: &Range<usize>, lexicon: &Lexicon) -> bool {
    let at = name.end - 1;
    let verb = parse.head(at);
    if !matches!(parse.dep(at), Dep::Dobj | Dep::Nsubjpass) || parse.pos(verb) != Pos::Verb {
        return false;
    }
    if at + 1 < parse.len() && parse.tag(at + 1) == Tag::Pos {
        return false;
    }
    let soldiers = |at: usize| class::fits(parse, lexicon, at, &[NounClass::Forces]) && parse.pos(at) == Pos::Noun;
    // "Anton Brek took *Old Tavan*"
    let somebody = |at: usize| {
        parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person)
            && parse.children(verb).any(|day| parse.dep(day) == Dep::Prep && parse.norm(day) == "on")
    };
    if name.len() > 1 && !grammar::doer(parse, verb).is_some_and(|doer| soldiers(doer) || somebody(doer)) {
        return false;
    }
    let frames = lexicon.triggers.frames(parse.entry(verb)).iter();
    let plain: Vec<ClaimType> = frames
        .filter(|frame| frame.class == WordClass::Verb && frame.words.is_empty())
        // "took nurses *to* a clinic" is another taking.
        .filter(|frame| {
            frame.needs.iter().all(|need| match &need.slot {
                Slot::Preposition(word) => need.not || grammar::after(parse, verb, word).is_some(),
                _ => true,
            })
        })
        .map(|frame| frame.claim_type)
        .collect();
    let away = parse.children(verb).any(|child| {
        matches!(parse.dep(child), Dep::Prt) || matches!(parse.norm(child), "to" | "into" | "for" | "with" | "as")
    });
    let all = |types: &[ClaimType]| !plain.is_empty() && plain.iter().all(|claim_type| types.contains(claim_type));
    // "the army *shelled Tavan*": soldiers shell no single person.
    let shelled = || all(&[ClaimType::Strike, ClaimType::Besiege]) && grammar::doer(parse, verb).is_some_and(soldiers);
    !away && (all(&[ClaimType::Capture]) || shelled())
}

/// True for where something was that was done or stood there: "fighting *at Tavan*", "was killed *at Tavan*", "the garrison *at Old
/// Tavan*", "the siege *of Old Tavan*", "soldiers retreated *to Old Tavan*". Who is shot at is no place, nor is a firm at which something is
/// done.
fn is_scene(parse: &Parse, name: &Range<usize>, label: Option<NameLabel>, lexicon: &Lexicon) -> bool {
    use ClaimType::{
        Appear, Attack, Besiege, Capture, Casualties, Deploy, Destroy, Detain, Displace, Fight, PresentIn, Strike,
        Withdraw,
    };
    let last = name.end - 1;
    let Some(preposition) = name.start.checked_sub(1) else { return false };
    let owns = name.end < parse.len() && parse.tag(name.end) == Tag::Pos;
    if owns || parse.dep(last) != Dep::Pobj || parse.head(last) != preposition || parse.head(preposition) > preposition
    {
        return false;
    }
    let host = parse.head(preposition);
    let word = parse.norm(preposition);
    let class = match parse.pos(host) {
        Pos::Noun | Pos::Propn => WordClass::Noun,
        Pos::Verb => WordClass::Verb,
        _ => return false,
    };
    let frames = || lexicon.triggers.frames(parse.entry(host)).iter().filter(|frame| frame.class == class);
    let tells = |types: &[ClaimType]| frames().any(|frame| frame.words.is_empty() && types.contains(&frame.claim_type));
    let slot = Slot::Preposition(word.to_string());
    let aimed = || frames().any(|frame| frame.target.contains(&slot) || frame.actor.contains(&slot));
    match (word, class) {
        ("at", WordClass::Noun) => {
            let firm = label == Some(NameLabel::Org);
            let is = |class: NounClass| lexicon.nouns.is(parse.entry(host), class);
            let stands = is(NounClass::Forces) || !firm && is(NounClass::Site) && !is(NounClass::Publication);
            stands || tells(&[Besiege, Fight]) || !firm && !aimed() && tells(&[Attack, Casualties, Destroy, Detain])
        }
        ("at", _) => {
            let done = tells(&[Attack, Besiege, Capture, Casualties, Deploy, Destroy, Detain, Fight, Withdraw]);
            label != Some(NameLabel::Org) && !aimed() && done
        }
        ("of", WordClass::Noun) => tells(&[Besiege]),
        // "shelling *in Tavan Hold*": a deed of force is done in no person, and in no body but where it sits.
        ("in", _) if tells(&[Attack, Casualties, Strike]) => {
            let is = |class: NounClass| lexicon.nouns.is(parse.lower(last), class);
            !aimed() && !is(NounClass::Deed) && !is(NounClass::Party) && !is(NounClass::Forces)
        }
        // "was born *in Tavan*"
        ("in" | "near", WordClass::Verb) => label != Some(NameLabel::Org) && tells(&[PresentIn]) && name.len() == 1,
        ("to" | "into", WordClass::Verb) => {
            let soldiers =
                |at: usize| class::fits(parse, lexicon, at, &[NounClass::Forces]) && parse.pos(at) == Pos::Noun;
            let moves = |frame: &lexicon::Frame| matches!(frame.claim_type, Appear | Deploy | Displace | Withdraw);
            // "returned *the base* to the army" is another returning.
            let object = parse.child(host, Dep::Dobj).is_some() || grammar::is_passive(parse, host);
            let holds = |frame: &&lexicon::Frame| {
                let needed = |need: &lexicon::Need| need.slot == Slot::Object && !need.not;
                frame.words.is_empty() && (object || !frame.needs.iter().any(needed))
            };
            let mut plain = frames().filter(holds).peekable();
            plain.peek().is_some() && plain.all(moves) && grammar::doer(parse, host).is_some_and(soldiers)
        }
        _ => false,
    }
}

/// True for what falls as only places do: "*Velna* fell to the rebels", "*Old Tavan* fell on 3 May".
fn falls(parse: &Parse, name: &Range<usize>, lexicon: &Lexicon) -> bool {
    let at = name.end - 1;
    let verb = parse.head(at);
    if parse.dep(at) != Dep::Nsubj || parse.pos(verb) != Pos::Verb {
        return false;
    }
    let frames = lexicon.triggers.frames(parse.entry(verb)).iter();
    let mut taken = frames.filter(|frame| {
        frame.class == WordClass::Verb
            && frame.words.is_empty()
            && frame.claim_type == ClaimType::Capture
            && frame.place == [Slot::Subject]
    });
    let taker = |at: usize| class::fits(parse, lexicon, at, &[NounClass::Forces, NounClass::Party]);
    let day = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Date);
    taken.next().is_some()
        && parse.child(verb, Dep::Dobj).is_none()
        && parse.children(verb).filter(|&child| child > verb && parse.dep(child) == Dep::Prep).any(|child| {
            let object = parse.child(child, Dep::Pobj);
            object.is_some_and(|object| match parse.norm(child) {
                "to" => taker(object),
                "on" | "in" => day(object),
                _ => false,
            })
        })
}

/// True for a name that the tables have as somebody's, for the adjective or the people of a state, and for words that are
/// written large and name nobody: "in Parliament", "in Spring".
fn is_known(name: &str, lexicon: &Lexicon) -> bool {
    let word = name.to_lowercase();
    let noun = lexicon.nouns.classes(&word);
    matches!(lexicon.names.find(name), Some(Known::Actor(_)))
        || !lexicon.names.demonym(name).is_empty()
        || !noun.is_empty() && !noun.contains(&NounClass::Place)
        || lexicon.calendar.get(&word).is_some()
}
