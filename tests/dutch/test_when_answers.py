"""Answers to "wanneer is het gebeurd?", by kind; today is Friday 20 November 2026."""

from datetime import date

import pytest

from bot.dutch.when import read_when

TODAY = date(2026, 11, 20)


def read_span(text: str) -> str:
    """Read an answer as "first" or "first/last" in ISO dates, or as its problem."""
    when = read_when(text, TODAY)
    if when.problem:
        return when.problem
    return str(when.first) if when.first == when.last else f"{when.first}/{when.last}"


def table(text: str) -> pytest.MarkDecorator:
    """Turn lines of "answer = reading" into cases named after the answer."""
    cases = [tuple(map(str.strip, line.split("="))) for line in text.strip().splitlines()]
    return pytest.mark.parametrize(("answer", "expected"), cases, ids=[answer for answer, _ in cases])


@table("""
    5 november = 2026-11-05
    drie november = 2026-11-03
    5 nov = 2026-11-05
    5 nov. = 2026-11-05
    12 maart jl. = 2026-03-12
    9 december = 2025-12-09
    21 november = 2025-11-21
    20 november = 2026-11-20
    29 februari = 2024-02-29
    1 maart '25 = 2025-03-01
    5/11 = 2026-11-05
    3-11 = 2026-11-03
    03.11.26 = 2026-11-03
    05-11-2026 = 2026-11-05
    2026-11-03 = 2026-11-03
    3 - 11 - 2026 = 2026-11-03
    di. 3/11 = 2026-11-03
    2026 november 3 = 2026-11-03
    mon 2 november 2026 = 2026-11-02
    dinsdag 3 november = 2026-11-03
    ma 2 nov. = 2026-11-02
    maandag de 2e = 2026-11-02
    vrijdag de 13e = 2026-11-13
    de derde = 2026-11-03
    de 25e = 2026-10-25
    de eerste van de maand = 2026-11-01
    het was op donderdag 12 november jl. = 2026-11-12
""")
def test_read_when_takes_the_latest_named_day(answer: str, expected: str) -> None:
    assert read_span(answer) == expected


@table("""
    vandaag = 2026-11-20
    gisteren = 2026-11-19
    eergisteren = 2026-11-18
    vanochtend = 2026-11-20
    gisteravond = 2026-11-19
    vannacht = 2026-11-19/2026-11-20
    vannacht om 3 uur = 2026-11-20
    vannacht om half 12 = 2026-11-19
    maandag = 2026-11-16
    vrijdag = 2026-11-13
    afgelopen woensdag = 2026-11-18
    deze week dinsdag = 2026-11-17
    vorige week dinsdag = 2026-11-10
    dinsdag vorige week = 2026-11-10
    vorige week zondag = 2026-11-15
    2 weken terug op woensdag = 2026-11-04
    drie weken geleden op maandag = 2026-10-26
    gisteren een week geleden = 2026-11-12
    vorige maand de 12e = 2026-10-12
    de 1e van vorige maand = 2026-10-01
    vorig jaar op 1 januari = 2025-01-01
    10 dagen geleden = 2026-11-10
    vorige week = 2026-11-09/2026-11-15
    deze week = 2026-11-16/2026-11-20
    afgelopen weekend = 2026-11-14/2026-11-15
    vorige maand = 2026-10-01/2026-10-31
    deze maand = 2026-11-01/2026-11-20
    vorig jaar = 2025-01-01/2025-12-31
    afgelopen drie weken = 2026-10-30/2026-11-20
""")
def test_read_when_counts_from_today(answer: str, expected: str) -> None:
    assert read_span(answer) == expected


@table("""
    een week geleden = 2026-11-10/2026-11-16
    3 weken geleden = 2026-10-27/2026-11-02
    anderhalve week geleden = 2026-11-07/2026-11-13
    een paar dagen geleden = 2026-11-15/2026-11-18
    een dag of drie geleden = 2026-11-16/2026-11-18
    2 à 3 weken geleden = 2026-10-30/2026-11-06
    twee maanden terug = 2026-09-05/2026-10-05
    een half jaar terug = 2026-04-20/2026-06-19
    begin maart = 2026-03-01/2026-03-10
    half november = 2026-11-11/2026-11-20
    eind november = 2025-11-21/2025-11-30
    eind vorige maand = 2026-10-21/2026-10-31
    begin dit jaar = 2026-01-01/2026-03-31
    eind 2024 = 2024-10-01/2024-12-31
    ergens in oktober = 2026-10-01/2026-10-31
    november = 2026-11-01/2026-11-20
    maart vorig jaar = 2025-03-01/2025-03-31
    vorig jaar januari = 2025-01-01/2025-01-31
    in 2023 = 2023-01-01/2023-12-31
    afgelopen zomer = 2026-06-01/2026-08-31
    vorig jaar zomer = 2025-06-01/2025-08-31
    afgelopen winter = 2025-12-01/2026-02-28
    week 45 = 2026-11-02/2026-11-08
    de eerste week van maart = 2026-03-01/2026-03-07
    rond 5 november = 2026-11-02/2026-11-08
    het weekend van 7 en 8 november = 2026-11-07/2026-11-08
""")
def test_read_when_keeps_a_vague_answer_a_period(answer: str, expected: str) -> None:
    assert read_span(answer) == expected
    assert expected.endswith(("11-20", "11-08")) or read_when(answer, TODAY).approximate


@table("""
    van 3 tot 5 november = 2026-11-03/2026-11-05
    3 t/m 5 nov = 2026-11-03/2026-11-05
    3-5 november = 2026-11-03/2026-11-05
    tussen 1 en 5 maart = 2026-03-01/2026-03-05
    van maandag tot en met woensdag = 2026-11-16/2026-11-18
    van woensdag tot maandag = 2026-11-11/2026-11-16
    ma t/m wo = 2026-11-16/2026-11-18
    vorige week van maandag tot woensdag = 2026-11-09/2026-11-11
    van 28 oktober tot 3 november = 2026-10-28/2026-11-03
    28 december tot 3 januari = 2025-12-28/2026-01-03
    tussen half augustus en begin september = 2026-08-11/2026-09-10
    3 en 5 november = 2026-11-03/2026-11-05
    3, 4 en 5 november = 2026-11-03/2026-11-05
    3 november en 10 november = 2026-11-03/2026-11-10
    maandag of dinsdag = 2026-11-16/2026-11-17
    dinsdag of woensdag vorige week = 2026-11-10/2026-11-11
    in de nacht van 3 op 4 november = 2026-11-03/2026-11-04
""")
def test_read_when_spans_two_dates(answer: str, expected: str) -> None:
    assert read_span(answer) == expected


@table("""
    sinds 2019 = 2019-01-01
    sinds half september = 2026-09-11
    al drie maanden = 2026-08-20
    het speelt al drie weken = 2026-10-30
    sinds een paar weken = 2026-10-30
    al sinds vorige week = 2026-11-09
    vanaf vorige week dinsdag = 2026-11-10
    van maart tot nu = 2026-03-01
    vanaf 3 november tot vandaag = 2026-11-03
""")
def test_read_when_lets_what_goes_on_last_until_today(answer: str, expected: str) -> None:
    when = read_when(answer, TODAY)

    assert (str(when.first), when.last, when.ongoing) == (expected, TODAY, True)


@table("""
    in de meivakantie = 2026-04-25/2026-05-03
    in de zomervakantie = 2026-07-04/2026-08-30
    de kerstvakantie = 2025-12-20/2026-01-04
    voorjaarsvakantie 2025 = 2025-02-15/2025-03-02
    met Pasen = 2026-04-05/2026-04-06
    tweede paasdag = 2026-04-06
    hemelvaartsdag = 2026-05-14
    pinksteren = 2026-05-24/2026-05-25
    koningsdag = 2026-04-27
    koningsdag vorig jaar = 2025-04-26
    sinterklaas = 2025-12-05
    kerst = 2025-12-25/2025-12-26
    rond kerst = 2025-12-22/2025-12-29
    oud en nieuw = 2025-12-31/2026-01-01
    tussen kerst en oud en nieuw = 2025-12-25/2026-01-01
    moederdag = 2026-05-10
    de dag na koningsdag = 2026-04-28
    zomervakantie 2019 = unclear
""")
def test_read_when_knows_the_holidays(answer: str, expected: str) -> None:
    assert read_span(answer) == expected


@table("""
    dindag 3 november = 2026-11-03
    3 novmber 2026 = 2026-11-03
    3 otkober = 2026-10-03
    14 feburari = 2026-02-14
    giseren = 2026-11-19
    woesndag = 2026-11-18
    afgelope dinsdag = 2026-11-17
    vorge week = 2026-11-09/2026-11-15
    2 weeken terug = 2026-11-03/2026-11-09
""")
def test_read_when_bears_typing_errors(answer: str, expected: str) -> None:
    assert read_span(answer) == expected


@table("""
    yesterday = 2026-11-19
    the day before yesterday = 2026-11-18
    last Tuesday, 17 November = 2026-11-17
    on november 3rd = 2026-11-03
    two weeks ago = 2026-11-03/2026-11-09
    from monday to wednesday = 2026-11-16/2026-11-18
    in the summer of 2025 = 2025-06-01/2025-08-31
    i don't remember = unknown
""")
def test_read_when_reads_simple_english(answer: str, expected: str) -> None:
    assert read_span(answer) == expected


@table("""
    half juni, de 16e geloof ik = 2026-06-16
    midden oktober zoiets = 2026-10-11/2026-10-20
    ik denk dat het dinsdag was = 2026-11-17
    volgens mij ergens eind september = 2026-09-21/2026-09-30
    weet ik niet meer precies, ergens in maart = 2026-03-01/2026-03-31
    eind oktober, de 28e of 29e = 2026-10-28/2026-10-29
    eind oktober, begin november = 2026-10-21/2026-11-10
    eind oktober / begin november = 2026-10-21/2026-11-10
    eind december begin januari = 2025-12-21/2026-01-10
    vorig jaar rond deze tijd = 2025-11-05/2025-12-05
    een jaar geleden rond deze tijd = 2025-11-05/2025-12-05
    vorige maant = 2026-10-01/2026-10-31
    in de zomervakantie = 2026-07-04/2026-08-30
""")
def test_read_when_marks_doubt(answer: str, expected: str) -> None:
    assert read_span(answer) == expected
    assert read_when(answer, TODAY).approximate


def test_read_when_finds_the_date_in_a_sentence() -> None:
    answer = "dat was op 3 november toen ik met mijn dochter van 5 bij de balie stond"

    assert read_span(answer) == "2026-11-03"


@table("""
    30 februari = unclear
    29 februari 2025 = unclear
    32/12/2025 = unclear
    11-17-2026 = unclear
    dinsdag 9 november = unclear
    maandag 10 november = unclear
    dinsdag 9 november vorig jaar = unclear
    gisteren, 3 november = unclear
    dinsdag in maart = unclear
    op een dinsdag = unclear
    niet op 3 november maar de dag erna = unclear
    1315 AB = unclear
    3 november anno 2025 = unclear
    maart 24 = unclear
    een tijdje terug = unclear
    onlangs = unclear
    drie weken = unclear
    begin oktober, eind november = unclear
    volgende week woensdag = future
    woensdag volgende week = future
    morgen = future
    morgenochtend = future
    over twee weken = future
    5 december 2026 = future
    de 25e van deze maand = future
    eind deze maand = future
    dit weekend = future
    geen idee = unknown
    weet ik niet meer = unknown
    ben ik vergeten = unknown
    zie hierboven = incomplete
    dat zei ik net = incomplete
    hallo = incomplete
    ? = incomplete
""")
def test_read_when_asks_rather_than_guesses(answer: str, expected: str) -> None:
    assert read_span(answer) == expected


def test_read_when_keeps_the_own_words() -> None:
    assert read_when("  Half juni, de 16e geloof ik ", TODAY).text == "  Half juni, de 16e geloof ik "
