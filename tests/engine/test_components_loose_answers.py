"""Sentences that only say who and where somebody is are left out of a message that says more."""

import pytest

from engine.components.loose_answers import beside_loose_answers
from engine.components.reading import Reading

ALONE = {
    "Ik ben Anna, Kerkweg 7.": "informeren",
    "Gisteren schold hij mij uit.": "klacht",
    "De boete klopt niet.": "bezwaar",
}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Ik ben Anna, Kerkweg 7. Gisteren schold hij mij uit.", "Gisteren schold hij mij uit."),
        (
            "Gisteren schold hij mij uit. De boete klopt niet. Ik ben Anna, Kerkweg 7.",
            "Gisteren schold hij mij uit. De boete klopt niet.",
        ),
        ("Anna. Gisteren schold hij mij uit.", "Gisteren schold hij mij uit."),
    ],
    ids=["first", "last", "too-short-to-be-read-alone"],
)
def test_what_is_told_is_kept_in_its_order(text: str, rest: str) -> None:
    assert beside_loose_answers(Reading(text), ALONE) == Reading(rest)


@pytest.mark.parametrize(
    "text",
    ["Ik ben Anna, Kerkweg 7.", "Gisteren schold hij mij uit. De boete klopt niet.", ""],
    ids=["loose-answers-only", "no-loose-answer", "empty"],
)
def test_nothing_is_left_out(text: str) -> None:
    assert beside_loose_answers(Reading(text), ALONE) is None
