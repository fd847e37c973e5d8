//! The API as a client meets it: every address, its description, its errors and its headers.

#[path = "../invented/mod.rs"]
mod invented;

mod answers;
mod decisions;
mod description;
mod errors;
mod headers;
mod pages;
mod site;
