"""Documents are kept as they are, so they are looked into first: whole, of one kind, without macros."""

import zipfile
from io import BytesIO

from bot.gateway.files.kinds import DOC, DOCX, ODT, PDF, FileKind
from bot.gateway.problems import ProblemError

MOST_MEMBERS = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
_TAIL = 2048
_WORD_TYPE = b"wordprocessingml.document.main+xml"
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("basic/", "scripts/")  # of an ODT


def check_document(content: bytes, kind: FileKind) -> None:
    """Raise ProblemError for a document that is broken, disguised or able to run by itself."""
    {PDF: _check_pdf, DOC: _check_doc, DOCX: _check_docx, ODT: _check_odt}[kind](content)


def _check_pdf(content: bytes) -> None:
    tail = content[-_TAIL:]
    if not content.startswith(b"%PDF-") or b"%%EOF" not in tail or b"startxref" not in tail:
        raise ProblemError("file_broken")
    if zipfile.is_zipfile(BytesIO(content)):
        raise ProblemError("file_kind")  # two files in one


def _check_doc(content: bytes) -> None:
    """Look for the names of the parts; a password hides a document as a whole, so it has no Word part."""
    if not _has_part(content, "WordDocument"):
        raise ProblemError("file_kind")
    if _has_part(content, "_VBA_PROJECT") or _has_part(content, "Macros"):
        raise ProblemError("file_macros")


def _has_part(content: bytes, name: str) -> bool:
    return f"{name}\0".encode("utf-16-le") in content


def _check_docx(content: bytes) -> None:
    with _opened(content) as archive:
        if _WORD_TYPE not in _part(archive, "[Content_Types].xml"):
            # A template or a document with macros calls itself something else.
            raise ProblemError("file_macros" if _has_macros(archive) else "file_kind")
        if _has_macros(archive):
            raise ProblemError("file_macros")


def _check_odt(content: bytes) -> None:
    with _opened(content) as archive:
        if _part(archive, "mimetype") != ODT.media_type.encode():
            raise ProblemError("file_kind")
        if any(name.lower().startswith(_MACRO_FOLDERS) for name in archive.namelist()):
            raise ProblemError("file_macros")


def _has_macros(archive: zipfile.ZipFile) -> bool:
    return any(name.lower().endswith(_MACRO_PARTS) for name in archive.namelist())


def _opened(content: bytes) -> zipfile.ZipFile:
    """Return the archive, unless it would unpack to something absurd or is locked."""
    archive = zipfile.ZipFile(BytesIO(content))
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise ProblemError("file_broken")
    if any(member.flag_bits & 1 for member in members):
        raise ProblemError("file_broken")
    return archive


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(1024 * 1024)
    except (KeyError, OSError, ValueError, EOFError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise ProblemError("file_broken") from None
