use crate::chain::Chain;
use crate::{
    Figure, Lines, Wrong, article_extraction, cameo_source_target, case2021_event_types, ecbplus, geoparsing, muc4,
    plover_gsr, polnear, re3d, tempeval3, wikievents, wikiwars,
};
use anyhow::Result;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// A set of texts in which people marked something.
#[derive(Clone, Copy)]
pub struct Set {
    /// Its name, and that of its folder.
    pub name: &'static str,
    /// Measures it.
    pub measure: fn(&Chain, &Folder) -> Result<Vec<Figure>>,
}

/// Every set, in the order of the table.
pub const SETS: &[Set] = &[
    Set { name: "polnear", measure: polnear::measure },
    Set { name: "muc4", measure: muc4::measure },
    Set { name: "plover_gsr", measure: plover_gsr::measure },
    Set { name: "cameo_source_target", measure: cameo_source_target::measure },
    Set { name: "case2021_event_types", measure: case2021_event_types::measure },
    Set { name: "wikievents", measure: wikievents::measure },
    Set { name: "re3d", measure: re3d::measure },
    Set { name: "tempeval3", measure: tempeval3::measure },
    Set { name: "wikiwars", measure: wikiwars::measure },
    Set { name: "geoparsing", measure: geoparsing::measure },
    Set { name: "ecbplus", measure: ecbplus::measure },
    Set { name: "article_extraction", measure: article_extraction::measure },
];

/// The folder of a set.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder of a set below the one that holds them all; `None` where it is not there.
    pub fn of(data: &Path, set: &Set) -> Option<Folder> {
        let path = data.join(set.name);
        path.is_dir().then_some(Folder(path))
    }

    /// A file of the folder.
    pub fn lines<T: DeserializeOwned>(&self, name: &str) -> Result<Lines<T>, Wrong> {
        Lines::read(&self.0.join(name))
    }
}
