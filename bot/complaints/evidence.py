"""Evidence: the files that come with a complaint."""

from dataclasses import dataclass


# No generated repr: neither a name nor a content may reach a log by way of an error.
@dataclass(frozen=True, kw_only=True, repr=False)
class NewFile:
    """A file to store, checked and cleaned."""

    name: str
    media_type: str
    alt_text: str
    content: bytes


@dataclass(frozen=True, kw_only=True, repr=False)
class StoredFile:
    """What is known of a stored file without opening it; *number* counts from one within its complaint."""

    number: int
    name: str
    media_type: str
    size: int
    alt_text: str
    sha256: str
