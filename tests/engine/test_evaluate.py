"""The evaluation fails when the model does worse than its floors, and says which."""

import json
import sys
from pathlib import Path

import pytest

from engine import evaluate
from engine.evaluation.metrics import Prediction


class FakeModel:
    """Takes everything for a klacht."""

    load_seconds, megabytes = 1.0, 100.0

    def __init__(self, file: Path) -> None:
        self.file = file

    def read(self, texts) -> list[Prediction]:
        return [Prediction("klacht", "klacht", 0.9, milliseconds=2.0) for _ in texts]


@pytest.fixture
def run(tmp_path: Path, monkeypatch, capsys):
    """Evaluate three messages with the floors that are given; return exit code, words and figures."""
    row = {"text": "x", "label": "klacht", "route": "klacht"}
    (tmp_path / "held_out.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "typos.yml").write_text(
        "capability: typos\ncases: [{base: x, variants: [y], from: klacht, to: melding}]\n", encoding="utf-8"
    )
    monkeypatch.setattr(evaluate, "ROOT", tmp_path)
    monkeypatch.setattr(evaluate, "BEHAVIOUR", tmp_path)
    monkeypatch.setattr(evaluate, "LoadedModel", FakeModel)
    monkeypatch.setattr(evaluate, "configure_logging", lambda: None)

    def evaluated(floors: dict) -> tuple[int, str, dict]:
        sets = {"held_out": "held_out.jsonl", "outside": "elsewhere.jsonl"}
        plan = {"sets": sets, "scores_only": ["outside"], "floors": floors}
        monkeypatch.setattr(evaluate, "read_plan", lambda: plan)
        monkeypatch.setattr(sys, "argv", ["evaluate", "--model", "m", "--output", str(tmp_path)])
        code = evaluate.main()
        return code, capsys.readouterr().out, json.loads((tmp_path / "report.json").read_text())

    return evaluated


def test_floors_that_hold_pass(run) -> None:
    code, said, _ = run({"held_out": {"klacht_recall": 1.0}, "behaviour": {"typos": 0.5}})

    assert code == 0
    assert "Every floor holds." in said


@pytest.mark.parametrize(
    ("floors", "sentence"),
    [
        (
            {"held_out": {"calibration_error_at_most": 0.05}},
            "held_out: calibration_error is 0.1000, which is 0.0500 above its ceiling of 0.0500.",
        ),
        (
            {"behaviour": {"typos": 0.9}},
            "behaviour: typos is 0.5000, which is 0.4000 below its floor of 0.9000.",
        ),
    ],
    ids=["set", "slice"],
)
def test_broken_floor_fails_and_says_which_and_by_how_much(run, floors: dict, sentence: str) -> None:
    code, said, figures = run(floors)

    assert code == 1
    assert f"FLOOR BROKEN  {sentence}" in said
    assert figures["broken"] == [sentence]


def test_set_that_is_not_here_is_named_and_breaks_nothing(run) -> None:
    code, said, figures = run({"outside": {"route_accuracy": 1.0}})

    assert code == 0
    assert "outside: not here, not measured" in said
    assert figures["missing"] == ["outside"]


def test_no_model_is_one_sentence(run, tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluate"])

    assert evaluate.main() == 1
    assert capsys.readouterr().err.startswith("evaluate: ")
