"""Dutch feast days and school holidays, read by name.

School holidays: the regions Noord and Midden, written down from general knowledge and not checked against
the official overview of rijksoverheid.nl, which the project has no copy of. Schools may keep other days; many
have two weeks in May, of which only the first is here. So a reading spans both regions (Almere lies in Noord,
but pupils may go to school across the border), counts as approximate, and is read back to the citizen, who
can change it. A holiday that is not in the table is asked for.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import holidays

from bot.dutch.periods import Period, UnreadableDateError, day, make_date

_FIXED = {
    "nieuwjaarsdag": (1, 1), "nieuwjaar": (1, 1), "driekoningen": (1, 6), "valentijnsdag": (2, 14),
    "dodenherdenking": (5, 4), "bevrijdingsdag": (5, 5), "dierendag": (10, 4), "halloween": (10, 31),
    "sint maarten": (11, 11), "sinterklaas": (12, 5), "sinterklaasavond": (12, 5), "pakjesavond": (12, 5),
    "kerstavond": (12, 24), "kerstdag": (12, 25), "1e kerstdag": (12, 25), "2e kerstdag": (12, 26),
    "oudjaarsdag": (12, 31), "oudejaarsdag": (12, 31), "oudjaar": (12, 31), "oudejaarsavond": (12, 31),
    "dag van arbeid": (5, 1),
}  # fmt: skip
_FROM_EASTER = {
    "carnaval": (-49, -47), "aswoensdag": (-46, -46), "palmzondag": (-7, -7), "witte donderdag": (-3, -3),
    "goede vrijdag": (-2, -2), "pasen": (0, 1), "paasweekend": (-1, 1), "paasdagen": (0, 1),
    "paasdag": (0, 0), "1e paasdag": (0, 0), "2e paasdag": (1, 1), "paasmaandag": (1, 1),
    "hemelvaart": (39, 39), "hemelvaartsdag": (39, 39), "hemelvaartsweekend": (39, 42),
    "hemelvaartweekend": (39, 42), "pinksteren": (49, 50), "pinksterweekend": (48, 50),
    "pinksterdagen": (49, 50), "pinksterdag": (49, 49), "1e pinksterdag": (49, 49),
    "2e pinksterdag": (50, 50),
}  # fmt: skip
_SPANS = {
    "kerst": ((12, 25), (12, 26)), "kerstmis": ((12, 25), (12, 26)), "kerstdagen": ((12, 25), (12, 26)),
    "oud en nieuw": ((12, 31), (1, 1)), "jaarwisseling": ((12, 31), (1, 1)),
    "oud op nieuw": ((12, 31), (1, 1)), "feestdagen": ((12, 24), (1, 1)),
}  # fmt: skip
# Month, which Monday-is-0 weekday, and which one of the month.
_NTH_WEEKDAYS = {"moederdag": (5, 6, 2), "vaderdag": (6, 6, 3), "prinsjesdag": (9, 1, 3)}

# Unchecked, see above. First and last day, keyed by name and the year it begins in: (Noord, Midden).
_SCHOOL_HOLIDAYS: dict[tuple[str, int], tuple[tuple[str, str], tuple[str, str]]] = {
    ("voorjaarsvakantie", 2023): (("2023-02-25", "2023-03-05"), ("2023-02-25", "2023-03-05")),
    ("meivakantie", 2023): (("2023-04-29", "2023-05-07"), ("2023-04-29", "2023-05-07")),
    ("zomervakantie", 2023): (("2023-07-22", "2023-09-03"), ("2023-07-08", "2023-08-20")),
    ("herfstvakantie", 2023): (("2023-10-21", "2023-10-29"), ("2023-10-14", "2023-10-22")),
    ("kerstvakantie", 2023): (("2023-12-23", "2024-01-07"), ("2023-12-23", "2024-01-07")),
    ("voorjaarsvakantie", 2024): (("2024-02-17", "2024-02-25"), ("2024-02-17", "2024-02-25")),
    ("meivakantie", 2024): (("2024-04-27", "2024-05-05"), ("2024-04-27", "2024-05-05")),
    ("zomervakantie", 2024): (("2024-07-20", "2024-09-01"), ("2024-07-13", "2024-08-25")),
    ("herfstvakantie", 2024): (("2024-10-26", "2024-11-03"), ("2024-10-26", "2024-11-03")),
    ("kerstvakantie", 2024): (("2024-12-21", "2025-01-05"), ("2024-12-21", "2025-01-05")),
    ("voorjaarsvakantie", 2025): (("2025-02-15", "2025-02-23"), ("2025-02-22", "2025-03-02")),
    ("meivakantie", 2025): (("2025-04-26", "2025-05-04"), ("2025-04-26", "2025-05-04")),
    ("zomervakantie", 2025): (("2025-07-12", "2025-08-24"), ("2025-07-19", "2025-08-31")),
    ("herfstvakantie", 2025): (("2025-10-18", "2025-10-26"), ("2025-10-18", "2025-10-26")),
    ("kerstvakantie", 2025): (("2025-12-20", "2026-01-04"), ("2025-12-20", "2026-01-04")),
    ("voorjaarsvakantie", 2026): (("2026-02-21", "2026-03-01"), ("2026-02-14", "2026-02-22")),
    ("meivakantie", 2026): (("2026-04-25", "2026-05-03"), ("2026-04-25", "2026-05-03")),
    ("zomervakantie", 2026): (("2026-07-04", "2026-08-16"), ("2026-07-18", "2026-08-30")),
    ("herfstvakantie", 2026): (("2026-10-10", "2026-10-18"), ("2026-10-17", "2026-10-25")),
    ("kerstvakantie", 2026): (("2026-12-19", "2027-01-03"), ("2026-12-19", "2027-01-03")),
    ("meivakantie", 2027): (("2027-04-24", "2027-05-02"), ("2027-04-24", "2027-05-02")),
}
# The earliest day of the year on which each can begin; before it, last year's is meant.
_EARLIEST = {
    "voorjaarsvakantie": (2, 6), "meivakantie": (4, 18), "zomervakantie": (7, 4),
    "herfstvakantie": (10, 10), "kerstvakantie": (12, 19),
}  # fmt: skip
_OTHER_NAMES = {
    "grote vakantie": "zomervakantie", "krokusvakantie": "voorjaarsvakantie",
    "carnavalsvakantie": "voorjaarsvakantie", "lentevakantie": "voorjaarsvakantie",
    "mei vakantie": "meivakantie", "zomer vakantie": "zomervakantie", "herfst vakantie": "herfstvakantie",
    "kerst vakantie": "kerstvakantie",
}  # fmt: skip


@lru_cache
def _named_day(name: str, year: int) -> date:
    found = holidays.country_holidays("NL", years=year, language="nl").get_named(name)
    if not found:
        raise UnreadableDateError("unclear")
    return date.fromisoformat(str(found[0]))


def _from_easter(name: str, year: int) -> Period:
    easter = _named_day("Eerste paasdag", year)
    start, end = _FROM_EASTER[name]
    return Period(easter + timedelta(days=start), easter + timedelta(days=end))


def _span(name: str, year: int) -> Period:
    start, end = _SPANS[name]
    return Period(make_date(year, *start), make_date(year + (end < start), *end))


def _nth_weekday(name: str, year: int) -> Period:
    month, weekday, nth = _NTH_WEEKDAYS[name]
    start = date(year, month, 1)
    return day(start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (nth - 1)))


def _school_holiday(name: str, year: int) -> Period:
    regions = _SCHOOL_HOLIDAYS.get((name, year))
    if regions is None:
        raise UnreadableDateError("unclear")
    firsts, lasts = zip(*regions, strict=True)
    return Period(date.fromisoformat(min(firsts)), date.fromisoformat(max(lasts)), approximate=True)


def _rule(name: str) -> Callable[[str, int], Period]:
    if name in _FROM_EASTER:
        return _from_easter
    if name in _SPANS:
        return _span
    return _nth_weekday if name in _NTH_WEEKDAYS else _school_holiday


def _holiday_in(name: str, year: int) -> Period:
    if name in _FIXED:
        return day(make_date(year, *_FIXED[name]))
    if name == "koningsdag":
        return day(_named_day("Koningsdag", year))
    return _rule(name)(name, year)


HOLIDAY_NAMES = [*_FIXED, *_FROM_EASTER, *_SPANS, *_NTH_WEEKDAYS, "koningsdag", *_EARLIEST, *_OTHER_NAMES]


def latest_holiday(name: str, today: date) -> Period:
    """Return the most recent feast day or school holiday of this name that has begun."""
    name = _OTHER_NAMES.get(name, name)
    if name in _EARLIEST and today < make_date(today.year, *_EARLIEST[name]):
        return _holiday_in(name, today.year - 1)
    this_year = _holiday_in(name, today.year)
    return this_year if this_year.first <= today else _holiday_in(name, today.year - 1)


def holiday_in(name: str, year: int) -> Period:
    """Return the feast day or school holiday of this name in a given year."""
    return _holiday_in(_OTHER_NAMES.get(name, name), year)
