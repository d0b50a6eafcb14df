"""A run that kills itself at its n-th write: `python -m tests.soak.dying FOLDER DATE N`; with N = 0 it lives and prints how many writes it made."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from functions.bootstrap import open_folder
from functions.pipeline import run
from functions.settings import Settings

WRITES = {
    "append_events", "write_columns", "put_council", "put_draft", "project_lists", "adopt_row",
    "store_cursor", "store_base_values", "store_processed", "forget", "park", "unpark", "store_notes",
}  # fmt: skip


@dataclass
class Counter:
    """How many writes there were, and at which one to die; even ones die before it, odd ones after."""

    last: int
    made: int = 0

    def watch(self, write: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*values: Any, **named: Any) -> Any:
            self.made += 1
            if self.made == self.last and self.last % 2 == 0:
                die()
            told = write(*values, **named)
            if self.made == self.last:
                die()
            return told

        return watched


class Watched:
    """A port whose writes are counted."""

    def __init__(self, port: object, counter: Counter) -> None:
        self._port, self._counter = port, counter

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)
        return self._counter.watch(found) if name in WRITES else found


def die() -> None:
    """No clean-up of any kind."""
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def main() -> None:
    """Run, and perhaps die."""
    counter = Counter(int(sys.argv[3]))
    with open_folder(Path(sys.argv[1]), Settings(now=date.fromisoformat(sys.argv[2]))) as (place, library):
        run(replace(place, library=Watched(library, counter), state=Watched(place.state, counter)))
    sys.stdout.write(f"{counter.made}\n")


if __name__ == "__main__":
    main()
