"""What the model reads, in the words of the specification."""

import pytest

from engine.parsing import parsed, route_of


@pytest.mark.parametrize(
    ("intent", "route"),
    [
        ("klacht", "klacht"),
        ("melding_openbare_ruimte", "melding"),
        ("grofvuil", "bel_14036"),
        ("container_niet_geleegd", "bel_14036"),
        ("geluidsoverlast", "bel_14036"),
        ("onderwijs", "school"),
        ("bezwaar", "bezwaar"),
        ("vraag_termijn", "info"),
        ("al_behandeld", "info"),
        ("groet", "other"),
        ("nlu_fallback", "other"),
    ],
)
def test_route_of_each_kind_of_intent(intent, route):
    assert route_of(intent) == route


def test_parse_shows_what_was_read_and_no_more():
    read = {
        "intent": {"name": "klacht", "confidence": 0.98765432},
        "entities": [{"entity": "GPE", "value": "Almere", "start": 3, "end": 9, "extractor": "Spacy"}],
        "text_tokens": [(0, 2)],
    }

    assert parsed("In Almere", read) == {
        "text": "In Almere",
        "intent": "klacht",
        "confidence": 0.9877,
        "route": "klacht",
        "entities": [{"entity": "GPE", "value": "Almere", "start": 3, "end": 9}],
    }


def test_parse_of_nothing_is_a_fallback():
    assert parsed("", {"intent": {"name": None, "confidence": None}})["intent"] == "nlu_fallback"
