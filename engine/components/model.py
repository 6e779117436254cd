"""A linear model over the clues of a message, with confidences that mean what they say."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from engine.components.concepts import Concepts
from engine.components.features import MessageFeatures
from engine.components.reading import Reading

FOLDS = 5
MARGIN_COST = 1.0
SPREAD = 2.0  # scores times this are in the range where the calibration converges quickly


class IntentModel:
    """Scores each intent apart, then turns the scores into chances learned on examples it had not seen."""

    def __init__(self, concepts: Concepts) -> None:
        self.features = MessageFeatures(concepts)
        self.intents: list[str] = []

    def fit(self, readings: list[Reading], intents: list[str]) -> IntentModel:
        """Learn from the examples; every intent needs at least as many as there are folds."""
        described, labels = self.features.fit(readings), np.array(intents)
        calibration = LogisticRegression(C=1.0, max_iter=300)
        calibration.fit(SPREAD * _unseen_scores(described, labels), labels)
        scorer = _scorer().fit(described, labels)
        self.intents = [str(intent) for intent in scorer.classes_]
        self._weights = np.ascontiguousarray(scorer.coef_.T, dtype=np.float32)
        self._offsets = scorer.intercept_
        self._mixing = SPREAD * calibration.coef_.T
        self._bias = calibration.intercept_
        return self

    def chances(self, readings: list[Reading]) -> np.ndarray:
        """Return the chance of each intent, one row per reading, in the order of *intents*."""
        scores = self.features.describe(readings) @ self._weights + self._offsets
        exponents = scores @ self._mixing + self._bias
        powers = np.exp(exponents - exponents.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


def _scorer() -> LinearSVC:
    return LinearSVC(C=MARGIN_COST, random_state=0)


def _unseen_scores(described, labels: np.ndarray) -> np.ndarray:
    """Return for every example the scores of a model that did not learn from it."""
    scores = np.zeros((described.shape[0], len(set(labels))))
    for known, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(described, labels):
        scores[unseen] = _scorer().fit(described[known], labels[known]).decision_function(described[unseen])
    return scores
