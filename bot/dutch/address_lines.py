"""Sorts the words of one address line into street, number, addition, postcode and town."""

import re
from typing import Literal

from bot.dutch.address_phrases import (
    COUNTRY,
    Label,
    clean_street,
    clean_town,
    drop_care_of,
    drop_introduction,
    drop_number_word,
    looks_like_street,
    opens_with_preposition,
    split_at_preposition,
    split_labels,
)
from bot.dutch.house_numbers import SplitPart, ends_in_year, read_addition, split_at_number, tidy_addition
from bot.dutch.place_names import is_known_town, proper_case, split_known_town
from bot.dutch.postcodes import find_postcode

Problem = Literal["postcode", "house_number", "unclear"]

_LINK_WORDS = frozenset(("op", "aan", "bij", "het", "en"))
_LINK_BEFORE_NUMBER = re.compile(r" (?:op|en|met)$", re.IGNORECASE)
_MOORINGS = frozenset(("Ligplaats", "Standplaats"))


class AddressLine:
    """Collects the parts of one line; what cannot be placed with certainty is left out."""

    def __init__(self, line: str, asked: tuple[str, ...]) -> None:
        self.found: dict[str, str] = {}
        self.problem: Problem | None = None
        self._asked = asked
        self._loose_before: list[str] = []
        self._loose_after: list[str] = []
        self._numbered = False
        country = COUNTRY.search(line)
        for part, after_postcode in self._without_postcode(line):
            self._read_part(drop_care_of(COUNTRY.sub("", part)), after_postcode=after_postcode)
        self._place_loose_words()
        if country and "city" in self.found:
            self.found["city"] += f", {proper_case(country['name'])}"
        if not self.found and not self.problem:
            self.problem = "unclear"

    def _without_postcode(self, line: str) -> list[tuple[str, bool]]:
        """Take the postcode out and cut the rest into parts; the words right behind it are marked."""
        postcode = find_postcode(line, alone="postcode" in self._asked and "house_number" not in self._asked)
        if postcode is None or (self._asked == ("house_number",) and postcode.value is None):
            return [(part, False) for part in line.split(", ")]
        if postcode.value:
            self.found["postcode"] = postcode.value
        else:
            self.problem = "postcode"
        before, after = line[: postcode.start], line[postcode.end :]
        behind, *rest = after.lstrip(" ,.-/").split(", ")
        return [
            *((part, False) for part in before.split(", ")),
            (behind, True),
            *((part, False) for part in rest),
        ]

    def _read_part(self, part: str, *, after_postcode: bool) -> None:
        for label, piece in split_labels(part):
            if label is None:
                self._read_unlabelled(drop_introduction(piece), after_postcode=after_postcode)
            else:
                self._read_labelled(label, piece)

    def _read_labelled(self, label: Label, piece: str) -> None:
        split = split_at_number(piece)
        if label == "addition":
            self._note("addition", tidy_addition(piece) if len(piece) <= 10 else None)
        elif label == "city":
            self._note_town(piece, certain=True)
        elif label == "postcode" and not (split and self.problem is None and "postcode" not in self.found):
            self._read_unlabelled(piece, after_postcode=True)
        elif label == "postcode":
            self.problem = "postcode"
        elif label == "street" and (ends_in_year(piece) or not (split and split.before)):
            self._note_street(piece)
        elif label in ("street", "house_number") and split:
            self._read_numbered(split, after_postcode=False)

    def _read_unlabelled(self, part: str, *, after_postcode: bool) -> None:
        split = split_at_number(part)
        if self._asked == ("addition",) and read_addition(part):
            self._note("addition", read_addition(part))
        elif split and not self._numbered and self._expects_number(split):
            self._read_numbered(split, after_postcode=after_postcode)
        elif after_postcode:
            self._read_behind_postcode(part)
        elif part:
            (self._loose_after if self._numbered else self._loose_before).append(part)

    def _expects_number(self, split: SplitPart) -> bool:
        """Tell whether a number may stand here: behind a street, or alone when it was asked for."""
        wanted = "house_number" in self._asked or "postcode" in self.found
        return bool(split.before) or (
            wanted and not (split.after and clean_town(split.after, certain=False) is None)
        )

    def _read_behind_postcode(self, words: str) -> None:
        town, street = split_known_town(words)
        self._note_town(town or words, certain=True)
        if town and looks_like_street(street):
            self._note_street(street)

    def _read_numbered(self, split: SplitPart, *, after_postcode: bool) -> None:
        town, street = split_known_town(split.before)
        street = drop_introduction(street) if town else street
        street = "" if street.lower() in _LINK_WORDS else _LINK_BEFORE_NUMBER.sub("", street)
        if street and not self._note_street(street):
            return
        self._note_town(town or "", certain=True)
        self._numbered = True
        self._note("house_number", split.number)
        self._note("addition", split.addition)
        self.problem = self.problem if split.number else "house_number"
        self._read_behind_number(split.after, after_postcode=after_postcode)

    def _read_behind_number(self, words: str, *, after_postcode: bool) -> None:
        """Read "Grote Markt" in "46 Grote Markt" as a street, and a town in every other place."""
        opens_line = not (self._loose_before or after_postcode or "street" in self.found)
        is_town = is_known_town(words) or opens_with_preposition(words)
        if opens_line and "street" in self._asked and not is_town:
            self._note_street(words)
        else:
            self._note_town(words)

    def _place_loose_words(self) -> None:
        if self._numbered:
            self._place_around_number()
        else:
            for words in self._loose_before:
                self._place_unnumbered(words)

    def _place_around_number(self) -> None:
        for words in self._loose_before:
            if is_known_town(words) or opens_with_preposition(words):
                self._note_town(words)
        names = [words for words in self._loose_before if not is_known_town(words)]
        if names:
            self._note_street(names[-1])
        for words in self._loose_after:
            if "street" not in self.found and looks_like_street(words):
                self._note_street(words)
            elif self.found.get("street") not in _MOORINGS or is_known_town(words):
                self._note_town(words)

    def _place_unnumbered(self, words: str) -> None:
        """Place words without a number: by their look, or because only one part was asked for."""
        street, town = split_at_preposition(words)
        if is_known_town(words) or not street:
            self._note_town(words)
        elif looks_like_street(street):
            self._note_street(drop_number_word(street))
            self._note_town(town)
        elif "street" in self._asked and "city" not in self._asked:
            self._note_street(words)
        elif "city" in self._asked and "street" not in self._asked:
            self._note_town(words)

    def _note_street(self, words: str) -> bool:
        street = clean_street(words)
        self._note("street", proper_case(street) if street else None)
        return street is not None

    def _note_town(self, words: str, *, certain: bool = False) -> None:
        town = clean_town(words, certain=certain)
        self._note("city", proper_case(town) if town else None)

    def _note(self, part: str, value: str | None) -> None:
        if value:
            self.found.setdefault(part, value)
