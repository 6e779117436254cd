"""Simple English about days and times put into the Dutch words the date rules know."""

import re

_WORDS = {
    "yesterday": "gisteren", "today": "vandaag", "tomorrow": "morgen", "tonight": "vanavond",
    "january": "januari", "february": "februari", "march": "maart", "june": "juni", "july": "juli",
    "august": "augustus", "october": "oktober", "monday": "maandag", "tuesday": "dinsdag",
    "wednesday": "woensdag", "thursday": "donderdag", "friday": "vrijdag", "saturday": "zaterdag",
    "sunday": "zondag", "day": "dag", "days": "dagen", "weeks": "weken", "month": "maand",
    "months": "maanden", "year": "jaar", "years": "jaar", "hour": "uur", "hours": "uur", "ago": "geleden",
    "since": "sinds", "between": "tussen", "and": "en", "until": "tot", "till": "tot", "morning": "ochtend",
    "afternoon": "middag", "evening": "avond", "night": "nacht", "spring": "lente", "summer": "zomer",
    "autumn": "herfst", "christmas": "kerst", "easter": "pasen", "around": "rond", "about": "ongeveer",
    "early": "begin", "late": "eind", "noon": "middaguur", "few": "paar", "couple": "paar",
}  # fmt: skip
_PHRASES = [
    (r"\bthe day before yesterday\b", "eergisteren"), (r"\blast night\b", "gisteren avond"),
    (r"\b(?:last|past|previous)(?= (?:week|month|year)\b)", "vorige"),
    (r"\b(?:last|past)(?= (?:\w+day|summer|winter|spring|autumn|christmas|easter|weekend)\b)", "afgelopen"),
    (r"\bnext(?= \w)", "volgende"),
    (r"\bthis(?= (?:week|month|year|summer|winter|spring|autumn|\w+day)\b)", "deze"),
    (r"\bthis(?= (?:morning|afternoon|evening)\b)", "vandaag"),
    (r"\ba (?:couple|few)(?: of)?\b", "een paar"),
    (r"\b(?:a|an|one)(?= (?:day|week|month|year|hour)s?\b)", "een"),
    (r"\bhalf past (\d{1,2}|\w+)\b", r"\1 uur 30"), (r"\bquarter past ", "kwart over "),
    (r"\bquarter to ", "kwart voor "), (r"\b(\d{1,2}) ?(am|pm)\b", r"\1 uur \2"),
    (r"\b(\d{1,2}:\d\d) ?(am|pm)\b", r"\1 \2"), (r"\b(\w+) o clock\b", r"\1 uur"),
    (r"\bat (?=\d|half|noon|kwart|about|around)", "om "), (r"\bon(?= (?:the |\w+day|\d|[a-z]+ \d))", "op"),
    (r"\b(spring|summer|autumn|winter|month|week|year) of\b", r"\1"),
    (r"\b(?:beginning|start) of\b", "begin"), (r"\bend of\b", "eind"), (r"\bmiddle of\b", "half"),
    (r"\b(\d{1,2}(?:st|nd|rd|th)?) of (?=[a-z]+\b)", r"\1 "),
    (r"\b(\d{1,2}(?:st|nd|rd|th)?) may\b", r"\1 mei"), (r"\bmay(?= \d)", "mei"),
    (r"\b(in|since|last|early|late) may\b", r"\1 mei"), (r"\bfrom (?=.* (?:to|until|till) )", "van "),
    (r"\b(?:i think|i believe|i guess|maybe|probably)\b", "ik denk"),
    (r"\b(?:it|that|this) (?:was|happened)(?: on)?\b", "dat was"),
    (r"\bi (?:don ?t|do not|can ?t) (?:know|remember)\b|\bno idea\b", "weet ik niet"),
]  # fmt: skip
_SIGN = re.compile(
    r"\b(?:yesterday|today|tomorrow|ago|last|since|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|"
    r"february|march|may|june|july|august|october|on|at|from|am|pm|past|clock|this|next|early|late|between|summer|"
    r"christmas|easter|about|around|i|it|the|beginning|end|middle|idea)\b"
)


def in_dutch(phrase: str) -> str:
    """Replace English date words in a lower-case phrase; a phrase without any comes back as it was."""
    if not _SIGN.search(phrase):
        return phrase
    for pattern, replacement in _PHRASES:
        phrase = re.sub(pattern, replacement, phrase)
    phrase = re.sub(r"\bto(?= )", "tot", phrase) if phrase.startswith("van ") else phrase
    return re.sub(r"[a-z]+", lambda match: _WORDS.get(match[0], match[0]), phrase)
