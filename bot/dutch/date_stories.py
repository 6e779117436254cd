"""The one date of the event inside a longer story: no duration, no deadline, not the date of a letter."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.dutch.calendar_words import MONTHS, WEEKDAYS, canonical
from bot.dutch.clock_times import Clock, take_clock
from bot.dutch.date_phrases import read_phrase
from bot.dutch.holidays_nl import HOLIDAY_NAMES
from bot.dutch.lasting import goes_on, is_endured, is_long_since, is_since, without_endured
from bot.dutch.periods import SEASONS, Period, UnreadableDateError

_MOST_WORDS = 9
# Beyond this many places to look, a text is a list of dates and not the story of one event.
_MOST_WINDOWS = 1000
_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_SEASON = "|".join(SEASONS)
_HOLIDAY = "|".join(sorted(HOLIDAY_NAMES, key=len, reverse=True))

# What makes a phrase a date of its own and not a number, a name or a length of time.
_PAST_WORD = r"\b(?:eergisteren|gisteren|vandaag|vannacht|geleden|terug|afgelopen|vorige|laatste)\b"
_DATES = [
    r"eergisteren|gisteren|vandaag|vannacht|geleden|terug",
    rf"\d{{1,2}}e?(?: van)? (?:{_MONTH})|(?:{_MONTH}) (?:\d{{1,2}}e|(?:19|20)\d\d)",
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-\d\d-\d\d|op \d{1,2}[/-]\d{1,2}",
    rf"(?:afgelopen|vorige|deze|laatste) (?:week|maand|weekend|nacht|{_WEEKDAY}|{_SEASON}|{_HOLIDAY})",
    r"in weekend",
    rf"(?:in|begin|half|eind|sinds|vanaf) (?:{_MONTH})|(?:met|rond|tijdens|op|in) (?:{_HOLIDAY})",
    rf"vorige jaar (?:\w+ )?(?:{_SEASON}|{_HOLIDAY}|{_MONTH})",
    rf"(?:{_SEASON}|{_HOLIDAY}|{_MONTH}) (?:van )?vorige jaar",
    rf"(?:{_WEEKDAY}) \d{{1,2}}e",
    rf"(?:{_SEASON})(?: van)? (?:19|20)\d\d",
]
_DATE = re.compile(rf"\b(?:{'|'.join(_DATES)})\b")
_BARE_WEEKDAY = re.compile(rf"(?:op |van )?(?:{_WEEKDAY})")
_BARE_YEAR = re.compile(r"in (?:19|20)\d\d")
_SEVERAL = re.compile(r"\b(?:(?<!tot )en|of)\b")
_ONE_NAME = re.compile(r"^tussen |oud en nieuw")

_FIRST = re.compile(
    rf"\d|gisteren|vandaag|vannacht|afgelopen|vorige|deze|laatste|{_WEEKDAY}|{_MONTH}|{_SEASON}|{_HOLIDAY}|sinds|"
    r"\b(?:op|in|van|vanaf|tussen|begin|half|eind|om|rond|een|al|met|tijdens|de|het|last|on|paar|anderhalf|ongeveer|"
    r"oud|goede|zo|ruim|weekend|kwart|s|volgende|komende|eerstvolgende|morgen|overmorgen|next)\b"
)
_LAST = re.compile(
    rf"\d|gisteren|vandaag|vannacht|geleden|terug|{_WEEKDAY}|{_MONTH}|{_SEASON}|{_HOLIDAY}|nieuw|"
    r"\b(?:week|weken|weekend|maand|maanden|jaar|year|month|night|lang|uur|u|ochtends?|middags?|avonds?|nachts?|morgens?|middaguur|ago|nu)\b"
)
_CALENDAR = re.compile(
    rf"\d[-/.]\d|(?:19|20)\d\d|gisteren|vandaag|vannacht|geleden|terug|week|weken|maand|jaar|weekend|{_WEEKDAY}|{_MONTH}|{_SEASON}|{_HOLIDAY}|"
    r"nacht|night|month"
)

_PAST_TENSE = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|kwam|kwamen|ging|gingen|stond|stonden|belde|kreeg|zei|vroeg|moest|wilde|zat|"
    r"deed|gaf|liet|reed|liep|lag|bleek|vond|begon|begonnen|startte|sloeg|duwde|schold|schreeuwde|lachte|riep|"
    r"snauwde|negeerde|weigerde|hing|gooide|pakte|dreigde|noemde|"
    r"(?:heb|heeft|hebben|ben|is|zijn) (?:\S+ ){0,12}(?:\w{2,3})?(?:ge|be|ver|ont)\w+)\b"
)
_PLANNED = re.compile(
    r"\b(?:wordt|word|zal|zullen|zou|zouden|moet|moeten|mag|mogen|mocht|kan|kon|kunnen|krijg|krijgt|afspraak|"
    r"binnenkort|straks)\b"
)
_AHEAD = re.compile(r"\b(?:volgende|komende|eerstvolgende|overmorgen|(?<!s )(?<!goede )morgen)\b")
_HABIT = re.compile(
    r"\b(?:elke?|iedere?|alle|(?<!nog )(?:altijd|steeds)|meestal|vaak|"
    r"wekelijks|maandelijks|jaarlijks|telkens)\b"
)
_FACT_OF_LIFE = re.compile(
    r"\b(?:geboren|jarig|geboortedatum|verjaardag|termijn|deadline|verloopt|verliep|verlopen|liep af|"
    r"loopt af|geldig|vervaldatum|ingangsdatum|uiterlijk)\b"
)
_LIVING = re.compile(
    r"\b(?:woon|wonen|woont|werk|werkt|werken|getrouwd|trouwde\w*|klant|lid|verhuis\w*|kocht\w*|gekocht|huur|gepensioneerd|"
    r"betaal|betalen|per maand)\b"
)
_NOT_THE_EVENT = re.compile(
    r"\b(?:(?:tot|voor|na|dan|per|tegen)(?: en met| op| aan)?(?: dag van| datum van)?|niet|geen|behalve|"
    r"(?:sinds|vanaf)(?: \w+){0,4}|elke?|iedere?|alle|"
    r"(?:\w*(?:brief|besluit|beschikking|mail|mailtje|bericht|factuur|aanslag|rekening|aanvraag|"
    r"vergunning|bezwaar|verslag|foto|nota|kenmerk|krant|paspoort|kaart|contract))(?: van| op)?)$"
)
_AFTERWARDS = re.compile(
    r"^(?:later|erna|daarna|ervoor|daarvoor|eerder|nog niet|nog niets|nog geen|nog steeds|"
    r"(?:en|of|tot) (?:19|20)\d\d)\b"
)
_COUNTED = re.compile(
    r"^(?:jaar|euro|keer|weken|week|dagen|maanden|uur|mensen|kinderen|brieven|stuks|mails?|x)\b"
)
_SENTENCE_END = re.compile(r"(?<=[!?;])\s+|\n+|(?<=[a-z0-9]{3}\.)\s+(?=[A-Z\"'(])|(?<=[a-z]{4}\.)\s+")


@dataclass(frozen=True)
class Mention:
    """A date in a story: the period, the time beside it, and the citizen's own words."""

    period: Period
    clock: Clock
    text: str


@dataclass(frozen=True)
class _Window:
    """Some words of a sentence, with what stands before and after them."""

    words: str
    before: str
    after: str
    sentence: str

    def speaks_of_date(self, phrase: str) -> bool:
        """Tell whether the phrase is a date by itself, or a weekday of which something is told."""
        if re.search(r" \d{1,2}$", phrase) and _COUNTED.search(self.after):
            return False
        if _BARE_WEEKDAY.fullmatch(phrase):
            return self._tells_what_happened()
        if _BARE_YEAR.fullmatch(phrase):
            return self._tells_what_happened() and not _LIVING.search(self.sentence)
        if is_long_since(phrase):
            return is_endured(self.before, self.sentence)
        return bool(_DATE.search(phrase))

    def _tells_what_happened(self) -> bool:
        told = _PAST_TENSE.search(self.sentence) and not _HABIT.search(self.sentence)
        return bool(told) and not _PLANNED.search(self.sentence)

    def is_of_event(self, phrase: str) -> bool:
        """Tell whether the words around a date leave it the date of the event."""
        attributive = " van" if phrase.startswith("van ") and " tot " not in phrase else ""
        if _NOT_THE_EVENT.search(self.before + attributive) or _AFTERWARDS.search(self.after):
            return False
        if is_since(phrase):
            elsewhere = _LIVING.search(self.sentence) or _looks_elsewhere(without_endured(self.sentence))
            return not elsewhere
        return bool(re.search(_PAST_WORD, phrase)) or not _looks_elsewhere(self.sentence)


def _looks_elsewhere(sentence: str) -> bool:
    planned = _PLANNED.search(sentence) and not _PAST_TENSE.search(sentence)
    return bool(planned or _AHEAD.search(sentence) or _FACT_OF_LIFE.search(sentence))


def _read(window: _Window, today: date) -> Mention | None:
    """Read a window from end to end; several dates at once are no single event."""
    phrase, clock = take_clock(canonical(window.words))
    period = read_phrase(phrase, today) if phrase else None
    if period is None or not window.speaks_of_date(phrase):
        return None
    if _SEVERAL.search(phrase) and not _ONE_NAME.search(phrase):
        raise UnreadableDateError("unclear")
    text = window.words if window.is_of_event(phrase) and period.first <= today else ""
    return Mention(period, clock, text)


class _Sentence:
    """One sentence as words, marked by whether a date can begin or end at each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = canonical(text)
        self.words = list(re.finditer(r"\S+", text))
        plain = [canonical(word[0]) or word[0].lower() for word in self.words]
        self.first = [bool(_FIRST.search(word)) for word in plain]
        self.last = [bool(_LAST.search(word)) for word in plain]
        self.calendar = [bool(_CALENDAR.search(word)) for word in plain]

    def window(self, start: int, end: int) -> _Window:
        """Return the words from *start* up to *end*."""
        first, last = self.words[start].start(), self.words[end - 1].end()
        words = self.text[first:last].rstrip(",.;:!?")
        return _Window(words, canonical(self.text[:first]), canonical(self.text[last:]), self.plain)

    def windows(self) -> int:
        """Count the places to look for a date."""
        return sum(len(self.ends(start)) for start in range(len(self.words)))

    def ends(self, start: int) -> list[int]:
        """Return where a date that begins at *start* may end, the longest first."""
        if not self.first[start]:
            return []
        furthest = min(start + _MOST_WORDS, len(self.words))
        return [
            end for end in range(furthest, start, -1) if self.last[end - 1] and any(self.calendar[start:end])
        ]


def _longest_from(sentence: _Sentence, start: int, today: date) -> tuple[int, Mention | None]:
    """Return where the longest date that begins at *start* ends, and that date; *start* if none does."""
    for end in sentence.ends(start):
        try:
            mention = _read(sentence.window(start, end), today)
        except UnreadableDateError as error:
            if error.problem == "future":
                return end, None
            raise
        if mention:
            return end, mention if mention.text else None
    return start, None


def mentions(story: str, today: date) -> list[Mention]:
    """Return the dates of the event in a story; raise UnreadableDateError on one that cannot be."""
    found = []
    sentences = [_Sentence(text) for text in _SENTENCE_END.split(story)]
    if sum(sentence.windows() for sentence in sentences) > _MOST_WINDOWS:
        raise UnreadableDateError("unclear")
    for sentence in sentences:
        start = 0
        while start < len(sentence.words):
            end, mention = _longest_from(sentence, start, today)
            found += [mention] if mention else []
            start = max(end, start + 1)
    return found


def only_mention(story: str, today: date) -> Mention | None:
    """Return the date of the event if the story has one, or one that lies within all the others."""
    try:
        found = mentions(story, today)
    except UnreadableDateError:
        return None
    if not found:
        return None
    found = [mention for mention in found if not _BARE_YEAR.fullmatch(canonical(mention.text))] or found
    narrowest = min(found, key=lambda mention: (mention.period.days, mention.clock.time is None))
    if not all(mention.period.contains(narrowest.period) for mention in found):
        return None
    return _until_now(narrowest, today) if goes_on(canonical(story)) else narrowest


def _until_now(mention: Mention, today: date) -> Mention:
    """Let what began then last until today."""
    lasting = read_phrase(f"sinds {take_clock(canonical(mention.text))[0]}", today)
    period = lasting or replace(mention.period, last=today, ongoing=True)
    return replace(mention, period=period)
