"""Drafts one council's next agenda when it is due."""

from __future__ import annotations

import azure.functions as func

blueprint = func.Blueprint()  # type: ignore[no-untyped-call]


@blueprint.function_name("draft_agenda")
@blueprint.queue_trigger(arg_name="msg", queue_name="agendas-to-draft", connection="AzureWebJobsStorage")
def draft_agenda(msg: func.QueueMessage) -> None:
    """Bring the council's lists and draft up to date."""
    from functions.jobs.drafting import take_message
    from functions.triggers.opened import office

    with office() as desk:
        take_message(desk, msg.get_json())
