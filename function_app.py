"""Where Azure starts: one app, every blueprint, nothing else."""

import azure.functions as func

from functions.triggers.draft_agenda import blueprint as draft_agenda
from functions.triggers.health import blueprint as health
from functions.triggers.library_changed import blueprint as library_changed
from functions.triggers.parked import blueprint as parked
from functions.triggers.process_file import blueprint as process_file
from functions.triggers.read_changes import blueprint as read_changes
from functions.triggers.timers import blueprint as timers

app = func.FunctionApp(http_auth_level=func.AuthLevel.FUNCTION)
for blueprint in (library_changed, read_changes, process_file, draft_agenda, timers, parked, health):
    app.register_functions(blueprint)
