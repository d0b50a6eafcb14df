"""What a cold start costs before any work: importing and indexing `function_app.py`, against importing azure.functions alone."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALONE = "import azure.functions"
WHOLE = "import function_app; function_app.app.get_functions()"
AIM = 1.5
ROUNDS = 7


def ratio(*, rounds: int = ROUNDS) -> float:
    """How many times as long as azure.functions alone the app takes to import and index, without starting Python itself; medians of some rounds."""
    alone, whole = measure(rounds=rounds)
    return whole / alone


def measure(*, rounds: int = ROUNDS) -> tuple[float, float]:
    """Seconds for azure.functions alone, and for the app with its functions indexed; warm disk, each in a process of its own, in turns."""
    for script in (ALONE, WHOLE):
        _seconds(script)  # byte code is written and files are in memory from here on
    taken = [(_seconds(ALONE), _seconds(WHOLE)) for _ in range(rounds)]
    return statistics.median(alone for alone, _ in taken), statistics.median(whole for _, whole in taken)


def _seconds(script: str) -> float:
    timed = f"import time; start = time.perf_counter()\n{script}\nprint(time.perf_counter() - start)"
    told = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True, cwd=ROOT)
    return float(told.stdout)


def main() -> None:
    """Print the ratio, and the times that it is made of."""
    alone, whole = measure()
    print(f"import and index function_app.py: {whole / alone:.2f} x azure.functions alone (aim at most {AIM})")
    print(f"  {whole * 1000:.0f} ms against {alone * 1000:.0f} ms")


if __name__ == "__main__":
    main()
