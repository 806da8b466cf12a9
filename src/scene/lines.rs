use super::{Dash, Point, Rect};

/// A straight piece of a line.
type Segment = [Point; 2];

/// Cuts a line into its drawn dashes. The pattern starts with a drawn part and runs on around corners, as in SVG.
pub fn dashes(points: &[Point], dash: Dash) -> Vec<Segment> {
    let mut drawn = Vec::new();
    let period = dash.on + dash.off;
    if !(dash.on > 0.0 && dash.off > 0.0 && period.is_finite()) {
        return drawn;
    }
    let mut phase = 0.0;
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let length = from.distance(*to);
        let mut position = 0.0;
        while position < length {
            let left_of_part = if phase < dash.on { dash.on - phase } else { period - phase };
            let end = (position + left_of_part).min(length);
            if phase < dash.on {
                drawn.push([from.toward(*to, position / length), from.toward(*to, end / length)]);
            }
            phase += end - position;
            // A remainder too small to move the position would never end the loop.
            if period - phase < 1e-9 {
                phase = 0.0;
            } else if (dash.on - phase).abs() < 1e-9 {
                phase = dash.on;
            }
            position = end;
        }
    }
    drawn
}

/// The lines of a hatched rectangle, rising to the right at 45 degrees and cut off at its edges.
pub fn hatching(rect: Rect, spacing: f64) -> Vec<Segment> {
    let mut lines = Vec::new();
    if !(spacing > 0.0 && rect.width.is_finite() && rect.height.is_finite()) {
        return lines;
    }
    // Lines x + y = k for k in steps of the spacing, on a lattice of the whole picture so that neighbours agree.
    let mut k = ((rect.x + rect.y) / spacing).ceil() * spacing;
    while k < rect.right() + rect.bottom() {
        let x0 = rect.x.max(k - rect.bottom());
        let x1 = rect.right().min(k - rect.y);
        if x1 > x0 {
            lines.push([Point::new(x0, k - x0), Point::new(x1, k - x1)]);
        }
        k += spacing;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn total(segments: &[Segment]) -> f64 {
        segments.iter().map(|[a, b]| a.distance(*b)).sum()
    }

    #[test]
    fn a_dash_pattern_runs_on_around_a_corner() {
        let corner = [Point::new(0.0, 0.0), Point::new(6.0, 0.0), Point::new(6.0, 6.0)];
        let drawn = dashes(&corner, Dash { on: 4.0, off: 4.0 });
        assert_eq!(drawn, [[Point::new(0.0, 0.0), Point::new(4.0, 0.0)], [Point::new(6.0, 2.0), Point::new(6.0, 6.0)],]);
    }

    proptest! {
        #[test]
        fn dashes_draw_their_share_of_the_line(length in 0.1..2000.0f64, on in 0.5..9.0f64, off in 0.5..9.0f64, angle in 0.0..6.3f64) {
            let line = [Point::new(0.0, 0.0), Point::new(length * angle.cos(), length * angle.sin())];
            let whole = (length / (on + off)).floor();
            let expected = whole * on + (length - whole * (on + off)).min(on);
            let drawn = dashes(&line, Dash { on, off });
            prop_assert!((total(&drawn) - expected).abs() < 1e-3);
        }

        #[test]
        fn hatching_stays_inside(x in -50.0..50.0f64, y in -50.0..50.0f64, w in 0.0..200.0f64, h in 0.0..200.0f64, spacing in 2.0..20.0f64) {
            let rect = Rect::new(x, y, w, h);
            for [a, b] in hatching(rect, spacing) {
                prop_assert!(rect.grown(1e-9).contains(a) && rect.grown(1e-9).contains(b));
            }
        }

        #[test]
        fn a_bad_pattern_draws_nothing_and_ends(on in prop_oneof![Just(0.0), Just(-1.0), Just(f64::NAN), Just(f64::INFINITY)]) {
            let line = [Point::new(0.0, 0.0), Point::new(9.0, 0.0)];
            let drawn = dashes(&line, Dash { on, off: 2.0 });
            prop_assert!(drawn.is_empty());
        }
    }
}
