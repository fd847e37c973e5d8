/// `"geonames:168931"` for a place of the gazetteer, `"admin1:SY.12"` for a first-level division by country and code,
/// `"name:…"` for one that is known only by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub String);

/// A place as an area: a point with a radius, never finer than the words that name it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// See [`PlaceId`].
    pub id: PlaceId,
    /// Canonical name.
    pub name: String,
    /// How large a thing it is.
    pub class: PlaceClass,
    /// Degrees north and east, WGS 84; `None` for a place that the gazetteer does not have.
    pub point: Option<(f64, f64)>,
    /// Kilometres around the point that the name covers; `None` without a point.
    pub radius_km: Option<f64>,
    /// ISO 3166 code of the country it lies in, where known.
    pub country: Option<String>,
    /// The places it lies in, smallest first: `"admin1:SY.12"` for a province, then the country.
    pub within: Vec<PlaceId>,
    /// Gazetteer ids of other places of that name that were thought of, best first.
    pub runners_up: Vec<String>,
}

/// How large a thing a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceClass {
    /// A country.
    Country,
    /// A province, district, region or other area inside a country.
    Region,
    /// A city, town or village.
    Settlement,
    /// A road, river, base, building or anything else.
    Other,
}

impl PlaceClass {
    /// The word for it in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            PlaceClass::Country => "country",
            PlaceClass::Region => "region",
            PlaceClass::Settlement => "settlement",
            PlaceClass::Other => "other",
        }
    }

    /// The class a word stands for.
    pub fn parse(word: &str) -> Option<PlaceClass> {
        use PlaceClass::*;
        [Country, Region, Settlement, Other].into_iter().find(|c| c.as_str() == word)
    }
}
