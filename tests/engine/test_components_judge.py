"""A message is judged as a whole, by its parts, and by what is told beside a name and an address."""

import numpy as np
import pytest

from engine.components.decision import UNSURE
from engine.components.judge import Judge
from engine.components.reading import Reading

INTENTS = ["bezwaar", "informeren", "klacht"]
# The chances of the intents, in that order.
CHANCES = {
    "Ik ben Anna, Kerkweg 7.": (0.0, 1.0, 0.0),
    "Ik ben Anna": (0.0, 1.0, 0.0),
    "Kerkweg 7.": (0.0, 1.0, 0.0),
    "Hij schold mij uit.": (0.0, 0.1, 0.9),
    "Ik ben Anna, Kerkweg 7. Hij schold mij uit.": (0.0, 0.8, 0.2),
    "Hij keek raar.": (0.0, 0.3, 0.7),
    "Ik ben Anna, Kerkweg 7. Hij keek raar.": (0.0, 0.8, 0.2),
    "Ik ben Anna, Kerkweg 7. 1354 AB Almere.": (0.0, 1.0, 0.0),
    "1354 AB Almere.": (0.0, 1.0, 0.0),
    "De boete klopt niet.": (0.9, 0.0, 0.1),
    "De boete klopt niet. Hij schold mij uit.": (0.95, 0.0, 0.05),
    "Ik ben Anna, Kerkweg 7. De boete klopt niet. Hij schold mij uit.": (0.1, 0.8, 0.1),
    "hjkl": (0.0, 0.0, 1.0),
}


class Features:
    """Describes a message by its place in CHANCES."""

    def describe(self, readings: list[Reading]) -> np.ndarray:
        return np.array([list(CHANCES).index(reading.text) for reading in readings])

    def knows(self, described: int) -> bool:
        return list(CHANCES)[described] != "hjkl"


class Model:
    intents = INTENTS
    features = Features()

    def chances(self, described: np.ndarray) -> np.ndarray:
        return np.array([list(CHANCES.values())[place] for place in described])


class Others:
    """Names one desk, and keeps what it was asked about."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def find(self, klacht: np.ndarray, pieces: np.ndarray) -> list[str]:
        self.asked.append((list(CHANCES)[klacht[0]], len(pieces)))
        return ["bezwaar"]


@pytest.fixture
def others() -> Others:
    return Others()


@pytest.fixture
def judge(others: Others) -> Judge:
    return Judge(Model(), others, asking=0.8)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Hij schold mij uit.", "klacht"),
        ("Ik ben Anna, Kerkweg 7.", "informeren"),
        ("Ik ben Anna, Kerkweg 7. Hij schold mij uit.", "klacht"),
        ("Ik ben Anna, Kerkweg 7. Hij keek raar.", "informeren"),
        ("Ik ben Anna, Kerkweg 7. 1354 AB Almere.", "informeren"),
        ("De boete klopt niet. Hij schold mij uit.", UNSURE),
        ("Ik ben Anna, Kerkweg 7. De boete klopt niet. Hij schold mij uit.", "informeren"),
        ("hjkl", UNSURE),
    ],
    ids=[
        "whole",
        "loose-answer",
        "story-beside-a-name",
        "unclear-beside-a-name",
        "two-loose-answers",
        "klacht-in-a-part",
        "doubt-beside-a-name",
        "no-known-word",
    ],
)
def test_judge_decides(judge: Judge, text: str, intent: str) -> None:
    assert judge.judge(Reading(text)).decision.intent == intent


def test_judge_looks_for_other_matters_in_what_is_told(judge: Judge, others: Others) -> None:
    """The name and the address are no part of it."""
    judgement = judge.judge(Reading("Ik ben Anna, Kerkweg 7. Hij schold mij uit."))

    assert judgement.others == ["bezwaar"]
    assert others.asked == [("Hij schold mij uit.", 0)]


def test_judge_looks_for_other_matters_only_in_a_klacht(judge: Judge, others: Others) -> None:
    assert judge.judge(Reading("De boete klopt niet.")).others == []
    assert others.asked == []
