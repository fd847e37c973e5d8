//! Which blocks of a text are article, which are the page around it, which are readers' comments?
//!
//! Each block speaks for itself (length, sentences, words of offers, menus, comments, captions) and its neighbours speak with it:
//! of all ways to label the blocks in a row the one with the highest sum is taken, where each change of label costs. So a
//! short sentence between two offers goes with them, and a link in the middle of an article does not end it.
//!
//! A text without any such words is article from end to end.

use crate::block::Block;
use lexicon::pages::{CueKind, CuePlace, Pages};
use model::AsideReason;
use std::collections::BTreeMap;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// Of an article.
    Article,
    /// The words under a picture.
    Caption,
    /// Not article.
    Aside(AsideReason),
}

/// What the words of one block say of it.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    /// A sure sign of this reason, or the strongest hint.
    reason: Option<AsideReason>,
    sure: bool,
    hints: i32,
    caption: bool,
    caption_hint: bool,
}

/// Costs and gains of the labelling, in no unit; only their relations matter.
mod weight {
    /// Going from article to the page around it, or back.
    pub const CHANGE: i32 = 30;
    /// The first block of an article or of readers' comments.
    pub const START: i32 = 120;
    /// A block with a hint.
    pub const HINT: i32 = 25;
    /// The most that a paragraph's length counts.
    pub const PROSE_MOST: i32 = 80;
    /// A sentence that is too short to tell.
    pub const PROSE_LEAST: i32 = 4;
    /// From how many words a paragraph counts by its length.
    pub const PROSE_FROM: usize = 14;
    /// A short line among short lines. Only the first five of a row count.
    pub const SHORT: i32 = 10;
    /// Leaving readers' comments for an article: only a new title does that.
    pub const OUT_OF_COMMENTS: i32 = 400;
    /// Leaving readers' comments for menus.
    pub const COMMENTS_TO_PAGE: i32 = 20;
}

/// The three states a row of blocks passes through.
const ARTICLE: usize = 0;
const PAGE: usize = 1;
const COMMENTS: usize = 2;

/// Labels every block. `starts[i]` says that an article begins with block `i`.
pub(crate) fn labels(blocks: &[Block], starts: &[bool], pages: &Pages) -> Vec<Label> {
    let signs: Vec<Signs> = blocks.iter().map(|block| signs(block, pages)).collect();
    let repeats = repeats(blocks);
    let mut again = vec![false; blocks.len()];
    repeats.iter().flatten().for_each(|&first| again[first] = true);
    let captions: Vec<bool> = (0..blocks.len()).map(|i| is_caption(blocks, &signs, &repeats, again[i], i)).collect();
    let comments = comment_starts(blocks, &signs);
    let page = is_page(blocks, &signs);
    let row = Row { blocks, signs: &signs, captions: &captions, comments: &comments, starts, page };
    let states = best_states(&row);
    (0..blocks.len())
        .map(|i| match states[i] {
            _ if captions[i] && states[i] != COMMENTS => Label::Caption,
            ARTICLE if !signs[i].sure => Label::Article,
            COMMENTS => Label::Aside(AsideReason::Comment),
            _ => Label::Aside(reason(&signs, &states, blocks, i)),
        })
        .collect()
}

/// True when the words of menus, offers, comments or the like stand somewhere in a text: it was copied from a page. In any
/// other text short lines are the author's own.
fn is_page(blocks: &[Block], signs: &[Signs]) -> bool {
    let told = |block: &Block, signs: &Signs| {
        signs.sure && signs.reason != Some(AsideReason::Byline) && block.words > 0 && !is_address(block)
    };
    let hints: i32 = signs.iter().map(|signs| signs.hints).sum();
    hints >= 2 || blocks.iter().zip(signs).any(|(block, signs)| told(block, signs))
}

/// True for a block that is the address of a page and nothing else.
fn is_address(block: &Block) -> bool {
    !block.folded.contains(' ') && (block.folded.contains("://") || block.folded.starts_with("www."))
}

/// Why each block is not article, where `article` says which are.
pub(crate) fn reasons(blocks: &[Block], article: &[bool], pages: &Pages) -> Vec<AsideReason> {
    let signs: Vec<Signs> = blocks.iter().map(|block| signs(block, pages)).collect();
    let states: Vec<usize> = article.iter().map(|&article| if article { ARTICLE } else { PAGE }).collect();
    (0..blocks.len()).map(|i| reason(&signs, &states, blocks, i)).collect()
}

/// Why a block is not article, where its own words surely say so.
pub(crate) fn told_aside(block: &Block, pages: &Pages) -> Option<AsideReason> {
    let signs = signs(block, pages);
    signs.reason.filter(|_| signs.sure)
}

fn signs(block: &Block, pages: &Pages) -> Signs {
    let mut signs = Signs::default();
    let mut best = 0;
    for cue in pages.cues(&block.folded) {
        // In a long paragraph words anywhere inside are as likely part of what is told.
        let sure = cue.sure && (cue.place == CuePlace::Whole || block.words <= 60);
        match cue.kind {
            CueKind::Caption if sure => signs.caption = true,
            CueKind::Caption => signs.caption_hint = true,
            CueKind::Aside(reason) => {
                signs.sure |= sure;
                signs.hints += i32::from(!sure);
                let strength = 1 + i32::from(sure);
                if strength > best {
                    best = strength;
                    signs.reason = Some(reason);
                }
            }
        }
    }
    if is_address(block) || block.folded.chars().all(|c| !c.is_alphanumeric()) {
        signs.reason = Some(AsideReason::Furniture);
        signs.sure = true;
    }
    signs
}

/// For each block, the first block with the same words, where it is not the first itself.
pub(crate) fn repeats(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut repeats = Vec::with_capacity(blocks.len());
    for (i, block) in blocks.iter().enumerate() {
        let earlier = *first.entry(&block.folded).or_insert(i);
        repeats.push((earlier < i && block.words >= 4).then_some(earlier));
    }
    repeats
}

/// Words under a picture: they say so, or name the one who took it at their end, or stand twice in a row as captions that
/// were taken with their picture's description do.
fn is_caption(blocks: &[Block], signs: &[Signs], repeats: &[Option<usize>], again: bool, i: usize) -> bool {
    let block = &blocks[i];
    if signs[i].caption {
        return block.words <= 90;
    }
    if block.words > 60 || signs[i].sure {
        return false;
    }
    if credit(&block.folded) && (again || repeats[i].is_some() || signs[i].caption_hint) {
        return true;
    }
    // The very next block says the same again.
    block.sentence && block.words >= 4 && (repeats.get(i + 1) == Some(&Some(i)) || (i > 0 && repeats[i] == Some(i - 1)))
}

/// True when a text ends with a few words in brackets behind its last sentence, or a few such words after a stroke.
fn credit(folded: &str) -> bool {
    let Some((head, tail)) = folded.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else { return false };
    !head.trim().is_empty() && tail.split(' ').count() <= 7 && !tail.contains(". ")
}

/// The blocks at which readers' comments begin: a heading that says so, or the first of several lines "… says:".
fn comment_starts(blocks: &[Block], signs: &[Signs]) -> Vec<bool> {
    let comment = |i: usize| signs[i].reason == Some(AsideReason::Comment) && blocks[i].words <= 9;
    let all = (0..blocks.len()).filter(|&i| comment(i)).count();
    let (mut paragraphs, mut words) = (0, 0);
    (0..blocks.len())
        .map(|i| {
            // Before there is an article there is nothing to comment on: the words are a link to the comments.
            let after_article = paragraphs >= 2 && words >= 40;
            if blocks[i].prose() && !signs[i].sure {
                paragraphs += 1;
                words += blocks[i].words;
            }
            after_article && comment(i) && (signs[i].sure || blocks[i].item || all >= 2)
        })
        .collect()
}

/// The blocks of a text with all that is known of each.
struct Row<'a> {
    blocks: &'a [Block],
    signs: &'a [Signs],
    captions: &'a [bool],
    /// Readers' comments begin here.
    comments: &'a [bool],
    /// An article begins here.
    starts: &'a [bool],
    /// The text was copied from a page.
    page: bool,
}

/// How much each state gains by a block.
fn gains(row: &Row<'_>, i: usize) -> [i32; 3] {
    let Row { blocks, signs, captions, comments, starts, page } = *row;
    let (block, sign) = (&blocks[i], &signs[i]);
    let mut gains = [0; 3];
    if starts[i] {
        gains[ARTICLE] += weight::START;
    }
    if comments[i] {
        gains[COMMENTS] += weight::START;
        return gains;
    }
    if captions[i] {
        return gains;
    }
    if sign.sure {
        gains[PAGE] += sign.reason.map_or(0, sure_weight);
        return gains;
    }
    gains[PAGE] += weight::HINT * sign.hints.min(2);
    if block.prose() || block.sentence {
        let long = block.words >= weight::PROSE_FROM;
        let prose = if long { (block.words.min(999) as i32).min(weight::PROSE_MOST) } else { weight::PROSE_LEAST };
        gains[ARTICLE] += prose;
        gains[COMMENTS] += prose;
    } else if page && row_of_short_lines(blocks, captions, i) {
        gains[PAGE] += if block.item { weight::SHORT / 2 } else { weight::SHORT };
    }
    gains
}

/// How much a block that surely is not article says of those beside it. A link or a sharing button stands in the middle of
/// articles; where an offer stands there are more of its words.
fn sure_weight(reason: AsideReason) -> i32 {
    match reason {
        AsideReason::Offer | AsideReason::Comment => 45,
        AsideReason::Navigation | AsideReason::Furniture => 15,
        _ => 20,
    }
}

/// True for a short line in a row of three or more, among the first five of them.
fn row_of_short_lines(blocks: &[Block], captions: &[bool], i: usize) -> bool {
    let short = |i: usize| !blocks[i].prose() && !blocks[i].sentence && blocks[i].words <= 8 && !captions[i];
    let before = (0..i).rev().take_while(|&j| short(j)).take(5).count();
    let after = (i + 1..blocks.len()).take_while(|&j| short(j)).take(3).count();
    short(i) && before < 5 && before + after >= 2
}

/// The states with the highest sum.
fn best_states(row: &Row<'_>) -> Vec<usize> {
    let Row { blocks, comments, starts, .. } = *row;
    const NEVER: i32 = i32::MIN / 4;
    let cost = |from: usize, to: usize, i: usize| match (from, to) {
        (a, b) if a == b => 0,
        (_, COMMENTS) if comments[i] => 0,
        (_, COMMENTS) => -NEVER,
        (_, ARTICLE) if starts[i] => 0,
        (COMMENTS, ARTICLE) => weight::OUT_OF_COMMENTS,
        (COMMENTS, _) => weight::COMMENTS_TO_PAGE,
        _ => weight::CHANGE,
    };
    let mut best: Vec<[i32; 3]> = Vec::with_capacity(blocks.len());
    let mut from: Vec<[usize; 3]> = Vec::with_capacity(blocks.len());
    for i in 0..blocks.len() {
        let gains = gains(row, i);
        let mut sums = [NEVER; 3];
        let mut back = [ARTICLE; 3];
        for to in [ARTICLE, PAGE, COMMENTS] {
            for before in [ARTICLE, PAGE, COMMENTS] {
                let sum = match best.last() {
                    None if before == to && to != COMMENTS => 0,
                    None => NEVER,
                    Some(last) => last[before].saturating_sub(cost(before, to, i)).max(NEVER),
                };
                // Equal sums stay article, and stay what they were.
                if sum > sums[to] || (sum == sums[to] && before == to) {
                    sums[to] = sum;
                    back[to] = before;
                }
            }
            sums[to] = sums[to].saturating_add(gains[to]).max(NEVER);
        }
        best.push(sums);
        from.push(back);
    }
    let mut states = vec![ARTICLE; blocks.len()];
    let Some(last) = best.last() else { return states };
    let mut state = (0..3).rev().max_by_key(|&state| last[state]).unwrap_or(ARTICLE);
    for i in (0..blocks.len()).rev() {
        states[i] = state;
        state = from[i][state];
    }
    states
}

/// Why a block is not article: by its own words, else as the nearest block beside it that says why, else a menu.
fn reason(signs: &[Signs], states: &[usize], blocks: &[Block], i: usize) -> AsideReason {
    if let Some(reason) = signs[i].reason {
        return reason;
    }
    let near = |j: usize| signs[j].reason.filter(|_| signs[j].sure || signs[j].hints > 0);
    let before = (0..i).rev().take_while(|&j| states[j] == PAGE).take(12).find_map(near);
    let after = (i + 1..blocks.len()).take_while(|&j| states[j] == PAGE).take(12).find_map(near);
    match before.or(after) {
        Some(reason @ (AsideReason::Offer | AsideReason::Tags)) => reason,
        Some(reason) if !blocks[i].prose() => match reason {
            AsideReason::Furniture => reason,
            _ => AsideReason::Navigation,
        },
        _ if blocks[i].prose() => AsideReason::Furniture,
        _ => AsideReason::Navigation,
    }
}
