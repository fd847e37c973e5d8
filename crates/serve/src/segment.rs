//! Which claims does each stretch of a text belong to?
//!
//! Claims of one sentence overlap: the quote of one holds the quote, the actor and the cue of another. A page cannot draw
//! overlapping boxes, so the text of each block is cut wherever a claim, a role or a cue begins or ends, and each segment
//! lists what it is to which claim. Nobody downstream counts characters.
//!
//! `"The rebels left Bellwick."` with one claim becomes `The rebels` (quote, actor) · ` ` (quote) · `left` (quote, trigger)
//! · ` ` (quote) · `Bellwick` (quote, place) · `.` (quote).

use case::query::{ArgumentRow, ClaimRow, DocumentPage, Words};
use serde::Serialize;
use std::ops::Range;

/// A paragraph, a heading or a stretch that is not article.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Block {
    article: Option<u32>,
    role: String,
    reason: Option<String>,
    /// First byte in the document's text.
    start: u32,
    segments: Vec<Segment>,
    #[serde(skip)]
    span: Range<usize>,
}

impl Block {
    /// True when the byte at `at` lies in the block.
    pub(crate) fn holds(&self, at: u32) -> bool {
        self.span.contains(&(at as usize))
    }
}

/// A stretch of text that is the same to every claim.
#[derive(Debug, PartialEq, Serialize)]
struct Segment {
    text: String,
    marks: Vec<Mark>,
}

/// What a segment is to one claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Mark {
    claim: String,
    role: &'static str,
}

/// The blocks of a document in order of its text. Spans that do not fit the text mark nothing.
pub(crate) fn blocks(page: &DocumentPage) -> Vec<Block> {
    let mut blocks: Vec<Block> = page
        .parts
        .iter()
        .map(|part| (Some(part.article), part.role.clone(), None, part.start, part.end))
        .chain(
            page.asides.iter().map(|aside| (None, "aside".into(), Some(aside.reason.clone()), aside.start, aside.end)),
        )
        .map(|(article, role, reason, start, end)| Block {
            article,
            role,
            reason,
            start,
            segments: Vec::new(),
            span: start as usize..end as usize,
        })
        .collect();
    blocks.sort_by_key(|block| (block.span.start, block.span.end));

    let mut spans = marks(&page.claims);
    spans.sort();
    let mut of_block = vec![Vec::new(); blocks.len()];
    for (start, end, mark) in spans {
        let first = blocks.partition_point(|block| block.span.end <= start);
        for (block, list) in blocks[first..].iter().zip(&mut of_block[first..]) {
            if block.span.start >= end {
                break;
            }
            list.push((start.max(block.span.start), end.min(block.span.end), mark.clone()));
        }
    }
    for (block, marks) in blocks.iter_mut().zip(of_block) {
        block.segments = cut(&page.text, block.span.clone(), marks);
    }
    blocks
}

/// Cuts one block at the ends of its marks, which come in order of their starts.
fn cut(text: &str, block: Range<usize>, marks: Vec<(usize, usize, Mark)>) -> Vec<Segment> {
    let mut borders: Vec<usize> = marks.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    borders.extend([block.start, block.end]);
    borders.retain(|at| text.is_char_boundary(*at));
    borders.sort_unstable();
    borders.dedup();
    let mut segments = Vec::new();
    let mut coming = marks.into_iter().peekable();
    let mut open: Vec<(usize, Mark)> = Vec::new();
    for pair in borders.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        open.retain(|(until, _)| *until > start);
        while let Some((_, until, mark)) = coming.next_if(|(from, _, _)| *from <= start) {
            if until > start {
                open.push((until, mark));
            }
        }
        let mut marks: Vec<Mark> = open.iter().map(|(_, mark)| mark.clone()).collect();
        marks.sort();
        marks.dedup();
        segments.push(Segment { text: text[start..end].to_owned(), marks });
    }
    segments
}

/// All words that the claims point at.
fn marks(claims: &[ClaimRow]) -> Vec<(usize, usize, Mark)> {
    let mut marks = Vec::new();
    for claim in claims {
        let mut add = |start: u32, end: u32, role| {
            if start < end {
                marks.push((start as usize, end as usize, Mark { claim: claim.id.clone(), role }));
            }
        };
        add(claim.start, claim.end, "quote");
        add(claim.trigger.start, claim.trigger.end, "trigger");
        let roles: [(&[ArgumentRow], _); 3] =
            [(&claim.actor, "actor"), (&claim.target, "target"), (&claim.place, "place")];
        for (list, role) in roles {
            list.iter().for_each(|argument| add(argument.start, argument.end, role));
        }
        if let Some(time) = &claim.time {
            add(time.start, time.end, "time");
        }
        claim.quantity.iter().for_each(|quantity| add(quantity.start, quantity.end, "quantity"));
        for link in &claim.attribution {
            add(link.cue.start, link.cue.end, "cue");
            link.sources.iter().for_each(|source| add(source.start, source.end, "source"));
        }
        let cues: [(&Option<Words>, _); 2] = [(&claim.modality_cue, "modality"), (&claim.polarity_cue, "polarity")];
        for (cue, role) in cues {
            cue.iter().for_each(|cue| add(cue.start, cue.end, role));
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::{Mark, Segment, cut};

    fn mark(claim: &str, role: &'static str) -> Mark {
        Mark { claim: claim.into(), role }
    }

    fn shown(segments: &[Segment]) -> String {
        segments
            .iter()
            .map(|s| {
                format!(
                    "{}[{}]",
                    s.text,
                    s.marks.iter().map(|m| format!("{}{}", m.claim, &m.role[..1])).collect::<String>()
                )
            })
            .collect()
    }

    #[test]
    fn text_without_claims_is_one_segment() {
        assert_eq!(shown(&cut("Rain fell.", 0..10, vec![])), "Rain fell.[]");
    }

    #[test]
    fn overlapping_claims_are_cut_where_either_ends() {
        let marks = vec![(0, 16, mark("a", "quote")), (4, 24, mark("b", "quote")), (11, 16, mark("a", "trigger"))];
        assert_eq!(
            shown(&cut("The rebels left Bellwick.", 0..25, marks)),
            "The [aq]rebels [aqbq]left [aqatbq]Bellwick[bq].[]"
        );
    }

    #[test]
    fn borders_inside_a_character_cut_nothing() {
        let text = "المدينة";
        assert_eq!(shown(&cut(text, 0..text.len(), vec![(1, 4, mark("a", "quote"))])), "ال[]مدينة[]");
    }

    #[test]
    fn segments_join_to_the_text() {
        let text = "Çeşme — two 🚗 cars";
        let marks = vec![(0, 7, mark("a", "quote")), (3, 12, mark("b", "quote")), (12, text.len(), mark("c", "actor"))];
        let joined: String = cut(text, 0..text.len(), marks).iter().map(|s| s.text.as_str()).collect();
        assert_eq!(joined, text);
    }
}
