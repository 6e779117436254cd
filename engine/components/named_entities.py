"""The graph component that takes names, places and dates from what spaCy already read."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.extractors.spacy_entity_extractor import SpacyEntityExtractor
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False, model_from="SpacyNLP"
)
class NamedEntities(SpacyEntityExtractor):
    """Rasa's own extractor without its second reading, a third of a parse; right with `case_sensitive: true`.

    Rasa reads again because by default its first reading is in lower case.
    """

    def process(self, messages: list[Message], model: SpacyModel) -> list[Message]:
        """Set the entities of *messages*."""
        for message in messages:
            read = message.get(SPACY_DOCS[TEXT])
            super().process([message], SpacyModel(lambda _, read=read: read, model.model_name))
        return messages
