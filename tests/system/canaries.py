"""Words and numbers that exist nowhere else, to find back wherever they leak."""

import random
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


def _word() -> str:
    return "".join(random.choices(string.ascii_lowercase, k=14))


def _bsn() -> str:
    """Return a number that passes the eleven test."""
    while True:
        digits = [random.randint(1, 9), *(random.randint(0, 9) for _ in range(7))]
        check = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
        if check < 10:
            return "".join(map(str, [*digits, check]))


def _iban() -> str:
    account = "INGB" + "".join(random.choices(string.digits, k=10))
    as_number = int("".join(str(int(sign, 36)) for sign in f"{account}NL00"))
    return f"NL{98 - as_number % 97:02}{account}"


@dataclass(frozen=True)
class Canaries:
    """What one citizen types, with a canary in every answer."""

    story: str = field(default_factory=_word)
    when: str = field(default_factory=_word)
    where: str = field(default_factory=_word)
    about: str = field(default_factory=_word)
    name: str = field(default_factory=lambda: _word().capitalize())
    street: str = field(default_factory=lambda: _word().capitalize())
    phone: str = field(default_factory=lambda: "6" + "".join(random.choices("12345", k=8)))
    email: str = field(default_factory=_word)
    bsn: str = field(default_factory=_bsn)
    iban: str = field(default_factory=_iban)

    @property
    def answers(self) -> dict[str, str]:
        """The answer to each question."""
        return {
            "what": f"Ik werd afgesnauwd over mijn {self.story}. "
            f"Mijn BSN is {self.bsn} en mijn rekening is {self.iban}.",
            "when": f"vorige week, op de dag van {self.when}",
            "where": f"in de {self.where}",
            "about": f"afdeling {self.about}",
            "name": f"Anna {self.name}",
            "address": f"{self.street}straat 12, 1315 KR Almere",
            "phone": f"0{self.phone}",
            "email": f"{self.email}@example.org",
        }

    @property
    def kept(self) -> tuple[str, ...]:
        """What a stored complaint holds."""
        told = (self.story, self.when, self.where, self.about, self.name, self.street, self.phone, self.email)
        return tuple(told)

    @property
    def never_kept(self) -> tuple[str, ...]:
        """What nothing may ever hold."""
        return (self.bsn, self.iban)

    @property
    def all(self) -> tuple[str, ...]:
        """Everything to look for."""
        return (*self.kept, *self.never_kept)


def find(canaries: tuple[str, ...], places: list[Path]) -> set[tuple[str, str]]:
    """Return every file under *places* that holds a canary, as (file, canary)."""
    wanted = {canary: _spellings(canary) for canary in canaries}
    return {
        (str(file), canary)
        for file in _files(places)
        for canary, spellings in wanted.items()
        if any(spelling in file.read_bytes().lower() for spelling in spellings)
    }


def _spellings(canary: str) -> tuple[bytes, ...]:
    lower = canary.lower()
    return tuple(lower.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def _files(places: list[Path]) -> Iterator[Path]:
    for place in places:
        yield from [place] if place.is_file() else (file for file in place.rglob("*") if file.is_file())
