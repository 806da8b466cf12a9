//! Answers the package's questions to its own figures. The build script asks them; the module holds the answers.

use core::cmp::Ordering;

use super::period::days_in_month;
use super::rational::Rational;
use super::{Basis, Check, CheckKind, Evidence, Finding, Interval, Observation, Outcome, Package, Period};

/// Answers every check of the package, in their order.
#[must_use]
pub fn audit(package: &Package) -> Vec<Finding> {
    package.checks.iter().map(|check| check.answer(package)).collect()
}

impl Check {
    /// Asks the question of the printed figures.
    #[must_use]
    pub fn answer(&self, package: &Package) -> Finding {
        let (outcome, evidence) = match self.kind {
            CheckKind::Share => share(self.inputs),
            CheckKind::ListCount => list_count(self.inputs),
            CheckKind::SameItems => same_items(self.inputs),
            CheckKind::YearOrder => year_order(self.inputs),
            CheckKind::NotAfter => not_after(package, self.inputs),
            CheckKind::Span => span(package, self.inputs),
            CheckKind::LastDayOfFebruary => last_day_of_february(self.inputs),
            CheckKind::Whole => whole(self.inputs),
            CheckKind::Peak => peak(self.inputs),
        }
        .unwrap_or((Outcome::Undecided, Evidence::None));
        Finding { outcome, evidence }
    }
}

/// What a check finds out; `None` if an input lacks what it needs.
type Answer = Option<(Outcome, Evidence)>;

fn base(inputs: &[&'static Observation], place: usize) -> Option<Interval> {
    inputs.get(place)?.quantity?.base_interval()
}

fn count(things: usize) -> Option<Interval> {
    Some(Interval::point(Rational::from_integer(i64::try_from(things).ok()?)))
}

/// Agreement: every observed value is possible, or none is.
fn agreement(expected: Interval, observed: Interval) -> Outcome {
    if observed.is_within(expected) {
        Outcome::Pass
    } else if observed.intersection(expected).is_none() {
        Outcome::Fail
    } else {
        Outcome::Undecided
    }
}

fn share(inputs: &[&'static Observation]) -> Answer {
    let observed = base(inputs, 0)?.checked_div(base(inputs, 1)?)?;
    let expected = base(inputs, 2)?;
    Some((agreement(expected, observed), Evidence::Intervals { expected, observed }))
}

fn list_count(inputs: &[&'static Observation]) -> Answer {
    let (total, members) = inputs.split_first()?;
    let observed = count(if members.is_empty() { total.items.len() } else { members.len() })?;
    let expected = total.quantity?.interval()?;
    Some((agreement(expected, observed), Evidence::Intervals { expected, observed }))
}

fn same_items(inputs: &[&'static Observation]) -> Answer {
    let (a, b) = (inputs.first()?.items, inputs.get(1)?.items);
    let all_in = |these: &[super::Item], those: &[super::Item]| {
        these.iter().all(|item| those.iter().any(|other| other.label == item.label))
    };
    let same = !a.is_empty() && all_in(a, b) && all_in(b, a);
    let (expected, observed) = (count(a.len())?, count(b.len())?);
    Some((if same { Outcome::Pass } else { Outcome::Fail }, Evidence::Intervals { expected, observed }))
}

fn year_order(inputs: &[&'static Observation]) -> Answer {
    let mut periods = Vec::with_capacity(inputs.len());
    for input in inputs {
        periods.push(input.period?);
    }
    let mut outcome = Outcome::Pass;
    for (earlier, later) in periods.iter().zip(periods.iter().skip(1)) {
        match earlier.position(*later) {
            Some(Ordering::Less) => {}
            Some(_) => outcome = Outcome::Fail,
            None if outcome == Outcome::Pass => outcome = Outcome::Undecided,
            None => {}
        }
    }
    Some((outcome, Evidence::Periods(periods)))
}

fn not_after(package: &Package, inputs: &[&'static Observation]) -> Answer {
    let first = package.reading(inputs.first()?, Basis::Read).period?;
    let second = package.reading(inputs.get(1)?, Basis::Read).period?;
    let outcome = match first.position(second) {
        Some(Ordering::Less | Ordering::Equal) => Outcome::Pass,
        Some(Ordering::Greater) => Outcome::Fail,
        None => Outcome::Undecided,
    };
    Some((outcome, Evidence::Periods(vec![first, second])))
}

/// A length in years fits its first and last year if it counts either the steps between them or the years themselves.
fn span(package: &Package, inputs: &[&'static Observation]) -> Answer {
    let expected = inputs.first()?.quantity?.interval()?;
    let year = |place: usize| package.reading(inputs.get(place)?, Basis::Read).period?.year().map(i64::from);
    let steps = year(2)? - year(1)?;
    let ends = [steps, steps + 1].map(|years| Interval::point(Rational::from_integer(years)));
    let observed = ends[0].hull(ends[1]);
    let fits = ends.into_iter().any(|years| agreement(expected, years) == Outcome::Pass);
    Some((if fits { Outcome::Pass } else { Outcome::Fail }, Evidence::Intervals { expected, observed }))
}

/// "The last day of February": a date must be that day, and a recurring month must be February.
fn last_day_of_february(inputs: &[&'static Observation]) -> Answer {
    let mut periods = Vec::new();
    let mut right = true;
    for input in inputs {
        let period = input.period?;
        right &= match period {
            Period::Recurring { month } => month == 2,
            Period::Single(date) => date.month() == Some(2) && date.day().is_none_or(|day| day == days_in_month(date.year(), 2)),
            Period::Range { .. } => false,
        };
        periods.push(period);
    }
    Some((if right { Outcome::Pass } else { Outcome::Fail }, Evidence::Periods(periods)))
}

/// A part and its share can belong together: the part is not negative, and the share is above 0 and at most all.
fn whole(inputs: &[&'static Observation]) -> Answer {
    let (part, observed) = (base(inputs, 0)?, base(inputs, 1)?);
    let zero = Rational::from_integer(0);
    let expected = Interval::above(zero, true).intersection(Interval::below(Rational::from_integer(1), false))?;
    let outcome = match agreement(Interval::above(zero, false), part) {
        Outcome::Pass => agreement(expected, observed),
        other => other,
    };
    Some((outcome, Evidence::Intervals { expected, observed }))
}

fn peak(inputs: &[&'static Observation]) -> Answer {
    let peak = base(inputs, 1)?;
    let mut others: Option<Interval> = None;
    for place in (0..inputs.len()).filter(|&place| place != 1) {
        let value = base(inputs, place)?;
        others = Some(others.map_or(value, |hull| hull.hull(value)));
    }
    let observed = others?;
    let above_all = observed.upper().map(|end| Interval::above(end.value, !end.open));
    let outcome = above_all.map_or(Outcome::Undecided, |above_all| agreement(above_all, peak));
    Some((outcome, Evidence::Intervals { expected: peak, observed }))
}
