"""What commands share on the command line: a folder, the day, where the state is, and output for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Argument(help="The folder of minutes.", show_default=False)]
Today = Annotated[str | None, typer.Option("--today", metavar="DATE", help="The day to count as today, as 2026-04-27.")]
StateDir = Annotated[Path | None, typer.Option("--state", metavar="DIR", help="Where the state is kept, when not in the folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines for programs.")]
In = Annotated[Path | None, typer.Option("--in", metavar="FOLDER", help="The folder of minutes; default: the nearest one above with our state.")]
SiteUrl = Annotated[str | None, typer.Option("--site", metavar="URL", help="The site's address; default: DAGORDNING_SITE.")]
LibraryName = Annotated[str | None, typer.Option("--library", metavar="NAME", help="The document library; default: DAGORDNING_LIBRARY.")]
LibraryFolder = Annotated[str | None, typer.Option("--folder", metavar="PATH", help="Only this folder in it; default: DAGORDNING_LIBRARY_FOLDER.")]
Files = Annotated[list[Path], typer.Argument(help="Word or PDF files.", show_default=False)]
Known = Annotated[Path | None, typer.Argument(help="The folder of minutes; default: the nearest one above with our state.", show_default=False)]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]
PaperName = Annotated[
    str | None,
    typer.Option("--paper", metavar="PAPER", help="What it is for: dagordning, underlag, inbjudan or 'dina punkter'; default: as its name begins."),
]
