//! The fuse on an invented war: joins, origins, and what holds for any record.

mod invented;

mod disputes;
mod echoes;
mod forecasts;
mod joins;
mod origins;
mod properties;
