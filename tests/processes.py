"""Stopping what a test started."""

import subprocess

GENTLE_SECONDS = 30


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Stop gently, and surely: a signal that comes in the middle of a start may be overheard."""
    process.terminate()
    try:
        process.wait(GENTLE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
