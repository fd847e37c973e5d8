use crate::{Claim, Entity, EntityId, Mention, Place, PlaceId, Problem, Sentence, TimeExpression};

/// What `read` found in one document. Its claims name nobody yet: their arguments are words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// In order of the text.
    pub sentences: Vec<Sentence>,
    /// In order of the text; outer before inner where they start together.
    pub mentions: Vec<Mention>,
    /// In order of their quotes, then triggers, then types. No two are equal in all fields.
    pub claims: Vec<Claim>,
    /// Every expression of time, in order of the text. The case file does not keep them.
    pub times: Vec<TimeExpression>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// A reading whose words have been told who, where and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolution {
    /// The reading, with the entity, place and range of its claims filled where they could be told.
    pub reading: Reading,
    /// Whom each mention of the reading stands for, by index; `None` where it could not be told.
    pub mention_entities: Vec<Option<EntityId>>,
    /// Which place each mention of the reading names, by index; `None` for what names none.
    pub mention_places: Vec<Option<PlaceId>>,
    /// The entities that mentions and arguments stand for, sorted by id.
    pub entities: Vec<Entity>,
    /// The places that mentions and arguments stand for, sorted by id.
    pub places: Vec<Place>,
}
