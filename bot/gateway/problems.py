"""Every error that the gateway answers with: RFC 9457 problem details, in Dutch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from bot.errors import KlachtbalieError
from bot.municipality import Municipality


@dataclass(frozen=True)
class Kind:
    """One kind of problem; the detail may name {telefoon}, {brief}, {wachttijd} and values."""

    status: int
    title: str
    detail: str


OTHER_WAYS = "Bellen kan ook, {telefoon}, of schrijven naar {brief}."

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
            409, "Nog geen kopie", "Er is nog geen kopie. Die krijgt u als uw klacht is bewaard."
        ),
        "files_closed": Kind(
            409,
            "Geen klacht open",
            "U kunt nu geen bestanden toevoegen of verwijderen. "
            "Dat kan alleen voordat u uw klacht verstuurt.",
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
            "Uw klacht is al bewaard, met kenmerk {reference}. Dit gesprek is gesloten. "
            "U kunt opnieuw beginnen.",
        ),
        "fate_unknown": Kind(
            410,
            "Gesprek gesloten",
            "Dit gesprek is gesloten. Wij kunnen nu niet nagaan of uw klacht is bewaard. "
            "Bel {telefoon} om het na te vragen.",
        ),
        "too_long": Kind(
            413,
            "Bericht te lang",
            "Uw bericht is te lang. Er passen 10.000 tekens in één bericht. "
            "Verdeel uw verhaal over meer berichten, dan gaat er niets verloren.",
        ),
        "too_large": Kind(
            413,
            "Bericht te groot",
            "Uw bericht is te groot. Verdeel uw verhaal over meer berichten. Er gaat dan niets verloren.",
        ),
        "file_too_large": Kind(
            413,
            "Bestand te groot",
            "Dit bestand is te groot. Een bestand mag niet groter zijn dan {megabytes} MB. "
            "Maak het kleiner of kies een ander bestand.",
        ),
        "image_too_large": Kind(
            413,
            "Foto te groot",
            "Deze foto heeft te veel beeldpunten. Maak de foto kleiner of maak er een schermafdruk van.",
        ),
        "too_many_files": Kind(
            413,
            "Te veel bestanden",
            "U kunt niet meer dan {most} bestanden toevoegen. Verwijder eerst een ander bestand.",
        ),
        "file_kind": Kind(
            415,
            "Soort bestand niet mogelijk",
            "Dit soort bestand kunnen wij niet aannemen. Wat kan: een foto (JPEG, PNG of WebP), "
            "een PDF of een Word-document.",
        ),
        "file_heic": Kind(
            415,
            "Soort foto niet mogelijk",
            "Deze foto is een HEIC-bestand. Dat kunnen wij niet openen. Bewaar de foto als JPEG en "
            "voeg hem opnieuw toe.",
        ),
        "file_macros": Kind(
            415,
            "Document met macro's",
            "In dit document zitten macro's: kleine programma's. Dat nemen wij niet aan. "
            "Bewaar het document als PDF en voeg het opnieuw toe.",
        ),
        "not_a_form": Kind(415, "Vorm onbekend", "Stuur het bestand als formulier (multipart/form-data)."),
        "full": Kind(
            413,
            "Gesprek vol",
            "Er past niets meer in dit gesprek, dus uw laatste bericht is niet verwerkt. "
            "Met de knoppen kunt u uw klacht nog versturen. " + OTHER_WAYS,
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
        "no_file": Kind(422, "Geen bestand", "Wij kregen geen bestand. Kies één bestand."),
        "file_empty": Kind(422, "Bestand leeg", "Dit bestand is leeg. Kies een ander bestand."),
        "file_broken": Kind(
            422,
            "Bestand onleesbaar",
            "Wij kunnen dit bestand niet openen. Misschien is het beschadigd of op slot. "
            "Kies een ander bestand.",
        ),
        "file_virus": Kind(
            422,
            "Virus gevonden",
            "In dit bestand is een virus gevonden. Wij hebben het niet bewaard.",
        ),
        "alt_text_too_long": Kind(
            422, "Beschrijving te lang", "Uw beschrijving is te lang. Er passen 500 tekens in."
        ),
        "bad_request": Kind(400, "Verzoek onleesbaar", "Wij kunnen dit verzoek niet lezen."),
        "too_many": Kind(
            429,
            "Te veel berichten",
            "Dat ging te snel, dus dit laatste is niet verwerkt. "
            "Probeer het over {wachttijd} opnieuw. " + OTHER_WAYS,
        ),
        "internal": Kind(
            500,
            "Storing",
            "Er ging iets mis: wij weten niet of uw bericht is verwerkt. Probeer het opnieuw. " + OTHER_WAYS,
        ),
        "engine_away": Kind(
            503,
            "Storing",
            "Uw bericht is niet verwerkt, want de klachtbalie werkt nu niet. "
            "Probeer het over een minuut opnieuw. " + OTHER_WAYS,
        ),
        "engine_unsure": Kind(
            503,
            "Storing",
            "Wij weten niet of uw bericht is verwerkt. Stuur het over een minuut opnieuw. " + OTHER_WAYS,
        ),
        "submission_unsure": Kind(
            503,
            "Storing",
            "Wij weten niet of uw klacht is bewaard. Stuur uw laatste bericht over een minuut opnieuw: "
            "uw klacht komt nooit twee keer binnen. U kunt het ook navragen: {telefoon}.",
        ),
        "file_not_kept": Kind(
            503,
            "Storing",
            "Uw bestand is niet toegevoegd of niet verwijderd. "
            "Probeer het over een minuut opnieuw. " + OTHER_WAYS,
        ),
        "scanner_away": Kind(
            503,
            "Storing",
            "Wij kunnen nu niet nagaan of er een virus in uw bestand zit. Daarom is het niet bewaard. "
            "Probeer het over een minuut opnieuw.",
        ),
        "busy": Kind(
            503,
            "Even te druk",
            "Het is nu te druk, dus dit is niet gelukt. Probeer het over {wachttijd} opnieuw.",
        ),
        "files_off": Kind(
            503,
            "Bestanden niet mogelijk",
            "U kunt hier nu geen bestanden toevoegen. Stuur kopieën mee met een brief naar {brief}.",
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
    values: Mapping[str, str] = field(default_factory=dict)
    wait: int = 0

    def document(self, municipality: Municipality) -> dict[str, Any]:
        """Return the problem document of RFC 9457."""
        kind = KINDS[self.code]
        return {
            "type": f"/openapi.json#/x-problems/{self.code}",
            "title": kind.title,
            "status": kind.status,
            "detail": self.detail or kind.detail.format(**_ways(municipality, self.wait), **self.values),
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
