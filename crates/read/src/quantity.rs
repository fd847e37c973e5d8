//! How many does a noun stand for?
//!
//! "At least 42 soldiers died." → for `soldiers` 42 or more fighters. Words, digits, scales and vague numbers are read with
//! what bounds them: `between 400 and 800`, `as high as 158`, `dozens of`. What is counted comes from the noun; a thing
//! without a listed kind gives no quantity. Whether people were killed or wounded is for the caller, who knows the trigger.
//! Percentages, ages, years and times are no counts.

mod number;

use crate::{PartText, class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::Lexicon;
use model::{Quantity, QuantityKind};
use number::{Count, count_around, count_from, is_number};

/// The count that modifies a noun, or that the noun is ("151 were wounded", "dozens of villages").
///
/// `None` where nothing is counted, the number is unknown, or the noun's kind is not listed.
pub fn of(part: &PartText, noun: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let parse = &part.parse;
    let (count, counted) = find(parse, noun, lexicon)?;
    // A force is told in fighters, a convoy in vehicles; "a force of 300 *men*" as well.
    let members = lexicon.numbers.members(parse.entry(noun)).filter(|_| !is_plain(parse, noun, &count));
    let what = match (kind(parse, counted, &count, lexicon), members) {
        (None | Some(QuantityKind::Persons), Some(members)) => members,
        (_, Some(members)) if counted == noun => members,
        // "killing *three of them*"
        (None, None) if parse.pos(counted) == Pos::Pron && parse.norm(counted) == "them" => QuantityKind::Persons,
        (what, _) => what?,
    };
    // "the *2015* Kestrian operation" counts none.
    let year = count.words.len() == 1
        && crate::time::is_year(parse.word(count.words.start))
        && !matches!(parse.tag(counted), Tag::Nns | Tag::Nnps);
    // "In July *1982* rebels attacked"
    let date = part.times.get(parse.sentence_of(noun)).is_some_and(|times| times.dates(&count.words));
    // "killed *six* times more people" counts nobody.
    // "400 people, *both* Kestrians and Tavanis," are not two.
    let pair = parse.dep(count.words.start) == Dep::Preconj;
    let ratio = pair || count.words.end < parse.len() && matches!(parse.norm(count.words.end), "times" | "fold");
    if year || date || ratio || count.min.is_none() && count.max.is_none() || !is_count(parse, &count, lexicon) {
        return None;
    }
    Some(Quantity { what, min: count.min, max: count.max, span: part.span(count.words) })
}

/// The count of a name that its role says to be that of people: "40,000 *Tavani* fled".
pub(crate) fn of_people(part: &PartText, name: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let parse = &part.parse;
    let pair = |count: &Count| parse.dep(count.words.start) == Dep::Preconj;
    let (count, _) = find(parse, name, lexicon).filter(|(count, _)| parse.pos(name) == Pos::Propn && !pair(count))?;
    let told = (count.min.is_some() || count.max.is_some()) && is_count(parse, &count, lexicon);
    told.then(|| Quantity { what: QuantityKind::Persons, min: count.min, max: count.max, span: part.span(count.words) })
}

/// The count that a number is part of, of this kind: `12,000` in "population 12,000".
pub(crate) fn number(part: &PartText, at: usize, what: QuantityKind, lexicon: &Lexicon) -> Option<Quantity> {
    let parse = &part.parse;
    let count = count_around(parse, at, lexicon).filter(|count| is_count(parse, count, lexicon))?;
    Some(Quantity { what, min: count.min, max: count.max, span: part.span(count.words) })
}

/// The count whose last word stands right before a word: `12` in "12 dead". What is counted is for the caller.
pub(crate) fn right_before(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let parse = &part.parse;
    let before = at.checked_sub(1)?;
    if parse.sentence_of(before) != parse.sentence_of(at) || !is_number(parse, before, lexicon) {
        return None;
    }
    let count = count_around(parse, before, lexicon)?;
    let definite = count.words.start.checked_sub(1).is_some_and(|at| matches!(parse.norm(at), "the" | "of"));
    if definite || count.words.end != at || !is_count(parse, &count, lexicon) {
        return None;
    }
    Some(Quantity { what: QuantityKind::Persons, min: count.min, max: count.max, span: part.span(count.words) })
}

/// The number that belongs to a noun, and the noun that tells what is counted.
fn find(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<(Count, usize)> {
    // "*the first one*" takes something up and counts nothing.
    if parse.norm(noun) == "one"
        && parse.children(noun).any(|child| child < noun && matches!(parse.dep(child), Dep::Det | Dep::Amod))
    {
        return None;
    }
    // "dozens of villages", "12 of the soldiers": the number heads the phrase.
    if is_number(parse, noun, lexicon) {
        let counted = after_of(parse, noun);
        let below = counted.filter(|&below| is_number(parse, below, lexicon));
        let last = below.and_then(|below| after_of(parse, below));
        return Some((count_around(parse, noun, lexicon)?, last.or(counted).unwrap_or(noun)));
    }
    // "a mine, a truck and two tanks": the number right before this noun, not one of its conjuncts'.
    for child in parse.children(noun).filter(|&child| child < noun) {
        // "*both* Morvanian and Kestrian troops" are not two.
        let pairs = parse.norm(child) == "both"
            && parse.children(noun).any(|one| one > child && one < noun && parse.child(one, Dep::Conj).is_some());
        let numeral = match parse.dep(child) {
            _ if pairs => false,
            Dep::Nummod | Dep::Amod | Dep::Quantmod | Dep::Det | Dep::Compound | Dep::Predet => {
                is_number(parse, child, lexicon)
            }
            _ => false,
        };
        // "shot down *90 of 140* drones" counts those that were.
        let part = parse.children(child).find(|&part| {
            part < child
                && parse.dep(part) == Dep::Quantmod
                && is_number(parse, part, lexicon)
                && parse.norm(part + 1) == "of"
        });
        let plain = part.filter(|&part| parse.pos(part) == Pos::Num && parse.pos(child) == Pos::Num);
        let child = plain.unwrap_or(child);
        if numeral && let Some(count) = count_around(parse, child, lexicon) {
            return Some((count, noun));
        }
    }
    let head = parse.head(noun);
    if parse.dep(noun) == Dep::Pobj && parse.norm(head) == "of" {
        let above = parse.head(head);
        if above != head && is_number(parse, above, lexicon) {
            return Some((count_around(parse, above, lexicon)?, noun));
        }
        // "a group of 40 men" is read at `men`; "tens of thousands of people" at `people`.
    }
    in_front(parse, noun, lexicon)
        .or_else(|| sum(parse, noun, lexicon))
        .or_else(|| members(parse, noun, lexicon))
        .or_else(|| estimated(parse, noun, lexicon))
        .or_else(|| one(parse, noun, lexicon))
}

/// The noun after the `of` of a word.
fn after_of(parse: &Parse, at: usize) -> Option<usize> {
    parse.child(at, Dep::Prep).filter(|&of| parse.norm(of) == "of").and_then(|of| parse.child(of, Dep::Pobj))
}

/// True for a number before its noun that is joined to no other word: it counts the noun itself.
fn is_plain(parse: &Parse, noun: usize, count: &Count) -> bool {
    count.words.end <= noun && parse.word(count.words.end) != "-"
}

/// The number at the front of a phrase whose tree is lost between its words: "*three* rebel-held buildings", "a *12*-man team".
fn in_front(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<(Count, usize)> {
    let floor = parse.sentences()[parse.sentence_of(noun)].start;
    let mut at = noun;
    while at > floor {
        at -= 1;
        if is_number(parse, at, lexicon) {
            let count = count_around(parse, at, lexicon)?;
            let hyphen = parse.word(at + 1) == "-";
            // "a 30-truck convoy" counts trucks, "a 400-strong force" the force.
            let measured = (hyphen && at + 2 < noun).then_some(at + 2);
            return match measured {
                Some(unit) if lexicon.numbers.counted(parse.entry(unit)).is_some() => Some((count, unit)),
                Some(unit) if parse.pos(unit) == Pos::Adj && lexicon.numbers.is_size(parse.norm(unit)) => {
                    Some((count, noun))
                }
                Some(_) => None,
                None => Some((count, noun)),
            };
        }
        let joins = parse.word(at) == "-"
            || matches!(parse.pos(at), Pos::Adj | Pos::Noun | Pos::Propn) && parse.tag(at) != Tag::Nns
            || parse.pos(at) == Pos::Verb && matches!(parse.dep(at), Dep::Amod | Dep::Compound);
        if !joins || !(parse.dominates(noun, at) || parse.word(at + 1) == "-") {
            return None;
        }
    }
    None
}

/// The number that a clause gives for a sum: "the number of dead rose *to 42*", "the toll was *as high as 158*", "raised the
/// death toll *to 31*".
fn sum(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<(Count, usize)> {
    let is_sum = |at: usize| lexicon.numbers.is_sum(parse.lemma(at));
    // "the number of *fighters*", "the total *killed*"
    let above = parse.head(noun);
    let sum = match parse.dep(noun) {
        Dep::Pobj if parse.norm(above) == "of" && is_sum(parse.head(above)) => parse.head(above),
        _ if is_sum(noun) => noun,
        Dep::Acl if is_sum(above) => above,
        _ => return None,
    };
    let counted = if sum == noun {
        after_of(parse, noun)
            .or_else(|| parse.child(noun, Dep::Compound))
            .or_else(|| parse.child(noun, Dep::Acl))
            .unwrap_or(noun)
    } else {
        noun
    };
    let verb = parse.head(sum);
    let from = match parse.dep(sum) {
        Dep::Nsubj | Dep::Nsubjpass => verb + 1,
        Dep::Dobj => sum + 1,
        _ => return None,
    };
    // Not that of another clause: "the toll is not known, and *31* trucks are missing".
    let in_clause = |at: usize| {
        let own = grammar::clause_head(parse, at);
        own == verb || parse.dominates(sum, own)
    };
    let mut numbers = (from..parse.subtree(verb).end).filter(|&at| {
        parse.tag(at) == Tag::Cd
            && in_clause(at)
            && (parse.dep(sum) != Dep::Dobj
                || (from..at)
                    .rev()
                    .take(4)
                    .any(|to| matches!(parse.norm(to), "to" | "at") && parse.pos(to) == Pos::Adp))
    });
    let number = numbers.next()?;
    // "rose from 30 *to 42*", "rose by five *to 42*"
    let before = |at: usize| at.checked_sub(1).map(|before| parse.norm(before));
    let grown = matches!(before(number), Some("from" | "by"));
    let reached = numbers.find(|&at| grown && before(at) == Some("to"));
    let count = match reached {
        Some(reached) => count_from(parse, reached, lexicon)?,
        None => count_around(parse, number, lexicon)?,
    };
    is_count(parse, &count, lexicon).then_some((count, counted))
}

/// The number that losses are put at: "casualties were estimated *at 200*".
fn estimated(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<(Count, usize)> {
    let verb = parse.head(noun);
    let at = parse.children(verb).find(|&at| parse.dep(at) == Dep::Prep && parse.norm(at) == "at")?;
    let number = (at + 1..parse.subtree(at).end).find(|&word| is_number(parse, word, lexicon))?;
    let losses = parse.dep(noun) == Dep::Nsubjpass && parse.tag(noun) == Tag::Nns;
    let ends = parse.subtree(at).end == number + 1 || parse.norm(at + 1) == "between";
    let count = count_around(parse, number, lexicon).filter(|_| losses && ends)?;
    Some((count, noun))
}

/// The members of a body that is told by their number: "a force of *3,000* (men)", "a convoy of *40* trucks".
fn members(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<(Count, usize)> {
    lexicon.numbers.members(parse.entry(noun))?;
    let below = after_of(parse, noun).filter(|&below| parse.pos(below) != Pos::Propn)?;
    let (count, counted) = if is_number(parse, below, lexicon) {
        (count_around(parse, below, lexicon)?, noun)
    } else {
        let number = parse.children(below).find(|&child| child < below && is_number(parse, child, lexicon))?;
        (count_around(parse, number, lexicon)?, below)
    };
    Some((count, counted))
}

/// "a tank": one vehicle; people are only counted by number words.
fn one(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<(Count, usize)> {
    let article =
        parse.children(noun).find(|&child| parse.dep(child) == Dep::Det && matches!(parse.norm(child), "a" | "an"))?;
    let what = lexicon.numbers.counted(parse.lemma(noun))?;
    // In a phrase an article only introduces ("near a base"); what a verb does something to, it counts ("hit a truck").
    // "destroyed three bridges, *a depot* and six trucks", which the tree takes for what the bridges are.
    let in_list = parse.dep(noun) == Dep::Appos && parse.child(noun, Dep::Conj).is_some();
    let listed = in_list || matches!(parse.dep(noun), Dep::Conj | Dep::Dobj | Dep::Nsubjpass);
    let thing = matches!(what, QuantityKind::Vehicles | QuantityKind::Sites) && parse.tag(noun) != Tag::Nns;
    let body = lexicon.numbers.members(parse.lemma(noun)).is_some();
    (listed && thing && !body).then(|| (Count { min: Some(1.0), max: Some(1.0), words: article..noun + 1 }, noun))
}

/// What is counted.
fn kind(parse: &Parse, noun: usize, count: &Count, lexicon: &Lexicon) -> Option<QuantityKind> {
    let before = count.words.start.checked_sub(1);
    let currency = |at: usize| parse.tag(at) == Tag::Dollar;
    if count.words.clone().any(currency) || before.is_some_and(currency) {
        return Some(QuantityKind::Money);
    }
    // "the total *killed*" stands in the table as it is spelled.
    let counted = |at: usize| {
        let spelled = || lexicon.numbers.counted(parse.norm(at)).filter(|_| parse.dep(at) == Dep::Acl);
        // Armies like to write "Soldiers": as a name it keeps its ending.
        let large = || {
            let name = parse.tag(at) == Tag::Nnps;
            name.then(|| lexicon.numbers.counted(&class::singular(parse.lower(at)))).flatten()
        };
        lexicon.numbers.counted(parse.entry(at)).or_else(spelled).or_else(large)
    };
    // "a one million dollar reward", "20 million euros in aid": the coin behind the number.
    let next = count.words.end;
    if next < parse.len() && next < noun && counted(next) == Some(QuantityKind::Money) {
        return Some(QuantityKind::Money);
    }
    // "seven *service members*"
    let before = noun.checked_sub(1).filter(|&before| parse.dep(before) == Dep::Compound && parse.head(before) == noun);
    let pair = before.map(|before| format!("{} {}", parse.norm(before), parse.entry(noun)));
    if let Some(what) = pair.and_then(|pair| lexicon.numbers.counted(&pair)).or_else(|| counted(noun)) {
        return Some(what);
    }
    // "151 were wounded", "five others", "four more": people, unless something else is said to be counted.
    let bare =
        parse.pos(noun) == Pos::Num || is_number(parse, noun, lexicon) || matches!(parse.norm(noun), "more" | "others");
    // "two *Falcons*"
    if parse.tag(noun) == Tag::Nnps && parse.name_of(noun).is_some_and(|name| name.label == NameLabel::Product) {
        return Some(QuantityKind::Vehicles);
    }
    let people = parse.name_of(noun).is_some_and(|name| name.label == NameLabel::Norp) || parse.tag(noun) == Tag::Nnps;
    // "three of *the wounded*"
    let called = matches!(parse.tag(noun), Tag::Vbn | Tag::Jj)
        && parse.children(noun).any(|child| parse.dep(child) == Dep::Det && child < noun);
    (bare || people || called).then_some(QuantityKind::Persons)
}

/// False for percentages, ages, times and parts of dates.
fn is_count(parse: &Parse, count: &Count, lexicon: &Lexicon) -> bool {
    let next = count.words.end;
    if next < parse.len() {
        if parse.word(next) == "%" || matches!(parse.norm(next), "percent" | "per" | "pc" | "years" | "year") {
            return false;
        }
        if parse.word(next) == "-"
            && next + 1 < parse.len()
            && matches!(parse.norm(next + 1), "year" | "day" | "month" | "hour" | "kilometre" | "mile")
        {
            return false;
        }
    }
    // "a Boeing 737-800 jet", "Route 8": a number that a name takes in.
    let start = count.words.start;
    let before = start.checked_sub(1).filter(|&before| parse.sentence_of(before) == parse.sentence_of(start));
    let type_name = before.is_some_and(|before| {
        let label = parse.name_of(before).map(|name| name.label);
        parse.pos(before) == Pos::Propn
            && matches!(parse.dep(before), Dep::Compound | Dep::Nmod)
            && matches!(label, None | Some(NameLabel::Product | NameLabel::Org | NameLabel::Fac))
    });
    if type_name {
        return false;
    }
    // "*12* October", "*three* days"; the recogniser takes "between 20 and 30" of people for a time as well.
    let last = count.words.end - 1;
    let Some(name) = parse.name_of(last) else { return true };
    // "Between Friday and Tuesday *88* people were killed": the recogniser takes the number in with the days.
    let left = parse.head(last) < last && next < parse.len() && parse.tag(next) == Tag::Nns;
    // "in early *1920* Morvanian forces advanced"
    let year = parse.word(last).len() == 4 && parse.word(last).bytes().all(|digit| digit.is_ascii_digit());
    if name.label == NameLabel::Date && year {
        return false;
    }
    // "*two* 12-year-old boys"
    if parse.norm(name.tokens.end - 1) == "old" && name.tokens.contains(&next) && is_number(parse, next, lexicon) {
        return true;
    }
    let outside =
        last + 1 == name.tokens.end && start > name.tokens.start && (left || !name.tokens.contains(&parse.head(last)));
    if name.label == NameLabel::Date && outside && parse.dep(last) == Dep::Nummod && parse.tag(last) == Tag::Cd {
        return true;
    }
    match name.label {
        NameLabel::Percent | NameLabel::Ordinal => false,
        NameLabel::Date | NameLabel::Time => !crate::time::says_when(parse, name.tokens.clone(), lexicon),
        _ => true,
    }
}
