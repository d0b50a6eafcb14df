"""SharePoint calls here: a handshake is echoed, a notice becomes a message; nothing else is done, since it must be answered within five seconds."""

from __future__ import annotations

import json

import azure.functions as func

from functions.jobs.notices import handshake, take_notices

blueprint = func.Blueprint()  # type: ignore[no-untyped-call]


@blueprint.function_name("library_changed")
@blueprint.route(route="library-changed", methods=["GET", "POST"], auth_level=func.AuthLevel.ANONYMOUS)
@blueprint.queue_output(arg_name="message", queue_name="library-changes", connection="AzureWebJobsStorage")
def library_changed(req: func.HttpRequest, message: func.Out[str]) -> func.HttpResponse:
    """200 with the token, 202 for notices; the caller is known by the secret that our webhooks carry, so there is no key in the address."""
    token = handshake(req.params)
    if token is not None:
        return func.HttpResponse(token, status_code=200, mimetype="text/plain")
    from functions.triggers.opened import door

    answer = take_notices(req.get_body(), door=door())
    if answer.message is not None:
        message.set(json.dumps(answer.message))
    return func.HttpResponse(answer.text, status_code=answer.status, mimetype="text/plain")
