//! The tables of the blob, cell by cell, in the order of `src/articles/build/schema.rs`: a row is followed by the rows that belong to it,
//! a derivation and a check by what comes of them.

use super::decode::Reader;
use super::{
    Agent, Channel, Check, CheckKind, Comparator, Confidence, Correction, Derivation, Derived, Encoding, Erratum, ErratumState,
    ErratumTarget, Evidence, Field, Finding, Form, Formula, Interval, Item, Kind, Observation, Outcome, Package, Quantity, Role,
    Section, Series, Severity, Source, Status, Subject, Toggle, ToggleOption, Unit, View, ViewGroup, ViewNote, ViewRow,
};

/// Reads one package; `None` if what is read is not one.
#[inline(never)]
pub(super) fn package(tables: &mut Reader) -> Option<Package> {
    let name = tables.text();
    let sources = tables.table(source);
    let agents = tables.table(|row| Some(Agent { id: row.text(), name: row.bilingual(), note: row.bilingual() }));
    let units = tables.table(unit);
    let series = tables.table(|row| a_series(row, units));
    let observations = tables.table(|row| observation(row, sources, series, units, agents));
    let errata = tables.table(|row| erratum(row, observations, sources));
    let derivations = tables.table(|row| derivation(row, units, observations));
    let views = tables.table(|row| {
        Some(View {
            id: row.text(),
            source: row.maybe_row(sources),
            mark: row.text(),
            title: row.bilingual(),
            subtitle: row.bilingual(),
            takeaway: row.bilingual(),
            notes: row.table(|row| Some(ViewNote { text: row.bilingual(), erratum: row.maybe_row(errata) })),
            rows: row.table(|row| view_row(row, observations, derivations)),
            groups: row.table(|row| group(row, observations)),
            encodings: row.table(encoding),
            toggles: row.table(toggle),
        })
    });
    let checks = tables.table(|row| {
        Some(Check {
            id: row.text(),
            kind: row.code(CheckKind::ALL)?,
            label: row.bilingual(),
            erratum: row.maybe_row(errata),
            inputs: row.table(|row| row.near_row(observations)),
            finding: row.table(finding).first(),
        })
    });
    Some(Package { name, sources, agents, units, series, observations, errata, derivations, views, checks })
}

fn source(row: &mut Reader) -> Option<Source> {
    Some(Source {
        id: row.text(),
        name: row.bilingual(),
        headline: row.bilingual(),
        byline: row.bilingual(),
        publisher: row.bilingual(),
        publisher_inferred: row.truth(),
        earliest_date: row.date(),
        sections: row.table(|row| Some(Section { number: row.byte(), paragraphs: row.byte(), heading: row.bilingual() })),
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
    Some(Series { id: row.text(), label: row.bilingual(), unit: row.maybe_row(units)? })
}

fn observation(
    row: &mut Reader,
    sources: &'static [Source],
    series: &'static [Series],
    units: &'static [Unit],
    agents: &'static [Agent],
) -> Option<Observation> {
    let (id, source, section, paragraph) = (row.text(), row.maybe_row(sources)?, row.byte(), row.paragraph());
    let (kind, series, label) = (row.code(Kind::ALL)?, row.maybe_row(series), row.bilingual());
    let (value, unit, comparator, resolution) = (row.decimal(), row.maybe_row(units), row.code(Comparator::ALL), row.decimal());
    Some(Observation {
        id,
        source,
        section,
        paragraph,
        kind,
        series,
        label,
        quantity: match (value, unit, comparator) {
            (Some(value), Some(unit), Some(comparator)) => Some(Quantity { comparator, value, resolution, unit }),
            _ => None,
        },
        unit,
        period: row.period(),
        printed: row.text(),
        status: row.code(Status::ALL)?,
        agent: row.maybe_row(agents)?,
        note: row.bilingual(),
        items: row.table(|row| Some(Item { label: row.bilingual() })),
    })
}

fn erratum(row: &mut Reader, observations: &'static [Observation], sources: &'static [Source]) -> Option<Erratum> {
    Some(Erratum {
        id: row.text(),
        kind: row.text(),
        severity: row.code(Severity::ALL)?,
        printed: row.text(),
        reading: row.bilingual(),
        reason: row.bilingual(),
        confidence: row.code(Confidence::ALL)?,
        state: row.code(ErratumState::ALL)?,
        targets: row.table(|row| target(row, observations, sources)),
    })
}

fn target(row: &mut Reader, observations: &'static [Observation], sources: &'static [Source]) -> Option<ErratumTarget> {
    let (observation, field) = (row.near_row(observations), row.code(Field::ALL)?);
    let (source, section, paragraph) = (row.maybe_row(sources), row.maybe_byte(), row.paragraph());
    let (value, period) = (row.decimal(), row.period());
    let correction = match field {
        Field::Period => period.map(Correction::Period),
        _ => value.map(Correction::Value),
    };
    Some(ErratumTarget { observation, field, source, section, paragraph, correction })
}

fn derivation(row: &mut Reader, units: &'static [Unit], observations: &'static [Observation]) -> Option<Derivation> {
    Some(Derivation {
        id: row.text(),
        label: row.bilingual(),
        formula: row.code(Formula::ALL)?,
        unit: row.maybe_row(units)?,
        digits: row.byte(),
        note: row.bilingual(),
        inputs: row.table(|row| row.near_row(observations)),
        value: row.table(value).first(),
    })
}

fn value(row: &mut Reader) -> Option<Derived> {
    let (comparator, best, interval) = (row.code(Comparator::ALL)?, row.rational(), row.interval());
    // An exact value is written once.
    let interval = match best {
        Some(best) if comparator == Comparator::Equal => Interval::point(best),
        _ => interval,
    };
    Some(Derived { interval, comparator, best, date: row.date(), digits: row.byte() })
}

fn view_row(row: &mut Reader, observations: &'static [Observation], derivations: &'static [Derivation]) -> Option<ViewRow> {
    let observation = row.near_row(observations).map(Subject::Observation);
    let derivation = row.near_row(derivations).map(Subject::Derivation);
    Some(ViewRow { subject: observation.or(derivation)?, role: row.code(Role::ALL)? })
}

fn group(row: &mut Reader, observations: &'static [Observation]) -> Option<ViewGroup> {
    Some(ViewGroup { first: row.near_row(observations)?, form: row.code(Form::ALL)?, label: row.bilingual() })
}

fn encoding(row: &mut Reader) -> Option<Encoding> {
    Some(Encoding { channel: row.code(Channel::ALL)? })
}

fn toggle(row: &mut Reader) -> Option<Toggle> {
    Some(Toggle {
        id: row.text(),
        label: row.bilingual(),
        options: row.table(|row| Some(ToggleOption { id: row.text(), label: row.bilingual() })),
    })
}

fn finding(row: &mut Reader) -> Option<Finding> {
    let outcome = row.code(Outcome::ALL)?;
    let evidence = match row.byte() {
        0 => Evidence::None,
        1 => Evidence::Intervals { expected: row.interval(), observed: row.interval() },
        _ => Evidence::Periods(row.table(Reader::period).to_vec()),
    };
    Some(Finding { outcome, evidence })
}
