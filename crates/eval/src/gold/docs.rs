use anyhow::{Result, bail};
use std::fmt;
use std::str::FromStr;

/// Which documents of the gold set: `000,001,200-225`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docs {
    words: String,
    ranges: Vec<(u32, u32)>,
}

impl Docs {
    /// True for a document of the list, by its number.
    pub fn has(&self, number: &str) -> bool {
        number.parse::<u32>().is_ok_and(|n| self.ranges.iter().any(|&(first, last)| (first..=last).contains(&n)))
    }
}

impl FromStr for Docs {
    type Err = anyhow::Error;

    fn from_str(words: &str) -> Result<Docs> {
        let mut ranges = Vec::new();
        for part in words.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            match (first.trim().parse::<u32>(), last.trim().parse::<u32>()) {
                (Ok(first), Ok(last)) if first <= last => ranges.push((first, last)),
                _ => bail!("expected numbers of documents such as 000,001,200-225, found {part:?}"),
            }
        }
        Ok(Docs { words: words.to_string(), ranges })
    }
}

impl fmt::Display for Docs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::Docs;

    #[test]
    fn lists_and_ranges_are_told_by_number() {
        let docs: Docs = "000,200-225".parse().expect("a list");
        assert!(docs.has("000") && docs.has("200") && docs.has("225"));
        assert!(!docs.has("001") && !docs.has("226") && !docs.has("x"));
        assert!("200-".parse::<Docs>().is_err());
        assert!("9-1".parse::<Docs>().is_err());
    }
}
