"""Processes one file that was touched, when it has been quiet."""

from __future__ import annotations

import azure.functions as func

blueprint = func.Blueprint()  # type: ignore[no-untyped-call]


@blueprint.function_name("process_file")
@blueprint.queue_trigger(arg_name="msg", queue_name="files-to-read", connection="AzureWebJobsStorage")
def process_file(msg: func.QueueMessage) -> None:
    """Fetch, read, follow up, publish, draft."""
    from functions.jobs.processing import take_message
    from functions.triggers.opened import office

    with office() as desk:
        take_message(desk, msg.get_json())
