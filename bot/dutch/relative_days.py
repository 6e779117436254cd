"""Days and periods counted from today: "gisteren", "3 weken terug", "vorige maand", "afgelopen weekend"."""

import re
from datetime import date, timedelta

from bot.dutch.calendar_words import WEEKDAYS
from bot.dutch.date_rules import Rule, compiled, first_match
from bot.dutch.periods import (
    Period,
    UnreadableDateError,
    day,
    months,
    shift_months,
    week_of,
    year_of,
)

_DAYS_AGO = {"vandaag": 0, "daarnet": 0, "net": 0, "gisteren": 1, "eergisteren": 2, "eereergisteren": 3}
_FEW = (2.0, 5.0)
_FRACTIONS = {"een": 1.0, "half": 0.5, "anderhalf": 1.5}
AMOUNT = (
    r"(?P<about>(?:(?:zo n|ongeveer|rond|ruim|ruime|goede|dikke|bijna|kleine|krap|krappe|zeker|nu|al|"
    r"iets (?:meer|minder) dan|hooguit|stuk of|een|nog geen) )*?)"
    r"(?P<low>\d{1,3}(?:[.,]5)?|een half|half|anderhalf|een paar|paar|een|wat)"
    r"(?P<extra> en een half)?(?: kleine| krappe| ruime| goede| dikke)?"
    r"(?:(?: (?:a|of|tot) |/|-)(?P<high>\d{1,2}))?"
)
# What "about so long ago" may be off by, in days.
_MARGINS = {"dag": 0, "week": 3, "maand": 15, "jaar": 91}
RELATIVE = re.compile(
    r"\b(?:vandaag|gisteren|eergisteren|eereergisteren|daarnet|net|nu|vannacht|geleden|terug|"
    r"afgelopen|vorige|laatste|deze|dit|volgende|komende|morgen|overmorgen)\b"
)


def _unit(match: re.Match[str]) -> str:
    return {"dagen": "dag", "weken": "week", "maanden": "maand"}.get(match["unit"], match["unit"])


def _amounts(match: re.Match[str]) -> tuple[float, float]:
    """Return the least and the greatest number of units that can be meant."""
    if match["low"] in ("paar", "een paar", "wat"):
        return _FEW
    word = match["low"].removeprefix("een ") or "een"
    low = _FRACTIONS.get(word) or float(word.replace(",", ".")) + (0.5 if match["extra"] else 0)
    return low, float(match["high"] or low)


def _before(today: date, amount: float, unit: str) -> date:
    if unit in ("dag", "week"):
        return today - timedelta(days=int(amount * (7 if unit == "week" else 1)))
    in_months = amount * (12 if unit == "jaar" else 1)
    return shift_months(today, -int(in_months)) - timedelta(days=int(in_months % 1 * 30))


def _margin(match: re.Match[str], low: float, unit: str) -> int:
    if match["about"].strip() not in ("", "een", "al", "nu") and unit == "dag":
        return 1
    if unit == "jaar" and low != 1:
        return 30 if low < 1 else 182 if low >= 2 else 91
    return _MARGINS[unit]


def _ago(match: re.Match[str], today: date) -> Period:
    low, high = _amounts(match)
    unit = _unit(match)
    period = Period(_before(today, high, unit), _before(today, low, unit), approximate=high > low)
    margin = _margin(match, low, unit)
    return period.widened(margin) if margin and high == low else period


def _one_ago(match: re.Match[str], today: date) -> Period | None:
    """Read "week geleden" as "een week geleden"."""
    return read_relative_day(f"een {match[0]}", today)


def _unit_or_so_ago(match: re.Match[str], today: date) -> Period:
    """Read "een dag of drie geleden", "een week of wat geleden"."""
    if not match["high"].isdigit():
        return Period(
            _before(today, _FEW[1], _unit(match)), _before(today, _FEW[0], _unit(match)), approximate=True
        )
    value = _before(today, float(match["high"]), _unit(match))
    return day(value).widened(max(1, _MARGINS[_unit(match)]))


def _hours_ago(_match: re.Match[str], today: date) -> Period:
    return Period(today, today, approximate=True)


def _named(match: re.Match[str], today: date) -> Period:
    return day(today - timedelta(days=_DAYS_AGO[match["name"]]))


def _named_units_ago(match: re.Match[str], today: date) -> Period:
    """Read "gisteren een week geleden", "vandaag een jaar geleden"."""
    amount = 1 if match["amount"] == "een" else int(match["amount"])
    return day(_before(today - timedelta(days=_DAYS_AGO[match["name"]]), amount, _unit(match)))


def _this_time_last_year(_match: re.Match[str], today: date) -> Period:
    """Read "vorig jaar rond deze tijd" as the month around that day."""
    return day(_before(today, 1, "jaar")).widened(_MARGINS["maand"])


def _last_night(_match: re.Match[str], today: date) -> Period:
    return Period(today - timedelta(days=1), today)


def _calendar_unit(match: re.Match[str], today: date) -> Period:
    """Read "vorige week", "deze maand", "dit jaar"."""
    back = 0 if match["which"] in ("deze", "dit") else 1
    unit = _unit(match)
    if unit == "dag":
        raise UnreadableDateError("unclear")
    return calendar_unit_ago(unit, back, today)


def calendar_unit_ago(unit: str, back: int, today: date) -> Period:
    """Return the whole week, month or year that lies *back* of them before the one of today."""
    if unit == "week":
        return week_of(today - timedelta(days=7 * back))
    if unit == "maand":
        start = shift_months(today.replace(day=1), -back)
        return months(start.year, start.month)
    return year_of(today.year - back)


def _past_unit(match: re.Match[str], today: date) -> Period:
    """Read "de afgelopen week" as the week that ends today."""
    return Period(_before(today, 1, _unit(match)), today, approximate=True)


def _past_units(match: re.Match[str], today: date) -> Period:
    """Read "de afgelopen drie weken", "de laatste paar dagen"."""
    return Period(_before(today, _amounts(match)[1], _unit(match)), today, approximate=True)


def _weekend(match: re.Match[str], today: date) -> Period:
    if match["which"] in ("dit", "deze"):
        saturday = week_of(today).first + timedelta(days=5)
    else:
        saturday = week_of(today).first - timedelta(days=2)
    if saturday > today:
        raise UnreadableDateError("future")
    return Period(saturday, saturday + timedelta(days=1))


def _this_weekday(match: re.Match[str], today: date) -> Period:
    return day(week_of(today).first + timedelta(days=WEEKDAYS.index(match["weekday"])))


def _unit_ago(match: re.Match[str], today: date) -> Period | None:
    """Read a whole number of weeks, months or years back as the calendar's own, to seek a day in."""
    amount = "1" if match["low"] == "een" else match["low"]
    unit = _unit(match)
    return calendar_unit_ago(unit, int(amount), today) if unit != "dag" else None


def _ahead(_match: re.Match[str], _today: date) -> Period:
    raise UnreadableDateError("future")


def _vague(_match: re.Match[str], _today: date) -> Period:
    raise UnreadableDateError("unclear")


_DAY_NAME = rf"(?P<name>{'|'.join(_DAYS_AGO)})"
_THIS_TIME = r"(?:rond |om |ongeveer )*deze (?:tijd|periode)"
_YEAR_AGO = r"(?:vorige jaar|een jaar geleden|1 jaar geleden)"
_COMING = r"(?:volgende|komende|eerstvolgende)"
_RULES: list[tuple[re.Pattern[str], Rule]] = [
    (compiled(_DAY_NAME), _named),
    (compiled(_DAY_NAME + r" (?:precies )?(?P<amount>een|\d{1,2}) <unit> <ago>"), _named_units_ago),
    (compiled(r"(?:afgelopen )?vannacht|afgelopen nacht"), _last_night),
    (compiled(rf"(?:{_THIS_TIME} (?:van )?{_YEAR_AGO}|{_YEAR_AGO} {_THIS_TIME})"), _this_time_last_year),
    (compiled(AMOUNT + r" <unit> <ago>"), _ago),
    (compiled(r"(?P<unit>week|maand|jaar) <ago>"), _one_ago),
    (compiled(r"(?:een )?<unit> (?:of|a) (?P<high>\d{1,2}|wat) <ago>"), _unit_or_so_ago),
    (compiled(r"(?:ongeveer )?(?:(?:een )?(?:half|paar)|een|\d) (?:uur|kwartier) <ago>"), _hours_ago),
    (compiled(r"(?:ongeveer )?(?:een paar|paar|\d{1,2}) minuten <ago>"), _hours_ago),
    (compiled(r"(?P<which>vorige|deze|dit) <unit>"), _calendar_unit),
    (compiled(r"(?:afgelopen|laatste|voorbije) (?P<unit>week|maand|jaar)"), _past_unit),
    (compiled(r"(?:afgelopen|laatste|voorbije) " + AMOUNT + r" <unit>"), _past_units),
    (compiled(r"(?P<which>afgelopen |vorige |laatste |dit|deze|)\s?weekend"), _weekend),
    (compiled(r"deze <weekday>"), _this_weekday),
    (compiled(r"(?:<weekday> )?(?:(?:over)?morgen|straks|" + _COMING + r" \w+)(?: .+)?"), _ahead),
    (compiled(r"over " + AMOUNT + r" (?:<unit>|uur|minuten|kwartier)"), _ahead),
    (compiled(r"<weekday> over (?:een|\d) (?:week|weken)"), _ahead),
    (compiled(r"onlangs|recent|recentelijk|laatst"), _vague),
    (compiled(r"(?:pas|kort|lang|(?:een )?(?:tijd|poos)(?:je)?) <ago>"), _vague),
]  # fmt: skip
_WHOLE_UNITS_AGO = compiled(r"(?P<low>\d{1,2}|een) <unit> <ago>")


def read_relative_day(phrase: str, today: date) -> Period | None:
    """Read a phrase that counts from today."""
    return first_match(_RULES, phrase, today)


def read_unit_ago(phrase: str, today: date) -> Period | None:
    """Read "3 weken terug" as the whole calendar week in which a day can be sought ("op woensdag")."""
    return first_match([(_WHOLE_UNITS_AGO, _unit_ago)], phrase, today)


def read_duration(phrase: str, today: date) -> date | None:
    """Return the day on which a duration up to now began: "drie maanden", "een paar weken"."""
    phrase = re.sub(r"^(?:een )?(\w+) (?:of|a) (\d{1,2})$", r"ongeveer \2 \1", phrase)
    match = compiled(AMOUNT + r" <unit>").fullmatch(phrase)
    if not match:
        return None
    low, high = _amounts(match)
    return _before(today, (low + min(high, 4.0)) / 2 if high > low else low, _unit(match))
