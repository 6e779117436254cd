"""The machine: what it is, how busy it is, and how much memory processes hold."""

import os
import platform
from pathlib import Path
from typing import Any

import psutil

MEGABYTE = 1_000_000


def describe_machine() -> dict[str, Any]:
    """Return what the figures depend on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": platform.platform(terse=True),
    }


def load_average() -> float:
    """Return how many processes wanted a core, averaged over the last minute."""
    return round(os.getloadavg()[0], 2)


def memory_of(pid: int) -> dict[str, float]:
    """Return the memory in MB of a process and its children: their fair share (pss), all they touch (rss)."""
    held = [member.memory_full_info() for member in _family(pid)]
    return {
        "pss": round(sum(item.pss for item in held) / MEGABYTE, 1),
        "rss": round(sum(item.rss for item in held) / MEGABYTE, 1),
    }


def processor_seconds(pid: int) -> float:
    """Return how long a process and its children have kept a core busy; other work does not change it."""
    spent = [member.cpu_times() for member in _family(pid)]
    return sum(item.user + item.system for item in spent)


def _family(pid: int) -> list[psutil.Process]:
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )
