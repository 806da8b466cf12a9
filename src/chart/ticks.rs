/// Most ticks that are ever made, whatever is asked for.
const MOST: usize = 100;

/// Round values from `start` to `stop`, about `count` of them, a step of 1, 2 or 5 times a power of ten apart.
///
/// Both ends belong to the span. Where it is empty, reversed or not finite, or where no tick is asked for, there are no ticks.
/// The choice of step is d3-array's (`ticks`), against which it is tested: an integer count of steps or, below one, of
/// reciprocal steps, so that 0.3 is 3/10 and not 0.30000000000000004.
pub fn ticks(start: f64, stop: f64, count: usize) -> Vec<f64> {
    if !(start.is_finite() && stop.is_finite()) || count == 0 || stop < start {
        return Vec::new();
    }
    if start == stop {
        return vec![start];
    }
    let Some(step) = step(start, stop, count.min(MOST)) else {
        return Vec::new();
    };
    let mut ticks: Vec<f64> = Vec::new();
    let mut index = step.first;
    while index <= step.last && ticks.len() <= MOST {
        let tick = step.multiple(index);
        // A span near the resolution of its numbers holds fewer ticks than were asked for, not the same one twice.
        if ticks.last().is_none_or(|last| *last < tick) {
            ticks.push(tick);
        }
        if index + 1.0 == index {
            break;
        }
        index += 1.0;
    }
    ticks
}

/// The smallest multiple of a tick step that is not below `stop`: the upper end of a zero-based axis with about `count` ticks.
pub fn nice_end(stop: f64, count: usize) -> f64 {
    let stops = ticks(0.0, stop, count);
    match (stops.get(1), stops.last()) {
        (Some(step), Some(last)) if *last < stop => last + step,
        (Some(_), Some(last)) => *last,
        _ => stop,
    }
}

struct Step {
    /// Index of the first and the last tick.
    first: f64,
    last: f64,
    /// The step, or one divided by it.
    size: f64,
    reciprocal: bool,
}

impl Step {
    /// So many steps from zero.
    fn multiple(&self, index: f64) -> f64 {
        if self.reciprocal { index / self.size } else { index * self.size }
    }
}

fn step(start: f64, stop: f64, count: usize) -> Option<Step> {
    let raw = (stop - start) / count as f64;
    // The power of ten below it, or one divided by that: its exact value, which a logarithm would only come near.
    let reciprocal = raw < 1.0;
    let mut power = 1.0;
    while power < f64::INFINITY && if reciprocal { 1.0 / power > raw } else { power * 10.0 <= raw } {
        power *= 10.0;
    }
    let error = if reciprocal { raw * power } else { raw / power };
    let factor = if error >= 50f64.sqrt() {
        10.0
    } else if error >= 10f64.sqrt() {
        5.0
    } else if error >= 2f64.sqrt() {
        2.0
    } else {
        1.0
    };
    let size = if reciprocal { power / factor } else { power * factor };
    let index = |value: f64| if reciprocal { (value * size).round() } else { (value / size).round() };
    let mut found = Step { first: index(start), last: index(stop), size, reciprocal };
    if found.multiple(found.first) < start {
        found.first += 1.0;
    }
    if found.multiple(found.last) > stop {
        found.last -= 1.0;
    }
    // A span that holds no multiple of the step gets one more try with a finer one, as in d3-array.
    if found.last < found.first && count == 1 {
        return step(start, stop, 2);
    }
    let usable = found.size.is_finite() && found.size > 0.0 && found.first.is_finite() && found.last.is_finite();
    usable.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn round_values_on_the_axes_of_the_article() {
        assert_eq!(ticks(0.0, 1423.0, 3), [0.0, 500.0, 1000.0]);
        assert_eq!(ticks(0.0, 5218.0, 3), [0.0, 2000.0, 4000.0]);
        assert_eq!(nice_end(1423.0, 3), 1500.0);
        assert_eq!(nice_end(5218.0, 3), 6000.0);
        assert_eq!(nice_end(100.0, 4), 100.0);
    }

    #[test]
    fn nothing_to_divide_gives_no_ticks() {
        assert!(ticks(0.0, f64::INFINITY, 5).is_empty());
        assert!(ticks(f64::NAN, 1.0, 5).is_empty());
        assert!(ticks(1.0, 0.0, 5).is_empty());
        assert!(ticks(0.0, 1.0, 0).is_empty());
    }

    proptest! {
        #[test]
        fn ticks_lie_inside_rise_and_are_not_too_many(start in -1e9..1e9f64, span in 1e-6..1e9f64, count in 1usize..40) {
            let stop = start + span;
            let all = ticks(start, stop, count);
            prop_assert!(all.iter().all(|t| (start..=stop).contains(t)));
            prop_assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(all.len() <= 2 * count + 2);
        }

        #[test]
        fn any_numbers_end(start in any::<f64>(), stop in any::<f64>(), count in any::<usize>()) {
            prop_assert!(ticks(start, stop, count).len() <= MOST + 1);
        }

        #[test]
        fn a_nice_end_covers_its_value_within_one_step(stop in 1e-3..1e9f64, count in 2usize..12) {
            let end = nice_end(stop, count);
            prop_assert!(end >= stop);
            prop_assert!(end <= stop * 2.0 + 1e-9);
        }
    }
}

/// Compares with d3-array's own ticks, which the test command writes down: start, stop, count, three more columns, and the ticks.
#[cfg(test)]
mod oracle {
    use super::*;

    #[test]
    #[ignore = "needs the answers of d3-array, which `cargo xtask test --only oracle` writes"]
    fn agrees_with_d3_array() {
        let folder = std::env::var("AC_ORACLE").expect("AC_ORACLE names the folder of ticks.tsv");
        let text = std::fs::read_to_string(format!("{folder}/ticks.tsv")).unwrap();
        let mut compared = 0;
        for line in text.lines() {
            let cells: Option<Vec<f64>> = line.split('\t').map(|cell| cell.parse().ok()).collect();
            let Some([start, stop, count, _, _, _, expected @ ..]) = cells.as_deref() else { continue };
            // d3 turns a reversed span around and gives many ticks where many are asked for; neither occurs on an axis of ours.
            if stop < start || *count as usize > MOST {
                continue;
            }
            let ours = ticks(*start, *stop, *count as usize);
            assert!(ours.windows(2).all(|pair| pair[0] < pair[1]), "ticks({start}, {stop}, {count}) = {ours:?}");
            // Where the numbers are too fine for a step, d3 repeats itself.
            if expected.windows(2).any(|pair| pair[0] >= pair[1]) {
                continue;
            }
            assert_eq!(ours, expected, "ticks({start}, {stop}, {count})");
            compared += 1;
        }
        assert!(compared >= 1000, "only {compared} cases");
    }
}
