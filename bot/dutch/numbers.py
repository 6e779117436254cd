"""Dutch and simple English number words as digits: "drieëntwintig" is 23, "de derde" is 3e."""

import re

_UNITS = ["", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS = {2: "twintig", 3: "dertig", 4: "veertig", 5: "vijftig"}
_ORDINALS = {1: "eerste", 3: "derde", 8: "achtste"}
_ENGLISH = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ENGLISH_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_CLOCK_HOURS = {
    "enen": 1, "tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8,
    "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12,
}  # fmt: skip


def _cardinals() -> dict[int, str]:
    words = dict(enumerate(_UNITS)) | {10 + index: word for index, word in enumerate(_TEENS)}
    for ten, tens in _TENS.items():
        words[10 * ten] = tens
        words |= {10 * ten + unit: f"{_UNITS[unit]}en{tens}" for unit in range(1, 10)}
    return {value: word for value, word in words.items() if value}


def _words() -> dict[str, str]:
    cardinals = _cardinals()
    words = {word: str(value) for value, word in cardinals.items() if value > 1}
    for value, word in cardinals.items():
        words[_ORDINALS.get(value, word + ("de" if value < 20 else "ste"))] = f"{value}e"
        words[f"tweeduizend{word}"] = words[f"tweeduizenden{word}"] = str(2000 + value)
    words |= {word: str(value) for value, word in enumerate(_ENGLISH, start=2)}
    return words | {word: f"{value}e" for word, value in _ENGLISH_ORDINALS.items()}


_WORDS = _words()
_TENS_APART = re.compile(rf"\b({'|'.join(_UNITS[1:])}) en ({'|'.join(_TENS.values())})\b")
_YEAR_APART = re.compile(r"\btweeduizend (?:en )?(?=[a-z])")
_HALF_HOUR = re.compile(rf"\bhalf(?={'|'.join(word for word in _cardinals().values() if len(word) > 2)})")
# "een" is the hour where no article can stand: "kwart over een", "om een uur", but not "een uur of drie".
_ONE_O_CLOCK = re.compile(
    r"\b((?:kwart|5|10|20)(?: minuten)? (?:voor|over)(?: half)?|half) een(?= uur| ,|$)"
    r"|\b(om|rond|tegen|vanaf) een(?= uur\b(?! of| of))"
)
_CLOCK_HOUR = re.compile(rf"\b(tegen|rond|omstreeks|over|voor|na) ({'|'.join(_CLOCK_HOURS)})\b")


def with_digits(phrase: str) -> str:
    """Replace number words in a lower-case phrase without accents; "een" stays, being an article too."""
    phrase = _CLOCK_HOUR.sub(lambda match: f"{match[1]} {_CLOCK_HOURS[match[2]]} uur", phrase)
    phrase = _TENS_APART.sub(r"\1en\2", phrase)
    phrase = _HALF_HOUR.sub("half ", _YEAR_APART.sub("tweeduizend", phrase))
    phrase = re.sub(r"[a-z]+", lambda match: _WORDS.get(match[0], match[0]), phrase)
    phrase = _ONE_O_CLOCK.sub(lambda match: f"{match[1] or match[2]} 1", phrase)
    return re.sub(r"\b(\d{1,2})(?:ste|de|st|nd|rd|th)\b", r"\1e", phrase)
