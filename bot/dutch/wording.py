"""Bring a short message to plain words, so that small slips and politeness do not hide what it says."""

import re
import unicodedata
from collections.abc import Callable, Iterable

MAX_WORDS = 14
_VOWEL = re.compile(r"[aeiouyà-ÿ\d]")
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONG_ENOUGH_FOR_A_SLIP = 5
_POLITE = (
    r"hallo|hoi|hi|hello|goede(?:morgen|middag|navond|ndag)|nou|oh|o|eh|uh|uhm|sorry|dus|hoor|graag|nu|dan|"
    r"dank u wel|dank u|dank je wel|dankjewel|dankuwel|bedankt|alsjeblieft|alstublieft|aub|svp|please|thanks|"
    r"thank you"
)


def plain(text: str) -> str:
    """Return the words in lower case, without punctuation, emoji and drawn-out letters."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("👍", " ja ")
    text = re.sub(r"['’‘`´]", "", text)
    text = re.sub(r"[^\w]+|_", " ", text)
    return re.sub(r"([^\W\d])\1{2,}", r"\1\1", text).strip()


def is_gibberish(text: str) -> bool:
    """Tell whether a text is letters without a word: "asdf qwer", "zxcv"."""
    words = plain(text).split()
    return bool(words) and all(len(word) > 2 and (not _VOWEL.search(word) or _is_row(word)) for word in words)


def _is_row(word: str) -> bool:
    """Whether the letters lie beside one another on the keyboard."""
    return len(word) > 3 and any(word in row or word in row[::-1] for row in _KEYBOARD)


def is_one_slip(word: str, other: str) -> bool:
    """Tell whether one letter added, dropped, changed or swapped turns *word* into *other*."""
    pairs = enumerate(zip(word, other, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(len(word), len(other)))
    left, right = word[same:], other[same:]
    swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right or left == right[1:] or left[1:] == right[1:]


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list written as one line of text."""
    return frozenset(words.split())


def repair(words: Iterable[str], vocabulary: frozenset[str]) -> list[str]:
    """Replace each longer unknown word by the word of *vocabulary* that is one slip away, if any."""
    return [word if word in vocabulary else _nearest(word, vocabulary) for word in words]


def _nearest(word: str, vocabulary: frozenset[str]) -> str:
    if len(word) < _LONG_ENOUGH_FOR_A_SLIP:
        return word
    candidates = (
        known for known in vocabulary if len(known) >= _LONG_ENOUGH_FOR_A_SLIP and known[0] == word[0]
    )
    return min((known for known in candidates if is_one_slip(word, known)), default=word)


def made_of(core: str, filler: str) -> Callable[[str], bool]:
    """Make a recogniser of messages that hold a *core* word and further nothing but *filler*."""
    needed = word_set(core)
    vocabulary = needed | word_set(filler)

    def recognise(text: str) -> bool:
        words = plain(text).split()
        if len(words) > MAX_WORDS:
            return False
        known = repair(words, vocabulary)
        return vocabulary.issuperset(known) and not needed.isdisjoint(known)

    return recognise


def whole(*phrases: str) -> Callable[[str], bool]:
    """Make a recogniser of messages that are one of *phrases* (patterns), but for politeness."""
    either = "|".join(phrases)
    pattern = re.compile(rf"(?:(?:{_POLITE}) )*(?:{either})(?: (?:{_POLITE}))*")
    vocabulary = frozenset(re.findall(r"[^\W\d_]{5,}", either))

    def recognise(text: str) -> bool:
        words = plain(text).split()
        if len(words) > MAX_WORDS:
            return False
        return bool(
            pattern.fullmatch(" ".join(words)) or pattern.fullmatch(" ".join(repair(words, vocabulary)))
        )

    return recognise
