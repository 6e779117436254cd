"""What happens again and again: its last time is the date; today is Friday 20 November 2026."""

from datetime import date

import pytest

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
        "elke maandag en donderdag",
        "elke maandag, woensdag en vrijdag",
        "elke dinsdag of woensdag",
        "elke week op maandag",
        "om de week op woensdag",
        "meestal op vrijdagavond",
        "elke maand op de 15e",
        "elke maand eind van de maand",
        "elke dag van maandag tot vrijdag",
        "iedere 5 december",
        "elke 27 april",
        "elke eerste maandag van november",
        "elke 2 weken",
        "2 a 3 keer per week",
        "meerdere keren per week",
        "eens per maand",
        "1x in de 3 weken",
        "voor de 3e keer",
        "geen vast moment",
        "af en toe",
        "al geruime tijd",
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
        ("in oktober drie keer", "2026-10-01", "2026-10-31"),
        ("een paar keer, laatst gisteren", "2026-11-19", "2026-11-19"),
        ("elke 2 weken, gisteren weer", "2026-11-19", "2026-11-19"),
        ("gisteren voor de derde keer", "2026-11-19", "2026-11-19"),
        ("de laatste was gisteren", "2026-11-19", "2026-11-19"),
        ("laatst op dinsdag", "2026-11-17", "2026-11-17"),
        ("twee keer, gisteren en eergisteren", "2026-11-18", "2026-11-19"),
        ("twee keer: 3 en 10 november", "2026-11-03", "2026-11-10"),
        ("vorige week dinsdag, maar het is elke week raak", "2026-11-10", "2026-11-10"),
        ("het is elke week raak, gisteren ook weer", "2026-11-19", "2026-11-19"),
        ("elke keer als ik bel word ik afgescheept, gisteren weer", "2026-11-19", "2026-11-19"),
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


@pytest.mark.parametrize(
    ("answer", "time"),
    [
        ("elke maandag om 7 uur, laatst op 16 november", "07:00"),
        ("elke avond om 8 uur, gisteren ook", "20:00"),
        ("elke nacht om 3 uur", "03:00"),
        ("elke ochtend om 6 uur", "06:00"),
        ("om de twee weken, gisteren weer", None),
    ],
)
def test_hour_of_what_happens_again_is_kept(answer: str, time: str | None) -> None:
    assert read_when(answer, TODAY).time == time


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("elke week, volgende week weer", "future"),
        ("elke dinsdag behalve vorige week", "unclear"),
        ("elke keer op 31 september", "unclear"),
        ("drie weken", "unclear"),
        ("weet ik niet meer", "unknown"),
        ("geen idee, ik vergeet altijd alles", "unknown"),
        ("weet niet meer wanneer maar 1 keer", "unknown"),
        ("1 keer", "unclear"),
        ("in elk geval overdag", "incomplete"),
        ("alle medewerkers waren onbeschoft", "incomplete"),
        ("ik heb nog steeds niks gehoord", "incomplete"),
        ("ik moest heel lang wachten", "incomplete"),
        ("dat heb ik al een paar keer gezegd", "incomplete"),
        ("ik wacht al weken op antwoord", "unclear"),
        ("laatst bij de balie", "unclear"),
        ("elke week, de eerste keer was in maart", "unclear"),
    ],
)
def test_no_date_is_guessed(answer: str, problem: str) -> None:
    assert read_when(answer, TODAY).problem == problem
