"""The C libraries that the product can do without: what it cannot do then, and how to get them."""

from ctypes.util import find_library
from dataclasses import dataclass


@dataclass(frozen=True)
class Libraries:
    """What one ability of the product needs from the machine."""

    names: tuple[str, ...]
    loss: str
    packages: str

    @property
    def are_here(self) -> bool:
        """Whether the machine has them all."""
        return all(find_library(name) for name in self.names)

    @property
    def advice(self) -> str:
        """What goes without them, and what to do."""
        return f"lib{self.names[0]} is missing: {self.loss}. Install {self.packages} and start again."


FILES = Libraries(("magic",), "the chat takes no files", "libmagic1")
PDF = Libraries(
    ("pango-1.0", "pangoft2-1.0"),
    "the copy of a complaint is a web page to print, not a PDF",
    "libpango-1.0-0 and libpangoft2-1.0-0",
)
OPTIONAL = (FILES, PDF)
