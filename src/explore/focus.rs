use crate::scene::Scene;

/// In which order a reader goes through the datums of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand along the axis or down the picture.
    #[default]
    Axis,
    /// As the article prints them.
    Article,
}

/// Where a key takes the focus from a datum, both as indices into the scene's datums; `None` for a key that moves nothing.
///
/// Arrows to the right and left go to the next and the previous datum, `PageDown` and `PageUp` a tenth of all further, `Home` and `End`
/// to the first and the last. Arrows up and down go to the same place in the panel before or after; in a picture of one panel they are
/// like those to the left and right. `[` and `]` go to the smallest and the largest value of the panel among those that `value` gives a
/// number for. No key goes round the end.
pub fn step(scene: &Scene, order: Order, at: usize, key: &str, value: &dyn Fn(usize) -> Option<f64>) -> Option<usize> {
    let count = scene.datums.len();
    let last = count.checked_sub(1)?;
    let at = at.min(last);
    let place = place_of(scene, order, at);
    let leap = (count / 10).max(1);
    let to = match key {
        "ArrowRight" => place + 1,
        "ArrowLeft" => place.saturating_sub(1),
        "PageDown" => place + leap,
        "PageUp" => place.saturating_sub(leap),
        "Home" => 0,
        "End" => last,
        "ArrowDown" => return Some(sideways(scene, at, 1).unwrap_or_else(|| at_place(scene, order, (place + 1).min(last)))),
        "ArrowUp" => return Some(sideways(scene, at, -1).unwrap_or_else(|| at_place(scene, order, place.saturating_sub(1)))),
        "[" => return extreme(scene, at, value, |a, b| a < b),
        "]" => return extreme(scene, at, value, |a, b| a > b),
        _ => return None,
    };
    Some(at_place(scene, order, to.min(last)))
}

/// The place of a datum in an order.
fn place_of(scene: &Scene, order: Order, at: usize) -> usize {
    match order {
        Order::Axis => at,
        Order::Article => scene.datums.get(at).map_or(0, |datum| datum.article_order),
    }
}

/// The datum at a place of an order.
fn at_place(scene: &Scene, order: Order, place: usize) -> usize {
    match order {
        Order::Axis => place,
        Order::Article => scene.datums.iter().position(|datum| datum.article_order == place).unwrap_or(0),
    }
}

/// The datum at the same place in a neighbouring panel, its last one if it has fewer: the same datum at the outermost panels; `None` in
/// a picture of one panel.
fn sideways(scene: &Scene, at: usize, by: isize) -> Option<usize> {
    let panel = scene.datums.get(at)?.panel;
    if scene.datums.iter().all(|datum| datum.panel == panel) {
        return None;
    }
    let within = |panel: usize| scene.datums.iter().enumerate().filter(move |(_, datum)| datum.panel == panel).map(|(i, _)| i);
    let place = within(panel).take_while(|index| *index != at).count();
    let mut other = panel.checked_add_signed(by);
    // A panel without a datum of its own is passed over.
    while let Some(next) = other.filter(|next| *next < scene.panels.len()) {
        if let Some(found) = within(next).nth(place).or_else(|| within(next).next_back()) {
            return Some(found);
        }
        other = next.checked_add_signed(by);
    }
    Some(at)
}

/// The datum of the same panel whose value comes first.
fn extreme(scene: &Scene, at: usize, value: &dyn Fn(usize) -> Option<f64>, before: fn(f64, f64) -> bool) -> Option<usize> {
    let panel = scene.datums.get(at)?.panel;
    let mut found: Option<(usize, f64)> = None;
    for (index, datum) in scene.datums.iter().enumerate() {
        if datum.panel != panel {
            continue;
        }
        if let Some(own) = value(index)
            && found.is_none_or(|(_, best)| before(own, best))
        {
            found = Some((index, own));
        }
    }
    found.map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Datum, Point, Rect};
    use proptest::prelude::*;

    const KEYS: [&str; 10] = ["ArrowRight", "ArrowLeft", "PageDown", "PageUp", "Home", "End", "ArrowDown", "ArrowUp", "[", "]"];

    /// A scene with so many datums in each panel; the article has them in reverse.
    fn scene(panels: &[usize]) -> Scene {
        let count: usize = panels.iter().sum();
        let area = Rect::new(0.0, 0.0, 10.0, 10.0);
        let of = panels.iter().enumerate().flat_map(|(panel, count)| std::iter::repeat_n(panel, *count));
        let datums = of.enumerate().map(|(i, panel)| Datum {
            id: "",
            panel,
            article_order: count - 1 - i,
            area,
            anchor: Point::new(0.0, 0.0),
        });
        Scene {
            width: 100.0,
            height: 100.0,
            lang: "en",
            background: Color::rgb(0),
            shapes: Vec::new(),
            datums: datums.collect(),
            panels: panels.iter().map(|_| "").collect(),
        }
    }

    fn steps(scene: &Scene, order: Order, from: usize, keys: &[&str]) -> usize {
        keys.iter().fold(from, |at, key| step(scene, order, at, key, &|_| None).unwrap_or(at))
    }

    #[test]
    fn arrows_go_one_by_one_and_stop_at_the_ends() {
        let scene = scene(&[3, 3]);
        assert_eq!(steps(&scene, Order::Axis, 0, &["ArrowRight", "ArrowRight"]), 2);
        assert_eq!(steps(&scene, Order::Axis, 5, &["ArrowRight"]), 5);
        assert_eq!(steps(&scene, Order::Axis, 0, &["ArrowLeft"]), 0);
        assert_eq!(steps(&scene, Order::Axis, 1, &["End"]), 5);
        assert_eq!(steps(&scene, Order::Axis, 4, &["Home"]), 0);
    }

    #[test]
    fn the_order_of_the_article_is_another_way() {
        let scene = scene(&[3]);
        assert_eq!(steps(&scene, Order::Article, 2, &["ArrowRight"]), 1);
        assert_eq!(steps(&scene, Order::Article, 0, &["Home"]), 2);
    }

    #[test]
    fn up_and_down_go_to_the_same_place_of_another_panel() {
        let scene = scene(&[3, 0, 2]);
        assert_eq!(steps(&scene, Order::Axis, 1, &["ArrowDown"]), 4);
        assert_eq!(steps(&scene, Order::Axis, 2, &["ArrowDown"]), 4, "the last one of a shorter panel");
        assert_eq!(steps(&scene, Order::Axis, 4, &["ArrowUp"]), 1);
        assert_eq!(steps(&scene, Order::Axis, 4, &["ArrowDown"]), 4);
    }

    #[test]
    fn brackets_go_to_the_extremes_of_the_panel() {
        let scene = scene(&[3, 3]);
        let value = |index: usize| [Some(5.0), None, Some(2.0), Some(9.0), Some(1.0), Some(4.0)][index];
        assert_eq!(step(&scene, Order::Axis, 0, "[", &value), Some(2));
        assert_eq!(step(&scene, Order::Axis, 2, "]", &value), Some(0));
        assert_eq!(step(&scene, Order::Axis, 5, "]", &value), Some(3));
    }

    proptest! {
        #[test]
        fn every_key_leads_to_a_datum(panels in prop::collection::vec(0usize..5, 1..5), from in 0usize..20, key in 0usize..10, article: bool) {
            let scene = scene(&panels);
            let order = if article { Order::Article } else { Order::Axis };
            if let Some(to) = step(&scene, order, from, KEYS[key], &|index| Some(index as f64)) {
                prop_assert!(to < scene.datums.len());
            }
        }

        #[test]
        fn every_datum_is_reached_in_either_order(panels in prop::collection::vec(1usize..5, 1..5), article: bool) {
            let scene = scene(&panels);
            let order = if article { Order::Article } else { Order::Axis };
            let mut at = steps(&scene, order, 0, &["Home"]);
            let mut met = vec![at];
            for _ in 1..scene.datums.len() {
                at = steps(&scene, order, at, &["ArrowRight"]);
                met.push(at);
            }
            met.sort_unstable();
            prop_assert_eq!(met, (0..scene.datums.len()).collect::<Vec<_>>());
        }
    }
}
