//! Which lines of a web page are its article?
//!
//! The page's text is all the lines it shows, in order; the article is found among them. The search is `trafilatura`'s: a
//! line is article when its words are in what that found. So the text keeps the page's order, and what was left out stands
//! in it as asides with their reasons.
//!
//! A page that is too large, too deep or broken for the search is read like a text page, with a problem that says so.

use crate::Limits;
use crate::SidecarRow;
use crate::article::{self, Layout};
use crate::block::{self, Block};
use crate::label::{self, Label};
use crate::markup::{self, Line, Page};
use crate::page_data::{self, PageData};
use lexicon::pages::{CueKind, Pages, fold};
use model::{AsideReason, Problem, Stage};
use std::collections::BTreeSet;
use std::sync::mpsc;
use std::thread;

/// Stack of the thread that searches a page: its parts call themselves once for each element that lies in another.
const STACK: usize = 256 << 20;

/// The text of a page with its articles, and what the page states about them; `None` for a page that shows no text.
pub(crate) fn taken(
    html: &str,
    rows: &[&SidecarRow],
    pages: &Pages,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) -> Option<(String, Layout, PageData)> {
    let page = markup::page(html, pages);
    if page.lines.is_empty() {
        return None;
    }
    let data = page_data::stated(&page, pages);
    let (text, blocks, line_of) = shown(&page, limits, problems);
    let lines: Vec<&Line> = line_of.iter().map(|&line| &page.lines[line]).collect();
    let found = match too_much(html, &page, limits).map_or_else(|| search(html, limits), Err) {
        Ok(found) => Some(Article::new(&markup::page(&found, pages).lines)).filter(|found| !found.words.is_empty()),
        Err(why) => {
            let message = format!("{why}; its article was looked for as in a text page");
            problems.push(Problem { stage: Stage::Intake, code: "page/not-searched".to_string(), span: None, message });
            None
        }
    };
    let Some(found) = found else {
        let mut labels = label::labels(&blocks, &vec![false; blocks.len()], pages);
        set_containers_aside(&lines, &mut labels);
        article::keep_something(&blocks, &mut labels);
        let title = title(&blocks, &labels, &data);
        return Some((text.clone(), article::page_layout(&text, &blocks, &labels, title, rows, pages, problems), data));
    };
    let labels = labels(&blocks, &lines, &found, pages);
    let title = title(&blocks, &labels, &data);
    let layout = article::page_layout(&text, &blocks, &labels, title, rows, pages, problems);
    Some((text, layout, data))
}

/// The page's text, its blocks, and the line of the page that each block is of.
fn shown(page: &Page, limits: &Limits, problems: &mut Vec<Problem>) -> (String, Vec<Block>, Vec<usize>) {
    let mut text = String::new();
    let mut ranges = Vec::with_capacity(page.lines.len());
    for (i, line) in page.lines.iter().enumerate() {
        if i > 0 {
            text.push_str(if line.item && page.lines[i - 1].item { "\n" } else { "\n\n" });
        }
        let start = text.len();
        text.push_str(&line.text);
        ranges.push(start..text.len());
    }
    let (mut blocks, mut line_of) = (Vec::new(), Vec::new());
    for (i, range) in ranges.into_iter().enumerate() {
        let line = &page.lines[i];
        let block = block::described(&text, range, line.item, line.heading);
        block::push(&text, block, limits.paragraph, &mut blocks, problems);
        line_of.resize(blocks.len(), i);
    }
    (text, blocks, line_of)
}

/// Why a page is not searched, if it is not.
fn too_much(html: &str, page: &Page, limits: &Limits) -> Option<String> {
    let over = |what: &str, limit: usize, found: usize| {
        (found > limit).then(|| format!("expected a page of at most {limit} {what}, found {found}"))
    };
    over("bytes", limits.page, html.len())
        .or_else(|| over("tags", limits.tags, page.tags))
        .or_else(|| over("elements in each other", limits.depth, page.depth))
        .or_else(|| over("elements around its tags, all together", limits.nesting, page.nesting))
}

/// The article of a page as HTML, or why there is none.
fn search(html: &str, limits: &Limits) -> Result<String, String> {
    let (sender, receiver) = mpsc::channel();
    let html = html.to_string();
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_html_date_mode(trafilatura::HtmlDateMode::Disabled);
    let work = move || {
        // A panic drops the sender; nobody waits for a thread that takes too long.
        let _ = sender.send(trafilatura::extract(&html, &options).map(|found| found.content_html));
    };
    let spawned = thread::Builder::new().name("page-search".to_string()).stack_size(STACK).spawn(work);
    if let Err(error) = spawned {
        return Err(format!("the page could not be searched: {error}"));
    }
    match receiver.recv_timeout(limits.search) {
        Ok(Ok(found)) => Ok(found),
        // A page without an article is one of which the whole text is looked at.
        Ok(Err(_)) => Ok(String::new()),
        Err(mpsc::RecvTimeoutError::Timeout) => {
            Err(format!("expected to find the page's article within {} s", limits.search.as_secs()))
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => Err("the search for the page's article broke off".to_string()),
    }
}

/// What the search found, ready to be compared with lines of the page.
struct Article {
    /// Every four words in a row.
    words: BTreeSet<[String; 4]>,
    /// Its lines, as cues are compared.
    lines: BTreeSet<String>,
}

/// From how many words a line is told by its words, not as a whole.
const TELLING: usize = 6;

impl Article {
    fn new(lines: &[Line]) -> Article {
        let words: Vec<String> = lines.iter().flat_map(|line| words(&fold(&line.text))).collect();
        Article {
            words: words.windows(4).map(four).collect(),
            lines: lines.iter().map(|line| fold(&line.text)).collect(),
        }
    }

    /// True when most of a line's words stand in the article as they do in the line.
    fn holds(&self, block: &Block, line: &Line) -> bool {
        if self.lines.contains(&block.folded) {
            return true;
        }
        let words = words(&block.folded);
        if words.len() < TELLING {
            return false;
        }
        let found = words.windows(4).filter(|window| self.words.contains(&four(window))).count();
        // A menu's line that resembles one of the article is still a menu's.
        let menu = matches!(line.container, Some(CueKind::Aside(_)));
        let part = if menu { 95 } else { 70 };
        found * 100 >= (words.len() - 3) * part
    }
}

fn words(folded: &str) -> Vec<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_string).collect()
}

fn four(words: &[String]) -> [String; 4] {
    [words[0].clone(), words[1].clone(), words[2].clone(), words[3].clone()]
}

fn labels(blocks: &[Block], lines: &[&Line], found: &Article, pages: &Pages) -> Vec<Label> {
    let held: Vec<bool> = blocks.iter().zip(lines).map(|(block, line)| found.holds(block, line)).collect();
    let telling = |i: &usize| held[*i] && blocks[*i].words >= TELLING;
    let first = (0..blocks.len()).find(telling).unwrap_or(0);
    let last = (0..blocks.len()).rev().find(telling).unwrap_or(blocks.len());
    let middle = middle(blocks, &held);
    let twice = label::repeats(blocks);
    let mut again = vec![None; blocks.len()];
    (0..blocks.len()).for_each(|i| twice[i].into_iter().for_each(|first| again[first] = Some(i)));
    let told: Vec<Option<AsideReason>> = blocks.iter().map(|block| label::told_aside(block, pages)).collect();
    let mut article: Vec<bool> = (0..blocks.len())
        .map(|i| {
            // A word or two may stand in any menu too.
            let inside = blocks[i].words >= TELLING || (first <= i && i <= last);
            // Of two equal lines the one in the midst of the article is its.
            let other = twice[i].or(again[i]);
            let nearest = other.is_none_or(|j| !held[j] || i.abs_diff(middle) <= j.abs_diff(middle));
            held[i] && inside && nearest && told[i].is_none()
        })
        .collect();
    // The search passes over a paragraph here and there, most often the first.
    for i in first.saturating_sub(1)..last {
        let beside = |j: usize| article.get(j).copied().unwrap_or(false) && blocks[j].words >= TELLING;
        let prose = blocks[i].sentence && blocks[i].words >= 20 && lines[i].linked * 2 < lines[i].text.len();
        let plain = lines[i].container.is_none() && told[i].is_none();
        if !held[i] && prose && plain && (beside(i + 1) || beside(i + 2)) {
            article[i] = true;
        }
    }
    let reasons = label::reasons(blocks, &article, pages);
    (0..blocks.len())
        .map(|i| match lines[i].container {
            Some(CueKind::Caption) if i + 6 >= first && i <= last => Label::Caption,
            _ if article[i] => Label::Article,
            Some(CueKind::Aside(reason)) => Label::Aside(told[i].unwrap_or(reason)),
            _ => Label::Aside(reasons[i]),
        })
        .collect()
}

/// The block in the middle of the article, by words.
fn middle(blocks: &[Block], held: &[bool]) -> usize {
    let all: usize = (0..blocks.len()).filter(|&i| held[i]).map(|i| blocks[i].words).sum();
    let mut words = 0;
    (0..blocks.len())
        .find(|&i| {
            words += if held[i] { blocks[i].words } else { 0 };
            words * 2 >= all
        })
        .unwrap_or(0)
}

/// Lines in menus and the like are no article, whatever they look like.
fn set_containers_aside(lines: &[&Line], labels: &mut [Label]) {
    for (line, label) in lines.iter().zip(labels) {
        match line.container {
            Some(CueKind::Aside(reason)) => *label = Label::Aside(reason),
            Some(CueKind::Caption) if *label == Label::Article => *label = Label::Caption,
            _ => {}
        }
    }
}

/// The block that holds the page's headline: the words that its data state, nearest before the story; else its first heading.
fn title(blocks: &[Block], labels: &[Label], data: &PageData) -> Option<usize> {
    let body =
        (0..blocks.len()).find(|&i| labels[i] == Label::Article && blocks[i].sentence && blocks[i].words >= 8)?;
    let near =
        || (0..(body + 3).min(blocks.len())).filter(|&i| blocks[i].heading > 0 || !blocks[i].sentence || i < body);
    let stated = data.title.as_ref().map(|title| fold(&title.value)).filter(|title| !title.is_empty());
    let says = |i: &usize| {
        let line = &blocks[*i].folded;
        let same =
            |title: &String| line == title || (blocks[*i].words >= 3 && (title.contains(line) || line.contains(title)));
        blocks[*i].words <= 40 && stated.as_ref().is_some_and(same)
    };
    let heading = near().filter(|&i| blocks[i].heading > 0).rfind(says);
    heading.or_else(|| near().rfind(says)).or_else(|| {
        let in_menu = |i: &usize| labels[*i] == Label::Aside(AsideReason::Navigation);
        near()
            .filter(|&i| blocks[i].heading == 1)
            .find(|i| !in_menu(i))
            .or_else(|| near().find(|&i| blocks[i].heading == 1))
    })
}
