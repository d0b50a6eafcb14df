"""Where Azure starts: one app, every blueprint, nothing else."""

import azure.functions as func

from functions.triggers.health import blueprint as health

app = func.FunctionApp(http_auth_level=func.AuthLevel.FUNCTION)
app.register_functions(health)
