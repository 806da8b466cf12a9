use super::Measure;
use crate::scene::Weight;
/// Placeholder until the table is merged.
pub struct TableMeasure;
impl Measure for TableMeasure {
    fn width(&self, text: &str, size: f64, _: Weight) -> f64 {
        text.chars().map(|c| if c.is_ascii() { 0.58 } else { 1.0 }).sum::<f64>() * size
    }
}
