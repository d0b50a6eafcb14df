"""Opens what the functions work with, once in each worker process and at the first call, so that indexing the app loads nothing heavy."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functions.bootstrap import WatchedSite
    from functions.jobs.notices import Door
    from functions.jobs.office import Office

_ONE_AT_A_TIME = threading.Lock()
"""A worker runs its functions in threads, and the client of SharePoint and our caches belong to one job at a time; more work is more instances."""


@lru_cache(maxsize=1)
def _site() -> WatchedSite:
    from functions.bootstrap import open_site
    from functions.settings import read_settings

    return open_site(read_settings(os.environ))


@contextmanager
def office() -> Iterator[Office]:
    """The office as of today, held by one job; sign-in and connections are shared by all calls in this process.

    After a failure everything is opened anew: a list may have been made again, a permission given, a certificate changed.
    """
    from functions import errors
    from functions.settings import read_settings

    with _ONE_AT_A_TIME:
        try:
            yield _site().office(read_settings(os.environ))
        except errors.Locked:
            raise
        except Exception:
            forget()
            raise


def door() -> Door:
    """What the webhook needs to know a notice; waits for no job."""
    from functions.bootstrap import open_door
    from functions.settings import read_settings

    return open_door(read_settings(os.environ))


def forget() -> None:
    """Open everything anew at the next call, with the settings as they are then."""
    _site.cache_clear()
