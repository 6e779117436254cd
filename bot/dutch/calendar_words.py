"""The words of the calendar, and a phrase brought to one plain form: lower case, mended, in digits."""

import re
import unicodedata
from functools import lru_cache

from bot.dutch.english_dates import in_dutch
from bot.dutch.numbers import with_digits

MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
]  # fmt: skip
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
DAY_PARTS = ["ochtend", "morgen", "middag", "avond", "nacht"]

_LONG_WORDS = [
    *(word for word in MONTHS if len(word) > 4), *WEEKDAYS,
    *(weekday + part for weekday in WEEKDAYS for part in DAY_PARTS),
    *("gisteren" + part for part in DAY_PARTS), "gisteren", "eergisteren", "gisteravond", "gistermiddag",
    "gisterochtend", "gistermorgen", "gisternacht", "vandaag", "vanochtend", "vanmorgen", "vanmiddag",
    "vanavond", "vannacht", "afgelopen", "vorige", "volgende", "geleden", "maanden", "ongeveer",
    "halverwege", "anderhalve", "anderhalf", "weekend", "zomer", "winter", "herfst", "voorjaar", "najaar",
    "koningsdag", "pinksteren", "hemelvaart", "sinterklaas", "zomervakantie", "kerstvakantie",
    "herfstvakantie", "voorjaarsvakantie", "meivakantie",
]  # fmt: skip
# Everyday words one slip away from a calendar word; they are never mended.
_EVERYDAY = {
    *(weekday + "en" for weekday in WEEKDAYS), "maart", "maar", "maat", "maakt", "maand", "maanden", "morgen",
    "moraal", "vandaan", "gelden", "gleden", "geladen", "gelezen", "gereden", "gebeden", "gelegen", "gelede",
    "geledingen", "leden", "afgelegen", "afgeladen", "zondes", "zonder", "winkel", "winnen", "winner",
    "winters", "zomers", "zomen", "vroege", "vorigen", "gister", "eerder", "weekenden", "vandalen",
}  # fmt: skip
_ALIASES = {
    **{month[:3]: month for month in MONTHS if month != "maart"}, "mrt": "maart",
    "maa": "maart", "mar": "maart", "mart": "maart", "sept": "september", "oct": "oktober",
    "agustus": "augustus", "mrat": "maart", "jnui": "juni", "juin": "juni", "jnuari": "januari",
    "jluli": "juli", "jlui": "juli", "gister": "gisteren", "vorig": "vorige",
    "verleden": "vorige", "voorige": "vorige", "vrg": "vorige",
    "afglopen": "afgelopen", "geledn": "geleden", "trug": "terug", "terg": "terug",
    "weke": "weken", "wken": "weken", "wkn": "weken", "weeken": "weken", "wk": "week", "mnd": "maanden",
    "mndn": "maanden", "maandn": "maanden", "dgn": "dagen", "daggen": "dagen", "jr": "jaar",
    "jaren": "jaar", "uren": "uur", "ure": "uur", "uurtje": "uur", "uurtjes": "uur", "weekje": "week",
    "weekjes": "weken", "maandje": "maand", "maandjes": "maanden", "dagje": "dag", "dagjes": "dagen",
    "jaartje": "jaar", "paartje": "paar", "enkele": "paar", "zon": "zo n", "midden": "half",
    "medio": "half", "halverwege": "half", "mid": "half", "einde": "eind", "ende": "eind",
    "beging": "begin", "bgin": "begin", "anvang": "begin", "aanvang": "begin", "omstreeks": "rond",
    "rondom": "rond", "rondt": "rond", "circa": "ongeveer", "ca": "ongeveer", "plusminus": "ongeveer",
    "plm": "ongeveer", "pakweg": "ongeveer", "ongeveeer": "ongeveer", "voorjaar": "lente",
    "najaar": "herfst", "sedert": "sinds", "sins": "sinds", "sind": "sinds", "jongstleden": "jl",
    "laatstleden": "jl", "ll": "jl", "halve": "half", "anderhalve": "anderhalf", "weekeinde": "weekend",
    "vanmorgen": "vanochtend", "zojuist": "daarnet", "zonet": "daarnet", "heden": "vandaag",
    "maant": "maand", "wek": "week", "vndaag": "vandaag", "vandaa": "vandaag", "afgelope": "afgelopen",
}  # fmt: skip
_SHORT_WEEKDAYS = {weekday[:2]: weekday for weekday in WEEKDAYS}
_SHORT = "|".join(_SHORT_WEEKDAYS)
_SHORT_WEEKDAY = re.compile(
    rf"\b(?:{_SHORT})(?= \d{{1,2}}e? ?(?:{'|'.join(MONTHS)}|[-/.]\d)| tot (?:en met )?(?:{_SHORT})$)"
    rf"|(?:(?<=tot )|(?<=tot en met ))(?:{_SHORT})$"
    rf"|(?:(?<=week )|(?<=vorige )|(?<=afgelopen ))(?!zo\b)(?:{_SHORT})(?=$| ,| om\b| rond\b)"
)
_ANY_MONTH = "|".join([*MONTHS, *(word for word in _ALIASES if _ALIASES[word] in MONTHS)])
_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-", "…": " ", "&": " en "}
)

_TIDYINGS = [
    (r"\bt\s?[/.]?\s?m\b\.?", " tot en met "),
    (r"\b(\d{1,2})\s?:\s?(\d\d)\b", r"\1:\2"),
    (r"(\d)\s?/\s?(?=\d)", r"\1/"),
    (r"\b(\d{1,2}) - (\d{1,2}) - (\d{2,4})\b", r"\1-\2-\3"),
    (rf"\b(\d{{1,2}})\s?-\s?(\d{{1,2}}) (?=(?:{_ANY_MONTH})\b)", r"\1 tot \2 "),
    (rf"\b(\d{{1,2}})/(\d{{1,2}}) (?=(?:{_ANY_MONTH})\b)", r"\1 of \2 "),
    (rf"\b(\d{{1,2}})[-.]({_ANY_MONTH})\b[-.]?", r"\1 \2 "),
    (r" - ", " tot "),
    (r"(?<=[a-z]{3})\s?/\s?(?=[a-z]{3})", " of "),
    (r"\b(jl|j\.l|l\.l|ll|ca|d\.d|dd|nr|a\.s|as|plm)\.(?=\s|,|$)", r"\1"),
    (rf"\b({_ANY_MONTH}|ma|di|wo|do|vr|za|zo)\.(?=\s|,|$)", r"\1"),
    (r"\ba\.s\b|\baanstaande\b|\baankomende\b", "komende"),
    (r"\bj\.l\b|\bl\.l\b", "jl"),
    (r"\bd\.d\b|\bdd\b", " "),
    (r"(?<=[a-z])-(?=[a-z])", " "),
    (r"(?<=\d)-(?=(?:ste|de|e)\b)", ""),
    (r"(?<=[-/.])'(?=\d\d\b)", ""),
    (r"\b(vorige|afgelopen|volgende)(?=[a-z]{3})", r"\1 "),
    (r"(?<=[a-z])(?=(?:geleden|terug)\b)", " "),
    (r"\b(om|rond|tegen|tot|van|op)(?=\d)", r"\1 "),
    (r"\bhalfjaar\b", "half jaar"),
    (r"\b(om|rond|tegen) (\d{1,2})en\b", r"\1 \2"),
    (r":(?=\s)", " , "),
    (r"\b([ap])\.m\b\.?", r"\1m"),
    (r"(\d)(?=(?!ste\b|uur\b)[a-z]{3,})", r"\1 "),
    (r"(\d)uur\b", r"\1 uur"),
    (r"[;()\"!?*]|\.{2,}|\.(?=\s|$)|(?<![\d])\.(?=\D)|,(?!\d)", " , "),
    (r"(?<!\d)'(?!\d\d\b)|(?<=[a-z])'", " "),
]


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_MARKS).lower())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _distance(left: str, right: str) -> int:
    """Count slips (a letter too many, too few, wrong, or two swapped) between two words."""
    rows = [list(range(len(right) + 1))]
    for i, letter in enumerate(left, start=1):
        row = [i]
        for j, other in enumerate(right, start=1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other)))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


@lru_cache(maxsize=1)
def _long_words_by_letter() -> dict[str, list[str]]:
    letters = {word[0] for word in _LONG_WORDS}
    return {letter: [word for word in _LONG_WORDS if word[0] == letter] for letter in letters}


def _mended(word: str) -> str:
    if len(word) < 5 or word in _EVERYDAY or word in _LONG_WORDS:
        return word
    slips = 1 if len(word) < 8 else 2
    near = [
        known for known in _long_words_by_letter().get(word[0], []) if abs(len(known) - len(word)) <= slips
    ]
    scored = sorted((_distance(word, known), known) for known in near)
    scored = [entry for entry in scored if entry[0] <= slips]
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return word
    return scored[0][1]


def _known_word(match: re.Match[str]) -> str:
    word = match[0]
    return _ALIASES[word] if word in _ALIASES else _ALIASES.get(mended := _mended(word), mended)


def _apart(phrase: str) -> str:
    """Write day parts apart: "dinsdagavond" is "dinsdag avond", "vanochtend" is "vandaag ochtend"."""
    parts = "|".join(DAY_PARTS)
    phrase = re.sub(rf"\b({'|'.join(WEEKDAYS)})({parts})s?\b", r"\1 \2", phrase)
    phrase = re.sub(rf"\b(eer)?gister(?:e?n)?({parts})\b", r"\1gisteren \2", phrase)
    phrase = re.sub(r"\bmorgen(ochtend|middag|avond)\b", r"morgen \1", phrase)
    return re.sub(r"\bvan(ochtend|middag|avond)\b", r"vandaag \1", phrase)


def canonical(text: str) -> str:
    """Return the phrase in the one form the rules read; articles are dropped, sentences become " , "."""
    phrase = _plain(text)
    for pattern, replacement in _TIDYINGS:
        phrase = re.sub(pattern, replacement, phrase)
    phrase = re.sub(r"\s+", " ", phrase).strip()
    phrase = with_digits(re.sub(r"[a-z]{2,}", _known_word, in_dutch(phrase)))
    phrase = _SHORT_WEEKDAY.sub(lambda match: _SHORT_WEEKDAYS[match[0]], phrase)
    phrase = re.sub(r"\b(?:de|het|the|t|jl|dit jaar(?= jl))\b", " ", _apart(phrase))
    return re.sub(r"^[ ,]+|[ ,]+$", "", re.sub(r"(?: ?, ?)+", " , ", re.sub(r"\s+", " ", phrase)))
