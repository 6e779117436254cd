"""A real ClamAV daemon with one signature of our own, on machines that have one."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.clamav import ClamAv, ScannerAwayError

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PROGRAM = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")
STREAM_MEGABYTES = 1
START_SECONDS = 180

# Name, any kind of file, anywhere in it, the bytes.
SIGNATURE = f"Test-Virus:0:*:{EICAR.hex()}\n"


@contextmanager
def real_clamd(folder: Path) -> Iterator[str]:
    """Run the daemon in *folder*; gives the path of its socket."""
    socket = folder / "clamd.ctl"
    for name in ("signatures", "scanning"):
        (folder / name).mkdir()
    (folder / "signatures" / "own.ndb").write_text(SIGNATURE, encoding="ascii")
    configuration = folder / "clamd.conf"
    configuration.write_text(
        f"Foreground yes\nLocalSocket {socket}\nDatabaseDirectory {folder}/signatures\n"
        f"TemporaryDirectory {folder}/scanning\nStreamMaxLength {STREAM_MEGABYTES}M\n",
        encoding="utf-8",
    )
    daemon = subprocess.Popen(
        (PROGRAM, "--config-file", configuration), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(daemon, str(socket))
        yield str(socket)
    finally:
        daemon.kill()
        daemon.wait()


def _wait_for(daemon: subprocess.Popen, socket: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return ClamAv(socket).check()
        except ScannerAwayError:
            assert daemon.poll() is None, "clamd stopped"
            assert time.monotonic() < deadline, "clamd is not ready"
            time.sleep(0.1)
