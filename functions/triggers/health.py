"""Tells that the app is up and which version runs; nothing about councils."""

from __future__ import annotations

import json

import azure.functions as func

from functions import __version__

blueprint = func.Blueprint()  # type: ignore[no-untyped-call]


@blueprint.function_name("health")
@blueprint.route(route="health", methods=["GET"], auth_level=func.AuthLevel.ANONYMOUS)
def health(req: func.HttpRequest) -> func.HttpResponse:  # noqa: ARG001 - Azure passes it by this name
    """200 with the version as JSON."""
    return func.HttpResponse(json.dumps({"status": "ok", "version": __version__}), mimetype="application/json")
