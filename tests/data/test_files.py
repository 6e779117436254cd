"""What may not be in any file of the repository: addresses of package registries and of one machine."""

import re
import subprocess
from pathlib import Path
from tempfile import gettempdir

import pytest

from tests.data.corpus import ROOT

# Written in pieces, so that this file does not hold them either.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("anaconda", "org"),
        ("proxy", "golang", "org"),
        ("crates", "io"),
    )
]
FOLDERS = [f"/{folder}/" for folder in ("work", "root", "home", "Users")] + [f"{gettempdir()}/"]
FORBIDDEN = re.compile(
    "|".join([*map(re.escape, REGISTRIES), *(rf"(?<![\w.*-]){folder}" for folder in FOLDERS)])
)


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = [
        f"{file}:{number}" for file in _tracked() for number, line in _lines(file) if FORBIDDEN.search(line)
    ]

    assert found == []


@pytest.mark.parametrize("lock", ["requirements/app.txt", "requirements/dev.txt", "requirements/engine.txt"])
def test_requirements_record_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert not re.search(r"https?://|file://|--(extra-)?index-url", text)


def test_widget_lock_records_no_address() -> None:
    assert '"resolved"' not in (ROOT / "widget" / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "place", ["/work" + "/x", "https://pypi" + ".org/simple", "see /home" + "/anna/x", gettempdir() + "/x"]
)
def test_forbidden_places_are_recognised(place: str) -> None:
    assert FORBIDDEN.search(place)


def _tracked() -> list[Path]:
    """Return the text files that git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [Path(name) for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def _lines(file: Path) -> list[tuple[int, str]]:
    content = (ROOT / file).read_bytes()
    if b"\0" in content[:8192]:
        return []
    return list(enumerate(content.decode("utf-8", errors="replace").splitlines(), start=1))
