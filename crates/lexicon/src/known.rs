//! What is known of somebody before reading?
//!
//! A line of `data/names/states.tsv` is a [`State`], one of `data/names/actors.tsv` an [`Actor`]; a name stands for one of
//! them, [`Known`]: `Arvian forces` for the actor `Arvian Army`, kept as `actor:Arvian Army`. Who stands for whom is told by
//! [`Names`](crate::Names).

use model::EntityKind;

/// A state of the world.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Common English name.
    pub name: String,
    /// ISO 3166-1 code of two letters; `XK` for Kosovo.
    pub iso: String,
    /// Adjectives and names of its people, the usual adjective first. Empty where none is in use.
    pub demonyms: Vec<String>,
    /// Other names and abbreviations.
    pub aliases: Vec<String>,
    /// The capital, then cities that are used like one.
    pub capitals: Vec<String>,
    /// Buildings and streets that stand for its government.
    pub seats: Vec<String>,
    /// Degrees north and east of its middle, roughly. `None` for a state of former times.
    pub middle: Option<(f64, f64)>,
}

/// A party, force, agency, body, outlet or person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Fullest common English name, without rank or title.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Other names, spellings and abbreviations.
    pub aliases: Vec<String>,
    /// Name of the state or actor that it is a branch of or reports to.
    pub parent: Option<String>,
    /// ISO codes of the countries it belongs to.
    pub countries: Vec<String>,
}

impl Actor {
    /// What another line says of the same one.
    pub(crate) fn add(&mut self, other: Actor) {
        let own = |all: &[String], one: &String| all.contains(one);
        let aliases = other.aliases.into_iter().filter(|alias| !own(&self.aliases, alias));
        self.aliases = self.aliases.clone().into_iter().chain(aliases).collect();
        let countries = other.countries.into_iter().filter(|iso| !own(&self.countries, iso));
        self.countries = self.countries.clone().into_iter().chain(countries).collect();
        self.parent = other.parent.or(self.parent.take());
    }
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// Not of a state.
    ArmedGroup,
    /// A state's army or a part of it.
    Force,
    /// A government, ministry, service or other organ of a state.
    Agency,
    /// Between states, or of civil society.
    Body,
    /// A political party or front.
    Party,
    /// News.
    Outlet,
    /// A person.
    Person,
}

impl ActorKind {
    pub(crate) fn parse(word: &str) -> Option<ActorKind> {
        use ActorKind::*;
        Some(match word {
            "armed_group" => ArmedGroup,
            "force" => Force,
            "agency" => Agency,
            "body" => Body,
            "party" => Party,
            "outlet" => Outlet,
            "person" => Person,
            _ => return None,
        })
    }
}

/// What a name was found to stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known<'l> {
    /// A state.
    State(&'l State),
    /// An actor.
    Actor(&'l Actor),
}

impl<'l> Known<'l> {
    /// Canonical name.
    pub fn name(self) -> &'l str {
        match self {
            Known::State(state) => &state.name,
            Known::Actor(actor) => &actor.name,
        }
    }

    /// What it is as an entity.
    pub fn kind(self) -> EntityKind {
        match self {
            Known::State(_) => EntityKind::State,
            Known::Actor(actor) if actor.kind == ActorKind::Person => EntityKind::Person,
            Known::Actor(_) => EntityKind::Organisation,
        }
    }

    /// Key of the entry: `"state:SY"`, `"actor:Hezbollah"`.
    pub fn key(self) -> String {
        match self {
            Known::State(state) => format!("state:{}", state.iso),
            Known::Actor(actor) => format!("actor:{}", actor.name),
        }
    }
}
