//! Which articles does a text hold, of which parts, and what stands around them?
//!
//! A page with `"Korm falls"`, its story, `"Talks in Amel"` and its story holds two articles when a `reports.csv` names both
//! titles, or when each title stands twice over its story, as it does where a page was copied whole.

use crate::block::{Block, blocks};
use crate::label::{self, Label, labels, repeats};
use crate::stamp::{self, Dateline, Provenance, Stamped};
use crate::{Limits, SidecarRow};
use jiff::civil::Date;
use lexicon::pages::{Pages, fold};
use model::{Aside, AsideReason, Part, PartRole, Problem, Span, Stage};

/// Blocks at the foot of an article among which a line tells whose report it is.
const FOOT: usize = 5;
/// Words that such a line has at most.
const PROVENANCE_WORDS: usize = 30;

/// An article as its text tells it, before anything else is known about it.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub parts: Vec<Part>,
    /// The headline where it stands.
    pub title: Option<Span>,
    pub authors: Vec<Span>,
    pub published: Option<(Span, Date)>,
    pub dateline: Option<Span>,
    /// Whose report it says it passes on.
    pub taken_from: Vec<Span>,
    /// The line that says it was translated.
    pub translated: Option<Span>,
    /// Index of the row of `reports.csv` whose title it bears.
    pub row: Option<usize>,
}

/// All of a text: its articles in order and what is not article, in order.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub drafts: Vec<Draft>,
    pub asides: Vec<Aside>,
}

/// Where an article begins.
#[derive(Clone, Copy, Debug)]
struct Start {
    block: usize,
    /// The row of `reports.csv` that bears its title.
    row: Option<usize>,
    /// Its first block is known to be its headline.
    title: bool,
}

/// Finds the articles of a text. `rows` are what `reports.csv` says of the file.
pub(crate) fn layout(
    text: &str,
    markdown: bool,
    rows: &[&SidecarRow],
    pages: &Pages,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) -> Layout {
    let blocks = blocks(text, markdown, limits.paragraph, problems);
    let starts = starts(&blocks, rows, problems);
    let mut begins = vec![false; blocks.len()];
    starts.iter().for_each(|start| begins[start.block] = true);
    let mut labels = labels(&blocks, &begins, pages);
    keep_something(&blocks, &mut labels);
    assemble(text, &blocks, &labels, &starts, pages)
}

/// The articles of a web page whose blocks are labelled already. `title` is the block of its headline.
pub(crate) fn page_layout(
    text: &str,
    blocks: &[Block],
    labels: &[Label],
    title: Option<usize>,
    rows: &[&SidecarRow],
    pages: &Pages,
    problems: &mut Vec<Problem>,
) -> Layout {
    let mut starts = starts(blocks, rows, problems);
    // What the page's own tags say of its headline goes before lines that stand twice.
    if starts.iter().filter(|start| start.row.is_some()).count() < 2 {
        let row = starts.iter().find_map(|start| start.row);
        starts = title.map(|block| Start { block, row, title: true }).into_iter().collect();
    }
    assemble(text, blocks, labels, &starts, pages)
}

/// Builds articles and asides from labelled blocks.
fn assemble(text: &str, blocks: &[Block], labels: &[Label], starts: &[Start], pages: &Pages) -> Layout {
    let mut layout = Layout::default();
    let whole = [Start { block: 0, row: None, title: false }];
    let starts = if starts.is_empty() { &whole[..] } else { starts };
    for (k, start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).map_or(blocks.len(), |next| next.block);
        // What stands before the first title belongs to its page, so to its article.
        let from = if k == 0 { 0 } else { start.block };
        let known_title = start.title.then_some(start.block);
        let mut region = Region { text, blocks, labels: labels.to_vec(), from, end, pages };
        region.settle(known_title, start.row, &mut layout);
    }
    layout.asides.sort_by_key(|aside| aside.span);
    layout
}

/// A text in which nothing looks like an article is read all the same: every block with a sentence, else every block.
pub(crate) fn keep_something(blocks: &[Block], labels: &mut [Label]) {
    let article = |i: usize, labels: &[Label]| labels[i] == Label::Article;
    if (0..blocks.len()).any(|i| article(i, labels) && (blocks[i].prose() || blocks[i].item)) {
        return;
    }
    let sentences = (0..blocks.len()).any(|i| blocks[i].sentence && labels[i] != Label::Caption);
    for (i, label) in labels.iter_mut().enumerate() {
        let comment = *label == Label::Aside(AsideReason::Comment);
        if *label != Label::Caption && !comment && (blocks[i].sentence || !sentences) {
            *label = Label::Article;
        }
    }
}

/// Finds where articles begin: at the titles that `reports.csv` gives, and at lines that stand twice over a story.
fn starts(blocks: &[Block], rows: &[&SidecarRow], problems: &mut Vec<Problem>) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(title) = &row.title else { continue };
        match find_title(blocks, title, &starts) {
            Some(block) => starts.push(Start { block, row: Some(at), title: true }),
            None if rows.len() > 1 => problems.push(Problem {
                stage: Stage::Intake,
                code: "sidecar/title-not-found".to_string(),
                span: None,
                message: format!(
                    "reports.csv line {}: expected the title {title:?} in the text, found it nowhere",
                    row.line
                ),
            }),
            None => {}
        }
    }
    let doubled =
        (0..blocks.len()).filter(|&i| doubled_title(blocks, i)).map(|block| Start { block, row: None, title: true });
    starts.extend(doubled);
    // At one place the start that `reports.csv` knows is kept.
    starts.sort_by_key(|start| (start.block, start.row.is_none()));
    let mut kept: Vec<Start> = Vec::new();
    for start in starts {
        match kept.last_mut() {
            // Two titles with no story between them are one title, or one and its line in a menu.
            Some(last) if !story_between(blocks, last.block, start.block) => {
                if last.row.is_none() && start.row.is_some() {
                    *last = start;
                }
            }
            _ => kept.push(start),
        }
    }
    // A story before the first title is an article of its own; a single article needs no border.
    if let Some(first) = kept.first().copied()
        && story_between(blocks, 0, first.block)
        && first.block > 0
    {
        kept.insert(0, Start { block: 0, row: None, title: false });
    }
    kept
}

/// The first block that is `title`, or nearly so, and is no start yet.
fn find_title(blocks: &[Block], title: &str, starts: &[Start]) -> Option<usize> {
    let (title, words) = (fold(title), title.split_whitespace().count());
    let free = |i: &usize| starts.iter().all(|start| start.block != *i);
    let exact = (0..blocks.len()).find(|i| free(i) && blocks[*i].folded == title);
    exact.or_else(|| {
        (0..blocks.len()).filter(free).find(|&i| {
            let block = &blocks[i];
            (block.folded.contains(&title) && block.words <= 2 * words)
                || (block.words >= 3 && block.words * 3 >= 2 * words && title.contains(&block.folded))
        })
    })
}

/// How far apart the two places of a title may be, in blocks.
const TITLE_TWICE: usize = 8;

/// True for the first of two equal lines that stand over a story with nothing but captions and short lines between them.
fn doubled_title(blocks: &[Block], i: usize) -> bool {
    let block = &blocks[i];
    if !title_like(block) || block.words < 3 {
        return false;
    }
    let near = i + 1..(i + 1 + TITLE_TWICE).min(blocks.len());
    let Some(second) = near.clone().find(|&j| blocks[j].folded == block.folded) else { return false };
    // A line of the same words right behind is a caption's double; between a title's two places a picture stands.
    let between = second > i + 1 && (i + 1..second).all(|j| !blocks[j].prose() || blocks[j].words <= 60);
    let first_of_them = (i.saturating_sub(TITLE_TWICE)..i).all(|j| blocks[j].folded != block.folded);
    let story = (second + 1..(second + 7).min(blocks.len())).any(|j| blocks[j].sentence && blocks[j].words >= 12);
    between && first_of_them && story
}

/// True when running text of some length stands between two blocks.
fn story_between(blocks: &[Block], from: usize, to: usize) -> bool {
    let words: usize =
        blocks[from..to].iter().filter(|block| block.sentence && block.prose()).map(|block| block.words).sum();
    words >= 60
}

/// A line that could be a title: some words, no sentence in it.
fn title_like(block: &Block) -> bool {
    let asks = block.folded.ends_with(['?', '!', '"', '\'']);
    // A line behind a dash names who said what stands above it.
    let line = !block.item && !block.folded.starts_with('-') && !block.folded.ends_with([',', ':', ';']);
    line && (2..=28).contains(&block.words) && (!block.sentence || asks)
}

/// The blocks of one article and of the page around it.
struct Region<'a> {
    text: &'a str,
    blocks: &'a [Block],
    labels: Vec<Label>,
    from: usize,
    end: usize,
    pages: &'a Pages,
}

impl Region<'_> {
    fn settle(&mut self, known_title: Option<usize>, row: Option<usize>, layout: &mut Layout) {
        let mut draft = Draft { row, ..Draft::default() };
        let body = self.first_paragraph();
        let stamps = self.stamps(body, &mut draft);
        self.provenance(body, &mut draft);
        let title = known_title.or_else(|| body.and_then(|body| self.title(body, &stamps)));
        self.keep_lead(title, body);
        self.drop_repeats(title);
        self.drop_author_notes(&mut draft);
        self.drop_trailing_lines(title);
        draft.title = title.map(|i| self.blocks[i].span);
        let mut asides = Vec::new();
        for i in self.from..self.end {
            let span = self.blocks[i].span;
            let role = if Some(i) == title { Some(PartRole::Headline) } else { self.role(i, body) };
            let Some(role) = role else {
                if let Label::Aside(reason) = self.labels[i] {
                    asides.push(Aside { span, reason });
                }
                continue;
            };
            let mut part = Part { span, role };
            if Some(i) == body
                && let Some(Dateline { place, agency, published, taken }) = stamp::dateline(self.text, span)
            {
                draft.dateline = Some(place);
                draft.published = draft.published.or(published);
                draft.taken_from.splice(0..0, agency);
                let border = span.start as usize + taken;
                asides.push(Aside {
                    span: Span::new(span.start as usize, self.text[..border].trim_end().len()),
                    reason: AsideReason::Byline,
                });
                part.span = Span::new(border, span.end as usize);
            }
            draft.parts.push(part);
        }
        if draft
            .parts
            .iter()
            .any(|part| matches!(part.role, PartRole::Paragraph | PartRole::ListItem | PartRole::Caption))
        {
            layout.drafts.push(draft);
        } else {
            let reason = AsideReason::Navigation;
            asides.extend(draft.parts.iter().map(|part| Aside { span: part.span, reason }));
        }
        layout.asides.extend(asides);
    }

    fn article(&self, i: usize) -> bool {
        self.labels[i] == Label::Article
    }

    /// The block the story begins with.
    fn first_paragraph(&self) -> Option<usize> {
        let mut article = (self.from..self.end).filter(|&i| self.article(i));
        let mut stories = article.clone().filter(|&i| {
            let block = &self.blocks[i];
            let title = i == self.from && title_like(block);
            let stamped = stamp::stamped(self.text, block.span, self.pages).is_some()
                || stamp::provenance(self.text, block.span, self.pages).is_some();
            block.sentence && block.words >= 8 && !title && !stamped
        });
        stories.next().or_else(|| article.clone().find(|&i| self.blocks[i].sentence)).or_else(|| article.next())
    }

    /// Takes the lines over, and right under, the first paragraph that tell who and when.
    fn stamps(&mut self, body: Option<usize>, draft: &mut Draft) -> Vec<usize> {
        let Some(body) = body else { return Vec::new() };
        let head = (self.from..self.end.min(body + 3)).filter(|&i| i != body);
        let foot = (self.end.saturating_sub(3).max(body + 1)..self.end).rev();
        let mut taken = Vec::new();
        for (i, at_foot) in head.map(|i| (i, false)).chain(foot.map(|i| (i, true))) {
            if taken.contains(&i) || matches!(self.labels[i], Label::Aside(AsideReason::Comment)) {
                continue;
            }
            let Some(Stamped { authors, published, .. }) = stamp::stamped(self.text, self.blocks[i].span, self.pages)
            else {
                continue;
            };
            // Under the story only a name tells: a day there may be that of anything.
            if at_foot && authors.is_empty() {
                continue;
            }
            let new = authors.into_iter().filter(|name| {
                let name = fold(name.of(self.text));
                draft.authors.iter().all(|known| fold(known.of(self.text)) != name)
            });
            let new: Vec<Span> = new.collect();
            draft.authors.extend(new);
            if !at_foot && draft.published.is_none() {
                draft.published = published;
            }
            self.labels[i] = Label::Aside(AsideReason::Byline);
            taken.push(i);
        }
        taken
    }

    /// Takes the lines over the story, and those at its foot, that tell whose report it is.
    fn provenance(&mut self, body: Option<usize>, draft: &mut Draft) {
        let Some(body) = body else { return };
        let foot = self.end.saturating_sub(FOOT).max(body + 1);
        for i in (self.from..body).chain(foot..self.end) {
            let block = &self.blocks[i];
            if block.words > PROVENANCE_WORDS {
                continue;
            }
            match stamp::provenance(self.text, block.span, self.pages) {
                Some(Provenance::TakenFrom(name)) => draft.taken_from.push(name),
                Some(Provenance::Translated(line)) => draft.translated = draft.translated.or(Some(line)),
                None => continue,
            }
            self.labels[i] = Label::Aside(AsideReason::Byline);
        }
    }

    /// The headline over the story that begins with block `body`.
    fn title(&self, body: usize, stamps: &[usize]) -> Option<usize> {
        if let Some(i) = (self.from..=body).find(|&i| self.blocks[i].heading == 1) {
            return Some(i);
        }
        // A headline among menus was taken for one of their lines; its own words do not say so.
        let possible = |i: &usize| {
            let told = label::told_aside(&self.blocks[*i], self.pages).is_some();
            let read = !matches!(self.labels[*i], Label::Caption | Label::Aside(AsideReason::Comment));
            title_like(&self.blocks[*i]) && read && !told && !stamps.contains(i) && *i != body
        };
        let candidates: Vec<usize> = (self.from..body).filter(possible).collect();
        let doubled = candidates.iter().copied().find(|&i| doubled_title(self.blocks, i));
        let first = candidates.iter().copied().find(|&i| self.article(i) && self.blocks[i].words >= 3);
        // In a menu the headline is what is longest before the story.
        let last = candidates.iter().copied().rev().find(|&i| self.blocks[i].words >= 5);
        doubled.or(first).or(last).or_else(|| candidates.iter().copied().find(|&i| self.article(i)))
    }

    /// A sentence right under the headline is the article's lead, though links stand around it.
    fn keep_lead(&mut self, title: Option<usize>, body: Option<usize>) {
        let (Some(title), Some(body)) = (title, body) else { return };
        for i in title + 1..body.min(title + 3) {
            let block = &self.blocks[i];
            let lead = block.sentence && block.words >= 6 && label::told_aside(block, self.pages).is_none();
            if lead && matches!(self.labels[i], Label::Aside(reason) if reason != AsideReason::Byline) {
                self.labels[i] = Label::Article;
            }
        }
    }

    /// What stands a second time is not read a second time.
    fn drop_repeats(&mut self, title: Option<usize>) {
        for (i, earlier) in repeats(self.blocks).into_iter().enumerate() {
            let Some(earlier) = earlier else { continue };
            if i < self.from || i >= self.end || Some(i) == title {
                continue;
            }
            let read = matches!(self.labels[earlier], Label::Article | Label::Caption) || Some(earlier) == title;
            if read && matches!(self.labels[i], Label::Article | Label::Caption) {
                self.labels[i] = Label::Aside(AsideReason::Repeated);
            }
        }
        let Some(title) = title else { return };
        for i in self.from..self.end {
            if i != title && self.blocks[i].folded == self.blocks[title].folded && self.blocks[i].words >= 2 {
                self.labels[i] = Label::Aside(AsideReason::Repeated);
            }
        }
    }

    /// Takes the words about the author at the end of the article: `"Ana Velt is an analyst at …"`.
    fn drop_author_notes(&mut self, draft: &mut Draft) {
        let last: Vec<usize> =
            (self.from..self.end).rev().filter(|&i| self.article(i) && self.blocks[i].prose()).collect();
        // Never the whole of an article.
        for &i in last.iter().take(last.len().saturating_sub(1).min(3)) {
            let Some(names) = author_note(self.text, &self.blocks[i], self.pages) else { continue };
            self.labels[i] = Label::Aside(AsideReason::AuthorBox);
            if draft.authors.is_empty() {
                draft.authors = names;
            }
        }
    }

    /// On a page, a few short lines behind the last paragraph head nothing. In a plain text they sign it.
    fn drop_trailing_lines(&mut self, title: Option<usize>) {
        let furniture = |i: usize| match self.labels[i] {
            Label::Aside(AsideReason::Byline | AsideReason::Repeated) => false,
            Label::Aside(_) => self.blocks[i].words > 0,
            _ => false,
        };
        if !(0..self.blocks.len()).any(furniture) {
            return;
        }
        let article: Vec<usize> = (self.from..self.end).filter(|&i| self.article(i) && Some(i) != title).collect();
        let short = |i: &&usize| {
            let block = &self.blocks[**i];
            block.heading > 0 || (!block.sentence && !block.item && block.words <= 8)
        };
        let trailing: Vec<usize> = article.iter().rev().take_while(short).copied().collect();
        let headings = trailing.iter().all(|&i| self.blocks[i].heading > 0);
        if (trailing.len() <= 3 || headings) && trailing.len() < article.len() {
            trailing.into_iter().for_each(|i| self.labels[i] = Label::Aside(AsideReason::Furniture));
        }
    }

    fn prose_follows(&self, i: usize) -> bool {
        i + 1 < self.end && self.blocks[i + 1].prose() && self.article(i + 1)
    }

    fn text_follows(&self, i: usize) -> bool {
        (i + 1..self.end).any(|j| self.article(j) && (self.blocks[j].sentence || self.blocks[j].item))
    }

    /// The role of a block that is read; `None` for one that is not.
    fn role(&self, i: usize, body: Option<usize>) -> Option<PartRole> {
        let block = &self.blocks[i];
        match self.labels[i] {
            Label::Aside(_) => None,
            Label::Caption => Some(PartRole::Caption),
            Label::Article if block.heading > 0 => Some(PartRole::Heading),
            Label::Article if block.item => Some(PartRole::ListItem),
            Label::Article
                if title_like(block)
                    && body.is_some_and(|body| i > body)
                    && block.words <= 10
                    && self.prose_follows(i) =>
            {
                Some(PartRole::Heading)
            }
            Label::Article if block.sentence || block.words > 12 => Some(PartRole::Paragraph),
            // Over the story a line of some length is its lead.
            Label::Article if body.is_some_and(|body| i < body) && block.words >= 6 => Some(PartRole::Paragraph),
            Label::Article if block.folded.starts_with('-') => Some(PartRole::Paragraph),
            Label::Article if self.text_follows(i) => Some(PartRole::Heading),
            Label::Article => Some(PartRole::Paragraph),
        }
    }
}

/// The names at the start of a block that tells what its author does: `"Ana Velt is a research fellow at …"`.
fn author_note(text: &str, block: &Block, pages: &Pages) -> Option<Vec<Span>> {
    if block.words > 60 {
        return None;
    }
    let names = stamp::names(text, block.span.start as usize..block.span.end as usize, pages);
    let last = names.last()?;
    let two_words = names.iter().all(|name| name.of(text).split_whitespace().count() >= 2);
    let rest = fold(&text[last.end as usize..block.span.end as usize]);
    let mut words = rest.split(' ').filter(|word| word.chars().any(char::is_alphanumeric));
    let is = matches!(words.next(), Some("is" | "are"));
    let role = words.take(14).any(|word| pages.is_author_role(word.trim_matches(|c: char| !c.is_alphanumeric())));
    (two_words && is && role).then_some(names)
}
