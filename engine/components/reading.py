"""Reads a message the way the features need it: plain letters, words, sentences and clauses."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"\w+|€")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s\"”’')]+|\n+|[;:]\s+| [-–—] ")
_CLAUSE_END = re.compile(r",\s+|\s+(?=(?:maar|en|terwijl|daarnaast|bovendien|toen|but|and)\s)")
FEWEST_WORDS = 2
MOST_PARTS = 24  # a very long message is judged by its beginning
_APOSTROPHES = str.maketrans("", "", "'’`´")


@dataclass(frozen=True)
class Reading:
    """A text and the dictionary forms of its words."""

    text: str
    lemmas: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return *text* in small letters, without accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """Return the words of *text* in plain letters."""
    return _WORD.findall(plain(text))


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*, also where people forget the full stop but break the line."""
    return _parts(_SENTENCE_END, text)


def clauses(text: str) -> list[str]:
    """Return the sentences of *text*, cut further at commas and at words such as 'maar' and 'en'."""
    return [clause for sentence in sentences(text) for clause in _parts(_CLAUSE_END, sentence)]


def parts(reading: Reading) -> list[Reading]:
    """Return the sentences and clauses of two words or more, without one that is the whole text."""
    pieces = dict.fromkeys([*sentences(reading.text), *clauses(reading.text)])
    several = [piece for piece in pieces if piece != reading.text and len(piece.split()) >= FEWEST_WORDS]
    return [Reading(piece) for piece in several[:MOST_PARTS]]


def _parts(boundary: re.Pattern, text: str) -> list[str]:
    return [part for part in boundary.split(text) if part and _WORD.search(part)] or [text]
