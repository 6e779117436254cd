"""Names, places and dates, from one reading of the message."""

import pytest
import spacy
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.extractors.spacy_entity_extractor import SpacyEntityExtractor
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from engine.components.named_entities import NamedEntities

CONFIG = {"dimensions": ["PERSON", "GPE", "DATE"]}
TEXTS = (
    "Op 3 november sprak Anna de Vries mij aan in Almere.",
    "ik heb een klacht",
)


@pytest.fixture(scope="module")
def dutch():
    """The Dutch package."""
    return spacy.load("nl_core_news_sm")


def said(text, doc):
    """Return a message that spaCy has read."""
    return Message(data={TEXT: text, SPACY_DOCS[TEXT]: doc})


@pytest.mark.parametrize("text", TEXTS, ids=["a name, a day and a place", "nothing"])
def test_entities_are_those_of_rasas_own_extractor(dutch, text):
    model = SpacyModel(dutch, "nl_core_news_sm")
    [own] = NamedEntities(CONFIG).process([said(text, dutch(text))], model)
    [rasas] = SpacyEntityExtractor(CONFIG).process([said(text, None)], model)

    found, expected = ([{**entity, "extractor": ""} for entity in one.get(ENTITIES)] for one in (own, rasas))
    assert found == expected


def test_message_is_not_read_again(dutch):
    def refuse(_):
        raise AssertionError("read twice")

    text = TEXTS[0]
    [message] = NamedEntities(CONFIG).process([said(text, dutch(text))], SpacyModel(refuse, "x"))

    assert message.get(ENTITIES)
