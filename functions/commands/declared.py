"""The commands about what is kept: register, history, decisions; declared here, beside the command line that runs and reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from functions import errors
from functions.commands.options import AsJson, By, In, Known, StateDir, Today
from functions.settings import Settings

if TYPE_CHECKING:
    from functions.workplace import Workplace

_Council = Annotated[str | None, typer.Option("--council", metavar="NAME", help="Only this council.")]


def declare(
    app: typer.Typer,
    *,
    opened: Callable[..., AbstractContextManager[Any]],
    folder: Callable[..., Path],
    settings: Callable[[str | None], Settings],
    emit: Callable[[object], None],
) -> None:
    """Add the commands to the command line, which tells how a folder is opened and found, what the settings are, and where JSON goes."""

    @contextmanager
    def there(inside: Path | None, state: Path | None, today: str | None, *, read_only: bool = False) -> Iterator[Workplace]:
        """The folder's workplace; where there is no folder and a SharePoint site is set, that of its library."""
        from functions.bootstrap import open_site

        try:
            home = folder(inside, state=state)
        except errors.BadUsage:
            chosen = settings(today)
            if chosen.site is None or inside is not None or state is not None:
                raise
            yield open_site(chosen).office(chosen).place
            return
        with opened(home, today, state, read_only=read_only) as (desk, _):
            yield desk

    @app.command()
    def register(
        place: Known = None,
        council: _Council = None,
        owner: Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Only the points of this person or body.")] = None,
        everything: Annotated[bool, typer.Option("--all", help="Closed, dormant and historic points too.")] = False,
        as_json: AsJson = False,
        table: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write it as a table for Excel; - prints.")] = None,
        ics: Annotated[Path | None, typer.Option("--ics", metavar="FILE", help="Write meetings and dates as a calendar file; - prints.")] = None,
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Show what is open, by council, with how long it has followed along."""
        from functions.commands import looking

        with opened(folder(place or inside, state=state), today, state, read_only=True) as (desk, library):
            chosen = looking.choose_rows(desk, council=council, owner=owner, everything=everything or as_json)
            if table is not None:
                looking.write_table(chosen, target=table)
            if ics is not None:
                looking.write_calendar(chosen, target=ics, now=desk.now, timezone=settings(today).timezone, everything=everything)
            if as_json or (table is None and ics is None):
                narrowed = everything or owner is not None
                looking.show_registers(chosen, narrowed=narrowed, as_json=as_json, emit=emit, now=desk.now, root=str(library.root))
                if not chosen and owner is not None and not as_json:
                    looking.show_no_owner(desk, council=council, owner=owner)

    @app.command()
    def history(
        key: Annotated[str, typer.Argument(help="The key of a point, or its first six figures or more.")],
        as_json: AsJson = False,
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Tell the whole story of a point, with the words of the minutes and what people changed."""
        from functions.commands import tracing

        with opened(folder(inside, state=state), today, state, read_only=True) as (desk, _):
            tracing.show_history(desk, key=key, as_json=as_json, emit=emit)

    @app.command()
    def decisions(
        place: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of minutes.", show_default=False)],
        words: Annotated[str | None, typer.Argument(help="What the decision is about; default: all decisions.", show_default=False)] = None,
        council: _Council = None,
        as_json: AsJson = False,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Find what was decided, with the words of the minutes; or say that nothing was found."""
        from functions.commands import tracing

        with opened(place, today, state, read_only=True) as (desk, _):
            tracing.show_decisions(desk, words=words or "", council=council, as_json=as_json, emit=emit)

    @app.command()
    def merge(
        key: Annotated[str, typer.Argument(help="The key of the point that goes into the other one.")],
        into: Annotated[str, typer.Argument(help="The key of the point that is the same and stays.")],
        by: By = "",
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Put two points together that are the same."""
        from functions.commands import mending

        with opened(folder(inside, state=state), today, state) as (desk, library):
            mending.merge(desk, key=key, into=into, by=by, root=str(library.root))

    @app.command()
    def split(
        key: Annotated[str, typer.Argument(help="The key of the point.")],
        texts: Annotated[list[str], typer.Argument(metavar="TEXT…", help="What each part says; the point keeps the first.", show_default=False)],
        by: By = "",
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Divide a point into several."""
        from functions.commands import mending

        with opened(folder(inside, state=state), today, state) as (desk, _):
            mending.split(desk, key=key, texts=texts, by=by)

    @app.command()
    def undo(
        key: Annotated[str | None, typer.Argument(help="The key of a point; default: whatever was said last.", show_default=False)] = None,
        by: By = "",
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Take back the last thing that a person said; again for the one before."""
        from functions.commands import mending

        with opened(folder(inside, state=state), today, state) as (desk, _):
            mending.take_back(desk, key=key, by=by)

    @app.command()
    def councils(place: Known = None, council: _Council = None, as_json: AsJson = False, today: Today = None, state: StateDir = None) -> None:
        """Show the councils and their settings; change one with: dagordning set COUNCIL SETTING VALUE."""
        from functions.commands import council_words

        with opened(folder(place, state=state), today, state, read_only=True) as (desk, _):
            council_words.show_councils(desk, council=council, as_json=as_json, emit=emit)

    @app.command()
    def meeting(
        council: Annotated[str, typer.Argument(help="The council's name.")],
        day: Annotated[str, typer.Argument(metavar="DATE", help="The meeting's day, as it is known now; another day adds a meeting.")],
        time: Annotated[str | None, typer.Option("--time", metavar="TIME", help="13:00-15:00; an empty text takes it away.")] = None,
        where: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="Where it is; an empty text takes it away.")] = None,
        online: Annotated[bool | None, typer.Option("--online/--not-online", help="Whether one can take part online.", show_default=False)] = None,
        moved_to: Annotated[str | None, typer.Option("--moved-to", metavar="DATE", help="The day that it is moved to.")] = None,
        cancelled: Annotated[bool | None, typer.Option("--cancelled/--held", help="Whether it is called off.", show_default=False)] = None,
        note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What else is to be known of it.")] = None,
        by: By = "",
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Say when and where a council meets: add a meeting, or change one that is to come."""
        from functions.commands import meetings

        said: dict[str, Any] = {"moved_to": moved_to, "time": time, "where": where, "online": online, "note": note, "cancelled": cancelled}
        with opened(folder(inside, state=state), today, state) as (desk, _):
            meetings.say_meeting(desk, council=council, day=day, **said, by=by)

    @app.command()
    def names(
        name: Annotated[str | None, typer.Argument(help="First name and surname; without it, show what is known.", show_default=False)] = None,
        called: Annotated[str | None, typer.Option("--called", metavar="WORD", help="What minutes call the person: Helena.")] = None,
        initials: Annotated[str | None, typer.Option("--initials", metavar="XX", help="The initials that minutes use.")] = None,
        council: _Council = None,
        remove: Annotated[bool, typer.Option("--remove", help="Take the person off the list.")] = False,
        as_json: AsJson = False,
        by: By = "",
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Say whom minutes mean by a first name or initials; without a name, show what has been said."""
        from functions.commands import council_words

        if name is not None and inside is None and not (remove or called or initials) and Path(name).is_dir():  # "dagordning names ."
            inside, name = Path(name), None
        if name is not None and not remove and not (called or "").strip() and not (initials or "").strip():
            raise errors.BadUsage("Säg vad personen kallas, med --called eller --initials, eller ta bort med --remove.")
        with opened(folder(inside, state=state), today, state, read_only=name is None) as (desk, library):
            if name is None:
                council_words.show_names(desk, library, council=council, as_json=as_json, emit=emit)
            else:
                council_words.say_name(desk, library, name=name, called=called, initials=initials, council=council, remove=remove, by=by)

    @app.command()
    def person(
        name: Annotated[str, typer.Argument(help="First name and surname.")],
        rename: Annotated[str | None, typer.Option("--rename", metavar="NEW", help="The name that the person has now.")] = None,
        remove: Annotated[bool, typer.Option("--remove", help="Take the name out of all that is kept.")] = False,
        as_json: AsJson = False,
        by: By = "",
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Show all that is kept of a person; change the name, or take it out."""
        from functions.commands import protecting

        if rename is not None and remove:
            raise errors.BadUsage("Välj antingen --rename eller --remove.")
        with there(inside, state, today, read_only=rename is None and not remove) as desk:
            if rename is None and not remove:
                protecting.show_person(desk, name=name, as_json=as_json, emit=emit)
            else:
                protecting.change_person(desk, name=name, new=rename, by=by, settings=settings(today))

    @app.command()
    def purge(
        before: Annotated[str, typer.Option("--before", metavar="DATE", help="Meetings before this day are forgotten.")],
        decision: Annotated[str, typer.Option("--decision", metavar="REF", help="The decision by which it is done.")],
        certain: Annotated[bool, typer.Option("--yes", help="Do it; without it, only tell what would go.")] = False,
        by: By = "",
        inside: In = None,
        today: Today = None,
        state: StateDir = None,
    ) -> None:
        """Take out for good what is over from old meetings (gallring), and note what and why."""
        from functions.commands import protecting

        with there(inside, state, today) as desk:
            protecting.purge(desk, before=before, decision=decision, certain=certain, by=by, settings=settings(today))
