//! Which morphology can a word have? The closed list of the model's values, so that a token can name one without owning
//! it, and what the lemmatizer asks of it.

macro_rules! morphs {
    ($($text:literal)+) => {
        /// Every value, sorted; the first is none.
        pub(crate) const MORPHS: &[&str] = &[$($text,)+];
    };
}

morphs! {
    ""
    "Aspect=Perf|Tense=Past|VerbForm=Part"
    "Aspect=Prog|Tense=Pres|VerbForm=Part"
    "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"
    "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"
    "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"
    "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"
    "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs"
    "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"
    "Case=Acc|Number=Plur|Person=1|PronType=Prs"
    "Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes"
    "Case=Acc|Number=Plur|Person=3|PronType=Prs"
    "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes"
    "Case=Acc|Number=Sing|Person=1|PronType=Prs"
    "Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes"
    "Case=Acc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"
    "Case=Acc|Person=2|PronType=Prs"
    "Case=Acc|Person=2|PronType=Prs|Reflex=Yes"
    "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"
    "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"
    "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs"
    "Case=Nom|Number=Plur|Person=1|PronType=Prs"
    "Case=Nom|Number=Plur|Person=3|PronType=Prs"
    "Case=Nom|Number=Sing|Person=1|PronType=Prs"
    "Case=Nom|Person=2|PronType=Prs"
    "ConjType=Cmp"
    "Definite=Def|PronType=Art"
    "Definite=Ind|PronType=Art"
    "Degree=Cmp"
    "Degree=Pos"
    "Degree=Sup"
    "Foreign=Yes"
    "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"
    "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"
    "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"
    "Gender=Neut|Number=Sing|Person=3|PronType=Prs"
    "Hyph=Yes"
    "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"
    "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
    "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    "Mood=Ind|Tense=Past|VerbForm=Fin"
    "Mood=Ind|Tense=Pres|VerbForm=Fin"
    "NumType=Card"
    "NumType=Mult"
    "NumType=Ord"
    "Number=Plur"
    "Number=Plur|Person=1|Poss=Yes|PronType=Prs"
    "Number=Plur|Person=2|Poss=Yes|PronType=Prs"
    "Number=Plur|Person=3|Poss=Yes|PronType=Prs"
    "Number=Plur|PronType=Dem"
    "Number=Sing"
    "Number=Sing|Person=1|Poss=Yes|PronType=Prs"
    "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    "Number=Sing|PronType=Dem"
    "Number=Sing|PronType=Ind"
    "Person=2|Poss=Yes|PronType=Prs"
    "Person=2|PronType=Prs"
    "Polarity=Neg"
    "Poss=Yes"
    "Poss=Yes|PronType=Prs"
    "PronType=Dem"
    "PronType=Prs"
    "PronType=Rel"
    "PunctSide=Fin|PunctType=Brck"
    "PunctSide=Fin|PunctType=Quot"
    "PunctSide=Ini|PunctType=Brck"
    "PunctSide=Ini|PunctType=Quot"
    "PunctType=Comm"
    "PunctType=Dash"
    "PunctType=Peri"
    "Tense=Past|VerbForm=Fin"
    "Tense=Past|VerbForm=Part"
    "Tense=Pres|VerbForm=Fin"
    "VerbForm=Fin"
    "VerbForm=Ger"
    "VerbForm=Inf"
    "VerbType=Mod"
}

/// What the lemmatizer asks of a value.
#[derive(Clone, Copy)]
pub(crate) struct Features<'m>(pub(crate) &'m str);

impl<'m> Features<'m> {
    /// The value of a feature: `Sing` for `Number` in `Number=Sing|Person=3`.
    pub(crate) fn get(self, name: &str) -> Option<&'m str> {
        self.0
            .split('|')
            .find_map(|pair| pair.split_once('=').filter(|(found, _)| *found == name).map(|(_, value)| value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_starts_with_none() {
        assert!(MORPHS.is_sorted());
        assert_eq!(MORPHS[0], "");
        assert_eq!(Features("Number=Sing|Person=3").get("Person"), Some("3"));
        assert_eq!(Features("Number=Sing|Person=3").get("Tense"), None);
    }
}
