"""`make serve`: the functions on this machine, over an Azurite of their own unless AzureWebJobsStorage names a storage account."""

from __future__ import annotations

import os
import signal
import sys

from functions.__main__ import main
from tests.azurite import running_azurite


def serve() -> None:
    """Run `dagordning serve`; both Ctrl-C and SIGTERM end it and Azurite."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    sys.argv = ["dagordning", "serve", *sys.argv[1:]]
    if os.environ.get("AzureWebJobsStorage"):  # noqa: SIM112 - Azure's own spelling
        main()
        return
    with running_azurite() as storage:
        os.environ["AzureWebJobsStorage"] = storage  # noqa: SIM112
        os.environ["DAGORDNING_STORAGE"] = storage
        main()


if __name__ == "__main__":
    serve()
