"""The commands that look at files by themselves, without any state: read and interpret."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from functions import errors
from functions.interpreting import interpret
from functions.model.document import Document
from functions.model.minutes import DocumentFacts, Minutes
from functions.reading import READER_VERSION, describe, read_document

if TYPE_CHECKING:
    from rich.console import Console

_BEYOND_CONTRACT = {"actions": {"number"}, "follow_ups": {"due", "number"}}
"""What the register follows tasks by, and no other program was promised."""
Emit = Callable[[object], None]


def show_blocks(files: Sequence[Path], *, as_json: bool, emit: Emit) -> int:
    """Every file's blocks; 3 when one could not be read."""
    code = 0
    for path in files:
        try:
            document = open_document(path)
        except errors.DagordningError as problem:
            code = problem.exit_code
            if as_json:
                emit({"file": str(path), "blocks": [], "reason": problem.message})
            else:
                _console().print(f"{path}: {problem.message}", style="red")
            continue
        if as_json:
            emit(describe(document, file=str(path)))
            continue
        console = _console()
        console.print(str(path), style="bold")
        for block in document.blocks:
            if block.text.strip():
                place = f"rad {block.cell.row + 1} kol {block.cell.col + 1}" if block.cell else block.part.value
                console.print(f"  {block.id:>5}  {place:<12} {block.number or '':>4} {block.text}", soft_wrap=True)
    return code


def show_minutes(files: Sequence[Path], *, as_json: bool, strict: bool, emit: Emit) -> int:
    """Every file's facts, a line each; 3 with `strict` when one could not be read."""
    failed = False
    for path in files:
        minutes = minutes_of(path)
        failed = failed or minutes.document.status == "unreadable"
        if as_json:
            emit(as_contract(minutes, file=str(path)))
        else:
            from functions.views.terminal import show_explanation

            show_explanation(minutes, path=str(path), cells={}, kept={}, sources={}, console=_console())
    return errors.Unreadable.exit_code if failed and strict else 0


def _console() -> Console:
    """Where people read; it brings all that the program can show, which no other program that asks for JSON waits for."""
    from functions.views.terminal import plain_console

    return plain_console()


def minutes_of(path: Path) -> Minutes:
    """A file's minutes; one that cannot be read has status unreadable and its reason."""
    try:
        return interpret(open_document(path))
    except errors.DagordningError as problem:
        reason = problem.message
    except Exception as problem:  # noqa: BLE001 - a fault of ours in one file must not stop the others
        reason = f"Kunde inte läsas: oväntat fel ({type(problem).__name__}). Anmäl det gärna."
    return Minutes(document=DocumentFacts(kind="other", reader=READER_VERSION, status="unreadable", reason=reason))


def as_contract(minutes: Minutes, *, file: str) -> dict[str, Any]:
    """The object of `dagordning interpret --json`: design.md, Contracts."""
    plain = asdict(minutes)
    for part, beyond in _BEYOND_CONTRACT.items():
        plain[part] = [{name: value for name, value in fact.items() if name not in beyond} for fact in plain[part]]
    del plain["remarks"]  # only who knows what is open can tell what they mean
    return {"file": file, **plain}


def open_document(path: Path) -> Document:
    """What is on a file's pages. Raises errors.DagordningError with what can be said."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise errors.Vanished(f"Filen {path} finns inte.") from error
    except OSError as error:
        raise errors.NoAccess(f"Filen {path} kan inte öppnas: {errors.reason_of(error)}.") from error
    return read_document(data, name=path.name)
