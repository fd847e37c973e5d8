//! The record as a whole: what goes in comes out, in any order, and damage is found.

mod damage;
mod decisions;
mod open;
mod order;
mod round_trip;
mod sample;
