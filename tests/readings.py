"""What the corpus's files say, read once: the readings are kept in build/readings under a hash of the program that made them.

A changed program, pack or library begins anew; the readings of other programs are thrown away then. What a test's own minutes mean is worked out once
in a process.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
import tempfile
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from functions.interpreting import Hints, interpret
from functions.model.document import Document
from functions.model.minutes import Minutes
from functions.reading import read_document

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "readings"


def read(path: Path) -> Minutes:
    """What a file of the corpus says."""
    data = path.read_bytes()
    kept = _folder() / hashlib.sha256(path.name.encode() + b"\0" + data).hexdigest()
    if kept.is_file():
        told: Minutes = pickle.loads(kept.read_bytes())
        return told
    told = interpret(read_document(data, name=path.name))
    kept.parent.mkdir(parents=True, exist_ok=True)  # another program's run may have thrown it away
    with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
        file.write(pickle.dumps(told))
    Path(file.name).replace(kept)  # two may read the same file at once
    return told


@cache
def _folder() -> Path:
    """Where this program's readings are kept."""
    program = hashlib.sha256()
    for path in sorted(path for path in (ROOT / "functions").rglob("*") if path.suffix in (".py", ".toml")):
        program.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    program.update(repr(sorted({(one.name, one.version) for one in distributions()})).encode())
    folder = KEPT / program.hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    for other in KEPT.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder


_MANY = 256

_known: dict[bytes, Minutes] = {}


def interpret_once(document: Document, *, hints: Hints | None = None) -> Minutes:
    """What `interpret` says of the document, worked out anew when it is another document or another hint; the last few hundred are known."""
    asked = hashlib.sha256(pickle.dumps((document, (hints or Hints()).digest))).digest()
    told = _known.pop(asked, None) or interpret(document, hints=hints)
    _known[asked] = told
    if len(_known) > _MANY:
        del _known[next(iter(_known))]
    return told
