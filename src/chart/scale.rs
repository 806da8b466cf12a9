use crate::data::Rational;

/// Near enough for a pixel; what is printed comes from the exact value.
pub(super) fn approximate(value: Rational) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

/// Maps a domain of data onto a range of pixels, linearly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearScale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl LinearScale {
    /// The scale that takes `domain.0` to `range.0` and `domain.1` to `range.1`.
    /// A domain without extent is widened by half a unit on both sides, so that its one value lands in the middle.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        let domain = if domain.0 == domain.1 { (domain.0 - 0.5, domain.1 + 0.5) } else { domain };
        Self { domain, range }
    }

    /// Where a value stands, in pixels. Values outside the domain land outside the range: nothing is moved to its edge.
    pub fn map(&self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// The value that stands at a pixel: the inverse of [`map`](Self::map).
    pub fn invert(&self, pixel: f64) -> f64 {
        let share = (pixel - self.range.0) / (self.range.1 - self.range.0);
        self.domain.0 + share * (self.domain.1 - self.domain.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_domain_without_extent_puts_its_value_in_the_middle() {
        assert_eq!(LinearScale::new((5.0, 5.0), (0.0, 100.0)).map(5.0), 50.0);
    }

    proptest! {
        #[test]
        fn invert_undoes_map(a in -1e6..1e6f64, span in 1e-3..1e6f64, x in -2e6..2e6f64) {
            let scale = LinearScale::new((a, a + span), (20.0, 620.0));
            prop_assert!((scale.invert(scale.map(x)) - x).abs() <= 1e-6 * (x.abs() + a.abs() + span));
        }

        #[test]
        fn order_is_kept_and_an_upward_axis_turns_it(a in 0.0..1e6f64, x in 0.0..1e6f64, y in 0.0..1e6f64) {
            let scale = LinearScale::new((0.0, a + 1.0), (300.0, 0.0));
            prop_assert_eq!(x < y, scale.map(x) > scale.map(y) || (x < y && scale.map(x) == scale.map(y)));
        }
    }
}
