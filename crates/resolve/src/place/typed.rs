//! Which place does a name mean with a word beside it that says what it is?
//!
//! "Tavan province" is the division around Tavan, "Tavan airport" a thing near it, "border with Belmark" one of Belmark.

use super::{HOME, LONE_TOWN, Places, is_generic};
use crate::wording::clean;
use lexicon::TypeWord;
use model::{Place, PlaceClass, PlaceId};

impl Places<'_> {
    /// The type word beside a name and the name: `province`, `Tavan` for "Tavan province" and "province of Tavan", `border`, `Belmark` for
    /// "border with Belmark".
    pub(super) fn typed(&self, words: &str) -> Option<(TypeWord, String)> {
        if let Some((before, base)) = words.split_once(" of ").or_else(|| words.split_once(" with ")) {
            let noun = type_word_at_end(before);
            if let Some(kind) = self.lexicon.places.type_word(&noun.to_lowercase()) {
                return Some((kind, clean(base)));
            }
        }
        let parts: Vec<&str> = words.split(' ').collect();
        for length in [2, 1] {
            if parts.len() <= length {
                continue;
            }
            let (base, kind) = parts.split_at(parts.len() - length);
            // "the whole city" names none.
            if !base.iter().any(|word| word.chars().any(char::is_uppercase)) {
                continue;
            }
            if let Some(kind) = self.lexicon.places.type_word(&kind.join(" ").to_lowercase()) {
                return Some((kind, clean(&base.join(" "))));
            }
        }
        None
    }

    /// True for a place after which a site may be called as one that lies there: one that the article speaks of, or of which the
    /// country has no other. `whole`: nothing else stands before the word for the site, as it does in "Tavan General Hospital".
    pub(super) fn gives_its_name(&self, place: &Place, name: &str, whole: bool, article: u32) -> bool {
        let (Some(_), Some(iso)) = (place.point, place.country.as_deref()) else { return true };
        let one = || {
            let found = self.gazetteer.lookup(name).into_iter();
            let mut own = found.filter(|record| record.exact && record.country == iso && !record.is_division());
            let first = own.next().filter(|first| whole || first.population >= LONE_TOWN);
            first.is_some() && own.next().is_none()
        };
        let known = place.class != PlaceClass::Settlement;
        (known && !is_generic(name, self.lexicon))
            || self.around.names(name, article)
            || self.is_spoken_of(place, name, article)
            || self.around.country_of(name, iso, article) >= HOME && one()
    }

    pub(super) fn kind_of_place(&self, kind: TypeWord, name: String, inner: Place) -> Place {
        let named_only = inner.id.0.starts_with("name:");
        match kind {
            TypeWord::Settlement => Place { name: inner.name.clone(), ..inner },
            TypeWord::Division if inner.class == PlaceClass::Region && !named_only => Place { name, ..inner },
            TypeWord::Division => {
                let code = inner.within.iter().find_map(|id| id.0.strip_prefix("admin1:"));
                match code.and_then(|code| self.gazetteer.division(code)) {
                    Some(division) => Place { name, ..self.place(&division, "", inner.runners_up) },
                    None if named_only && inner.point.is_some() => inner,
                    None => Place { class: PlaceClass::Region, ..around(name, inner, 1.0) },
                }
            }
            TypeWord::Part | TypeWord::County => Place { class: PlaceClass::Region, ..around(name, inner, 1.5) },
            TypeWord::Site => Place { class: PlaceClass::Other, ..around(name, inner, 1.5) },
        }
    }
}

/// A place that is known by another one in or near which it lies.
pub(super) fn around(name: String, inner: Place, wider: f64) -> Place {
    let mut within = inner.within;
    if inner.point.is_some() {
        within.insert(0, inner.id);
    }
    Place {
        id: PlaceId(format!("name:{name}")),
        name,
        class: PlaceClass::Other,
        point: inner.point,
        radius_km: inner.radius_km.map(|radius| radius * wider),
        country: inner.country,
        within,
        runners_up: Vec::new(),
    }
}

pub(super) fn type_before_of(words: &str) -> &str {
    type_word_at_end(words.split(" of ").next().unwrap_or(words))
}

fn type_word_at_end(before: &str) -> &str {
    before.rsplit(' ').next().unwrap_or(before)
}
