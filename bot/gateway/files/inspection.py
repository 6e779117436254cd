"""From what a browser sent to a file that may be kept."""

from dataclasses import dataclass

import structlog

from bot.clamav import ClamAv, ScannerAwayError
from bot.dutch.masking import mask
from bot.gateway.files.documents import check_document
from bot.gateway.files.images import rewrite
from bot.gateway.files.kinds import can_tell_kinds, kind_of
from bot.gateway.files.names import safe_name
from bot.gateway.problems import ProblemError
from bot.libraries import FILES
from bot.settings import Settings

log = structlog.get_logger(__name__)


# No generated repr for these two: a name or a content must not reach a log by way of an error.
@dataclass(frozen=True, repr=False)
class Upload:
    """A file as the citizen's browser sent it."""

    name: str
    alt_text: str
    content: bytes


@dataclass(frozen=True, repr=False)
class SafeFile:
    """A file that may be kept and shown."""

    name: str
    media_type: str
    alt_text: str
    content: bytes


class Inspection:
    """Checks and cleans files within the limits of the settings."""

    def __init__(self, settings: Settings) -> None:
        self.most_files = settings.max_files
        self.most_megabytes = settings.max_file_mb
        address = settings.clamav_address
        self._scanner = ClamAv(address) if address else None
        if not can_tell_kinds():
            log.warning("files_off", cause=FILES.advice)

    @property
    def most_bytes(self) -> int:
        """The size of the largest file that is taken."""
        return self.most_megabytes * 1024 * 1024

    def clean(self, upload: Upload) -> SafeFile:
        """Return the file as it may be kept; raises ProblemError that says why it may not."""
        self._check_size(upload.content)
        if not upload.content:
            raise ProblemError("file_empty")
        kind = kind_of(upload.content)
        self._scan(upload.content)
        content = upload.content
        if kind.is_image:
            content = rewrite(content, kind)
            self._check_size(content)
        else:
            check_document(content, kind)
        alt_text = mask(upload.alt_text).text
        return SafeFile(safe_name(upload.name, kind), kind.media_type, alt_text, content)

    def too_large(self) -> ProblemError:
        """Return the problem of a file over the limit."""
        return ProblemError("file_too_large", values={"megabytes": str(self.most_megabytes)})

    def too_many(self) -> ProblemError:
        """Return the problem of a file too many."""
        return ProblemError("too_many_files", values={"most": str(self.most_files)})

    def _check_size(self, content: bytes) -> None:
        if len(content) > self.most_bytes:
            raise self.too_large()

    def _scan(self, content: bytes) -> None:
        if self._scanner is None:
            return
        try:
            has_virus = self._scanner.finds_virus(content)
        except ScannerAwayError as error:
            log.error("virus_scanner_away", cause=str(error))
            raise ProblemError("scanner_away", headers={"Retry-After": "60"}) from None
        if has_virus:
            raise ProblemError("file_virus")
