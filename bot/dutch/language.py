"""Telling English from Dutch, so that the desk can say politely in which language it works."""

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
)
_WORD = re.compile(r"[a-zà-ÿ']+")


def looks_english(text: str) -> bool:
    """Say whether *text* is mostly English."""
    words = _WORD.findall(text.lower())
    english = sum(word in _ENGLISH for word in words)
    dutch = sum(word in _DUTCH for word in words)
    return english >= 3 and english > 2 * dutch
