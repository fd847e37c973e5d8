//! In how many documents is an event told, which claim tells of it first, and how much is disputed of it?
//!
//! An event of three claims, two of them in `a.txt` and one of these disputed: two documents, its first claim the earlier of the two in
//! `a.txt`, one dispute. Counted while the events are stored, from one look at all claims: asked of the stored rows, each claim would be
//! looked up four times.

use model::{ClaimId, Dispute, Fusion};
use rusqlite::Connection;
use std::collections::{BTreeSet, HashMap};

/// Where each claim stands, and what disputes it is in.
pub(crate) struct Tally<'f> {
    claims: HashMap<String, Standing>,
    disputes: HashMap<&'f str, Vec<usize>>,
}

/// Where a claim stands.
struct Standing {
    /// Its document among all, in order of their files.
    document: usize,
    /// Its place in the document.
    n: u64,
    /// True for what is planned, foretold or bound to a condition.
    ahead: bool,
}

/// What is counted of some claims.
pub(crate) struct Told<'c> {
    /// Documents that they stand in.
    pub(crate) documents: usize,
    /// The first of them in order of files; `None` when there are none.
    pub(crate) first: Option<&'c ClaimId>,
    /// Disputes that they are in.
    pub(crate) disputes: usize,
    /// True when all of them tell of what is to come.
    pub(crate) ahead: bool,
}

impl<'f> Tally<'f> {
    pub(crate) fn of(sql: &Connection, fusion: &'f Fusion) -> rusqlite::Result<Tally<'f>> {
        let mut question = sql.prepare("SELECT id FROM document ORDER BY file, id")?;
        let ids = question.query_map([], |row| row.get::<_, String>(0))?;
        let documents: HashMap<String, usize> =
            ids.enumerate().map(|(at, id)| Ok((id?, at))).collect::<rusqlite::Result<_>>()?;
        let mut question =
            sql.prepare("SELECT id, document, n, modality IN ('planned', 'forecast', 'conditional') FROM claim")?;
        let mut claims = HashMap::new();
        let mut rows = question.query([])?;
        while let Some(row) = rows.next()? {
            let document = documents.get(row.get_ref(1)?.as_str()?).copied().unwrap_or(usize::MAX);
            claims.insert(row.get(0)?, Standing { document, n: row.get(2)?, ahead: row.get(3)? });
        }
        let mut disputes: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, dispute) in fusion.disputes.iter().enumerate() {
            for claim in claims_of(dispute) {
                disputes.entry(&claim.0).or_default().push(number);
            }
        }
        Ok(Tally { claims, disputes })
    }

    /// What is counted of these claims; those that are not stored count for nothing.
    pub(crate) fn told<'c>(&self, claims: impl Iterator<Item = &'c ClaimId>) -> Told<'c> {
        let (mut documents, mut disputes): (BTreeSet<usize>, BTreeSet<usize>) = Default::default();
        let mut first: Option<(usize, u64, &ClaimId)> = None;
        let mut ahead = true;
        for claim in claims {
            let Some(standing) = self.claims.get(&claim.0) else { continue };
            documents.insert(standing.document);
            disputes.extend(self.disputes.get(claim.0.as_str()).into_iter().flatten());
            ahead &= standing.ahead;
            let at = (standing.document, standing.n, claim);
            first = Some(first.map_or(at, |before| before.min(at)));
        }
        let first = first.map(|(_, _, claim)| claim);
        Told { documents: documents.len(), first, disputes: disputes.len(), ahead: ahead && first.is_some() }
    }
}

/// The claims of all sides of a dispute.
pub(crate) fn claims_of(dispute: &Dispute) -> impl Iterator<Item = &ClaimId> {
    dispute.sides.iter().flat_map(|side| &side.claims)
}
