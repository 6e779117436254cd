"""Which department or employee a story is about."""

import pytest

from bot.dutch.departments import find_about


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een medewerker van Vergunningen beloofde dat", "medewerker van Vergunningen"),
        ("de parkeerwachter schold", "parkeerwachter"),
        ("bij burgerzaken", "burgerzaken"),
        ("de mevrouw van de afdeling parkeren", "afdeling parkeren"),
        ("team handhaving kwam langs", "team handhaving"),
        ("een medewerker zei dat de afdeling vergunningen het deed", "afdeling vergunningen"),
        ("de wmo consulent deed kleinerend", "wmo consulent"),
        ("mijn klantmanager bij de sociale dienst", "klantmanager van sociale dienst"),
    ],
)
def test_find_about_names_department_or_role(text: str, expected: str) -> None:
    """Who it is about is taken in the words of the story."""
    assert find_about(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "een medewerker snauwde mij af",
        "de ambtenaar liep weg",
        "bij het loket snauwde ze mij af",
        "geweigerd bij het loket terwijl ik een afspraak had",
        "de afdeling reageerde niet",
        "het team dat langs kwam",
    ],
)
def test_find_about_leaves_what_tells_nothing_to_the_question(text: str) -> None:
    """ "Een medewerker" could be anybody, and a verb is no department."""
    assert find_about(text) is None
