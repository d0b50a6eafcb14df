"""The Word templates that people put into the template folder, read anew only when they changed."""

from __future__ import annotations

from collections.abc import Iterable

from functions.library.folder_templates import council_named
from functions.library.sharepoint.drafts import There, ask_bytes, ask_folder, read_folder
from functions.library.sharepoint.site import Site
from functions.library.sharepoint.wire import Answer, Ask
from functions.model.library import Council, Template


class Templates:
    """Templates, kept for the whole process by their mark."""

    def __init__(self, site: Site) -> None:
        """Reads nothing yet."""
        self._site = site
        self._kept: dict[tuple[str, str], bytes] = {}
        self._listed: list[There] | None = None

    def begin(self) -> None:
        """A new unit of work."""
        self._listed = None

    @property
    def is_listed(self) -> bool:
        """Whether the folder was listed in this unit of work."""
        return self._listed is not None

    def ask(self, place: str) -> Ask:
        """Ask for the folder (server-relative path), to be given to `take`."""
        return ask_folder(self._site, place)

    def take(self, answer: Answer) -> None:
        """The folder's files, read along with something else."""
        found = [one for one in read_folder(answer) if one.name.casefold().endswith(".docx") and not one.name.startswith((".", "~$"))]
        self._listed = sorted(found, key=lambda one: one.name)

    def read(self, place: str, *, councils: Iterable[Council]) -> tuple[Template, ...]:
        """See Library.templates: one that bears a council's name is for that council only."""
        if self._listed is None:
            self.take(self._site.send(self.ask(place)))
        known = list(councils)
        found = []
        for one in self._listed or ():
            mark = (one.id, one.tag or one.etag)
            if mark not in self._kept:
                self._kept[mark] = self._site.fetch(ask_bytes(self._site, one.id), what=one.name).body
            found.append(Template(one.name, self._kept[mark], council_named(one.name.rsplit(".", 1)[0], councils=known)))
        return tuple(found)
