"""Linear scorers over described messages, and what they make of examples they did not learn from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

FOLDS = 5
MARGIN_COST = 1.0


class Scorers:
    """Scores every class of one or more targets; of a target with two classes, the second."""

    def __init__(self, described: csr_matrix, targets: Sequence[np.ndarray]) -> None:
        fitted = [_scorer().fit(described, target) for target in targets]
        self._weights = np.hstack([scorer.coef_.T for scorer in fitted]).astype(np.float32, order="C")
        self._offsets = np.hstack([scorer.intercept_ for scorer in fitted])

    def scores(self, described: csr_matrix) -> np.ndarray:
        """Return a row of scores per message, in the order of the targets and their classes."""
        return described @ self._weights + self._offsets


def unseen_scores(described: csr_matrix, targets: Sequence[np.ndarray]) -> np.ndarray:
    """Return the scores of models that did not learn from the example; the first target sets the folds."""
    splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    folds = list(splitter.split(described, targets[0]))
    return np.column_stack(
        [
            cross_val_predict(_scorer(), described, target, cv=folds, method="decision_function")
            for target in targets
        ]
    )


def _scorer() -> LinearSVC:
    return LinearSVC(C=MARGIN_COST, random_state=0)
