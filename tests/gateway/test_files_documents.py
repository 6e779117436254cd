"""Documents: the kind is in the content, and nothing that can run by itself is taken."""

import pytest

from bot.gateway.files import documents
from bot.gateway.files.documents import check_document
from bot.gateway.files.kinds import DOC, DOCX, JPEG, ODT, PDF, PNG, WEBP, kind_of
from bot.gateway.problems import ProblemError
from tests.gateway.evidence import (
    MACRO_TYPE,
    create_docx,
    create_image,
    create_odt,
    create_ole,
    create_pdf,
    create_zip,
)

HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 40


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(create_image(), JPEG, id="jpeg"),
        pytest.param(create_image("PNG"), PNG, id="png"),
        pytest.param(create_image("WEBP"), WEBP, id="webp"),
        pytest.param(create_pdf(), PDF, id="pdf"),
        pytest.param(create_ole("WordDocument"), DOC, id="doc"),
        pytest.param(create_docx(), DOCX, id="docx"),
        pytest.param(create_odt(), ODT, id="odt"),
    ],
)
def test_kind_is_told_by_content(content, kind):
    assert kind == kind_of(content)


@pytest.mark.parametrize("content", [create_pdf(), create_ole("WordDocument"), create_docx(), create_odt()])
def test_plain_documents_are_taken(content):
    check_document(content, kind_of(content))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(HEIC, "file_heic", id="heic"),
        pytest.param(create_image("GIF"), "file_kind", id="gif"),
        pytest.param(b"gewone tekst", "file_kind", id="text"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file_kind", id="svg"),
        pytest.param(create_zip({"a.txt": "x"}), "file_kind", id="zip"),
        pytest.param(create_zip({"xl/workbook.xml": "x"}), "file_kind", id="spreadsheet"),
        pytest.param(create_zip({"a": "x"})[:-30], "file_broken", id="half a zip"),
        pytest.param(b"PK\x03\x04" + b"\xff" * 100, "file_broken", id="zip in name only"),
    ],
)
def test_other_kinds_are_refused(content, code):
    with pytest.raises(ProblemError) as refused:
        kind_of(content)

    assert code == refused.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(create_pdf() + create_zip({"a": "x"}), "file_kind", id="zip behind a pdf"),
        pytest.param(
            create_pdf() + create_zip({"a": "x"}) + b"startxref %%EOF", "file_kind", id="zip inside a pdf"
        ),
        pytest.param(create_ole("Workbook"), "file_kind", id="spreadsheet of before 2007"),
        pytest.param(create_ole("EncryptedPackage"), "file_kind", id="behind a password"),
        pytest.param(create_ole("WordDocument", "Macros"), "file_macros", id="doc with macros"),
        pytest.param(create_ole("WordDocument", "_VBA_PROJECT"), "file_macros", id="doc with a program"),
        pytest.param(
            create_docx(MACRO_TYPE, {"word/vbaProject.bin": "x"}), "file_macros", id="docm called docx"
        ),
        pytest.param(create_docx(members={"word/VbaProject.bin": "x"}), "file_macros", id="hidden macros"),
        pytest.param(create_docx("text/xml"), "file_kind", id="not what it calls itself"),
        pytest.param(create_odt({"Basic/script-lc.xml": "x"}), "file_macros", id="odt with macros"),
        pytest.param(create_odt({"Scripts/python/x.py": "x"}), "file_macros", id="odt with a script"),
        pytest.param(create_zip({"word/document.xml": "x"}), "file_broken", id="docx without its list"),
        pytest.param(
            create_zip({"mimetype": "text/plain", "content.xml": "x"}), "file_kind", id="odt in name only"
        ),
    ],
)
def test_documents_in_disguise_are_refused(content, code):
    with pytest.raises(ProblemError) as refused:
        check_document(content, kind_of(content))

    assert code == refused.value.code


def test_archive_that_unpacks_to_something_absurd_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "MOST_UNPACKED", 1_000_000)
    bomb = create_docx(members={"word/media/image1.png": b"\0" * 2_000_000})
    assert len(bomb) < 10_000

    with pytest.raises(ProblemError, match="file_broken"):
        check_document(bomb, DOCX)


def test_archive_with_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "MOST_MEMBERS", 10)
    crowd = create_docx(members={f"word/{number}": "x" for number in range(20)})

    with pytest.raises(ProblemError, match="file_broken"):
        check_document(crowd, DOCX)
