//! Which frames of a trigger hold where it stands?
//!
//! "hit" by policemen is an attack, by a rocket a strike: "A policeman *hit* a student" meets the frame that needs people for its subject
//! and its object. In "A student was *hit* in Velna" nobody says by whom; then the frame holds that asks for a student.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::goal;
use crate::frame::trigger::unmeant::Fit;
use crate::frame::trigger::words::words_of;
use crate::frame::trigger::{carrier, is_somebody, need, unmeant};
use crate::frame::{Spot, roles, speaks, trigger};
use crate::{grammar, reason, time};
use language::{Dep, Pos};
use lexicon::{Frame, Need, NounClass, Slot, WordClass};
use model::{ClaimType, Kind};

/// A word that can tell of something, with its frames.
#[derive(Clone, Copy)]
pub(in crate::frame) struct Trigger<'f, 's, 'a> {
    pub(in crate::frame) setting: Setting<'s, 'a>,
    /// The word.
    pub(in crate::frame) at: usize,
    /// Where its roles are looked for: at the word, or at the name that it heads.
    pub(in crate::frame) stem: usize,
    pub(in crate::frame) class: WordClass,
    pub(in crate::frame) frames: &'f [Frame],
    /// It only says who speaks.
    pub(in crate::frame) cue: bool,
    /// It heads a name.
    pub(in crate::frame) named: bool,
}

/// A frame that holds, how much it asked for, and what it tells.
type Held<'f> = (usize, &'f Frame, Draft);

impl<'f> Trigger<'f, '_, '_> {
    /// What the frames tell that hold: of all that do, those that ask for most.
    pub(in crate::frame) fn held(self) -> Vec<Draft> {
        let carrier = if self.class == WordClass::Noun { carrier::of(self.setting, self.stem) } else { None };
        let bare = Spot::new(self.stem, self.class, Vec::new(), carrier);
        let mut found = self.holding(&bare, false);
        if found.is_empty() && self.keeps_doer_back() {
            found = self.holding(&bare, true);
        }
        // The frame that asks for most knows best; those that ask for as much all hold.
        let best = found.iter().map(|(asked, ..)| *asked).max().unwrap_or(0);
        for (_, frame, _) in found.iter().filter(|(asked, ..)| *asked != best) {
            let less = || "needs less than another entry that holds".to_string();
            self.setting.part.notes.passed_entry(self.at, frame.line, less);
        }
        found.into_iter().filter(|(asked, ..)| *asked == best).map(|(.., draft)| draft).collect()
    }

    /// True for a clause in the passive that does not say by whom: "a student *was hit*".
    fn keeps_doer_back(self) -> bool {
        let parse = &self.setting.part.parse;
        self.class == WordClass::Verb
            && parse.child(self.stem, Dep::Nsubjpass).is_some()
            && grammar::doer(parse, self.stem).is_none()
    }

    /// The frames that hold. `unstated`: nobody says who does it, so what a frame asks of the doer of a happening is not asked.
    fn holding(self, bare: &Spot, unstated: bool) -> Vec<Held<'f>> {
        let Trigger { setting, at, stem, class, frames, .. } = self;
        let noun = class == WordClass::Noun;
        let shapes = noun && trigger::only_shapes(setting, at);
        let somebody = noun && (bare.carrier.is_none() || trigger::suffers(setting, at)) && is_somebody(setting, at);
        let notes = &setting.part.notes;
        let mut found: Vec<Held> = Vec::new();
        for frame in frames.iter().filter(|frame| frame.class == class) {
            let pass = |why: fn(&Frame) -> String| notes.passed_entry(at, frame.line, || why(frame));
            let event = frame.claim_type.kind() == Kind::Event;
            let asked = |need: &&Need| !(unstated && of_doer(need));
            let asked = frame.needs.iter().filter(asked).count();
            if unstated && !(event && !frame.target.is_empty() && asked < frame.needs.len()) {
                continue;
            }
            // "expects the truce to fail", "fears a war" foresees; "expects that the truce will fail" says what is foreseen.
            let foresees = frame.claim_type == ClaimType::Forecast && !tells_clause(setting, at);
            // "announced $2 million for the agency" pays as well.
            let pays = frame.claim_type == ClaimType::Pay;
            if self.cue && frame.words.is_empty() && !speaks(frame.claim_type) && !foresees && !pays {
                pass(|_| "only says who speaks here".to_string());
                continue;
            }
            let Some(words) = words_of(setting, at, frame) else {
                pass(reason::further);
                continue;
            };
            let own;
            let site = if words.is_empty() {
                bare
            } else {
                own = Spot::new(stem, class, words, bare.carrier);
                &own
            };
            let fit = Fit { setting, at, site, frame, all: frames };
            let mentioned = somebody && event;
            let other_name = frame.named && !self.named;
            let only_shapes = shapes && frame.words.is_empty() && event;
            let holds =
                || frame.needs.iter().all(|need| unstated && of_doer(need) || need::holds(setting, site, frame, need));
            if mentioned || other_name || only_shapes || unmeant::here(fit) || !holds() {
                continue;
            }
            if frame.dated
                && bare.carrier.is_none_or(|carrier| time::of(setting.part, carrier.verb, setting.lexicon).is_none())
            {
                pass(|_| "no verb that carries it tells a time".to_string());
                continue;
            }
            if frame.aiming && (!goal::is_told(setting, stem) || grammar::is_habit(&setting.part.parse, stem)) {
                pass(|_| "no clause tells what is aimed at".to_string());
                continue;
            }
            match roles::draft(setting, site, frame) {
                Some(draft) => found.push((frame.words.len() * 4 + asked + usize::from(frame.aiming), frame, draft)),
                None => pass(|_| "finds nobody and nothing around the word to be about".to_string()),
            }
        }
        one_kind(setting, found)
    }
}

/// True where a frame asks that somebody does it. What is done by a vehicle or a deed is told of these alone.
fn of_doer(need: &Need) -> bool {
    let somebody = |class: &NounClass| matches!(class, NounClass::Forces | NounClass::Party | NounClass::People);
    need.slot == Slot::Subject && !need.not && need.classes.iter().any(somebody)
}

/// The frames without those that take for people what another one takes for a place: "captured *Ostrel*" arrests nobody, unless the
/// name finder thinks of a person.
fn one_kind<'f>(setting: Setting, found: Vec<Held<'f>>) -> Vec<Held<'f>> {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let is_person = |at: usize| setting.names_person(at);
    let written_out = |at: usize| setting.surnames.contains(parse.word(at));
    let is_given = |at: usize| written_out(at) || parse.name_of(at).is_some_and(|name| name.tokens.len() > 1);
    let takes = |draft: &Draft| matches!(draft.claim_type, Capture | Withdraw);
    let places: Vec<usize> =
        found.iter().filter(|(.., draft)| takes(draft)).flat_map(|(.., draft)| draft.place.clone()).collect();
    let people: Vec<usize> = found
        .iter()
        .filter(|(.., draft)| matches!(draft.claim_type, Detain | Casualties | Displace))
        .flat_map(|(.., draft)| draft.target.clone())
        .collect();
    let both = |at: &usize| parse.pos(*at) == Pos::Propn && places.contains(at) && people.contains(at);
    // "*charged* Kestria with arming rebels" attacks nobody.
    let accuses = found.iter().any(|(.., draft)| draft.claim_type == Accuse);
    let keeps = |draft: &Draft| match draft.claim_type {
        Fight => !accuses,
        // "seized *Velna*" takes no ship of that name.
        Capture => {
            let ship = |at: &usize| parse.pos(*at) == Pos::Propn && places.contains(at);
            !draft.place.iter().any(|at| both(at) && written_out(*at)) && !draft.target.iter().any(ship)
        }
        // A lone name that the text gives to nobody is rather what armies take.
        Detain => !draft.target.iter().any(|at| both(at) && !(is_person(*at) && is_given(*at))),
        Casualties | Displace => !draft.target.iter().any(both),
        _ => true,
    };
    // "were taken *prisoner*" says by a word more that they are people.
    found.into_iter().filter(|(_, frame, draft)| !frame.words.is_empty() || keeps(draft)).collect()
}

/// True for a verb with a clause in a finite form under it.
fn tells_clause(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(verb).any(|clause| parse.dep(clause) == Dep::Ccomp && !grammar::is_infinitive(parse, clause))
}
