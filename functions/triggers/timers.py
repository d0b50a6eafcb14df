"""What runs by the clock: the sweep for what no notice told, and the upkeep of the webhooks."""

from __future__ import annotations

import azure.functions as func

blueprint = func.Blueprint()  # type: ignore[no-untyped-call]


@blueprint.function_name("sweep_libraries")
@blueprint.timer_trigger(arg_name="timer", schedule="0 */10 * * * *", run_on_startup=False, use_monitor=True)
def sweep_libraries(timer: func.TimerRequest) -> None:  # noqa: ARG001 - Azure passes it by this name
    """Every ten minutes; at night everything is compared."""
    from functions.jobs import sweeping
    from functions.triggers.opened import office

    with office() as desk:
        sweeping.sweep_libraries(desk)


@blueprint.function_name("keep_subscriptions")
@blueprint.timer_trigger(arg_name="timer", schedule="0 30 4 * * *", run_on_startup=False, use_monitor=True)
def keep_subscriptions(timer: func.TimerRequest) -> None:  # noqa: ARG001 - Azure passes it by this name
    """Every night: webhooks are made, renewed and checked."""
    from functions.jobs import subscriptions
    from functions.triggers.opened import office

    with office() as desk:
        subscriptions.keep_subscriptions(desk)
