//! Who does or suffers what a construction of English tells, though no slot of a frame holds it?
//!
//! "*At the request of* Kestria, Morvania sent troops", "the rebels *forced* the villagers to flee", "accused *each other*": each file
//! reads one of these and gives drafts what they lack, or adds the draft that the words tell besides.

pub(super) mod asked;
pub(super) mod banned;
pub(super) mod bidden;
pub(super) mod blamed;
pub(super) mod blast;
pub(super) mod forced;
pub(super) mod gapped;
pub(super) mod helped;
pub(super) mod included;
pub(super) mod means;
pub(super) mod mutual;
pub(super) mod speaker_at;
pub(super) mod stationed;
pub(super) mod thanks;
pub(super) mod threat;
