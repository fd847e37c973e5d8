//! How is what a person types turned into a question for the full-text index?

/// A question for FTS5 that finds rows with all the words of `text`, in any order and also as the start of longer words;
/// words inside double quotes are found as they stand, one after the other. `None` when there is no word in it.
///
/// Whatever is typed is a valid question: the index's own operators are not passed on.
pub(super) fn question(text: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for (i, piece) in text.split('"').enumerate() {
        if i % 2 == 1 {
            if piece.chars().any(char::is_alphanumeric) {
                terms.push(format!("\"{piece}\""));
            }
        } else {
            for word in piece.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)) {
                terms.push(format!("\"{word}\"*"));
            }
        }
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::question;

    #[test]
    fn what_is_typed_is_always_a_valid_question() {
        assert_eq!(question("river NOT bridge").as_deref(), Some("\"river\"* AND \"NOT\"* AND \"bridge\"*"));
        assert_eq!(question("\"river bridge\" old").as_deref(), Some("\"river bridge\" AND \"old\"*"));
        assert_eq!(question("half \"open").as_deref(), Some("\"half\"* AND \"open\""));
        assert_eq!(question(" - ( \"\" "), None);
    }
}
