use super::{Frame, Palette, Tone, Type};
use crate::scene::{Anchor, Color, Dash, Datum, Geometry, Point, Rect, Role, Scene, Shape, Stroke, Weight};
use crate::words;

/// A scene in the making. Marks add to it from top to bottom; it knows the frame and measures every text that it takes.
pub(super) struct Sketch<'a> {
    pub(super) frame: Frame<'a>,
    palette: Palette,
    shapes: Vec<Shape>,
    datums: Vec<Datum>,
    panels: Vec<&'static str>,
    /// The panel that is drawn in.
    panel: Option<usize>,
    /// Every text that was placed, so that labels can look for a free place.
    texts: Vec<Rect>,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    pub(super) kind: Type,
    pub(super) weight: Weight,
    pub(super) color: Tone,
    pub(super) role: Role,
}

impl Ink {
    pub(super) const fn new(kind: Type, weight: Weight, color: Tone, role: Role) -> Self {
        Self { kind, weight, color, role }
    }
}

impl<'a> Sketch<'a> {
    pub(super) fn new(frame: Frame<'a>, palette: Palette) -> Self {
        Self { frame, palette, shapes: Vec::new(), datums: Vec::new(), panels: Vec::new(), panel: None, texts: Vec::new() }
    }

    /// How much is in the sketch, to [`forget`](Self::forget) what comes after it: so something is tried out.
    pub(super) fn mark(&self) -> [usize; 3] {
        [self.shapes.len(), self.datums.len(), self.texts.len()]
    }

    /// Takes back all shapes and datums that came after a mark.
    pub(super) fn forget(&mut self, [shapes, datums, texts]: [usize; 3]) {
        self.shapes.truncate(shapes);
        self.datums.truncate(datums);
        self.texts.truncate(texts);
    }

    /// The colour of a tone.
    fn color(&self, tone: Tone) -> Color {
        let accent = |source| self.frame.palette(source).accent;
        match tone {
            Tone::Background => self.palette.background,
            Tone::Ink => self.palette.ink,
            Tone::Muted => self.palette.muted,
            Tone::Grid => self.palette.grid,
            Tone::Hatch => self.palette.hatch,
            Tone::Accent => self.palette.accent,
            Tone::Remark => self.palette.remark,
            Tone::Veil => self.palette.grid.faded(100),
            Tone::First => accent("A1"),
            Tone::Second => accent("A2"),
            Tone::Third => accent("A3"),
        }
    }

    fn ink(&self, stroke: Stroke<Tone>) -> Stroke {
        Stroke { color: self.color(stroke.color), width: stroke.width }
    }

    fn add(&mut self, geometry: Geometry, role: Role, datum: Option<usize>) {
        self.shapes.push(Shape { geometry, role, datum, panel: self.panel });
    }

    /// Adds a line of text and tells which box it takes.
    pub(super) fn text(&mut self, text: &str, origin: Point, anchor: Anchor, ink: Ink, datum: Option<usize>) -> Rect {
        let geometry = self.lettering(text, origin, anchor, ink);
        let bounds = geometry.bounds();
        self.texts.push(bounds);
        self.add(geometry, ink.role, datum);
        bounds
    }

    /// The box that a line of text would take.
    #[inline(never)]
    pub(super) fn text_box(&self, text: &str, origin: Point, anchor: Anchor, ink: Ink) -> Rect {
        self.lettering(text, origin, anchor, ink).bounds()
    }

    /// How wide a line of text would be.
    pub(super) fn width_of(&self, text: &str, ink: Ink) -> f64 {
        self.frame.width_of(text, ink.kind, ink.weight)
    }

    /// A text in lines of a width.
    pub(super) fn wrap(&self, text: &str, width: f64, ink: Ink) -> Vec<String> {
        words::wrap(text, width, &|line| self.width_of(line, ink))
    }

    /// The widest of some lines of text.
    pub(super) fn widest(&self, lines: &[String], ink: Ink) -> f64 {
        let mut widest: f64 = 0.0;
        for line in lines {
            widest = widest.max(self.width_of(line, ink));
        }
        widest
    }

    /// From the middle of the letters of a line to its baseline.
    #[inline(never)]
    pub(super) fn drop(&self, kind: Type) -> f64 {
        self.frame.size(kind) * 0.36
    }

    /// The baseline of a line of text whose letters stand in the middle of it.
    pub(super) fn baseline(&self, top: f64, kind: Type) -> f64 {
        top + self.frame.line(kind) / 2.0 + self.drop(kind)
    }

    fn lettering(&self, text: &str, origin: Point, anchor: Anchor, ink: Ink) -> Geometry {
        Geometry::Text {
            origin,
            text: text.to_owned(),
            size: self.frame.size(ink.kind),
            weight: ink.weight,
            anchor,
            color: self.color(ink.color),
            width: self.width_of(text, ink),
        }
    }

    /// Whether a box touches no text placed so far and lies within `limits`.
    pub(super) fn is_free(&self, area: &Rect, limits: &Rect) -> bool {
        limits.encloses(*area, 0.5) && !self.texts.iter().any(|text| text.overlaps(*area))
    }

    /// Adds a straight or bent line.
    #[inline(never)]
    pub(super) fn line(&mut self, points: &[Point], stroke: Stroke<Tone>, dash: Option<&Dash>, role: Role, datum: Option<usize>) {
        self.add(Geometry::Path { points: points.to_vec(), stroke: self.ink(stroke), dash: dash.copied() }, role, datum);
    }

    /// Adds a straight line, a pixel thin, that belongs to no datum.
    pub(super) fn hairline(&mut self, from: Point, to: Point, color: Tone, role: Role) {
        self.line(&[from, to], Stroke { color, width: 1.0 }, None, role, None);
    }

    /// Adds a dot: filled, or hollow with an outline inside its radius where `outline` is the width of one.
    pub(super) fn dot(&mut self, center: Point, radius: f64, (color, outline): (Tone, f64), role: Role, datum: Option<usize>) {
        let hollow = outline > 0.0;
        let dot = Geometry::Circle {
            center,
            radius: radius - outline / 2.0,
            fill: Some(self.color(if hollow { Tone::Background } else { color })),
            stroke: hollow.then_some(self.ink(Stroke { color, width: outline })),
        };
        self.add(dot, role, datum);
    }

    /// Adds two short lines that meet at a tip, which points into a direction of length 1: an arrow head, or an open edge. It is so long
    /// and to both sides so wide.
    #[inline(never)]
    pub(super) fn chevron(
        &mut self,
        tip: Point,
        (dx, dy): (f64, f64),
        (long, half): (f64, f64),
        stroke: Stroke<Tone>,
        (role, datum): (Role, Option<usize>),
    ) {
        let (x, y) = (tip.x - dx * long, tip.y - dy * long);
        let ends = [Point::new(x + dy * half, y - dx * half), tip, Point::new(x - dy * half, y + dx * half)];
        self.line(&ends, stroke, None, role, datum);
    }

    /// Adds a filled area.
    pub(super) fn polygon(&mut self, points: &[Point], fill: Tone, role: Role, datum: Option<usize>) {
        self.add(Geometry::Polygon { points: points.to_vec(), fill: self.color(fill) }, role, datum);
    }

    /// Hatches a rectangle that nothing is known of.
    pub(super) fn hatch(&mut self, rect: &Rect, datum: Option<usize>) {
        let stroke = self.ink(Stroke { color: Tone::Hatch, width: 1.0 });
        self.add(Geometry::Hatch { rect: *rect, spacing: 8.0, stroke }, Role::Gap, datum);
    }

    /// Adds a rectangle, filled or outlined or both.
    #[inline(never)]
    pub(super) fn rect(
        &mut self,
        rect: &Rect,
        (fill, stroke): (Option<Tone>, Option<Stroke<Tone>>),
        role: Role,
        datum: Option<usize>,
    ) {
        let fill = fill.map(|tone| self.color(tone));
        let stroke = stroke.map(|stroke| self.ink(stroke));
        self.add(Geometry::Rect { rect: *rect, fill, stroke }, role, datum);
    }

    /// Adds a filled rectangle.
    pub(super) fn filled(&mut self, rect: &Rect, color: Tone, role: Role, datum: Option<usize>) {
        self.rect(rect, (Some(color), None), role, datum);
    }

    /// Adds an outlined rectangle.
    pub(super) fn outlined(&mut self, rect: &Rect, stroke: Stroke<Tone>, role: Role, datum: Option<usize>) {
        self.rect(rect, (None, Some(stroke)), role, datum);
    }

    /// Adds a level hairline that parts what stands above it from what stands below.
    pub(super) fn rule(&mut self, (left, right): (f64, f64), y: f64) {
        self.hairline(Point::new(left, y), Point::new(right, y), Tone::Grid, Role::Decoration);
    }

    /// Clears a ground for words on a hatch.
    pub(super) fn ground(&mut self, rect: &Rect) {
        self.filled(rect, Tone::Background, Role::Decoration, None);
    }

    /// Adds a datum and tells its index.
    #[inline(never)]
    pub(super) fn datum(&mut self, id: &'static str, area: &Rect, anchor: Point) -> usize {
        self.datums.push(Datum { id, panel: self.panel.unwrap_or_default(), article_order: 0, area: *area, anchor });
        self.datums.len() - 1
    }

    /// Adds a datum that gets its place once its marks are drawn, and tells its index.
    pub(super) fn unplaced(&mut self, id: &'static str) -> usize {
        self.datum(id, &Rect::default(), Point::new(0.0, 0.0))
    }

    /// Gives a datum its place, once its marks are drawn; one points at its middle.
    pub(super) fn settle_around(&mut self, datum: usize, area: &Rect) {
        self.settle(datum, area, area.center());
    }

    /// Gives a datum its place, once its marks are drawn; one points at its upper edge, so far from the left.
    pub(super) fn settle_under(&mut self, datum: usize, area: &Rect, inset: f64) {
        self.settle(datum, area, Point::new(area.x + inset, area.y));
    }

    /// Gives a datum its place, once its marks are drawn.
    #[inline(never)]
    pub(super) fn settle(&mut self, datum: usize, area: &Rect, anchor: Point) {
        if let Some(datum) = self.datums.get_mut(datum) {
            datum.area = *area;
            datum.anchor = anchor;
        }
    }

    /// Lets a datum's area reach around another box too.
    pub(super) fn extend(&mut self, datum: usize, area: &Rect) {
        if let Some(datum) = self.datums.get_mut(datum) {
            datum.area.include(area);
        }
    }

    /// The box around everything that stands for a datum.
    pub(super) fn bounds_of(&self, datum: usize) -> Rect {
        let own = self.shapes.iter().filter(|shape| shape.datum == Some(datum));
        Rect::around(own.map(|shape| shape.geometry.bounds()))
    }

    /// Begins a panel and tells its index: it has the datums and the shapes that follow.
    pub(super) fn panel(&mut self, id: &'static str) -> usize {
        self.resume(self.panels.len());
        self.panels.push(id);
        self.panels.len() - 1
    }

    /// Goes on in a panel that was begun before.
    pub(super) fn resume(&mut self, panel: usize) {
        self.panel = Some(panel);
    }

    /// The finished scene, `height` pixels high.
    pub(super) fn finish(self, height: f64) -> Scene {
        let mut scene = Scene {
            width: self.frame.width,
            height: height.ceil(),
            lang: self.frame.language.tag(),
            background: self.palette.background,
            shapes: self.shapes,
            datums: self.datums,
            panels: self.panels,
        };
        let ids = scene.ids();
        for datum in &mut scene.datums {
            datum.article_order = ids.iter().filter(|id| **id < datum.id).count();
        }
        scene
    }
}
