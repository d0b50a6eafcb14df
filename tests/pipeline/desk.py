"""A secretary's folder for the tests: made-up minutes in it, runs over it, and what then stands in columns, register and drafts."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import traceback
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from functions.__main__ import app, main
from functions.bootstrap import open_folder
from functions.commands import saying
from functions.following_up import describe
from functions.library.folder import FolderLibrary
from functions.model.library import ColumnValue, LibraryFile
from functions.model.register import OpenItem
from functions.pipeline import Outcome, Report, Workplace, register_of, run
from functions.settings import Settings
from tests.reading.packages import build, p, styled

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
EYES = "Samordningsråd ögonsjukvård"
EARS = "Samordningsråd öronsjukvård"
DRAFTS = "Förslag till dagordning"
MAY = date(2026, 5, 10)
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
ROSTER = ("Helga Norin, ordförande", "Bo Alm, överläkare", "Cia Dahl, ortoptist", "Tove Myr, sekreterare")
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{level}</w:style>'
    for key, name, level in (("Title", "Title", ""), ("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'))
)


def spelled(day: str) -> str:
    """ "2026-03-05" → "5 mars 2026"."""
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def minutes(
    day: str | None = "2026-03-05",
    *matters: str,
    council: str | None = EYES,
    coming: Sequence[str] = ("2026-04-16",),
    roster: Sequence[str] = ROSTER,
    absent: Sequence[str] = (),
    start: str = "13.00",
    end: str | None = "15.00",
) -> bytes:
    """The bytes of minutes. matters: one item each, "Title: text"; coming: announced dates; day, council, end: None leaves them out."""
    title = f"Mötesanteckningar {council}" if council else "Mötesanteckningar"
    lines = [styled("Title", title)]
    lines += [p(f"Datum: {spelled(day)}")] if day else []
    lines += [
        p(f"Tid: {start}–{end}" if end else f"Tid: {start}"),
        p("Plats: Sal Linden, Östby sjukhus"),
        styled("H1", "Närvarande"),
        *(p(name) for name in roster),
    ]
    if absent:
        lines += [styled("H1", "Frånvarande"), *(p(name) for name in absent)]
    lines += [styled("H1", "1. Mötets öppnande"), p("Helga Norin öppnar mötet och hälsar alla välkomna.")]
    for number, matter in enumerate(matters or ("Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.",), 2):
        head, _, text = matter.partition(": ")
        lines += [styled("H1", f"{number}. {head}"), *(p(line) for line in text.split("\n"))]
    number = len(matters or ("",)) + 2
    lines += [styled("H1", f"{number}. Nästa möte"), *(p(f"{spelled(when)} kl. 13.00–15.00, Sal Linden") for when in coming)]
    return build("".join([*lines, p("Helga Norin avslutar mötet.")]), styles=_STYLES)


def agenda(day: str, *, council: str = EYES, title: str = "Kallelse till") -> bytes:
    """A person's own agenda."""
    points = ("1. Mötets öppnande", "2. Föregående mötesanteckningar", "3. Budget 2027", "4. Övriga frågor", "5. Nästa möte")
    lines = [
        styled("Title", "Dagordning"),
        styled("H1", f"{title} {council}"),
        p(f"Datum: {spelled(day)}"),
        p("Tid: 13.00–15.00"),
        p("Plats: Sal Linden"),
    ]
    return build("".join([*lines, *(p(point) for point in points)]), styles=_STYLES)


@dataclass(frozen=True)
class Desk:
    """A folder, and the day it is looked at."""

    root: Path
    today: date = MAY
    state: Path | None = None

    def put(self, path: str, data: bytes) -> Path:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return place

    @contextmanager
    def opened(self, *, read_only: bool = False) -> Iterator[tuple[Workplace, FolderLibrary]]:
        with open_folder(self.root, Settings(now=self.today), state_dir=self.state, read_only=read_only) as opened:
            yield opened

    def run(self, *, dry: bool = False) -> Report:
        with self.opened(read_only=dry) as (place, _):
            return run(place)

    def on(self, day: str) -> Desk:
        return replace(self, today=date.fromisoformat(day))

    def outcome(self, path: str) -> Outcome:
        return next(outcome for outcome in self.run().outcomes if outcome.file.path == path)

    def file(self, path: str) -> LibraryFile:
        with self.opened(read_only=True) as (_, library):
            return next(file for file in library.files() if file.path == path)

    def cells(self, path: str) -> dict[str, ColumnValue]:
        with self.opened(read_only=True) as (_, library):
            file = next(file for file in library.files() if file.path == path)
            return {name: value for name, value in library.columns(file).values.items() if value is not None}

    def councils(self) -> list[str]:
        with self.opened(read_only=True) as (_, library):
            return [council.name for council in library.councils()]

    def rows(self, council: str | None = None) -> list[OpenItem]:
        with self.opened(read_only=True) as (place, library):
            return [row for one in library.councils() if council in (None, one.name) for row in register_of(one, place).items]

    def row(self, words: str) -> OpenItem:
        (found,) = [row for row in self.rows() if words in row.text]
        return found

    def register(self) -> list[dict[str, Any]]:
        with self.opened(read_only=True) as (place, library):
            return [row for one in library.councils() for row in describe(register_of(one, place))]

    def set(self, target: str, name: str, value: str, *, by: str = "Tove Myr") -> None:
        with self.opened() as (place, library):
            saying.set_value(place, library, target=target, name=name, value=value, by=by)

    def answer(self, path: str, code: str, choice: str) -> None:
        doubt = next(doubt for doubt in self.doubts(path) if doubt[0] == code)
        with self.opened() as (place, library):
            saying.answer_doubt(place, library, file=path, doubt=doubt[1], choice=choice, by="Tove Myr")

    def doubts(self, path: str) -> list[tuple[str, str]]:
        from functions.pipeline import read_minutes

        with self.opened(read_only=True) as (place, library):
            file = next(file for file in library.files() if file.path == path)
            return [(doubt.code, doubt.id) for doubt in read_minutes(file, place).doubts]

    def add(self, text: str, *, council: str = EYES, meeting: str | None = None, owners: Sequence[str] = ()) -> None:
        with self.opened() as (place, library):
            saying.add_row(place, library, text=text, council=council, meeting=meeting, owners=owners, due=None, by="Tove Myr")

    def drafts(self) -> list[str]:
        return sorted(place.name for place in (self.root / DRAFTS).glob("*.docx")) if (self.root / DRAFTS).is_dir() else []


def copy_corpus(root: Path) -> Path:
    """The samples in one folder, as somebody saved them."""
    root.mkdir(parents=True, exist_ok=True)
    for place in sorted(CORPUS.glob("*/*.docx")):
        shutil.copyfile(place, root / place.name)
    return root


def command(*words: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the command line prints and ends with, in this process, where it need not be started; `process` starts it."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name in set(os.environ) - set(_environment()):
            patch.delenv(name)
        for name, value in environment.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["dagordning", *map(str, words)])
        patch.chdir(cwd)
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        except Exception:  # noqa: BLE001 - as Python ends a program
            traceback.print_exc()
            code = 1
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def process(*words: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real command line, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "functions", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**_environment(), **environment},
        cwd=cwd,
        check=False,
    )


def joined(first: bytes, second: bytes) -> bytes:
    """Two minutes of `minutes` in one Word file."""
    head, rest = _document(first).split("</w:body>", 1)
    more = _document(second).split("<w:body>", 1)[1].split("</w:body>", 1)[0]
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(first)) as package, zipfile.ZipFile(held, "w") as written:
        for name in package.namelist():
            written.writestr(name, f"{head}{more}</w:body>{rest}" if name == "word/document.xml" else package.read(name))
    return held.getvalue()


def _document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def ask(*words: object) -> str:
    """What a command that succeeds prints, in this process."""
    told = CliRunner().invoke(app, list(map(str, words)))
    assert (told.exit_code, told.exception) == (0, None), told.output
    return told.stdout


def lines(told: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """JSON Lines on standard output of a command that succeeds."""
    assert told.returncode == 0, told.stderr
    return lines_of(told.stdout)


def lines_of(text: str) -> list[dict[str, Any]]:
    """JSON Lines."""
    return [json.loads(line) for line in text.splitlines()]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DAGORDNING_")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def hashes(root: Path) -> dict[str, str]:
    """SHA-256 of every file of people's in the folder."""
    ours = {".dagordning.db", ".dagordning.lock", ".dagordning.db-journal"}
    found = (place for place in sorted(root.rglob("*")) if place.is_file() and place.name not in ours and DRAFTS not in place.parts)
    return {str(place.relative_to(root)): hashlib.sha256(place.read_bytes()).hexdigest() for place in found}


def traces(root: Path) -> dict[str, tuple[int, int]]:
    """Time and size of everything in the folder, folders included."""
    return {str(place): (place.lstat().st_mtime_ns, place.lstat().st_size) for place in [root, *root.rglob("*")]}


def parts(root: Path) -> dict[str, dict[str, bytes]]:
    """The parts of every draft and sheet."""
    found = {}
    for place in sorted(root.glob(f"{DRAFTS}/*.docx")):
        with zipfile.ZipFile(place) as archive:
            found[place.name] = {name: archive.read(name) for name in sorted(archive.namelist())}
    return found


def text_of(data: bytes) -> str:
    """Everything that a zip holds, inflated, as text."""
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def words_in(place: Path) -> str:
    return text_of(place.read_bytes())


def any_in(words: Iterable[str], text: str) -> list[str]:
    return [word for word in words if word.casefold() in text.casefold()]
