"""Turns what is noticed in a reading into numbers."""

from __future__ import annotations

from operator import itemgetter

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from engine.components.clues import clues
from engine.components.concepts import Concepts
from engine.components.reading import Reading

# How much each kind of clue weighs; chosen by cross-validation, see docs/nlu.md.
WEIGHTS = {
    "letters": 0.30,
    "words": 0.30,
    "lemmas": 0.15,
    "concepts": 0.15,
    "pairs": 0.15,
    "order": 0.10,
    "shape": 0.05,
}
OFTEN_ENOUGH = {"words": 2, "lemmas": 2, "pairs": 2, "order": 2}


class MessageFeatures:
    """Learns which clues occur in the examples and describes any reading with them."""

    def __init__(self, concepts: Concepts) -> None:
        self.concepts = concepts
        self._vectorizers = {kind: _vectorizer(kind) for kind in WEIGHTS}

    def fit(self, readings: list[Reading]) -> csr_matrix:
        """Learn the clues of *readings* and return their description."""
        noticed = self._notice(readings)
        described = {kind: each.fit_transform(noticed) for kind, each in self._vectorizers.items()}
        self._says_something = np.repeat(
            [kind in {"words", "concepts"} for kind in described],
            [matrix.shape[1] for matrix in described.values()],
        )
        return _joined(described)

    def describe(self, readings: list[Reading]) -> csr_matrix:
        """Return the description of *readings*, one row each."""
        noticed = self._notice(readings)
        return _joined({kind: each.transform(noticed) for kind, each in self._vectorizers.items()})

    def knows(self, described: csr_matrix) -> bool:
        """Say whether a described message has any word or concept that the examples have."""
        return bool(self._says_something[described.indices].any())

    def _notice(self, readings: list[Reading]) -> list[dict]:
        return [clues(reading, self.concepts) for reading in readings]


def _vectorizer(kind: str) -> TfidfVectorizer:
    if kind == "letters":
        return TfidfVectorizer(
            preprocessor=itemgetter(kind),
            analyzer="char_wb",
            ngram_range=(2, 5),
            sublinear_tf=True,
            dtype=np.float32,
        )
    return TfidfVectorizer(
        analyzer=itemgetter(kind), min_df=OFTEN_ENOUGH.get(kind, 1), sublinear_tf=True, dtype=np.float32
    )


def _joined(described: dict[str, csr_matrix]) -> csr_matrix:
    return hstack([matrix * np.sqrt(WEIGHTS[kind]) for kind, matrix in described.items()], format="csr")
