"""What happens again and again: its last time is the date; today is Friday 20 November 2026."""

from datetime import date

import pytest

from bot.dutch.calendar_words import canonical
from bot.dutch.recurring import last_time
from bot.dutch.when import read_when

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "answer",
    [
        "elke week",
        "iedere dinsdag",
        "elke eerste maandag van de maand",
        "alle dagen",
        "om de week",
        "om de twee weken",
        "twee keer per maand",
        "vijf keer al",
        "al vier keer achter elkaar",
        "meerdere keren",
        "een paar keer",
        "al jaren",
        "al maandenlang",
        "het hele jaar",
        "de afgelopen weken",
        "dagelijks",
        "altijd",
        "steeds weer",
        "heel vaak",
        "structureel",
        "week in week uit",
        "het is niet één moment, het gebeurt steeds",
        "geen vaste datum",
        "ELKE WEEK!!",
        "elke keer als ik bel",
    ],
)
def test_how_often_is_no_date_yet(answer: str) -> None:
    when = read_when(answer, TODAY)

    assert (when.problem, when.first) == ("recurring", None)


@pytest.mark.parametrize(
    ("answer", "first", "last"),
    [
        ("elke week, de laatste keer afgelopen dinsdag", "2026-11-17", "2026-11-17"),
        ("de laatste keer was gisteren", "2026-11-19", "2026-11-19"),
        ("voor het laatst op 12 november", "2026-11-12", "2026-11-12"),
        ("laatst nog vorige week", "2026-11-09", "2026-11-15"),
        ("iedere winter, vooral vorige week", "2026-11-09", "2026-11-15"),
        ("elke woensdag, ook gisteren", "2026-11-19", "2026-11-19"),
        ("elke keer, vanmorgen weer", "2026-11-20", "2026-11-20"),
        ("vanochtend, maar het gebeurt elke week", "2026-11-20", "2026-11-20"),
        ("meerdere keren, de laatste keer op 3 november", "2026-11-03", "2026-11-03"),
        ("wekelijks, meest recent 17 november", "2026-11-17", "2026-11-17"),
        ("om de twee weken, laatst maandag", "2026-11-16", "2026-11-16"),
        ("verschillende keren in oktober", "2026-10-01", "2026-10-31"),
    ],
)
def test_last_time_is_the_date(answer: str, first: str, last: str) -> None:
    when = read_when(answer, TODAY)

    assert (str(when.first), str(when.last), when.ongoing) == (first, last, False)
    assert when.text == answer


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        ("bijna elke week sinds januari", "2026-01-01"),
        ("vanaf maart elke maand", "2026-03-01"),
        ("al vijf weken achter elkaar", "2026-10-16"),
    ],
)
def test_what_began_and_goes_on_lasts_until_now(answer: str, first: str) -> None:
    when = read_when(answer, TODAY)

    assert (str(when.first), when.last, when.ongoing) == (first, TODAY, True)


def test_hour_of_what_happens_every_week_is_kept() -> None:
    assert read_when("elke maandag om 7 uur, laatst op 16 november", TODAY).time == "07:00"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("elke week, volgende week weer", "future"),
        ("elke dinsdag behalve vorige week", "unclear"),
        ("elke keer op 31 september", "unclear"),
        ("drie weken", "unclear"),
        ("weet ik niet meer", "unknown"),
    ],
)
def test_no_date_is_guessed(answer: str, problem: str) -> None:
    assert read_when(answer, TODAY).problem == problem


@pytest.mark.parametrize(
    "answer", ["gisteren", "laatste drie maanden", "afgelopen week", "twee weken geleden"]
)
def test_last_time_of_what_happened_once(answer: str) -> None:
    assert last_time(canonical(answer)) is None
