//! Whatever a file holds, taking it in ends with a document that is whole or a refusal, never with a panic.

mod invariants;

use intake::{Context, Sidecar, Sidecars, document};
use lexicon::Lexicon;
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::load().unwrap());

fn take(name: &str, bytes: &[u8], sidecar: Option<&Sidecar>) {
    let sidecars = Sidecars::default();
    let mut context = Context::new(&LEXICON, &sidecars);
    // Small limits, so that small inputs meet them.
    context.limits.paragraph = 200;
    context.limits.depth = 40;
    if let Ok(taken) = document(name, bytes, sidecar, &context) {
        invariants::check(&taken);
        let again = document(name, bytes, sidecar, &context);
        assert_eq!(again.as_ref(), Ok(&taken), "the same bytes give the same document");
    }
}

/// Lines such as pages are made of.
fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "", "", "", "Korm falls to the Free Band", "Korm falls to the Free Band", "TT", "Share", "Comments", "3 comments",
        "  • Mira says:", "By Ana Velt | 3 March 2019", "Tags: Korm, Velmark", "Sign in", "# Korm", "## Who fired?", "1. One",
        "- ", "•", "The guns on the heights. (VPA)", "The guns on the heights. (VPA)", "Updated 4 March 2019", "\u{feff}", "\r",
        "KORM (VPA) — The army left the town on Sunday, residents said, and nobody knows when it will come back to it.",
        "Ana Velt is an analyst at the Amel Institute.", "Join over 20,000 readers who get our newsletter every day.",
        "Les habitants de la ville voisine ont raconté que les gardes avaient quitté le poste avant la nuit, et que personne ne savait qui.",
        "The army held the northern bank of the river for two more weeks; then it left by boat, and the town was empty.",
    ])
    .prop_map(str::to_string);
    prop_oneof![4 => known, 1 => "\\PC{0,80}", 1 => "[a-zA-Z .,:|()-]{0,120}"]
}

fn tag() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<nav>",
        "</nav>",
        "<li>",
        "<ul>",
        "<h1>",
        "</h1>",
        "<table><tr><td>",
        "<br>",
        "<b>",
        "</i>",
        "<script>",
        "</script>",
        "<title>",
        "<svg/>",
        "<!--",
        "-->",
        "<a href=x>",
        "</a>",
        "<figcaption>",
        "<head>",
        "<body hidden>",
        "<meta charset=utf-16>",
        "<meta name=author content='By Ana Velt'>",
        "&amp;",
        "&#0;",
        "&nbsp;",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[[{}]]}</script>",
        "<time datetime=2019-02-30 pubdate>",
    ])
    .prop_map(str::to_string);
    prop_oneof![3 => known, 2 => line()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), ending in "txt|md|html|") {
        take(&format!("any.{ending}"), &bytes, None);
    }

    #[test]
    fn any_lines(lines in prop::collection::vec(line(), 0..40), ending in "txt|md") {
        let sidecar = Sidecar::parse(b"file,title,date\nany.txt,Korm falls to the Free Band,2019-03-03\nany.txt,Who fired?,2019\n");
        take(&format!("any.{ending}"), lines.join("\n").as_bytes(), Some(&sidecar));
    }

    #[test]
    fn any_tags(tags in prop::collection::vec(tag(), 0..60)) {
        take("any.html", tags.concat().as_bytes(), None);
    }

    #[test]
    fn any_sidecar(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[a-z,\"\n]{0,80}") {
        let _ = Sidecar::parse(&bytes);
        let _ = Sidecar::parse(format!("file,{text}").as_bytes());
    }
}
