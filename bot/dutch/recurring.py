"""What happens again and again ("elke week, laatst op dinsdag"): the last time is the day that counts."""

import re

_TIMES = r"(?:keer|keren|maal|malen|x)"
_UNITS = r"(?:dagen|weken|maanden|jaren)"
_IN_A_ROW = r"(?:achter elkaar|op rij|achtereen)"
_NOT_AGO = r"(?! (?:geleden|terug))"
_MANY = r"(?:meerdere|verschillende|diverse|vele|veel|heel wat|aantal|paar|zoveel|tientallen)"
_HOW_OFTEN = [
    r"(?:(?:bijna|vrijwel|haast) )?(?:elke?|iedere?|alle) (?:(?:\de|laatste|andere) )?\w+(?: van maand)?",
    r"om (?:andere |paar |\d+ )?(?:dag|dagen|week|weken|maand|maanden)",
    rf"(?:(?:al )?(?:\d+|paar) ?)?{_TIMES} (?:per|in|op) (?:dag|week|maand|jaar)",
    rf"(?:al )?\d+ ?{_TIMES}{_NOT_AGO}(?: {_IN_A_ROW})?",
    rf"(?:al )?\d+ (?:{_UNITS}|jaar) {_IN_A_ROW}",
    rf"{_MANY} (?:{_TIMES}|{_UNITS}|momenten|data){_NOT_AGO}",
    rf"(?:al )?(?<!\d )(?:jaren|maanden|weken|tijden)(?: ?lang)?{_NOT_AGO}",
    r"al jaar|(?:al )?(?:lange tijd|heel lang)",
    rf"(?:afgelopen|laatste) (?:{_UNITS}|tijd)|(?:heel|hele) (?:tijd|jaar(?! \d))",
    r"dagelijks|wekelijks|maandelijks|jaarlijks|altijd|steeds|telkens|regelmatig|meestal",
    r"(?:(?:heel|zo|te|best) )?(?:vaak|vaker)",
    r"constant|continu|voortdurend|doorlopend|structureel|aldoor|herhaaldelijk|meermaals|meermalen",
    r"keer op keer|dag in dag uit|week in week uit|jaar in jaar uit",
    r"niet (?:op )?(?:een|1) (?:(?:bepaalde|vaste) )?(?:moment|dag|keer|datum)",
    r"geen (?:vaste|specifieke|bepaalde) (?:moment|dag|datum|tijdstip)",
]
_OFTEN = re.compile(rf"\b(?:{'|'.join(_HOW_OFTEN)})\b")
_LAST_TIME = re.compile(
    r"\b(?:(?:voor )?(?:aller)?laatste (?:keer|maal)|(?:voor )?laatst(?: nog)?|"
    r"meest recente?(?: (?:keer|maal))?)\b"
)
# What may stand between how often it happens and the last time.
_BETWEEN = re.compile(
    r"\b(?:vooral|ook|nog|weer|opnieuw|alweer|nu|zoals|waaronder|onder andere|zeker|zelfs|en|maar|dus|wel|"
    r"gebeur(?:t|d|de|den)|komt voor|kwam voor|(?:voor )?(?:\d+e|zoveelste) keer)\b"
)


def last_time(phrase: str) -> str | None:
    """Return what a canonical phrase says of the last time, empty when it only tells how often.

    None when it does not tell that something happens more than once.
    """
    rest, often = _OFTEN.subn(" , ", phrase)
    rest, last = _LAST_TIME.subn(" , ", rest)
    if not often and not last:
        return None
    return re.sub(r"(?: ?, ?)+", " , ", re.sub(r"\s+", " ", _BETWEEN.sub(" ", rest))).strip(" ,")
