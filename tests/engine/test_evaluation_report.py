"""The report shows the worst first and can be read without colour or script."""

import json
from pathlib import Path

import pytest

from engine.evaluation import metrics
from engine.evaluation.items import Check, Item, read_checks, read_items
from engine.evaluation.metrics import Prediction
from engine.evaluation.model import prediction_of
from engine.evaluation.report import matrix, worst, write_report

KLACHT = Item("<b>grof</b>", "klacht", ("klacht",), ("klacht",), ("plain",))
LAMP = Item("lamp stuk", "melding_openbare_ruimte", ("melding_openbare_ruimte",), ("melding",), ("plain",))
PAIRS = [
    (LAMP, Prediction("klacht", "klacht", 0.9)),
    (KLACHT, Prediction("bezwaar", "bezwaar", 0.6)),
    (KLACHT, Prediction("klacht", "klacht", 0.8)),
]


@pytest.fixture
def page(tmp_path: Path) -> str:
    figures = {
        "model": "model.tar.gz",
        "sets": {
            "held_out": {
                "summary": metrics.summary(PAIRS),
                "intents": metrics.per_intent(PAIRS),
                "tags": metrics.by_tag(PAIRS),
                "mixed": metrics.mixed(PAIRS),
            }
        },
        "missing": ["outside"],
        "behaviour": {},
        "speed": {"load_seconds": 1.0, "megabytes": 500.0, "p50": 5.0, "p95": 9.0},
        "broken": ["held_out: cost is 2.000, at most 0.100 allowed"],
    }
    return write_report(tmp_path, figures, {"held_out": PAIRS}).read_text(encoding="utf-8")


def test_worst_puts_the_dearest_first() -> None:
    assert [mistake["text"] for mistake in worst(PAIRS)] == ["<b>grof</b>", "lamp stuk"]


def test_matrix_counts_right_and_wrong() -> None:
    cells = dict(zip(matrix(PAIRS)["columns"], matrix(PAIRS)["rows"]["klacht"], strict=True))

    assert (cells["klacht"]["count"], cells["bezwaar"]["count"]) == (1, 1)
    assert cells["klacht"]["right"]


def test_report_escapes_messages(page: str) -> None:
    assert "&lt;b&gt;grof" in page
    assert "<b>" not in page


def test_report_names_what_is_broken_and_what_is_missing(page: str) -> None:
    assert "at most 0.100 allowed" in page
    assert "outside" in page


def test_report_needs_no_other_host(page: str) -> None:
    assert "http" not in page
    assert "<script" not in page


def test_report_is_readable_for_programs(page: str, tmp_path: Path) -> None:
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["missing"] == ["outside"]


def test_prediction_takes_the_best_candidate_behind_a_doubt() -> None:
    ranking = [{"name": "nlu_fallback", "confidence": 0.6}, {"name": "bezwaar", "confidence": 0.4}]

    prediction = prediction_of({"intent": ranking[0], "intent_ranking": ranking}, 3.0)

    assert prediction == Prediction("nlu_fallback", "bezwaar", 0.4, (), 3.0)


def test_read_items_knows_what_else_is_in_a_mixed_message(tmp_path: Path) -> None:
    row = {"text": "x", "label": "klacht", "route": "klacht", "tags": ["mixed"], "confusable_with": "bezwaar"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")

    assert read_items([tmp_path / "a.jsonl"]) == [
        Item("x", "klacht", ("klacht",), ("klacht",), ("mixed", "plain"), also="bezwaar")
    ]


def test_read_checks_gives_every_variant_its_route(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "capability: negation\ncases: [{base: x, variants: [y], from: klacht, to: info}]\n", encoding="utf-8"
    )

    assert read_checks(tmp_path) == [
        Check("negation", "x", "klacht", is_variant=False),
        Check("negation", "y", "info", is_variant=True),
    ]
