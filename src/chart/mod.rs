//! What is shown: data, view, state and frame make a [`Scene`](crate::scene::Scene).

mod measure;
mod scale;
mod theme;
mod ticks;

pub use measure::Measure;
pub use scale::LinearScale;
pub use theme::{Palette, Theme};
pub use ticks::{nice_end, ticks};
