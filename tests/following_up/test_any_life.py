"""A council's files and people in any life: files come in any order, are written anew, renamed, deleted, restored, doubled; people change, put
together, divide and take back. 300 lives in `make test`; thousands in `make soak`."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule

from functions.following_up import projecting, record, stages, withdraw
from functions.following_up.people_events import last_statuses
from functions.following_up.readings import read_log
from functions.following_up.row_edits import Speaker, edit_file, edit_point, merge_point, split_point
from functions.following_up.undoing import last_act, undo
from functions.model.events import Event
from functions.model.library import LibraryFile
from functions.model.minutes import Minutes
from functions.model.register import OpenItem, Register
from tests.following_up.council import TREES, register
from tests.following_up.test_any_order import DAYS, written

papers = st.sampled_from(DAYS[:6]).flatmap(written)
PHASES = [Phase.generate]
SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"


class Life(RuleBasedStateMachine):
    """The log as it grows, and beside it what lies in the folder."""

    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.log: tuple[Event, ...] = ()
        self.there: dict[str, tuple[str, Minutes]] = {}  # by file id: its path and what it says
        self.gone: dict[str, tuple[str, Minutes]] = {}
        self.plain = True  # each file was only ever read with one wording, and one file tells of each day
        self.said: list[Event] = []
        self.hands = 0

    def read(self, identity: str) -> None:
        path, one = self.there[identity]
        self.log += record(one, file=LibraryFile(identity, path), council=TREES, events=self.log)

    def now(self) -> Register:
        return register(self.log)

    def say(self, *events: Event) -> None:
        self.said += events
        self.log += events

    def speaker(self) -> Speaker:
        self.hands += 1
        return Speaker("Malin", f"2027-01-01T10:00:{self.hands:06}")

    def chosen(self, number: int) -> OpenItem | None:
        items = self.now().items
        return items[number % len(items)] if items else None

    @initialize(target=files, one=papers)
    def first(self, one: Minutes) -> str:
        return self.come(one)

    @rule(target=files, one=papers)
    def come(self, one: Minutes) -> str:
        identity = f"f{len(self.there) + len(self.gone)}"
        self.plain &= all(one.meeting.date != other.meeting.date for _, other in (*self.there.values(), *self.gone.values()))
        self.there[identity] = (f"{identity}.docx", one)
        self.read(identity)
        return identity

    @rule(identity=files, one=papers)
    def write_anew(self, identity: str, one: Minutes) -> None:
        if identity in self.there:
            path, before = self.there[identity]
            self.plain = False
            self.there[identity] = (path, replace(one, meeting=replace(one.meeting, date=before.meeting.date)))
            self.read(identity)

    @rule(identity=files)
    def read_again(self, identity: str) -> None:
        if identity in self.there:
            before = len(self.log)
            self.read(identity)
            assert len(self.log) == before

    @rule(identity=files)
    def rename(self, identity: str) -> None:
        if identity in self.there:
            path, one = self.there[identity]
            self.there[identity] = (f"ny {path}", one)
            self.read(identity)

    @rule(identity=files)
    def delete(self, identity: str) -> None:
        if identity in self.there:
            self.gone[identity] = self.there.pop(identity)
            self.log += withdraw(LibraryFile(identity, self.gone[identity][0]), council=TREES, events=self.log, reason="deleted")

    @rule(identity=files)
    def restore(self, identity: str) -> None:
        if identity in self.gone:
            self.there[identity] = self.gone.pop(identity)
            self.read(identity)

    @rule(identity=consumes(files))
    def double(self, identity: str) -> None:
        if identity in self.there:
            self.plain = False
            copy = f"{identity} kopia"
            self.there[copy] = (f"Kopia av {self.there[identity][0]}", self.there[identity][1])
            before = {item.key for item in self.now().items}
            self.read(copy)
            assert {item.key for item in self.now().items} == before

    @rule(number=st.integers(0, 30), status=st.sampled_from(["done", "open", "not_a_task", "part_done"]))
    def set_status(self, number: int, status: str) -> None:
        item = self.chosen(number)
        if item is not None:
            self.say(edit_point(self.speaker(), council=TREES.key, key=item.key, field="status", value=status))
            assert {one.key: one.status for one in self.now().items}[item.key] == status

    @rule(number=st.integers(0, 30))
    def give_to_somebody_else(self, number: int) -> None:
        item = self.chosen(number)
        if item is not None:
            self.say(edit_point(self.speaker(), council=TREES.key, key=item.key, field="owner", value=["Dag Holm"]))
            assert {one.key: one.owners for one in self.now().items}[item.key] == ("Dag Holm",)

    @rule(number=st.integers(0, 30), other=st.integers(0, 30))
    def put_together(self, number: int, other: int) -> None:
        one, into = self.chosen(number), self.chosen(other)
        if one is not None and into is not None and one.key != into.key:
            count = len(self.now().items)
            self.say(merge_point(self.speaker(), one, into=into))
            assert len(self.now().items) == count - 1

    @rule(number=st.integers(0, 30))
    def divide(self, number: int) -> None:
        item = self.chosen(number)
        if item is not None:
            count = len(self.now().items)
            self.say(*split_point(self.speaker(), item, texts=["Den ena delen", f"Den andra delen {self.hands}"]))
            assert len(self.now().items) == count + 1

    @rule(identity=files, governs=st.sampled_from([True, False, None]))
    def choose_version(self, identity: str, governs: bool | None) -> None:
        self.plain = False
        self.say(edit_file(self.speaker(), council=TREES.key, file_id=identity, field="governing", value=governs))

    @rule(number=st.integers(0, 30))
    def say_and_take_back(self, number: int) -> None:
        item = self.chosen(number)
        if item is not None:
            before = self.now()
            self.say(edit_point(self.speaker(), council=TREES.key, key=item.key, field="status", value="dropped"))
            self.say(*undo(self.speaker(), last_act(self.log)))
            assert self.now() == before

    @precondition(lambda self: self.log)
    @rule(chance=st.randoms(use_true_random=False))
    def replay_in_any_order(self, chance) -> None:
        shuffled = list(self.log)
        chance.shuffle(shuffled)
        assert register(tuple(shuffled)) == self.now()
        assert register((*self.log, *shuffled)) == self.now()

    @invariant()
    def no_key_is_given_twice(self) -> None:
        keys = [item.key for item in self.now().items]
        assert len(keys) == len(set(keys))

    def teardown(self) -> None:
        found = self.now()
        stages.forget_stages()
        projecting._latest.clear()
        assert register(list(self.log)) == found
        self.a_persons_word_stands(found)
        if self.plain and not self.gone:
            self.as_if_in_the_order_of_the_meetings(found)

    def a_persons_word_stands(self, found: Register) -> None:
        statuses = {item.key: item.status for item in found.items}
        log = read_log(self.log, council=TREES.key)
        merged = {event.key for event in log.events if event.data.get("field") == "merged_into"}
        told = {key: status for key, status in last_statuses(log).items() if key in statuses and not merged}
        # Where two rows turned out to be one, what was said last of either is said of it.
        of_others = {status for key, status in last_statuses(log).items() if key not in statuses}
        assert {key: status for key, status in told.items() if str(statuses[key]) not in {status, *of_others}} == {}

    def as_if_in_the_order_of_the_meetings(self, found: Register) -> None:
        ordered: tuple[Event, ...] = ()
        for identity, (path, one) in sorted(self.there.items(), key=lambda entry: entry[1][1].meeting.date or ""):
            ordered += record(one, file=LibraryFile(identity, path), council=TREES, events=ordered)
        assert register((*ordered, *self.said), now=date(2026, 12, 31)) == found


Life.TestCase.settings = settings(max_examples=3000 if SOAK else 300, stateful_step_count=10, deadline=None, phases=PHASES)
TestAnyLife = Life.TestCase
