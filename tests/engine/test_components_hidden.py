"""What would go to another desk is asked about when a part of it, read alone, is clearly a klacht."""

import pytest

from engine.components.decision import Decision
from engine.components.hidden import hides_klacht
from engine.components.reading import Reading, parts

CHANCES = {
    "die boete klopt niet": 0.01,
    "hij schold mij uit": 0.97,
    "hij keek raar": 0.5,
}


def chances(text: str) -> list[float]:
    """Return the chance of a klacht of each part of *text*."""
    plain = [part.text.lower().removeprefix("en ").strip(" .") for part in parts(Reading(text))]
    return [CHANCES[part] for part in plain]


def decided(intent: str, klacht: float) -> Decision:
    return Decision(intent, 0.9, ((intent, 0.9), ("klacht", klacht)))


@pytest.mark.parametrize(
    ("text", "decision", "hides"),
    [
        ("Die boete klopt niet en hij schold mij uit", decided("bezwaar", 0.1), True),
        ("Hij schold mij uit. Die boete klopt niet.", decided("bezwaar", 0.1), True),
        ("Die boete klopt niet en hij keek raar", decided("bezwaar", 0.1), False),
        ("Die boete klopt niet en hij schold mij uit", decided("bezwaar", 0.01), False),
        ("Die boete klopt niet en hij schold mij uit", decided("groet", 0.1), False),
        ("Die boete klopt niet", decided("bezwaar", 0.1), False),
    ],
    ids=["clause", "sentence", "no-clear-part", "hardly-any-chance", "nobody-sent-away", "one-part"],
)
def test_hides_klacht(text: str, decision: Decision, hides: bool) -> None:
    assert hides_klacht(decision, chances(text)) is hides


def test_hides_klacht_leaves_a_klacht_alone() -> None:
    klacht = Decision("klacht", 0.9, (("klacht", 0.9), ("bezwaar", 0.1)))

    assert not hides_klacht(klacht, chances("Die boete klopt niet en hij schold mij uit"))
