//! How is a claim explained? By reading its document again and asking why.

use crate::explanation::{Explanation, FieldExplanation};
use crate::sentence;
use crate::values::Told;
use language::English;
use lexicon::{Gazetteer, Lexicon};
use model::{Argument, Claim, Document, Resolution};
use thiserror::Error;

/// What documents are read with.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    /// The language engine.
    pub english: &'r English,
    /// The lists.
    pub lexicon: &'r Lexicon,
    /// The places.
    pub gazetteer: &'r Gazetteer,
    /// Version of the program, its lists and its model.
    pub version: &'r str,
}

/// A claim cannot be explained, for it does not come out again.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Missing {
    /// The document was read by another reader.
    #[error(
        "expected to read the claim {claim} again, found that this reader ({reader}) does not make it: the document was read \
         by {read_by}. Explain it with that version, or read the reports again with this one: isnad read --again"
    )]
    OtherReader {
        /// The claim.
        claim: String,
        /// Version of this reader.
        reader: String,
        /// Version that read the document.
        read_by: String,
    },
    /// The same reader reads something else.
    #[error(
        "expected to read the claim {claim} again, found that the reader that made it ({reader}) does not make it from the \
         text in the case. The file may have been changed: isnad verify tells where"
    )]
    OtherText {
        /// The claim.
        claim: String,
        /// Version of the reader.
        reader: String,
    },
}

impl Reader<'_> {
    /// Explains a claim of a document that was read by `read_by`.
    ///
    /// `claim` is the claim as the case has it, `stored` the resolution it belongs to.
    pub fn explain(
        &self,
        document: &Document,
        stored: &Resolution,
        claim: &Claim,
        read_by: &str,
    ) -> Result<Explanation, Missing> {
        let read = read::explained(document, |text| self.english.parse(text), self.lexicon);
        let (resolution, of_claims) = resolve::explained(document, read.reading, self.lexicon, self.gazetteer);
        let found = resolution.reading.claims.iter().zip(&of_claims).find(|(one, _)| one.id == claim.id);
        let (Some((now, resolved)), Some(reasons)) = (found, read.reasons.get(&claim.id)) else {
            let (claim, reader) = (claim.id.0.clone(), self.version.to_string());
            return Err(match read_by == self.version {
                true => Missing::OtherText { claim, reader },
                false => Missing::OtherReader { claim, reader, read_by: read_by.to_string() },
            });
        };
        let told = Told { document, resolution: &resolution, claim: now, resolved };
        let part = &read.parts[reasons.part];
        let fields: Vec<FieldExplanation> = reasons.fields.iter().map(|field| told.field(field)).collect();
        Ok(Explanation {
            claim: now.id.0.clone(),
            document: document.id.0.clone(),
            file: document.file.clone(),
            kind: now.kind().to_string(),
            claim_type: now.claim_type.to_string(),
            reader: self.version.to_string(),
            read_by: read_by.to_string(),
            differs: differences((now, &resolution), (claim, stored)),
            rule: now.rule.clone(),
            rule_means: self.lexicon.vocabulary.rule(&now.rule).map(str::to_string),
            sentence: sentence::of(part, reasons.trigger, now),
            fields,
        })
    }
}

/// The fields in which two readings of one claim differ.
fn differences((now, resolution): (&Claim, &Resolution), (then, stored): (&Claim, &Resolution)) -> Vec<String> {
    let people = |of: &Resolution, arguments: &[Argument]| -> Vec<Option<String>> {
        let name = |argument: &Argument| {
            let id = argument.entity.as_ref();
            of.entities.iter().find(|entity| Some(&entity.id) == id).map(|entity| entity.name.clone())
        };
        arguments.iter().map(name).collect()
    };
    let places = |claim: &Claim| claim.place.iter().map(|argument| argument.place.clone()).collect::<Vec<_>>();
    let differs = [
        ("actor", people(resolution, &now.actor) != people(stored, &then.actor)),
        ("target", people(resolution, &now.target) != people(stored, &then.target)),
        ("place", places(now) != places(then)),
        ("time", now.time != then.time),
        ("quantity", now.quantity != then.quantity),
        ("attribution", now.attribution != then.attribution),
        ("modality", now.modality != then.modality),
        ("polarity", now.polarity != then.polarity),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field.to_string()).collect()
}
