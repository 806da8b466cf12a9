use core::fmt::{self, Write as _};

/// A number as a style needs it: with four decimals, from -400,000 to 400,000. In a shipped module it also prints the opacities of
/// plotters-canvas; see `xtask/src/slim.rs`.
#[repr(transparent)]
pub struct Decimals(pub f64);

impl fmt::Display for Decimals {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = (self.0.abs() * 10_000.0).round() as u32;
        if self.0 < 0.0 {
            out.write_char('-')?;
        }
        out.write_str(&(parts / 10_000).to_string())?;
        out.write_char('.')?;
        // All four of them, behind a digit that keeps their zeros.
        out.write_str((10_000 + parts % 10_000).to_string().get(1..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Decimals;

    #[test]
    fn numbers_have_four_decimals() {
        let examples =
            [(0.0, "0.0000"), (1.0, "1.0000"), (100.0 / 255.0, "0.3922"), (-0.05, "-0.0500"), (224.000_01, "224.0000")];
        for (number, printed) in examples {
            assert_eq!(Decimals(number).to_string(), printed);
        }
    }

    #[test]
    fn every_opacity_comes_back() {
        for alpha in 0..=255_u8 {
            let printed: f64 = Decimals(f64::from(alpha) / 255.0).to_string().parse().unwrap();
            assert_eq!((printed * 255.0).round(), f64::from(alpha));
        }
    }
}
