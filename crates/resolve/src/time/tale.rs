//! In which year does a tale stand that does not say it at each date?
//!
//! "On 28 December 2028 rebels took Velm. On 3 January the army shelled it." → 3 January 2029. A text without a day of its own
//! and a history are tales from end to end; a report is one as long as it looks back: "In 2029 rebels took Velm. In August the
//! army retook it."

use jiff::civil::Date;
use model::{Resolved, Span, TimeRange};

/// Days from which on a time is no better than its year.
const WHOLE_YEAR: i32 = 300;
/// Years by which a year that stands alone and aside may differ from those around it.
const ASIDE: i16 = 2;

/// Where a tale stands.
#[derive(Debug, Default)]
pub(super) struct Tale {
    /// The days told last with their year.
    told: Option<TimeRange>,
    /// The words that began to look back, while it lasts.
    back: Option<Span>,
    /// The words that told last in which year of the past it stands.
    dated: Option<Span>,
}

impl Tale {
    /// The days that a date without a year is told from, where it is not told from the day of the article.
    pub(super) fn at(
        &self,
        span: Span,
        published: Option<Date>,
        history: bool,
        text: &str,
        in_sentence: impl Fn(Span) -> bool,
    ) -> Option<TimeRange> {
        if published.is_none() || history {
            return self.told;
        }
        let here =
            |back: &Span| text.get(back.end as usize..span.start as usize).is_some_and(|gap| !gap.contains('\n'));
        // "Troops came in August 2019, and *by October* they had left": in one sentence there is one tale.
        self.back.filter(here).or(self.dated.filter(|dated| in_sentence(*dated))).and(self.told)
    }

    /// Takes what was told of the past.
    pub(super) fn goes_on(&mut self, range: TimeRange, span: Span, published: Option<Date>, opens: bool) {
        self.dated = None;
        if range.resolved == Resolved::FromPublication {
            self.back = None;
            return;
        }
        let year = range.latest.year();
        if (range.latest - range.earliest).get_days() > WHOLE_YEAR
            && let Some(told) = self.told
        {
            // The year of the tale said again, or "a paper published in 2005".
            let aside = !opens && (year - told.latest.year()).abs() > ASIDE;
            if told.earliest.year() == year && told.latest.year() == year || aside {
                return;
            }
        }
        if range.resolved == Resolved::Stated {
            let before = published.is_some_and(|published| year < published.year());
            self.dated = before.then_some(span);
            self.back = match opens || self.back.is_some() {
                true if before => Some(span),
                _ => None,
            };
        }
        self.told = Some(range);
    }
}
