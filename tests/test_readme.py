"""The papers keep up with the product: every setting is listed, every link leads somewhere."""

import re
from pathlib import Path

import pytest

from bot.settings import PREFIX, ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAPERS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_readme_lists_every_setting_and_no_other() -> None:
    listed = re.findall(rf"^\| `{PREFIX}(\w+)` \|", README, re.MULTILINE)

    assert sorted(listed) == sorted(field.upper() for field in Settings.model_fields)


@pytest.mark.parametrize("field", ["port", "engine_port", "inactivity_seconds", "rate_limit", "log_level"])
def test_readme_names_the_default(field: str) -> None:
    assert f"| `{PREFIX}{field.upper()}` | `{Settings.model_fields[field].default}` |" in README


def test_readme_has_the_two_commands_on_top() -> None:
    commands = re.findall(r"^    (make \w+)$", README, re.MULTILINE)

    assert commands == ["make run", "make test"]


def test_readme_names_everything_that_make_can_make() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)) - {"help", "run", "test"}
    [listed] = re.findall(r"`make help` lists the rest: ([^.]+)\.", README)

    assert targets == set(re.findall(r"`(\w+)`", listed))


@pytest.mark.parametrize("paper", (ROOT / "docs").glob("[!n]*.md"), ids=lambda paper: paper.name)
def test_paper_is_named_in_another(paper: Path) -> None:
    """All but the tables of situations, which docs/nlu.md names together."""
    others = [other.read_text(encoding="utf-8") for other in PAPERS if other != paper]

    assert any(paper.name in text for text in others)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_links_between_papers_lead_somewhere(paper: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", paper.read_text(encoding="utf-8"))

    assert [target for target in targets if not (paper.parent / target).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_papers_name_known_settings_only(paper: Path) -> None:
    named = set(re.findall(rf"{PREFIX}([A-Z_]*[A-Z])", paper.read_text(encoding="utf-8")))
    known = {field.upper() for field in Settings.model_fields}

    assert {name.removesuffix("_FILE") for name in named} - known - {"GEMEENTE"} == set()
