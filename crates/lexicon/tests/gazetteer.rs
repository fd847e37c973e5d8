//! The pack is made from an invented extract in the layout of the package, and asked what `resolve` asks.

use lexicon::gazetteer::{Gazetteer, PackError, compile};
use model::PlaceClass;

const CITIES: &str = r#"{
  "11": {"geonameid": 11, "name": "Tavan", "latitude": 10.0, "longitude": 20.0, "countrycode": "XA", "population": 60000,
         "timezone": "", "admin1code": "01", "alternatenames": ["At-Tawan", "TVN", "ta wan", "Таван"]},
  "12": {"geonameid": 12, "name": "Dayr al-Mur", "latitude": 10.4, "longitude": 20.2, "countrycode": "XA", "population": 900,
         "timezone": "", "admin1code": "01", "alternatenames": ["Dayr al-Mur"]},
  "14": {"geonameid": 14, "name": "Ralls", "latitude": 33.0, "longitude": -101.0, "countrycode": "US", "population": 1900,
         "timezone": "", "admin1code": "TX", "alternatenames": []},
  "13": {"geonameid": 13, "name": "Távan", "latitude": -3.0, "longitude": 50.0, "countrycode": "XB", "population": 0,
         "timezone": "", "admin1code": "", "alternatenames": []}
}"#;
const COUNTRIES: &str = r#"{
  "XA": {"geonameid": 1, "name": "Arvia", "iso": "XA", "iso3": "XAR", "areakm2": 31415.9, "population": 5000000},
  "XB": {"geonameid": 2, "name": "Belmark", "iso": "XB", "iso3": "XBE", "areakm2": 100, "population": 7}
}"#;
const AREAS: &str = r#"{"features": [
  {"properties": {"gn_a1_code": "XA.01", "name": "Upper Arvia", "name_alt": "Tavan|Ober-Arvien"},
   "geometry": {"type": "Polygon", "coordinates": [[[19, 9], [21, 9], [21, 11], [19, 11], [19, 9]]]}}
]}"#;

const COUNTIES: &str = r#"{"transform": {"scale": [1, 1], "translate": [0, 0]},
  "objects": {"counties": {"geometries": [{"type": "Polygon", "arcs": [[0]], "id": "48277"}]}},
  "arcs": [[[-96, 33], [1, 0], [0, 1], [-1, 0], [0, -1]]]}"#;

fn file(path: &str) -> Option<Vec<u8>> {
    let text = match path {
        "data/cities500.json" => CITIES,
        "data/countries.json" => COUNTRIES,
        "data/us_states.json" => r#"{"TX": {"code": "TX", "geonameid": 9, "name": "Texas"}}"#,
        "data/states/admin1.json" => AREAS,
        "data/us_counties.json" => r#"[{"fips": "48277", "name": "Lamar County", "state": "TX"}]"#,
        "counties-10m.json" => COUNTIES,
        _ => return None,
    };
    Some(text.as_bytes().to_vec())
}

#[test]
fn places_are_found_under_all_their_spellings() {
    let gazetteer = Gazetteer::from_pack(&compile(&file).unwrap()).unwrap();
    let names = |asked: &str| -> Vec<(u32, bool, bool)> {
        gazetteer.lookup(asked).iter().map(|place| (place.geonames, place.exact, place.usual)).collect()
    };
    assert_eq!(names("Tavan"), [(11, true, true), (13, true, true)]);
    assert_eq!(names("at tawan"), [(11, true, false)]);
    assert_eq!(names("Deir el-Mour"), [(12, false, true)]);
    assert_eq!(names("Arvia"), [(1, true, true)]);
    // Codes, machine transliterations and other scripts are no spellings; neither is a part of a name.
    for asked in ["TVN", "ta wan", "Таван", "Dayr", "", "—"] {
        assert_eq!(names(asked), [], "{asked}");
    }
}

#[test]
fn a_place_knows_what_it_lies_in() {
    let gazetteer = Gazetteer::from_pack(&compile(&file).unwrap()).unwrap();
    let town = gazetteer.lookup("Dayr al-Mur")[0];
    assert_eq!(gazetteer.outline(&town.id()), Vec::<Vec<(f64, f64)>>::new(), "a town is a point and a radius");
    assert_eq!(town.class, PlaceClass::Settlement);
    let within: Vec<String> = gazetteer.within(&town).into_iter().map(|id| id.0).collect();
    assert_eq!(within, ["admin1:XA.01", "geonames:1"]);
    let division = gazetteer.division("XA.01").unwrap();
    assert_eq!((division.class, division.id().0.as_str()), (PlaceClass::Region, "admin1:XA.01"));
    assert!((division.point.0 - 10.0).abs() < 0.02, "the middle of its land: {:?}", division.point);
    assert_eq!(division.name, "Upper Arvia");
    assert_eq!(gazetteer.outline(&division.id()), [[(9.0, 19.0), (9.0, 21.0), (11.0, 21.0), (11.0, 19.0)]]);
    assert_eq!(gazetteer.lookup("Ober Arvien")[0].code, "XA.01");
    // Its chief town's name stays the town's.
    assert!(gazetteer.lookup("Tavan").iter().all(|place| place.class == PlaceClass::Settlement));
    let state = gazetteer.state("XA").unwrap();
    assert_eq!((state.name, state.radius_km), ("Arvia", 100.0));
    assert_eq!(gazetteer.within(&state), []);
    // A town that the source puts in no division lies in its state alone.
    assert_eq!(gazetteer.within(&gazetteer.lookup("Távan")[1]).len(), 1);
}

#[test]
fn the_same_files_give_the_same_pack_and_other_bytes_are_refused() {
    let pack = compile(&file).unwrap();
    assert_eq!(pack, compile(&file).unwrap());
    let mut changed = pack.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(Gazetteer::from_pack(&changed).unwrap_err(), PackError::Damaged);
    assert_eq!(Gazetteer::from_pack(&pack[..pack.len() - 1]).unwrap_err(), PackError::Damaged);
    let mut newer = pack;
    newer[8] = 9;
    assert_eq!(Gazetteer::from_pack(&newer).unwrap_err(), PackError::Version(9));
    assert_eq!(Gazetteer::from_pack(b"PNG").unwrap_err(), PackError::NotAPack);
}

#[test]
fn a_missing_or_changed_file_is_named() {
    let missing = compile(&|path| if path.ends_with("countries.json") { None } else { file(path) });
    assert_eq!(
        missing.unwrap_err().to_string(),
        "expected the file data/countries.json of the data packages, found none"
    );
    let changed = compile(&|path| if path.ends_with("countries.json") { Some(b"[]".to_vec()) } else { file(path) });
    assert!(changed.unwrap_err().to_string().starts_with("data/countries.json: expected the layout of"));
}

#[test]
fn a_county_lies_in_its_state() {
    let gazetteer = Gazetteer::from_pack(&compile(&file).unwrap()).unwrap();
    for name in ["Lamar County", "Lamar Co."] {
        let found = gazetteer.lookup(name);
        let [county] = found.as_slice() else { panic!("{name}: {found:?}") };
        assert_eq!((county.class, county.id().0.as_str()), (PlaceClass::Region, "admin2:US.TX.277"));
        assert_eq!(gazetteer.outline(&county.id()), [[(33.0, -96.0), (33.0, -95.0), (34.0, -95.0), (34.0, -96.0)]]);
        assert_eq!(gazetteer.within(county)[0].0, "admin1:US.TX");
        assert!((county.point.0 - 33.5).abs() < 0.01 && (county.point.1 + 95.5).abs() < 0.01, "{county:?}");
    }
    assert!(gazetteer.lookup("Lamar").is_empty());
}
