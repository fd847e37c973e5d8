//! What does the record say in answer to a question?
//!
//! "How many soldiers were killed near Velm?" → each count that claims of the record give, with who says it, from how many
//! independent origins, and the sentence; figures that exclude each other side by side. An answer is made of claims and sentences
//! of the record and of fixed frames around them, and of nothing else: what no claim says, the record does not say.
//!
//! A question is read by the readers that read reports ([`Question::read`]): it is turned into the statement that would answer it
//! ("Five soldiers were killed near Velm"), whose type of claim, parties, place and days are then looked for ([`answer`]). What of
//! it the record does not know is named. It does not try to reason: no sums, no comparing, no chains of two claims.

mod answer;
mod fit;
mod known;
mod question;
mod reply;
mod statement;
mod value;

pub use answer::answer;
pub use question::{Asked, Part, Question, Reader, Role};
pub use reply::{Clash, Group, PartReply, Reply, Value};
