//! Files that cannot be taken in as they stand, and what is said of each: `tests/bad_input/*.txt`.
//!
//! `RENEW=1 cargo test -p intake` writes the messages anew; the change is then reviewed as a diff.

mod invariants;

use intake::{Bytes, Context, Counts, Limits, Outcome, Reason, Refusal, Sidecars, document, find, load};
use lexicon::Lexicon;
use model::Document;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// Compares what is said with the golden file.
fn golden(name: &str, said: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_input").join(format!("{name}.txt"));
    let said = format!("{said}\n");
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(&path, &said).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), said, "{} says otherwise", path.display());
}

/// What is said of a file: its refusal, or its problems.
fn said(result: &Result<Document, Refusal>) -> String {
    match result {
        Err(refusal) => format!("{refusal}"),
        Ok(document) => {
            invariants::check(document);
            let problems = document.problems.iter().map(|problem| format!("{}: {}", problem.code, problem.message));
            problems.collect::<Vec<_>>().join("\n")
        }
    }
}

fn take(name: &str, bytes: &[u8]) -> Result<Document, Refusal> {
    let lexicon = Lexicon::load().unwrap();
    document(name, bytes, None, &Context::new(&lexicon, &Sidecars::default()))
}

#[test]
fn bytes_that_are_not_utf_8_are_replaced_and_said_to_be() {
    let mut bytes =
        "The army – what was left of it – gave up Korm – the last town on the river – at dawn.\n".as_bytes().to_vec();
    bytes.extend(b"It burned \xff\xfe all night.\n");
    let result = take("korm.txt", &bytes);
    golden("not-utf-8", &said(&result));
    let document = result.unwrap();
    assert_eq!(document.problems[0].span.unwrap().of(&document.text), "\u{fffd}");
    assert_eq!(document.articles.len(), 1);
}

#[test]
fn an_empty_file_is_refused() {
    golden("empty", &said(&take("empty.txt", b"")));
    assert_eq!(take("blank.md", b" \n\t\r\n\xef\xbb\xbf").unwrap_err().reason, Reason::Empty);
    assert_eq!(take("blank.html", b"<html><script>var a = 1;</script><p> </p>").unwrap_err().reason, Reason::Empty);
}

#[test]
fn fifty_megabytes_of_one_line_are_refused_and_a_long_line_is_cut() {
    let line = "The guns fired. ".repeat(50 * 1024 * 1024 / 16);
    golden("one-line-50-mb", &said(&take("line.txt", line.as_bytes())));
    let result = take("line.txt", &line.as_bytes()[..1 << 20]);
    golden("one-line-1-mb", &said(&result));
    let document = result.unwrap();
    assert!(document.articles[0].parts.iter().all(|part| part.span.len() <= Limits::default().paragraph));
    assert!(document.articles[0].parts.iter().all(|part| part.span.of(&document.text).ends_with('.')));
    let unbroken = take("line.txt", "x".repeat(1 << 20).as_bytes()).unwrap();
    invariants::check(&unbroken);
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("large.txt"), "The guns fired. ".repeat(10)).unwrap();
    let lexicon = Lexicon::load().unwrap();
    let finds = find(&[folder.path().to_path_buf()]);
    let mut context = Context::new(&lexicon, &finds.sidecars);
    context.limits.file = 100;
    let result = load(&finds.files[0], &context);
    golden("too-large", &said(&result));
    let large = Reason::TooLarge { found: Bytes(160), limit: Bytes(100) };
    assert_eq!(result.unwrap_err().reason, large);
}

#[test]
fn binary_data_under_the_name_of_a_text_is_refused() {
    golden("binary-pdf", &said(&take("report.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")));
    golden("binary-zero", &said(&take("report.txt", b"The army left.\0\0\x01")));
    golden("binary-control", &said(&take("report.md", b"\x01\x02\x03Korm\x04\x05")));
    assert!(
        take("report.txt", "K\u{0}orm fell.".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice())
            .is_err()
    );
}

#[test]
fn a_page_that_is_a_bomb_is_read_as_text_in_a_moment() {
    let from = Instant::now();
    let story = "<p>The army left Korm on Monday, residents said, and the Free Band entered it.</p>";
    let deep = format!("<html><body>{}{story}", "<div>".repeat(200_000));
    let result = take("deep.html", deep.as_bytes());
    golden("html-deep", &said(&result));
    let document = result.unwrap();
    assert_eq!(document.articles[0].parts[0].span.of(&document.text), &story[3..story.len() - 4]);
    let wide = format!("<html><body>{}{story}", "<b>x</b> ".repeat(100_000));
    golden("html-wide", &said(&take("wide.html", wide.as_bytes())));
    let large = format!("<html><body>{story}<!--{}-->", "x".repeat(5 << 20));
    golden("html-large", &said(&take("large.html", large.as_bytes())));
    let both = format!("<html><body>{}{story}{}", "<div><b>".repeat(190), "<i>word</i> ".repeat(20_000));
    golden("html-deep-and-wide", &said(&take("both.html", both.as_bytes())));
    // As deep and as wide as is still searched.
    let most = format!("<html><body>{}{story}{}", "<div><b>".repeat(190), "<i>word</i> ".repeat(5_000));
    assert_eq!(said(&take("most.html", most.as_bytes())), "");
    assert!(from.elapsed() < Duration::from_secs(60), "{:?}", from.elapsed());
}

#[test]
fn what_the_system_refuses_is_told_apart() {
    let refused = |kind: io::ErrorKind| {
        Refusal { name: "korm.txt".to_string(), reason: Reason::from_io(&io::Error::from(kind)) }.to_string()
    };
    golden("no-permission", &refused(io::ErrorKind::PermissionDenied));
    golden("missing", &refused(io::ErrorKind::NotFound));
    golden("unreadable", &refused(io::ErrorKind::BrokenPipe));
}

#[test]
fn files_that_are_no_reports_do_not_stop_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("b")).unwrap();
    std::fs::write(path("b/two.txt"), "The army left Korm.").unwrap();
    std::fs::write(path("a.md"), "The army left Korm. \u{fffd}").unwrap();
    std::fs::write(path("photo.jpeg"), b"\xff\xd8\xff").unwrap();
    std::fs::write(path("none"), "x").unwrap();
    std::fs::write(path(".hidden.txt"), "x").unwrap();
    std::fs::write(path("empty.txt"), "").unwrap();
    std::fs::write(path("reports.csv"), "file,outlet\na.md,Amel Review\nbroken \"row\n").unwrap();
    let named = [folder.path().to_path_buf(), path("a.md"), path("gone.txt"), "-".into(), "-".into()];
    let finds = find(&named);
    let names: Vec<&str> = finds.files.iter().map(|found| found.name.as_str()).collect();
    assert_eq!(names, ["a.md", "b/two.txt", "empty.txt", "stdin"]);
    let refused: Vec<String> = finds.refused.iter().map(|refusal| refusal.to_string()).collect();
    golden("refused-files", &refused.join("\n"));
    let lexicon = Lexicon::load().unwrap();
    let context = Context::new(&lexicon, &finds.sidecars);
    let mut counts = Counts::default();
    finds.refused.iter().for_each(|_| counts.add(Outcome::Refused));
    for found in finds.files.iter().filter(|found| found.name != "stdin") {
        counts.add(match load(found, &context) {
            Ok(document) if document.problems.is_empty() => Outcome::Read,
            Ok(_) => Outcome::ReadWithProblems,
            Err(_) => Outcome::Refused,
        });
    }
    assert_eq!((counts.read, counts.refused, counts.all()), (2, 4, 6));
}

#[test]
fn a_text_is_what_python_reads() {
    let text = |bytes: &[u8]| take("t.txt", bytes).unwrap().text;
    assert_eq!(
        text("\u{feff}Korm fell.\r\nIt burned.\rAll night.\n".as_bytes()),
        "\u{feff}Korm fell.\nIt burned.\nAll night.\n"
    );
    assert_eq!(
        text("  Korm\u{a0}fell.\u{2028}It \u{c}burned.  ".as_bytes()),
        "  Korm\u{a0}fell.\u{2028}It \u{c}burned.  "
    );
}
