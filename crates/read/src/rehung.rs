//! Which words does the tree hang wrongly, as the words beside them show?
//!
//! "were killed in Morvanian *shelling* near Velna": the parser takes the noun for what the dead did. "attacked the capital *Velna*": it
//! takes the name for a measure of the attack.

mod beside;
mod clause;
mod verb;

pub(crate) use verb::without_ending;

use crate::name::is_office_letters;
use language::{Dep, NameLabel, Parse, Pos, Rehang, Tag};
use lexicon::{CueClass, Frame, Lexicon, LightSubject, NounClass, Sense, Slot, TypeWord, WordClass};
use model::ClaimType;

/// The parse with such words where they belong.
pub(crate) fn settle<'t>(parse: Parse<'t>, lexicon: &Lexicon) -> Parse<'t> {
    let mut changes = Changes::default();
    for at in 1..parse.len() {
        changes.take(deed_behind_adjective(&parse, at, lexicon));
        changes.take(deed_with_agent(&parse, at, lexicon));
        changes.take(told_before_noun(&parse, at));
        changes.take(participle_before_verb(&parse, at));
        changes.take(listed_object(&parse, at, lexicon));
        changes.take(noun_before_side(&parse, at, lexicon));
        changes.take(seen_done(&parse, at, lexicon));
        changes.take(name_behind_noun(&parse, at, lexicon));
        changes.take(name_behind_whole(&parse, at, lexicon));
        changes.take(name_behind_capital(&parse, at));
        changes.take(beside::name_of_last(&parse, at, lexicon));
        changes.take(beside::noun_beside_subject(&parse, at));
        changes.take(beside::body_behind_name(&parse, at, lexicon));
        changes.take(beside::rival_before_name(&parse, at, lexicon));
        changes.take(beside::name_behind_sort(&parse, at, lexicon));
        changes.take(beside::subject_behind_name(&parse, at));
        changes.take(beside::subject_behind_opening(&parse, at, lexicon));
        changes.take(beside::title_of_two(&parse, at, lexicon));
        changes.take(beside::given_office(&parse, at, lexicon));
        changes.take(verb::participle_behind(&parse, at));
        changes.take(way_of_moving(&parse, at, lexicon));
        changes.take(clause::who_of_title(&parse, at, lexicon));
        changes.take(clause::which_for_all(&parse, at, lexicon));
        changes.take(clause::object_with_adjective(&parse, at, lexicon));
        changes.take(verb::joined_past(&parse, at, lexicon));
        changes.take(verb::done_to_object(&parse, at, lexicon));
        changes.take(verb::joined_participle(&parse, at, lexicon));
        changes.take(verb::participle_as_noun(&parse, at, lexicon));
        changes.take(verb::adjective_as_verb(&parse, at));
        changes.take(beside::other_side(&parse, at));
        changes.take(beside::place_behind_time(&parse, at, lexicon));
        changes.take(verb::verb_as_noun(&parse, at, lexicon));
        changes.take(verb::joined_preposition(&parse, at));
        changes.take(verb::leading_participle(&parse, at - 1));
        changes.take(verb::moving_agent(&parse, at, lexicon));
        changes.take(verb::past_as_noun(&parse, at, lexicon));
        changes.take(name_before_letters(&parse, at, lexicon));
        changes.take(aim_of_noun(&parse, at, lexicon));
        changes.take(joined_word(&parse, at, lexicon));
        changes.take(taker_behind(&parse, at, lexicon));
    }
    if changes.0.is_empty() { parse } else { parse.rehung(&changes.0) }
}

/// What is hung elsewhere, a mend at a time.
#[derive(Default)]
struct Changes(Vec<Rehang>);

impl Changes {
    /// Takes a mend whole, unless an earlier one has hung a word of it elsewhere: it was made for the tree as it was. At most words there
    /// is nothing to mend.
    #[inline]
    fn take(&mut self, mend: Option<impl Mend>) {
        if let Some(mend) = mend {
            self.take_all(mend.words());
        }
    }

    fn take_all(&mut self, mend: Vec<Rehang>) {
        if mend.iter().all(|change| self.0.iter().all(|taken| taken.at != change.at)) {
            self.0.extend(mend);
        }
    }
}

/// One word hung elsewhere, or several of which each makes sense with the others alone.
trait Mend {
    fn words(self) -> Vec<Rehang>;
}

impl Mend for Rehang {
    fn words(self) -> Vec<Rehang> {
        vec![self]
    }
}

impl Mend for [Rehang; 2] {
    fn words(self) -> Vec<Rehang> {
        self.into()
    }
}

impl Mend for Vec<Rehang> {
    fn words(self) -> Vec<Rehang> {
        self
    }
}

/// A word hung elsewhere, and otherwise as it is.
fn hung(at: usize, head: usize, dep: Dep) -> Rehang {
    Rehang { at, head, dep, kind: None, lemma: None }
}

/// "in Morvanian *shelling* of the town": a preposition, whose it is, and a noun for an attack that could be a verb form.
fn deed_behind_adjective(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<[Rehang; 2]> {
    if parse.tag(at) != Tag::Vbg {
        return None;
    }
    let whose = at - 1;
    let preposition = whose.checked_sub(1)?;
    if parse.sentence_of(at) != parse.sentence_of(preposition) || parse.dominates(at, preposition) {
        return None;
    }
    let attack = |claim_type| matches!(claim_type, ClaimType::Attack | ClaimType::Strike);
    let noun = lexicon.triggers.nouns(parse.norm(at)).any(|frame| attack(frame.claim_type));
    let capital = parse.word(whose).starts_with(char::is_uppercase) && parse.pos(whose) == Pos::Propn;
    let leads = parse.dep(whose) == Dep::Pobj && parse.head(whose) == preposition;
    let person = parse.name_of(whose).is_some_and(|name| name.label == NameLabel::Person);
    let fits = matches!(parse.dep(at), Dep::Advcl | Dep::Acl | Dep::Pcomp)
        && parse.child(at, Dep::Dobj).is_none()
        && parse.children(whose).all(|child| child == at)
        && matches!(parse.norm(preposition), "after" | "by" | "during" | "from" | "in" | "of");
    (noun && capital && leads && !person && fits).then(|| {
        let kind = Some((Pos::Noun, Tag::Nn));
        [
            Rehang { at, head: preposition, dep: Dep::Pobj, kind, lemma: Some(parse.norm(at).into()) },
            Rehang { at: whose, head: at, dep: Dep::Amod, kind: None, lemma: None },
        ]
    })
}

/// "was hit in *shelling* by the army", "faced *shelling* by the army": a verb form behind a preposition, or a verb that carries what befalls
/// its subject, that could be a noun for an attack and has nothing but a doer.
fn deed_with_agent(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let before = at - 1;
    let attack = |claim_type| matches!(claim_type, ClaimType::Attack | ClaimType::Fight | ClaimType::Strike);
    let noun = || lexicon.triggers.nouns(parse.norm(at)).any(|frame| attack(frame.claim_type));
    let by = || parse.children(at).next().is_some_and(|child| child == at + 1 && parse.norm(child) == "by");
    let dep = match parse.dep(at) {
        Dep::Pcomp if matches!(parse.norm(before), "after" | "amid" | "during" | "from" | "in") => Dep::Pobj,
        Dep::Xcomp => {
            let carries = lexicon.light_verbs.find(parse.entry(before), |_| false);
            carries.filter(|verb| verb.subject == LightSubject::Target).map(|_| Dep::Dobj)?
        }
        _ => return None,
    };
    let bare = parse.tag(at) == Tag::Vbg && parse.head(at) == before && parse.child(at, Dep::Dobj).is_none();
    (bare && by() && noun()).then(|| Rehang {
        at,
        head: before,
        dep,
        kind: Some((Pos::Noun, Tag::Nn)),
        lemma: Some(parse.norm(at).into()),
    })
}

/// "Members of the militia *tortured* prisoners.": a past tense that the tree takes for what the last noun of a sentence without a verb is
/// like, with a noun before it that did it.
fn told_before_noun(parse: &Parse, at: usize) -> Option<Vec<Rehang>> {
    let noun = parse.head(at);
    if parse.tag(at) != Tag::Vbd || parse.dep(at) != Dep::Amod || !parse.is_root(noun) || noun < at {
        return None;
    }
    let mut whole = parse.sentences()[parse.sentence_of(at)].clone();
    let finite = |other: usize| matches!(parse.tag(other), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md) && other != at;
    let lone = parse.word(whole.end - 1) == "." && !whole.any(finite);
    let named = |&child: &usize| child < at && matches!(parse.pos(child), Pos::Noun | Pos::Propn);
    let before = || parse.children(noun).chain(parse.children(at)).find(named);
    let doer = lone.then(before).flatten().filter(|&doer| parse.subtree(doer).end == at)?;
    Some(vec![hung(at, at, parse.dep(noun)), hung(noun, at, Dep::Dobj), hung(doer, at, Dep::Nsubj)])
}

/// "Rockets *fired* by the clan at Velna *wounded* three people.": a participle that the tree takes for the verb of the sentence, though a
/// past tense follows with nothing that joins them.
fn participle_before_verb(parse: &Parse, at: usize) -> Option<Vec<Rehang>> {
    let noun = at - 1;
    let own = |verb: usize| {
        parse.children(verb).any(|child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass | Dep::Cc | Dep::Dobj))
    };
    // "Bombs *dropped* by": whoever does something by somebody else has it done.
    let passive = || parse.tag(at) == Tag::Vbd && parse.child(at, Dep::Agent) == Some(at + 1);
    let bare = (parse.tag(at) == Tag::Vbn || passive())
        && parse.is_root(at)
        && parse.head(noun) == at
        && parse.dep(noun) == Dep::Nsubj
        && matches!(parse.pos(noun), Pos::Noun | Pos::Propn)
        && parse.children(at).any(|child| child == at + 1 && matches!(parse.dep(child), Dep::Agent | Dep::Prep))
        && !own(at);
    let told = |&verb: &usize| {
        let joined = |child: usize| {
            let dep = parse.dep(child);
            matches!(dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Mark | Dep::Cc) || dep == Dep::Advmod && child < verb
        };
        verb > at + 1
            && matches!(parse.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp)
            && matches!(parse.dep(verb), Dep::Advcl | Dep::Ccomp | Dep::Conj)
            && !parse.children(verb).any(joined)
    };
    let verb = bare.then(|| parse.children(at).find(told)).flatten()?;
    let behind = parse.children(at).filter(|&child| child > verb).map(|child| hung(child, verb, parse.dep(child)));
    let participle = Rehang { kind: Some((Pos::Verb, Tag::Vbn)), ..hung(at, noun, Dep::Acl) };
    Some(
        [hung(verb, verb, parse.dep(at)), hung(noun, verb, Dep::Nsubj), participle].into_iter().chain(behind).collect(),
    )
}

/// "destroyed nine guns, *two trucks*, and cut the road": a thing behind the object and a comma that the tree takes for a time, or for another
/// name of whoever stands before the verb.
fn listed_object(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    if !matches!(parse.dep(at), Dep::Appos | Dep::Npadvmod) {
        return None;
    }
    let above = parse.head(at);
    let start = parse.subtree(at).start;
    let comma = start.checked_sub(1).filter(|&comma| parse.word(comma) == ",")?;
    let object = (0..comma).rev().take(LONG).find(|&noun| {
        parse.dep(noun) == Dep::Dobj && parse.subtree(noun).end == comma && parse.pos(noun) == Pos::Noun
    })?;
    let verb = parse.head(object);
    let across = parse.dep(at) == Dep::Appos && above < verb && matches!(parse.dep(above), Dep::Nsubj | Dep::Nsubjpass);
    let aside = parse.dep(at) == Dep::Npadvmod && (above == verb || parse.dominates(above, verb));
    use NounClass::{Arms, Forces, People, Site, Vehicle};
    let thing = || [Arms, Forces, People, Site, Vehicle].iter().any(|&class| lexicon.nouns.is(parse.entry(at), class));
    let counted = |noun: usize| {
        parse.children(noun).any(|child| child < noun && matches!(parse.dep(child), Dep::Nummod | Dep::Det))
    };
    let alike = parse.pos(at) == Pos::Noun && thing() && counted(at) && counted(object);
    (verb < object && (across || aside) && alike).then(|| hung(at, object, Dep::Conj))
}

/// "was evacuated by *sea* from Velna", "flown by *planes*": a bare noun for where or in what somebody goes, which tells how he is moved and
/// not by whom.
fn way_of_moving(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let by = parse.head(at);
    let place = |class: &NounClass| matches!(class, NounClass::Place | NounClass::Site | NounClass::Vehicle);
    let led = parse.dep(at) == Dep::Pobj
        && parse.norm(by) == "by"
        && matches!(parse.dep(by), Dep::Agent | Dep::Prep)
        && parse.tag(parse.head(by)) == Tag::Vbn;
    if !led {
        return None;
    }
    let classes = lexicon.nouns.classes(parse.entry(at));
    let behind = |child: usize| parse.dep(child) == Dep::Prep && child > at;
    let bare = parse.tag(at) == Tag::Nn && by + 1 == at && parse.children(at).all(behind);
    // "flown *by cargo planes* to Velna", which bear people and do nothing else to them.
    let sort = |child: usize| parse.dep(child) == Dep::Compound || behind(child);
    let bears = || {
        // "*escorted* by warships": what goes along does something to whom it goes with.
        let moves = |frame: &Frame| {
            let moved = frame.actor.contains(&Slot::Object) || frame.claim_type == ClaimType::Supply;
            matches!(frame.claim_type, ClaimType::Deploy | ClaimType::Supply) && moved
        };
        let frames = lexicon.triggers.frames(parse.entry(parse.head(by)));
        lexicon.nouns.is(parse.entry(at), NounClass::Vehicle) && frames.iter().any(moves)
    };
    let many = parse.tag(at) == Tag::Nns && parse.children(at).all(sort) && bears();
    let way = many || bare && !classes.is_empty() && classes.iter().all(place);
    let verb = parse.head(by);
    let behind = parse.children(at).map(|child| hung(child, verb, Dep::Prep));
    way.then(|| [hung(by, verb, Dep::Prep), hung(at, verb, Dep::Npadvmod)].into_iter().chain(behind).collect())
}

/// Words of one member of a list, at most.
const LONG: usize = 12;

/// "an *airstrike* southwest of Velna hit a depot": the tree takes the side for the noun and the deed for a word before it.
fn noun_before_side(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let noun = at - 1;
    let deed = || lexicon.nouns.is(parse.lower(noun), NounClass::Deed);
    let led = parse.dep(noun) == Dep::Compound
        && parse.head(noun) == at
        && lexicon.place_words.is_relative(parse.norm(at))
        && parse.children(at).any(|child| child == at + 1 && parse.norm(child) == "of");
    if !led || !deed() || parse.is_root(at) {
        return None;
    }
    let before = parse.children(at).filter(|&child| child < noun).map(|child| hung(child, noun, parse.dep(child)));
    let kind = Some((Pos::Noun, Tag::Nn));
    let noun_itself = Rehang { kind, ..hung(noun, parse.head(at), parse.dep(at)) };
    let side = Rehang { kind: Some((Pos::Adv, Tag::Rb)), ..hung(at, noun, Dep::Advmod) };
    Some([noun_itself, side].into_iter().chain(before).collect())
}

/// "saw four men *shot* dead", "found two nurses *killed*": what somebody sees done to people is not done by them.
fn seen_done(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<[Rehang; 2]> {
    let sees = parse.head(at);
    let seen = matches!(parse.tag(at), Tag::Vbd | Tag::Vbn)
        && matches!(parse.dep(at), Dep::Ccomp | Dep::Xcomp)
        && sees < at
        && lexicon.senses.has(parse.lemma(sees), Sense::Sees);
    let bare = |child: usize| {
        !matches!(parse.dep(child), Dep::Aux | Dep::Auxpass | Dep::Dobj | Dep::Mark | Dep::Ccomp | Dep::Prt)
    };
    if !seen {
        return None;
    }
    let who = parse.child(at, Dep::Nsubj).filter(|&who| who > sees && who + 1 == at)?;
    let harms = |frame: &Frame| {
        use ClaimType::{Attack, Casualties, Detain};
        frame.class == WordClass::Verb && matches!(frame.claim_type, Attack | Casualties | Detain)
    };
    let harmed = lexicon.triggers.frames(parse.entry(at)).iter().any(harms);
    (harmed && parse.children(at).all(bare)).then(|| {
        let kind = Some((Pos::Verb, Tag::Vbn));
        [Rehang { kind, ..hung(at, sees, parse.dep(at)) }, hung(who, at, Dep::Nsubjpass)]
    })
}

/// "the Kestrian capital *Velna*": a name right behind a noun for a place, both of which the tree hangs on one word.
fn name_behind_noun(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    if !matches!(parse.dep(at), Dep::Npadvmod | Dep::Dep | Dep::Oprd) {
        return None;
    }
    let name = parse.name_of(at).filter(|name| name.tokens.end == at + 1 && name.tokens.start > 0)?;
    let noun = name.tokens.start - 1;
    let place = lexicon.nouns.is(parse.entry(noun), NounClass::Place) && parse.tag(noun) == Tag::Nn;
    let beside = parse.head(at) == parse.head(noun);
    let filled = matches!(parse.dep(noun), Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Pobj | Dep::Attr);
    let times = matches!(name.label, NameLabel::Date | NameLabel::Time);
    (place && beside && filled && !times && parse.pos(at) == Pos::Propn).then_some(Rehang {
        at,
        head: noun,
        dep: Dep::Appos,
        kind: None,
        lemma: None,
    })
}

/// "The capital of Kestria, *Velna*, was shelled", "the leader of the Front, *Anton Brek*, fled": a name between commas behind what such a
/// noun is of is that of the noun, and not of what it is of.
fn name_behind_whole(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let whole = parse.head(at);
    if !matches!(parse.dep(at), Dep::Appos | Dep::Conj | Dep::Npadvmod)
        || parse.dep(whole) != Dep::Pobj
        || parse.pos(at) != Pos::Propn
    {
        return None;
    }
    let preposition = parse.head(whole);
    let noun = parse.head(preposition);
    let start = parse.name_of(at).map_or(at, |name| name.tokens.start.min(at));
    let closed = at + 1 < parse.len() && matches!(parse.word(at + 1), "," | "." | ")" | ";");
    let apart = start > whole + 1 && matches!(parse.word(start - 1), "," | "(") && start == whole + 2;
    let single = parse.pos(noun) == Pos::Noun && parse.tag(noun) == Tag::Nn;
    let of = parse.norm(preposition) == "of" && noun + 1 == preposition;
    if !closed || !apart || !single || !of || parse.child(whole, Dep::Cc).is_some() {
        return None;
    }
    let person = parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person);
    let held = person && lexicon.titles.relation(parse.norm(noun)).is_some();
    // "the village of Velna, *Kestria*" is called Velna; a state has one capital and one largest city.
    (held || is_chief_town(parse, noun, lexicon)).then(|| hung(at, noun, Dep::Appos))
}

/// True for a noun for a town of which there is only one: "the *capital* of Kestria", "the largest *city* of Kestria".
pub(crate) fn is_chief_town(parse: &Parse, noun: usize, lexicon: &Lexicon) -> bool {
    let most = |child: usize| parse.dep(child) == Dep::Amod && parse.tag(child) == Tag::Jjs;
    let town = || lexicon.places.type_word(parse.entry(noun)) == Some(TypeWord::Settlement);
    parse.lemma(noun) == "capital" || parse.children(noun).any(most) && town()
}

/// "took the Kordun capital *Velna*": the tree may make the noun a part of the name, and the province as well.
fn name_behind_capital(parse: &Parse, at: usize) -> Option<Vec<Rehang>> {
    let noun = at - 1;
    let joined = parse.dep(noun) == Dep::Compound && parse.head(noun) == at && parse.pos(at) == Pos::Propn;
    let owned =
        |child: usize| child < noun && matches!(parse.dep(child), Dep::Compound | Dep::Nmod | Dep::Amod | Dep::Poss);
    if !joined || parse.lemma(noun) != "capital" || parse.pos(noun) != Pos::Noun || !parse.children(noun).any(owned) {
        return None;
    }
    let above = if parse.is_root(at) { noun } else { parse.head(at) };
    let before = parse.children(at).filter(|&child| child < noun).map(|child| hung(child, noun, parse.dep(child)));
    Some([hung(noun, above, parse.dep(at)), hung(at, noun, Dep::Appos)].into_iter().chain(before).collect())
}

/// "Anton *Brek* MP visited": a name is no attribute of the letters of an office behind it.
fn name_before_letters(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let name = at - 1;
    let person = parse.name_of(name).is_some_and(|name| name.label == NameLabel::Person);
    let joined = parse.head(name) == at && parse.dep(name) == Dep::Compound;
    if !joined || !person || !is_office_letters(parse, at, lexicon) {
        return None;
    }
    let above = if parse.is_root(at) { name } else { parse.head(at) };
    let others = parse.children(at).filter(|&child| child != name).map(|child| hung(child, name, parse.dep(child)));
    Some([hung(name, above, parse.dep(at)), hung(at, name, Dep::Appos)].into_iter().chain(others).collect())
}

/// "welcomed the work by the council *to hold* elections": an infinitive behind a noun that is praised or condemned is the aim of that, for
/// nobody praises in order to do something.
fn aim_of_noun(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let verb = parse.head(at);
    let infinitive = parse.tag(at) == Tag::Vb
        && matches!(parse.dep(at), Dep::Advcl | Dep::Xcomp)
        && parse.children(at).any(|child| parse.norm(child) == "to" && parse.dep(child) == Dep::Aux);
    if !infinitive || verb > at || parse.pos(verb) != Pos::Verb {
        return None;
    }
    let noun = parse.child(verb, Dep::Dobj).filter(|&noun| verb < noun && noun < at)?;
    // "supported *the council* to hold elections": whoever backs somebody does more than praise him.
    let backs = |frame: &Frame| frame.class == WordClass::Verb && frame.claim_type == ClaimType::Backs;
    let helps = lexicon.triggers.frames(parse.entry(verb)).iter().any(backs);
    use NounClass::{Forces, Party, People, Place};
    let somebody = [Forces, Party, People, Place].iter().any(|&class| lexicon.nouns.is(parse.entry(noun), class));
    let deed = parse.pos(noun) == Pos::Noun && !somebody;
    let says = says(parse, verb, &[ClaimType::Accuse, ClaimType::Support], lexicon);
    (says && !helps && deed).then_some(Rehang { at, head: noun, dep: Dep::Acl, kind: None, lemma: None })
}

/// "Speaking after the fall of Velna *to the rebels*, he …": who took the place stands behind the noun that tells of it, and is not spoken to.
fn taker_behind(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    if parse.norm(at) != "to" || parse.dep(at) != Dep::Prep || parse.pos(parse.head(at)) != Pos::Verb {
        return None;
    }
    let mut of = parse.head(at - 1);
    while parse.norm(of) != "of" && parse.head(of) != of && parse.pos(of) != Pos::Verb {
        of = parse.head(of);
    }
    let noun = parse.head(of);
    let by_taker = |frame: &Frame| {
        let to = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "to");
        frame.class == WordClass::Noun && frame.claim_type == ClaimType::Capture && frame.actor.iter().any(to)
    };
    let taker = parse.child(at, Dep::Pobj)?;
    let party = |class: NounClass| lexicon.nouns.is(parse.entry(taker), class);
    let named = parse.pos(taker) == Pos::Propn || parse.name_of(taker).is_some();
    let taken = (named || party(NounClass::Forces) || party(NounClass::Party))
        && parse.norm(of) == "of"
        && noun < of
        && parse.pos(noun) == Pos::Noun
        && parse.subtree(of).end == at
        && lexicon.triggers.frames(parse.entry(noun)).iter().any(by_taker);
    taken.then_some(Rehang { at, head: noun, dep: Dep::Prep, kind: None, lemma: None })
}

/// "We call on both sides to keep the truce, *welcome* the talks and *urge* Kestria to leave": what the speaker does by saying it is joined
/// to what he said first, and not asked of those he speaks to.
fn joined_word(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    const TYPES: [ClaimType; 4] = [ClaimType::Accuse, ClaimType::Demand, ClaimType::Refuse, ClaimType::Support];
    let led = |verb: usize| parse.children(verb).any(|child| parse.norm(child) == "to" && parse.dep(child) == Dep::Aux);
    let bare = matches!(parse.tag(at), Tag::Vb | Tag::Vbp) && !led(at) && parse.child(at, Dep::Nsubj).is_none();
    if !bare || !matches!(parse.dep(at), Dep::Conj | Dep::Advcl) || !says(parse, at, &TYPES, lexicon) {
        return None;
    }
    let mut above = parse.head(at);
    let mut asked = parse.dep(at) == Dep::Advcl;
    for _ in 0..DEEP {
        if parse.child(above, Dep::Nsubj).is_some() {
            break;
        }
        asked |= led(above);
        above = parse.head(above);
    }
    let own = |subject: usize| matches!(parse.norm(subject), "we" | "i");
    let speaks = parse.child(above, Dep::Nsubj).is_some_and(own) && says(parse, above, &TYPES, lexicon);
    // "We urge them to condemn the raid and *support* the truce": both are asked.
    let same = parse.dep(at) == Dep::Conj && says(parse, parse.head(at), &TYPES, lexicon) && parse.head(at) != above;
    (above < at && speaks && asked && !same).then_some(Rehang {
        at,
        head: above,
        // A verb that is joined in its bare form belongs to an infinitive between, if there is one.
        dep: Dep::Parataxis,
        kind: Some((Pos::Verb, Tag::Vbp)),
        lemma: None,
    })
}

/// Steps up the tree from a word to the verb it stands with, at most.
const DEEP: usize = 4;

/// True for a verb by which somebody does one of these things in saying it: "urges", "condemn".
fn says(parse: &Parse, verb: usize, types: &[ClaimType], lexicon: &Lexicon) -> bool {
    let word = parse.entry(verb);
    // "*call on* both sides", not "*call a meeting*".
    let plain = |frame: &Frame| match frame.words.as_slice() {
        [] => true,
        [word] => matches!(word.as_str(), "for" | "on" | "upon"),
        _ => false,
    };
    let does = |frame: &Frame| frame.class == WordClass::Verb && types.contains(&frame.claim_type) && plain(frame);
    lexicon.triggers.frames(word).iter().any(does) && lexicon.reporting.starting(CueClass::Verb, word).next().is_some()
}
