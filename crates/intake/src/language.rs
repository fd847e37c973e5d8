//! In which language is an article, and are its parts?
//!
//! English is read. A paragraph in another language stays in the text as an aside, with a problem that names the language.

use lexicon::pages::Pages;
use model::Span;

/// ISO 639-1 codes of the languages that are read.
const READ: [&str; 1] = ["en"];

/// Letters that a text in Latin letters must have for its language to be told.
const LETTERS: usize = 80;

/// The language of a stretch of text, or `None` when it is too short or too mixed to tell.
pub(crate) fn of(text: &str, pages: &Pages) -> Option<&'static str> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters >= LETTERS && is_english(text, pages) {
        return Some("en");
    }
    let info = whatlang::detect(text)?;
    let latin = info.script() == whatlang::Script::Latin;
    // Letters that few languages share tell by themselves; in Latin letters a few words could be any.
    let sure = if latin { info.is_reliable() && letters >= LETTERS } else { letters >= 12 };
    sure.then(|| code(info.lang())).flatten()
}

/// True for a text whose every eighth word or more is one that English is full of. Weighing a text against all languages takes
/// long, and most texts need it not.
fn is_english(text: &str, pages: &Pages) -> bool {
    let (mut all, mut english) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        all += 1;
        english += usize::from(pages.is_english(word));
    }
    english * 8 >= all && english > 0
}

/// The language of a part where it is surely none that is read. `article` is the language of the article it stands in.
pub(crate) fn unread(text: &str, span: Span, article: Option<&str>, pages: &Pages) -> Option<&'static str> {
    let words = span.of(text);
    let other = of(words, pages).filter(|language| !READ.contains(language))?;
    let latin = whatlang::detect_script(words).is_none_or(|script| script == whatlang::Script::Latin);
    let confidence = whatlang::detect(words).map_or(0.0, |info| info.confidence());
    // Names of one region look like its language: inside an English article only a long, clear case counts.
    let strict = latin && article.is_none_or(|language| READ.contains(&language));
    (!strict || (words.len() >= 160 && confidence >= 0.95)).then_some(other)
}

/// True when the language is one that is read, or could not be told.
pub(crate) fn is_read(language: Option<&str>) -> bool {
    language.is_none_or(|language| READ.contains(&language))
}

fn code(language: whatlang::Lang) -> Option<&'static str> {
    use whatlang::Lang::*;
    Some(match language {
        Eng => "en",
        Ara => "ar",
        Rus => "ru",
        Ukr => "uk",
        Fra => "fr",
        Deu => "de",
        Spa => "es",
        Por => "pt",
        Ita => "it",
        Nld => "nl",
        Tur => "tr",
        Pes => "fa",
        Urd => "ur",
        Heb => "he",
        Cmn => "zh",
        Jpn => "ja",
        Kor => "ko",
        Hin => "hi",
        Ben => "bn",
        Pol => "pl",
        Ces => "cs",
        Slk => "sk",
        Slv => "sl",
        Hrv => "hr",
        Srp => "sr",
        Bul => "bg",
        Mkd => "mk",
        Bel => "be",
        Ron => "ro",
        Hun => "hu",
        Ell => "el",
        Swe => "sv",
        Dan => "da",
        Nob => "nb",
        Fin => "fi",
        Est => "et",
        Lav => "lv",
        Lit => "lt",
        Kat => "ka",
        Hye => "hy",
        Aze => "az",
        Uzb => "uz",
        Tuk => "tk",
        Amh => "am",
        Ind => "id",
        Vie => "vi",
        Tha => "th",
        Mya => "my",
        Khm => "km",
        Tam => "ta",
        Tel => "te",
        Kan => "kn",
        Mal => "ml",
        Mar => "mr",
        Guj => "gu",
        Pan => "pa",
        Ori => "or",
        Nep => "ne",
        Sin => "si",
        Cat => "ca",
        Afr => "af",
        Zul => "zu",
        Sna => "sn",
        Aka => "ak",
        Jav => "jv",
        Tgl => "tl",
        Yid => "yi",
        Lat => "la",
        Epo => "eo",
        Cym => "cy",
    })
}
