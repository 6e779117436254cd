"""Which model is live, and when it does not fit."""

import json
import shutil

import pytest

from engine import models
from engine.models import LiveModel, data_fingerprint, make_live, model_to_load, read_live_model
from engine.settings import ROOT, StartupError


@pytest.fixture
def folder(tmp_path):
    """A folder with a live model that fits."""
    (tmp_path / "one.tar.gz").touch()
    make_live(tmp_path, LiveModel("one.tar.gz", "data", models.spacy_fingerprint()))
    return tmp_path


def test_live_model_is_loaded(folder):
    assert model_to_load(folder) == folder / "one.tar.gz"


def test_next_model_takes_over(folder):
    (folder / "two.tar.gz").touch()

    make_live(folder, LiveModel("two.tar.gz", "data", models.spacy_fingerprint()))

    assert model_to_load(folder).name == "two.tar.gz"
    assert sorted(file.name for file in folder.iterdir()) == ["current.json", "one.tar.gz", "two.tar.gz"]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        pytest.param(lambda folder: (folder / "current.json").unlink(), "no trained model", id="no pointer"),
        pytest.param(lambda folder: (folder / "one.tar.gz").unlink(), "no trained model", id="no file"),
        pytest.param(
            lambda folder: (folder / "current.json").write_text("{"), "cannot be read", id="broken pointer"
        ),
        pytest.param(
            lambda folder: (folder / "current.json").write_text("[1]"), "cannot be read", id="other content"
        ),
        pytest.param(
            lambda folder: make_live(folder, LiveModel("one.tar.gz", "data", "3.4.0 elsewhere")),
            "trained with another nl_core_news_sm",
            id="other Dutch package",
        ),
    ],
)
def test_model_that_does_not_fit_is_one_sentence_with_the_cure(folder, spoil, sentence):
    spoil(folder)

    with pytest.raises(StartupError) as error:
        model_to_load(folder)

    assert sentence in str(error.value)
    assert "'make train'" in str(error.value)


def test_nothing_trained_yet_is_no_model(tmp_path):
    assert read_live_model(tmp_path) is None


def test_pointer_is_readable_by_people(folder):
    assert json.loads((folder / "current.json").read_text())["file"] == "one.tar.gz"


def test_missing_dutch_package_is_one_sentence(monkeypatch):
    monkeypatch.setattr(models, "SPACY_PACKAGE", "nl_core_news_xl")

    with pytest.raises(StartupError, match=r"nl_core_news_xl is not installed\. Run 'make setup'\."):
        models.spacy_fingerprint()


@pytest.mark.parametrize(
    "changed", ["config.yml", "domain.yml", "data/nlu/groet.yml", "engine/components/x.py"]
)
def test_fingerprint_changes_with_every_input(tmp_path, changed):
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "engine" / "components").mkdir(parents=True)
    (tmp_path / "engine" / "components" / "x.py").write_text("1")
    before = data_fingerprint(tmp_path)

    (tmp_path / changed).write_text((tmp_path / changed).read_text() + "\n")

    assert data_fingerprint(tmp_path) != before


def test_fingerprint_stays_when_nothing_changes():
    assert data_fingerprint() == data_fingerprint()
