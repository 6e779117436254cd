"""A part of an answer that is denied and replaced: "niet Jansen maar Janssen", "103 in plaats van 101"."""

import re

from bot.dutch.telling import tells
from bot.intake.corrections import Correction
from bot.intake.draft import Draft

_BUT = re.compile(r"\bniet (?P<denied>\S.{0,40}?)[\s,]+maar (?P<value>\S.{0,60}?)\W*$", re.IGNORECASE)
_INSTEAD = re.compile(
    r"(?:\W*\b(?:nee|sorry|wacht|oeps)\b)*\W*(?:(?:het|dat|ik) (?:is|was|heet|moet) )?"
    r"(?P<value>\S.{0,60}?)[\s,]+(?:(?:en )?niet|in plaats van|i\.?p\.?v\.?) (?P<denied>\S.{0,40}?)\W*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:de|het|een|mijn|met|op|in) ", re.IGNORECASE)
_VERB = re.compile(r" (?:zijn|heten|worden|wezen)$", re.IGNORECASE)
_FIELDS = ("name", "street", "house_number", "postcode", "city", "about")
_MOST_WORDS = 5  # of the new words; more is a story


def find_swap(draft: Draft, text: str) -> Correction | None:
    """Return the correction of the only answer that holds what *text* denies."""
    match = _BUT.search(text) or _INSTEAD.match(text)
    if match is None or len(match["value"].split()) > _MOST_WORDS or tells(text):
        return None
    denied, value = _ARTICLE.sub("", match["denied"]), _VERB.sub("", match["value"])
    holds = re.compile(rf"(?<!\w){re.escape(denied)}(?!\w)", re.IGNORECASE)
    fields = [field for field in _FIELDS if holds.search(getattr(draft, field) or "")]
    if len(fields) != 1:
        return None
    if fields == ["house_number"]:
        return _number(value)
    return Correction(fields[0], holds.sub(lambda _: _ARTICLE.sub("", value), getattr(draft, fields[0])))


def _number(value: str) -> Correction | None:
    digits = re.search(r"\d.*", value)
    return Correction("house_number", digits.group()) if digits else None
