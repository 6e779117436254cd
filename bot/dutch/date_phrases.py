"""Whole date phrases made of named and relative days: ranges, alternatives, a day within a period."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.dutch.calendar_days import read_calendar_day
from bot.dutch.calendar_words import MONTHS, WEEKDAYS
from bot.dutch.periods import Period, UnreadableDateError, part_of, week_of
from bot.dutch.relative_days import RELATIVE, read_duration, read_relative_day, read_unit_ago

Reader = Callable[[str, date], Period | None]

_MOST_WORDS = 14
_MOST_DAYS_APART = 250
_LEADING = re.compile(
    r"^(?:(?:op|in|met|tijdens|gedurende|van|ergens|per|om|,|en wel|periode|heel|hele)(?: |$))+(?! )"
)
_PART = re.compile(r"(?:aan |aan eind |in )?(?P<part>begin|half|eind)(?: van| in| ,)* (?P<rest>.+)")
_TWO_PARTS = re.compile(r"(?P<left>(?:begin|half|eind) .+?) (?:, )?(?P<right>(?:begin|half|eind) .+)")
_NTH = re.compile(
    r"(?P<nth>[1-5]e|laatste) (?P<unit>week|helft|weekend|dagen|dag|"
    + "|".join(WEEKDAYS)
    + r")(?: van| in)? (?P<rest>.+)"
)
_WEEK_WITH = re.compile(r"(?P<unit>week|weekend)(?: van| met| rond) (?P<rest>.+)")
_THIS_UNIT = re.compile(r"week|maand|jaar")
_AROUND = re.compile(
    r"(?:rond|ongeveer|om en nabij|in buurt van)(?: rond| op)? (?P<rest>.+)|(?P<tail>.+) ongeveer"
)
_BESIDE = re.compile(
    r"(?P<near>(?:vlak|net|kort|even|meteen) )?(?P<unit>dag |week |dagen )?(?P<side>voor|na) (?P<rest>.+)"
)
_SINCE = re.compile(
    r"(?:elke? \w+ |iedere? \w+ )?(?:(?:al|nu|nog) )*(?:sinds|vanaf) (?:(?:rond|ongeveer|al) )*"
    r"(?P<rest>.+?)(?: af)?(?: al)?"
)
_UNTIL_NOW = re.compile(
    r"(?:van(?:af)? )?(?P<rest>.+?) (?:en )?"
    r"(?:tot(?: en met| aan)?(?: op)? (?:vandaag|nu|nu toe)|nog (?:steeds|altijd))"
)
_FOR = re.compile(r"(?:(?:nu|nog) )*al (?:meer dan |langer dan |ruim |bijna )?(?P<rest>.+?)(?: lang)?")
_NIGHT = re.compile(r"(?:nacht )?van (?P<left>.+) op (?P<right>.+)")
_MONTH_TAIL = re.compile(rf"(?:\S+ )?\d{{1,2}}e?(?P<tail>(?: van)? (?:{'|'.join(MONTHS)}).*)")
_BARE_DAY = re.compile(rf"(?:(?:{'|'.join(WEEKDAYS)}) )?\d{{1,2}}e?")
_SEPARATORS = re.compile(r" (?:,|en|of)(?: (?:en|of))? ")
_SEVERAL = re.compile(r" (?:tot|en|of|op) ")
_WITH_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _atom(phrase: str, today: date) -> Period | None:
    return read_calendar_day(phrase, today) or read_relative_day(phrase, today)


def _recent(phrase: str, today: date, reading: str) -> Period | None:
    """Return a part of a period; of the year before when this year's has yet to come ("eind november").

    The end of a week, month or year that still runs ("eind dit jaar") has no reading.
    """
    period = _simple(phrase, today)
    if period is None:
        return None
    part = part_of(period, reading)
    if reading == "eind" and part.first <= today < part.last and RELATIVE.search(phrase):
        return None
    if part.first > today and not RELATIVE.search(phrase) and not _WITH_YEAR.search(phrase):
        earlier = _simple(phrase, period.first - timedelta(days=1))
        return part_of(earlier, reading) if earlier else None
    return part


def _part(phrase: str, today: date) -> Period | None:
    """Read "begin maart", "eind vorig jaar"; "begin van de maand" is of this month."""
    match = _PART.fullmatch(phrase)
    if match is None:
        return None
    whole = f"deze {match['rest']}" if _THIS_UNIT.fullmatch(match["rest"]) else match["rest"]
    return _recent(whole, today, match["part"])


def _adjoining(phrase: str, today: date) -> Period | None:
    """Read "eind oktober, begin november": two parts, of which one begins where the other ends."""
    match = _TWO_PARTS.fullmatch(phrase)
    right = _part(match["right"], today) if match else None
    left = _part(match["left"], right.first) if match and right else None
    if left is None or right is None or left.last + timedelta(days=1) != right.first:
        return None
    return Period(left.first, right.last, approximate=True)


def _week_with(phrase: str, today: date) -> Period | None:
    """Read "de week van 3 november", "het weekend van 7 en 8 november"."""
    match = _WEEK_WITH.fullmatch(phrase)
    inside = _simple_or_several(match["rest"], today) if match else None
    if match is None or inside is None:
        return None
    week = week_of(inside.first)
    if match["unit"] == "weekend":
        week = replace(week, first=week.first + timedelta(days=5), approximate=False)
    if not week.contains(inside):
        raise UnreadableDateError("unclear")
    return week


def _nth(phrase: str, today: date) -> Period | None:
    """Read "de eerste week van maart", "de laatste maandag van oktober"."""
    match = _NTH.fullmatch(phrase)
    whole = _simple(match["rest"], today) if match else None
    if match is None or whole is None or match["unit"] in ("helft", "dagen") or whole.days < 28:
        return None
    place = -1 if match["nth"] == "laatste" else int(match["nth"][0]) - 1
    if match["unit"] == "week":
        start = whole.last - timedelta(days=6) if place < 0 else whole.first + timedelta(days=7 * place)
        return Period(start, min(start + timedelta(days=6), whole.last), approximate=True)
    days = [whole.first + timedelta(days=shift) for shift in range(whole.days)]
    wanted = "zaterdag" if match["unit"] == "weekend" else match["unit"]
    found = [value for value in days if wanted in ("dag", WEEKDAYS[value.weekday()])]
    if place >= len(found):
        raise UnreadableDateError("unclear")
    return Period(found[place], found[place] + timedelta(days=match["unit"] == "weekend"))


def _beside(phrase: str, today: date) -> Period | None:
    """Read "de dag na Koningsdag", "vlak voor kerst", "de week voor Pasen"."""
    match = _BESIDE.fullmatch(phrase)
    if match is None or not (match["near"] or match["unit"]):
        return None
    anchor = _atom(match["rest"], today)
    if anchor is None:
        return None
    reach = timedelta(days=1 if match["unit"] == "dag " else 7)
    step = timedelta(days=1)
    if match["side"] == "voor":
        return Period(anchor.first - reach, anchor.first - step, approximate=reach > step)
    return Period(anchor.last + step, anchor.last + reach, approximate=reach > step)


def _around(phrase: str, today: date) -> Period | None:
    match = _AROUND.fullmatch(phrase)
    period = _simple(match["rest"] or match["tail"], today) if match else None
    if period is None:
        return None
    return replace(period, approximate=True) if period.days > 3 else period.widened(3)


def _simple(phrase: str, today: date) -> Period | None:
    """Read a phrase about one stretch of days."""
    phrase = _LEADING.sub("", phrase)
    for read in (_atom, _part, _adjoining, _nth, _week_with, _beside, _around):
        period = read(phrase, today)
        if period:
            return period
    return None


def _ongoing(phrase: str, today: date) -> Period | None:
    """Read what still goes on: "sinds 2019", "al drie maanden", "van maart tot nu"; it lasts until today."""
    duration = _FOR.fullmatch(phrase)
    began = read_duration(duration["rest"], today) if duration else None
    if began:
        return Period(began, today, approximate=True, ongoing=True)
    match = _UNTIL_NOW.fullmatch(phrase) or _SINCE.fullmatch(phrase)
    if match is None:
        return None
    rest = match["rest"].removeprefix("sinds ").removeprefix("al ")
    hedged = bool(re.search(r"\b(?:rond|ongeveer)\b", match[0]))
    began = read_duration(re.sub(r" (?:geleden|terug)$", "", rest), today)
    start = Period(began, began, approximate=True) if began else _one_stretch(rest, today)
    if start is None or start.first > today:
        return None
    return Period(start.first, today, approximate=start.approximate or hedged, ongoing=True)


def _leaning(left: str, right: str) -> str:
    """Complete the first of two dates with the month and year of the second ("3 tot 5 november")."""
    tail = _MONTH_TAIL.fullmatch(_LEADING.sub("", right))
    left = _LEADING.sub("", left)
    return left + tail["tail"] if tail and _BARE_DAY.fullmatch(left) else left


def _refuse_contorted(start: Period, end: Period, year_back: bool, shares_month: bool) -> None:
    """Raise on a range told back to front ("van 5 tot 3 november"), or one that today lies in."""
    apart = (end.last - start.first).days > _MOST_DAYS_APART
    around_today = year_back and start.first.year == end.first.year
    if around_today or (apart and (year_back or shares_month)):
        raise UnreadableDateError("unclear")


def _left_of(left: str, right: str, end: Period, today: date, read: Reader) -> Period | None:
    """Read the first of two dates, before the second; a year before only across the turn of a year."""
    whole = _leaning(left, right)
    found = period = read(whole, today)
    if period and period.first > end.last:
        found = None if RELATIVE.search(whole) else read(whole, end.first)
    if found and period:
        year_back = (period.first - found.first).days > _MOST_DAYS_APART
        shares_month = whole != _LEADING.sub("", left)
        _refuse_contorted(found, end, year_back, shares_month)
    return found


def _range(phrase: str, today: date, read: Reader) -> Period | None:
    between = phrase.startswith("tussen ")
    for separator in (" en ",) if between else (" tot en met ", " tot aan ", " tot "):
        left, found, right = phrase.removeprefix("tussen ").partition(separator)
        end = read(right, today) if found else None
        start = _left_of(re.sub(r"^van(?:af)? ", "", left), right, end, today, read) if end else None
        if end is None or start is None:
            continue
        if start.first > end.last:
            raise UnreadableDateError("unclear")
        return Period(start.first, end.last, approximate=between or start.approximate or end.approximate)
    return None


def _night(phrase: str, today: date, read: Reader) -> Period | None:
    """Read "de nacht van 3 op 4 november"."""
    match = _NIGHT.fullmatch(phrase)
    end = read(match["right"], today) if match else None
    start = _left_of(match["left"], match["right"], end, today, read) if match and end else None
    return Period(start.first, end.last) if start and end and (end.last - start.first).days == 1 else None


def _spanning(periods: list[Period], dated: bool) -> Period:
    """Return the time from the first to the last; without a year they cannot lie most of a year apart."""
    span = Period(min(p.first for p in periods), max(p.last for p in periods), approximate=True)
    if span.days > _MOST_DAYS_APART and not dated:
        raise UnreadableDateError("unclear")
    return span


def _alternatives(phrase: str, today: date, read: Reader) -> Period | None:
    """Read several dates ("3 en 5 november", "maandag of dinsdag") as the time from the first to the last."""
    *others, final = _SEPARATORS.split(phrase)
    last = read(final, today) if re.search(r" (?:en|of) ", phrase) else None
    if last is None:
        return None
    periods = [last]
    for other in others:
        period = read(_leaning(other, final), today)
        if period is None:
            return None
        periods.append(period)
    return _spanning(periods, dated=bool(_WITH_YEAR.search(phrase)))


def _several(phrase: str, today: date, read: Reader) -> Period | None:
    """Read a range or alternatives, each of whose dates is read by *read*."""
    return _range(phrase, today, read) or _night(phrase, today, read) or _alternatives(phrase, today, read)


def _simple_or_several(phrase: str, today: date) -> Period | None:
    return _simple(phrase, today) or _several(phrase, today, _simple)


def _detail_in(container: Period, phrase: str, today: date, read: Reader) -> Period | None:
    """Read a phrase as a day or period within another; two that fit are as unclear as none."""
    if RELATIVE.search(phrase) or _WITH_YEAR.search(phrase):
        now = read(phrase, today)
        return now if now and container.contains(now) else None
    for anchor in (container.last + timedelta(days=1), container.last):
        found = read(phrase, anchor)
        if found and container.contains(found):
            earlier = _unless_unclear(read, phrase, found.first - timedelta(days=1))
            return None if earlier and earlier != found and container.contains(earlier) else found
    return None


def _halves(phrase: str) -> Iterator[tuple[str, str]]:
    """Yield every cut of a phrase in two, each half once as the first."""
    words = phrase.split()
    for cut in range(1, len(words)):
        left = " ".join(words[:cut]).removesuffix(" ,")
        right = " ".join(words[cut:]).removeprefix(", ")
        yield left, right
        yield right, left


def _unless_unclear(read: Reader, phrase: str, today: date) -> Period | None:
    try:
        return read(phrase, today)
    except UnreadableDateError:
        return None


def _container(phrase: str, today: date) -> Period | None:
    phrase = _LEADING.sub("", phrase)
    return read_unit_ago(phrase, today) or _simple(phrase, today)


def _nested_container(phrase: str, today: date) -> Period | None:
    """Read a period that may itself be told in two halves: "vorig jaar zomer"."""
    found = _container(phrase, today)
    return found or _within(phrase, today, _container, _simple)


def _within(phrase: str, today: date, read_container: Reader, read_detail: Reader) -> Period | None:
    """Read two halves of which one lies in the other: "vorige week dinsdag", "half juni, de 16e"."""
    contradicted = False
    for outer, inner in _halves(phrase):
        container = _unless_unclear(read_container, outer, today)
        if container is None:
            continue
        found = _detail_in(container, inner, today, read_detail)
        if found:
            return found
        contradicted = contradicted or _unless_unclear(read_detail, inner, today) is not None
    if contradicted:
        raise UnreadableDateError("unclear")
    return None


def _one_stretch(phrase: str, today: date) -> Period | None:
    """Read one stretch of days, told in one piece or as a day within a period."""
    return _simple(phrase, today) or _within(phrase, today, _nested_container, _simple)


def _several_within(phrase: str, today: date) -> Period | None:
    """Read "vorige week van maandag tot woensdag", "3 en 4 maart, vorig jaar"."""

    def read(inner: str, anchor: date) -> Period | None:
        return _several(inner, anchor, _simple)

    def read_all(whole: str, anchor: date) -> Period | None:
        return _within(whole, anchor, _container, read)

    return _unless_unclear(read_all, phrase, today) if _SEVERAL.search(phrase) else None


def read_phrase(phrase: str, today: date) -> Period | None:
    """Read a canonical phrase without time or fillers; None when it is not a date from end to end."""
    phrase = phrase.strip(" ,")
    if not phrase or len(phrase.split()) > _MOST_WORDS:
        return None
    return (
        _simple(phrase, today)
        or _ongoing(phrase, today)
        or _night(phrase, today, _simple)
        or _one_stretch(phrase, today)
        or _several_within(phrase, today)
        or _several(phrase, today, _one_stretch)
    )
