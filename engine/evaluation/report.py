"""Writes the evaluation as a page for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

SHADES = 5
MOST_CONFUSIONS = 20
Confusions = Mapping[str, Mapping[str, int]]


def write_report(folder: Path, figures: dict) -> Path:
    """Write report.json and report.html to *folder* and return the page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(
        json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    pages.filters["percent"] = lambda value: f"{100 * value:.1f}%"
    pages.filters["number"] = lambda value, digits=3: f"{value:.{digits}f}"
    pages.filters["matrix"] = matrix
    pages.filters["often"] = most_often
    page = folder / "report.html"
    page.write_text(pages.get_template("report.html.j2").render(figures=figures), encoding="utf-8")
    return page


def most_often(confusions: Confusions) -> list[tuple[str, str, int]]:
    """Return what is taken for what, the most frequent first."""
    wrong = [
        (label, given, count)
        for label, row in confusions.items()
        for given, count in row.items()
        if given != label
    ]
    return sorted(wrong, key=lambda entry: -entry[2])[:MOST_CONFUSIONS]


def matrix(confusions: Confusions) -> dict:
    """Return the confusion matrix: names of the columns, and per right intent the counts with a shade."""
    columns = sorted({given for row in confusions.values() for given in row} | set(confusions))
    return {
        "columns": columns,
        "rows": {label: _row(label, columns, row) for label, row in confusions.items()},
    }


def _row(label: str, columns: list[str], row: Mapping[str, int]) -> list[dict]:
    total = sum(row.values())
    counts = [(column, row.get(column, 0)) for column in columns]
    return [
        {"count": count, "shade": -(-SHADES * count // total), "right": column == label}
        for column, count in counts
    ]
