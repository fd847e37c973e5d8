//! Who does a deed that is told again, and against whom does somebody fight on?
//!
//! "The coalition carried out 34 strikes. Near Velna, two strikes destroyed a depot." The two are of the 34: the coalition did
//! them. "Morvania shelled … The shelling went on": a deed with "the" is the one told last by that noun. "The army fought the
//! rebels. It took Velna": from them, whom it was told to fight.

mod before;
mod belligerent;
mod bomber;
mod enemy;
mod occupier;
pub(crate) mod successor;
mod taker;
pub(crate) mod title;

use crate::claim::{Draft, Setting};
use crate::frame::count::fallen;
use crate::frame::fillers::is_state;
use crate::frame::is_place;
use crate::frame::places::is_named_place;
use crate::frame::places::names;
use crate::frame::retold::before::Before;
use crate::{class, grammar, mention, time};
use enemy::{CHAPTER, Enemy, Sides, is_long_past};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{CalendarWord, NounClass, Slot, WordClass};
use model::{Argument, ClaimType, Document, Kind, Modality, Polarity};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// Bytes within which a deed told again is where it was told to be: some paragraphs.
const NEAR: u32 = 800;
/// Bytes within which the dead are those of the deed told last: a short report.
const REPORT: u32 = 2500;

/// Those who did the deeds told so far: by article and what tells the deed.
#[derive(Debug, Default)]
pub(crate) struct Doers {
    /// By type, of those with a number: "34 strikes".
    counted: BTreeMap<(u32, ClaimType), Vec<Argument>>,
    /// Of protests, meetings and accords, whatever noun tells of them: "students marched … The rally went on", "Morvania and
    /// Kestria met … The talks failed".
    last: BTreeMap<(u32, ClaimType), Vec<Argument>>,
    /// Against whom somebody fought or from whom he took something, by his words.
    against: BTreeMap<(u32, Vec<String>), Vec<Argument>>,
    /// Of deeds of force, by their type, with the sentence that tells of them: "jets bombed the depot … The air strikes".
    force: BTreeMap<(u32, ClaimType), (u32, Vec<Argument>)>,
    /// On whom the last attack or strike was, with the sentence that tells of it and the noun, if a noun does.
    hit: BTreeMap<(u32, ClaimType), (u32, String, Vec<Argument>)>,
    /// By noun.
    named: BTreeMap<(u32, String), Vec<Argument>>,
    /// Where the last deed of force, or the last protest, with a place was done, and whether only a state was named.
    scene: BTreeMap<(u32, bool), (bool, Vec<Argument>)>,
    /// Who fought or took a place last.
    winner: BTreeMap<u32, Vec<Argument>>,
    /// Articles that tell of deeds of force, or of protests, in several places.
    several: BTreeSet<(u32, bool)>,
    /// Against whom all force was used that was told so far.
    enemy: BTreeMap<u32, Enemy>,
    /// Articles that tell of what is long past.
    history: BTreeSet<u32>,
    /// The two who fight each other.
    sides: BTreeMap<u32, Sides>,
    /// Whom each side of a war fights.
    wars: BTreeMap<(u32, String), BTreeMap<String, belligerent::War>>,
    /// The side of forces that an adjective tells, by it: "federal".
    epithets: BTreeMap<(u32, String), String>,
    /// What each leader leads, by the word for him, and what was led last, with the sentence that tells of it.
    offices: BTreeMap<(u32, String), Vec<Argument>>,
    office: BTreeMap<u32, (u32, Vec<Argument>)>,
    /// The side of each commander, by his last name.
    leaders: BTreeMap<(u32, String), String>,
    /// Who took or holds a place, by its word.
    holders: BTreeMap<(u32, String), Vec<Argument>>,
    /// Who alone was told to have taken places, or to hold them.
    occupier: BTreeMap<u32, occupier::Occupier>,
    /// Who besieged a place or came against it last, by its word.
    besieger: BTreeMap<(u32, String), Vec<Argument>>,
    /// What each sentence tells.
    before: Before,
    /// Who did the bombing that an article is about, and died of it.
    bomber: BTreeMap<u32, Argument>,
    /// Who fought, moved or took something against whom and where, of all told so far.
    known: Vec<(u32, ClaimType, [BTreeSet<String>; 3])>,
}

impl Doers {
    /// Who does the deed of a draft that says nothing of it; empty when nobody is known to.
    pub(crate) fn of(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let told = self.told(setting, draft);
        if told.is_empty() && draft.actor.is_empty() { self.bomber(setting, draft).unwrap_or_default() } else { told }
    }

    /// Who is told elsewhere to do the deed of a draft that says nothing of it.
    fn told(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let article = setting.part.article;
        if let Some(taker) = self.taker(setting, draft) {
            return taker;
        }
        if draft.rule == "event/noun" && draft.actor.is_empty() {
            let again = match draft.claim_type {
                ClaimType::Protest => true,
                ClaimType::Meet | ClaimType::Agree => is_definite(setting, draft.trigger),
                _ => false,
            };
            if again && let Some(doers) = self.last.get(&(article, draft.claim_type)) {
                return doers;
            }
        }
        let Some(deed) = deed(setting, draft).filter(|_| draft.actor.is_empty()) else { return &[] };
        // "*The war* has killed thousands": both sides have.
        if matches!(draft.claim_type, ClaimType::Casualties | ClaimType::Destroy | ClaimType::Displace)
            && deed != draft.trigger
            && is_mutual(setting, deed)
        {
            return &[];
        }
        let several = || noun_type(setting, deed).and_then(|claim_type| self.counted.get(&(article, claim_type)));
        let found = if is_counted(setting, deed) {
            several()
        } else if draft.claim_type == ClaimType::Capture && draft.place.iter().any(|&at| is_named_place(setting, at)) {
            // "took Velna … *the capture of Ostrel*" is another.
            None
        } else if is_definite(setting, deed) {
            self.named.get(&(article, noun(setting, deed))).or_else(|| self.just_done(setting, deed))
        } else if draft.claim_type == ClaimType::Fight && draft.target.is_empty() && is_mutual(setting, deed) {
            // "The army attacked the rebels … *Fighting* went on near the port."
            let here = setting.part.token_span(draft.trigger).start;
            let sides = self.sides.get(&article).filter(|sides| !sides.several);
            sides.filter(|sides| here.saturating_sub(sides.told) < CHAPTER).map(|sides| &sides.first)
        } else if is_indefinite(setting, deed) && noun_type(setting, deed) == Some(ClaimType::Strike) {
            // "The coalition carried out 34 strikes … Near Velna, *a strike* destroyed a depot."
            several()
        } else {
            None
        };
        found.map_or(&[], |doers| doers.as_slice())
    }

    /// Who did the deed of force that a noun takes up, told in the sentence before: "Morvania *invaded* … *The offensive*".
    fn just_done(&self, setting: Setting, deed: usize) -> Option<&Vec<Argument>> {
        use ClaimType::{Attack, Capture, Fight, Strike};
        let taken_up: &[ClaimType] = match noun_type(setting, deed)? {
            Fight => &[Fight, Capture, Attack],
            Attack => &[Attack, Strike, Fight],
            Strike => &[Strike],
            Capture => &[Capture],
            _ => return None,
        };
        let here = setting.part.sentence_of(deed);
        if is_told_further(setting, deed) {
            return None;
        }
        let told = taken_up.iter().filter_map(|told| self.force.get(&(setting.part.article, *told)));
        // "shelled the camp in response *to the attacks*": what a deed answers is another's.
        let answered = is_answered(setting, deed);
        let near = told.filter(|(sentence, _)| match here.saturating_sub(*sentence) {
            0 => !answered,
            back => back == 1,
        });
        near.max_by_key(|(sentence, _)| *sentence).map(|(_, doers)| doers)
    }

    /// Who or what is judged that only words for something told before are named for: "*The victory* was …", "*this* was a mistake".
    pub(crate) fn judged(&self, setting: Setting, draft: &Draft) -> Vec<Argument> {
        let winner = self.winner(setting, draft);
        if !winner.is_empty() {
            return winner.to_vec();
        }
        let aimer = self.aimer(setting, draft);
        if !aimer.is_empty() {
            return aimer.to_vec();
        }
        let before = self.before.judged(setting, draft);
        if before.is_empty() { self.destroyer(setting, draft).to_vec() } else { before }
    }

    /// Who aims at something by a deed that was told before: "The army shelled two depots … *The strikes* were meant to stop the rebels".
    fn aimer(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let [deed] = draft.actor[..] else { return &[] };
        let force = || noun_type(setting, deed).is_some_and(is_force);
        let again = draft.claim_type == ClaimType::Intent && setting.part.parse.pos(deed) == Pos::Noun;
        if !again || !is_definite(setting, deed) || is_told_further(setting, deed) || !force() {
            return &[];
        }
        let named = self.named.get(&(setting.part.article, noun(setting, deed)));
        named.or_else(|| self.just_done(setting, deed)).map_or(&[], |doers| doers.as_slice())
    }

    /// Who is judged by the destruction that his strikes did: "The jets bombed two depots … *The destruction of the depots* weakens the clan".
    fn destroyer(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let [deed] = draft.actor[..] else { return &[] };
        let destroys = || noun_type(setting, deed) == Some(ClaimType::Destroy);
        if draft.claim_type != ClaimType::Judgement || !is_definite(setting, deed) || !destroys() {
            return &[];
        }
        let struck = self.force.get(&(setting.part.article, ClaimType::Strike));
        struck.map_or(&[], |(_, doers)| doers.as_slice())
    }

    /// On whom the deed was that a noun takes up, told shortly before: "Gunmen attacked *the convoy*. The attack lasted an hour".
    pub(crate) fn victims(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        if draft.rule != "event/noun" || !is_taken_up(setting, draft.trigger) {
            return &[];
        }
        let here = setting.part.token_span(draft.trigger).start;
        let Some((sentence, told, hit)) = self.hit.get(&(setting.part.article, draft.claim_type)) else { return &[] };
        let again = *told == noun(setting, draft.trigger)
            || setting.part.sentence_of(draft.trigger).saturating_sub(*sentence) <= 1;
        let near = hit.iter().all(|one| one.span.start < here && here - one.span.start < NEAR);
        if again && near { hit } else { &[] }
    }

    /// Whose operation is helped that is only taken up: "The brigade advanced on Velna. Jets flew sorties in support of *the operation*".
    pub(crate) fn helped(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let [deed] = draft.target[..] else { return &[] };
        let parse = &setting.part.parse;
        // "the *peacekeeping* operation", "backed the operation *against the rebels*", "… *to free the town*" tell what is helped.
        let further = |child: usize| match parse.dep(child) {
            Dep::Amod | Dep::Compound => parse.head(child) == deed,
            Dep::Prep => matches!(parse.norm(child), "against" | "for"),
            Dep::Acl | Dep::Advcl | Dep::Xcomp => child > deed,
            _ => false,
        };
        let bare = !parse.children(deed).chain(parse.children(parse.head(deed))).any(further);
        let fights = draft.claim_type == ClaimType::Support
            && noun_type(setting, deed) == Some(ClaimType::Fight)
            && bare
            && is_taken_up(setting, deed);
        let told = self.force.get(&(setting.part.article, ClaimType::Fight)).filter(|_| fights);
        told.filter(|(sentence, _)| setting.part.sentence_of(deed).saturating_sub(*sentence) <= 1)
            .map_or(&[], |(_, doers)| doers.as_slice())
    }

    /// Whose gain is judged that nobody is named for: "The army took Velna. *The victory* was a turning point", "this was a
    /// hollow *victory*".
    fn winner(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let parse = &setting.part.parse;
        let gain = |at: usize| setting.is_noun(at, NounClass::Gain);
        let [judged] = draft.actor[..] else { return &[] };
        let told = match parse.pos(judged) {
            Pos::Noun => gain(judged) && is_retold(setting, judged),
            Pos::Pron => matches!(parse.norm(judged), "this" | "that") && gain(draft.trigger),
            _ => false,
        };
        if !told || !matches!(draft.claim_type, ClaimType::Judgement | ClaimType::Cause | ClaimType::Intent) {
            return &[];
        }
        self.winner.get(&setting.part.article).map_or(&[], |winner| winner.as_slice())
    }

    /// True for a fight or movement that a noun only names again, with nothing that was not told before: "The army attacked the rebels in
    /// Velna … The minister spoke of *the army's attack in Velna*".
    pub(crate) fn names_again(
        &mut self,
        document: &Document,
        setting: Setting,
        draft: &Draft,
        claim: &model::Claim,
    ) -> bool {
        use ClaimType::{Attack, Besiege, Capture, Displace, Fight, Strike, Withdraw};
        if !matches!(draft.claim_type, Attack | Besiege | Capture | Displace | Fight | Strike | Withdraw) {
            return false;
        }
        let article = setting.part.article;
        let roles = [&claim.actor, &claim.target, &claim.place]
            .map(|role| role.iter().map(|one| named(document, setting, one)).collect::<BTreeSet<String>>());
        let parse = &setting.part.parse;
        // "a heavy Morvanian counterattack" is another.
        let same = is_definite(setting, draft.trigger)
            || parse.child(draft.trigger, Dep::Poss).is_some()
            || parse.pos(draft.trigger) == Pos::Propn;
        let force = matches!(draft.claim_type, Attack | Strike);
        // "he survived *the attack*", which was told to be on him
        let survived = force
            && draft.actor.is_empty()
            && is_taken_up(setting, draft.trigger)
            && grammar::subject(parse, draft.predicate).is_some_and(|at| draft.target.contains(&at));
        let bare = draft.rule == "event/noun"
            && same
            && (survived || !force && draft.predicate == draft.trigger)
            && claim.time.is_none()
            && claim.quantity.is_empty()
            && roles.iter().any(|role| !role.is_empty());
        let told = |(other, claim_type, before): &(u32, ClaimType, [BTreeSet<String>; 3])| {
            *other == article
                && *claim_type == draft.claim_type
                && roles.iter().zip(before).all(|(role, before)| role.is_subset(before))
        };
        let again = bare && self.known.iter().any(told);
        self.known.push((article, draft.claim_type, roles));
        again
    }

    /// Where the deed was done that a draft without a place takes up: "A bomb exploded in Velna. *The blast* killed two", and so
    /// where its dead are, as long as the article tells of one scene: "*Nine people* were killed".
    pub(crate) fn scene(&self, setting: Setting, draft: &Draft, real: bool) -> &[Argument] {
        // "The fighting" and "the operation" go on in many places.
        let one = matches!(draft.claim_type, ClaimType::Strike | ClaimType::Attack | ClaimType::Casualties);
        let kind = (setting.part.article, draft.claim_type == ClaimType::Protest);
        let alone = || real && !self.several.contains(&kind);
        let reach = match draft.claim_type {
            _ if one && takes_up(setting, draft) => NEAR,
            ClaimType::Casualties if alone() && is_of_the_deed(setting, draft) => REPORT,
            // "Thousands marched in Velna. *Students protested* outside": one protest, as long as the article tells of no other.
            ClaimType::Protest if alone() && !is_apart(setting, draft) => REPORT,
            _ => return &[],
        };
        let here = setting.part.token_span(draft.trigger).start;
        let near = |(_, place): &&(bool, Vec<Argument>)| {
            place.iter().all(|one| one.span.start < here && here - one.span.start < reach)
        };
        self.scene.get(&kind).filter(near).map_or(&[], |(_, place)| place.as_slice())
    }

    /// Keeps who did the deed of a claim, and to whom.
    pub(crate) fn tell(&mut self, document: &Document, setting: Setting, draft: &Draft, claim: &model::Claim) {
        use ClaimType::{Accuse, Agree, Attack, Capture, Demand, Fight, Meet, Protest, Refuse, Strike, Support};
        if is_long_past(document, claim) {
            self.history.insert(setting.part.article);
        }
        let parties = |heads: &[usize]| {
            use NounClass::{Forces, Party, People};
            let parse = &setting.part.parse;
            heads.iter().all(|&at| {
                parse.pos(at) != Pos::Pron
                    && class::fits(parse, setting.lexicon, at, &[Forces, Party, People])
                    && (!is_place(setting, at) || is_state(setting, at))
            })
        };
        let actors = LazyCell::new(|| parties(&draft.actor));
        let targets = LazyCell::new(|| parties(&draft.target));
        if matches!(draft.claim_type, Protest | Meet | Agree) && !draft.actor.is_empty() && *actors {
            // "Brek and Hald met. The talks failed": the talks were theirs, though one is told to have met the other.
            let joined =
                |at: usize| draft.actor.iter().any(|&one| grammar::joined(&setting.part.parse, one).contains(&at));
            let both = draft.claim_type == Meet && draft.target.iter().all(|&at| joined(at));
            let other = claim.target.iter().filter(|_| both).cloned();
            self.last
                .insert((setting.part.article, draft.claim_type), claim.actor.iter().cloned().chain(other).collect());
        }
        if matches!(draft.claim_type, Fight | Capture | Attack)
            && !draft.actor.is_empty()
            && !draft.target.is_empty()
            && claim.polarity.value == Polarity::Positive
            && *actors
            && *targets
            // "killed *villagers* after capturing the town": nobody fights them.
            && (draft.claim_type != Attack || !fallen::are_bystanders(setting, &draft.target))
        {
            self.against.insert((setting.part.article, words(document, &claim.actor)), claim.target.clone());
            if draft.claim_type != Attack {
                self.tell_sides(document, setting, claim);
            }
        }
        if !draft.target.is_empty() && *targets {
            self.tell_enemy(document, setting, draft, claim);
        }
        let side = |&at: &usize| is_state(setting, at) || parties(&[at]);
        let sides = || *actors && *targets || draft.actor.iter().chain(&draft.target).all(side);
        if claim.polarity.value == Polarity::Positive && (draft.claim_type == ClaimType::Leads || sides()) {
            self.tell_war(document, setting, draft, claim);
        }
        self.before.tell(setting, draft, claim);
        self.tell_siege(setting, draft, claim);
        self.tell_office(document, setting, draft, claim);
        self.tell_holder(document, setting, draft, claim);
        let laid = claim.modality.value == Modality::Claimed && !claim.attribution.is_empty();
        let real = matches!(claim.modality.value, Modality::Fact | Modality::Claimed)
            && claim.polarity.value == Polarity::Positive;
        // "They" can be retold: whom it stands for is told elsewhere.
        let pronoun = |&at: &usize| setting.part.parse.pos(at) == Pos::Pron;
        let doers = !draft.actor.is_empty() && (draft.actor.iter().all(pronoun) || *actors);
        if real && !laid && doers && matches!(draft.claim_type, Attack | Capture | Fight | Strike) {
            let key = (setting.part.article, draft.claim_type);
            // "Kestria bombed the depot. *Jets* dropped …": whose jets they are was told.
            let vehicle = |&at: &usize| {
                let parse = &setting.part.parse;
                parse.pos(at) == Pos::Noun && setting.is_noun(at, NounClass::Vehicle)
            };
            if !draft.actor.iter().all(vehicle) || !self.force.contains_key(&key) {
                self.force.insert(key, (claim.sentence, claim.actor.clone()));
            }
        }
        // Who "claims control of the town" says that he has won.
        let says_so = draft.claim_type == ClaimType::Controls && claim.modality.value == Modality::Claimed;
        let wins = matches!(draft.claim_type, Fight | Capture) || says_so;
        if real && wins && !draft.actor.is_empty() && *actors {
            self.winner.insert(setting.part.article, claim.actor.clone());
        }
        // A market is in some town that was told before.
        let told = draft.place.iter().any(|&at| names(setting, at));
        if real && matches!(draft.claim_type, Attack | Strike) && !draft.target.iter().all(pronoun) {
            let told = deed(setting, draft).map_or(String::new(), |deed| noun(setting, deed));
            self.hit.insert((setting.part.article, draft.claim_type), (claim.sentence, told, claim.target.clone()));
        }
        // "the bombing in Morvania" is no other than the one in Velna that was told before.
        let wide = draft.place.iter().all(|&at| is_state(setting, at));
        let article = setting.part.article;
        let kind = (article, draft.claim_type == Protest);
        if (is_force(draft.claim_type) || kind.1) && real && told && !(wide && self.scene.contains_key(&kind)) {
            let before = self.scene.insert(kind, (wide, claim.place.clone()));
            // The town is in the state that was named before.
            if before.is_some_and(|(wide, before)| !wide && words(document, &before) != words(document, &claim.place)) {
                self.several.insert(kind);
            }
        }
        let Some(deed) = deed(setting, draft) else { return };
        // "was appalled by the attack": whoever speaks of it did not do it.
        if claim.actor.is_empty() || !real || laid || matches!(draft.claim_type, Accuse | Demand | Refuse | Support) {
            return;
        }
        if is_counted(setting, deed)
            && setting.part.parse.tag(deed) == Tag::Nns
            && let Some(claim_type) = noun_type(setting, deed)
        {
            self.counted.insert((article, claim_type), claim.actor.clone());
        }
        self.named.insert((article, noun(setting, deed)), claim.actor.clone());
    }
}

/// True for deeds that hurt or take.
pub(crate) fn is_force(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Fight | Strike | Attack | Casualties | Destroy)
}

/// True for a deed told again with "the" or with its day: "the attack", "last night's attack", "died in the blast".
fn takes_up(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let inside = parse
        .children(draft.predicate)
        .filter(|&child| parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "during" | "from"))
        .filter_map(|child| parse.child(child, Dep::Pobj));
    inside.chain(deed(setting, draft)).any(|noun| is_taken_up(setting, noun))
}

/// True for a deed with "the" or with its day, of which nothing further is told: "the attack", "last night's attack".
fn is_taken_up(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    let of_day = |child: usize| {
        parse.dep(child) == Dep::Poss
            && parse.name_of(child).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time))
    };
    let deed = setting.is_noun(noun, NounClass::Deed);
    parse.pos(noun) == Pos::Noun
        && deed
        && !is_told_further(setting, noun)
        && (is_definite(setting, noun) || parse.children(noun).any(of_day))
}

/// True for a deed that another one answers or comes after: "in response *to the raid*", "*after the raid*", "*for the raid*".
fn is_answered(setting: Setting, deed: usize) -> bool {
    let parse = &setting.part.parse;
    let before = matches!(parse.norm(parse.head(deed)), "after" | "following" | "for" | "over" | "since" | "to");
    parse.dep(deed) == Dep::Pobj && before
}

/// True for "the attack on the port": it is another, or tells where it was.
fn is_told_further(setting: Setting, deed: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(deed).any(|child| {
        parse.dep(child) == Dep::Prep && !matches!(parse.norm(child), "by" | "with" | "during")
            || matches!(parse.dep(child), Dep::Relcl | Dep::Acl)
    })
}

/// True for an aim to take a place: "an operation to *free* the town".
fn takes(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    parse.subtree(draft.trigger).any(|verb| {
        let frames = setting.frames(verb);
        parse.pos(verb) == Pos::Verb
            && (grammar::is_infinitive(parse, verb) || parse.tag(verb) == Tag::Vbg)
            && frames.iter().any(|frame| frame.claim_type == ClaimType::Capture && frame.class == WordClass::Verb)
    })
}

/// True for dead and wounded of whom their sentence tells neither where nor how long before or after: "*Nine people* were killed", not
/// "In 2019 two survived a raid", "one died a month later", "ten others have died in the country".
fn is_of_the_deed(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let unnamed = |&at: &usize| matches!(parse.pos(at), Pos::Noun | Pos::Num | Pos::Adj);
    let someone = draft.target.iter().any(unnamed) || draft.target.is_empty() && !draft.quantity.is_empty();
    someone && !is_apart(setting, draft) && !dies_otherwise(setting, draft)
}

/// True for those who die of something else than a deed, a weapon or a wound: "died *of malaria*".
fn dies_otherwise(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let hurts = |at: usize| {
        let frames = setting.noun_frames(at).any(|frame| is_force(frame.claim_type));
        frames || class::fits(parse, setting.lexicon, at, &[NounClass::Deed, NounClass::Arms])
    };
    let causes = parse.children(draft.predicate).filter(|&of| matches!(parse.norm(of), "of" | "from"));
    causes.filter_map(|of| parse.child(of, Dep::Pobj)).any(|cause| !hurts(cause))
}

/// True for what a sentence tells that names another place, counts days or years, or tells of another deed.
fn is_apart(setting: Setting, draft: &Draft) -> bool {
    use NameLabel::{Date, Fac, Gpe, Loc};
    let Setting { part, lexicon, .. } = setting;
    let parse = &part.parse;
    let sentence = parse.sentences()[parse.sentence_of(draft.trigger)].clone();
    let elsewhere = |at: usize| {
        let label = parse.name_of(at).map(|name| name.label);
        let place = matches!(label, Some(Gpe | Loc | Fac)) || is_place(setting, at);
        place
            && matches!(parse.dep(at), Dep::Pobj | Dep::Conj)
            && lexicon.place_words.is_preposition(parse.norm(parse.head(at)))
    };
    let counts = |at: usize| {
        let unit = matches!(lexicon.calendar.get(parse.lower(at)), Some(CalendarWord::Unit(_)));
        unit || parse.name_of(at).is_some_and(|name| name.label == Date) && time::is_year(parse.word(at))
    };
    // "Another blast wounded six": where it was is not told.
    let other = |at: usize| {
        let fresh = |child: usize| matches!(parse.norm(child), "a" | "an" | "another") && parse.dep(child) == Dep::Det;
        let deed = parse.pos(at) == Pos::Noun && lexicon.nouns.is(parse.entry(at), NounClass::Deed);
        deed && at != draft.trigger && parse.children(at).any(fresh)
    };
    sentence.clone().any(|at| elsewhere(at) || counts(at) || other(at))
}

/// What somebody is called by the tables, or else here.
fn named(document: &Document, setting: Setting, argument: &Argument) -> String {
    let words = argument.span.of(&document.text);
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
    setting.lexicon.names.find(bare).map_or_else(|| bare.to_lowercase(), |known| known.name().to_string())
}

/// The words of arguments, in lower case.
fn words(document: &Document, arguments: &[Argument]) -> Vec<String> {
    arguments.iter().map(|argument| argument.span.of(&document.text).to_lowercase()).collect()
}

/// The noun that tells the deed of a draft: its trigger, or the subject of its verb.
fn deed(setting: Setting, draft: &Draft) -> Option<usize> {
    let parse = &setting.part.parse;
    if draft.claim_type.kind() != Kind::Event {
        return None;
    }
    let noun = match draft.rule {
        "event/noun" => draft.trigger,
        "event/verb" if !draft.answers(setting) => {
            mention::core(parse, setting.lexicon, grammar::doer(parse, draft.trigger)?)
        }
        _ => return None,
    };
    let is_deed = setting.is_noun(noun, NounClass::Deed);
    (parse.pos(noun) == Pos::Noun && is_deed).then_some(noun)
}

/// The noun as it stands: "the operation" is none of the "operations" that were told in general.
fn noun(setting: Setting, deed: usize) -> String {
    setting.part.parse.norm(deed).to_string()
}

fn noun_type(setting: Setting, deed: usize) -> Option<ClaimType> {
    setting.noun_frames(deed).next().map(|frame| frame.claim_type)
}

/// True for a gain that takes up one told before: "the achievement", "the recent advances"; not "the gains of the army".
fn is_retold(setting: Setting, gain: usize) -> bool {
    let parse = &setting.part.parse;
    is_definite(setting, gain) && grammar::after(parse, gain, "of").is_none() && grammar::owner(parse, gain).is_none()
}

fn is_counted(setting: Setting, deed: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(deed).any(|child| parse.dep(child) == Dep::Nummod)
}

/// True for a noun of what two do to each other: "fighting", not "an offensive".
pub(super) fn is_mutual(setting: Setting, deed: usize) -> bool {
    let frames = setting.frames(deed);
    let between = |frame: &lexicon::Frame| frame.actor.contains(&Slot::Preposition("between".to_string()));
    frames.iter().any(|frame| frame.class == WordClass::Noun && frame.claim_type == ClaimType::Fight && between(frame))
}

fn is_indefinite(setting: Setting, deed: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(deed).any(|child| parse.dep(child) == Dep::Det && matches!(parse.norm(child), "a" | "an"))
}

fn is_definite(setting: Setting, deed: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(deed).any(|child| {
        parse.dep(child) == Dep::Det
            && matches!(parse.norm(child), "the" | "this" | "that" | "these" | "those" | "both")
    })
}
