"""Reading where, or by which channel, the conduct took place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dutch.places import find_place, read_place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Dat was  aan de balie.", "aan de balie", id="lead-in"),
        pytest.param("het gebeurde op het wijkkantoor", "op het wijkkantoor", id="it-happened"),
        pytest.param("via de mail", "per e-mail", id="mail"),
        pytest.param("via de mail van mevrouw Bos", "via de mail van mevrouw Bos", id="mail-with-more"),
        pytest.param("thuis", "thuis", id="home"),
        pytest.param("hoek Kadestraat / Zonnestraal", "hoek Kadestraat / Zonnestraal", id="corner"),
        pytest.param(" ... ", "", id="nothing"),
    ],
)
def test_read_place_tidies_but_keeps_the_words(text, expected):
    assert expected == read_place(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gisteren werd ik aan de balie in het stadhuis afgesnauwd.", "aan de balie in het stadhuis"),
        ("Een medewerker behandelde mij telefonisch onbeschoft.", "telefonisch"),
        ("Aan de telefoon hing de medewerker zomaar op.", "Aan de telefoon"),
        ("De ambtenaar was onbeleefd op het stadhuis.", "op het stadhuis"),
        ("Een handhaver schold mij uit op de markt in Almere Haven.", "op de markt in Almere Haven"),
        ("In de Stadhuispromenade heeft een boa mij geduwd.", "In de Stadhuispromenade"),
        ("Zij kwam bij mij thuis en lachte mij uit.", "bij mij thuis"),
        ("Tijdens een huisbezoek werd ik beledigd.", "Tijdens een huisbezoek"),
        ("De medewerker heeft mij per brief beledigd.", "per brief"),
        ("The employee was rude to me at the city hall.", "at the city hall"),
    ],
)
def test_find_place_finds_where_somebody_behaved_so(text, expected):
    assert expected == find_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "De lamp op de Kadestraat is stuk.",
        "Ik wil graag per mail antwoord.",
        "Ik heb telefonisch gemeld dat de container vol is.",
        "Ik moet naar de balie in het stadhuis komen.",
        "Ik ben niet aan de balie geweest.",
        "Op het stadhuis werd ik onbeleefd behandeld. Later aan de telefoon ook.",
        "De baliemedewerker was onbeleefd.",
        "",
    ],
)
def test_find_place_leaves_doubt_to_the_question(text):
    assert find_place(text) is None


@settings(deadline=None)
@given(st.text(max_size=10_000))
def test_places_survive_any_text(text):
    """What comes out stood in the text."""
    place = find_place(text)

    assert place is None or place in text
    assert len(read_place(text)) <= len(text) + len("per e-mail")


@pytest.mark.parametrize(
    "unit",
    ["a", " ", "\n", "hij zei aan de balie en aan de telefoon ", "op de markt in A", "schold"],
)
def test_find_place_comes_back_from_repetitive_text(unit):
    """A pattern that backtracks without end would hang here."""
    assert find_place((unit * 10_000)[:10_000]) is None
