//! Which party do words take up that tell only what it is: "the militants", "the Brigade", "the regime in Lima"?
//!
//! "The Tavan Front attacked. The militants …" are the only ones near who fight in that way, "the Brigade" is the name that was
//! written in full, "the government" that of the only state just spoken of.

use super::Pass;
use super::candidate::{REACH, Trace};
use crate::cast::{Cast, Found};
use crate::entity::description;
use crate::speaker::publishing_state;
use crate::wording::{clean, is_in_singular, last_word, singulars, word_before};
use lexicon::{Antecedent, Known, NounClass, Office, State};
use model::{ClaimType, EntityId, EntityKind, Link, Mention, MentionKind};
use std::collections::BTreeSet;

/// What says of a description how the one it is of is named.
const NAMED: &[&str] = &[" called", " named", " dubbed", " known as", " calling itself", " calling themselves"];

/// What says of somebody with no name who he is found to be.
const IDENTIFIED: &[&str] = &["identified as", "identified only as", "named as", "named only as", "known only as"];

/// Sentences back within which a state can be whose government is meant.
const STATE_REACH: u32 = 1;

/// How a noun for people who fight says that they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fighting {
    /// "militants", "rebels"
    Irregular,
    /// "soldiers", "troops"
    Regular,
}

impl Pass<'_, '_> {
    /// True for the name of a group behind it: "a group called *the Free Dawn*", "another group, *the Free Dawn*, said"; and for that
    /// of a person: "a man named *Anton Brek*", "the gunman, identified as *Anton Brek*".
    pub(super) fn is_called(&self, group: &Mention, name: &Mention, between: &str) -> bool {
        let noun = group.head.get(&self.document.text).unwrap_or("").to_lowercase();
        let rest = self.document.text.get(name.span.end as usize..).unwrap_or("");
        let row = |rest: &str| rest.starts_with(" and ") || rest.starts_with(" or ");
        let saying = between.trim_start_matches(',').trim_start_matches(" also");
        let named = NAMED.iter().any(|by| saying.strip_prefix(by).is_some_and(|rest| matches!(rest, " " | " the ")));
        let member = self.roster.lexicon.institutions.is_membership(&noun);
        let aside = matches!(between, ", " | ", the ") && rest.strip_prefix(',').is_some_and(|rest| !row(rest));
        // "The minister named *Anton Brek* to the post" names another.
        let one = || matches!(word_before(&self.document.text, group.span.start as usize).as_deref(), Some("a" | "an"));
        let saying = saying.trim();
        let found = ["who was ", "was later ", "was ", "has been ", ""]
            .iter()
            .any(|was| saying.strip_prefix(was).is_some_and(|saying| IDENTIFIED.contains(&saying)));
        name.kind == MentionKind::Name
            && match group.hint {
                Some(EntityKind::Organisation) => named || member && aside,
                Some(EntityKind::Person) => found || named && one() && !rest.starts_with(" as "),
                _ => false,
            }
    }

    /// True for a body that only tells whose others are: "*Front*-linked militants".
    pub(super) fn is_linked_to(&self, body: &Mention) -> bool {
        let behind = self.document.text.get(body.span.end as usize..).unwrap_or("");
        let part = behind.strip_prefix('-').and_then(|rest| rest.split(|c: char| !c.is_lowercase()).next());
        let link = part.and_then(|part| self.roster.lexicon.compounds.get(part));
        link.is_some_and(|link| matches!(link.claim_type, ClaimType::AlliedWith | ClaimType::Backs | ClaimType::PartOf))
    }

    /// "The Tavan Front attacked. *The militants* fled", "Arvian soldiers came. *The troops* left": the only party near that
    /// fights in that way. Nobody where the same noun was used before.
    pub(super) fn fighters(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let noun = words.to_lowercase();
        let how = self.fighting(&noun)?;
        let article = self.article(mention);
        if self.traces.iter().any(|trace| trace.article == article && trace.name == noun && !self.is_group(trace)) {
            return None;
        }
        let near =
            self.traces.iter().rev().take_while(|trace| {
                trace.article == article && mention.sentence.saturating_sub(trace.sentence) <= REACH
            });
        let bound = self.bound(mention);
        let fits = |trace: &&Trace| {
            let told = trace.acts || trace.name.contains(' ');
            let described =
                told && trace.kind == EntityKind::Group && self.fighting(last_word(&trace.name)) == Some(how);
            let apart = !trace.entities.iter().any(|entity| bound.contains(entity));
            !trace.is_row() && apart && (described || how == Fighting::Irregular && self.is_fighting(trace))
        };
        let mut near = near.filter(fits);
        let found = near.next()?;
        if near.any(|other| other.entities != found.entities) {
            return None;
        }
        let entity = found.entities.first()?.clone();
        cast.because(
            &entity,
            &format!("the {words} are of {}, the only ones named before who fight so", found.name),
            None,
        );
        Some(entity)
    }

    /// True for "a rebel *movement*", which only says what a body is.
    fn is_group(&self, trace: &Trace) -> bool {
        let institutions = &self.roster.lexicon.institutions;
        let single = |noun: &String| institutions.is_membership(noun) && !noun.ends_with('s');
        trace.words.len() > 1 && trace.words.last().is_some_and(single)
    }

    fn fighting(&self, noun: &str) -> Option<Fighting> {
        let lexicon = self.roster.lexicon;
        let forces =
            |noun: &str| lexicon.nouns.is(noun, NounClass::Forces) && lexicon.nouns.is(noun, NounClass::People);
        if !is_in_singular(noun, forces) {
            return None;
        }
        if lexicon.institutions.has(noun) {
            return Some(Fighting::Regular);
        }
        lexicon.institutions.is_membership(noun).then_some(Fighting::Irregular)
    }

    /// "The Tavan Front is *a rebel* group", "the Tavan Front, *an armed* movement": it fights by what it is called.
    pub(super) fn is_told_to_fight(&self, mention: &Mention) -> bool {
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        let Some(told) = [" is a", " are a", " was a", ", a"].iter().find_map(|lead| rest.strip_prefix(lead)) else {
            return false;
        };
        let words = told.split(|c: char| !c.is_alphabetic()).take(5).skip(1);
        let sort = |word: &str| self.fighting(&format!("{word}s")) == Some(Fighting::Irregular) || word == "armed";
        let mut words = words.skip_while(|word| !sort(word));
        words.next().is_some() && words.next().is_some_and(|noun| self.roster.lexicon.institutions.is_membership(noun))
    }

    /// True for an armed group of the tables, or a body that only this text names and that fights in it: no brigade, which may be
    /// anybody's.
    fn is_fighting(&self, trace: &Trace) -> bool {
        let unit = || {
            let nouns = singulars(last_word(&trace.name));
            nouns.iter().any(|noun| self.roster.lexicon.nouns.is(noun, NounClass::Forces))
        };
        trace.armed
            || trace.kind == EntityKind::Organisation
                && trace.fights
                && !trace.institution
                && !trace.outlet
                && self.roster.lexicon.names.find(&trace.name).is_none()
                && !unit()
    }

    /// "the Tavan Brigade … *the Brigade*": a noun written as a name is short for the one that ends with it.
    pub(super) fn short_name(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        if words.contains(' ') || !words.starts_with(char::is_uppercase) || !words.ends_with(char::is_lowercase) {
            return None;
        }
        let noun = words.to_lowercase();
        let lexicon = self.roster.lexicon;
        let body = lexicon.anaphors.get(&noun).is_some_and(|anaphor| {
            anaphor.stands_for.iter().any(|who| matches!(who, Antecedent::Organisation | Antecedent::Movement))
        });
        let body = body || [NounClass::Party, NounClass::Forces].iter().any(|class| lexicon.nouns.is(&noun, *class));
        if !body || word_before(&self.document.text, mention.span.start as usize).as_deref() != Some("the") {
            return None;
        }
        // "Coalition advisers … the Tavan Coalition … the Coalition" is another one.
        let article = self.article(mention);
        let before = |trace: &Trace| trace.article == article && trace.name.split(' ').next() == Some(words);
        if self.traces.iter().any(before) {
            return None;
        }
        let [entity] = self.same_head(article, mention.sentence, words, true).try_into().ok()?;
        cast.because(&entity, &format!("the {words} is short for its name"), None);
        Some(entity)
    }

    /// "Secretary of State Anton Brek … *the Secretary*", "*the Secretary General*": who bears the title that is written as a name, where
    /// only one does.
    pub(super) fn title_bearer(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let title = words.to_lowercase().replace('-', " ");
        let one = self.roster.lexicon.names.title(&title).is_some();
        if !one || word_before(&self.document.text, mention.span.start as usize).as_deref() != Some("the") {
            return None;
        }
        let article = self.article(mention);
        let bears = |trace: &&Trace| {
            let titles = trace.entities.first().and_then(|person| self.titles.get(person));
            // "Secretary of State" right before his name is no second person.
            let office = self.roster.lexicon.titles.class(&trace.name.to_lowercase()).is_some();
            trace.article == article
                && !trace.is_row()
                && !office
                && titles.is_some_and(|titles| titles.contains(&title))
        };
        let bearers: BTreeSet<&EntityId> = self.traces.iter().filter(bears).flat_map(|trace| &trace.entities).collect();
        let Ok([bearer]) = <[EntityId; 1]>::try_from(bearers.iter().copied().cloned().collect::<Vec<_>>()) else {
            return if bearers.is_empty() { self.head_of_body(mention, words, cast) } else { None };
        };
        cast.because(&bearer, &format!("the {words} is the only one who bears this title"), None);
        Some(bearer)
    }

    /// "*The Secretary-General* welcomes the release": who leads the one body by that title, no state, that the article names.
    fn head_of_body(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let lexicon = self.roster.lexicon;
        let month = self.roster.month()?;
        let title = words.to_lowercase();
        let exact = |office: &&Office| office.titles.contains(&title) && office.held(month);
        let of_body = |office: &&Office| matches!(lexicon.names.find(&office.of), Some(Known::Actor(_)));
        let mut offices: Vec<&Office> = lexicon.offices.called(&title).filter(exact).filter(of_body).collect();
        if offices.is_empty() {
            return None;
        }
        let article = self.article(mention);
        let mentions = self.reading.mentions.iter().filter(|other| self.article(other) == article);
        let texts = mentions.filter_map(|other| other.span.get(&self.document.text));
        let named: BTreeSet<&str> =
            texts.filter_map(|text| lexicon.names.find(&clean(text))).map(|known| known.name()).collect();
        offices.retain(|office| named.contains(office.of.as_str()));
        let [office] = offices.as_slice() else { return None };
        let found = self.roster.find(&office.person, MentionKind::Name, Some(EntityKind::Person))?;
        let reason = format!("the {words} of {}, which the article names", office.of);
        Some(cast.add(&Found { reason, ..found }))
    }

    /// "the army", "the foreign ministry": of the state that the article is about, or of the only one just spoken of.
    pub(super) fn of_home(&self, mention: &Mention, words: &str, cast: &Cast) -> Option<Found> {
        let noun = words.to_lowercase();
        if !self.roster.lexicon.institutions.is_lone(&noun) {
            return None;
        }
        if let Some(state) = self.seat_behind(mention) {
            let found = description::institution_of(self.roster, state, &noun)?;
            return Some(Found { reason: format!("the {words} in the capital of {}", state.name), ..found });
        }
        if let Some(state) = self.home.state(self.article(mention)) {
            if self.tells_of_another(mention, state, cast) {
                return None;
            }
            if let Some(other) = self.of_guest(mention, state, cast) {
                let found = description::institution_of(self.roster, other, &noun)?;
                return Some(Found { reason: format!("the {words} of {}, spoken of last", other.name), ..found });
            }
            let found = description::institution_of(self.roster, state, &noun)?;
            return Some(Found {
                reason: format!("the {words} of {}, which the article is about", state.name),
                ..found
            });
        }
        let state = self.only_state(mention)?;
        let found = description::institution_of(self.roster, state, &noun)?;
        Some(Found { reason: format!("the {words} of {}, the only state just spoken of", state.name), ..found })
    }

    /// "*Police* arrested two men", "*authorities* said", "*security forces* fired": what stands without an article is of the state
    /// that the article is about as well.
    pub(super) fn bare_of_home(
        &self,
        mention: &Mention,
        words: &str,
        before: Option<&str>,
        cast: &Cast,
    ) -> Option<Found> {
        let noun = words.to_lowercase();
        let bare = before.is_none_or(|before| !is_determiner(before));
        if !bare || !self.roster.lexicon.institutions.is_lone(&noun) || self.seat_behind(mention).is_some() {
            return None;
        }
        let rest = self.document.text.get(mention.span.end as usize..).unwrap_or("");
        // "police from Arvia", "police of the interior ministry" say themselves whose they are.
        if rest.starts_with(" from ") || rest.starts_with(" of ") || rest.starts_with('-') {
            return None;
        }
        let state =
            self.home.state(self.article(mention)).filter(|state| !self.tells_of_another(mention, state, cast))?;
        let found = description::institution_of(self.roster, state, &noun)?;
        Some(Found { reason: format!("{words} of {}, which the article is about", state.name), ..found })
    }

    /// "*Army* shells village", "the *Government* said": an institution that is written with a capital is of the same state as one
    /// that is not.
    pub(super) fn written_large(&self, mention: &Mention, words: &str, cast: &Cast) -> Option<Found> {
        let before = word_before(&self.document.text, mention.span.start as usize);
        if before.as_deref() == Some("the") {
            self.of_home(mention, words, cast)
        } else {
            self.bare_of_home(mention, words, before.as_deref(), cast)
        }
    }

    /// True for who says what another state says: in "Arvia condemns the raid on the capital of Kestria", *the foreign ministry* said, it may be
    /// that of either.
    fn tells_of_another(&self, mention: &Mention, home: &State, cast: &Cast) -> bool {
        use ClaimType::{Accuse, Demand, Support, Threaten};
        let said = self.reading.claims.iter().filter(|claim| {
            let says = |link: &Link| link.sources.iter().any(|source| source.head == mention.head);
            matches!(claim.claim_type, Accuse | Demand | Support | Threaten)
                && claim.attribution.last().is_some_and(says)
        });
        let actors = said.flat_map(|claim| &claim.actor).filter_map(|actor| self.discourse.by_head.get(&actor.head));
        let mut states = actors.flat_map(|&at| self.told(at)).filter_map(|id| self.state_of(&id, cast));
        states.any(|state| state.iso != home.iso)
    }

    /// "the government *in Lima*": the state whose capital stands behind.
    fn seat_behind(&self, mention: &Mention) -> Option<&State> {
        let rest = self.document.text.get(mention.span.end as usize..)?.strip_prefix(" in ")?;
        let town = rest.split(|c: char| !c.is_alphanumeric()).next()?;
        self.roster.lexicon.names.capital(town)
    }

    /// "French troops will deploy to Peru. They will help *the government*", in a text that the French government gives out: it calls
    /// itself otherwise, and means the state it spoke of last.
    fn of_guest(&self, mention: &Mention, home: &State, cast: &Cast) -> Option<&State> {
        let article = self.article(mention);
        let outlet = &self.document.articles.get(article as usize)?.outlet.as_ref()?.value;
        let publisher = publishing_state(outlet, self.roster.lexicon)?;
        let near = |trace: &&Trace| mention.sentence.saturating_sub(trace.sentence) <= STATE_REACH;
        let traces = self.traces.iter().rev().take_while(|trace| trace.article == article).take_while(near);
        let mut states = traces.filter_map(|trace| self.state_of(trace.entities.first()?, cast));
        states.next().filter(|state| state.iso != home.iso && publisher.name == home.name)
    }

    /// The state spoken of in this sentence or the one before, where it is only one.
    fn only_state(&self, mention: &Mention) -> Option<&State> {
        let article = self.article(mention);
        let near = self.traces.iter().rev().take_while(|trace| {
            trace.article == article && mention.sentence.saturating_sub(trace.sentence) <= STATE_REACH
        });
        let mut states = near.filter(|trace| trace.kind == EntityKind::State);
        let found = states.next()?;
        if states.any(|other| other.entities != found.entities) {
            return None;
        }
        match self.roster.lexicon.names.find(&found.name) {
            Some(Known::State(state)) => Some(state),
            _ => None,
        }
    }
}

/// True for a word that says which of several is meant: "these police", "other authorities".
fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "my"
            | "your"
            | "some"
            | "other"
            | "no"
            | "any"
            | "all"
            | "both"
            | "several"
            | "many"
            | "s"
    )
}
