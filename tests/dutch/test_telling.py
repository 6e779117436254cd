"""A text that tells something, and the short answers that are none."""

import pytest

from bot.dutch.telling import tells


@pytest.mark.parametrize(
    "text",
    [
        "ze zei ook dat ik dom was",
        "Ik kreeg toen ook nog te horen dat ik niet meer terug mocht komen",
        "en toen ik belde hing die mevrouw gewoon op",
        "hij heeft mij uitgescholden",
        "ik werd ook nog geduwd",
        "hij wilde zijn naam niet geven",
        "ze gooide de deur dicht",
        "ze was erg onbeleefd",
        "de mevrouw zei dat ze geen tijd had",
        "I was there and she laughed at me",
    ],
)
def test_what_somebody_did_is_told(text: str) -> None:
    assert tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik weet niet hoe hij heet",
        "hij heette Karel volgens mij",
        "ik heb met mevrouw Jansen gesproken",
        "ze werkte bij de balie",
        "bij de bushalte tegenover het oude postkantoor",
        "ik heb zijn naam niet",
        "de man die bij de slagboom stond",
        "ik was bij de balie van het stadhuis",
        "het gebeurde bij mij thuis",
        "nee het was eergisteren",
        "het ging over een medewerker van burgerzaken",
        "toen ik belde met de gemeente",
        "ik heet Jan de Wit",
        "dat heb ik niet",
        "hij lachte",
    ],
)
def test_where_or_who_it_was_is_not_told(text: str) -> None:
    assert not tells(text)
