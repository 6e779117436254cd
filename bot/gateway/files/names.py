"""Names of files: no folders, no tricks, and an extension that tells the truth."""

import re
import unicodedata

from bot.dutch.masking import mask
from bot.gateway.files.kinds import FileKind

LONGEST = 100
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")  # control characters, turns of direction, halves, unknowns
_EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")  # Windows takes these for machines
_NAMELESS = {True: "foto", False: "document"}


def safe_name(given: str, kind: FileKind) -> str:
    """Return the name as it can be shown and stored; numbers that identify are masked."""
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    visible = "".join(" " if c.isspace() else c for c in last if c.isspace() or _is_visible(c))
    plain = _FORBIDDEN.sub("_", " ".join(visible.split()))
    stem, extension = _split(plain, kind)
    stem = mask(stem).text.strip(" .")[: LONGEST - len(extension)].rstrip(" .")
    if not stem:
        stem = _NAMELESS[kind.is_image]
    return ("_" if _DEVICE.match(stem) else "") + stem + extension


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in _INVISIBLE


def _split(name: str, kind: FileKind) -> tuple[str, str]:
    found = _EXTENSION.search(name.rstrip(" ."))
    if not found:
        return name, kind.extensions[0]
    extension = found.group().lower()
    true = extension if extension in kind.extensions else kind.extensions[0]
    return name[: found.start()], true
