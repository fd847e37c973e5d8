//! The program as it is used: started, killed, given bad input, and asked for its manual.

mod ask;
mod explain;
mod kill;
mod knowledge;
mod messages;
mod order;
mod reports;
mod run;
mod tables;
