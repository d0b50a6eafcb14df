"""Brings queue messages and the clock to the functions, as the Functions host does: tries, waits between them, and the poison queue.

This is ours and imitates the host, which does not run outside Microsoft's own program; the figures come from host.json.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from azure.core.exceptions import AzureError, ResourceExistsError, ResourceNotFoundError
from azure.storage.queue import QueueClient, QueueServiceClient, TextBase64DecodePolicy, TextBase64EncodePolicy

from functions.commands.serving.registered import Functions, Message, Registered, Result
from functions.commands.serving.schedules import read_schedule
from functions.state.queues import POISON

_HIDDEN = 600  # seconds for which the host hides a message while a function works on it
_RARER = 5  # how much rarer the looks at a queue become that stays empty
_log = logging.getLogger(__name__)


class Pump:
    """Queues and timers of some functions. host: the settings in host.json; pace: how much shorter the wait between two tries is than there."""

    def __init__(self, functions: Functions, *, queues: QueueServiceClient, host: Mapping[str, Any] | None = None, pace: float = 1.0) -> None:
        """Asks nothing yet."""
        told = (host or {}).get("extensions", {}).get("queues", {})
        self._functions = functions
        self._queues = queues
        self._tries = int(told.get("maxDequeueCount", 5))
        self._pause = round(_seconds(str(told.get("visibilityTimeout", "00:00:00"))) / pace)
        self._batch = int(told.get("batchSize", 16))
        self._busiest: str | None = None
        self._stirred = threading.Condition()
        self._stirs = 0

    def waiting(self) -> int:
        """How many messages stand in the queues that functions listen to: to be seen, hidden for a while, or being handled."""
        return sum(self._depth(name) for name in self._names())

    def rest(self, seconds: float, *, since: int) -> int:
        """Wait that long, or until something has been put into a queue or taken out of one since that count of it; the count now."""
        with self._stirred:
            self._stirred.wait_for(lambda: self._stirs != since, timeout=seconds)
            return self._stirs

    def stir(self) -> None:
        """Let nobody rest: something has come or gone, or all is over."""
        with self._stirred:
            self._stirs += 1
            self._stirred.notify_all()

    def is_idle(self) -> bool:
        """Whether `waiting` is 0; asks no more than the one queue that had messages last, as long as it has."""
        names = sorted(self._names(), key=lambda name: name != self._busiest)
        self._busiest = next((name for name in names if self._depth(name)), None)
        return self._busiest is None

    def write(self, function: Registered, result: Result) -> None:
        """Put what a function left in its output bindings into their queues."""
        for parameter, text in result.outputs.items():
            self._send(str(function.outputs[parameter]["queueName"]), text)

    def turn(self) -> int:
        """Give each queue function what can be seen in its queue now; how many messages were handled."""
        return sum(self.turn_one(one) for one in self._functions.all() if one.kind == "queue")

    def turn_one(self, function: Registered) -> int:
        """Give one queue function what can be seen in its queue now; how many messages were handled."""
        queue = self._queue(str(function.trigger["queueName"]))
        try:
            received = list(queue.receive_messages(max_messages=self._batch, visibility_timeout=_HIDDEN, messages_per_page=self._batch))
        except ResourceNotFoundError:
            return 0
        for told in received:
            self._handle(function, queue, told)
            self.stir()
        return len(received)

    def tick(self, name: str, *, late: bool = False) -> None:
        """Run a timer function now. What it raises is logged: the host does not try a timer again."""
        function = next(one for one in self._functions.all() if one.name == name)
        try:
            self.write(function, self._functions.call_timer(name, late=late))
        except Exception:  # noqa: BLE001 - whatever a function raises, the host goes on
            _log.exception("timer %s failed", name)

    def _handle(self, function: Registered, queue: QueueClient, told: Any) -> None:
        try:
            result = self._functions.call_queue(function.name, Message(str(told.id), str(told.content), int(told.dequeue_count)))
            self.write(function, result)
        except Exception:  # noqa: BLE001 - whatever a function raises, the host goes on
            _log.exception("%s failed, try %s of %s", function.name, told.dequeue_count, self._tries)
            if told.dequeue_count < self._tries:
                queue.update_message(told, visibility_timeout=self._pause)
                return
            self._send(str(function.trigger["queueName"]) + POISON, str(told.content))
        with suppress(ResourceNotFoundError):  # seen by another, since it took too long
            queue.delete_message(told)

    def _send(self, name: str, text: str) -> None:
        queue = self._queue(name)
        try:
            queue.send_message(text)
        except ResourceNotFoundError:
            with suppress(ResourceExistsError):
                queue.create_queue()
            queue.send_message(text)
        self.stir()

    def _names(self) -> list[str]:
        return [str(one.trigger["queueName"]) for one in self._functions.all() if one.kind == "queue"]

    def _depth(self, name: str) -> int:
        try:
            return int(self._queue(name).get_queue_properties().approximate_message_count or 0)
        except ResourceNotFoundError:
            return 0

    def _queue(self, name: str) -> QueueClient:
        return self._queues.get_queue_client(name, message_encode_policy=TextBase64EncodePolicy(), message_decode_policy=TextBase64DecodePolicy())


def run_pump(
    pump: Pump, functions: Functions, *, stop: threading.Event, polling: float, pace: float, clock: Callable[[], datetime]
) -> list[threading.Thread]:
    """A thread for each queue function, and one for the timers, until `stop`.

    polling: seconds between looks at a queue that has just become empty; as it stays so, they become as rare as _RARER tells; pace: seconds on the
    timers' clock in a real one.
    """
    jobs: list[Callable[[], None]] = [lambda one=one: _listen(pump, one, stop, polling) for one in functions.all() if one.kind == "queue"]  # type: ignore[misc]
    jobs.append(lambda: _keep_time(pump, functions, stop, pace, clock))
    threads = [threading.Thread(target=job, name="pump", daemon=True) for job in jobs]
    for thread in threads:
        thread.start()
    return threads


def _listen(pump: Pump, function: Registered, stop: threading.Event, polling: float) -> None:
    pause, stirs = polling, 0
    while not stop.is_set():
        try:
            handled = pump.turn_one(function)
        except AzureError:
            _log.exception("the queue of %s does not answer", function.name)
            handled = 0
        if handled:
            pause = polling
            continue
        before, stirs = stirs, pump.rest(pause, since=stirs)
        pause = polling if stirs != before else min(2 * pause, _RARER * polling)


def _keep_time(pump: Pump, functions: Functions, stop: threading.Event, pace: float, clock: Callable[[], datetime]) -> None:
    """Timers by their schedules, on a clock that goes `pace` times as fast as the real one."""
    began, start = clock(), time.monotonic()
    due = {one.name: read_schedule(str(one.trigger["schedule"])) for one in functions.all() if one.kind == "timer"}
    following = {name: schedule.after(began) for name, schedule in due.items()}
    while not stop.wait(min(1.0, 1.0 / pace)):
        now = began + timedelta(seconds=(time.monotonic() - start) * pace)
        for name, moment in following.items():
            if moment <= now:
                following[name] = due[name].after(now)
                pump.tick(name)


def _seconds(text: str) -> float:
    hours, minutes, seconds = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def read_host(text: str) -> dict[str, Any]:
    """The settings in host.json."""
    told: dict[str, Any] = json.loads(text)
    return told
