"""A klacht with another matter in it names that desk too; one that only speaks of the topic does not."""

from pathlib import Path

import pytest

from engine.components.concepts import Concepts, read_concepts
from engine.components.features import MessageFeatures
from engine.components.mixed import OtherMatters
from engine.components.model import IntentModel
from engine.components.reading import Reading, parts

CONCEPTS = Path(__file__).resolve().parents[2] / "data" / "begrippen"
FINES = [
    "de boete klopt niet en de boa schold mij uit",
    "hij schreeuwde tegen mij en die boete betaal ik niet, onterecht",
    "onterechte boete gekregen en daarna uitgelachen door de boa",
    "met de boete ben ik het oneens, en de boa duwde mij",
    "ik vecht de boete aan en hij noemde mij een leugenaar",
    "boete onterecht en ook nog afgesnauwd",
]
BINS = [
    "de bak is niet geleegd en de chauffeur lachte mij uit",
    "mijn container staat nog vol, en aan de telefoon werd ik afgesnauwd",
    "container vol en de chauffeur schold mij uit",
    "niet geleegd die bak, en de vuilnisman duwde mijn zoon",
    "de bak staat nog vol en u lacht mij uit",
    "onze container is overgeslagen en de chauffeur stak zijn middelvinger op",
]
NO_MORE = [
    "de boete is terecht maar de boa schold mij uit",
    "de boete betaal ik wel, maar hij schreeuwde tegen mij",
    "terechte boete, daar niet van, maar uitgelachen word ik niet graag",
    "de container is keurig geleegd maar de chauffeur schold mij uit",
    "bak netjes leeg, maar de vuilnisman duwde mijn zoon",
    "de boa noemde mij een leugenaar",
    "aan de balie werd ik afgesnauwd",
    "niemand belt mij terug",
    "de ambtenaar lachte mij uit",
    "mijn brief wordt niet beantwoord",
]
DESKS = {
    "bezwaar": [
        "de boete klopt niet",
        "die boete betaal ik niet",
        "onterechte boete",
        "oneens met de boete",
        "ik vecht de boete aan",
    ],
    "container_niet_geleegd": [
        "de bak is niet geleegd",
        "container vol",
        "mijn container staat nog vol",
        "bak overgeslagen",
        "niet geleegd die bak",
    ],
    "groet": ["hallo", "goedemorgen", "hoi daar", "dag", "goedenavond"],
}


@pytest.fixture(scope="module")
def model() -> IntentModel:
    klachten = [(text, "klacht") for text in [*FINES, *BINS, *NO_MORE]]
    others = [(text, intent) for intent, texts in DESKS.items() for text in texts]
    readings, intents = zip(*[(Reading(text), intent) for text, intent in [*klachten, *others]], strict=True)
    features = MessageFeatures(Concepts(read_concepts(CONCEPTS)))
    return IntentModel(features).fit(features.fit(list(readings)), list(intents))


@pytest.fixture(scope="module")
def others(model: IntentModel) -> OtherMatters:
    marked = [(FINES, {"bezwaar"}), (BINS, {"container_niet_geleegd"}), (NO_MORE, set())]
    examples = [(text, frozenset(desks)) for texts, desks in marked for text in texts]
    return fit(model, *map(list, zip(*examples, strict=True)))


def fit(model: IntentModel, klachten: list[str], needed: list[frozenset[str]]) -> OtherMatters:
    readings = list(map(Reading, klachten))
    return OtherMatters().fit(model, readings, model.features.describe(readings), needed)


def find(others: OtherMatters, model: IntentModel, text: str) -> list[str]:
    reading = Reading(text)
    described = model.features.describe([reading, *parts(reading)])
    return others.find(described[:1], model.chances(described)[1:])


@pytest.mark.parametrize(
    ("text", "desks"),
    [
        ("die boete klopt niet, onterecht, en hij schold mij ook nog uit", ["bezwaar"]),
        ("de bak staat nog vol. niet geleegd. en de chauffeur schold mij uit", ["container_niet_geleegd"]),
        ("de boete betaal ik wel, maar hij schold mij uit", []),
        ("de ambtenaar schold mij uit", []),
        ("afgesnauwd", []),
    ],
    ids=["fine", "bin", "accepted", "conduct-alone", "one-word"],
)
def test_other_matters_of_a_klacht(
    others: OtherMatters, model: IntentModel, text: str, desks: list[str]
) -> None:
    assert find(others, model, text) == desks


def test_other_matters_come_likeliest_first(others: OtherMatters, model: IntentModel) -> None:
    both = "de bak niet geleegd, container vol, en die boete klopt niet, onterecht, en uitgescholden"

    assert find(others, model, both) == ["container_niet_geleegd", "bezwaar"]


def test_a_desk_with_few_examples_is_never_named(model: IntentModel) -> None:
    few = fit(model, FINES[:4], [frozenset({"bezwaar"})] * 4)

    assert few.desks == []
    assert find(few, model, FINES[0]) == []
