use crate::invented::{claim, document, gazetteer, reading, rows};
use lexicon::Lexicon;
use model::{Argument, ClaimType, EntityKind, Mention, MentionKind, Span};

/// A text with marked mentions: the plain text, the mentions, and the spans of those that act.
fn marked(row: &str) -> (String, Vec<Mention>, Vec<Span>) {
    let (mut text, mut mentions, mut acting) = (String::new(), Vec::new(), Vec::new());
    let mut acts = false;
    let mut rest = row;
    while let Some(c) = rest.chars().next() {
        if c == '<' || c == '>' {
            acts = c == '<';
            rest = &rest[1..];
            continue;
        }
        if let Some(marked) = rest.strip_prefix('[') {
            let (words, after) = marked.split_once('|').expect("a mention with its marks");
            let (marks, after) = after.split_once(']').expect("the end of a mention");
            let span = Span::new(text.len(), text.len() + words.len());
            text.push_str(words);
            let head = words.strip_suffix("'s").unwrap_or(words).rsplit(' ').next().unwrap_or(words);
            let head_at = span.start as usize + words.rfind(head).unwrap_or(0);
            let head = Span::new(head_at, head_at + head.len());
            let marks: Vec<&str> = marks.split(' ').collect();
            let kind = match marks[0] {
                "name" => MentionKind::Name,
                "nominal" => MentionKind::Nominal,
                "pronoun" => MentionKind::Pronoun,
                "modifier" => MentionKind::Modifier,
                other => panic!("expected a kind of mention, found {other}"),
            };
            let hint = marks.get(1).and_then(|word| EntityKind::parse(word));
            mentions.push(Mention { span, head, kind, hint, plural: marks.contains(&"plural"), sentence: 0 });
            if acts {
                acting.push(head);
            }
            rest = after;
            continue;
        }
        text.push(c);
        rest = &rest[c.len_utf8()..];
    }
    (text, mentions, acting)
}

#[test]
fn mentions_stand_for_whom_they_mean() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut wrong = Vec::new();
    for (_, row) in rows(include_str!("entities.md")) {
        let [marked_text, expected] = row.as_slice() else { panic!("expected two cells: {row:?}") };
        let (text, mentions, acting) = marked(marked_text);
        let mut reading = reading(&text);
        for mut mention in mentions {
            let of = reading.sentences.iter().position(|sentence| sentence.span.end > mention.span.start);
            mention.sentence = of.unwrap_or(0) as u32;
            reading.mentions.push(mention);
        }
        for head in acting {
            let mut claim = claim(&reading, ClaimType::Fight, head.start);
            claim.actor.push(Argument { span: head, head, entity: None, place: None });
            reading.claims.push(claim);
        }
        // Each mention fills a role, since only there can one stand for several.
        let probed = reading.claims.len();
        for mention in &reading.mentions {
            let mut claim = claim(&reading, ClaimType::Strike, mention.span.start);
            claim.target.push(Argument { span: mention.span, head: mention.head, entity: None, place: None });
            reading.claims.push(claim);
        }
        let resolution = resolve::document(&document(&text, None), reading, &lexicon, &gazetteer);
        let found: Vec<String> = resolution.reading.claims[probed..]
            .iter()
            .map(|claim| {
                let entities = claim.target.iter().map(|argument| {
                    let entity = resolution.entities.iter().find(|entity| Some(&entity.id) == argument.entity.as_ref());
                    entity.map_or("-".to_string(), |entity| entity.name.clone())
                });
                entities.collect::<Vec<String>>().join(" & ")
            })
            .collect();
        if found.join("; ") != *expected {
            wrong.push(format!("{text:?}: expected {expected}, found {}", found.join("; ")));
        }
        for entity in &resolution.entities {
            assert!(!entity.reasons.is_empty(), "{} is taken for one without a reason", entity.name);
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
