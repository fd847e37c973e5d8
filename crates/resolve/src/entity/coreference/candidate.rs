//! Who of those mentioned before can be meant by a word, and who best?
//!
//! "The Front for Arvia attacked Tavan. It said it had lost two men.": for `It`, `Front for Arvia` stands one sentence back,
//! acts and opens its sentence; `Tavan` is a place, which `it` can be as well, but it does nothing. Every one that was
//! weighed is kept with what spoke for it and, if it could not be, with what ruled it out.

use super::sex::Sexes;
use lexicon::{Anaphor, Antecedent, Sex};
use model::{EntityId, EntityKind};
use std::collections::BTreeSet;

/// Sentences back within which a word can take somebody up.
pub(super) const REACH: u32 = 3;
/// The same for "the town", "the region", said of where something happens: the scene of a text changes less than who acts.
const PLACE_REACH: u32 = 8;

/// Somebody mentioned, or several named in one row, as what comes after can take them up.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    /// One, or all of a row such as "Anton Brek and Ivo Hald".
    pub entities: Vec<EntityId>,
    pub kind: EntityKind,
    pub name: String,
    /// The words it was mentioned by, in small letters.
    pub words: Vec<String>,
    pub armed: bool,
    /// An institution of a state by what it is called: "Arvian army", "the army".
    pub institution: bool,
    pub plural: bool,
    pub outlet: bool,
    /// Asks, accuses, threatens or supports somebody in a claim.
    pub asks: bool,
    /// The noun that the name calls a body by: `council` for "Council of Elders".
    pub called: Option<String>,
    /// The titles that stood with a person's name so far, in small letters.
    pub titles: BTreeSet<String>,
    /// For a place: what it is, as far as its words tell.
    pub sort: Option<Antecedent>,
    /// Only tells where something else is: "a base near Tavan".
    pub landmark: bool,
    /// Only tells where something happens or stands: "in Arvia".
    pub scene: bool,
    pub sentence: u32,
    pub article: u32,
    /// Acts in a claim or says something.
    pub acts: bool,
    /// Says something, and does nothing that is told.
    pub speaks: bool,
    /// Only the agent of a passive: "was jailed *by Judge Brek*".
    pub agent: bool,
    /// Only an adjective: "Arvian" in "Arvian officials".
    pub passing: bool,
    /// Has force done to it in a claim.
    pub suffers: bool,
    /// Does force in a claim.
    pub fights: bool,
    /// Stands at the very start of its sentence, where its subject does.
    pub opens: bool,
    pub first: bool,
    /// A row of which none does anything: "ministers from Arvia, Belmark and Orland".
    pub listed: bool,
}

impl Trace {
    /// True for a row of several.
    pub fn is_row(&self) -> bool {
        self.entities.len() > 1
    }
}

/// What the word that takes somebody up asks for.
#[derive(Clone, Debug)]
pub(super) struct Ask<'a> {
    pub anaphor: &'a Anaphor,
    /// The noun itself, in small letters.
    pub noun: &'a str,
    pub sentence: u32,
    pub article: u32,
    /// A noun such as "the group", not a pronoun.
    pub nominal: bool,
    /// Who stands in another role of the same claim: nobody is against himself.
    pub bound: Vec<EntityId>,
    /// Says where something happens: only a place can be meant.
    pub place: bool,
    /// Only has force done to it: who was hurt before is hurt on, rather than who did it.
    pub suffers: bool,
    /// Is judged or explained: a deed or accord can be meant.
    pub assessed: bool,
    /// Does force: a place without a name cannot be meant.
    pub fights: bool,
    /// Asks, accuses, threatens or supports somebody: whoever did so before goes on.
    pub asks: bool,
    /// Says how many are meant, "the three countries": any row of as many can be.
    pub counted: bool,
    /// Those who say what the word stands in: "Brek said that *he* would leave" is rather Brek.
    pub tellers: Vec<EntityId>,
    /// The word is one for a woman or for a man.
    pub sex: Option<Sex>,
    /// Whom the article is about.
    pub topic: Option<EntityId>,
}

/// Somebody who was weighed for a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate<'t> {
    pub name: &'t str,
    /// Several for a row.
    pub entities: &'t [EntityId],
    pub sentence: u32,
    /// The sum of what spoke for and against it. The highest is taken; of equal ones the nearest.
    pub score: i32,
    /// What spoke for and against it, each with its weight.
    pub weighed: Vec<(&'static str, i32)>,
    /// Why it cannot be meant at all.
    pub excluded: Option<&'static str>,
}

impl Candidate<'_> {
    /// Why it is not the one, beside the score of the one that was taken.
    pub fn why_not(&self, taken: Option<i32>, back: u32) -> String {
        if let Some(excluded) = self.excluded {
            return excluded.to_string();
        }
        let place = match back {
            0 => "in the same sentence".to_string(),
            1 => "in the sentence before".to_string(),
            _ => format!("{back} sentences before"),
        };
        let weighed: Vec<String> = self.weighed.iter().map(|(what, weight)| format!("{what} {weight:+}")).collect();
        match taken {
            Some(taken) => {
                format!("is less likely {place}: {} ({} against {taken})", weighed.join(", "), self.score)
            }
            None => format!("could be meant as well {place}: {}", weighed.join(", ")),
        }
    }
}

/// All who were mentioned within reach, from the last to the first.
pub(super) fn candidates<'t>(traces: &'t [Trace], ask: &Ask<'_>, sexes: &Sexes) -> Vec<Candidate<'t>> {
    let reach = if ask.place && ask.nominal { PLACE_REACH } else { REACH };
    let near = traces
        .iter()
        .rev()
        .take_while(|trace| trace.article == ask.article && ask.sentence.saturating_sub(trace.sentence) <= reach);
    near.map(|trace| weigh(trace, ask, sexes)).collect()
}

/// The one that is taken, by its place.
pub(super) fn best(candidates: &[Candidate]) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (at, candidate) in candidates.iter().enumerate().filter(|(_, candidate)| candidate.excluded.is_none()) {
        // From the last to the first: an equal one that is nearer stays.
        if best.is_none_or(|before| candidate.score > candidates[before].score) {
            best = Some(at);
        }
    }
    best
}

fn weigh<'t>(trace: &'t Trace, ask: &Ask<'_>, sexes: &Sexes) -> Candidate<'t> {
    let mut candidate = Candidate {
        name: &trace.name,
        entities: &trace.entities,
        sentence: trace.sentence,
        score: 0,
        weighed: Vec::new(),
        excluded: None,
    };
    let somewhere = matches!(trace.kind, EntityKind::Place | EntityKind::State);
    let fit = fit(ask.anaphor, trace).filter(|_| somewhere || !ask.place).or_else(|| deed(ask, trace));
    let Some(fit) = fit.map(|fit| if ask.place { fit.max(2) } else { fit }) else {
        candidate.excluded = Some("another kind or number");
        return candidate;
    };
    if trace.entities.iter().any(|entity| ask.bound.contains(entity)) {
        candidate.excluded = Some("has another role in the same claim");
        return candidate;
    }
    // "*Both* agreed to leave": two that were named together.
    if ask.noun.eq_ignore_ascii_case("both") && trace.entities.len() != 2 {
        candidate.excluded = Some("is not two");
        return candidate;
    }
    if trace.listed && !ask.counted {
        candidate.excluded = Some("is only a list in passing");
        return candidate;
    }
    let told = match trace.entities.as_slice() {
        [one] => sexes.get(one),
        _ => None,
    };
    let same = ask.sex.zip(told).map(|(wanted, told)| (wanted == told.sex, told.sure));
    if same == Some((false, true)) {
        candidate.excluded = Some("is told to be of the other sex");
        return candidate;
    }
    // "blamed the group … the group": words that have taken up nobody say no more the second time.
    if ask.nominal && trace.name == ask.noun {
        candidate.excluded = Some("is only called so");
        return candidate;
    }
    // "A general spoke. The envoy left.": two offices without a name are two persons.
    let named = trace.name.chars().next().is_some_and(char::is_uppercase);
    if ask.nominal && trace.kind == EntityKind::Person && !trace.is_row() && !named {
        candidate.excluded = Some("an office without a name is another person");
        return candidate;
    }
    // "sentenced Brek for the murder of the mayor": two in one sentence are two.
    if ask.nominal && trace.kind == EntityKind::Person && !trace.is_row() && trace.sentence == ask.sentence {
        candidate.excluded = Some("stands in the same sentence by another name");
        return candidate;
    }
    // "The council" is no ministry, and "the border" no town, whatever was named before.
    let other = trace.called.as_ref().is_some_and(|called| called != ask.noun);
    // Nor is an armed group "the council", "the coalition" or "the mission".
    let wants = |who: Antecedent| ask.anaphor.stands_for.contains(&who);
    let body = wants(Antecedent::Organisation) && !wants(Antecedent::Movement);
    let other = other || body && trace.armed && trace.called.is_none();
    let lacks = trace.kind == EntityKind::Place && !trace.words.iter().any(|word| word == ask.noun);
    if ask.nominal && ask.anaphor.own && (other || lacks) {
        candidate.excluded = Some("is called by another noun");
        return candidate;
    }
    // "General Brek", of whom nothing else is told, is not "the king".
    let titled = trace.kind == EntityKind::Person && !trace.titles.is_empty();
    if ask.nominal && ask.anaphor.own && titled && !trace.titles.contains(ask.noun) {
        candidate.excluded = Some("bears another title");
        return candidate;
    }
    // "The tanks crossed *open ground*. It was attacked": ground attacks nobody.
    if ask.fights && !ask.nominal && trace.kind == EntityKind::Place && !named {
        candidate.excluded = Some("a place without a name does no force");
        return candidate;
    }
    // "A bomb went off *in Tavan*. It killed nine": where something happens does no force either.
    if ask.fights && !ask.nominal && trace.kind == EntityKind::Place && (trace.scene || trace.landmark) {
        candidate.excluded = Some("only says where, and does no force");
        return candidate;
    }
    if ask.nominal && trace.landmark {
        candidate.excluded = Some("only tells where something else is");
        return candidate;
    }
    let back = ask.sentence.saturating_sub(trace.sentence) as i32;
    let mut add = |what: &'static str, weight: i32| {
        if weight != 0 {
            candidate.weighed.push((what, weight));
            candidate.score += weight;
        }
    };
    add("kind and number", fit);
    // "the city centre … the city": what is taken up as a place has a name rather than not.
    add("has a name", 3 * i32::from(ask.place && ask.nominal && trace.name.contains(char::is_uppercase)));
    add("sentences between", -4 * back);
    // "told Radio Velna that *its* fighters …": an outlet brings the news of others.
    add("was taken up by a word for the other sex", if same == Some((false, false)) { -4 } else { 0 });
    add("acts or speaks", 3 * i32::from(trace.acts && !trace.outlet));
    // "Holt was jailed by Judge Brek. He will …": who stands before the verb is taken up.
    add("is only the agent", -3 * i32::from(trace.agent && !ask.nominal && back == 1));
    add("brings the news", -3 * i32::from(trace.outlet && !ask.nominal));
    // "…, Brek said. He was detained": whoever only tells of it is rather not the one.
    add("only speaks", -2 * i32::from(ask.suffers && trace.speaks));
    add("suffers as well", 4 * i32::from(ask.suffers && trace.suffers && !trace.acts));
    add("opens its sentence", i32::from(trace.first));
    add("only says where", -3 * i32::from(trace.scene && !ask.place && !ask.nominal));
    let says = back == 0 && !ask.nominal && trace.entities.iter().all(|one| ask.tellers.contains(one));
    add("goes on to ask", 2 * i32::from(ask.asks && !ask.nominal && trace.asks && back == 1));
    add("says so itself", 2 * i32::from(says));
    let topic = !ask.nominal && back == 1 && ask.topic.as_ref().is_some_and(|topic| trace.entities == [topic.clone()]);
    add("is whom the text is about", 5 * i32::from(topic));
    add("only an adjective", -3 * i32::from(trace.passing));
    candidate
}

/// "The accord ends the war. *It* is a victory", "These raids failed. *They* weakened the army": what opens its sentence is judged on in the next.
fn deed(ask: &Ask<'_>, trace: &Trace) -> Option<i32> {
    let wanted = if ask.anaphor.plural { Antecedent::Organisation } else { Antecedent::Site };
    let pronoun = !ask.nominal && ask.anaphor.stands_for.contains(&wanted);
    let near = ask.sentence.saturating_sub(trace.sentence) == 1;
    let thing = trace.kind == EntityKind::Thing && trace.opens && trace.plural == ask.anaphor.plural;
    (ask.assessed && pronoun && near && thing).then_some(4)
}

/// How well somebody fits a word: `None` for not at all.
fn fit(anaphor: &Anaphor, trace: &Trace) -> Option<i32> {
    use EntityKind::*;
    let fits = |wanted: &Antecedent| -> Option<i32> {
        if trace.is_row() {
            // Several who were named together are what a plural takes up first.
            let fits = match wanted {
                Antecedent::Organisation | Antecedent::Movement => matches!(trace.kind, Organisation | Group),
                Antecedent::State => trace.kind == State,
                Antecedent::Person => trace.kind == Person,
                Antecedent::People => matches!(trace.kind, Person | Group),
                _ => false,
            };
            return (anaphor.plural && fits).then_some(if trace.kind == State { 2 } else { 4 });
        }
        match (wanted, trace.kind) {
            (Antecedent::Organisation, Organisation) if !trace.outlet || anaphor.stands_for.len() > 1 => Some(2),
            (Antecedent::Organisation, Group) if !trace.plural && !anaphor.plural => Some(1),
            (Antecedent::Body, Organisation) if !trace.outlet && !trace.institution && !trace.armed => Some(2),
            (Antecedent::Movement, Organisation) if !trace.outlet && !trace.institution => Some(2),
            (Antecedent::Movement, Group) if !trace.plural && !anaphor.plural => Some(1),
            (Antecedent::Outlet, Organisation) if trace.outlet => Some(2),
            (Antecedent::State, State) => Some(if anaphor.plural { -2 } else { 2 }),
            (Antecedent::Settlement | Antecedent::Region | Antecedent::Site, Place) if anaphor.stands_for.len() > 3 => {
                Some(-2)
            }
            (Antecedent::Settlement | Antecedent::Region | Antecedent::Site, Place)
                if !trace.plural && trace.sort.is_none_or(|sort| sort == *wanted) =>
            {
                Some(1)
            }
            (Antecedent::Person, Person) if !trace.plural && !anaphor.plural => Some(2),
            (Antecedent::People, Group) => Some(2),
            (Antecedent::People, Person) if trace.plural => Some(2),
            _ => None,
        }
    };
    anaphor.stands_for.iter().filter_map(fits).max()
}
