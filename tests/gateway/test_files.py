"""Evidence files at the door: what is taken, what is refused and why, call by call."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest

from bot.gateway.engine import EngineAwayError, EngineUnsureError
from bot.gateway.files import kinds
from tests.gateway.evidence import create_form, create_image, create_pdf, create_photo, create_png_bomb
from tests.gateway.fakes import submitted_state

FILES = "/api/conversation/files"
BSN = "111222333"


@pytest.fixture
def send(client, citizen):
    """Add a file to the open conversation."""

    def post(content, name="foto.jpg", headers=citizen, **fields):
        return client.post(FILES, headers=headers, **create_form(content, name, **fields))

    return post


def problem(response):
    return response.status_code, response.json["code"]


def test_file_is_cleaned_named_and_kept(send, engine):
    response = send(create_photo(), "IMG_1234.JPG", alt_text="  De balie\x00, gezien vanaf de deur ")

    [kept] = engine.files
    assert response.status_code == 201
    assert response.json["file"] == {
        "id": "0000000000000001",
        "name": "IMG_1234.jpg",
        "size": len(kept.content),
        "media_type": "image/jpeg",
        "alt_text": "De balie, gezien vanaf de deur",
    }
    assert response.json["state"]["files"] == [response.json["file"]]


def test_file_is_removed_and_removing_again_is_no_mistake(client, citizen, send):
    file_id = send(create_image()).json["file"]["id"]

    answers = [client.delete(f"{FILES}/{file_id}", headers=citizen) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json["state"]["files"] == []


def test_state_tells_the_limits_while_files_can_be_added(client, engine):
    opened = client.post("/api/conversations").json["state"]["file_limits"]
    engine.state = submitted_state()

    assert opened == {"files": 5, "megabytes": 10}
    assert client.post("/api/conversations").json["state"]["file_limits"] is None


def test_numbers_that_identify_are_masked_in_name_and_description(send, engine):
    send(create_image(), f"BSN {BSN}.jpg", alt_text=f"Brief met BSN {BSN}")

    assert BSN not in engine.files[0].name + engine.files[0].alt_text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", (422, "file_empty"), id="nothing in it"),
        pytest.param(b"MZ\x90\x00" + b"\0" * 200, (415, "file_kind"), id="program called foto.jpg"),
        pytest.param(b"<html><script>alert(1)</script>", (415, "file_kind"), id="web page called foto.jpg"),
        pytest.param(create_image()[:300], (422, "file_broken"), id="half a photo"),
        pytest.param(create_png_bomb(60_000, 60_000), (413, "image_too_large"), id="picture bomb"),
        pytest.param(create_png_bomb(8_000, 8_000), (413, "image_too_large"), id="smaller bomb"),
        pytest.param(create_png_bomb(6_000, 6_000), (413, "image_too_large"), id="smallest bomb"),
        pytest.param(create_png_bomb(4_000, 4_000), (422, "file_broken"), id="claims more than it has"),
        pytest.param(create_pdf()[:-20], (422, "file_broken"), id="half a PDF"),
    ],
)
def test_file_is_refused_by_what_is_in_it(send, engine, content, expected):
    assert expected == problem(send(content))
    assert engine.files == []


def test_file_over_the_limit_is_413_and_names_the_limit(make_client, engine):
    client = make_client(max_file_mb=1)
    token = client.post("/api/conversations").json["token"]
    form = create_form(create_pdf(b"x" * 1024 * 1024))

    response = client.post(FILES, headers={"Authorization": f"Bearer {token}"}, **form)

    assert problem(response) == (413, "file_too_large")
    assert "1 MB" in response.json["detail"]


def test_request_far_over_the_limit_is_413_before_it_is_read(make_client):
    client = make_client(max_file_mb=1)
    token = client.post("/api/conversations").json["token"]
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "multipart/form-data; boundary=b"}

    response = client.post(FILES, data=b"x" * 3 * 1024 * 1024, headers=headers)

    assert problem(response) == (413, "file_too_large")


def test_sixth_file_is_413_and_names_the_number(send, engine):
    answers = [send(create_pdf(str(number).encode())) for number in range(6)]

    assert [answer.status_code for answer in answers] == [201] * 5 + [413]
    assert answers[-1].json["code"] == "too_many_files"
    assert "5 bestanden" in answers[-1].json["detail"]
    assert len(engine.files) == 5


@pytest.mark.parametrize("status", ["submitted", "stopped"])
def test_file_is_409_when_nothing_is_open(client, citizen, send, engine, status):
    engine.state = submitted_state().model_copy(update={"status": status})

    assert problem(send(create_image())) == (409, "files_closed")
    assert problem(client.delete(f"{FILES}/{'0' * 16}", headers=citizen)) == (409, "files_closed")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param({}, (422, "no_file"), id="no file"),
        pytest.param({"file": "tekst"}, (422, "no_file"), id="text instead of a file"),
        pytest.param(
            {"file": [(BytesIO(b"a"), "a"), (BytesIO(b"b"), "b")]}, (422, "no_file"), id="two at once"
        ),
        pytest.param(
            {"file": (BytesIO(b"a"), "a"), "alt_text": "x" * 501},
            (422, "alt_text_too_long"),
            id="description too long",
        ),
    ],
)
def test_form_must_hold_one_file(client, citizen, form, expected):
    response = client.post(FILES, data=form, headers=citizen, content_type="multipart/form-data")

    assert expected == problem(response)


def test_file_in_another_form_is_415(client, citizen):
    assert problem(client.post(FILES, json={"file": "x"}, headers=citizen)) == (415, "not_a_form")


def test_file_without_a_conversation_is_401_or_410(send, engine, citizen):
    assert problem(send(create_image(), headers={})) == (401, "no_token")

    engine.conversations.clear()

    assert problem(send(create_image(), headers=citizen)) == (410, "unknown")


@pytest.mark.parametrize("failure", [EngineAwayError("x"), EngineUnsureError("x")])
def test_file_is_503_when_the_engine_is_away(send, client, citizen, engine, failure):
    engine.failure = failure

    assert problem(send(create_image())) == (503, "file_not_kept")
    assert problem(client.delete(f"{FILES}/{'0' * 16}", headers=citizen)) == (503, "file_not_kept")


def test_files_are_off_without_libmagic(send, client, citizen, monkeypatch):
    monkeypatch.setattr(kinds, "libmagic", None)

    assert problem(send(create_image())) == (503, "files_off")
    assert client.get("/api/conversation", headers=citizen).json["state"]["file_limits"] is None


def test_file_never_touches_a_disk_of_the_gateway(send, monkeypatch):
    """Flask itself would write a file of this size to a temporary folder while it reads the form."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("a temporary file was made")

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
        monkeypatch.setattr(f"werkzeug.formparser.{name}", refuse, raising=False)

    assert send(create_pdf(b"x" * 2_000_000)).status_code == 201


def test_nothing_of_a_file_is_logged(logs, make_client):
    client = make_client()
    token = client.post("/api/conversations").json["token"]
    headers = {"Authorization": f"Bearer {token}"}
    for content in (create_pdf(b"kanarie-inhoud"), b"kanarie-inhoud", create_image()[:200]):
        form = create_form(content, "kanarie-naam.pdf", alt_text="kanarie-beschrijving")
        client.post(FILES, headers=headers, **form)

    assert "/api/conversation/files" in logs.getvalue()
    assert "kanarie" not in logs.getvalue()


def test_files_sent_at_the_same_time_are_all_answered(make_client, engine):
    engine.most_files = 100
    client = make_client()
    token = client.post("/api/conversations").json["token"]

    def send_one(number):
        form = create_form(create_image(size=(800 + number, 600)))
        with client.application.test_client() as own:
            return own.post(FILES, headers={"Authorization": f"Bearer {token}"}, **form).status_code

    with ThreadPoolExecutor(5) as pool:
        assert list(pool.map(send_one, range(16))) == [201] * 16
    assert len({file.content for file in engine.files}) == 16
