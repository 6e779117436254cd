"""Which model is live, what it was trained on, and whether that is still what the data says."""

import hashlib
import importlib.metadata
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.settings import ROOT, StartupError

SPACY_PACKAGE = "nl_core_news_sm"
POINTER = "current.json"
_INPUTS = ("config.yml", "domain.yml", "data")
_COMPONENTS = Path("engine") / "components"


@dataclass(frozen=True)
class LiveModel:
    """The model in use: its file and the fingerprints of what it was made from."""

    file: str
    data: str
    spacy: str


def read_live_model(folder: Path) -> LiveModel | None:
    """Return the live model of *folder*, or None when nothing was trained yet."""
    pointer = folder / POINTER
    if not pointer.exists():
        return None
    try:
        model = LiveModel(**json.loads(pointer.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise StartupError(f"models/{POINTER} cannot be read. Remove it and run 'make train'.") from None
    return model if (folder / model.file).exists() else None


def make_live(folder: Path, model: LiveModel) -> None:
    """Let the engine use *model* from its next start on."""
    draft = folder / f"{POINTER}.new"
    draft.write_text(json.dumps(asdict(model), indent=2) + "\n", encoding="utf-8")
    draft.replace(folder / POINTER)


def model_to_load(folder: Path) -> Path:
    """Return the file of the live model; raises StartupError when it is missing or does not fit."""
    model = read_live_model(folder)
    if model is None:
        raise StartupError("There is no trained model. Run 'make train'.")
    if model.spacy != spacy_fingerprint():
        raise StartupError(
            f"{model.file} was trained with another {SPACY_PACKAGE} package. Run 'make train'."
        )
    return folder / model.file


def data_fingerprint(root: Path = ROOT) -> str:
    """Return the hash of everything a model is made from, bar the Dutch package."""
    digest = hashlib.sha256()
    for file in _input_files(root):
        digest.update(str(file.relative_to(root)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def spacy_fingerprint() -> str:
    """Return the version and content hash of the installed Dutch spaCy package."""
    try:
        distribution = importlib.metadata.distribution(SPACY_PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        raise StartupError(f"The package {SPACY_PACKAGE} is not installed. Run 'make setup'.") from None
    record = hashlib.sha256((distribution.read_text("RECORD") or "").encode()).hexdigest()[:12]
    return f"{distribution.version} {record}"


def _input_files(root: Path) -> Iterator[Path]:
    for name in _INPUTS:
        place = root / name
        yield from [place] if place.is_file() else sorted(place.rglob("*.yml"))
    yield from sorted((root / _COMPONENTS).rglob("*.py"))
