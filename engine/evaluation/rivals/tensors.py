"""The mean of spaCy's own vectors as a feature: the small Dutch package has no word vectors to offer."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class TensorFeaturizer(SparseFeaturizer, GraphComponent):
    """Offers the vectors in the sparse form, the only one logistic regression takes."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TensorFeaturizer:
        """Make the component."""
        return cls(execution_context.node_name, config)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Accept any configuration; there is nothing to choose."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to every example."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vectors to every message."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT])
            if doc is not None and len(doc):
                words = csr_matrix(doc.tensor)
                self.add_features_to_message(words, csr_matrix(doc.tensor.mean(axis=0)), TEXT, message)
        return messages
