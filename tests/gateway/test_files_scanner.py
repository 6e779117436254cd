"""The virus scanner: asked in its own language, and no verdict means no file.

A stand-in plays the scanner; where clamd is installed, the real one is asked the same.
"""

import socket
import struct
import threading
from time import monotonic, sleep

import pytest

from tests.gateway.clamd import EICAR, PROGRAM, STREAM_MEGABYTES, real_clamd
from tests.gateway.evidence import create_form, create_pdf

FILES = "/api/conversation/files"
SCANNERS = ["stand-in", "clamd"] if PROGRAM else ["stand-in"]


class FakeClamd:
    """Speaks INSTREAM; answers *verdict*, or finds the test virus that everyone agrees on."""

    def __init__(self):
        self.received = []
        self.verdict = None
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.server.getsockname()[1]}"
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self):
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                assert stream.read(10) == b"zINSTREAM\0"
                content = b"".join(iter(lambda: stream.read(struct.unpack("!L", stream.read(4))[0]), b""))
                self.received.append(content)
                found = b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
                connection.sendall(found if self.verdict is None else self.verdict)

    def stop(self):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(5)


@pytest.fixture
def clamd():
    server = FakeClamd()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def real_address(tmp_path_factory):
    """The socket of a real clamd that stays for all tests."""
    with real_clamd(tmp_path_factory.mktemp("clamd")) as address:
        yield address


@pytest.fixture(params=SCANNERS)
def address(request):
    """Where each scanner answers in turn."""
    if request.param == "clamd":
        return request.getfixturevalue("real_address")
    return request.getfixturevalue("clamd").address


@pytest.fixture
def send(make_client):
    """Add a PDF at a gateway with this scanner."""

    def post(address, content):
        client = make_client(clamav=address)
        token = client.post("/api/conversations").json["token"]
        return client.post(FILES, headers={"Authorization": f"Bearer {token}"}, **create_form(content))

    return post


def test_scanner_reads_the_whole_file_and_lets_it_pass(send, clamd):
    content = create_pdf(b"x" * 200_000)

    assert send(clamd.address, content).status_code == 201
    assert clamd.received == [content]


def test_clean_file_passes(send, address, engine):
    assert send(address, create_pdf(b"x" * 200_000)).status_code == 201
    assert len(engine.files) == 1


def test_scanner_that_finds_a_virus_is_422(send, address, engine):
    response = send(address, create_pdf(EICAR))

    assert (response.status_code, response.json["code"]) == (422, "file_virus")
    assert engine.files == []


@pytest.mark.parametrize("verdict", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OKAY?\0"])
def test_scanner_without_a_verdict_is_503(send, clamd, engine, verdict):
    clamd.verdict = verdict

    response = send(clamd.address, create_pdf())

    assert (response.status_code, response.json["code"]) == (503, "scanner_away")
    assert engine.files == []


@pytest.mark.parametrize("nowhere", ["127.0.0.1:1", "/nowhere/clamd.ctl"])
def test_scanner_that_is_away_is_503(send, engine, nowhere):
    response = send(nowhere, create_pdf())

    assert (response.status_code, response.json["code"]) == (503, "scanner_away")
    assert engine.files == []


if PROGRAM:

    def test_file_over_the_limit_of_clamd_is_503(send, real_address, engine):
        """It hangs up half-way, and goes on with the next file."""
        response = send(real_address, create_pdf(b"x" * (STREAM_MEGABYTES + 4) * 1024 * 1024))

        assert (response.status_code, response.json["code"]) == (503, "scanner_away")
        assert engine.files == []
        assert send(real_address, create_pdf()).status_code == 201

    def test_clamd_that_stops_is_503(send, engine, tmp_path):
        with real_clamd(tmp_path) as address:
            assert send(address, create_pdf()).status_code == 201

        response = send(address, create_pdf(b"x"))

        assert (response.status_code, response.json["code"]) == (503, "scanner_away")
        assert len(engine.files) == 1

    def test_clamd_leaves_nothing_of_a_file_behind(send, tmp_path):
        with real_clamd(tmp_path) as address:
            send(address, create_pdf(EICAR))
            until = monotonic() + 60  # it answers first and cleans up then
            while (left := list((tmp_path / "scanning").rglob("*"))) and monotonic() < until:
                sleep(0.05)

            assert left == []
