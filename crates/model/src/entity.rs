/// Sixteen hexadecimal digits made from an entity's kind and canonical name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub String);

/// Somebody or something that mentions are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// From kind and name, so that every document makes the same one.
    pub id: EntityId,
    /// The fullest common English name, without rank or title; a lower-case description for a generic party.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Key of the knowledge entry it was matched to; `None` (NIL): known only from the text.
    pub known: Option<String>,
    /// Why its mentions are taken for one: the rules used, sorted.
    pub reasons: Vec<String>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A named or described person.
    Person,
    /// A state.
    State,
    /// An armed group, unit, party, agency, company, outlet or body.
    Organisation,
    /// A party known by description only: `rebels`, `civilians`.
    Group,
    /// A place.
    Place,
    /// Anything else: a building, a weapon, an agreement.
    Thing,
}

impl EntityKind {
    /// The word for it in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::State => "state",
            EntityKind::Organisation => "organisation",
            EntityKind::Group => "group",
            EntityKind::Place => "place",
            EntityKind::Thing => "thing",
        }
    }

    /// The kind a word stands for.
    pub fn parse(word: &str) -> Option<EntityKind> {
        use EntityKind::*;
        [Person, State, Organisation, Group, Place, Thing].into_iter().find(|k| k.as_str() == word)
    }
}
