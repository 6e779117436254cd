"""Which kind of file this is: by its content, never by its name."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from types import ModuleType

from bot.gateway.problems import ProblemError

try:
    import magic as _magic
except ImportError:  # the Python package is there, the C library behind it is not
    libmagic: ModuleType | None = None
else:
    libmagic = _magic


@dataclass(frozen=True)
class FileKind:
    """A kind of file that is taken; the first extension is the one a file is given."""

    media_type: str
    extensions: tuple[str, ...]

    @property
    def is_image(self) -> bool:
        """Whether it is rewritten as a picture."""
        return self.media_type.startswith("image/")


JPEG = FileKind("image/jpeg", (".jpg", ".jpeg", ".jpe", ".jfif"))
PNG = FileKind("image/png", (".png",))
WEBP = FileKind("image/webp", (".webp",))
PDF = FileKind("application/pdf", (".pdf",))
DOC = FileKind("application/msword", (".doc",))
DOCX = FileKind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
ODT = FileKind("application/vnd.oasis.opendocument.text", (".odt",))

KINDS = {kind.media_type: kind for kind in (JPEG, PNG, WEBP, PDF, DOC, DOCX, ODT)}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


def can_tell_kinds() -> bool:
    """Whether libmagic is on this machine; without it no file is taken."""
    return libmagic is not None


def kind_of(content: bytes) -> FileKind:
    """Return the kind of a file; raises ProblemError for what is not taken."""
    if libmagic is None:
        raise ProblemError("files_off")
    # libmagic may stop at the container: what is inside a zip or an OLE file is read by ourselves.
    if content.startswith(_ZIP):
        return _zipped_kind(content)
    if content.startswith(_OLE):
        return DOC
    media_type = str(libmagic.from_buffer(content, mime=True))
    if media_type.startswith(("image/heic", "image/heif")):
        raise ProblemError("file_heic")
    if media_type not in KINDS:
        raise ProblemError("file_kind")
    return KINDS[media_type]


def _zipped_kind(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise ProblemError("file_broken") from None
    if "word/document.xml" in members:
        return DOCX
    if {"mimetype", "content.xml"} <= members:
        return ODT
    raise ProblemError("file_kind")
