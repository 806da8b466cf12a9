//! What figures count or measure.

use super::Decimal;

/// A unit: table `units`.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// Key, such as `wan_eur`.
    pub id: &'static str,
    /// Chinese name, such as 万欧元.
    pub zh: &'static str,
    /// English name after the figure 1.
    pub en_one: &'static str,
    /// English name after other figures.
    pub en_other: &'static str,
    /// How many base units one unit is: 10000 for 万欧元, 0.01 for %.
    pub factor: Decimal,
    /// The base unit; equal bases make figures comparable. Its own id for a plain count.
    pub base: &'static str,
}
