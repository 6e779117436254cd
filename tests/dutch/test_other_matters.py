"""Another matter in a complaint, by its plain words."""

import pytest

from bot.dutch.other_matters import names_fine, names_uncollected_waste


@pytest.mark.parametrize(
    "text",
    [
        "een parkeerboete",
        "een bon van 90 euro",
        "de naheffingsaanslag",
        "een onterechte boete",
        "die boete is niet terecht",
        "is die boete wel terecht?",
        "die bon betaal ik niet",
        "die boete heb ik niet verdiend",
    ],
)
def test_fine_is_named(text: str) -> None:
    assert names_fine(text)


@pytest.mark.parametrize("text", ["mijn bezwaar tegen de boete", "een bot antwoord", "dreigt met een boete"])
def test_no_fine_is_named_or_the_objection_was_made(text: str) -> None:
    assert not names_fine(text)


@pytest.mark.parametrize(
    "text",
    [
        "de boete betaal ik wel, maar hij schold",
        "de bon was terecht, zijn toon niet",
        "een terechte bekeuring",
        "die boete had ik verdiend",
        "de naheffing ga ik gewoon betalen",
    ],
)
def test_fine_that_is_accepted_is_no_other_matter(text: str) -> None:
    assert not names_fine(text)


@pytest.mark.parametrize(
    "text", ["mijn container is al weken niet geleegd", "het grofvuil werd weer niet opgehaald en zij lachte"]
)
def test_uncollected_waste_is_named(text: str) -> None:
    assert names_uncollected_waste(text)


@pytest.mark.parametrize(
    "text", ["de vuilnisman schold", "mijn container is geleegd", "de man van het afval"]
)
def test_waste_that_is_no_matter_of_its_own(text: str) -> None:
    assert not names_uncollected_waste(text)
