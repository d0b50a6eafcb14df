"""Kills runs in the middle, and tells what then stands in columns, register and drafts."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.pipeline.desk import ROOT, _environment, command, lines, parts

TODAY = "2026-05-20"


def state_of(root: Path) -> dict[str, Any]:
    """What a person, or another program, sees."""
    return {
        "register": lines(command("register", root, "--json", "--today", TODAY)),
        "columns": lines(command("columns", root, "--json")),
        "drafts": parts(root),
    }


def run_whole(root: Path) -> float:
    """A run that nobody disturbs; seconds."""
    started = time.monotonic()
    told = command("run", root, "--today", TODAY)
    assert told.returncode == 0, told.stderr
    return time.monotonic() - started


def kill_after(root: Path, seconds: float) -> bool:
    """A run that is killed after so long; whether it was in the middle."""
    words = [sys.executable, "-m", "functions", "run", str(root), "--today", TODAY]
    process = subprocess.Popen(words, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def kill_until_a_database(root: Path, *, after: float) -> bool:
    """A run that is killed so long after its first write."""
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


def moments(count: int, *, longest: float, seed: int) -> list[float]:
    """Random moments of a run, in order."""
    chance = random.Random(seed)
    return sorted(chance.uniform(0, longest) for _ in range(count))
