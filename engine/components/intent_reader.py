"""The graph component that reads the intent of a message, how sure that is, and what else is in it."""

from __future__ import annotations

import re
from itertools import compress
from pathlib import Path
from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from engine.components.concepts import Concepts, read_concepts
from engine.components.decision import AWAY, KLACHT
from engine.components.features import MessageFeatures
from engine.components.judge import Judge
from engine.components.mixed import OtherMatters
from engine.components.model import IntentModel
from engine.components.reading import Reading
from engine.parsing import route_of

FILE = "intents.joblib"
# What the gateway put in the place of a number; its words are not the citizen's.
_MASK = re.compile(r"\[[\w-]+ verwijderd\]")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentReader(GraphComponent, IntentClassifier):
    """Tells the intents apart with the model of this folder and sets intent, ranking and other matters."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return where the concepts are and what a question may cost; see config.yml."""
        return {"concepts": "data/begrippen", "asking": 0.8}

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: IntentModel | None = None,
        others: OtherMatters | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model
        self._others = others

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentReader:
        """Make a component that is to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentReader:
        """Make the component that was trained and stored."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, *joblib.load(folder / FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and keep the result in the model storage."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        readings, intents = list(map(_reading, examples)), [message.get(INTENT) for message in examples]
        is_klacht = [intent == KLACHT for intent in intents]
        klachten = list(compress(readings, is_klacht))
        needed = list(compress(map(_needed_as_well, examples), is_klacht))
        features = MessageFeatures(Concepts(read_concepts(Path(self._config["concepts"]))))
        described = features.fit(readings)
        self._model = IntentModel(features).fit(described, intents)
        self._others = OtherMatters().fit(self._model, klachten, described[is_klacht], needed)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump((self._model, self._others), folder / FILE, compress=3)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent, its ranking and the other matters on each message."""
        for message in messages:
            if message.get(TEXT):
                self._read(message)
        return messages

    def _read(self, message: Message) -> None:
        assert self._model
        assert self._others
        judgement = Judge(self._model, self._others, self._config["asking"]).judge(_reading(message))
        ranking = [{"name": name, "confidence": chance} for name, chance in judgement.decision.ranking]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        message.set("others", judgement.others, add_to_output=True)


def _reading(message: Message) -> Reading:
    text = message.get(TEXT)
    # In a message all in capitals spaCy takes most words for names and leaves them as they are.
    tokens = [] if text.isupper() else message.get("text_tokens") or []
    masks = [mask.span() for mask in _MASK.finditer(text)]
    lemmas = tuple(
        token.lemma or token.text
        for token in tokens
        if not any(start <= token.start < end for start, end in masks)
    )
    return Reading(_MASK.sub(" ", text), lemmas)


def _needed_as_well(message: Message) -> frozenset[str]:
    """Return the intents that 'ook' names above the examples; raises ValueError where that cannot be."""
    named = (message.get(METADATA) or {}).get(METADATA_INTENT, {}).get("ook", [])
    if named and message.get(INTENT) != KLACHT:
        raise ValueError(f"data/nlu: 'ook' stands above examples of '{message.get(INTENT)}', not of a klacht")
    needed = frozenset([named] if isinstance(named, str) else named)
    for intent in sorted(needed):
        if route_of(intent) not in AWAY:
            raise ValueError(f"data/nlu: 'ook' names '{intent}', which leads to no other desk")
    return needed
