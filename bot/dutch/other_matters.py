"""Words that name another matter beside a complaint: a fine, or waste that was not collected."""

import re

_FINE = re.compile(r"\b(?:\w*boetes?|bekeuring(?:en)?|naheffing\w*|(?:parkeer)?bon(?:nen)?)\b", re.IGNORECASE)
_NO_MATTER = re.compile(r"\bbezwaar|\bdreig\w*[^.!?]{0,40}boete", re.IGNORECASE)
_ACCEPTED = re.compile(
    r"(?<!niet )(?<!wel )\b(?:terechte?|verdiend)\b|\bbetaal (?:ik|we|wij)\b(?! (?:niet|nooit|pas|voor))"
    r"|\b(?:ga|zal) ik (?:gewoon |wel )?betalen",
    re.IGNORECASE,
)
_WASTE = r"(?:\w*containers?|kliko|grof ?vuil|vuilnis(?:bak)?|vuilnis|afval)"
_COLLECTED = r"(?:ge?leegd|geleegt|opgehaald|weggehaald|leeggemaakt|meegenomen)"
_NOT_COLLECTED = re.compile(
    rf"\b{_WASTE}\b(?=[^.!?]*\b(?:niet|nooit|nog steeds|vergeten|overgeslagen)\b)[^.!?]*\b{_COLLECTED}\b",
    re.IGNORECASE,
)


def names_fine(text: str) -> bool:
    """Tell whether a fine is named that was given, and neither accepted nor objected to yet."""
    return bool(_FINE.search(text)) and not _NO_MATTER.search(text) and not _ACCEPTED.search(text)


def names_uncollected_waste(text: str) -> bool:
    """Tell whether waste is named that was not collected."""
    return bool(_NOT_COLLECTED.search(text))
