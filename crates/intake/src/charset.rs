//! In which encoding are these bytes, and what text are they?
//!
//! A byte order mark tells; else what a page declares of itself; else valid UTF-8 is UTF-8; else the letters are weighed.
//! Line ends `\r\n` and `\r` become `\n`. A byte order mark of UTF-8 stays in the text as `U+FEFF`, as it does for whoever
//! opens the file as UTF-8, so that offsets agree.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use model::{Format, Problem, Span, Stage};

/// Text with what is known of its encoding.
pub(crate) struct Decoded {
    pub text: String,
    /// Label in lower case: `"utf-8"`.
    pub charset: String,
    /// Characters that could not be read.
    pub problems: Vec<Problem>,
}

/// How far into a page its declaration of an encoding is looked for, in bytes.
const DECLARATION: usize = 4096;

pub(crate) fn decode(bytes: &[u8], format: Format) -> Decoded {
    let (encoding, from) = encoding_of(bytes, format);
    let body = if encoding == UTF_16LE || encoding == UTF_16BE { bytes.get(from..).unwrap_or(bytes) } else { bytes };
    let (decoded, _) = encoding.decode_without_bom_handling(body);
    let text = line_ends(&decoded);
    // A replacement character that the bytes themselves hold is not one we made.
    let held = if encoding == UTF_8 { count(bytes, "\u{fffd}".as_bytes()) } else { 0 };
    let replaced = text.matches('\u{fffd}').count();
    let charset = encoding.name().to_ascii_lowercase();
    let mut problems = Vec::new();
    if replaced > held
        && let Some(at) = text.find('\u{fffd}')
    {
        let line = text[..at].matches('\n').count() + 1;
        let message = format!(
            "expected {charset}, found bytes that are not: {} replaced by U+FFFD, the first on line {line}; \
             save the file as UTF-8",
            characters(replaced - held)
        );
        let span = Some(Span::new(at, at + '\u{fffd}'.len_utf8()));
        problems.push(Problem { stage: Stage::Intake, code: "charset/replaced".to_string(), span, message });
    }
    Decoded { text, charset, problems }
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character was".to_string() } else { format!("{count} characters were") }
}

/// The encoding, and how many bytes its mark takes.
fn encoding_of(bytes: &[u8], format: Format) -> (&'static Encoding, usize) {
    if let Some(mark) = Encoding::for_bom(bytes) {
        return mark;
    }
    if format == Format::Html
        && let Some(declared) = declared(&bytes[..bytes.len().min(DECLARATION)])
    {
        return (declared, 0);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, 0);
    }
    // Almost all UTF-8: a cut or damaged file, which no other encoding would read better.
    let text = String::from_utf8_lossy(bytes);
    let (bad, good) = text
        .chars()
        .filter(|c| !c.is_ascii())
        .fold((0usize, 0usize), |(bad, good), c| if c == '\u{fffd}' { (bad + 1, good) } else { (bad, good + 1) });
    if good > bad {
        return (UTF_8, 0);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    (detector.guess(None, chardetng::Utf8Detection::Deny), 0)
}

/// The encoding that the head of a page names in `<meta charset=…>` or `<meta … content="text/html; charset=…">`, or in its
/// XML declaration.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut rest = head.as_str();
    loop {
        let meta = rest.find("<meta").map(|at| (at, "charset"));
        let xml = rest.find("<?xml").map(|at| (at, "encoding"));
        let (at, word) = match (meta, xml) {
            (Some(a), Some(b)) => a.min(b),
            (a, b) => a.or(b)?,
        };
        let tag = &rest[at..rest[at..].find('>').map_or(rest.len(), |end| at + end)];
        if let Some(value) = tag.split_once(word).and_then(|(_, value)| value.trim_start().strip_prefix('=')) {
            let label = value.trim_start().trim_start_matches(['"', '\'']);
            let label =
                label.split(|c: char| c == '"' || c == '\'' || c == ';' || c.is_whitespace() || c == '/').next()?;
            if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
                // A page that can be read this far is not UTF-16, whatever it says (as browsers do).
                return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
            }
        }
        rest = &rest[at + 5..];
    }
}

fn line_ends(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_string() }
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| window == &part).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], format: Format) -> (String, String) {
        let decoded = decode(bytes, format);
        (decoded.charset, decoded.text)
    }

    #[test]
    fn a_mark_tells_before_a_declaration_and_a_declaration_before_the_bytes() {
        assert_eq!(read(b"\xff\xfeK\0o\0", Format::Text), ("utf-16le".into(), "Ko".into()));
        assert_eq!(
            read("\u{feff}Korm\r\nfell\r".as_bytes(), Format::Text),
            ("utf-8".into(), "\u{feff}Korm\nfell\n".into())
        );
        let page = b"<html><head><meta http-equiv=x content='text/html; charset=windows-1251'></head>\xca\xee\xf0\xec";
        assert_eq!(read(page, Format::Html).0, "windows-1251");
        assert!(read(page, Format::Html).1.ends_with("Корм"));
        assert_eq!(read(b"<meta charset=\"utf-8\">caf\xc3\xa9", Format::Html).0, "utf-8");
    }

    #[test]
    fn bytes_without_a_word_about_them_are_weighed() {
        assert_eq!(read("Korm – Tarsk".as_bytes(), Format::Text).0, "utf-8");
        let (charset, text) = read(b"The \x93Free Band\x94 left the caf\xe9 at noon, it said.", Format::Text);
        assert_eq!(
            (charset.as_str(), text.as_str()),
            ("windows-1252", "The “Free Band” left the café at noon, it said.")
        );
    }

    #[test]
    fn a_character_that_cannot_be_read_is_named_with_its_place() {
        let decoded = decode("a – b\nc – d – e\u{fffd}\n".as_bytes(), Format::Text);
        assert_eq!(decoded.problems, []);
        let mut bytes = "one – two – three – four – five – six\n".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes, Format::Text);
        assert_eq!(decoded.charset, "utf-8");
        assert_eq!(decoded.problems[0].span.unwrap().of(&decoded.text), "\u{fffd}");
        assert!(decoded.problems[0].message.contains("1 character was replaced by U+FFFD, the first on line 2"));
    }
}
