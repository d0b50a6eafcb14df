"""Floors only rise, as long as what they are measured on is the same: a set that has grown (`documents`) begins anew."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_no_floor_is_lower_than_in_the_history() -> None:
    now = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))
    log = subprocess.run(["git", "log", "--format=%H", "--", "tests/floors.toml"], capture_output=True, text=True, check=True, cwd=ROOT)
    for commit in log.stdout.split():
        text = subprocess.run(["git", "show", f"{commit}:tests/floors.toml"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
        for section, rows in tomllib.loads(text).items():
            if section in now and now[section].get("documents", 0) > rows.get("documents", 0):
                continue
            for row, floor in rows.items():
                assert row in now[section], f"{section}.{row} is gone"
                if section == "frozen":  # a hash: a label may be corrected, a case may not go
                    continue
                assert now[section][row] <= floor if row == "wrong" else now[section][row] >= floor, f"{section}.{row} fell"
