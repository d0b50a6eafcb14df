"""The Word templates in a folder's template folder, and which council each is for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from functions import errors
from functions.library.folder_listing import shown_name
from functions.model.library import Council, Template


def read_templates(folder: Path, *, councils: Iterable[Council]) -> tuple[Template, ...]:
    """All .docx files in `folder` by name, none when there is no such folder. Raises errors.Locked when one cannot be read now."""
    known = list(councils)
    found = []
    try:
        places = sorted((shown_name(place.name), place) for place in folder.iterdir() if place.suffix.casefold() == ".docx")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise errors.Locked(f"Mappen {folder} kan inte läsas just nu.") from error
    for name, place in places:
        if name.startswith((".", "~$")) or not place.is_file():
            continue
        try:
            data = place.read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise errors.Locked(f"Mallen ”{name}” är öppen i ett annat program, eller så saknas rätt att läsa den.") from error
        found.append(Template(name=name, data=data, council=council_named(name.rsplit(".", 1)[0], councils=known)))
    return tuple(found)


def council_named(text: str, *, councils: Iterable[Council]) -> str | None:
    """The key of the council whose name stands in `text` as whole words, the longest name first; None when there is none."""
    words = f" {_plain(text)} "
    named = [(len(_plain(name)), council.key) for council in councils for name in council.names if _plain(name) and f" {_plain(name)} " in words]
    longest = max((length for length, _ in named), default=0)
    fitting = {key for length, key in named if length == longest}
    return fitting.pop() if len(fitting) == 1 else None


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text).casefold()).strip()
