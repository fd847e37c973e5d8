//! Which tokens does a text have, and which form has each?

use crate::English;
use crate::hash;
use crate::pack::StringId;
use crate::tokenizer::Runs;
use crate::workspace::{FormId, KnownForm, KnownPiece, Workspace};

/// A token before the model has read it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) form: FormId,
    pub(crate) space_after: bool,
}

impl English {
    /// The tokens of a text. Forms not met before are added to the workspace.
    pub(crate) fn words(&self, workspace: &mut Workspace, text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
        let mut learned = Vec::new();
        for (start, end, space_after) in Runs::new(text, &self.tokenizer.characters) {
            let run = &text[start..end];
            let hash = hash::of_bytes(run.as_bytes());
            let pieces = match workspace.run(hash, run) {
                Some(pieces) => pieces,
                None => {
                    learned.clear();
                    self.cut(workspace, run, &mut learned);
                    workspace.keep_run(hash, run, &learned);
                    &learned
                }
            };
            let from = start as u32;
            words.extend(pieces.iter().map(|piece| Word {
                start: from + piece.start,
                end: from + piece.end,
                form: piece.form,
                space_after: false,
            }));
            if let Some(last) = words.last_mut() {
                last.space_after = space_after;
            }
        }
        let starts = |at: &usize| workspace.form(words[*at].form).starts_sequence;
        let starts: Vec<usize> = (0..words.len()).filter(starts).collect();
        if starts.is_empty() { words } else { self.with_sequences(workspace, text, &words, &starts) }
    }

    fn cut(&self, workspace: &mut Workspace, run: &str, pieces: &mut Vec<KnownPiece>) {
        let mut cut = std::mem::take(&mut workspace.cut);
        cut.clear();
        self.tokenizer.cut(run, true, &mut cut);
        pieces.extend(cut.iter().map(|piece| {
            let form = self.form(workspace, &run[piece.start as usize..piece.end as usize], piece.norm);
            KnownPiece { start: piece.start, end: piece.end, form }
        }));
        workspace.cut = cut;
    }

    fn form(&self, workspace: &mut Workspace, text: &str, norm_id: StringId) -> FormId {
        let hash = hash::of_bytes(text.as_bytes());
        let tokenizer = &self.tokenizer;
        workspace.form_id(hash, text, norm_id, || {
            let form = self.forms.form(text, hash, norm_id, &tokenizer.strings, &tokenizer.characters);
            KnownForm {
                text: text.into(),
                hash,
                norm_id,
                lower_hash: hash::of_bytes(form.lower.as_bytes()),
                starts_sequence: tokenizer.starts_sequence(hash),
                listed: self.lemmas.list(&form.lower),
                form,
                analyses: Vec::new(),
            }
        })
    }

    /// Puts exceptions in the place of the sequences of tokens that spell them.
    fn with_sequences(&self, workspace: &mut Workspace, text: &str, words: &[Word], starts: &[usize]) -> Vec<Word> {
        let hash = |at: usize| workspace.form(words[at].form).hash;
        let found = self.tokenizer.find_sequences(&hash, words.len(), starts);
        let mut replaced = Vec::with_capacity(words.len());
        let mut from = 0;
        for (start, end) in found {
            let (first, last) = (words[start], words[end - 1]);
            let covered = &text[first.start as usize..last.end as usize];
            let Some(parts) = self.tokenizer.exception(covered) else { continue };
            replaced.extend_from_slice(&words[from..start]);
            let mut at = first.start;
            for &[orth, norm] in parts {
                let end = at + self.tokenizer.strings.get(orth).len() as u32;
                let form = self.form(workspace, &text[at as usize..end as usize], norm);
                replaced.push(Word { start: at, end, form, space_after: false });
                at = end;
            }
            if let Some(word) = replaced.last_mut() {
                word.space_after = last.space_after;
            }
            from = end;
        }
        replaced.extend_from_slice(&words[from..]);
        replaced
    }
}
