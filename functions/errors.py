"""Everything that can go wrong, each with the caller's next step.

DagordningError
├── Unreadable            park the file, show its reason; every other file goes on
│   ├── NotWord           not what its name says (HTML, RTF, an image …)
│   ├── Truncated         the file is incomplete
│   ├── TooLarge          inflates beyond what honest minutes do (zip bomb)
│   ├── Malformed         broken or forbidden XML inside
│   ├── Encrypted         protected by a password
│   ├── LegacyWord        .doc from before 2007
│   ├── Scanned           a PDF without a text layer
│   └── Empty             no bytes, or no text
├── Vanished              ignore: the file went away while it was read; the next listing tells
├── Locked                retry later: somebody holds it (Word, another run)
│   └── Unavailable       retry later: the service does not answer
│       └── Throttled     retry after its `seconds`: the service asks us to slow down
├── Conflict              retry now with fresh values: somebody wrote in between
├── BadTemplate           the draft falls back on the default template; the secretary is told
├── BadUsage              stop: the command was called with something that does not exist
└── NoAccess              stop: the folder or the state cannot be read or written
"""

from __future__ import annotations

import errno
from enum import StrEnum


class NextStep(StrEnum):
    """What the caller does with an error."""

    RETRY = "retry"
    PARK = "park"
    IGNORE = "ignore"
    STOP = "stop"


class DagordningError(Exception):
    """Base of all our errors. `message` is shown to people (Swedish): what it is and what to do."""

    next_step: NextStep = NextStep.STOP
    exit_code: int = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Unreadable(DagordningError):
    """The file cannot be read; its message is its status, and every other file goes on."""

    next_step = NextStep.PARK
    exit_code = 3
    code = "unreadable"


class NotWord(Unreadable):
    """The bytes are no Word or PDF file, whatever the name says."""

    code = "not_word"


class Truncated(Unreadable):
    """The file ends too early or its compressed data are damaged."""

    code = "truncated"


class TooLarge(Unreadable):
    """The file inflates to more than honest minutes do."""

    code = "too_large"


class Malformed(Unreadable):
    """A part that must be read is missing, doubled, or no well-formed, DOCTYPE-free XML."""

    code = "malformed"


class Encrypted(Unreadable):
    """The file is protected by a password."""

    code = "encrypted"


class LegacyWord(Unreadable):
    """A Word file from before 2007 (.doc)."""

    code = "legacy_word"


class Scanned(Unreadable):
    """A PDF that holds pictures of pages and no text."""

    code = "scanned"


class Empty(Unreadable):
    """No bytes, or no text at all."""

    code = "empty"


class Vanished(DagordningError):
    """The file was there when listed and gone when read."""

    next_step = NextStep.IGNORE
    exit_code = 4


class Locked(DagordningError):
    """Somebody else holds what we need; try again later."""

    next_step = NextStep.RETRY
    exit_code = 5


class Unavailable(Locked):
    """A service that we need does not answer now."""


class Throttled(Unavailable):
    """A service asks us to wait. seconds: how long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"SharePoint ber oss vänta i {max(1, round(seconds))} sekunder. Nytt försök görs senare.")
        self.seconds = seconds


class Conflict(DagordningError):
    """Somebody wrote between our read and our write; read again and retry."""

    next_step = NextStep.RETRY
    exit_code = 5


class BadTemplate(DagordningError):
    """A Word template with a syntax error, an unknown field or a forbidden expression."""

    next_step = NextStep.IGNORE
    exit_code = 6


class BadUsage(DagordningError):
    """The command names something that does not exist."""

    exit_code = 2


class NoAccess(DagordningError):
    """The folder, or the place for our state, cannot be read or written."""

    exit_code = 7


_REASONS = {
    errno.ENOENT: "den finns inte",
    errno.EACCES: "du har inte behörighet till den",
    errno.EPERM: "du har inte behörighet till den",
    errno.EISDIR: "det är en mapp",
    errno.ENOTDIR: "en del av sökvägen är en fil och ingen mapp",
    errno.EEXIST: "det finns redan en fil som heter så",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
    errno.ENAMETOOLONG: "namnet är för långt",
}


def reason_of(error: OSError) -> str:
    """Why a file or a folder could not be opened or made, in Swedish where it is one of the usual reasons."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
