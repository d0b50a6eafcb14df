"""That no list shows more than the library: own readers for a list where the site's are too many, a refusal where people have shared one wider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from functions.languages.shown import listed
from functions.library.sharepoint import making
from functions.library.sharepoint.permissions import Readers, is_self, readers_of_all
from functions.library.sharepoint.plan import Step
from functions.library.sharepoint.standing import StandingList, folder_address, list_address

if TYPE_CHECKING:
    from functions.library.sharepoint.site import Site

_NAMED = 4  # people who are named in a sentence; the others are counted


@dataclass(frozen=True, slots=True)
class Home:
    """Where a list of ours is to stand. path: server-relative; there: None where nothing does yet; readers: who may read it, or could if it stood."""

    path: str
    there: StandingList | None
    readers: Readers = field(default_factory=Readers)

    @property
    def finished(self) -> bool:
        """Whether it has got its name: that is done last, so that a list that was cut off is known."""
        return self.there is not None and self.there.title.casefold() != self.path.rsplit("/", 1)[-1].casefold()


@dataclass(frozen=True, slots=True)
class Asker:
    """The person who is signed in; apps are none. number: of the principal; login: in lower case."""

    number: int
    login: str


def read_asker(site: Site) -> Asker | None:
    """Who is signed in; None for an app."""
    told = site.fetch(site.get(f"{site.url}/_api/web/currentuser", select=("Id", "LoginName"))).entity
    login = str(told.get("LoginName") or "").casefold()
    return Asker(int(told["Id"]), login) if told.get("Id") and not is_self(login) else None


def read_readers(site: Site, homes: Sequence[Home], *, library: StandingList, base: str) -> tuple[Readers, tuple[Home, ...]]:
    """Who may read the watched files, and the homes with their readers: the site's for what does not stand yet. base: path of the watched folder."""
    folder = list_address(site, library.path) if base == library.path else f"{folder_address(site, base)}/ListItemAllFields"
    lists = [home for home in homes if home.there is not None]
    told = readers_of_all(site, [folder, f"{site.url}/_api/web", *(list_address(site, home.path) for home in lists)])
    found = {home.path: readers for home, readers in zip(lists, told[2:], strict=True)}
    return told[0], tuple(Home(home.path, home.there, found.get(home.path, told[1])) for home in homes)


def sharing_step(site: Site, home: Home, *, allowed: Readers, library: str, where: str) -> Step | None:
    """The step that gives the list the library's readers, None where it needs none: it shows no more, or people have set its readers themselves."""
    inherits = home.there is None or not home.there.own_readers
    if inherits:
        extra = home.readers.beyond(allowed)
        if not extra:
            return None
        given, reason = allowed.given, f"annars skulle {named(extra)} se mer än i biblioteket"
    else:
        given, reason = tuple(one for one in allowed.given if one not in home.readers.given), "det avbröts sist"
        if home.finished or not given:
            return None
    asks = making.own_readers(site, home.path, given, inherits=inherits)
    return Step(where, f"Får samma behörigheter som {library} ({len(allowed.logins)} läsare): {reason}.", asks, permission=True)


def leaving_step(site: Site, home: Home, *, asker: Asker | None, allowed: Readers, shared: bool, where: str) -> Step | None:
    """The step that takes away what SharePoint gave the one who broke inheritance. shared: that is about to happen; else it was cut off before this.

    It comes last for its list: until then the asker may need it. Where people have set other readers than the library's, it is left to them.
    """
    if asker is None or asker.number in {principal for principal, _ in allowed.given}:
        return None
    copied = {one for one in home.readers.given if one[0] != asker.number} == set(allowed.given)
    if not shared and not (_is_given(home, asker) and (copied or asker.login not in allowed.logins)):
        return None
    asks = (making.take_away(site, home.path, asker.number),)
    return Step(where, "Din egen behörighet, som SharePoint lägger till när arvet bryts, tas bort.", asks, permission=True)


def wider(home: Home, *, asker: Asker | None, allowed: Readers, library: str, where: str) -> str | None:
    """The refusal for a list whose own permissions let more people read it than the library does. asker: leaves by `leaving_step`."""
    if home.there is None or not home.there.own_readers:
        return None
    others = {login: name for login, name in home.readers.logins.items() if asker is None or login != asker.login or not _is_given(home, asker)}
    extra = Readers(others).beyond(allowed)
    if not extra:
        return None
    return (
        f"{where} kan läsas av fler än {library}: {named(extra)}. Ta bort dem under listans inställningar, Behörigheter för listan, "
        "eller ge dem läsrätt i biblioteket. Kör sedan plan igen."
    )


def _is_given(home: Home, asker: Asker) -> bool:
    """Whether the asker has permissions on the list by name, and not through a group."""
    unique = home.there is not None and home.there.own_readers
    return unique and asker.number in {principal for principal, _ in home.readers.given}


def named(people: Sequence[str]) -> str:
    """The names in a sentence: the first few, and how many more."""
    if len(people) > _NAMED:
        return f"{', '.join(people[:_NAMED])} och {len(people) - _NAMED} till"
    return listed(people)
