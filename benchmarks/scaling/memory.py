"""The memory that a process holds, as the system tells it (Linux)."""

from __future__ import annotations

from pathlib import Path


def memory(process: int | str = "self") -> dict[str, int]:
    """The bytes of a process: all, its own, and the most there ever was."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    told = dict(line.split(":", 1) for line in lines)
    names = {"resident": "VmRSS", "own": "RssAnon", "most": "VmHWM"}
    return {name: int(told[field].split()[0]) * 1024 for name, field in names.items()}


def in_words(what: str, used: dict[str, int]) -> str:
    """The same as a line to print."""
    return f"{what}: " + ", ".join(f"{name} {size / 1e6:,.0f} MB" for name, size in used.items())
