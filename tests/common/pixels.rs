//! What is on a canvas, device pixel by device pixel.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Red, green and blue.
pub(crate) type Rgb = [u8; 3];

/// The pixels of a canvas.
pub(crate) struct Pixels {
    data: Vec<u8>,
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Device pixels to the CSS pixel.
    ratio: f64,
}

/// A connected group of pixels that are not background.
pub(crate) struct Block {
    pub(crate) left: usize,
    pub(crate) top: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl Pixels {
    /// Reads a canvas that was painted at a device pixel ratio.
    pub(crate) fn of(canvas: &HtmlCanvasElement, ratio: f64) -> Self {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
        let (width, height) = (canvas.width(), canvas.height());
        let data = context.get_image_data(0.0, 0.0, f64::from(width), f64::from(height)).unwrap().data().0;
        Self { data, width: width as usize, height: height as usize, ratio }
    }

    /// The colour of a device pixel. All pixels of a picture are opaque.
    pub(crate) fn pixel(&self, x: usize, y: usize) -> Rgb {
        assert!(x < self.width && y < self.height, "{x}, {y} is outside");
        let start = (y * self.width + x) * 4;
        let [red, green, blue, alpha] = self.data[start..start + 4] else { panic!("four bytes") };
        assert_eq!(alpha, 255, "{x}, {y}");
        [red, green, blue]
    }

    /// The colour at a place in CSS pixels.
    pub(crate) fn at(&self, x: f64, y: f64) -> Rgb {
        self.pixel((x * self.ratio) as usize, (y * self.ratio) as usize)
    }

    /// The device pixels whose middle lies between two places in CSS pixels.
    pub(crate) fn between(&self, from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = (usize, usize)> + use<> {
        let span = |from: f64, to: f64, most: usize| {
            let device = |css: f64| (css * self.ratio).round().clamp(0.0, most as f64) as usize;
            device(from)..device(to)
        };
        let (columns, rows) = (span(from.0, to.0, self.width), span(from.1, to.1, self.height));
        rows.flat_map(move |y| columns.clone().map(move |x| (x, y)))
    }

    /// The connected groups of pixels that are not background, corners counting as connected.
    pub(crate) fn blocks(&self, background: Rgb) -> Vec<Block> {
        let mut seen = vec![false; self.width * self.height];
        let mut blocks = Vec::new();
        for start in 0..seen.len() {
            let mut next = vec![start];
            let (mut left, mut top, mut right, mut bottom) = (usize::MAX, usize::MAX, 0, 0);
            while let Some(place) = next.pop() {
                let (x, y) = (place % self.width, place / self.width);
                if std::mem::replace(&mut seen[place], true) || self.pixel(x, y) == background {
                    continue;
                }
                (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x), bottom.max(y));
                for y in y.saturating_sub(1)..(y + 2).min(self.height) {
                    next.extend((x.saturating_sub(1)..(x + 2).min(self.width)).map(|x| y * self.width + x));
                }
            }
            if left <= right {
                blocks.push(Block { left, top, width: right - left + 1, height: bottom - top + 1 });
            }
        }
        blocks
    }
}
