"""The rival with spaCy gets the network's own vectors, and survives a message of which nothing is left."""

import numpy as np
import pytest
import spacy
from rasa.nlu.constants import SPACY_DOCS
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from engine.evaluation.rivals.tensors import TensorFeaturizer


@pytest.fixture
def featurizer() -> TensorFeaturizer:
    return TensorFeaturizer("vectors", {"alias": "vectors"})


def message_of(text: str) -> Message:
    """Make a message whose words have the vectors (0, 1), (1, 2), ..."""
    doc = spacy.blank("nl")(text)
    doc.tensor = np.array([[place, place + 1] for place in range(len(doc))], dtype="float32")
    return Message({TEXT: text, SPACY_DOCS[TEXT]: doc})


def test_featurizer_gives_words_their_vector_and_the_message_the_mean(featurizer: TensorFeaturizer) -> None:
    message = message_of("lamp stuk")

    featurizer.process([message])

    words, whole = message.get_sparse_features(TEXT, [])
    assert words.features.toarray().tolist() == [[0.0, 1.0], [1.0, 2.0]]
    assert whole.features.toarray().tolist() == [[0.5, 1.5]]


def test_featurizer_leaves_an_empty_message_alone(featurizer: TensorFeaturizer) -> None:
    message = message_of("")

    featurizer.process([message])

    assert message.get_sparse_features(TEXT, []) == (None, None)
