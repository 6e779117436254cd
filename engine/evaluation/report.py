"""Writes the evaluation as a page for people and as JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from engine.evaluation.metrics import Pairs, confusion, cost

MOST_MISTAKES = 60
SHADES = 5


def write_report(folder: Path, figures: dict, sets: dict[str, Pairs]) -> Path:
    """Write report.json and report.html to *folder* and return the page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(
        json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    pages.filters["procent"] = lambda value: f"{100 * value:.1f} %".replace(".", ",")
    pages.filters["komma"] = lambda value, digits=3: f"{value:.{digits}f}".replace(".", ",")
    page = folder / "report.html"
    matrices = {name: matrix(pairs) for name, pairs in sets.items()}
    mistakes = {name: worst(pairs) for name, pairs in sets.items()}
    page.write_text(
        pages.get_template("report.html.j2").render(figures=figures, matrices=matrices, mistakes=mistakes),
        encoding="utf-8",
    )
    return page


def worst(pairs: Pairs) -> list[dict]:
    """Return the mistakes, the dearest and the surest first."""
    wrong = [(cost(*pair), *pair) for pair in pairs if cost(*pair)]
    wrong.sort(key=lambda entry: (-entry[0], -entry[2].chance))
    return [
        {
            "text": item.text,
            "right": item.label,
            "given": prediction.intent,
            "chance": prediction.chance,
            "candidate": prediction.candidate,
            "cost": price,
        }
        for price, item, prediction in wrong[:MOST_MISTAKES]
    ]


def matrix(pairs: Pairs) -> dict:
    """Return the confusion matrix: names of the columns, and per right intent the counts with a shade."""
    counts = confusion(pairs)
    rows = sorted({label for label, _ in counts})
    columns = sorted({predicted for _, predicted in counts} | set(rows))
    return {"columns": columns, "rows": {label: _row(label, columns, counts) for label in rows}}


def _row(label: str, columns: list[str], counts) -> list[dict]:
    total = sum(counts[label, column] for column in columns)
    return [
        {
            "count": counts[label, column],
            "shade": -(-SHADES * counts[label, column] // total),
            "right": column == label,
        }
        for column in columns
    ]
