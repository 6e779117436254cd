"""Every error that the gateway answers with: RFC 9457 problem details, in Dutch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from bot.errors import KlachtbalieError
from bot.municipality import Municipality


@dataclass(frozen=True)
class Kind:
    """One kind of problem; the detail may name {telefoon}, {brief} and {wachttijd}."""

    status: int
    title: str
    detail: str


OTHER_WAYS = "U kunt ook bellen: {telefoon}. Of stuur een brief naar {brief}."

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "no_token": Kind(401, "Geen gesprek", "Wij kennen dit gesprek niet. Begin een nieuw gesprek."),
        "not_found": Kind(404, "Niet gevonden", "Deze pagina bestaat niet."),
        "method_not_allowed": Kind(405, "Niet mogelijk", "Dit kan hier niet."),
        "not_acceptable": Kind(
            406,
            "Vorm niet mogelijk",
            "De kopie is er als webpagina (HTML) en als PDF, niet in een andere vorm.",
        ),
        "not_submitted": Kind(
            409, "Nog geen kopie", "Er is nog geen kopie. Die krijgt u als uw klacht bij ons binnen is."
        ),
        "unknown": Kind(
            410, "Gesprek gesloten", "Dit gesprek is gesloten. Er is niets bewaard. U kunt opnieuw beginnen."
        ),
        "expired": Kind(
            410,
            "Gesprek gesloten",
            "Dit gesprek is gesloten, omdat u een tijd niets deed. Er is niets bewaard. "
            "U kunt opnieuw beginnen.",
        ),
        "stopped": Kind(
            410,
            "Gesprek gestopt",
            "U hebt dit gesprek gestopt. Er is niets bewaard. U kunt opnieuw beginnen.",
        ),
        "submitted": Kind(
            410,
            "Gesprek gesloten",
            "Uw klacht is al bij ons binnen. Dit gesprek is gesloten. U kunt opnieuw beginnen.",
        ),
        "too_long": Kind(
            413,
            "Bericht te lang",
            "Uw bericht is te lang. Er passen 10.000 tekens in één bericht. "
            "Verdeel uw verhaal over meer berichten. Er gaat dan niets verloren.",
        ),
        "too_large": Kind(
            413,
            "Bericht te groot",
            "Uw bericht is te groot. Verdeel uw verhaal over meer berichten. Er gaat dan niets verloren.",
        ),
        "not_json": Kind(415, "Vorm onbekend", "Stuur het bericht als JSON (application/json)."),
        "malformed": Kind(
            422,
            "Bericht onleesbaar",
            "Wij kunnen uw bericht niet lezen. Het is niet verwerkt. Typ uw bericht opnieuw.",
        ),
        "empty": Kind(422, "Bericht leeg", "Uw bericht is leeg. Typ eerst een bericht."),
        "stale_button": Kind(
            422, "Knop werkt niet meer", "Deze knop werkt niet meer. Kies een knop onder het laatste bericht."
        ),
        "bad_request": Kind(400, "Verzoek onleesbaar", "Wij kunnen dit verzoek niet lezen."),
        "too_many": Kind(
            429,
            "Te veel berichten",
            "Dat ging te snel achter elkaar. Dit laatste is niet verwerkt. "
            "Probeer het over {wachttijd} opnieuw. " + OTHER_WAYS,
        ),
        "internal": Kind(
            500,
            "Storing",
            "Er ging bij ons iets mis. Wij weten niet of uw bericht is verwerkt. Probeer het opnieuw. "
            + OTHER_WAYS,
        ),
        "engine_away": Kind(
            503,
            "Storing",
            "Uw bericht is niet verwerkt. De klachtbalie werkt op dit moment niet. "
            "Probeer het over een minuut opnieuw. " + OTHER_WAYS,
        ),
        "engine_unsure": Kind(
            503,
            "Storing",
            "Wij weten niet of uw bericht is verwerkt. De klachtbalie geeft nu geen antwoord. "
            "Stuur het over een minuut opnieuw. " + OTHER_WAYS,
        ),
    }
)


@dataclass(eq=False)
class ProblemError(KlachtbalieError):
    """A request that cannot be answered, named by a code from KINDS."""

    code: str
    detail: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, Any] = field(default_factory=dict)
    wait: int = 0

    def document(self, municipality: Municipality) -> dict[str, Any]:
        """Return the problem document of RFC 9457."""
        kind = KINDS[self.code]
        return {
            "type": f"/openapi.json#/x-problems/{self.code}",
            "title": kind.title,
            "status": kind.status,
            "detail": self.detail or kind.detail.format(**_ways(municipality, self.wait)),
            "code": self.code,
            **self.members,
        }


def _ways(municipality: Municipality, seconds: int) -> dict[str, str]:
    letter = municipality.brief
    return {
        "telefoon": municipality.telefoon,
        "brief": f"{letter.postbus}, {letter.postcode} {letter.plaats}, t.a.v. {letter.ter_attentie_van}",
        "wachttijd": in_words(seconds),
    }


def in_words(seconds: int) -> str:
    """Say a waiting time in Dutch, rounded up to whole minutes from a minute and a half on."""
    if seconds <= 90:
        return "1 seconde" if seconds == 1 else f"{seconds} seconden"
    return f"{-(-seconds // 60)} minuten"
