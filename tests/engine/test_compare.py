"""The comparison refuses what does not exist, gives all the same data and keeps what it found."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from engine import compare
from engine.settings import ROOT, StartupError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """The folder of the comparison, somewhere else."""
    monkeypatch.setattr(compare, "FOLDER", tmp_path)
    monkeypatch.setattr(compare, "DATA", tmp_path / "data")
    monkeypatch.setattr(compare, "comparison", lambda results: " ".join(results))
    monkeypatch.setattr(compare, "circumstances", lambda: "here")
    return tmp_path


def test_no_name_means_every_pipeline() -> None:
    assert compare.wanted_pipelines([]) == list(compare.PIPELINES)


def test_unknown_pipeline_is_one_sentence_with_the_names(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", ["compare", "ours", "stok"])

    assert compare.main() == 2
    assert capsys.readouterr().err == (
        "compare: there is no pipeline stok. "
        "The pipelines are: ours, sparse, sparse_spacy, lean_diet, stock.\n"
    )


def test_every_pipeline_has_a_configuration() -> None:
    for pipeline in compare.PIPELINES.values():
        assert yaml.safe_load(pipeline.config.read_text(encoding="utf-8"))["pipeline"]


def test_compare_trains_and_judges_each_in_a_process_of_its_own(folder: Path, monkeypatch) -> None:
    steps = []

    def run(step: str, name: str) -> None:
        steps.append((step, name))
        (folder / f"{name}.json").write_text(json.dumps({"name": name}))

    monkeypatch.setattr(compare, "_run", run)
    for name in ("sparse", "ours"):
        compare.write_configuration(name, None)

    assert compare.compare(["sparse", "ours"]) == "letters and words + LR ours\n\nhere"
    assert steps == [("train", "sparse"), ("judge", "sparse"), ("train", "ours"), ("judge", "ours")]
    assert json.loads((folder / "comparison.json").read_text()) == {
        "letters and words + LR": {"name": "sparse"},
        "ours": {"name": "ours"},
    }
    assert (folder / "comparison.md").read_text() == "letters and words + LR ours\n\nhere\n"


def test_all_learn_from_a_copy(folder: Path) -> None:
    (folder / "data" / "nlu").mkdir(parents=True)
    (folder / "data" / "nlu" / "old.yml").touch()

    compare.copy_data()

    original, copied = (
        {file.name for file in (each / "nlu").glob("*.yml")} for each in (ROOT / "data", folder / "data")
    )
    assert original == copied


@pytest.mark.parametrize(
    ("name", "epochs", "title"),
    [
        ("stock", None, "stock Rasa (DIET), 100 epochs"),
        ("stock", 10, "stock Rasa (DIET), 10 epochs"),
        ("sparse", 10, "letters and words + LR"),
    ],
    ids=["its own", "fewer", "has none"],
)
def test_table_tells_how_many_epochs(folder: Path, name: str, epochs: int | None, title: str) -> None:
    compare.write_configuration(name, epochs)

    assert compare.title(name) == title


def test_circumstances_count_the_examples(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(compare, "DATA", tmp_path)
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / "groet.yml").write_text(
        "nlu:\n- intent: groet\n  examples: |\n    - hoi\n    - dag\n"
    )

    assert compare.circumstances().startswith("2 examples, on ")


def test_a_step_that_fails_is_one_sentence_with_its_log(folder: Path, monkeypatch) -> None:
    failed = subprocess.CompletedProcess((), 1)
    monkeypatch.setattr(compare.subprocess, "run", lambda *_, **__: failed)

    compare.write_configuration("stock", None)

    with pytest.raises(StartupError, match=r"the pipeline stock could not train; see .*stock-train\.log"):
        compare.compare(["stock"])
