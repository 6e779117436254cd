"""Leaves the loose answers out of a message that says more: a name, an address, a telephone number.

Who tells all at once begins with many words about themselves, and those drown the few about what happened.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.components.reading import Reading, sentences

LOOSE = "informeren"
CLEAR = 0.8  # from this chance on the other sentences say what the message is about


def beside_loose_answers(reading: Reading, alone: Mapping[str, str]) -> Reading | None:
    """Return the sentences of *reading* that are no loose answer, or None when that is all or nothing of it.

    *alone* holds the intent of each sentence when read alone; one that is missing there says too little.
    """
    all_sentences = sentences(reading.text)
    rest = [text for text in all_sentences if alone.get(text, LOOSE) != LOOSE]
    return Reading(" ".join(rest)) if 0 < len(rest) < len(all_sentences) else None
