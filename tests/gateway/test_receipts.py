"""The copy holds everything the citizen entered, and nothing that the citizen could make it do."""

import re
import zlib

import pytest

from bot.gateway.answers import Complaint
from bot.gateway.receipts import STYLE_SOURCE, in_words, make_receipt
from bot.intake.draft import Draft
from bot.intake.state import Intake
from bot.intake.summary import LABELS, shown
from bot.settings import ROOT
from tests.gateway.fakes import create_settings, submitted_state

PATH = "/api/conversation/receipt"
COMPLAINT = {
    "what": "De medewerker was <b>onbeleefd</b>.\nHij hing op.",
    "when_text": "gisteren rond half 11",
    "when_from": "2026-11-19",
    "when_to": "2026-11-19",
    "when_time": "10:30",
    "where": "aan de balie",
    "about": "Burgerzaken",
    "name": "Anna de Vries-'t Hart",
    "on_behalf_of": "mijn moeder",
    "street": "Spoordreef",
    "house_number": "101",
    "addition": "A",
    "postcode": "1315KR",
    "city": "Almere",
    "phone": "+31612345678",
    "email": "anna@example.nl",
}


@pytest.fixture
def fetch(client, citizen, engine):
    """Ask for the copy of a submitted complaint in some form."""

    def get(accept, **changes):
        engine.state = submitted_state(**{**COMPLAINT, **changes})
        return client.get(PATH, headers={**citizen, "Accept": accept})

    return get


def test_receipt_as_page_holds_every_field(fetch):
    response = fetch("text/html")

    assert (response.status_code, response.mimetype) == (200, "text/html")
    for part in (
        "KL-2026-7Q4M8X",
        "vrijdag 20 november 2026",
        "maandag 4 januari 2027",
        "maandag 1 februari 2027",
        "&lt;b&gt;onbeleefd&lt;/b&gt;.\nHij hing op.",
        "gisteren rond half 11",
        "donderdag 19 november 2026, rond 10.30 uur",
        "aan de balie",
        "Burgerzaken",
        "Anna de Vries-&#39;t Hart",
        "mijn moeder",
        "Spoordreef 101 A, 1315 KR Almere",
        "06 12345678",
        "anna@example.nl",
        "info@ombudsmanmetropool.nl",
        "020 625 9999",
    ):
        assert part in response.text


@pytest.mark.parametrize("field", ["what", "where", "about", "name", "street", "city", "when_text", "email"])
def test_receipt_escapes_every_field(fetch, field):
    page = fetch("text/html", **{field: "<script>alert(1)</script>"}).text

    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_receipt_page_allows_its_own_style_only(fetch):
    response = fetch("text/html")
    policy = response.headers["Content-Security-Policy"]

    assert "style-src 'sha256-" in policy
    assert "script-src" not in policy
    assert response.headers["Cache-Control"] == "no-store"
    assert "src=" not in response.text
    assert "style=" not in response.text


def test_guide_for_web_editors_names_the_style_of_the_print_view():
    guide = (ROOT / "docs" / "inbouwen.md").read_text(encoding="utf-8")

    assert f"`style-src {STYLE_SOURCE}`" in guide


def test_receipt_as_pdf_is_tagged_dutch_and_named(fetch):
    response = fetch("application/pdf")

    content = unpacked(response.data)
    assert response.mimetype == "application/pdf"
    assert response.data.startswith(b"%PDF-")
    for mark in (b"StructTreeRoot", b"/Lang (nl)", b"pdfuaid", b"/H1"):
        assert mark in content
    assert "klacht-KL-2026-7Q4M8X.pdf" in response.headers["Content-Disposition"]


def test_receipt_as_pdf_loads_nothing(fetch):
    assert fetch("application/pdf", what='<img src="file:///etc/passwd">').status_code == 200


def unpacked(document):
    """Return a PDF with its streams opened."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", document, re.DOTALL)
    return document + b"".join(opened(stream) for stream in streams)


def opened(stream):
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        ("*/*", "text/html"),
        ("text/html, application/pdf;q=0.5", "text/html"),
        ("application/pdf, text/html;q=0.5", "application/pdf"),
    ],
)
def test_receipt_comes_in_the_form_asked_for(fetch, accept, mimetype):
    assert mimetype == fetch(accept).mimetype


def test_receipt_in_another_form_is_406(fetch):
    response = fetch("image/png")

    assert (response.status_code, response.json["code"]) == (406, "not_acceptable")


def test_receipt_without_pango_is_a_page_and_the_log_says_why(make_client, engine, logs, monkeypatch):
    monkeypatch.setattr("bot.libraries.find_library", lambda name: None if "pango" in name else name)
    client = make_client()
    citizen = {"Authorization": f"Bearer {client.post('/api/conversations').json['token']}"}
    engine.state = submitted_state(**COMPLAINT)

    copies = [client.get(PATH, headers={**citizen, "Accept": form}) for form in ("application/pdf", "*/*")]

    assert [(copy.status_code, copy.mimetype) for copy in copies] == [
        (406, "application/problem+json"),
        (200, "text/html"),
    ]
    assert "pdf_off" in logs.getvalue()
    assert "libpango-1.0-0" in logs.getvalue()


def test_receipt_before_submission_is_409(client, citizen):
    response = client.get(PATH, headers=citizen)

    assert (response.status_code, response.json["code"]) == (409, "not_submitted")


def test_receipt_says_so_when_the_chat_is_no_filing_channel(make_client, engine, tmp_path):
    file = tmp_path / "gemeente.yml"
    ours = create_settings().gemeente_file.read_text(encoding="utf-8")
    file.write_text(ours.replace("kanaal: true", "kanaal: false"), encoding="utf-8")
    client = make_client(gemeente_file=file)
    token = client.post("/api/conversations").json["token"]
    engine.state = submitted_state(**COMPLAINT)

    page = client.get(PATH, headers={"Authorization": f"Bearer {token}"}).text

    assert "klaargezet" in page
    assert "ingediend" not in page
    assert "Ontvangen" not in page


def test_receipt_leaves_out_what_was_not_told():
    receipt = make_receipt(submitted_state(what="Onbeleefd", where=None))

    assert receipt.fields == [("Wat er gebeurde", "Onbeleefd")]


def test_receipt_words_the_answers_as_the_summary_of_the_chat_does():
    draft = Draft(**COMPLAINT)
    state = submitted_state(**COMPLAINT)
    vague = state.receipt.model_copy(update={"vague_when": True})

    worded = dict(make_receipt(state.model_copy(update={"receipt": vague})).fields)

    intake = Intake(draft=draft, vague_when=True)
    assert worded.pop("Wanneer, zoals wij het lezen") == shown(intake, "when")
    assert worded.pop("Wanneer, in uw woorden") == draft.when_text
    assert worded == {LABELS[question]: shown(intake, question) for question in LABELS if question != "when"}


def test_receipt_names_the_answers_as_the_chat_does():
    receipt = make_receipt(submitted_state(**COMPLAINT))

    named = {label for label, _ in receipt.fields}
    assert set(LABELS.values()) - named == {"Wanneer"}  # in own words, and as it was read
    assert {label for label in named if label.startswith("Wanneer")} == {
        "Wanneer, in uw woorden",
        "Wanneer, zoals wij het lezen",
    }


def test_receipt_names_both_days_of_a_period():
    receipt = make_receipt(submitted_state(when_from="2026-11-01", when_to="2026-11-03"))

    assert receipt.fields == [("Wanneer, zoals wij het lezen", "van 1 tot en met 3 november 2026")]


def test_receipt_says_since_when_it_goes_on():
    receipt = make_receipt(submitted_state(when_from="2026-11-01"))

    assert receipt.fields == [("Wanneer, zoals wij het lezen", "sinds 1 november 2026")]


def test_in_words_says_the_dutch_date_of_a_moment():
    assert in_words("2026-11-20T23:30:00Z") == "zaterdag 21 november 2026"


def test_receipt_stays_the_one_that_was_stored_while_a_next_complaint_is_told():
    state = submitted_state(files=["brief.pdf"], what="De eerste klacht")
    told = Complaint(what="De tweede klacht")

    receipt = make_receipt(state.model_copy(update={"status": "open", "complaint": told}))

    assert receipt.fields == [("Wat er gebeurde", "De eerste klacht"), ("Bestanden", "brief.pdf")]


def test_receipt_travels_in_the_copy_only(client, engine):
    engine.state = submitted_state(what="Onbeleefd")

    schemas = client.get("/openapi.json").json["components"]["schemas"]
    assert "receipt" not in client.post("/api/conversations").json["state"]
    assert "receipt" not in schemas["PublicState"]["properties"]
