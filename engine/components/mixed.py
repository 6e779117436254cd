"""Finds other matters in a message: someone with a klacht may have a broken lamp or a fine as well."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import logit
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from engine.components.model import IntentModel
from engine.components.reading import Reading, parts

FOLDS = 5
NAMED = 0.25  # chosen by cross-validation: from here on a matter is named, see docs/nlu.md
SMALLEST = 1e-4  # chances closer to 0 or 1 than this say no more


class OtherMatters:
    """Learns from klachten which other desks their writers need as well.

    Two things count. How the whole message scores beside klachten that do and do not need the desk: so it
    knows "I will pay the fine". And the best chance that a part of the message, read alone, belongs to the
    desk: so it knows what is told there in words that no klacht has.
    """

    def __init__(self, model: IntentModel) -> None:
        self.desks: list[str] = []
        self._model = model
        self._chance = LogisticRegression()

    def fit(self, klachten: list[Reading], needed: list[frozenset[str]]) -> OtherMatters:
        """Learn from klachten and the desks needed beside each, as the intents that lead there.

        A desk that fewer klachten need than there are folds is never named.
        """
        counts = Counter(intent for intents in needed for intent in intents)
        self.desks = sorted(intent for intent, count in counts.items() if count >= FOLDS)
        if not self.desks:
            return self
        described = self._model.features.describe(klachten)
        wanted = np.array([[desk in intents for desk in self.desks] for intents in needed])
        scorers = [_scorer().fit(described, column) for column in wanted.T]
        self._weights = np.column_stack([scorer.coef_[0] for scorer in scorers]).astype(np.float32)
        self._offsets = np.hstack([scorer.intercept_ for scorer in scorers])
        unseen = np.column_stack([_unseen_scores(described, column) for column in wanted.T])
        self._chance.fit(_clues(unseen, self._best_of_each(klachten)), wanted.ravel())
        return self

    def find(self, klacht: Reading) -> list[str]:
        """Return the intents of the other matters that *klacht* holds, likeliest first."""
        if not self.desks:
            return []
        described = self._model.features.describe([klacht, *parts(klacht)])
        scores = described[:1] @ self._weights + self._offsets
        chances = self._chance.predict_proba(_clues(scores, self._best(described[1:])))[:, 1]
        found = sorted(zip(chances, self.desks, strict=True), reverse=True)
        return [desk for chance, desk in found if chance >= NAMED]

    def _best_of_each(self, klachten: list[Reading]) -> np.ndarray:
        pieces = [parts(klacht) for klacht in klachten]
        described = self._model.features.describe([piece for each in pieces for piece in each])
        ends = np.cumsum([len(each) for each in pieces])
        return np.array(
            [self._best(described[end - len(each) : end]) for end, each in zip(ends, pieces, strict=True)]
        )

    def _best(self, pieces: csr_matrix) -> np.ndarray:
        """Return per desk the best chance that one of the described *pieces* belongs there."""
        columns = [self._model.intents.index(desk) for desk in self.desks]
        return self._model.chances_of(pieces)[:, columns].max(axis=0, initial=0.0)


def _clues(scores: np.ndarray, pieces: np.ndarray) -> np.ndarray:
    """Return a row with both clues for each desk of each message."""
    return np.column_stack([scores.ravel(), logit(np.clip(pieces, SMALLEST, 1.0 - SMALLEST)).ravel()])


def _scorer() -> LinearSVC:
    return LinearSVC(random_state=0)


def _unseen_scores(described: csr_matrix, wanted: np.ndarray) -> np.ndarray:
    """Return for every klacht the score of a model that did not learn from it."""
    splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    return cross_val_predict(_scorer(), described, wanted, cv=splitter, method="decision_function")
