"""Judges what a message is about: as a whole, by its parts, and by what the two say together."""

from __future__ import annotations

from dataclasses import dataclass

from engine.components.decision import KLACHT, UNSURE, Decision, decide, doubt
from engine.components.hidden import hides_klacht
from engine.components.loose_answers import CLEAR, LOOSE, beside_loose_answers
from engine.components.mixed import OtherMatters
from engine.components.model import IntentModel
from engine.components.reading import Reading, parts

ALWAYS_ASK = -1.0  # a question that costs less than any route


@dataclass(frozen=True)
class Judgement:
    """What to do with a message, and the intents of the other desks that its klacht needs as well."""

    decision: Decision
    others: list[str]


class Judge:
    """Judges readings with a trained model; *asking* is what a question may cost."""

    def __init__(self, model: IntentModel, others: OtherMatters, asking: float) -> None:
        self._model = model
        self._others = others
        self._asking = asking

    def judge(self, reading: Reading) -> Judgement:
        """Return the judgement of *reading*."""
        # Described in one go with its parts: describing takes longer than all that follows.
        pieces = parts(reading)
        described = self._model.features.describe([reading, *pieces])
        chances = self._model.chances(described)
        whole, *alone = [dict(zip(self._model.intents, row, strict=True)) for row in chances.tolist()]
        # Of a message without one known word every guess is an accident.
        asking = self._asking if self._model.features.knows(described[0]) else ALWAYS_ASK
        decision = decide(whole, asking)
        if decision.intent == LOOSE and (told := self._judge_what_is_told(reading, pieces, alone)):
            return told
        if hides_klacht(decision, (piece[KLACHT] for piece in alone)):
            decision = doubt(decision.ranking)
        others = self._others.find(described[:1], chances[1:]) if decision.intent == KLACHT else []
        return Judgement(decision, others)

    def _judge_what_is_told(
        self, reading: Reading, pieces: list[Reading], alone: list[dict[str, float]]
    ) -> Judgement | None:
        """Judge what is told beside loose answers; None when that is nothing, or nothing clear."""
        likeliest = {
            piece.text: max(each, key=each.__getitem__) for piece, each in zip(pieces, alone, strict=True)
        }
        rest = beside_loose_answers(reading, likeliest)
        told = self.judge(rest) if rest else None
        return told if told and told.decision.intent != UNSURE and told.decision.confidence >= CLEAR else None
