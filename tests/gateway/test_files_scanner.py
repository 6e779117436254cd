"""The virus scanner: asked in its own language, and no verdict means no file."""

import socket
import struct
import threading

import pytest

from tests.gateway.evidence import create_form, create_pdf

FILES = "/api/conversation/files"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


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


def test_scanner_that_finds_a_virus_is_422(send, clamd, engine):
    response = send(clamd.address, create_pdf(EICAR))

    assert (response.status_code, response.json["code"]) == (422, "file_virus")
    assert engine.files == []


@pytest.mark.parametrize("verdict", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: OKAY?\0"])
def test_scanner_without_a_verdict_is_503(send, clamd, engine, verdict):
    clamd.verdict = verdict

    response = send(clamd.address, create_pdf())

    assert (response.status_code, response.json["code"]) == (503, "scanner_away")
    assert engine.files == []


def test_scanner_that_is_away_is_503(send, engine):
    response = send("127.0.0.1:1", create_pdf())

    assert (response.status_code, response.json["code"]) == (503, "scanner_away")
    assert engine.files == []
