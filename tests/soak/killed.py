"""Kills runs in the middle, and tells what then stands in columns, register and drafts."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from functions.bootstrap import open_folder
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS
from functions.settings import Settings
from tests.pipeline.desk import ROOT, _environment, ask, lines_of, parts, process

TODAY = "2026-05-20"


def state_of(root: Path) -> dict[str, Any]:
    """What a person, or another program, sees."""
    return {
        "register": lines_of(ask("register", root, "--json", "--today", TODAY)),
        "columns": lines_of(ask("columns", root, "--json")),
        "drafts": parts(root),
        "lists": lists_of(root),
    }


def lists_of(root: Path) -> dict[str, Any]:
    """The rows of every list, by key."""
    with open_folder(root, Settings(now=date.fromisoformat(TODAY)), read_only=True) as (_, library):
        return {name: {row.key: dict(row.values) for row in library.rows(name)} for name in (FOLLOW_UP, DECISIONS, MEETINGS)}


def run_whole(root: Path) -> float:
    """A run that nobody disturbs; seconds."""
    started = time.monotonic()
    told = process("run", root, "--today", TODAY)
    assert told.returncode == 0, told.stderr
    return time.monotonic() - started


def kill_after_first_write(root: Path, *, after: float) -> bool:
    """A run that is killed so many seconds after its first write; whether it was still running."""
    words = [sys.executable, "-m", "functions", "run", str(root), "--today", TODAY]
    process = subprocess.Popen(words, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not (root / ".dagordning.db").exists():
        time.sleep(0.002)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def die_at(root: Path, number: int) -> int | None:
    """A run that kills itself at its n-th write; with 0 it lives. How many writes it made, None when it died."""
    words = [sys.executable, "-m", "tests.soak.dying", str(root), TODAY, str(number)]
    told = subprocess.run(words, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False)
    assert (told.returncode == 0) == (number == 0 or bool(told.stdout)), told.stderr
    return int(told.stdout) if told.stdout else None


def moments(count: int, *, longest: float, seed: int) -> list[float]:
    """Random moments of a run, in order."""
    chance = random.Random(seed)
    return sorted(chance.uniform(0, longest) for _ in range(count))
