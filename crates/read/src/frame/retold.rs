//! Who does a deed that is told again, and against whom does somebody fight on?
//!
//! "The coalition carried out 34 strikes. Near Velna, two strikes destroyed a depot." The two are of the 34: the coalition did
//! them. "Morvania shelled … The shelling went on": a deed with "the" is the one told last by that noun. "The army fought the
//! rebels. It took Velna": from them, whom it was told to fight.

use crate::claim::{Draft, Setting};
use crate::{grammar, mention};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, Slot, WordClass};
use model::{Argument, ClaimType, Document, Kind, Modality, Polarity};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes within which a deed told again is where it was told to be: some paragraphs.
const NEAR: u32 = 800;

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
    /// By noun.
    named: BTreeMap<(u32, String), Vec<Argument>>,
    /// Where the last deed of force with a place was done.
    scene: BTreeMap<u32, Vec<Argument>>,
    /// Against whom all force was used that was told so far.
    enemy: BTreeMap<u32, Enemy>,
    /// The two who fight each other.
    sides: BTreeMap<u32, Sides>,
}

/// The two sides that an article tells to fight.
#[derive(Debug)]
struct Sides {
    names: BTreeSet<String>,
    /// Who was told first to fight the other.
    first: Vec<Argument>,
    /// True once others were told to fight as well.
    several: bool,
}

/// The party that an article tells force to be used against.
#[derive(Debug)]
struct Enemy {
    /// As the tables have it, else as it is written, in lower case.
    name: String,
    told: Vec<Argument>,
    /// True once force was told to be used against somebody else as well, or by this party.
    several: bool,
}

impl Doers {
    /// Who does the deed of a draft that says nothing of it; empty when nobody is known to.
    pub(crate) fn of(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let article = setting.part.article;
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
        let several = || noun_type(setting, deed).and_then(|claim_type| self.counted.get(&(article, claim_type)));
        let found = if is_counted(setting, deed) {
            several()
        } else if is_definite(setting, deed) {
            self.named.get(&(article, noun(setting, deed)))
        } else if draft.claim_type == ClaimType::Fight && draft.target.is_empty() && is_mutual(setting, deed) {
            // "The army attacked the rebels … *Fighting* went on near the port."
            self.sides.get(&article).filter(|sides| !sides.several).map(|sides| &sides.first)
        } else if is_indefinite(setting, deed) && noun_type(setting, deed) == Some(ClaimType::Strike) {
            // "The coalition carried out 34 strikes … Near Velna, *a strike* destroyed a depot."
            several()
        } else {
            None
        };
        found.map_or(&[], |doers| doers.as_slice())
    }

    /// Whom somebody fights, or from whom he takes a place, who was told before to fight a side that this sentence does not name.
    pub(crate) fn other_side(
        &self,
        document: &Document,
        setting: Setting,
        draft: &Draft,
        actor: &[Argument],
    ) -> &[Argument] {
        if !matches!(draft.claim_type, ClaimType::Fight | ClaimType::Capture) || actor.is_empty() {
            return &[];
        }
        let article = setting.part.article;
        if let Some(side) = self.against.get(&(article, words(document, actor))) {
            return side;
        }
        // "Jets struck the Tavan Front … The army has freed dozens of villages": from the only enemy there is.
        let apart =
            |enemy: &&Enemy| !enemy.several && actor.iter().all(|one| named(document, setting, one) != enemy.name);
        self.enemy.get(&article).filter(apart).map_or(&[], |enemy| enemy.told.as_slice())
    }

    /// Keeps who fights whom.
    fn tell_sides(&mut self, document: &Document, setting: Setting, claim: &model::Claim) {
        let both = claim.actor.iter().chain(&claim.target);
        let names: BTreeSet<String> = both.map(|side| named(document, setting, side)).collect();
        let kept = self.sides.entry(setting.part.article).or_insert_with(|| Sides {
            names: names.clone(),
            first: claim.actor.clone(),
            several: names.len() != 2,
        });
        kept.several |= kept.names != names;
    }

    /// Keeps against whom force is used.
    fn tell_enemy(&mut self, document: &Document, setting: Setting, draft: &Draft, claim: &model::Claim) {
        use ClaimType::{Besiege, Capture, Fight, Strike};
        let parse = &setting.part.parse;
        if !matches!(draft.claim_type, Besiege | Capture | Fight | Strike) {
            return;
        }
        let name = |&at: &usize| {
            let core = mention::core(parse, setting.lexicon, at);
            parse.pos(core) == Pos::Propn && !super::fillers::is_state(setting, core)
        };
        let [enemy] = &claim.target[..] else { return };
        if !draft.target.iter().all(name) {
            return;
        }
        let name = named(document, setting, enemy);
        let kept = self.enemy.entry(setting.part.article).or_insert_with(|| Enemy {
            name: name.clone(),
            told: claim.target.clone(),
            several: false,
        });
        kept.several |= kept.name != name;
    }

    /// Where the deed was done that a draft without a place takes up: "A bomb exploded in Velna. *The blast* killed two".
    pub(crate) fn scene(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        // "The fighting" and "the operation" go on in many places.
        let one = matches!(draft.claim_type, ClaimType::Strike | ClaimType::Attack | ClaimType::Casualties);
        if !one || !takes_up(setting, draft) {
            return &[];
        }
        let here = setting.part.token_span(draft.trigger).start;
        let near =
            |place: &&Vec<Argument>| place.iter().all(|one| one.span.start < here && here - one.span.start < NEAR);
        self.scene.get(&setting.part.article).filter(near).map_or(&[], |place| place.as_slice())
    }

    /// Keeps who did the deed of a claim, and to whom.
    pub(crate) fn tell(&mut self, document: &Document, setting: Setting, draft: &Draft, claim: &model::Claim) {
        use ClaimType::{Agree, Attack, Capture, Fight, Meet, Protest};
        let parties = |heads: &[usize]| {
            use NounClass::{Forces, Party, People};
            let parse = &setting.part.parse;
            heads.iter().all(|&at| {
                parse.pos(at) != Pos::Pron
                    && mention::fits(parse, setting.lexicon, at, &[Forces, Party, People])
                    && (!super::is_place(setting, at) || super::fillers::is_state(setting, at))
            })
        };
        if matches!(draft.claim_type, Protest | Meet | Agree) && !draft.actor.is_empty() && parties(&draft.actor) {
            self.last.insert((setting.part.article, draft.claim_type), claim.actor.clone());
        }
        if matches!(draft.claim_type, Fight | Capture | Attack)
            && !draft.actor.is_empty()
            && !draft.target.is_empty()
            && claim.polarity.value == Polarity::Positive
            && parties(&draft.actor)
            && parties(&draft.target)
        {
            self.against.insert((setting.part.article, words(document, &claim.actor)), claim.target.clone());
            if draft.claim_type != Attack {
                self.tell_sides(document, setting, claim);
            }
        }
        if !draft.target.is_empty() && parties(&draft.target) {
            self.tell_enemy(document, setting, draft, claim);
        }
        let real = matches!(claim.modality.value, Modality::Fact | Modality::Claimed)
            && claim.polarity.value == Polarity::Positive;
        // A market is in some town that was told before.
        let told = draft.place.iter().any(|&at| super::places::names(setting, at));
        if is_force(draft.claim_type) && real && told {
            self.scene.insert(setting.part.article, claim.place.clone());
        }
        let Some(deed) = deed(setting, draft) else { return };
        if claim.actor.is_empty() || !real {
            return;
        }
        let article = setting.part.article;
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
fn is_force(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Fight | Strike | Attack | Casualties | Destroy)
}

/// True for a deed told again with "the" or with its day: "the attack", "last night's attack", "died in the blast".
fn takes_up(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let told = |noun: usize| {
        let of_day = |child: usize| {
            parse.dep(child) == Dep::Poss
                && parse.name_of(child).is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Time))
        };
        let deed = setting.lexicon.nouns.is(&parse.lemma(noun).to_lowercase(), NounClass::Deed);
        // "the attack on the port" is another, or tells where it was.
        let further = parse.children(noun).any(|child| {
            parse.dep(child) == Dep::Prep && !matches!(parse.norm(child), "by" | "with" | "during")
                || matches!(parse.dep(child), Dep::Relcl | Dep::Acl)
        });
        parse.pos(noun) == Pos::Noun
            && deed
            && !further
            && (is_definite(setting, noun) || parse.children(noun).any(of_day))
    };
    let inside = parse
        .children(draft.predicate)
        .filter(|&child| parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "during" | "from"))
        .filter_map(|child| parse.child(child, Dep::Pobj));
    inside.chain(deed(setting, draft)).any(told)
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
        "event/verb" => mention::core(parse, setting.lexicon, grammar::doer(parse, draft.trigger)?),
        _ => return None,
    };
    let is_deed = setting.lexicon.nouns.is(&parse.lemma(noun).to_lowercase(), NounClass::Deed);
    (parse.pos(noun) == Pos::Noun && is_deed).then_some(noun)
}

/// The noun as it stands: "the operation" is none of the "operations" that were told in general.
fn noun(setting: Setting, deed: usize) -> String {
    setting.part.parse.norm(deed).to_lowercase()
}

fn noun_type(setting: Setting, deed: usize) -> Option<ClaimType> {
    let frames = setting.lexicon.triggers.frames(&setting.part.parse.lemma(deed).to_lowercase());
    frames.iter().find(|frame| frame.class == WordClass::Noun).map(|frame| frame.claim_type)
}

fn is_counted(setting: Setting, deed: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(deed).any(|child| parse.dep(child) == Dep::Nummod)
}

/// True for a noun of what two do to each other: "fighting", not "an offensive".
fn is_mutual(setting: Setting, deed: usize) -> bool {
    let frames = setting.lexicon.triggers.frames(&setting.part.parse.lemma(deed).to_lowercase());
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
