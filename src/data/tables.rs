//! The tables of the blob, cell by cell: the results of `src/articles/build/results.rs`, then the tables in the order of
//! `src/articles/build/schema.rs`.

use core::cell::Cell;

use super::decode::Reader;
use super::{
    Agent, Channel, Check, CheckKind, Comparator, Confidence, Correction, Derivation, Derived, Encoding, Erratum, ErratumState,
    ErratumTarget, Evidence, Field, FieldType, Finding, Form, Formula, Interval, Item, Kind, Observation, Outcome, Package,
    Quantity, Role, Section, Series, SeriesQuantity, Severity, Source, Status, Subject, Toggle, ToggleOption, Unit, View,
    ViewGroup, ViewNote, ViewRow,
};

/// Reads one package; `None` if the bytes are not one.
pub(super) fn package(mut reader: Reader) -> Option<Package> {
    let tables = &mut reader;
    let values = Cell::new(tables.table(value)?);
    let findings = Cell::new(tables.table(finding)?);
    let [name, title, version, created, license, license_path] =
        [tables.text(), tables.text(), tables.text(), tables.text(), tables.text(), tables.text()];
    let sections =
        Cell::new(tables.table(|row| Some(Section { number: row.byte(), paragraphs: row.byte(), heading: row.bilingual() }))?);
    let sources = tables.table(|row| source(row, &sections))?;
    let agents = tables.table(|row| Some(Agent { id: row.text(), name: row.bilingual(), note: row.bilingual() }))?;
    let units = tables.table(unit)?;
    let series = tables.table(|row| a_series(row, units))?;
    let items = Cell::new(tables.table(|row| Some(Item { label: row.bilingual() }))?);
    let observations = tables.table(|row| observation(row, sources, series, units, agents, &items))?;
    let targets = Cell::new(tables.table(|row| target(row, observations, sources))?);
    let errata = tables.table(|row| erratum(row, &targets))?;
    let inputs = Cell::new(tables.table(|row| row.maybe_row(observations))?);
    let derivations = tables.table(|row| derivation(row, units, &inputs, &values))?;
    let notes = Cell::new(tables.table(|row| Some(ViewNote { text: row.bilingual(), erratum: row.maybe_row(errata) }))?);
    let rows = Cell::new(tables.table(|row| view_row(row, observations, derivations))?);
    let groups = Cell::new(tables.table(|row| group(row, observations))?);
    let encodings = Cell::new(tables.table(encoding)?);
    let options = Cell::new(tables.table(|row| Some(ToggleOption { id: row.text(), label: row.bilingual() }))?);
    let toggles =
        Cell::new(tables.table(|row| Some(Toggle { id: row.text(), label: row.bilingual(), options: row.own(&options) }))?);
    let views = tables.table(|row| {
        Some(View {
            id: row.text(),
            number: row.byte(),
            source: row.maybe_row(sources),
            mark: row.text(),
            title: row.bilingual(),
            subtitle: row.bilingual(),
            takeaway: row.bilingual(),
            notes: row.own(&notes),
            rows: row.own(&rows),
            groups: row.own(&groups),
            encodings: row.own(&encodings),
            toggles: row.own(&toggles),
        })
    })?;
    let check_inputs = Cell::new(tables.table(|row| row.maybe_row(observations))?);
    let checks = tables.table(|row| {
        Some(Check {
            id: row.text(),
            kind: CheckKind::from_byte(row.byte())?,
            label: row.bilingual(),
            erratum: row.maybe_row(errata),
            inputs: row.own(&check_inputs),
            finding: paired(&findings),
        })
    })?;
    tables.is_done().then_some(Package {
        name,
        title,
        version,
        created,
        license,
        license_path,
        sources,
        agents,
        units,
        series,
        observations,
        errata,
        derivations,
        views,
        checks,
        decode_error: None,
    })
}

fn source(row: &mut Reader, sections: &Cell<&'static [Section]>) -> Option<Source> {
    Some(Source {
        id: row.text(),
        slug: row.text(),
        name: row.bilingual(),
        headline: row.bilingual(),
        byline: row.bilingual(),
        publisher: row.bilingual(),
        publisher_inferred: row.truth(),
        earliest_date: row.date(),
        language: row.text(),
        sections: row.own(sections),
    })
}

fn unit(row: &mut Reader) -> Option<Unit> {
    Some(Unit {
        id: row.text(),
        zh: row.chinese(),
        en_one: row.english(),
        en_other: row.english(),
        factor: row.decimal()?,
        base: row.text(),
    })
}

fn a_series(row: &mut Reader, units: &'static [Unit]) -> Option<Series> {
    Some(Series {
        id: row.text(),
        label: row.bilingual(),
        unit: row.maybe_row(units)?,
        quantity: SeriesQuantity::from_byte(row.byte())?,
        definition: row.bilingual(),
    })
}

fn observation(
    row: &mut Reader,
    sources: &'static [Source],
    series: &'static [Series],
    units: &'static [Unit],
    agents: &'static [Agent],
    items: &Cell<&'static [Item]>,
) -> Option<Observation> {
    let (id, source, section, paragraph) = (row.text(), row.maybe_row(sources)?, row.byte(), row.paragraph());
    let (kind, series, label) = (Kind::from_byte(row.byte())?, row.maybe_row(series), row.bilingual());
    let (value, unit, comparator, resolution) = (row.decimal(), row.maybe_row(units), row.maybe_byte(), row.decimal());
    let quantity = match (value, unit, comparator) {
        (Some(value), Some(unit), Some(comparator)) => {
            Some(Quantity { comparator: Comparator::from_byte(comparator)?, value, resolution, unit })
        }
        (None, _, None) => None,
        _ => return None,
    };
    Some(Observation {
        id,
        source,
        section,
        paragraph,
        kind,
        series,
        label,
        quantity,
        unit,
        period: row.period(),
        as_of: row.period(),
        printed: row.chinese(),
        status: Status::from_byte(row.byte())?,
        agent: row.maybe_row(agents)?,
        note: row.bilingual(),
        items: row.own(items),
    })
}

fn target(row: &mut Reader, observations: &'static [Observation], sources: &'static [Source]) -> Option<ErratumTarget> {
    let (observation, field) = (row.maybe_row(observations), Field::from_byte(row.byte())?);
    let (source, section, paragraph) = (row.maybe_row(sources), row.maybe_byte(), row.paragraph());
    let correction = match row.text() {
        "" => None,
        text => Some(Correction::parse(field, text)?),
    };
    Some(ErratumTarget { observation, field, source, section, paragraph, correction })
}

fn erratum(row: &mut Reader, targets: &Cell<&'static [ErratumTarget]>) -> Option<Erratum> {
    Some(Erratum {
        id: row.text(),
        kind: row.text(),
        severity: Severity::from_byte(row.byte())?,
        printed: row.chinese(),
        reading: row.bilingual(),
        reason: row.bilingual(),
        confidence: Confidence::from_byte(row.byte())?,
        state: ErratumState::from_byte(row.byte())?,
        state_date: row.date(),
        targets: row.own(targets),
    })
}

/// The next row of a table that has one for every row of this one, or none at all.
fn paired<T>(rest: &Cell<&'static [T]>) -> Option<&'static T> {
    let (first, others) = rest.get().split_first()?;
    rest.set(others);
    Some(first)
}

fn value(row: &mut Reader) -> Option<Derived> {
    let (comparator, best, interval) = (Comparator::from_byte(row.byte())?, row.rational(), row.interval());
    // An exact value is written once.
    let interval = match best {
        Some(best) if comparator == Comparator::Equal => Interval::point(best),
        _ => interval,
    };
    Some(Derived { interval, comparator, best, date: row.date(), digits: row.byte() })
}

fn finding(row: &mut Reader) -> Option<Finding> {
    let outcome = Outcome::from_byte(row.byte())?;
    let evidence = match row.byte() {
        0 => Evidence::None,
        1 => Evidence::Intervals { expected: row.interval(), observed: row.interval() },
        _ => Evidence::Periods(row.periods()),
    };
    Some(Finding { outcome, evidence })
}

fn derivation(
    row: &mut Reader,
    units: &'static [Unit],
    inputs: &Cell<&'static [&'static Observation]>,
    values: &Cell<&'static [Derived]>,
) -> Option<Derivation> {
    Some(Derivation {
        id: row.text(),
        label: row.bilingual(),
        formula: Formula::from_byte(row.byte())?,
        unit: row.maybe_row(units)?,
        digits: row.byte(),
        note: row.bilingual(),
        inputs: row.own(inputs),
        value: paired(values),
    })
}

fn view_row(row: &mut Reader, observations: &'static [Observation], derivations: &'static [Derivation]) -> Option<ViewRow> {
    let subject = match (row.maybe_row(observations), row.maybe_row(derivations)) {
        (Some(observation), None) => Subject::Observation(observation),
        (None, Some(derivation)) => Subject::Derivation(derivation),
        _ => return None,
    };
    Some(ViewRow { subject, role: Role::from_byte(row.byte())? })
}

fn group(row: &mut Reader, observations: &'static [Observation]) -> Option<ViewGroup> {
    let (first, form) = (row.maybe_row(observations)?, Form::from_byte(row.byte())?);
    Some(ViewGroup { first, form, label: row.bilingual() })
}

fn encoding(row: &mut Reader) -> Option<Encoding> {
    Some(Encoding { channel: Channel::from_byte(row.byte())?, field: row.text(), field_type: FieldType::from_byte(row.byte())? })
}
