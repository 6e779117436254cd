"""Finds other matters in a message: someone with a klacht may have a broken lamp or a fine as well."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import logit
from sklearn.linear_model import LogisticRegression

from engine.components.model import IntentModel
from engine.components.reading import Reading, parts
from engine.components.scorers import FOLDS, Scorers, unseen_scores

NAMED = 0.25  # chosen by cross-validation: from here on a matter is named, see docs/nlu.md
SMALLEST = 1e-4  # chances closer to 0 or 1 than this say no more


class OtherMatters:
    """Learns from klachten which other desks their writers need as well.

    Two things count. How the whole message scores beside klachten that do and do not need the desk: so it
    knows "I will pay the fine". And the best chance that a part of the message, read alone, belongs to the
    desk: so it knows what is told there in words that no klacht has.
    """

    def __init__(self) -> None:
        self.desks: list[str] = []
        self._chance = LogisticRegression()

    def fit(
        self,
        model: IntentModel,
        klachten: list[Reading],
        described: csr_matrix,
        needed: list[frozenset[str]],
    ) -> OtherMatters:
        """Learn from klachten, described by *model*, and the desks needed beside each.

        A desk is named as the intent that leads there. One that fewer klachten need than there are folds is
        never named.
        """
        counts = Counter(intent for intents in needed for intent in intents)
        self.desks = sorted(intent for intent, count in counts.items() if count >= FOLDS)
        if not self.desks:
            return self
        self._columns = [model.intents.index(desk) for desk in self.desks]
        wanted = np.array([[desk in intents for desk in self.desks] for intents in needed])
        unseen = np.hstack([unseen_scores(described, [column]) for column in wanted.T])
        best = np.array([self._best(chances) for chances in _chances_of_parts(model, klachten)])
        self._scorers = Scorers(described, wanted.T)
        self._chance.fit(_clues(unseen, best), wanted.ravel())
        return self

    def find(self, klacht: csr_matrix, pieces: np.ndarray) -> list[str]:
        """Return the intents of the other matters in a described klacht, likeliest first.

        *pieces* holds the chance of each intent of the model, one row per part of the klacht.
        """
        if not self.desks:
            return []
        clues = _clues(self._scorers.scores(klacht), self._best(pieces))
        chances = self._chance.predict_proba(clues)[:, 1]
        found = sorted(zip(chances, self.desks, strict=True), reverse=True)
        return [desk for chance, desk in found if chance >= NAMED]

    def _best(self, pieces: np.ndarray) -> np.ndarray:
        """Return per desk the best chance that a part belongs there."""
        return pieces[:, self._columns].max(axis=0, initial=0.0)


def _chances_of_parts(model: IntentModel, klachten: list[Reading]) -> list[np.ndarray]:
    """Return for each klacht the chances of its parts, one row each."""
    pieces = [parts(klacht) for klacht in klachten]
    chances = model.chances(model.features.describe([piece for each in pieces for piece in each]))
    return np.split(chances, np.cumsum([len(each) for each in pieces])[:-1])


def _clues(scores: np.ndarray, best: np.ndarray) -> np.ndarray:
    """Return a row with both clues for each desk of each message."""
    return np.column_stack([scores.ravel(), logit(np.clip(best, SMALLEST, 1.0 - SMALLEST)).ravel()])
