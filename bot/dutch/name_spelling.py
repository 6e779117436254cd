"""Spell a name as its bearer would: capitals, particles, initials."""

import re

from bot.dutch.wording import word_set

PARTICLES = word_set(
    "van de der den het 't 's in te ten ter tot op aan bij onder uit v.d. von zu da das do dos di del "
    "della du des la le el al ben bin ibn"
)
_COMPANY_CAPITALS = {
    "bv": "BV",
    "b.v": "B.V.",
    "nv": "NV",
    "n.v": "N.V.",
    "vof": "VOF",
    "v.o.f": "V.O.F.",
    "vve": "VvE",
    "zn": "Zn.",
}
_COMPANY_WORDS = frozenset(_COMPANY_CAPITALS) | word_set(
    "stichting vereniging coöperatie bakkerij slagerij garage restaurant kapsalon holding maatschap "
    "zonen bewonersvereniging huurdersvereniging buurtvereniging bewonerscommissie"
)
_TURKISH = re.compile("[ıİğĞşŞ]")
_DOTTED = re.compile(r"(?i)(?:(?:[^\W\d_]|th|ch|chr|ph|tj|sj|fr|joh|ij)\.)+")
_VOWEL = re.compile(r"(?i)[aeiouy]")


def split_words(text: str) -> list[str]:
    """Split a name into words: one apostrophe, tight hyphens, "v.d." for "vd", initials together."""
    text = re.sub(r"['’‘`´]", "'", text)
    text = re.sub(r"\b[vV]\.?\s?/?\s?d\.?(?=\s+[^\W\d_]{2})", "v.d.", text)
    text = re.sub(r"(?i)(?<=\b(?:van|aan|uit) )t(?= )|(?<=\b(?:in|op) )t(?= )", "'t", text)
    text = re.sub(r"\s*-\s*", "-", text)
    text = re.sub(r"((?:^|[\s.])[^\W\d_]\.)(?=[^\W\d_]{2})", r"\1 ", text)
    return _join_initials(text.split())


def _join_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and is_initials(joined[-1]) and is_initials(word):
            joined[-1] = _dotted(joined[-1]) + _dotted(word)
        else:
            joined.append(word)
    return joined


def is_company(words: list[str]) -> bool:
    """Tell an organisation by a word of its legal form or trade."""
    return any(word.lower().rstrip(".") in _COMPANY_WORDS for word in words)


def is_initials(word: str) -> bool:
    """Tell single letters and dotted initials ("J", "J.P.", "Th.") from a name."""
    has_case = word.lower() != word.upper()
    return has_case and word.lower() not in PARTICLES and bool(_DOTTED.fullmatch(word.rstrip(".") + "."))


def _is_undotted(word: str) -> bool:
    """Tell "JP" and "jp" by their lack of a vowel; "Ng" is a surname."""
    consonants = 2 <= len(word) <= 3 and word.isascii() and word.isalpha() and not _VOWEL.search(word)
    return consonants and word in {word.lower(), word.upper()}


def _dotted(word: str) -> str:
    known = _DOTTED.fullmatch(word.rstrip(".") + ".")
    letters = word.rstrip(".").split(".") if known else list(word)
    return "".join(f"{_capital(letter.lower())}." for letter in letters)


def spell(words: list[str]) -> str:
    """Return the name with capitals; a word typed in mixed case is its bearer's own choice and stays."""
    turkish = any(_TURKISH.search(word) for word in words)
    return " ".join(_spell_word(word, place == 0, turkish) for place, word in enumerate(words))


def _spell_word(word: str, first: bool, turkish: bool) -> str:
    lower = _lower(word, turkish)
    if lower.rstrip(".") in _COMPANY_CAPITALS:
        return _COMPANY_CAPITALS[lower.rstrip(".")]
    if is_initials(word) or (first and _is_undotted(word)):
        return _dotted(word)
    if lower in PARTICLES | {"en"}:
        own_choice = word not in {lower, word.upper()}
        return word if own_choice else _capital(lower, turkish) if first else lower
    return _spell_plain(word.rstrip("."), lower.rstrip("."), turkish)


def _spell_plain(word: str, lower: str, turkish: bool) -> str:
    if word not in {lower, word.upper()}:
        return re.sub(r"\bIj", "IJ", word)
    first, *others = lower.split("-")
    others = [part if part in PARTICLES else _capital_part(part, turkish) for part in others]
    return "-".join([_capital_part(first, turkish), *others])


def _lower(word: str, turkish: bool) -> str:
    if turkish:
        word = word.replace("I", "ı").replace("İ", "i")
    return word.lower()


def _capital(word: str, turkish: bool = False) -> str:
    if word.startswith("ij"):
        return "IJ" + word[2:]
    if turkish and word.startswith("i"):
        return "İ" + word[1:]
    return word[:1].upper() + word[1:]


def _capital_part(part: str, turkish: bool) -> str:
    prefix, apostrophe, rest = part.partition("'")
    if apostrophe and len(prefix) == 1:
        return f"{prefix.upper()}'{_capital(rest)}"
    if part.startswith("mc") and len(part) > 4:
        return "Mc" + _capital(part[2:])
    return _capital(part, turkish)
