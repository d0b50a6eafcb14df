"""The environment, read once into one frozen value; docs/settings.md tells every name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from functions import errors

PREFIX = "DAGORDNING_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside. now: today's date where the councils are; settle_days: when minutes count as final; quiet, poll: seconds."""

    now: date
    timezone: str = "Europe/Stockholm"
    council: str | None = None
    settle_days: int = 3
    days_before: int = 21
    draft_folder: str = "Förslag till dagordning"
    template_folder: str = "Mallar för dagordning"
    quiet: float = 30.0
    poll: float = 5.0


def read_settings(environment: Mapping[str, str], *, today: date | None = None) -> Settings:
    """The settings of an environment. today: overrides DAGORDNING_TODAY and the clock. Raises errors.BadUsage for a value that cannot be used."""
    timezone = environment.get(f"{PREFIX}TIMEZONE") or "Europe/Stockholm"
    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise errors.BadUsage(f"{PREFIX}TIMEZONE is {timezone!r}: not a time zone such as Europe/Stockholm.") from error
    return Settings(
        now=today or _date(environment, "TODAY") or datetime.now(zone).date(),
        timezone=timezone,
        council=environment.get(f"{PREFIX}COUNCIL") or None,
        settle_days=int(_number(environment, "SETTLE_DAYS", 3, least=0)),
        days_before=int(_number(environment, "DAYS_BEFORE", 21, least=0)),
        draft_folder=environment.get(f"{PREFIX}DRAFT_FOLDER") or "Förslag till dagordning",
        template_folder=environment.get(f"{PREFIX}TEMPLATE_FOLDER") or "Mallar för dagordning",
        quiet=_number(environment, "QUIET_SECONDS", 30.0, least=0),
        poll=_number(environment, "POLL_SECONDS", 5.0, least=0.1),
    )


def _number(environment: Mapping[str, str], name: str, default: float, *, least: float) -> float:
    text = environment.get(PREFIX + name)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError as error:
        raise errors.BadUsage(f"{PREFIX}{name} is {text!r}: not a number.") from error
    if value < least:
        raise errors.BadUsage(f"{PREFIX}{name} is {text}: it must be at least {least:g}.")
    return value


def _date(environment: Mapping[str, str], name: str) -> date | None:
    text = environment.get(PREFIX + name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise errors.BadUsage(f"{PREFIX}{name} is {text!r}: write it as 2026-04-27.") from error
