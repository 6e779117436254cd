"""The component learns, is stored, comes back the same, and names intent, ranking and other matters."""

from itertools import chain
from pathlib import Path

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from engine.components.decision import UNSURE
from engine.components.intent_reader import IntentReader
from engine.components.reading import Reading

EXAMPLES = {
    "klacht": [
        "de ambtenaar heeft mij uitgescholden",
        "uw medewerker lachte mij uit",
        "ik word nooit teruggebeld door jullie",
        "de boa was onbeschoft tegen mijn moeder",
        "niemand antwoordt op mijn brief",
        "die mevrouw aan de balie snauwde mij af",
    ],
    "melding_openbare_ruimte": [
        "de lantaarnpaal in onze straat is kapot",
        "er ligt een losse tegel op de stoep",
        "gat in het wegdek bij de brug",
        "er hangt een tak over het fietspad",
        "de bank in het park is stuk",
        "zwerfafval in het plantsoen",
    ],
    "groet": ["hallo", "goedemorgen", "hoi daar", "dag", "goedenavond", "hallo daar"],
}
FOLDER = str(Path(__file__).resolve().parents[2] / "data" / "begrippen")
MARK = {"ook": "melding_openbare_ruimte"}


@pytest.fixture
def trained(tmp_path: Path) -> IntentReader:
    return train(tmp_path)


def train(tmp_path: Path, *more: list[Message]) -> IntentReader:
    config = {**IntentReader.get_default_config(), "concepts": FOLDER}
    context = ExecutionContext(GraphSchema({}))
    storage = LocalModelStorage.create(tmp_path)
    resource = Resource("reader")
    examples = [
        Message.build(text=text, intent=intent) for intent, texts in EXAMPLES.items() for text in texts
    ]
    examples += chain(*more)
    IntentReader.create(config, storage, resource, context).train(TrainingData(examples))
    return IntentReader.load(config, storage, resource, context)


def parse(reader: IntentReader, text: str) -> dict:
    message = Message.build(text=text)
    reader.process([message])
    return message.as_dict_nlu()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("de ambtenaar schold mij uit", "klacht"),
        ("een kapotte lantaarnpaal in de straat", "melding_openbare_ruimte"),
        ("goedemorgen", "groet"),
    ],
    ids=["klacht", "melding", "groet"],
)
def test_intent_reader_ranks_what_it_learned_first(trained: IntentReader, text: str, intent: str) -> None:
    ranking = parse(trained, text)["intent_ranking"]

    assert intent == next(item["name"] for item in ranking if item["name"] in EXAMPLES)


def test_intent_reader_does_not_read_what_stands_for_a_number(trained: IntentReader) -> None:
    """The words of a mask are not the citizen's."""
    story, bare = (
        "de ambtenaar schold mij uit. mijn nummer is {}",
        "de ambtenaar schold mij uit. mijn nummer is",
    )
    masked = parse(trained, story.format("[bsn verwijderd]"))

    assert masked["intent_ranking"] == parse(trained, bare)["intent_ranking"]


def test_intent_reader_names_intent_ranking_and_others(trained: IntentReader) -> None:
    parsed = parse(trained, "goedemorgen")

    assert parsed["intent"] == parsed["intent_ranking"][0]
    assert parsed["others"] == []
    chances = [item["confidence"] for item in parsed["intent_ranking"] if item["name"] in EXAMPLES]
    assert sum(chances) == pytest.approx(1.0)


def test_intent_reader_is_the_same_twice(trained: IntentReader) -> None:
    assert parse(trained, "hallo") == parse(trained, "hallo")


def test_intent_reader_leaves_a_message_without_text_alone(trained: IntentReader) -> None:
    message = Message(data={})

    assert trained.process([message]) == [message]
    assert message.data == {}


@pytest.mark.parametrize("text", ["asdf qwer", "hjkl", "ffff"])
def test_intent_reader_asks_when_it_knows_no_word(trained: IntentReader, text: str) -> None:
    assert parse(trained, text)["intent"]["name"] == UNSURE


@pytest.mark.parametrize("text", ["de straat", "schold"], ids=["word-of-the-examples", "word-of-a-concept"])
def test_intent_reader_knows_a_word_of_the_examples_or_of_a_concept(trained: IntentReader, text: str) -> None:
    features = trained._model.features

    assert features.knows(features.describe([Reading(text)]))


def test_intent_reader_leaves_the_lemmas_of_capitals(trained: IntentReader) -> None:
    """What spaCy makes of a shouted message does not count; of the same message in small letters it does."""
    tokens = [Token("BALIE", 0, lemma="goedemorgen"), Token("MEVROUW", 6, lemma="hallo")]
    shouted = Message.build(text="BALIE MEVROUW").data
    spoken = Message.build(text="balie mevrouw").data

    assert chances(trained, {**shouted, "text_tokens": tokens}) == chances(trained, shouted)
    assert chances(trained, {**spoken, "text_tokens": tokens}) != chances(trained, spoken)


def chances(reader: IntentReader, data: dict) -> dict[str, float]:
    (message,) = reader.process([Message(data=dict(data))])
    return {entry["name"]: entry["confidence"] for entry in message.get("intent_ranking")}


def test_intent_reader_learns_other_matters_from_what_stands_above_the_examples(tmp_path: Path) -> None:
    marked = [
        Message.build(text=f"{text}, en die lantaarnpaal is kapot", intent="klacht", intent_metadata=mark)
        for text, mark in zip(EXAMPLES["klacht"], [MARK, MARK, MARK, MARK, MARK, None], strict=True)
    ]
    plain = [Message.build(text=text, intent="klacht") for text in EXAMPLES["klacht"]]
    reader = train(tmp_path, marked, plain)

    assert parse(reader, "de ambtenaar schold, en de lantaarnpaal is kapot")["others"] == [MARK["ook"]]
    assert parse(reader, "de ambtenaar schold mij uit")["others"] == []


def test_intent_reader_refuses_a_mark_above_what_is_no_klacht(tmp_path: Path) -> None:
    wrong = Message.build(text="hallo daar", intent="groet", intent_metadata=MARK)

    with pytest.raises(ValueError, match="'ook' stands above examples of 'groet'"):
        train(tmp_path, [wrong])


@pytest.mark.parametrize("intent", ["bezwar", "groet", "klacht"], ids=["misspelt", "no-desk", "itself"])
def test_intent_reader_refuses_a_mark_that_leads_to_no_other_desk(tmp_path: Path, intent: str) -> None:
    wrong = Message.build(text="hij lachte mij uit", intent="klacht", intent_metadata={"ook": intent})

    with pytest.raises(ValueError, match=f"'ook' names '{intent}'"):
        train(tmp_path, [wrong])
