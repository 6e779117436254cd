"""A klacht with another matter in it names that matter too, and only when a part of it is clear."""

import numpy as np
import pytest

from engine.components.decision import Decision
from engine.components.mixed import other_matters
from engine.components.reading import Reading

INTENTS = ["klacht", "bezwaar", "container_niet_geleegd", "groet"]
CHANCES = {
    "mijn boete klopt niet": [0.02, 0.98, 0.0, 0.0],
    "de boete": [0.1, 0.9, 0.0, 0.0],
    "en hij schold mij uit": [1.0, 0.0, 0.0, 0.0],
    "bak vol": [0.01, 0.0, 0.99, 0.0],
    "goedemorgen allemaal": [0.0, 0.0, 0.0, 1.0],
}


class Scripted:
    """Gives each part the chances of CHANCES; what is not there is a klacht."""

    intents = INTENTS

    def chances(self, readings: list[Reading]) -> np.ndarray:
        return np.array(
            [
                CHANCES.get(reading.text.lower().strip("., "), CHANCES["en hij schold mij uit"])
                for reading in readings
            ]
        )


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Mijn boete klopt niet, en hij schold mij uit", ["bezwaar"]),
        ("Mijn boete klopt niet. Bak vol. En hij schold mij uit", ["container_niet_geleegd", "bezwaar"]),
        ("De boete, en hij schold mij uit", []),
        ("Goedemorgen allemaal. En hij schold mij uit", []),
        ("En hij schold mij uit", []),
    ],
    ids=["one", "two-the-likeliest-first", "not-clear", "no-desk", "one-part"],
)
def test_other_matters_of_a_klacht(text: str, others: list[str]) -> None:
    assert other_matters(Scripted(), text, Decision("klacht", 0.9, ())) == others


def test_other_matters_belong_to_a_klacht_only() -> None:
    text = "Mijn boete klopt niet, en hij schold mij uit"

    assert other_matters(Scripted(), text, Decision("bezwaar", 0.9, ())) == []
