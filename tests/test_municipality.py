"""gemeente.yml: the one in the project is right, and a broken one gets one clear sentence."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bot.errors import ConfigurationError
from bot.municipality import Municipality, read_municipality
from bot.settings import ROOT

GIVEN = (ROOT / "gemeente.yml").read_text(encoding="utf-8")


def test_file_in_the_project_holds_the_facts() -> None:
    municipality = read_municipality(ROOT / "gemeente.yml")

    assert municipality.telefoon == "14 036"
    assert (municipality.brief.postbus, municipality.brief.postcode) == ("Postbus 200", "1300 AE")
    assert municipality.ombudsman.email == "info@ombudsmanmetropool.nl"
    assert municipality.bewaartermijn_maanden is None


def test_another_municipality_needs_this_file_only(tmp_path: Path) -> None:
    other = yaml.safe_load(GIVEN) | {"naam": "gemeente Urk", "bewaartermijn_maanden": 24}
    (tmp_path / "gemeente.yml").write_text(yaml.safe_dump(other), encoding="utf-8")

    municipality = read_municipality(tmp_path / "gemeente.yml")

    assert (municipality.naam, municipality.bewaartermijn_maanden) == ("gemeente Urk", 24)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("naam: gemeente Almere", "naam: [", "not valid YAML: see line", id="no yaml"),
        pytest.param('telefoon: "14 036"', "", "telefoon: Field required", id="missing"),
        pytest.param('telefoon: "14 036"', "telefoon: 14036", "telefoon: ", id="number for text"),
        pytest.param('telefoon: "14 036"', 'telefoon: " "', "telefoon: ", id="blank"),
        pytest.param("kenmerk_voorvoegsel: KL", "kenmerk_voorvoegsel: kl-", "voorvoegsel: ", id="prefix"),
        pytest.param("https://www.almere.nl/klacht-indienen", "klacht", "klachtpagina: ", id="no link"),
        pytest.param("info@ombudsmanmetropool.nl", "info", "ombudsman.email: ", id="no address"),
        pytest.param("  postbus:", "  postbuss:", "brief.postbuss: ", id="misspelt key"),
    ],
)
def test_broken_file_is_one_sentence_that_names_the_key(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in GIVEN
    (tmp_path / "gemeente.yml").write_text(GIVEN.replace(old, new), encoding="utf-8")

    with pytest.raises(ConfigurationError) as error:
        read_municipality(tmp_path / "gemeente.yml")

    assert expected in str(error.value)
    assert str(error.value).startswith("gemeente.yml is ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("content", ["", "- a\n", "tekst"], ids=["empty", "list", "text"])
def test_file_without_keys_is_one_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "gemeente.yml").write_text(content)

    with pytest.raises(ConfigurationError, match=r"^gemeente.yml is wrong\. file: "):
        read_municipality(tmp_path / "gemeente.yml")


def test_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"gemeente.yml cannot be read: No such file"):
        read_municipality(tmp_path / "gemeente.yml")


def test_municipality_is_frozen() -> None:
    municipality = read_municipality(ROOT / "gemeente.yml")

    with pytest.raises(ValidationError):
        municipality.naam = "gemeente Urk"  # type: ignore[misc]
    assert isinstance(municipality, Municipality)
