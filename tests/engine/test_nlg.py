"""Filling responses: with the values that belong in them, whatever a citizen wrote."""

import pytest
from rasa.shared.core.trackers import DialogueStateTracker

from engine.nlg import MunicipalNlg, filled, in_words

HOSTILE = [
    pytest.param("{naam} {0} {0[naam]} {naam.__class__}", id="looks like a template"),
    pytest.param("kamer 10[b]", id="looks like a filled place"),
    pytest.param("{", id="open brace"),
    pytest.param("%s %(naam)s ${naam} {{naam}}", id="other template languages"),
    pytest.param("{loop}" * 1_000, id="many places"),
]


@pytest.mark.parametrize("words", HOSTILE)
async def test_nlg_says_the_citizens_words_as_they_are(words):
    nlg = MunicipalNlg({"naam": "gemeente Almere"})
    nlg.responses = {"utter_changed": [{"text": "Voor {naam}: {value}."}]}
    tracker = DialogueStateTracker("one", [])

    said = await nlg.generate("utter_changed", tracker, "klachtbalie", value=words)

    assert said["text"] == f"Voor gemeente Almere: {words}."


def test_filled_reaches_links_and_leaves_unknown_names_alone():
    template = {"text": "{onbekend}", "custom": {"links": [{"title": "Formulier", "url": "{adres}"}]}}

    assert filled(template, {"adres": "https://example.nl"}) == {
        "text": "{onbekend}",
        "custom": {"links": [{"title": "Formulier", "url": "https://example.nl"}]},
    }


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (1, "1 seconde"),
        (45, "45 seconden"),
        (60, "1 minuut"),
        (90, "1 minuut en 30 seconden"),
        (900, "15 minuten"),
        (3600, "1 uur"),
        (7261, "2 uur, 1 minuut en 1 seconde"),
        (86_400, "24 uur"),
    ],
)
def test_time_is_said_as_people_say_it(seconds, expected):
    assert in_words(seconds) == expected
