"""Lists of tasks whose column of tasks has a heading of any words, told by those beside it: "AP | Text | Ansvarig | Läge"."""

from __future__ import annotations

import re
from collections.abc import Callable

from functions.interpreting.outcomes import status_of
from functions.languages import LanguagePack

_CODE = re.compile(r"[^\W\d]{0,4}[\s.:-]?\d{0,4}[.:/-]?\d{1,4}[a-z]?\W?")  # "41", "AP 3", "2026-14"


def unnamed_tasks(header: tuple[str, ...], rows: list[list[str]], *, is_headed: Callable[[str, str], bool], pack: LanguagePack) -> int | None:
    """The place of the only column beside number, owner, day and status, where half of the statuses and more tell how it went.

    header: the labels; rows: the cells of each row below, as many as the labels; is_headed: whether a label is one of a key of the pack's [tables].
    None where a heading says which holds the tasks, or nobody has them.
    """
    if not rows or any(is_headed(text, "task") for text in header):
        return None
    known = {at: key for at, text in enumerate(header) for key in ("owner", "due", "status", "presenter") if is_headed(text, key)}
    if not {"owner", "status"} <= set(known.values()):
        return None
    numbers = {at for at in range(len(header)) if at not in known and all(_CODE.fullmatch(row[at].strip()) for row in rows)}
    left = [at for at in range(len(header)) if at not in known and at not in numbers]
    status = next(at for at, key in known.items() if key == "status")
    went = sum(status_of(row[status], task="", pack=pack) != "mentioned" for row in rows)
    followed = any(header[at] in pack.words("tables", "followed") for at in left)
    return left[0] if numbers and not followed and len(left) == 1 and 2 * went >= len(rows) else None
