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


def family(pid: int) -> list[psutil.Process]:
    """Return a process and all it started."""
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


def memory_of(processes: list[psutil.Process]) -> dict[str, float]:
    """Return the memory of processes in MB: their fair share (pss) and all they touch (rss)."""
    held = [process.memory_full_info() for process in processes]
    return {
        "pss": round(sum(item.pss for item in held) / MEGABYTE, 1),
        "rss": round(sum(item.rss for item in held) / MEGABYTE, 1),
    }


def processor_seconds(processes: list[psutil.Process]) -> float:
    """Return how long processes have kept a core busy; other work hardly changes it."""
    spent = [process.cpu_times() for process in processes]
    return sum(item.user + item.system for item in spent)


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )
