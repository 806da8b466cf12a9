//! What holds of every laid-out scene, a picture or a whole sheet.

use super::text;
use article_charts::scene::{Geometry, Rect, Scene};

/// Half a pixel of grace: glyph boxes are rounder than their numbers.
const GRACE: f64 = 0.5;

/// Nothing leaves the scene.
pub(crate) fn inside(name: &str, scene: &Scene) {
    let sheet = Rect::new(0.0, 0.0, scene.width, scene.height);
    for shape in &scene.shapes {
        let bounds = shape.geometry.bounds();
        assert!(sheet.encloses(bounds, GRACE), "{name}: {shape:?} at {bounds:?} leaves {sheet:?}");
    }
    for datum in &scene.datums {
        assert!(sheet.encloses(datum.area, GRACE), "{name}: {datum:?} leaves {sheet:?}");
    }
}

/// No text overlaps another.
pub(crate) fn apart(name: &str, scene: &Scene) {
    let texts: Vec<_> = scene.shapes.iter().filter_map(|shape| text(shape).map(|text| (text, shape.geometry.bounds()))).collect();
    for (i, (one, a)) in texts.iter().enumerate() {
        for (other, b) in texts.iter().skip(i + 1) {
            // The boxes hold ascenders and descenders that Han characters and digits do not reach.
            let (a, b) = (a.grown(-1.5), b.grown(-1.5));
            assert!(!a.overlaps(b), "{name}: “{one}” at {a:?} overlaps “{other}” at {b:?}");
        }
    }
}

/// Every text is large and dark enough.
pub(crate) fn legible(name: &str, scene: &Scene) {
    for shape in &scene.shapes {
        if let Geometry::Text { text, size, color, .. } = &shape.geometry {
            assert!(*size >= 12.0, "{name}: “{text}” is {size} px");
            let ratio = color.contrast(scene.background);
            assert!(ratio >= 4.5, "{name}: “{text}” has {ratio:.2}:1");
        }
    }
}
