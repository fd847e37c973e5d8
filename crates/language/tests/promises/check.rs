//! What does a parse promise of any text?

use language::Parse;

/// Panics when a promise is broken.
pub fn promises(text: &str, parse: &Parse<'_>) {
    assert_eq!(parse.text(), text);
    let tokens = parse.tokens();
    let mut at = 0;
    for (number, token) in tokens.iter().enumerate() {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        assert_eq!(start, at, "token {number} starts where the one before ends");
        assert!(start < end && token.span.get(text).is_some(), "token {number} is a piece of the text");
        at = end;
        if token.space_after {
            assert_eq!(text.as_bytes().get(at), Some(&b' '), "a space follows token {number}");
            at += 1;
        }
        assert!((token.head as usize) < tokens.len(), "token {number} has a head");
    }
    assert_eq!(at, text.len(), "the tokens cover the text");

    let mut next = 0;
    for (number, sentence) in parse.sentences().iter().enumerate() {
        assert!(sentence.start == next && sentence.start < sentence.end, "sentence {number} follows the one before");
        next = sentence.end;
        assert!(sentence.clone().any(|token| parse.is_root(token)), "sentence {number} has a root");
        for token in sentence.clone() {
            assert!(sentence.contains(&parse.head(token)), "the head of token {token} stands in its sentence");
            assert_eq!(parse.sentence_of(token), number);
            let mut walk = token;
            let steps = (0..sentence.len()).find(|_| {
                let root = parse.is_root(walk);
                walk = parse.head(walk);
                root
            });
            assert!(steps.is_some(), "token {token} leads to a root");
            let subtree = parse.subtree(token);
            assert!(subtree.contains(&token) && subtree.end <= sentence.end && subtree.start >= sentence.start);
        }
    }
    assert_eq!(next, tokens.len(), "the sentences cover the tokens");

    let mut next = 0;
    for name in parse.names() {
        let range = &name.tokens;
        assert!(next <= range.start && range.start < range.end && range.end <= tokens.len(), "names stand in order");
        assert_eq!(parse.sentence_of(range.start), parse.sentence_of(range.end - 1), "a name stands in one sentence");
        next = range.end;
    }
}
