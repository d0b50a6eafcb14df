"""The frozen part: `python -m tests.corpus.freezing` notes new test cases in tests/floors.toml. What is noted is never renewed by it.

A label is corrected only if a secretary would; then the hash is changed by hand, and the commit says so.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

from tests.corpus.build import CORPUS

FLOORS = Path(__file__).parents[1] / "floors.toml"


def frozen_now() -> dict[str, str]:
    """Each test case, test series and test bank, by its place in the corpus, with a hash of its labels and its document."""
    found: dict[str, list[Path]] = {}
    for labels in (*CORPUS.rglob("gold.json"), *CORPUS.rglob("series.json")):
        if json.loads(labels.read_text(encoding="utf-8")).get("part") == "test":
            found[labels.parent.relative_to(CORPUS).as_posix()] = [labels, *sorted(labels.parent.glob("*.docx"))]
    for bank in CORPUS.rglob("*.test.jsonl"):
        found[bank.relative_to(CORPUS).as_posix()] = [bank]
    return {name: _digest(parts) for name, parts in sorted(found.items())}


def frozen_before() -> dict[str, str]:
    """What tests/floors.toml has noted."""
    return dict(tomllib.loads(FLOORS.read_text(encoding="utf-8"))["frozen"])


def _digest(parts: list[Path]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part.read_bytes()).digest() for part in parts)).hexdigest()[:16]


if __name__ == "__main__":
    known = frozen_before()
    with FLOORS.open("a", encoding="utf-8") as floors:
        floors.writelines(f'"{name}" = "{digest}"\n' for name, digest in frozen_now().items() if name not in known)
