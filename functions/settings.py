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
    """What can be set from outside. now: today's date where the councils are; settle_days: when minutes count as final; quiet, poll: seconds.

    site, library, library_folder: the watched SharePoint library and, where it is not whole, the folder in it. tenant_id, client_id, certificate: the
    Entra app with its PEM (a path or the text itself); without a certificate the managed identity of that client_id signs in. storage: the storage
    account's name, or a connection string. notification_url, client_state: where webhooks are sent and the secret in them; without them timers do it.
    lists_only: nothing is written to the watched library. versionless: columns are written without a new version (proven by `sharepoint apply`).
    old_files: columns are written on the back-catalogue too. administrators: the login names of those who may take things out for good.
    """

    now: date
    timezone: str = "Europe/Stockholm"
    council: str | None = None
    settle_days: int = 3
    days_before: int = 21
    draft_folder: str = "Förslag till dagordning"
    template_folder: str = "Mallar för dagordning"
    guest_language: str = "sv"
    quiet: float = 30.0
    poll: float = 5.0
    site: str | None = None
    library: str | None = None
    library_folder: str | None = None
    tenant_id: str | None = None
    client_id: str | None = None
    certificate: str | None = None
    storage: str | None = None
    notification_url: str | None = None
    client_state: str | None = None
    lists_only: bool = False
    old_files: bool = False
    administrators: tuple[str, ...] = ()
    versionless: bool = False


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
        guest_language=_text(environment, "GUEST_LANGUAGE") or "sv",
        quiet=_number(environment, "QUIET_SECONDS", 30.0, least=0),
        poll=_number(environment, "POLL_SECONDS", 5.0, least=0.1),
        site=_text(environment, "SITE"),
        library=_text(environment, "LIBRARY"),
        library_folder=_text(environment, "LIBRARY_FOLDER"),
        tenant_id=_text(environment, "TENANT_ID"),
        client_id=_text(environment, "CLIENT_ID"),
        certificate=_text(environment, "CERTIFICATE"),
        storage=_text(environment, "STORAGE"),
        notification_url=_text(environment, "NOTIFICATION_URL"),
        client_state=_text(environment, "CLIENT_STATE"),
        lists_only=_yes(environment, "LISTS_ONLY"),
        old_files=_yes(environment, "OLD_FILES"),
        administrators=tuple(name.strip() for name in environment.get(f"{PREFIX}ADMINISTRATORS", "").split(",") if name.strip()),
        versionless=_yes(environment, "VERSIONLESS_WRITES"),
    )


def _text(environment: Mapping[str, str], name: str) -> str | None:
    return environment.get(PREFIX + name, "").strip() or None


def _yes(environment: Mapping[str, str], name: str) -> bool:
    text = environment.get(PREFIX + name, "").strip().casefold()
    if text not in ("", "true", "false", "1", "0"):
        raise errors.BadUsage(f"{PREFIX}{name} is {text!r}: write true or false.")
    return text in ("true", "1")


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
