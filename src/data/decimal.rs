//! Decimal numbers exactly as printed.

use core::fmt;

/// A decimal number as printed: `mantissa` × 10^−`scale`.
///
/// Trailing zeros are kept (`44.0` is not `44`), because the last digit says how finely a figure was given. Two decimals are equal
/// only if they are printed alike; compare [`ratio`](Self::ratio)s to compare values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// The most decimals that a value may have, so that 10^scale stays within an `i64`.
    pub const MAX_SCALE: u8 = 18;

    /// `mantissa` × 10^−`scale`; `None` if the scale is over [`Self::MAX_SCALE`] or the mantissa has no negative.
    #[must_use]
    pub const fn new(mantissa: i64, scale: u8) -> Option<Self> {
        if scale > Self::MAX_SCALE || mantissa == i64::MIN {
            return None;
        }
        Some(Self { mantissa, scale })
    }

    /// Reads `-12.50`: an optional minus, digits, and optionally a point with digits on both sides. `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mut mantissa, mut scale, mut last) = (0_i64, None::<u8>, b'.');
        for byte in digits.bytes() {
            if byte == b'.' {
                // One point at most, with a digit before it.
                if last == b'.' || scale.is_some() {
                    return None;
                }
                scale = Some(0);
            } else {
                let digit = byte.checked_sub(b'0').filter(|&digit| digit < 10)?;
                mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(digit))?;
                scale = scale.map(|decimals| decimals.saturating_add(1));
            }
            last = byte;
        }
        // Neither nothing at all nor a point at the end.
        if last == b'.' {
            return None;
        }
        Self::new(if negative { -mantissa } else { mantissa }, scale.unwrap_or(0))
    }

    /// The digits without the decimal point.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// The number of decimals, trailing zeros included.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }
}

/// Writes the decimal as [`Decimal::parse`] reads it, without grouping.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.mantissa < 0 {
            formatter.write_str("-")?;
        }
        let power = 10_u64.pow(u32::from(self.scale));
        let magnitude = self.mantissa.unsigned_abs();
        write!(formatter, "{}", magnitude / power)?;
        if self.scale > 0 {
            write!(formatter, ".{:0width$}", magnitude % power, width = usize::from(self.scale))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parse_keeps_trailing_zeros() {
        let one = Decimal::parse("44.0").unwrap();
        assert_eq!((one.mantissa(), one.scale()), (440, 1));
        assert_ne!(Some(one), Decimal::parse("44"));
    }

    #[test]
    fn parse_refuses_what_is_not_a_plain_decimal() {
        for wrong in ["", "-", ".", "1.", ".5", "+1", "1,000", "1e3", "1.2.3", " 1", "--1", "９", "9223372036854775808"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn text_round_trip(mantissa in (i64::MIN + 1).., scale in 0..=Decimal::MAX_SCALE) {
            let decimal = Decimal::new(mantissa, scale).unwrap();
            prop_assert_eq!(Decimal::parse(&decimal.to_string()), Some(decimal));
        }
    }
}
