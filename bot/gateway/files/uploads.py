"""Reading the form in which a browser sends a file, without it ever touching a disk."""

from io import BytesIO
from typing import IO

from flask import Request, request
from werkzeug.exceptions import RequestEntityTooLarge

from bot.gateway.files.inspection import Inspection, Upload
from bot.gateway.problems import ProblemError
from bot.gateway.requests import clean

ALT_TEXT_LIMIT = 500
# What a form adds around the file: boundaries, names and the description.
FORM_ROOM = 64 * 1024
MOST_PARTS = 5


class DisklessRequest(Request):
    """A request whose files stay in memory; the framework would write large ones to a temporary file."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def read_upload(inspection: Inspection) -> Upload:
    """Read the one file of this request and its description; raises ProblemError."""
    if request.mimetype != "multipart/form-data":
        raise ProblemError("not_a_form")
    request.max_content_length = inspection.most_bytes + FORM_ROOM
    request.max_form_parts = MOST_PARTS
    try:
        files = request.files.getlist("file")
    except RequestEntityTooLarge:
        raise inspection.too_large() from None
    if len(files) != 1 or len(request.files) != 1:
        raise ProblemError("no_file")
    alt_text = str(clean(request.form.get("alt_text", "")))
    if len(alt_text) > ALT_TEXT_LIMIT:
        raise ProblemError("alt_text_too_long")
    return Upload(files[0].filename or "", alt_text, files[0].read())
