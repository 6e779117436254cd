"""Telling Dutch from other languages, so that the desk can say politely in which one it works."""

import re

_ENGLISH = frozenset(
    {
        "the",
        "and",
        "you",
        "your",
        "my",
        "are",
        "were",
        "have",
        "has",
        "this",
        "with",
        "for",
        "not",
        "they",
        "he",
    }
    | {
        "she",
        "his",
        "her",
        "want",
        "would",
        "like",
        "about",
        "because",
        "when",
        "where",
        "what",
        "how",
        "who",
    }
    | {"there", "been", "it", "does", "did", "could", "please", "hello", "rude", "office", "to", "of", "do"}
    | {"i", "a", "an", "can", "get", "that", "from", "at", "but", "them", "him", "our", "us", "and", "any"}
)
_DUTCH = frozenset(
    {
        "de",
        "het",
        "een",
        "en",
        "van",
        "ik",
        "je",
        "jij",
        "u",
        "uw",
        "mijn",
        "zijn",
        "heb",
        "heeft",
        "dat",
        "dit",
    }
    | {
        "met",
        "voor",
        "niet",
        "ze",
        "hij",
        "zij",
        "haar",
        "wil",
        "wilt",
        "over",
        "omdat",
        "toen",
        "waar",
        "wat",
    }
    | {
        "hoe",
        "wie",
        "er",
        "geweest",
        "mij",
        "aan",
        "om",
        "te",
        "maar",
        "ook",
        "al",
        "nog",
        "bij",
        "naar",
        "geen",
    }
    | {
        "die",
        "is",
        "op",
        "t",
        "n",
        "mn",
        "me",
        "ben",
        "was",
        "we",
        "wij",
        "jullie",
        "dus",
        "als",
        "door",
        "uit",
    }
)
_WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 8  # fewer say too little about the language


def looks_english(text: str) -> bool:
    """Say whether *text* is mostly English."""
    words = _words(text)
    english = sum(word in _ENGLISH for word in words)
    dutch = sum(word in _DUTCH for word in words)
    return english >= 3 and english > 2 * dutch


def looks_foreign(text: str) -> bool:
    """Say whether *text* is a longer text that can hardly be Dutch."""
    words = _words(text)
    dutch = sum(word in _DUTCH for word in words)
    return looks_english(text) or (len(words) >= FEWEST_WORDS and dutch * 10 < len(words))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
