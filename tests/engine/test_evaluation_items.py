"""Items, checks and predictions are read as they stand in the files and in Rasa's parse."""

import json
from pathlib import Path

from engine.evaluation.items import Check, Item, read_checks, read_items
from engine.evaluation.metrics import Prediction
from engine.evaluation.model import prediction_of


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
