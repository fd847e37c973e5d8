//! Which shape has a province on a map?
//!
//! Its outline with the points that a map of a country shows: a point less than two kilometres from the line between its
//! neighbours is left out, and so is an island that small. `[[(10.0, 20.0), (10.0, 21.0), (11.0, 21.0)]]` is one ring, in
//! degrees north and east, not closed again by its first point.

use super::areas::{Geometry, Ring};
use super::pack::{push_varint, varint};

/// The points of a ring in hundredths of a degree, east and north.
type Points = Vec<(i32, i32)>;

/// Hundredths of a degree that a line may lie beside its place.
const TOLERANCE: f64 = 1.8;
/// Hundredths of a degree in a degree.
const UNIT: f64 = 100.0;

/// The outer rings of a geometry as bytes: their number, then for each the number of its points and these, each as the steps
/// from the one before.
pub(super) fn packed(geometry: &Geometry) -> Vec<u8> {
    let outer: Vec<&Ring> = match geometry {
        Geometry::Polygon(rings) => rings.first().into_iter().collect(),
        Geometry::MultiPolygon(polygons) => polygons.iter().filter_map(|rings| rings.first()).collect(),
    };
    let mut rings: Vec<Points> = outer.into_iter().map(points).filter(|points| points.len() > 2).collect();
    rings.sort_by_key(|points| std::cmp::Reverse(size(points)));
    let kept = rings.iter().filter(|points| f64::from(size(points)) > TOLERANCE * 2.0).count().max(1);
    rings.truncate(kept);
    // The largest is kept however small it is.
    let drawn = |points: Points| Some(simple(&points)).filter(|simple| simple.len() > 2).unwrap_or(points);
    let rings: Vec<Points> = rings.into_iter().map(drawn).collect();
    let mut bytes = Vec::new();
    push_varint(&mut bytes, rings.len() as u64);
    for ring in rings {
        push_varint(&mut bytes, ring.len() as u64);
        let mut before = (0, 0);
        for point in ring {
            push_varint(&mut bytes, zigzag(point.0 - before.0));
            push_varint(&mut bytes, zigzag(point.1 - before.1));
            before = point;
        }
    }
    bytes
}

/// What [`packed`] wrote, as rings in degrees north and east; what is cut off is left out.
pub(super) fn read(bytes: &[u8]) -> Vec<Vec<(f64, f64)>> {
    let mut at = 0;
    let mut rings = Vec::new();
    let number = varint(bytes, &mut at).unwrap_or(0);
    for _ in 0..number {
        let Some(length) = varint(bytes, &mut at) else { break };
        let (mut east, mut north) = (0, 0);
        let mut ring = Vec::new();
        for _ in 0..length {
            let (Some(right), Some(up)) = (varint(bytes, &mut at), varint(bytes, &mut at)) else { return rings };
            east += unzigzag(right);
            north += unzigzag(up);
            ring.push((north as f64 / UNIT, east as f64 / UNIT));
        }
        rings.push(ring);
    }
    rings
}

fn points(ring: &Ring) -> Points {
    let unit = |degrees: &f64| (degrees * UNIT).round() as i32;
    let mut points: Points =
        ring.iter().filter_map(|point| Some((unit(point.first()?), unit(point.get(1)?)))).collect();
    points.dedup();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

/// The longer side of the box around some points.
fn size(points: &Points) -> i32 {
    let side = |of: fn(&(i32, i32)) -> i32| {
        let (least, most) = points.iter().map(of).fold((i32::MAX, i32::MIN), |(a, b), x| (a.min(x), b.max(x)));
        most.saturating_sub(least)
    };
    side(|point| point.0).max(side(|point| point.1))
}

/// A ring without the points that lie near the line between those kept (Douglas and Peucker, 1973). It begins with its first
/// point and is halved at the one farthest from it, as a ring has no ends.
fn simple(points: &Points) -> Points {
    let first = points[0];
    let apart = |point: &(i32, i32)| f64::from(point.0 - first.0).hypot(f64::from(point.1 - first.1));
    let far = (0..points.len()).max_by(|a, b| apart(&points[*a]).total_cmp(&apart(&points[*b]))).unwrap_or(0);
    let mut closed = points.clone();
    closed.push(first);
    let mut kept = vec![false; closed.len()];
    (kept[0], kept[far]) = (true, true);
    let mut open = vec![(0, far), (far, closed.len() - 1)];
    while let Some((from, to)) = open.pop() {
        let farthest = (from + 1..to)
            .map(|at| (at, beside(closed[at], closed[from], closed[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((at, _)) = farthest.filter(|(_, distance)| *distance > TOLERANCE) {
            kept[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    points.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// How far a point lies from the stretch between two others.
fn beside(point: (i32, i32), from: (i32, i32), to: (i32, i32)) -> f64 {
    let (x, y) = (f64::from(point.0 - from.0), f64::from(point.1 - from.1));
    let (right, up) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = right * right + up * up;
    let share = if length > 0.0 { ((x * right + y * up) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x - share * right).hypot(y - share * up)
}

fn zigzag(step: i32) -> u64 {
    u64::from(((step << 1) ^ (step >> 31)) as u32)
}

fn unzigzag(step: u64) -> i64 {
    (step >> 1) as i64 ^ -((step & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::{packed, read};
    use crate::gazetteer::areas::Geometry;

    fn ring(points: &[(f64, f64)]) -> Vec<Vec<f64>> {
        points.iter().chain(points.first()).map(|(east, north)| vec![*east, *north]).collect()
    }

    #[test]
    fn what_is_too_small_for_a_map_is_left_out() {
        // A square with a point on one side, a bend of a kilometre, a spit of forty, and an islet beside it.
        let land = ring(&[
            (20.0, 10.0),
            (20.5, 10.0),
            (21.0, 10.0),
            (21.01, 10.25),
            (21.0, 10.5),
            (21.4, 10.8),
            (21.0, 10.9),
            (21.0, 11.0),
            (20.0, 11.0),
        ]);
        let islet = ring(&[(22.0, 10.0), (22.02, 10.0), (22.02, 10.02)]);
        let read = read(&packed(&Geometry::MultiPolygon(vec![vec![islet], vec![land]])));
        let shape =
            vec![(10.0, 20.0), (10.0, 21.0), (10.5, 21.0), (10.8, 21.4), (10.9, 21.0), (11.0, 21.0), (11.0, 20.0)];
        assert_eq!(read, [shape]);
    }

    #[test]
    fn a_country_that_is_one_islet_keeps_it() {
        let islet = ring(&[(-179.99, -10.0), (-179.97, -10.0), (-179.97, -9.98)]);
        assert_eq!(
            read(&packed(&Geometry::Polygon(vec![islet]))),
            [[(-10.0, -179.99), (-10.0, -179.97), (-9.98, -179.97)]]
        );
    }

    #[test]
    fn bytes_that_are_cut_off_give_the_rings_before() {
        let square = |east: f64| vec![ring(&[(east, 0.0), (east + 1.0, 0.0), (east + 1.0, 1.0), (east, 1.0)])];
        let bytes = packed(&Geometry::MultiPolygon(vec![square(5.0), square(8.0)]));
        assert_eq!(read(&bytes).len(), 2);
        for length in 0..bytes.len() {
            assert!(read(&bytes[..length]).len() < 2);
        }
    }
}
