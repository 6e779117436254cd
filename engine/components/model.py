"""A linear model over the clues of a message, with confidences that mean what they say."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from engine.components.concepts import Concepts
from engine.components.features import MessageFeatures
from engine.components.reading import Reading
from engine.parsing import route_of

KLACHT = "klacht"
FOLDS = 5
MARGIN_COST = 1.0
SPREAD = 2.0  # scores times this are in the range where the calibration converges quickly


class IntentModel:
    """Scores each intent and each route, then turns the scores into the chances of the intents.

    The chances are learned on scores of examples the scorers had not seen.
    """

    def __init__(self, concepts: Concepts) -> None:
        self.features = MessageFeatures(concepts)
        self.intents: list[str] = []

    def fit(self, readings: list[Reading], intents: list[str]) -> IntentModel:
        """Learn from examples of at least three routes, and of each intent as many as there are folds."""
        described, labels = self.features.fit(readings), np.array(intents)
        targets = labels, np.array([route_of(intent) for intent in intents])
        calibration = LogisticRegression(C=1.0, max_iter=300)
        calibration.fit(SPREAD * _unseen_scores(described, targets), labels)
        scorers = [_scorer().fit(described, target) for target in targets]
        self.intents = [str(intent) for intent in calibration.classes_]
        self._weights = np.hstack([scorer.coef_.T for scorer in scorers]).astype(np.float32)
        self._offsets = np.hstack([scorer.intercept_ for scorer in scorers])
        self._mixing = SPREAD * calibration.coef_.T
        self._bias = calibration.intercept_
        return self

    def chances(self, readings: list[Reading]) -> np.ndarray:
        """Return the chance of each intent, one row per reading, in the order of *intents*."""
        return self.chances_of(self.features.describe(readings))

    def chances_of(self, described: csr_matrix) -> np.ndarray:
        """Return the same for readings that are described already."""
        scores = described @ self._weights + self._offsets
        exponents = scores @ self._mixing + self._bias
        powers = np.exp(exponents - exponents.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


def _scorer() -> LinearSVC:
    return LinearSVC(C=MARGIN_COST, random_state=0)


def _unseen_scores(described, targets: tuple[np.ndarray, ...]) -> np.ndarray:
    """Return for every example the scores of models that did not learn from it."""
    splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    folds = list(splitter.split(described, targets[0]))
    return np.hstack(
        [
            cross_val_predict(_scorer(), described, target, cv=folds, method="decision_function")
            for target in targets
        ]
    )
