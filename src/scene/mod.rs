//! The picture as data: what is drawn, where, in which ink, and which datum it stands for.
//!
//! A [`Scene`] is the single truth of a chart. Canvas, SVG, table, tooltip and speech all start from its datums, so that they
//! cannot disagree. It is plain data in CSS pixels, with the origin at the top left; it knows neither the article nor a browser.

mod geometry;
mod hit;
mod ink;
mod lines;
mod miniature;
mod moved;
mod shape;

pub use geometry::{Point, Rect};
pub use ink::{Anchor, Color, Dash, Stroke, Weight, sans};
pub use lines::{dashes, hatching};
pub use shape::{Geometry, Role, Shape};

/// A picture: shapes in painting order, and the datums that a reader can reach in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// The language of its text, as a BCP 47 tag: it decides which Han glyphs a font gives.
    pub lang: &'static str,
    /// What every other colour is seen against.
    pub background: Color,
    /// Shapes, first painted first.
    pub shapes: Vec<Shape>,
    /// What can be pointed at, focused and spoken, in axis order. [`Shape::datum`] is an index into it.
    pub datums: Vec<Datum>,
    /// The parts with a scale or unit of their own, by the series or group that they show. [`Datum::panel`] is an index into it.
    pub panels: Vec<&'static str>,
}

impl Scene {
    /// The box around everything that stands in a panel.
    pub fn panel_area(&self, panel: usize) -> Rect {
        let own = self.shapes.iter().filter(|shape| shape.panel == Some(panel));
        Rect::around(own.map(|shape| shape.geometry.bounds()))
    }

    /// The ids of its datums, in their order.
    pub fn ids(&self) -> Vec<&'static str> {
        let mut ids = Vec::new();
        for datum in &self.datums {
            ids.push(datum.id);
        }
        ids
    }
}

/// One figure in the picture: where it is and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The id of the observation (`A1-26`) or derivation (`D-08`) that is shown.
    pub id: &'static str,
    /// The panel it stands in.
    pub panel: usize,
    /// Its place when the datums are read in the order of the article instead of the axis order.
    pub article_order: usize,
    /// What the pointer hits and the focus ring surrounds.
    pub area: Rect,
    /// What a tooltip points at.
    pub anchor: Point,
}
