"""The report shows the worst first and can be read without colour or script."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from engine.evaluate import set_figures
from engine.evaluation.behaviour import by_slice
from engine.evaluation.items import Check, Item
from engine.evaluation.metrics import Prediction
from engine.evaluation.mistakes import confusions, worst
from engine.evaluation.report import matrix, most_often, write_report
from engine.evaluation.text import as_text

KLACHT = Item("<b>grof</b>", "klacht", ("klacht",), ("klacht",), ("plain",))
LAMP = Item("lamp stuk", "melding_openbare_ruimte", ("melding_openbare_ruimte",), ("melding",), ("plain",))
PAIRS = [
    (LAMP, Prediction("klacht", "klacht", 0.9)),
    (KLACHT, Prediction("bezwaar", "bezwaar", 0.6)),
    (KLACHT, Prediction("klacht", "klacht", 0.8)),
]
BROKEN = "held_out: cost is 2.0000, which is 1.9000 above its ceiling of 0.1000."
FIGURES = {
    "model": "model.tar.gz",
    "sets": {"held_out": set_figures(PAIRS)},
    "missing": ["outside"],
    "behaviour": by_slice([(Check("typos", "lamp stukk", "melding", True), PAIRS[0][1])], {"typos": 0.9}),
    "speed": {"load_seconds": 1.0, "megabytes": 500.0, "p50": 5.0, "p95": 9.0},
    "broken": [BROKEN],
}


class Outline(HTMLParser):
    """Collects what a screen reader needs to find its way."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.references: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self.ids |= {found["id"]} if "id" in found else set()
        self.references |= {found["href"][1:]} if "href" in found else set()
        self.references |= {found["aria-labelledby"]} if "aria-labelledby" in found else set()


@pytest.fixture
def page(tmp_path: Path) -> str:
    return write_report(tmp_path, FIGURES).read_text(encoding="utf-8")


def test_worst_puts_the_dearest_first() -> None:
    assert [mistake["text"] for mistake in worst(PAIRS)] == ["<b>grof</b>", "lamp stuk"]


def test_matrix_counts_right_and_wrong() -> None:
    table = matrix(confusions(PAIRS))

    cells = dict(zip(table["columns"], table["rows"]["klacht"], strict=True))
    assert (cells["klacht"]["count"], cells["bezwaar"]["count"]) == (1, 1)
    assert cells["klacht"]["right"]


def test_most_often_leaves_out_what_is_right() -> None:
    assert most_often({"klacht": {"klacht": 9, "bezwaar": 1}, "bezwaar": {"klacht": 2}}) == [
        ("bezwaar", "klacht", 2),
        ("klacht", "bezwaar", 1),
    ]


def test_report_escapes_messages(page: str) -> None:
    assert "&lt;b&gt;grof" in page
    assert "<b>" not in page


def test_report_does_not_show_the_messages_of_a_set_that_is_for_scores_only(tmp_path: Path) -> None:
    figures = {**FIGURES, "sets": {"outside": set_figures(PAIRS, scores_only=True)}, "behaviour": {}}

    write_report(tmp_path, figures)

    assert not [file for file in tmp_path.iterdir() if "lamp stuk" in file.read_text(encoding="utf-8")]


def test_report_has_every_part(page: str) -> None:
    for part in ("Confusion matrix", "worst mistakes", "Calibration", "behaviour suite", "lamp stukk"):
        assert part in page


@pytest.mark.parametrize("write", [as_text, None], ids=["text", "page"])
def test_report_names_what_is_broken_what_is_missing_and_every_floor(write, page: str) -> None:
    said = write(FIGURES) if write else page

    assert BROKEN in said
    assert "outside" in said
    assert ("floor 0.900" if write else "90.0%") in said


def test_report_without_a_broken_floor_says_so() -> None:
    assert as_text({**FIGURES, "broken": []}).endswith("Every floor holds.")


def test_report_can_be_walked_through_without_seeing_it(page: str) -> None:
    outline = Outline(page)

    assert '<html lang="en">' in page
    assert outline.references <= outline.ids
    assert outline.tags.count("table") == outline.tags.count("caption")
    assert outline.tags.count("h1") == outline.tags.count("main") == 1


def test_report_needs_no_other_host(page: str) -> None:
    assert "http" not in page
    assert "<script" not in page


def test_report_is_readable_for_programs(page: str, tmp_path: Path) -> None:
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8")) == FIGURES
