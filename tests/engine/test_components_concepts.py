"""Concepts are found by word, by part of a word and by phrase, in order and nowhere else."""

from pathlib import Path

import pytest

from engine.components.concepts import Concepts, read_concepts
from engine.components.reading import words

FOLDER = Path(__file__).resolve().parents[2] / "data" / "begrippen"


@pytest.fixture
def concepts() -> Concepts:
    return Concepts(
        {
            "staff": ["ambtena*", "boa"],
            "silence": ["geen ~ antwoord", "hoor niets"],
            "street": ["*straat"],
        }
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De ambtenaren lachten", [(1, "staff")]),
        ("boaconstrictor", []),
        ("ik kreeg geen enkel fatsoenlijk antwoord", [(2, "silence")]),
        ("geen een twee drie vier vijf antwoord", []),
        ("in de Dorpsstraat hoor niets", [(2, "street"), (3, "silence")]),
    ],
    ids=["start", "whole-word-only", "gap", "gap-too-wide", "end-and-phrase"],
)
def test_concepts_find(concepts: Concepts, text: str, expected: list) -> None:
    assert expected == concepts.find(words(text))


@pytest.mark.parametrize("phrase", ["~ antwoord", "@"], ids=["gap-first", "no-word"])
def test_concepts_refuse_a_phrase_without_a_first_word(phrase: str) -> None:
    with pytest.raises(ValueError, match="silence"):
        Concepts({"silence": [phrase]})


def test_read_concepts_joins_broken_lines(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("begrippen:\n  silence: |\n    hoor\n    niets, stilte\n", "utf-8")

    assert read_concepts(tmp_path) == {"silence": ["hoor niets", "stilte"]}


def test_read_concepts_refuses_a_name_used_twice(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("begrippen:\n  silence: stil\n", "utf-8")

    with pytest.raises(ValueError, match="exists already"):
        read_concepts(tmp_path)


def test_the_shipped_concepts_can_all_be_read() -> None:
    shipped = read_concepts(FOLDER)

    assert Concepts(shipped).find(words("de consulent belooft terug te bellen"))
    assert not [name for name, phrases in shipped.items() if len(phrases) != len(set(phrases))]
