//! What is shown: data, view, state and frame make a [`Scene`](crate::scene::Scene).

mod measure;

pub use measure::Measure;
