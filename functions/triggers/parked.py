"""What the queues gave up on is parked with its reason, so that no message is lost in silence."""

from __future__ import annotations

from typing import Any

import azure.functions as func

blueprint = func.Blueprint()  # type: ignore[no-untyped-call]


@blueprint.function_name("parked_changes")
@blueprint.queue_trigger(arg_name="msg", queue_name="library-changes-poison", connection="AzureWebJobsStorage")
def parked_changes(msg: func.QueueMessage) -> None:
    """A look at the library that failed again and again; the next sweep looks anew."""
    _park("library-changes", msg)


@blueprint.function_name("parked_files")
@blueprint.queue_trigger(arg_name="msg", queue_name="files-to-read-poison", connection="AzureWebJobsStorage")
def parked_files(msg: func.QueueMessage) -> None:
    """A file that could not be processed for a reason outside it."""
    _park("files-to-read", msg)


@blueprint.function_name("parked_agendas")
@blueprint.queue_trigger(arg_name="msg", queue_name="agendas-to-draft-poison", connection="AzureWebJobsStorage")
def parked_agendas(msg: func.QueueMessage) -> None:
    """A draft that could not be made."""
    _park("agendas-to-draft", msg)


def _park(queue: str, msg: Any) -> None:
    from functions.jobs.parking import park_message
    from functions.triggers.opened import office

    try:
        body = msg.get_json()
    except ValueError:
        body = None
    with office() as desk:
        park_message(desk, queue=queue, body=body, tries=msg.dequeue_count)
