"""The date of the event in a longer story; today is Friday 20 November 2026."""

from datetime import date

import pytest

from bot.dutch.when import find_when

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("story", "first", "last", "words"),
    [
        ("Ik werd gisteren bij de balie afgesnauwd.", "2026-11-19", "2026-11-19", "gisteren"),
        ("Op 3 november nam niemand op.", "2026-11-03", "2026-11-03", "Op 3 november"),
        ("vorige week dinsdag was ik er", "2026-11-10", "2026-11-10", "vorige week dinsdag"),
        ("Dinsdag was ik bij de balie.", "2026-11-17", "2026-11-17", "Dinsdag"),
        ("Drie weken geleden vroeg ik iets aan.", "2026-10-27", "2026-11-02", "Drie weken geleden"),
        ("Afgelopen zomer is mijn fiets weg.", "2026-06-01", "2026-08-31", "Afgelopen zomer"),
        ("In maart belde ik.", "2026-03-01", "2026-03-31", "In maart"),
        ("Van 3 tot 5 november was het dicht.", "2026-11-03", "2026-11-05", "Van 3 tot 5 november"),
        ("Het gesprek van 3 november liep uit.", "2026-11-03", "2026-11-03", "van 3 november"),
        ("Yesterday I was at the desk.", "2026-11-19", "2026-11-19", "Yesterday"),
        ("Mei Ling was gisteren onbeleefd.", "2026-11-19", "2026-11-19", "gisteren"),
        ("Vorige week was ik er. Op dinsdag 10 november om precies te zijn.", "2026-11-10", "2026-11-10",
         "Op dinsdag 10 november"),
        ("Gisteren zei ze: kom volgende week dinsdag terug.", "2026-11-19", "2026-11-19", "Gisteren"),
        ("Uw brief van 3 november las ik, gisteren belde ik.", "2026-11-19", "2026-11-19", "gisteren"),
        ("In 2020 heb ik geklaagd. Gisteren ging het weer mis.", "2026-11-19", "2026-11-19", "Gisteren"),
        ("De boa sloeg mij zaterdag.", "2026-11-14", "2026-11-14", "zaterdag"),
        ("Ik heb 3 november 25 keer gebeld.", "2026-11-03", "2026-11-03", "3 november"),
    ],
)  # fmt: skip
def test_find_when_finds_the_event(story: str, first: str, last: str, words: str) -> None:
    when = find_when(story, TODAY)

    assert when is not None
    assert (str(when.first), str(when.last), when.text) == (first, last, words)


@pytest.mark.parametrize(
    "story",
    [
        "Ik moest drie weken wachten op een antwoord.",
        "Ik heb al drie keer gebeld.",
        "Ik kom al drie jaar bij dezelfde balie.",
        "Ik ben sinds 2019 ziek.",
        "In 2019 verhuisde ik naar Almere.",
        "Sinds mijn ongeluk in 2019 heeft hij mij gepest.",
        "Vanaf 1 december moet ik meer betalen.",
        "Ik verdiende in 2019 te weinig.",
        "Mijn zoon van 25 jaar woont op Stationsstraat 12, 1315 KR Almere.",
        "Ik kreeg een boete van 95 euro.",
        "Ik heb 2 kinderen van 3 en 5.",
        "Het dossier 2026-11-1234 is zoek.",
        "Ik woon hier sinds 2019.",
        "Ik moet voor 3 december betalen.",
        "Mijn paspoort is geldig tot 3 november 2028.",
        "Mijn afspraak is 3 december om 10 uur.",
        "De termijn liep af op 1 oktober.",
        "Ik ben op 12 mei 1980 geboren.",
        "Mijn dochter wordt 12 maart 18 jaar.",
        "Uw brief van 3 november heb ik gelezen.",
        "Op dinsdag is de balie dicht.",
        "Elke maandag staat er een auto.",
        "Ze zei dat ik maandag terug kon komen.",
        "Volgende week heb ik een afspraak.",
        "Ik heb tot vandaag niets gehoord.",
        "Dinsdag 9 november ben ik geweest.",
        "",
    ],
)
def test_find_when_leaves_other_numbers_and_dates_alone(story: str) -> None:
    assert find_when(story, TODAY) is None


@pytest.mark.parametrize(
    "story",
    [
        "Ik kreeg op 3 november een brief en op 10 november weer een.",
        "Ik heb op 3 en 5 november gebeld.",
        "In 2024 en 2025 ben ik genegeerd.",
        "Ik heb vandaag gebeld en gisteren ook al.",
    ],
)
def test_find_when_does_not_choose_between_two_dates(story: str) -> None:
    assert find_when(story, TODAY) is None


def test_find_when_takes_the_time_beside_the_date() -> None:
    when = find_when("Afgelopen maandag rond half 11 werd er geschreeuwd.", TODAY)

    assert when is not None
    assert (when.first, when.time) == (date(2026, 11, 16), "10:30")


def test_find_when_knows_what_goes_on() -> None:
    when = find_when("Sinds half september ligt er vuilnis voor mijn deur.", TODAY)

    assert when is not None
    assert (when.first, when.last, when.ongoing) == (date(2026, 9, 11), TODAY, True)


@pytest.mark.parametrize(
    ("story", "first"),
    [
        ("Twee jaar geleden begon het en het gaat nog steeds door.", "2024-11-20"),
        ("Op 3 november is het begonnen en het is nog niet voorbij.", "2026-11-03"),
        ("In maart 2024 schold hij mij uit en dat gaat maar door.", "2024-03-01"),
        ("In 2023 begon een medewerker mij te pesten en dat duurt nog altijd voort.", "2023-01-01"),
        ("Het is begonnen in 2023 en speelt nog steeds.", "2023-01-01"),
        ("Ik word sinds 2019 getreiterd door een medewerker.", "2019-01-01"),
        ("Sinds 3 jaar word ik genegeerd.", "2023-11-20"),
        ("Al drie jaar scheldt de buschauffeur mijn zoon uit.", "2023-11-20"),
        ("Al drie maanden ligt er afval.", "2026-08-20"),
        ("Ik wacht al 8 weken op antwoord.", "2026-09-25"),
        ("Al sinds de zomer van 2024 word ik genegeerd.", "2024-06-01"),
        ("Vanaf 1 januari 2025 krijg ik geen antwoord meer.", "2025-01-01"),
    ],
)
def test_find_when_leaves_open_what_has_not_ended(story: str, first: str) -> None:
    when = find_when(story, TODAY)

    assert when is not None
    assert (str(when.first), when.last, when.ongoing) == (first, TODAY, True)


@pytest.mark.parametrize(
    "story",
    [
        "Op 3 november belde ik en ik heb nog steeds geen antwoord.",
        "Op 3 november kwam hij langs en hij loopt zo door.",
        "Op 3 november ben ik begonnen met bellen en werd ik weggestuurd door de balie.",
    ],
)
def test_find_when_closes_what_was_over(story: str) -> None:
    when = find_when(story, TODAY)

    assert when is not None
    assert (when.first, when.ongoing) == (date(2026, 11, 3), False)


@pytest.mark.parametrize(
    ("story", "first", "last"),
    [
        ("In 2019 ben ik aan de balie uitgescholden.", "2019-01-01", "2019-12-31"),
        ("Van maart tot en met juni 2024 werd ik genegeerd.", "2024-03-01", "2024-06-30"),
    ],
)
def test_find_when_reads_a_year_and_a_stretch_of_months(story: str, first: str, last: str) -> None:
    when = find_when(story, TODAY)

    assert when is not None
    assert (str(when.first), str(when.last), when.ongoing) == (first, last, False)
