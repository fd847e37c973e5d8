//! Where on the globe is the middle of some points, and how far apart are two?
//!
//! Points are degrees north and east. The middle of 179° east and 179° west is 180°, not 0°.

/// The middle of some points, each with its weight.
pub(super) fn middle(points: &[((f64, f64), f64)]) -> (f64, f64) {
    let mut sum = [0.0f64; 3];
    for ((lat, lon), weight) in points {
        let (lat, lon) = (lat.to_radians(), lon.to_radians());
        sum[0] += weight * lat.cos() * lon.cos();
        sum[1] += weight * lat.cos() * lon.sin();
        sum[2] += weight * lat.sin();
    }
    let lon = sum[1].atan2(sum[0]);
    let lat = sum[2].atan2((sum[0] * sum[0] + sum[1] * sum[1]).sqrt());
    (lat.to_degrees(), lon.to_degrees())
}

/// Along the surface of the earth.
pub(super) fn kilometres((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    let (a, b) = (lat.to_radians(), other_lat.to_radians());
    let half = ((b - a) / 2.0).sin().powi(2) + a.cos() * b.cos() * ((other_lon - lon).to_radians() / 2.0).sin().powi(2);
    2.0 * 6371.0 * half.sqrt().min(1.0).asin()
}
