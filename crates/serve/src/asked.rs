//! What does a query string ask for?
//!
//! Parameters are checked strictly: a name or a value that is not understood is an error that says what was expected,
//! because a filter that is silently ignored shows too much and nobody sees it.

use crate::error::ApiError;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use case::query::Slice;
use jiff::civil::Date;

/// Rows of a page when nothing is said about it.
const ROWS: u64 = 50;
/// Rows of a page at most.
const MOST_ROWS: u64 = 1000;

/// The parameters of one request; each is taken once, and none may be left over.
pub(crate) struct Asked {
    pairs: Vec<(String, String)>,
    known: Vec<&'static str>,
}

impl Asked {
    /// From the pairs of a query string; an empty value counts as absent.
    pub(crate) fn new(pairs: Vec<(String, String)>) -> Asked {
        Asked { pairs: pairs.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect(), known: Vec::new() }
    }

    /// The words of a parameter.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<String> {
        self.known.push(name);
        let at = self.pairs.iter().position(|(n, _)| n == name)?;
        Some(self.pairs.remove(at).1)
    }

    /// All values of a parameter that may come several times, each a word of a closed list.
    pub(crate) fn words<T: Copy>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
        all: &[&str],
    ) -> Result<Vec<T>, ApiError> {
        let mut found = Vec::new();
        while let Some(word) = self.text(name) {
            match parse(&word) {
                Some(value) => found.push(value),
                None => return Err(ApiError::bad_parameter(format!("{name}: one of {}", all.join(", ")), &word)),
            }
        }
        Ok(found)
    }

    /// One word of a list.
    pub(crate) fn word<T: Copy>(&mut self, name: &'static str, list: &[(&str, T)]) -> Result<Option<T>, ApiError> {
        let all: Vec<&str> = list.iter().map(|(word, _)| *word).collect();
        let parse = |word: &str| list.iter().find(|(w, _)| *w == word).map(|(_, value)| *value);
        Ok(self.words(name, parse, &all)?.into_iter().next_back())
    }

    /// A whole number that is not negative.
    pub(crate) fn number(&mut self, name: &'static str) -> Result<Option<u64>, ApiError> {
        let told = |word: &str| ApiError::bad_parameter(format!("{name}: a whole number, 0 or more"), word);
        self.text(name).map(|word| word.parse().map_err(|_| told(&word))).transpose()
    }

    /// A day.
    pub(crate) fn day(&mut self, name: &'static str) -> Result<Option<Date>, ApiError> {
        let told = |word: &str| ApiError::bad_parameter(format!("{name}: a day such as 2020-02-03"), word);
        self.text(name).map(|word| word.parse().map_err(|_| told(&word))).transpose()
    }

    /// Which rows: `offset` and `limit`.
    pub(crate) fn slice(&mut self) -> Result<Slice, ApiError> {
        let offset = self.number("offset")?.unwrap_or(0);
        let limit = self.number("limit")?.unwrap_or(ROWS);
        if limit == 0 || limit > MOST_ROWS {
            let expected = format!("limit: a whole number from 1 to {MOST_ROWS}");
            return Err(ApiError::bad_parameter(expected, &limit.to_string()));
        }
        // SQLite counts in signed numbers; no case has rows beyond.
        Ok(Slice { offset: offset.min(i64::MAX as u64), limit: Some(limit) })
    }

    /// An error when a parameter was given that nobody asked for.
    pub(crate) fn nothing_else(mut self) -> Result<(), ApiError> {
        self.known.sort_unstable();
        self.known.dedup();
        match self.pairs.first() {
            None => Ok(()),
            Some((name, _)) if self.known.contains(&name.as_str()) => {
                Err(ApiError::bad_parameter(format!("{name}: at most once"), name))
            }
            Some((name, _)) if self.known.is_empty() => Err(ApiError::bad_parameter("no parameters".into(), name)),
            Some((name, _)) => {
                Err(ApiError::bad_parameter(format!("parameters named {}", self.known.join(", ")), name))
            }
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked, ApiError> {
        match Query::<Vec<(String, String)>>::try_from_uri(&parts.uri) {
            Ok(Query(pairs)) => Ok(Asked::new(pairs)),
            Err(_) => {
                let expected = "a query of name=value pairs in UTF-8".into();
                Err(ApiError::bad_parameter(expected, parts.uri.query().unwrap_or_default()))
            }
        }
    }
}

/// The id that an address names.
pub(crate) struct Id(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Id, ApiError> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(id)) => Ok(Id(id)),
            Err(_) => Err(ApiError::no_route(parts.uri.path())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        Asked::new(pairs.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    }

    #[test]
    fn parameters_are_taken_by_name_and_empty_ones_are_absent() {
        let mut query = asked(&[("q", "bridge"), ("place", " "), ("limit", "7"), ("from", "2020-02-03")]);
        assert_eq!(query.text("q").as_deref(), Some("bridge"));
        assert_eq!(query.text("place"), None);
        assert_eq!(query.slice().map(|slice| slice.limit).ok(), Some(Some(7)));
        assert!(query.day("from").is_ok_and(|day| day.is_some()));
        assert!(query.nothing_else().is_ok());
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        assert!(asked(&[("limit", "0")]).slice().is_err());
        assert!(asked(&[("limit", "1001")]).slice().is_err());
        assert!(asked(&[("offset", "-1")]).slice().is_err());
        assert!(asked(&[("from", "yesterday")]).day("from").is_err());
        assert!(asked(&[("kind", "rumour")]).word("kind", &[("event", 1)]).is_err());
        let mut query = asked(&[("plase", "Bellwick")]);
        let _ = query.text("place");
        assert!(query.nothing_else().is_err());
    }
}
