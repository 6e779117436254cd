"""A linear model over the clues of a message, with confidences that mean what they say."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from engine.components.features import MessageFeatures
from engine.components.scorers import Scorers, unseen_scores
from engine.parsing import route_of

SPREAD = 2.0  # scores times this are in the range where the calibration converges quickly


class IntentModel:
    """Scores each intent and each route, then turns the scores into the chances of the intents.

    The chances are learned on scores of examples the scorers had not seen.
    """

    def __init__(self, features: MessageFeatures) -> None:
        self.features = features
        self.intents: list[str] = []

    def fit(self, described: csr_matrix, intents: list[str]) -> IntentModel:
        """Learn from examples of at least three routes, and of each intent as many as there are folds."""
        labels = np.array(intents)
        targets = labels, np.array([route_of(intent) for intent in intents])
        calibration = LogisticRegression(C=1.0, max_iter=300)
        calibration.fit(SPREAD * unseen_scores(described, targets), labels)
        self.intents = [str(intent) for intent in calibration.classes_]
        self._scorers = Scorers(described, targets)
        self._mixing = SPREAD * calibration.coef_.T
        self._bias = calibration.intercept_
        return self

    def chances(self, described: csr_matrix) -> np.ndarray:
        """Return the chance of each intent, one row per described message, in the order of *intents*."""
        exponents = self._scorers.scores(described) @ self._mixing + self._bias
        powers = np.exp(exponents - exponents.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)
