//! By which words is the furniture of a page known?
//!
//! `"Already a member? Sign in"` ends like an offer, `"(Photo by …)"` stands in a caption, `"Posted on"` comes before the day
//! an article came out. The lists are `data/pages/*.tsv`.

use crate::lookup::WordSet;
use crate::{LexiconError, Row, Table};
use model::AsideReason;
use std::collections::BTreeMap;
use std::ops::Bound;

/// Word lists for what stands around an article.
#[derive(Debug)]
pub struct Pages {
    cues: BTreeMap<String, Vec<Cue>>,
    /// What cues begin with, up to their first border: most words of a text begin none.
    openers: WordSet,
    author_roles: Vec<String>,
    name_particles: Vec<String>,
    stamps: Vec<(String, Stamp)>,
    origins: Vec<(String, OriginCue)>,
    fields: BTreeMap<String, (PageField, u32)>,
    containers: BTreeMap<String, CueKind>,
    english: WordSet,
}

/// What a cue says about a block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where in the block the words must stand.
    pub place: CuePlace,
    /// True when the words tell by themselves; false when they need company.
    pub sure: bool,
    /// What the block is.
    pub kind: CueKind,
    /// A block that the cue is true of.
    pub example: String,
}

/// Where in a block the words of a cue must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CuePlace {
    /// They are the whole block.
    Whole,
    /// The block begins with them.
    Start,
    /// The block ends with them.
    End,
    /// Anywhere.
    Inside,
}

/// What a block with a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// Not article, for this reason.
    Aside(AsideReason),
    /// The words under a picture.
    Caption,
}

/// What the name or day after some words at the head of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// Who wrote it.
    Author,
    /// The day it came out.
    Published,
    /// Some other day: of a change, of a visit.
    Other,
}

/// What a line tells of where an article comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginCue {
    /// It is the report of whom the line names.
    TakenFrom,
    /// It was translated.
    Translated,
}

/// What a field of a page's own data states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageField {
    /// The headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// The day it came out.
    Published,
    /// Its address.
    Url,
}

impl Pages {
    pub(crate) fn load() -> Result<Pages, LexiconError> {
        let table = |file, text, columns: &[&str]| Table::parse(file, text, columns);
        let mut cues: BTreeMap<String, Vec<Cue>> = BTreeMap::new();
        let columns = ["cue", "where", "weight", "kind", "example"];
        for row in table("pages/cues.tsv", include_str!("../../../data/pages/cues.tsv"), &columns)?.rows() {
            let cue = Cue {
                place: row.closed(1, "whole, start, end or inside", |word| match word {
                    "whole" => Some(CuePlace::Whole),
                    "start" => Some(CuePlace::Start),
                    "end" => Some(CuePlace::End),
                    "inside" => Some(CuePlace::Inside),
                    _ => None,
                })?,
                sure: row.closed(2, "sure or hint", |word| match word {
                    "sure" => Some(true),
                    "hint" => Some(false),
                    _ => None,
                })?,
                kind: row.closed(3, "caption or the reason of an aside", cue_kind)?,
                example: row.cell(4).to_string(),
            };
            cues.entry(folded(row, 0)?).or_default().push(cue);
        }
        let words = |file, text| -> Result<Vec<String>, LexiconError> {
            table(file, text, &["word", "example"])?.rows().iter().map(|row| folded(row, 0)).collect()
        };
        let author_roles = words("pages/author_roles.tsv", include_str!("../../../data/pages/author_roles.tsv"))?;
        let name_particles = words("pages/name_particles.tsv", include_str!("../../../data/pages/name_particles.tsv"))?;
        let english = words("pages/english_words.tsv", include_str!("../../../data/pages/english_words.tsv"))?;
        let english = english.into_iter().map(|word| (word, ())).collect();
        let opener = |cue: &String| (cue[..borders(cue).get(1).copied().unwrap_or(cue.len())].to_string(), ());
        let openers = cues.keys().map(opener).collect();
        let mut stamps = Vec::new();
        let text = include_str!("../../../data/pages/stamps.tsv");
        for row in table("pages/stamps.tsv", text, &["words", "kind", "example"])?.rows() {
            let stamp = row.closed(1, "author, published or other", |word| match word {
                "author" => Some(Stamp::Author),
                "published" => Some(Stamp::Published),
                "other" => Some(Stamp::Other),
                _ => None,
            })?;
            stamps.push((folded(row, 0)?, stamp));
        }
        // The longest words first: "posted on" before "posted".
        stamps.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        let mut origins = Vec::new();
        let text = include_str!("../../../data/pages/origins.tsv");
        for row in table("pages/origins.tsv", text, &["words", "what", "example"])?.rows() {
            let cue = row.closed(1, "taken_from or translated", |word| match word {
                "taken_from" => Some(OriginCue::TakenFrom),
                "translated" => Some(OriginCue::Translated),
                _ => None,
            })?;
            origins.push((folded(row, 0)?, cue));
        }
        let mut fields = BTreeMap::new();
        let text = include_str!("../../../data/pages/fields.tsv");
        for row in table("pages/fields.tsv", text, &["field", "what", "rank", "example"])?.rows() {
            let what = row.closed(1, "title, outlet, author, published or url", |word| match word {
                "title" => Some(PageField::Title),
                "outlet" => Some(PageField::Outlet),
                "author" => Some(PageField::Author),
                "published" => Some(PageField::Published),
                "url" => Some(PageField::Url),
                _ => None,
            })?;
            let rank = row.closed(2, "a whole number", |word| word.parse::<u32>().ok())?;
            fields.insert(row.cell(0).to_ascii_lowercase(), (what, rank));
        }
        let mut containers = BTreeMap::new();
        let text = include_str!("../../../data/pages/containers.tsv");
        for row in table("pages/containers.tsv", text, &["word", "kind", "example"])?.rows() {
            containers.insert(row.cell(0).to_string(), row.closed(1, "caption or the reason of an aside", cue_kind)?);
        }
        Ok(Pages { cues, openers, author_roles, name_particles, stamps, origins, fields, containers, english })
    }

    /// The cues that hold of a block, in order of their words in it. `folded` is the block after [`fold`].
    pub fn cues<'a>(&'a self, folded: &str) -> Vec<&'a Cue> {
        let mut found = Vec::new();
        // Word borders only: a cue never starts or ends inside a word, save that its own mark may ("(photo by", "/afp").
        let borders = borders(folded);
        for (i, &start) in borders.iter().enumerate() {
            let opens = |end: &usize| self.openers.contains_key(&folded[start..*end]);
            if !borders.get(i + 1).is_some_and(opens) {
                continue;
            }
            for &end in &borders[i + 1..] {
                let words = &folded[start..end];
                let mut from = self.cues.range::<str, _>((Bound::Included(words), Bound::Unbounded));
                let Some((key, cues)) = from.next().filter(|(key, _)| key.starts_with(words)) else { break };
                if key != words {
                    continue;
                }
                let (first, last) = (start == 0, folded[end..].chars().all(|c| !c.is_alphanumeric()));
                let leads = folded[..start].chars().all(|c| !c.is_alphanumeric());
                found.extend(cues.iter().filter(|cue| match cue.place {
                    CuePlace::Whole => leads && last,
                    CuePlace::Start => first || (leads && start <= 2),
                    CuePlace::End => last,
                    CuePlace::Inside => true,
                }));
            }
        }
        found
    }

    /// What the words at the start of a folded line announce, and how many bytes of the line they take.
    pub fn stamp(&self, folded: &str) -> Option<(Stamp, usize)> {
        self.stamps.iter().find_map(|(words, stamp)| {
            let rest = folded.strip_prefix(words.as_str())?;
            let border = words.ends_with(':') || rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '\'');
            border.then_some((*stamp, words.len()))
        })
    }

    /// What the words at the start of a line tell of where the article comes from, and how many bytes of the line they take.
    pub fn origin(&self, line: &str) -> Option<(OriginCue, usize)> {
        self.origins.iter().find_map(|(words, cue)| {
            let fits = line.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
            let border = line.get(words.len()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
            (fits && border).then_some((*cue, words.len()))
        })
    }

    /// True when the word, in lower case, is a small word inside names: `"bin"`.
    pub fn is_name_particle(&self, word: &str) -> bool {
        self.name_particles.iter().any(|particle| particle == word)
    }

    /// True for a word, in any case, that English is full of and other languages in Latin letters are not: `"the"`.
    pub fn is_english(&self, word: &str) -> bool {
        let longest = 5;
        let mut small = [0; 5];
        if word.len() > longest {
            return false;
        }
        let small = &mut small[..word.len()];
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        std::str::from_utf8(small).is_ok_and(|word| self.english.contains_key(word))
    }

    /// What a field of a page's own data states, and its rank: of two fields the one with the lower rank goes first.
    pub fn field(&self, name: &str) -> Option<(PageField, u32)> {
        self.fields.get(&name.to_ascii_lowercase()).copied()
    }

    /// What stands inside an element with this name, or with this word in its class or id.
    pub fn container(&self, word: &str) -> Option<CueKind> {
        self.containers.get(&word.to_ascii_lowercase()).copied()
    }

    /// True when the word, in lower case, is one for people who write articles: `"analyst"`.
    pub fn is_author_role(&self, word: &str) -> bool {
        let one = word.strip_suffix('s').unwrap_or(word);
        self.author_roles.iter().any(|role| role == word || role == one)
    }
}

/// The kind a word of a table stands for.
fn cue_kind(word: &str) -> Option<CueKind> {
    match word {
        "caption" => Some(CueKind::Caption),
        word => AsideReason::parse(word).map(CueKind::Aside),
    }
}

/// Bytes at which a word or a mark begins or ends.
fn borders(text: &str) -> Vec<usize> {
    let mut borders = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let joined = before.is_some_and(|b| b.is_alphanumeric() && c.is_alphanumeric());
        if at > 0 && !joined {
            borders.push(at);
        }
        before = Some(c);
    }
    if !text.is_empty() {
        borders.push(text.len());
    }
    borders
}

fn folded(row: &Row<'_>, column: usize) -> Result<String, LexiconError> {
    let cell = row.cell(column);
    let fold = fold(cell);
    if fold != cell || cell.is_empty() {
        return Err(row.error(format!("expected words in lower case with straight quotes, {fold:?}, found {cell:?}")));
    }
    Ok(fold)
}

/// A text as cues are compared: lower case, straight quotes, plain hyphens, single spaces, each number as `0`.
///
/// ```
/// assert_eq!(lexicon::pages::fold("  It’s 1,280  VIEWS"), "it's 0 views");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            c if c.is_whitespace() || c == '\u{feff}' => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c if c.is_ascii_digit() => {
                while let Some(&next) = chars.peek() {
                    let mut ahead = chars.clone();
                    ahead.next();
                    let mark = matches!(next, ',' | '.') && ahead.peek().is_some_and(char::is_ascii_digit);
                    if !next.is_ascii_digit() && !mark {
                        break;
                    }
                    chars.next();
                }
                folded.push('0');
            }
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' => folded.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' => folded.push('"'),
            '\u{2010}'..='\u{2015}' => folded.push('-'),
            '\u{200b}'..='\u{200f}' | '\u{ad}' => {}
            c => folded.extend(c.to_lowercase()),
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_holds_of_its_example() {
        let pages = Pages::load().unwrap();
        for (words, cues) in &pages.cues {
            for cue in cues {
                let found = pages.cues(&fold(&cue.example));
                assert!(found.contains(&cue), "{words:?} {:?} of {:?}", cue.place, cue.example);
            }
        }
    }

    #[test]
    fn fields_and_containers_stand_in_their_examples() {
        let table = |file, text, columns: &[&str]| {
            let rows: Vec<(String, String)> = Table::parse(file, text, columns)
                .unwrap()
                .rows()
                .iter()
                .map(|row| (row.cell(0).to_lowercase(), row.cell(columns.len() - 1).to_lowercase()))
                .collect();
            rows
        };
        let fields = include_str!("../../../data/pages/fields.tsv");
        for (field, example) in table("pages/fields.tsv", fields, &["field", "what", "rank", "example"]) {
            let name = field.rsplit_once(':').filter(|(kind, _)| ["json", "tag", "link"].contains(kind));
            assert!(example.contains(name.map_or(field.as_str(), |(_, name)| name)), "{field} in {example}");
        }
        let containers = include_str!("../../../data/pages/containers.tsv");
        for (word, example) in table("pages/containers.tsv", containers, &["word", "kind", "example"]) {
            assert!(example.contains(&word), "{word} in {example}");
        }
    }

    #[test]
    fn a_cue_does_not_hold_inside_a_word_or_in_the_wrong_place() {
        let pages = Pages::load().unwrap();
        assert!(pages.cues("the tweeters left").is_empty());
        assert!(pages.cues("the militia called for a tweet to be deleted").is_empty());
        assert!(pages.cues("they share the road").is_empty());
    }

    #[test]
    fn words_of_english_are_told_in_any_case() {
        let pages = Pages::load().unwrap();
        assert!(pages.is_english("The") && pages.is_english("would"));
        assert!(!pages.is_english("het") && !pages.is_english("") && !pages.is_english("Øst"));
        let text = include_str!("../../../data/pages/english_words.tsv");
        for row in Table::parse("pages/english_words.tsv", text, &["word", "example"]).unwrap().rows() {
            assert!(pages.is_english(row.cell(0)), "{} is too long", row.cell(0));
            assert!(fold(row.cell(1)).split([' ', ',', '.']).any(|word| word == row.cell(0)), "{}", row.cell(1));
        }
    }

    #[test]
    fn a_stamp_takes_the_longest_words() {
        let pages = Pages::load().unwrap();
        assert_eq!(pages.stamp("posted on 0 march 0"), Some((Stamp::Published, 9)));
        assert_eq!(pages.stamp("by ana velt"), Some((Stamp::Author, 2)));
        assert_eq!(pages.stamp("bystanders fled"), None);
        let text = include_str!("../../../data/pages/stamps.tsv");
        for row in Table::parse("pages/stamps.tsv", text, &["words", "kind", "example"]).unwrap().rows() {
            assert_eq!(pages.stamp(&fold(row.cell(2))).map(|(_, len)| len), Some(row.cell(0).len()), "{}", row.cell(2));
        }
        let text = include_str!("../../../data/pages/author_roles.tsv");
        for row in Table::parse("pages/author_roles.tsv", text, &["word", "example"]).unwrap().rows() {
            let words = fold(row.cell(1));
            assert!(words.split(' ').any(|w| pages.is_author_role(w) && w == row.cell(0)), "{words}");
        }
    }
}
