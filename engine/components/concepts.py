"""Finds the concepts of data/begrippen in a message: who, what they did, which thing, which question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from engine.components.reading import plain

LARGEST_GAP = 4  # words that may stand in the place of a ~
_PIECE = re.compile(r"~|\*?[\w€]+\*?")


class Concepts:
    """Words and phrases by concept; looks them up by the first word, so a long list costs no time.

    A phrase is written as words; `*` stands for any letters at the start or the end of a word, and `~`
    for at most four words in between.
    """

    def __init__(self, phrases: dict[str, list[str]]) -> None:
        self._whole: dict[str, list] = defaultdict(list)
        self._start: dict[str, list] = defaultdict(list)
        self._end: dict[str, list] = defaultdict(list)
        for concept, lines in phrases.items():
            for line in lines:
                self._add(concept, _PIECE.findall(plain(line)))
        self._starts = sorted({len(start) for start in self._start})
        self._ends = sorted({len(end) for end in self._end})

    def find(self, words: list[str]) -> list[tuple[int, str]]:
        """Return the concepts in *words*, each with the place of its first word, in order."""
        return sorted(
            {
                (place, concept)
                for place, word in enumerate(words)
                for concept, rest in self._beginning_with(word)
                if _follows(words, place + 1, rest)
            }
        )

    def _add(self, concept: str, pieces: list[str]) -> None:
        if not pieces or pieces[0] == "~":
            raise ValueError(f"a phrase of '{concept}' does not begin with a word")
        first, rest = pieces[0], tuple(pieces[1:])
        index = self._end if first.startswith("*") else self._start if first.endswith("*") else self._whole
        index[first.strip("*")].append((concept, rest))

    def _beginning_with(self, word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield from self._whole.get(word, ())
        for length in self._starts:
            if length > len(word):
                break
            yield from self._start.get(word[:length], ())
        for length in self._ends:
            if length > len(word):
                break
            yield from self._end.get(word[-length:], ())


def read_concepts(folder: Path) -> dict[str, list[str]]:
    """Return the phrases of each concept in the files of *folder*."""
    phrases: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.yml")):
        for concept, lines in yaml.safe_load(file.read_text(encoding="utf-8"))["begrippen"].items():
            if concept in phrases:
                raise ValueError(f"{file.name}: the concept '{concept}' exists already")
            # A line that is broken off in the middle of a phrase goes on at the next line.
            phrases[concept] = [phrase for phrase in " ".join(lines.split()).split(", ") if phrase]
    return phrases


def _follows(words: list[str], place: int, rest: tuple[str, ...]) -> bool:
    if not rest:
        return True
    if rest[0] == "~":
        last = min(place + LARGEST_GAP + 1, len(words))
        return any(_follows(words, other, rest[1:]) for other in range(place, last))
    return place < len(words) and _fits(words[place], rest[0]) and _follows(words, place + 1, rest[1:])


def _fits(word: str, piece: str) -> bool:
    if piece.endswith("*"):
        return word.startswith(piece[:-1])
    return word.endswith(piece[1:]) if piece.startswith("*") else word == piece
