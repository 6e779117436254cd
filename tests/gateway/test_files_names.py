"""Names that can be shown and stored, whatever a file was called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.files.kinds import JPEG, PDF
from bot.gateway.files.names import LONGEST, safe_name


@pytest.mark.parametrize(
    ("given", "kind", "expected"),
    [
        pytest.param("foto.jpg", JPEG, "foto.jpg", id="plain"),
        pytest.param("Foto Balie (2).JPEG", JPEG, "Foto Balie (2).jpeg", id="spaces and capitals"),
        pytest.param("café déjà vu.jpg", JPEG, "café déjà vu.jpg", id="accents"),
        pytest.param("../../etc/passwd", PDF, "passwd.pdf", id="way up"),
        pytest.param("..\\..\\x", JPEG, "x.jpg", id="way up on Windows"),
        pytest.param("C:\\Users\\anna\\brief.pdf", PDF, "brief.pdf", id="whole path"),
        pytest.param("foto\u202egpj.exe", JPEG, "fotogpj.jpg", id="turned around"),
        pytest.param("foto\u200b.j\u200bpg", JPEG, "foto.jpg", id="nothing to see"),
        pytest.param("a\x00b\r\nc.pdf", PDF, "ab c.pdf", id="control characters"),
        pytest.param("virus.exe", PDF, "virus.pdf", id="wrong extension"),
        pytest.param("brief v1.2", PDF, "brief v1.2.pdf", id="number after a dot"),
        pytest.param("foto", JPEG, "foto.jpg", id="no extension"),
        pytest.param("", JPEG, "foto.jpg", id="no name"),
        pytest.param("...", PDF, "document.pdf", id="dots only"),
        pytest.param(".pdf", PDF, "document.pdf", id="extension only"),
        pytest.param('a<b>:"|?*.pdf', PDF, "a_b______.pdf", id="forbidden on Windows"),
        pytest.param("con.pdf", PDF, "_con.pdf", id="device"),
        pytest.param("brief 111222333.pdf", PDF, None, id="BSN"),
    ],
)
def test_safe_name_of(given, kind, expected):
    if expected is None:
        assert "111222333" not in safe_name(given, kind)
    else:
        assert expected == safe_name(given, kind)


@given(st.text(max_size=300))
def test_safe_name_of_anything_can_be_stored_and_shown(given):
    name = safe_name(given, PDF)

    assert name.endswith(".pdf")
    assert len(name) <= LONGEST + 1
    assert name.isprintable()
    assert not {"/", "\\", "\u202e", "\0"} & set(name)
    assert safe_name(name, PDF) == name
