"""The citizen's own copy of a submitted complaint, as a web page or as a tagged PDF."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.gateway.answers import State, Stored
from bot.gateway.queues import Queue
from bot.intake.draft import FIELDS, Draft
from bot.intake.state import Intake
from bot.intake.summary import LABELS, NOT_GIVEN, shown
from bot.municipality import Municipality

TEMPLATES = Path(__file__).resolve().parent / "templates"
STYLE = (TEMPLATES / "receipt.css").read_text(encoding="utf-8")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

# The style travels inside the page, so that a saved copy stays whole; its hash keeps the policy strict.
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode("utf-8")).digest()).decode("ascii")
STYLE_SOURCE = f"'sha256-{_STYLE_HASH}'"
PAGE_POLICY = f"default-src 'none'; style-src {STYLE_SOURCE}; base-uri 'none'; frame-ancestors 'none'"


@dataclass(frozen=True)
class Receipt:
    """All that the copy says, dates in Dutch words."""

    reference: str
    received: str
    due: str
    latest: str
    fields: list[tuple[str, str]]


class Renderer(Protocol):
    """Turns a receipt into a document of one media type."""

    media_type: str
    extension: str

    def render(self, receipt: Receipt) -> bytes:
        """Return the document."""
        ...


class HtmlRenderer:
    """A printable page without anything from elsewhere."""

    media_type = "text/html"
    extension = "html"

    def __init__(self, municipality: Municipality) -> None:
        self._municipality = municipality
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._template = environment.get_template("receipt.html")

    def render(self, receipt: Receipt) -> bytes:
        """Return the page; everything the citizen typed is escaped."""
        page = self._template.render(receipt=receipt, municipality=self._municipality, style=STYLE)
        return page.encode("utf-8")


class PdfRenderer:
    """The same page as a PDF/UA document, for paper and for screen readers."""

    media_type = "application/pdf"
    extension = "pdf"

    def __init__(self, page: HtmlRenderer) -> None:
        self._page = page
        self._queue = Queue()

    def render(self, receipt: Receipt) -> bytes:
        """Return the tagged PDF; raises ProblemError when too many others are being made."""
        # A second of import and 40 MB that a gateway without finished complaints never needs.
        from weasyprint import HTML

        page = HTML(string=self._page.render(receipt).decode("utf-8"), url_fetcher=_refuse)
        with self._queue.turn():
            document: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
        return document


def _refuse(url: str, *_: object, **__: object) -> None:
    raise ValueError("a receipt loads nothing")


def make_receipt(state: State) -> Receipt | None:
    """Return the copy of a submitted complaint, or None while there is nothing to copy."""
    if not (state.reference and state.received_at and state.due and state.latest and state.receipt):
        return None
    return Receipt(
        reference=state.reference,
        received=in_words(state.received_at),
        due=in_words(state.due),
        latest=in_words(state.latest),
        fields=_fields(state.receipt),
    )


def in_words(moment: str) -> str:
    """Say an ISO date or moment in Dutch: "vrijdag 20 november 2026"."""
    parsed = datetime.fromisoformat(moment)
    local = parsed.astimezone(AMSTERDAM) if parsed.tzinfo else parsed
    return format_date(local.date(), "EEEE d MMMM y", locale="nl")


def _fields(stored: Stored) -> list[tuple[str, str]]:
    """Return the answers in the words of the summary; the date also in the citizen's own."""
    draft = Draft(**stored.complaint.model_dump(include=set(FIELDS)))
    intake = Intake(draft=draft, vague_when=stored.vague_when)
    rows = [row for question in LABELS for row in _rows(intake, question)]
    return [*rows, ("Bestanden", "\n".join(stored.files))] if stored.files else rows


def _rows(intake: Intake, question: str) -> list[tuple[str, str]]:
    draft, words = intake.draft, shown(intake, question)
    if question != "when":
        return [] if words == NOT_GIVEN else [(LABELS[question], words)]
    own = [("Wanneer, in uw woorden", draft.when_text)] if draft.when_text else []
    return [*own, ("Wanneer, zoals wij het lezen", words)] if draft.when_from else own
