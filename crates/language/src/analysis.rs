//! What part of speech, morphology and lemma has each word, now that its tag and relation are known?

use crate::arcs::Tree;
use crate::ruler::{Seen, Values};
use crate::words::Word;
use crate::workspace::{KnownForm, Workspace};
use crate::{Dep, English, Pos, Tag, Token};
use model::Span;

/// What the attribute rules and the lemmatizer make of a form with a tag and a relation.
#[derive(Clone)]
pub(crate) struct Analysis {
    tag: Tag,
    pos: Pos,
    dep: Dep,
    morph: &'static str,
    lemma: Box<str>,
}

impl English {
    /// The finished tokens.
    pub(crate) fn tokens(&self, workspace: &mut Workspace, words: &[Word], tags: &[Tag], tree: &Tree) -> Vec<Token> {
        let seen = |at: usize| {
            let known = &workspace.forms[words[at].form as usize];
            Seen { tag: tags[at], dep: tree.deps[at], lower: known.lower_hash, is_space: known.form.is_space }
        };
        // Rules of two tokens, by the token they set; there are few.
        let mut paired: Vec<(usize, u16)> = Vec::new();
        for at in 1..words.len() {
            let first = seen(at - 1);
            if self.ruler.may_pair(first) {
                paired.extend(self.ruler.pairs(first, seen(at)).map(|(place, rule)| (at - 1 + place, rule)));
            }
        }
        paired.sort_unstable();
        let mut paired = paired.into_iter().peekable();
        let mut tokens = Vec::with_capacity(words.len());
        let mut rules = Vec::new();
        for (at, word) in words.iter().enumerate() {
            rules.clear();
            while let Some((_, rule)) = paired.next_if(|(place, _)| *place == at) {
                rules.push(rule);
            }
            let known = &mut workspace.forms[word.form as usize];
            let seen =
                Seen { tag: tags[at], dep: tree.deps[at], lower: known.lower_hash, is_space: known.form.is_space };
            let (norm, listed) = (known.form.norm.clone(), known.listed);
            let analysis =
                if rules.is_empty() { self.known_analysis(known, seen) } else { self.analysis(known, seen, &rules) };
            tokens.push(Token {
                span: Span { start: word.start, end: word.end },
                space_after: word.space_after,
                tag: analysis.tag,
                pos: analysis.pos,
                dep: analysis.dep,
                head: tree.heads[at],
                lemma: analysis.lemma,
                norm,
                morph: analysis.morph,
                listed,
            });
        }
        tokens
    }

    /// The analysis without rules of two tokens, from what the form remembers if it can be.
    fn known_analysis(&self, known: &mut KnownForm, seen: Seen) -> Analysis {
        let same = |&&(tag, dep, _): &&(Tag, Dep, Analysis)| (tag, dep) == (seen.tag, seen.dep);
        if let Some((.., analysis)) = known.analyses.iter().find(same) {
            return analysis.clone();
        }
        let analysis = self.analysis(known, seen, &[]);
        known.analyses.push((seen.tag, seen.dep, analysis.clone()));
        analysis
    }

    fn analysis(&self, known: &KnownForm, seen: Seen, rules: &[u16]) -> Analysis {
        let Values { tag, pos, dep, morph, lemma } = self.ruler.values(seen, rules);
        let (pos, morph) = (pos.unwrap_or(Pos::None), morph.unwrap_or(""));
        let tokenizer = &self.tokenizer;
        let lemma = match lemma {
            Some(lemma) => tokenizer.strings.get(lemma).into(),
            None => {
                let lower = &known.form.lower;
                self.lemmas.lemma(&known.text, lower, pos, morph, &tokenizer.strings, &tokenizer.characters)
            }
        };
        Analysis { tag: tag.unwrap_or(seen.tag), pos, dep: dep.unwrap_or(seen.dep), morph, lemma }
    }
}
