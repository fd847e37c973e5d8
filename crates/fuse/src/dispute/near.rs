//! Which claims are of the same days as one?

use crate::fusion::All;
use crate::link::{NEWS_DAYS, distance};
use crate::setting::Set;
use jiff::civil::Date;
use model::DocumentId;
use std::collections::BTreeMap;

/// Claims in order of the days of their reports.
pub(super) struct ByDay<'a> {
    dated: Vec<(Date, usize)>,
    undated: BTreeMap<&'a DocumentId, Vec<usize>>,
}

impl<'a> ByDay<'a> {
    pub fn new(all: &'a All<'_>, claims: impl IntoIterator<Item = usize>) -> ByDay<'a> {
        let (mut dated, mut undated): (Vec<_>, BTreeMap<_, Vec<usize>>) = (Vec::new(), BTreeMap::new());
        for at in claims {
            let set = &all.claims[at];
            match set.published {
                Some(day) => dated.push((day, at)),
                None => undated.entry(&set.claim.document).or_default().push(at),
            }
        }
        dated.sort_unstable();
        ByDay { dated, undated }
    }

    /// Those whose reports came out within so many days of that of a claim; where its day is not known, those of its document.
    pub fn around(&self, set: &Set<'_>, days: i32) -> impl Iterator<Item = usize> + '_ {
        let own = match set.published {
            Some(_) => None,
            None => self.undated.get(&set.claim.document),
        };
        let range = set.published.map_or(&[][..], |day| {
            let from = self.dated.partition_point(|(other, _)| *other < day && distance(*other, day) > days);
            let until = self.dated.partition_point(|(other, _)| *other <= day || distance(*other, day) <= days);
            &self.dated[from..until]
        });
        range.iter().map(|&(_, at)| at).chain(own.into_iter().flatten().copied())
    }

    /// Those around a claim that came out in days of it: the same news.
    pub fn near(&self, set: &Set<'_>) -> impl Iterator<Item = usize> + '_ {
        self.around(set, NEWS_DAYS)
    }
}
