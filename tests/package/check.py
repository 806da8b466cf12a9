"""Checks a data package with the independent validator `frictionless`.

    python check.py PACKAGE             valid?
    python check.py PACKAGE --corrupt   five ways to spoil a copy: is each one found?
    python check.py PACKAGE --style     are the words set as each language sets them?

Prints a line a case and ends with `N passed, N failed`.
"""

import csv
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from frictionless import Package

HAN = r"[\u4e00-\u9fff]"
# Punctuation of the wrong width beside a Han character.
NARROW = re.compile(rf"{HAN}[,:;()?!\"]|[,:;()?!\"]{HAN}")
WIDE = re.compile(r"[，。：；（）？！、]")


def errors(package):
    """What the validator finds, as (type, table, note)."""
    report = Package(str(package / "datapackage.json")).validate()
    found = [(error.type, "package", error.note) for error in report.errors]
    for task in report.tasks:
        found += [(error.type, task.name, error.note) for error in task.errors]
    return found


def rows(package, table):
    with open(package / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(package, table, lines):
    with open(package / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


def spoil(table, column, line, value):
    """A corruption: one cell of a table gets another value."""

    def corrupt(package):
        lines = rows(package, table)
        lines[line][lines[0].index(column)] = value
        write(package, table, lines)

    return corrupt


def repeat(table):
    """A corruption: the first row of a table comes twice."""

    def corrupt(package):
        lines = rows(package, table)
        write(package, table, lines[:2] + lines[1:])

    return corrupt


CORRUPTIONS = [
    ("a series that does not exist", "foreign-key", spoil("observations", "series", 22, "nowhere")),
    ("a comparator outside the list", "constraint-error", spoil("observations", "comparator", 6, "about")),
    ("a primary key twice", "primary-key", repeat("observations")),
    ("a value that is no number", "type-error", spoil("observations", "value", 6, "sixty-two")),
    ("an observation without a place", "constraint-error", spoil("observations", "paragraph", 6, "")),
]


def valid(package):
    found = errors(package)
    return [("the package is valid", not found, "; ".join(map(str, found[:5])))]


def corrupt(package):
    cases = []
    for name, expected, corruption in CORRUPTIONS:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / package.name
            shutil.copytree(package, copy)
            corruption(copy)
            found = {kind for kind, _, _ in errors(copy)}
            cases.append((name, expected in found, f"found {sorted(found)}"))
    return cases


def texts(package):
    """Every text of the package: table, line, column, text."""
    for resource in json.loads((package / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        table = Path(resource["path"]).stem
        head, *lines = rows(package, table)
        for number, line in enumerate(lines, 2):
            for column, text in zip(head, line):
                yield table, number, column, text, dict(zip(head, line))


def style(package):
    narrow, wide, single, long = [], [], [], []
    for table, number, column, text, row in texts(package):
        place = f"{table}.csv:{number} {column}: {text}"
        if column.endswith("_zh"):
            if NARROW.search(text):
                narrow.append(place)
            if bool(text) != bool(row[column[:-3] + "_en"]):
                single.append(place)
        # A printed word may be quoted in Chinese within an English remark; a whole English text has no full-width marks.
        if column.endswith("_en") and WIDE.search(text):
            wide.append(place)
        if column == "printed" and len(text) > 24:
            long.append(place)
    counts = {}
    for observation, *_ in rows(package, "items")[1:]:
        counts[observation] = counts.get(observation, 0) + 1
    observations = rows(package, "observations")
    head = observations[0]
    wrong = [
        f"{row[0]}: {row[head.index('value')]} printed, {counts.get(row[0], 0)} named"
        for row in observations[1:]
        if row[head.index("kind")] == "list"
        and row[head.index("unit")] != "ordinal"  # one of a longer list has its place in it instead of a count
        and row[head.index("value")] != str(counts.get(row[0], 0))
    ]
    return [
        ("no narrow punctuation beside a Han character", not narrow, narrow[:3]),
        ("no full-width punctuation in English", not wide, wide[:3]),
        ("every text in both languages", not single, single[:3]),
        ("printed readings of 24 characters at most", not long, long[:3]),
        ("as many members as a list counts", not wrong, wrong[:3]),
    ]


def main():
    package = Path(sys.argv[1])
    mode = {"--corrupt": corrupt, "--style": style}.get(sys.argv[2] if len(sys.argv) > 2 else "", valid)
    cases = mode(package)
    for name, passed, note in cases:
        print(f"{'ok' if passed else 'FAILED'}  {name}" + ("" if passed else f": {note}"))
    failed = sum(not passed for _, passed, _ in cases)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
