//! Resolution on tables of invented texts, one Markdown file a topic. Readings are made by hand: no language model is asked.

mod any_times;
mod entities;
mod invented;
mod mentioned;
mod nearby;
mod places;
mod pronouns;
mod paragraphs;
mod reasons;
mod roles;
mod speakers;
mod times;
