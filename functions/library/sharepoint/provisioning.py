"""Puts what we need on a SharePoint site: compares, plans in words, and does only what is missing; what people made is never deleted or retyped."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions import errors
from functions.library.sharepoint import making
from functions.library.sharepoint.comparing import Comparison
from functions.library.sharepoint.permissions import Readers
from functions.library.sharepoint.plan import LISTS_ONLY, VERSIONLESS, Plan, Step
from functions.library.sharepoint.refusals import missing_library, refusal
from functions.library.sharepoint.sharing import Asker, Home, leaving_step, read_asker, read_readers, sharing_step, wider
from functions.library.sharepoint.standing import DOCUMENTS, StandingList, read_details, read_folders, read_label, read_lists
from functions.library.sharepoint.trying import tried, try_conditional_writes
from functions.library.sharepoint.wire import Answer, Ask
from functions.model.schema import ListSpec, SiteSchema

if TYPE_CHECKING:
    from functions.library.sharepoint.site import Site

_DRAFTS_TEXT = "Hit läggs förslagen till dagordning."


@dataclass(frozen=True, slots=True)
class Options:
    """How the site shall be. folder: the watched one in the library, None for all of it; drafts, templates: folders of ours; drafts_url: of our own
    library for drafts; lists_only, versionless: as they are set now; place: puts the library's address into a formatter; earlier: digests of what
    earlier versions of the program wrote."""

    library: str
    place: Callable[[str, str], str]
    drafts_url: str
    folder: str | None = None
    drafts: str = "Förslag till dagordning"
    templates: str = "Mallar för dagordning"
    lists_only: bool = False
    versionless: bool = False
    earlier: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class _Ground:
    """What was found before anything is compared. base: path of the watched folder; allowed: who may read it; asker: who is signed in, None for
    an app; homes: of our lists by path."""

    site: Site
    options: Options
    every: tuple[StandingList, ...]
    library: StandingList
    base: str
    allowed: Readers
    asker: Asker | None
    homes: dict[str, Home]


def plan(site: Site, schema: SiteSchema, options: Options) -> Plan:
    """What is left to do, by what stands there now; nothing is written.

    Raises errors.NoAccess when the site, the library or the folder is not there, or when permissions cannot be seen.
    """
    every = read_lists(site)
    library = _library(every, options.library)
    base = _watched(site, library, options.folder)
    reasons = _reasons(site, library, asked=options.lists_only)
    paths = [*(f"{site.path}/Lists/{spec.url}" for spec in schema.lists), *([f"{site.path}/{options.drafts_url}"] if reasons else [])]
    homes = [Home(path, next((one for one in every if one.path.casefold() == path.casefold()), None)) for path in paths]
    detailed = {one.path: one for one in read_details(site, [library, *(home.there for home in homes if home.there is not None)])}
    homes = [Home(home.path, detailed[home.there.path] if home.there else None) for home in homes]
    allowed, known = read_readers(site, homes, library=library, base=base)
    ground = _Ground(site, options, every, detailed[library.path], base, allowed, read_asker(site), {home.path: home for home in known})
    parts = [_list(spec, ground) for spec in schema.lists]
    parts.append(_own_drafts(ground) if reasons else _watched_library(schema, ground))
    return Plan(
        library.title,
        tuple(step for part in parts for step in part.steps),
        tuple(note for part in parts for note in part.notes),
        tuple(refusal for part in parts for refusal in part.refusals),
        reasons,
        tuple(_settings(ground, schema, reasons)),
    )


def apply(site: Site, planned: Plan, *, tell: Callable[[Step], None] | None = None) -> None:
    """Do the steps of a plan in order. tell: called after each that is done.

    Raises errors.NoAccess, before anything is written, when the plan refuses; and when a permission is missing. What was done stays, and the next
    plan has what is left.
    """
    if planned.refusals:
        raise errors.NoAccess("Inget är gjort. " + " ".join(planned.refusals))
    for step in planned.steps:
        for ask in step.asks:
            answer = site.send(ask)
            if not answer.ok and not (ask.method == "DELETE" and answer.status == 404):
                raise _failure(answer, step)
        if step.trial is not None:
            try_conditional_writes(site, step.trial)
        if tell is not None:
            tell(step)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one list or library gives to the plan."""

    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()


def _list(spec: ListSpec, ground: _Ground) -> _Part:
    home = ground.homes[f"{ground.site.path}/Lists/{spec.url}"]
    where = f"Listan {spec.title}"
    if home.there is not None and not _is_ours(home.there, spec.description):
        return _taken(f"{ground.site.url}/Lists/{spec.url}", home.there)
    comparison = _comparison(where, home, ground)
    comparison.fields(spec.fields)
    if all(field.name != "Title" for field in spec.fields):
        comparison.untitled()
    comparison.views(spec.views)
    made = making.make_list(ground.site, spec.url, description=spec.description, hidden=spec.hidden)
    housed = _housed(home, spec.title, where, ground, made=made)
    steps = list(housed.first)
    if home.there is None:
        views = f" och vyerna {', '.join(view.title for view in spec.views)}" if not spec.hidden else ""
        said = f"{'Den dolda listan' if spec.hidden else 'Listan'} görs med {len(spec.fields)} kolumner{views}."
        steps = [Step(where, said, steps[0].asks), *steps[1:], Step(where, "Kolumner och vyer läggs in.", _asks(comparison.steps))]
    else:
        steps += comparison.steps
    if spec.hidden and (home.there is None or tried(home.there.description) is None):
        said = "Prov i en tillfällig rad: går det att skriva kolumner utan ny version, och bara om ingen annan hunnit före? Raden tas bort."
        steps.append(Step(where, said, trial=home.path))
    return _Part((*steps, *housed.last), (*housed.notes, *comparison.notes), housed.refusals)


def _own_drafts(ground: _Ground) -> _Part:
    """Our own document library, where nothing may be written to the watched one."""
    options = ground.options
    home = ground.homes[f"{ground.site.path}/{options.drafts_url}"]
    where = f"Biblioteket {options.drafts}"
    if home.there is not None and not _is_ours(home.there, _DRAFTS_TEXT):
        return _taken(f"{ground.site.url}/{options.drafts_url}", home.there)
    made = making.make_list(ground.site, options.drafts_url, description=_DRAFTS_TEXT, hidden=False, template=DOCUMENTS)
    housed = _housed(home, options.drafts, where, ground, made=made)
    return _Part((*housed.first, *_folders(ground.site, home, [options.templates], where), *housed.last), housed.notes, housed.refusals)


def _watched_library(schema: SiteSchema, ground: _Ground) -> _Part:
    home = Home(ground.library.path, ground.library)
    comparison = _comparison(f"Biblioteket {ground.library.title}", home, ground, library=True)
    comparison.fields(schema.columns)
    comparison.views(schema.library_views)
    folders = _folders(ground.site, Home(ground.base, ground.library), [ground.options.drafts, ground.options.templates], comparison.where)
    return _Part((*comparison.steps, *folders), tuple(comparison.notes))


@dataclass(frozen=True, slots=True)
class _Housing:
    """What it takes that a list stands. first: it is made, gets its readers and then its name; last: after its columns and views."""

    first: tuple[Step, ...]
    last: tuple[Step, ...]
    notes: tuple[str, ...]
    refusals: tuple[str, ...]


def _housed(home: Home, title: str, where: str, ground: _Ground, *, made: Ask) -> _Housing:
    site, allowed, asker = ground.site, ground.allowed, ground.asker
    watched = ground.options.folder or ground.library.title
    steps = [Step(where, "Görs.", (made,))] if home.there is None else []
    shared = sharing_step(site, home, allowed=allowed, library=watched, where=where)
    if shared is not None:
        steps.append(shared)
    notes = []
    if not home.finished:
        taken = any(one.title.casefold() == title.casefold() and one.path != home.path for one in ground.every)
        shown = f"{title} (Dagordning)" if taken else title
        if taken:
            notes.append(f"{where}: det finns redan en lista eller ett bibliotek som heter så och är ert. Vår får heta ”{shown}”.")
        values: dict[str, object] = {"Title": shown} | ({"NoCrawl": True} if _hides(made) else {})
        steps.append(Step(where, f"Får heta ”{shown}”.", (making.change_list(site, home.path, values),)))
    leaving = leaving_step(site, home, asker=asker, allowed=allowed, shared=shared is not None, where=where)
    refused = wider(home, asker=asker, allowed=allowed, library=watched, where=where)
    return _Housing(tuple(steps), (leaving,) if leaving else (), tuple(notes), (refused,) if refused else ())


def _taken(address: str, there: StandingList) -> _Part:
    return _Part(refusals=(f"På {address} finns redan en lista som inte är gjord av Dagordning (”{there.title}”). Flytta eller ta bort den.",))


def _hides(made: Ask) -> bool:
    """Whether the request makes a hidden list."""
    return isinstance(made.body, Mapping) and made.body.get("Hidden") is True


def _comparison(where: str, home: Home, ground: _Ground, *, library: bool = False) -> Comparison:
    stands = home.there if home.there is not None else StandingList("", home.path, making.GENERIC)

    def placed(formatter: str | None) -> str | None:
        return ground.options.place(formatter, ground.base) if formatter else None

    return Comparison(ground.site, where, home.path, stands, library=library, new=home.there is None, placed=placed, earlier=ground.options.earlier)


def _folders(site: Site, home: Home, names: Sequence[str], where: str) -> list[Step]:
    wanted = [name.strip("/") for name in names if name.strip("/")]
    paths = [f"{home.path}/{'/'.join(parts[: count + 1])}" for name in wanted for parts in [name.split("/")] for count in range(len(parts))]
    there = read_folders(site, paths) if home.there is not None else frozenset()
    missing = [path for path in dict.fromkeys(paths) if path not in there]
    return [
        Step(where, f"Mappen ”{path.removeprefix(home.path + '/')}” görs.", (making.make_folder(site, *path.rsplit("/", 1)),)) for path in missing
    ]


def _library(every: Sequence[StandingList], name: str) -> StandingList:
    wanted = _folded(name)
    libraries = [one for one in every if one.template == DOCUMENTS]
    found = [one for one in libraries if _folded(one.title) == wanted] or [one for one in libraries if _folded(one.path.rsplit("/", 1)[-1]) == wanted]
    if not found:
        if any(_folded(one.title) == wanted for one in every):
            raise errors.NoAccess(f"”{name}” är en lista och inget dokumentbibliotek. Ange biblioteket där mötesanteckningarna sparas.")
        shown = ", ".join(f"”{one.title}”" for one in libraries if not one.hidden)
        raise errors.NoAccess(f"{missing_library(name).message} Här finns: {shown or 'inga bibliotek'}.")
    return found[0]


def _watched(site: Site, library: StandingList, folder: str | None) -> str:
    inner = unicodedata.normalize("NFC", (folder or "").strip("/"))
    if not inner:
        return library.path
    path = f"{library.path}/{inner}"
    if path not in read_folders(site, [path]):
        raise errors.NoAccess(f"Mappen ”{inner}” finns inte i biblioteket ”{library.title}”. Rätta DAGORDNING_LIBRARY_FOLDER (--folder).")
    return path


def _reasons(site: Site, library: StandingList, *, asked: bool) -> tuple[str, ...]:
    """Why nothing is to be written to the library."""
    reasons = []
    if library.moderated:
        reasons.append("biblioteket kräver godkännande av innehåll, så att varje skrivning skulle göra anteckningen till ett väntande utkast")
    if library.checked_out:
        reasons.append("biblioteket kräver utcheckning innan något ändras")
    if label := read_label(site, library.path):
        reasons.append(f"biblioteket gör filer till arkivhandlingar med etiketten ”{label}”")
    return tuple(reasons) or (("DAGORDNING_LISTS_ONLY är satt",) if asked else ())


def _is_ours(there: StandingList, description: str) -> bool:
    """Whether we made the list: it has our key, or it was cut off before it got it and is described as we began it."""
    return "DgKey" in there.fields or there.description.startswith(description)


def _settings(ground: _Ground, schema: SiteSchema, reasons: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    if reasons and not ground.options.lists_only:
        yield LISTS_ONLY, "true", "; ".join(reasons)
    hidden = next((spec for spec in schema.lists if spec.hidden), None)
    home = ground.homes[f"{ground.site.path}/Lists/{hidden.url}"] if hidden else None
    outcome = tried(home.there.description) if home is not None and home.there is not None else None
    if outcome is not None and outcome != ground.options.versionless:
        why = (
            "provet visar att kolumner kan skrivas utan ny version och aldrig över någon annans ändring"
            if outcome
            else "provet visar att det inte är säkert"
        )
        yield VERSIONLESS, str(outcome).lower(), why


def _failure(answer: Answer, step: Step) -> errors.DagordningError:
    if answer.status not in (401, 403):
        return refusal(answer, what=step.where)
    if step.permission:
        return errors.NoAccess(
            f"{step.where}: behörighet saknas för att sätta egna behörigheter (403). Kör kommandot som webbplatsens ägare (az login), eller ge appen "
            "rollen fullcontrol på webbplatsen medan det görs."
        )
    return errors.NoAccess(
        f"{step.where}: behörighet saknas (403). Ge appen Sites.Selected för SharePoint med rollen manage på webbplatsen, eller kör kommandot som "
        "webbplatsens ägare (az login)."
    )


def _asks(steps: Sequence[Step]) -> tuple[Ask, ...]:
    return tuple(ask for step in steps for ask in step.asks)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
