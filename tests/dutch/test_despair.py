"""Thoughts of suicide are heard, and little else is taken for one."""

import pytest

from bot.dutch.despair import speaks_of_suicide


@pytest.mark.parametrize(
    "text",
    [
        "ik wil een einde aan mijn leven maken",
        "Ik zie het niet meer zitten, ik maak er een eind aan",
        "ik wil niet meer leven",
        "ik wil gewoon dood",
        "door jullie denk ik aan zelfmoord",
        "ik pleeg zelfmoord als dit zo doorgaat",
        "ik ga mezelf iets aandoen",
        "straks doe ik mezelf wat aan",
        "I want to kill myself",
        "ik ben suïcidaal",
    ],
)
def test_despair_is_heard(text: str) -> None:
    assert speaks_of_suicide(text)


@pytest.mark.parametrize(
    "text",
    [
        "de gemeente moet een einde maken aan de overlast",
        "mijn zoon heeft zelfmoord gepleegd en de gemeente reageert niet",
        "hij zei dat hij mij dood wilde maken",
        "wanneer komt er een eind aan dit gedoe",
        "de ambtenaar maakt mij het leven zuur",
        "ik wil niet meer wachten",
        "ik heb mezelf moeten redden",
        "er ligt een dode vogel op straat",
        "ik ga met u in gesprek over mijn leven in Almere",
    ],
)
def test_other_words_are_no_despair(text: str) -> None:
    assert not speaks_of_suicide(text)
