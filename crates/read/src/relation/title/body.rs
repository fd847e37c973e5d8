//! What is the title of?
//!
//! What follows `of` ("the head of *the navy*"), else the nearest party or place before it ("*Falcon Brigade* commander", "the
//! *Morvanian* ambassador to Kestria", "*Kestria's* president"), else what follows `for`, `at` and the like. The title of a
//! title's holder is of the same: "a spokesman for the governor of *Velna*". Portfolios name no body.

use super::{Holder, Title, is_title_word, surely_person, title_at};
use crate::claim::Setting;
use crate::class::Classes;
use crate::relation::belonging::is_unit;
use crate::relation::fleet::is_vehicle;
use crate::relation::membership::is_town;
use crate::relation::{head_of, is_state_word, label};
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, Sense, TitleClass};
use model::ClaimType;
use std::ops::Range;

/// What a title is of.
#[derive(Default)]
pub(super) struct Body {
    pub(super) heads: Vec<usize>,
    /// Words that name a body where they are part of a longer name.
    pub(super) exact: Vec<(usize, Range<usize>)>,
    /// True for "of information", "interior": the office is known, the body is not.
    pub(super) portfolio: bool,
    /// True when the title leads only a part of the body: "director of news for Radio Velna".
    pub(super) of_whole: bool,
}

pub(super) fn of(setting: Setting, title: &Title, holder: Option<&Holder>) -> Body {
    found(setting, title, holder, 0)
}

/// What is asked, and what the cases have seen of the answer on the way.
struct Sought<'s, 'a, 't> {
    setting: Setting<'s, 'a>,
    title: &'t Title,
    holder: Option<&'t Holder>,
    /// How many titles one is of the other: "a spokesman for the *governor* of Velna".
    depth: usize,
    of: Option<usize>,
    portfolio: bool,
    /// What stands behind `of` and is no body that is known.
    weak: Option<usize>,
}

/// Where the body can stand if not behind `of`.
const ELSEWHERE: &[fn(&Sought) -> Option<Body>] =
    &[listed, between, behind_field, before_title, seen_to, employing, having, behind_title, of_holder, workplace];

fn found(setting: Setting, title: &Title, holder: Option<&Holder>, depth: usize) -> Body {
    let parse = &setting.part.parse;
    let portfolio = is_portfolio(setting, title.words.start);
    let mut sought = Sought { setting, title, holder, depth, of: title.after(parse, "of"), portfolio, weak: None };
    one_name(&sought)
        .or_else(|| behind_of(&mut sought))
        .or_else(|| ELSEWHERE.iter().find_map(|case| case(&sought)))
        .unwrap_or_else(|| {
            let loose = sought.weak.filter(|&at| setting.nouns(at).is_empty());
            sought.told(Body { heads: loose.into_iter().collect(), ..Body::default() })
        })
}

impl<'s, 'a> Sought<'s, 'a, '_> {
    fn parse(&self) -> &'s Parse<'a> {
        &self.setting.part.parse
    }

    fn is_holder(&self, at: usize) -> bool {
        self.holder.is_some_and(|holder| holder.words.contains(&at))
    }

    fn told(&self, body: Body) -> Body {
        Body { portfolio: self.portfolio, ..body }
    }

    /// The body that a word behind the title names.
    fn behind(&self, object: usize) -> Option<Body> {
        let (setting, parse, holder) = (self.setting, self.parse(), self.holder);
        if self.depth < 2
            && !is_named_body(setting, object)
            && let Some(above) = (object.saturating_sub(3)..=object)
                .filter(|&start| !self.is_holder(start))
                .find_map(|start| title_at(setting, start).filter(|title| title.head() == object))
        {
            let inner = found(setting, &above, None, self.depth + 1);
            return (!inner.heads.is_empty()).then_some(Body { portfolio: false, ..inner });
        }
        if surely_person(parse, object) && !self.is_holder(object) {
            return Some(of_person(setting, object, self.depth));
        }
        if !is_body(setting, object) || self.is_holder(object) && fused_start(setting, object, holder).is_none() {
            return None;
        }
        if holder.is_none()
            && let Some(name) = parse.name_of(object)
            && let Some(cut) = super::holder::fused(setting, name.tokens.clone())
        {
            return body_of_words(setting, name.tokens.start..cut);
        }
        if let Some(words) = fused_start(setting, object, holder) {
            let whole = parse.span(words.clone()).of(parse.text()).to_lowercase();
            let remit = setting.lexicon.titles.class(&whole) == Some(TitleClass::Portfolio);
            if remit || is_portfolio(setting, words.start) {
                return Some(Body { portfolio: true, ..Body::default() });
            }
            return Some(Body { heads: vec![words.start], exact: vec![(words.start, words)], ..Body::default() });
        }
        let heads = grammar::joined(parse, object).into_iter();
        let heads = heads.filter(|&at| is_body(setting, at) && !self.is_holder(at));
        Some(Body { heads: heads.collect(), ..Body::default() })
    }
}

/// "Minister of *Kestria* Anton Brek": the tree makes one name of both.
fn one_name(sought: &Sought) -> Option<Body> {
    let (setting, title, parse) = (sought.setting, sought.title, sought.parse());
    let of = sought.of.filter(|&object| sought.is_holder(object));
    let last = of.and(sought.holder).and_then(|holder| holder.words.start.checked_sub(1))?;
    if last <= title.words.end || setting.lexicon.titles.class(parse.lower(last)) == Some(TitleClass::Portfolio) {
        return None;
    }
    let from = if parse.pos(last) == Pos::Noun {
        title.words.end + 1
    } else if matches!(label(parse, last), Some(NameLabel::Gpe | NameLabel::Org)) {
        parse.name_of(last).map_or(last, |name| name.tokens.start)
    } else {
        return None;
    };
    let start = (from..=last).find(|&at| parse.pos(at) != Pos::Det).unwrap_or(last);
    Some(Body { heads: vec![last], exact: vec![(last, start..last + 1)], ..Body::default() })
}

/// "the head of *the navy*"
fn behind_of(sought: &mut Sought) -> Option<Body> {
    let (setting, parse) = (sought.setting, sought.parse());
    // "a leader of *one of* the militias"
    let one = sought.of.filter(|&one| parse.norm(one) == "one").and_then(|one| grammar::after(parse, one, "of"));
    let object = one.or(sought.of)?;
    // "the ministry's director of *press operations*": what a body's own office is for is no body.
    let activity = parse.pos(object) == Pos::Noun
        && parse.child(object, Dep::Det).is_none()
        && class::fits(parse, setting.lexicon, object, &[NounClass::Deed])
        && grammar::owner(parse, sought.title.head()).is_some();
    if is_portfolio(setting, object) || activity {
        sought.portfolio = true;
        // "Minister of Foreign Affairs of Morvania".
        let body = grammar::after(parse, object, "of").and_then(|of| sought.behind(of))?;
        return Some(sought.told(body));
    }
    if let Some(body) = sought.behind(object) {
        sought.portfolio |= body.portfolio;
        return (!body.heads.is_empty()).then(|| sought.told(body));
    }
    if !sought.is_holder(object) && !surely_person(parse, object) {
        sought.weak = Some(object);
    }
    None
}

/// "Anton Brek, commander, *5th Fleet*,": soldiers put what they command behind a comma.
fn listed(sought: &Sought) -> Option<Body> {
    let (title, parse) = (sought.title, sought.parse());
    let listed = sought.holder.is_some_and(|holder| holder.words.end <= title.words.start);
    if !listed || title.words.end >= parse.len() {
        return None;
    }
    let comma = usize::from(parse.word(title.words.end) == ",");
    let head = body_behind(sought.setting, title.words.end + comma)?;
    let body = sought.behind(head)?;
    // "Anton Brek, GOC *3rd Division*": the office is no part of its name.
    let name = parse.name_of(head).map(|name| (head, name.tokens.clone()));
    let exact = if body.exact.is_empty() { name.into_iter().collect() } else { body.exact };
    Some(sought.told(Body { exact, ..body }))
}

/// "Commander *Task Group Lasta*, Colonel Anton Brek"
fn between(sought: &Sought) -> Option<Body> {
    let (setting, end) = (sought.setting, sought.title.words.end);
    sought.holder.filter(|holder| holder.words.start > end)?;
    let head = body_behind(setting, end).filter(|&head| !sought.is_holder(head) && is_body(setting, head))?;
    let name = sought.parse().name_of(head)?;
    Some(sought.told(Body { heads: vec![head], exact: vec![(head, name.tokens.clone())], ..Body::default() }))
}

/// "Anton Brek, director of public affairs, *Kestria Command*,": the body stands behind the field. "The head of the regional branch, the
/// Tavan Front," leads the branch.
fn behind_field(sought: &Sought) -> Option<Body> {
    let (setting, parse) = (sought.setting, sought.parse());
    let is_field = |&at: &usize| {
        let branch = setting.noun_frames(at).any(|frame| frame.claim_type == ClaimType::PartOf);
        (sought.portfolio || sought.weak.is_some()) && !branch
    };
    let holder = sought.holder.filter(|holder| holder.words.end <= sought.title.words.start);
    let field = holder.and(sought.of).filter(is_field)?;
    let comma = Some(parse.subtree(field).end).filter(|&end| end < parse.len() && parse.word(end) == ",")?;
    let body = body_behind(setting, comma + 1).and_then(|body| sought.behind(body))?;
    Some(sought.told(Body { of_whole: true, ..body }))
}

/// "*Falcon Brigade* commander", "*Kestria's* president"
fn before_title(sought: &Sought) -> Option<Body> {
    let (setting, title, parse) = (sought.setting, sought.title, sought.parse());
    let body = before(setting, title, sought.holder)?;
    // "a squad leader with *Company B*": who leads what only a common noun tells is in the unit behind.
    let common = body.heads.iter().all(|&at| parse.pos(at) == Pos::Noun && parse.name_of(at).is_none());
    let unit = |&object: &usize| {
        parse.pos(object) == Pos::Propn && (label(parse, object) == Some(NameLabel::Org) || is_unit(setting, object))
    };
    let mut within = ["with", "in", "from"].into_iter().filter_map(|word| title.after(parse, word).filter(unit));
    if common
        && sought.holder.is_some()
        && let Some(unit) = within.next()
    {
        return Some(Body { heads: vec![unit], of_whole: true, ..Body::default() });
    }
    let place = |&at: &usize| matches!(label(parse, at), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp));
    if body.heads.iter().all(place) {
        // "the *Kestria* researcher at Crisis Watch"
        if let Some(body) = employing(sought) {
            return Some(body);
        }
        // "the *Kestria* director at the Relief Fund" leads a part of the fund.
        let at = title.after(parse, "at").filter(|&at| label(parse, at) == Some(NameLabel::Org));
        if let Some(body) = at.and_then(|at| sought.behind(at)) {
            return Some(sought.told(Body { of_whole: true, ..body }));
        }
    }
    Some(sought.told(body))
}

/// "Minister for Africa", "ambassador to Kestria", "envoy in Velna": a place is what they are for, not whose they are.
fn seen_to(sought: &Sought) -> Option<Body> {
    let (setting, title, parse) = (sought.setting, sought.title, sought.parse());
    // A spokesman for a state speaks for it.
    let speaks = parse.norm(title.head()).starts_with("spokes");
    let remit = |word: &str, object: usize| {
        !(speaks && word == "for")
            && title.class == TitleClass::Office
            && (matches!(label(parse, object), Some(NameLabel::Gpe | NameLabel::Loc))
                || is_region(setting, object)
                || fused_start(setting, object, sought.holder).is_some())
    };
    ["for", "to", "in"]
        .into_iter()
        .any(|word| title.after(parse, word).is_some_and(|object| remit(word, object)))
        .then(|| Body { portfolio: true, ..Body::default() })
}

/// "an analyst for Kestria *at the Velna Institute*": who employs the holder of a profession.
fn employing(sought: &Sought) -> Option<Body> {
    let (title, parse) = (sought.title, sought.parse());
    if title.class != TitleClass::Profession {
        return None;
    }
    let is_body = |&object: &usize| label(parse, object) == Some(NameLabel::Org);
    let employer = ["at", "with", "from"].into_iter().find_map(|word| title.after(parse, word).filter(is_body))?;
    sought.behind(employer).map(|body| sought.told(body))
}

/// "The movement *has* a new leader, Anton Brek."
fn having(sought: &Sought) -> Option<Body> {
    let (head, parse) = (sought.title.head(), sought.parse());
    let above = parse.head(head);
    if parse.dep(head) != Dep::Dobj || parse.lemma(above) != "have" {
        return None;
    }
    let owner = grammar::subject(parse, above)?;
    let body = !sought.is_holder(owner) && is_body(sought.setting, owner);
    body.then(|| sought.behind(owner)).flatten().map(|body| sought.told(body))
}

/// "a spokesman *for the army*"
fn behind_title(sought: &Sought) -> Option<Body> {
    let (setting, title, parse) = (sought.setting, sought.title, sought.parse());
    // "a gunner *from Dallas*" is at home there.
    let home = |word: &str, object: usize| {
        word == "from" && matches!(label(parse, object), Some(NameLabel::Gpe | NameLabel::Loc))
    };
    // "the oldest leader *in the world*" leads no world.
    let scene = |word: &str, object: usize| {
        let place = class::classes(parse, setting.lexicon, object) == Classes::of(&[NounClass::Place]);
        word == "in" && place && parse.pos(object) == Pos::Noun
    };
    let body = ["for", "at", "in", "to", "with", "from", "within"].into_iter().find_map(|word| {
        let weak = || sought.weak.and_then(|weak| grammar::after(parse, weak, word));
        let object = title.after(parse, word).or_else(weak)?;
        sought.behind(object).filter(|_| !home(word, object) && !scene(word, object))
    })?;
    Some(sought.told(Body { of_whole: sought.weak.is_some(), ..body }))
}

/// "President Anton Brek of Kestria", but not "Sgt. Anton Brek, 21, of Velna", "Sgt. Anton Brek of Hald Hill, Kestria".
fn of_holder(sought: &Sought) -> Option<Body> {
    let (setting, parse) = (sought.setting, sought.parse());
    let at_home = |at: usize| {
        let of = parse.head(at);
        let town = is_town(setting, at);
        let age = of > 1 && parse.pos(of - 2) == Pos::Num && !is_unit(setting, at);
        let comma = of.checked_sub(1).is_some_and(|before| parse.word(before) == ",");
        sought.title.class == TitleClass::Rank && (town || comma && (label(parse, at) != Some(NameLabel::Org) || age))
    };
    let of = grammar::after(parse, sought.holder?.head, "of").filter(|&at| !at_home(at))?;
    sought.behind(of).map(|body| sought.told(body))
}

/// "Doctor Ida Sand from the Velna hospital"
fn workplace(sought: &Sought) -> Option<Body> {
    let (setting, title, parse) = (sought.setting, sought.title, sought.parse());
    let holder = sought.holder.filter(|holder| holder.words.start >= title.words.end)?;
    if title.class != TitleClass::Profession {
        return None;
    }
    let workplace = |at: &usize| label(parse, *at) == Some(NameLabel::Org) || setting.is_noun(*at, NounClass::Site);
    let mut work = ["at", "from", "with"].into_iter();
    let work = work.find_map(|word| grammar::after(parse, holder.head, word).filter(workplace))?;
    sought.behind(work).map(|body| sought.told(body))
}

/// The head of the name of a body or unit that begins at a token.
fn body_behind(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let name = (at < parse.len()).then(|| parse.name_of(at)).flatten()?;
    let word = |at: usize| parse.word(at).starts_with(char::is_alphabetic);
    let head = name.tokens.clone().rfind(|&at| word(at) && !name.tokens.contains(&parse.head(at)))?;
    let body = matches!(name.label, NameLabel::Org | NameLabel::Fac | NameLabel::Product);
    (name.tokens.start == at && body).then_some(head)
}

/// What the title of a person is of ("an adviser to *Kestrian* President Anton Brek"), else the person.
fn of_person(setting: Setting, person: usize, depth: usize) -> Body {
    let parse = &setting.part.parse;
    let name = parse.name_of(person).map_or(person, |name| name.tokens.start);
    let titled = (name.saturating_sub(6)..name)
        .filter_map(|start| title_at(setting, start))
        .find(|title| title.words.end <= name && super::holder::past_titles(setting, title.words.end) >= name);
    let inner = titled.filter(|_| depth < 2).map(|title| found(setting, &title, None, depth + 1));
    match inner {
        Some(inner) if !inner.heads.is_empty() => Body { portfolio: false, ..inner },
        _ => Body { heads: vec![person], ..Body::default() },
    }
}

fn body_of_words(setting: Setting, words: Range<usize>) -> Option<Body> {
    let parse = &setting.part.parse;
    let start = words.clone().find(|&at| parse.pos(at) != Pos::Det)?;
    Some(Body { heads: vec![start], exact: vec![(start, start..words.end)], ..Body::default() })
}

/// The words before a person's name inside one name: `Morvania` in `Morvania Anton Brek`.
fn fused_start(setting: Setting, at: usize, holder: Option<&Holder>) -> Option<Range<usize>> {
    let parse = &setting.part.parse;
    let (name, holder) = (parse.name_of(at)?, holder?);
    let words = name.tokens.start..holder.words.start;
    (name.tokens.contains(&holder.words.start) && !words.is_empty()).then(|| {
        let start = words.clone().find(|&at| parse.pos(at) != Pos::Det).unwrap_or(words.start);
        start..words.end
    })
}

/// True for the name of a body though one of its words is in a title: "a member of the Free *State*", beside "secretary of state".
fn is_named_body(setting: Setting, at: usize) -> bool {
    let name = setting.part.parse.name_of(at);
    name.is_some_and(|name| name.tokens.len() > 1 && name.label == NameLabel::Org)
}

/// True for words that a title can be of: a body, a party, a place, an operation.
fn is_body(setting: Setting, at: usize) -> bool {
    use NounClass::*;
    let parse = &setting.part.parse;
    let title = is_title_word(setting, at) && !is_named_body(setting, at);
    if surely_person(parse, at) || title || !parse.word(at).chars().any(char::is_alphabetic) {
        return false;
    }
    match label(parse, at) {
        Some(
            NameLabel::Org | NameLabel::Gpe | NameLabel::Norp | NameLabel::Fac | NameLabel::Loc | NameLabel::Event,
        ) => true,
        Some(NameLabel::Date | NameLabel::Time | NameLabel::Cardinal | NameLabel::Money) => false,
        _ => match parse.pos(at) {
            Pos::Propn => true,
            Pos::Pron => true,
            Pos::Noun => class::fits(parse, setting.lexicon, at, &[Party, Forces, Place, Site, People, Deed, Office]),
            _ => false,
        },
    }
}

/// True for the last word of the name of a part of the world, whatever the finder takes it for: "the Middle *East*".
fn is_region(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let first = parse.children(at).filter(|&child| child < at && parse.dep(child) == Dep::Compound).min();
    let words = parse.span(first.unwrap_or(at)..at + 1).of(parse.text());
    parse.pos(at) == Pos::Propn && setting.lexicon.places.region(words).is_some()
}

/// True for "Defence" in "Minister of Defence".
fn is_portfolio(setting: Setting, at: usize) -> bool {
    if is_named_body(setting, at) {
        return false;
    }
    let word = setting.part.parse.lower(at);
    setting.lexicon.titles.class(word) == Some(TitleClass::Portfolio)
        || word
            .split_once(' ')
            .is_some_and(|(first, _)| setting.lexicon.titles.class(first) == Some(TitleClass::Portfolio))
}

/// The nearest party or place before a title.
fn before(setting: Setting, title: &Title, holder: Option<&Holder>) -> Option<Body> {
    let parse = &setting.part.parse;
    let first = parse.sentences()[parse.sentence_of(title.head())].start;
    let is_holder = |at: usize| holder.is_some_and(|holder| holder.words.contains(&at));
    let mut at = title.words.start;
    let mut owned = false;
    for _ in 0..8 {
        // A rank can start in the sentence before: "1st | Lt. Anton Brek".
        if at <= first {
            return None;
        }
        at -= 1;
        if is_holder(at) {
            return None;
        }
        if parse.tag(at) == Tag::Pos {
            owned = true;
            continue;
        }
        // "*Front* founder and late leader Anton Brek": both are of the same; a rank begins somebody new.
        let office = title.class != TitleClass::Rank;
        if office && parse.norm(at) == "and" && at > first + 1 && is_title_word(setting, at - 1) {
            at -= 1;
            continue;
        }
        // "the Military Directorate *(MD)* head"
        if parse.word(at) == ")"
            && let Some(open) = (at.saturating_sub(4)..at).rev().find(|&open| parse.word(open) == "(" && open > first)
        {
            at = open;
            continue;
        }
        // "a Kestrian-*born* commander" leads no Kestria.
        if parse.tag(at) == Tag::Hyph && at + 1 < title.words.start && parse.tag(at + 1) == Tag::Vbn {
            return None;
        }
        // The point of "Lt." can stand by itself.
        let point = parse.word(at) == "." && at > first && is_title_word(setting, at - 1);
        // "a Kestrian *militant* leader" leads militants and no state, though a militant can be called so before his name.
        let led = title.class == TitleClass::Head
            && at + 1 == title.words.start
            && setting.is_noun(at, NounClass::Forces)
            && setting.lexicon.titles.class(parse.entry(at)) == Some(TitleClass::Profession);
        if led {
            return Some(Body { heads: vec![at], exact: vec![(at, at..at + 1)], ..Body::default() });
        }
        if point || parse.tag(at) == Tag::Hyph || is_title_word(setting, at) && parse.pos(at) != Pos::Pron {
            continue;
        }
        // "the Guard, *whose* leader Anton Brek was killed"
        if parse.tag(at) == Tag::WpPoss {
            let body = Some(grammar::antecedent(parse, at)).filter(|&body| body < at && is_body(setting, body))?;
            return Some(Body { heads: vec![body], ..Body::default() });
        }
        if parse.tag(at) == Tag::PrpPoss {
            return Some(Body { heads: vec![at], ..Body::default() });
        }
        if is_state_word(setting, at) {
            return Some(Body { heads: vec![at], ..Body::default() });
        }
        // "an *F-7* pilot" is of no body.
        if is_vehicle(setting, at) {
            continue;
        }
        let named = matches!(
            label(parse, at),
            Some(
                NameLabel::Norp
                    | NameLabel::Gpe
                    | NameLabel::Org
                    | NameLabel::Fac
                    | NameLabel::Loc
                    | NameLabel::Person
                    | NameLabel::Product
            )
        );
        if matches!(label(parse, at), Some(NameLabel::Date | NameLabel::Time)) {
            return None;
        }
        if named || parse.pos(at) == Pos::Propn {
            return name_before(setting, title, holder, at, owned);
        }
        let classes = setting.nouns(at);
        let party = classes.iter().any(|class| matches!(class, NounClass::Party | NounClass::Forces));
        let place = owned && classes.iter().any(|class| matches!(class, NounClass::Place | NounClass::Site));
        // "the Falcon Movement's *military* chief" leads the movement.
        if parse.pos(at) == Pos::Adj && party && is_owned_by_body(setting, title) {
            continue;
        }
        if matches!(parse.pos(at), Pos::Noun | Pos::Adj) && party || parse.pos(at) == Pos::Noun && place {
            let mut start = at;
            while start > first && modifies(setting, start - 1) {
                start -= 1;
            }
            let of_whole = start > first && is_deputy(setting, start - 1, title);
            return Some(Body { heads: vec![at], exact: vec![(at, start..at + 1)], of_whole, ..Body::default() });
        }
        // "Kestria's *newly elected* president"
        let how = parse.pos(at) == Pos::Adv && matches!(parse.pos(parse.head(at)), Pos::Adj | Pos::Verb);
        // "The guards *restored* President Brek" are not whose he is.
        let stays = (how || matches!(parse.pos(at), Pos::Adj | Pos::Noun | Pos::Verb)) && parse.head(at) > at;
        if !stays {
            return None;
        }
    }
    None
}

/// True for a title whose possessor is a body other than a state: "the movement's military chief".
fn is_owned_by_body(setting: Setting, title: &Title) -> bool {
    let parse = &setting.part.parse;
    grammar::owner(parse, title.head()).is_some_and(|owner| match label(parse, owner) {
        Some(label) => label == NameLabel::Org,
        None => class::fits(parse, setting.lexicon, owner, &[NounClass::Party, NounClass::Forces]),
    })
}

/// True for an adjective of nation or a name before a party: `Kestrian` in "Kestrian opposition leader".
fn modifies(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    matches!(parse.pos(at), Pos::Adj | Pos::Propn)
        && (is_state_word(setting, at)
            || matches!(label(parse, at), Some(NameLabel::Norp | NameLabel::Gpe | NameLabel::Org)))
}

/// The name that ends at a word before a title, when it belongs to the title.
fn name_before(setting: Setting, title: &Title, holder: Option<&Holder>, at: usize, owned: bool) -> Option<Body> {
    let parse = &setting.part.parse;
    // "*Ministry of Defence* spokesman", where the word for the office can be part of a title.
    let named = parse.name_of(at).map_or(at, |name| name.tokens.end.min(title.words.start)).max(at + 1);
    let end = (at + 1..=named).rev().find(|&end| parse.tag(end - 1) != Tag::Pos).unwrap_or(named);
    let mut start = match parse.name_of(at) {
        Some(name) => name.tokens.start.min(at),
        None => at,
    };
    if parse.name_of(at).is_none() {
        while start > 0 && parse.pos(start - 1) == Pos::Propn && parse.name_of(start - 1).is_none() {
            start -= 1;
        }
    }
    while start < at && (parse.pos(start) == Pos::Det || parse.tag(start) == Tag::Pos) {
        start += 1;
    }
    // "*Kordun Mission* Sector East commander": the finder sees the first words alone.
    if parse.name_of(at).is_none()
        && let Some(whole) = start.checked_sub(1).and_then(|before| parse.name_of(before))
        && whole.label == NameLabel::Org
        && (start..end).contains(&parse.head(start - 1))
    {
        start = whole.tokens.clone().find(|&word| parse.pos(word) != Pos::Det).unwrap_or(start);
    }
    // "*Deputy* Brigade Commander"
    let deputy = start < at && is_deputy(setting, start, title);
    start += usize::from(deputy);
    // "*12th* Squadron commander"
    let numbered = start > 0
        && parse.word(start - 1).starts_with(|first: char| first.is_ascii_digit())
        && matches!(parse.dep(start - 1), Dep::Amod | Dep::Compound | Dep::Nummod | Dep::Nmod);
    start -= usize::from(numbered);
    let head = head_of(parse, start..end);
    let person = surely_person(parse, at);
    // A person can own a title ("Brek's spokesman"); words that only look like one stand before it as a compound.
    let above = parse.head(head);
    let attached = title.words.contains(&above) || holder.is_some_and(|holder| holder.words.contains(&above));
    if person && !(attached && (owned || matches!(parse.dep(head), Dep::Compound | Dep::Nmod | Dep::Amod))) {
        return None;
    }
    // "the Velna Institute's deputy *Kestria* director": the place is what he sees to there, and so is the body to which a state sends its
    // ambassador: "Kestria's *Union* ambassador".
    let sent = setting.lexicon.senses.has(parse.norm(title.head()), Sense::Delegate);
    if (sent || matches!(label(parse, at), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp)))
        && let Some(owner) = parse
            .child(title.head(), Dep::Poss)
            .filter(|&owner| owner < start && (sent || parse.pos(owner) != Pos::Pron) && is_body(setting, owner))
    {
        return Some(Body { heads: vec![owner], of_whole: true, ..Body::default() });
    }
    Some(Body { heads: vec![head], exact: vec![(head, start..end)], of_whole: deputy, ..Body::default() })
}

/// True for a word that makes somebody below whoever holds the title: "*deputy* battalion commander".
fn is_deputy(setting: Setting, at: usize, title: &Title) -> bool {
    let parse = &setting.part.parse;
    let words = parse.span(title.words.clone()).of(parse.text());
    let below = format!("{} {words}", parse.word(at)).to_lowercase();
    title.relation == ClaimType::Leads && setting.lexicon.titles.relation(&below) == Some(ClaimType::MemberOf)
}
