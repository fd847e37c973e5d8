//! Which word stands in the file for the way in which a mention names?

use model::MentionKind;

/// The word of a value.
pub(crate) fn mention(value: MentionKind) -> &'static str {
    match value {
        MentionKind::Name => "name",
        MentionKind::Nominal => "nominal",
        MentionKind::Pronoun => "pronoun",
        MentionKind::Modifier => "modifier",
    }
}

/// The value of a word.
pub(crate) fn parse_mention(word: &str) -> Option<MentionKind> {
    [MentionKind::Name, MentionKind::Nominal, MentionKind::Pronoun, MentionKind::Modifier]
        .into_iter()
        .find(|kind| mention(*kind) == word)
}
