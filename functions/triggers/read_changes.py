"""Reads what was touched in the library and in the lists since the last time."""

from __future__ import annotations

import azure.functions as func

blueprint = func.Blueprint()  # type: ignore[no-untyped-call]


@blueprint.function_name("read_changes")
@blueprint.queue_trigger(arg_name="msg", queue_name="library-changes", connection="AzureWebJobsStorage")
def read_changes(msg: func.QueueMessage) -> None:
    """One look; another that runs meanwhile makes this one come again."""
    from functions.jobs.reading_changes import take_message
    from functions.triggers.opened import office

    with office() as desk:
        take_message(desk, msg.get_json())
