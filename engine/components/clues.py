"""Lists what can be noticed in a reading: words, dictionary forms, concepts, their order, and its shape."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from engine.components.concepts import Concepts
from engine.components.reading import Reading, plain, sentences, words

NEAR = 3  # words between two concepts whose order counts
MOSTLY_CAPITALS = 0.6
LONGEST = 7  # doublings of the number of words that are told apart
MOST_SENTENCES = 6
_QUOTE = re.compile(r"[\"“”„]|'\w+ \w+")
_WORD_OR_SIGN = re.compile(r"\w+|[?!]")


def clues(reading: Reading, concepts: Concepts) -> dict[str, str | list[str]]:
    """Return what is noticed in *reading*, by kind; the letters stay one text."""
    letters = plain(reading.text)
    found = [concepts.find(words(sentence)) for sentence in sentences(reading.text)]
    return {
        "letters": letters,
        "words": _with_pairs(_WORD_OR_SIGN.findall(letters)),
        "lemmas": _with_pairs([plain(lemma) for lemma in reading.lemmas] or words(letters)),
        "concepts": _concepts_with_place(found),
        "pairs": [
            f"{one}+{other}"
            for sentence in found
            for one, other in combinations(sorted({concept for _, concept in sentence}), 2)
        ],
        "order": [
            f"{one}>{other}"
            for sentence in found
            for (place, one), (later, other) in combinations(sentence, 2)
            if one != other and later - place <= NEAR
        ],
        "shape": _shape(reading.text),
    }


def _with_pairs(tokens: list[str]) -> list[str]:
    return [*tokens, *(f"{one} {other}" for one, other in pairwise(tokens))]


def _concepts_with_place(found: list[list[tuple[int, str]]]) -> list[str]:
    """People open with the topic and end with what they want, so the first and last sentence count apart."""
    # Sorted: in the order of a set, no two trainings on the same examples would be alike.
    by_sentence = [sorted({concept for _, concept in sentence}) for sentence in found]
    return [
        *(concept for sentence in by_sentence for concept in sentence),
        *(f"first {concept}" for concept in by_sentence[0]),
        *(f"last {concept}" for concept in by_sentence[-1]),
    ]


def _shape(text: str) -> list[str]:
    tokens = words(text)
    letters = [sign for sign in text if sign.isalpha()]
    signs = {
        "asks": "?" in text,
        "ends asking": text.rstrip().endswith("?"),
        "exclaims": "!" in text,
        "shouts": sum(map(str.isupper, letters)) > MOSTLY_CAPITALS * len(letters),
        "quotes": bool(_QUOTE.search(text)),
        "counts": any(map(str.isdigit, text)),
    }
    return [
        f"length {min(LONGEST, len(tokens).bit_length())}",
        f"sentences {min(MOST_SENTENCES, len(sentences(text)))}",
        *(sign for sign, present in signs.items() if present),
        *(f"starts {token}" for token in tokens[:1]),
        *(f"ends {token}" for token in tokens[-1:]),
    ]
