"""Times of the day in a phrase: "kwart voor tien", "half 9 's avonds", "10u30", "rond het middaguur".

Without a part of the day a time before seven is in the afternoon: an office is open then, not at night.
A leading zero or an hour above twelve is taken literally.
"""

import re
from dataclasses import dataclass

from bot.dutch.calendar_words import MONTHS

_PART = (
    r"(?:(?:laat|vroeg|vroege|late|heel|hele|aan|in|op|tegen|eind|begin|half|loop|van|s) )*"
    r"(?P<part>ochtends?|morgens|(?:(?<=vroege )|(?<=dag )|(?<=steren )|(?<=s ))morgen|voormiddag|"
    r"namiddag|middags?|avonds?|nachts?|vannacht)\b(?: laat| vroeg)?"
)
_PART_NAMES = [("vannacht", "vannacht"), ("nacht", "nacht"), ("avond", "avond"), ("voormiddag", "ochtend"),
               ("middag", "middag"), ("ochtend", "ochtend"), ("morgen", "ochtend")]  # fmt: skip
_LEAD = (
    r"(?:(?:om en nabij|om|rond|tegen|ongeveer|vanaf|klokslag|precies|exact|even|net|kort|na|zo n|een|op|"
    r"van) )*?"
)
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_HALF_DAY = r"(?: (?P<half>am|pm))?"
_SIGN = r"(?: minuten)? (?P<sign>voor|over|na)"
_NOT_SPAN = r"(?! (?:geleden|terug|lang|gewacht|wachten|later|en een half))"
_MONTHISH = rf"(?!e?\b ?(?:{'|'.join(MONTHS)}))"

_TIMES = [
    re.compile(rf"{_LEAD}\bkwart (?P<sign>voor|over|na) {_HOUR}(?: uur)?\b"),
    re.compile(rf"{_LEAD}\b(?P<minutes>\d{{1,2}}){_SIGN} (?P<to>half) {_HOUR}(?: uur)?\b"),
    re.compile(rf"{_LEAD}\b(?P<minutes>5|10|15|20){_SIGN} {_HOUR}(?: uur)?\b{_MONTHISH}"),
    re.compile(rf"{_LEAD}\b(?P<to>half) {_HOUR}(?: uur)?\b(?![.:/-]\d){_MONTHISH}"),
    re.compile(rf"{_LEAD}\b(?:uur|uurtje) (?:of|a) {_HOUR}(?: uur)?\b(?! (?:geleden|terug))"),
    re.compile(
        rf"{_LEAD}\b{_HOUR}(?::|u|h| uur )(?P<clock>[0-5]\d)(?::[0-5]\d)?"
        rf"(?: ?uur| ?u\b)?{_HALF_DAY}\b(?![./-]\d)"
    ),
    re.compile(rf"{_LEAD}\b{_HOUR}\.(?P<clock>[0-5]\d) ?(?:uur|u|h)\b"),
    re.compile(rf"(?:(?:om|rond|tegen|vanaf) )(?:ongeveer )?{_HOUR}\.(?P<clock>[0-5]\d)\b(?!\.)"),
    re.compile(rf"{_LEAD}\b(?P<hour>[01]\d|2[0-3])(?P<clock>[0-5]\d) ?(?:uur|u)\b"),
    re.compile(rf"{_LEAD}\b{_HOUR} ?(?:uur|u)\b{_NOT_SPAN}{_HALF_DAY}"),
    re.compile(rf"(?:om|tegen|klokslag|rond klok van) (?:ongeveer |rond )?{_HOUR}\b(?![.:/-]\d){_MONTHISH}"),
    re.compile(rf"rond {_HOUR}(?=$| ,)"),
    re.compile(r"(?:(?:om|rond|tegen|tijdens|in) )*(?P<noon>middaguur)\b"),
]  # fmt: skip
_ONE = r"(?:half |kwart (?:voor|over) )?\d{1,2}(?:[:.u]\d\d)?(?: ?uur)?"
_BETWEEN = re.compile(rf"\btussen {_ONE} en {_ONE}(?= |$)")
_FROM = re.compile(rf"\b(?:van |vanaf )?(?P<start>{_ONE}) ?(?:tot|-)(?: ongeveer)? (?P<end>{_ONE})(?= |$)")
_CLOCKLIKE = re.compile(r"uur|:|\du\d|\.(?:00|15|30|45)|half|kwart")


@dataclass(frozen=True)
class Clock:
    """What a phrase says of the time of day: "HH:MM" if a time was given, and the part of the day."""

    time: str | None = None
    part: str | None = None


def _hour_of_day(hour: int, minute: int, part: str | None) -> int:
    early = hour * 60 + minute < 7 * 60
    if part in ("nacht", "vannacht"):
        return (hour % 12 + (12 if 8 <= hour < 12 else 0)) if hour <= 12 else hour
    if part in ("ochtend", "am"):
        return hour
    if part in ("avond", "pm", "middag"):
        return hour + 12 if hour < 10 or (hour < 12 and part != "middag") else hour
    return hour + 12 if early else hour


def _shift(match: re.Match[str]) -> int:
    """Return the minutes to add to the hour that was named."""
    found = match.groupdict()
    minutes = int(found.get("minutes") or found.get("clock") or (15 if found.get("sign") else 0))
    return (-minutes if found.get("sign") == "voor" else minutes) - (30 if found.get("to") else 0)


def _time(match: re.Match[str], part: str | None) -> str | None:
    if match.groupdict().get("noon"):
        return "12:00"
    part = match.groupdict().get("half") or part
    literal = len(match["hour"]) == 2 and match["hour"].startswith("0")
    hour, minute = divmod(int(match["hour"]) * 60 + _shift(match), 60)
    if not literal and hour <= 12 and match["hour"] not in ("0", "24"):
        hour = _hour_of_day(hour, minute, part)
    late_twelve = part == "avond" and match["hour"] == "12" and not match.groupdict().get("to")
    return None if late_twelve or not 0 <= hour < 24 else f"{hour:02}:{minute:02}"


def _take_range(phrase: str, part: str | None) -> tuple[str, str | None] | None:
    """Take "van 10 tot 11 uur" (its start) or "tussen 10 en 12 uur" (no one time) out of the phrase."""
    for pattern in (_BETWEEN, _FROM):
        match = pattern.search(phrase)
        if match and _CLOCKLIKE.search(match[0]):
            rest = phrase[: match.start()] + " " + phrase[match.end() :]
            start = match["start"] if pattern is _FROM else None
            return rest, _first_time(start if not start or "uur" in start else f"{start} uur", part)
    return None


def _first_time(phrase: str | None, part: str | None) -> str | None:
    return take_clock(phrase, part)[1].time if phrase else None


def _take_time(phrase: str, part: str | None) -> tuple[str, str | None]:
    ranged = _take_range(phrase, part)
    if ranged:
        return ranged
    for pattern in _TIMES:
        match = pattern.search(phrase)
        if match:
            return phrase[: match.start()] + " " + phrase[match.end() :], _time(match, part)
    return phrase, None


def _take_part(phrase: str) -> tuple[str, str | None]:
    match = re.search(rf"\b{_PART}", phrase)
    if not match:
        return phrase, None
    name = next(name for word, name in _PART_NAMES if word in match["part"])
    kept = "vannacht" if name == "vannacht" else ""
    return f"{phrase[: match.start()]} {kept} {phrase[match.end() :]}", name


def take_clock(phrase: str, part: str | None = None) -> tuple[str, Clock]:
    """Take the time and the part of the day out of a canonical phrase; return the rest and what was taken."""
    rest, found = _take_part(phrase)
    part = found or part
    rest, time = _take_time(re.sub(r"\s+", " ", rest).strip(), part)
    rest = re.sub(r"\bmiddernacht\b", " ", rest)
    rest = re.sub(r"\s+", " ", rest).strip()
    return re.sub(r"^(?:, )+|(?: (?:,|om|rond|in|op|uur))+$", "", rest), Clock(time, part)
