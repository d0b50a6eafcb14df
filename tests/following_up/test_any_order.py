"""Whatever order files come in, and however often, the register is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.following_up import describe, record
from functions.model.events import Event, EventType
from functions.model.minutes import Minutes
from tests.following_up.council import TREES, approval, coming, due, file, minutes, proposal, put_off, register, said, standing, task

PEOPLE = ("Asta Ek", "Bo Alm", "Cilla Lind")
DEEDS = (
    "mäter ekarna vid torget",
    "mäter ekarna vid kyrkan",
    "räknar almarna i stadsparken",
    "återkopplar till rådet",
    "ordnar en bänk vid dammen till våren",
)
TITLES = ("Öppnande", "Lekplatsen", "Dammen", "Almsjuka", "Övriga frågor")
DAYS = [date(2026, 1, 5) + timedelta(weeks=4 * n) for n in range(8)]

owners = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True)
dues = st.none() | st.sampled_from(DAYS).map(lambda day: due(day.isoformat())) | st.just(due(None, "nästa möte", "next_meeting"))
tasks = st.builds(lambda deed, who, by: task(f"{' och '.join(who)} {deed}", *who, by=by), st.sampled_from(DEEDS), owners, dues)
statements = st.builds(
    lambda deed, who, status: said(f"{deed}: {status}", status, *who),
    st.sampled_from(DEEDS),
    owners,
    st.sampled_from(["done", "part_done", "kept", "dropped", "mentioned"]),
)
deferrals = st.builds(
    lambda item, kind, until: put_off("Frågan tas upp igen", item=item, kind=kind, until=until),
    st.sampled_from("12345"),
    st.sampled_from(["tabled", "returned", "deferred", "parked"]),
    dues,
)
announcements = st.builds(
    lambda day, topics, moved: coming(day.isoformat(), topics=tuple(topics), moved_from=moved and moved.isoformat()),
    st.sampled_from(DAYS),
    st.lists(st.sampled_from(["Budget", "Skötselplan"]), max_size=2, unique=True),
    st.none() | st.sampled_from(DAYS),
)


def written(day: date) -> st.SearchStrategy[Minutes]:
    return st.builds(
        lambda titles, acts, words, later, ahead, approves, extra: minutes(
            day.isoformat(),
            titles=titles,
            actions=tuple(replace(act, id=f"a{n}") for n, act in enumerate(acts)),
            follow_ups=tuple(words),
            postponed=tuple(later),
            next_meetings=tuple(ahead),
            decisions=(approval(),) if approves else (),
            standing=(standing("Väder ska vara en stående punkt"),) if extra else (),
            consultations=(proposal("Remiss om stadens träd besvaras i maj"),) if extra else (),
        ),
        st.permutations(TITLES),
        st.lists(tasks, max_size=3),
        st.lists(statements, max_size=3),
        st.lists(deferrals, max_size=2),
        st.lists(announcements, max_size=2),
        st.booleans(),
        st.booleans(),
    )


@st.composite
def series(draw: st.DrawFn) -> list[Minutes]:
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=5, unique=True))
    return [draw(written(day)) for day in sorted(days)]


def log_of(readings: list[Minutes]) -> tuple[Event, ...]:
    log: tuple[Event, ...] = ()
    for one in readings:
        log += record(one, file=file(f"{one.meeting.date}.docx"), council=TREES, events=log)
    return log


@settings(max_examples=150, deadline=None)
@given(series(), st.randoms(use_true_random=False))
def test_files_in_any_order_give_the_same_register(readings: list[Minutes], chance):
    expected = register(log_of(readings))
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert register(log_of(shuffled)) == expected


@settings(max_examples=100, deadline=None)
@given(series(), st.randoms(use_true_random=False))
def test_the_order_of_the_log_does_not_matter(readings: list[Minutes], chance):
    log = log_of(readings)
    shuffled = list(log)
    chance.shuffle(shuffled)
    assert register(shuffled) == register(log)
    assert register((*log, *shuffled)) == register(log)


@settings(max_examples=60, deadline=None)
@given(series())
def test_a_second_run_over_the_same_files_appends_nothing(readings: list[Minutes]):
    log = log_of(readings)
    for one in readings:
        assert record(one, file=file(f"{one.meeting.date}.docx"), council=TREES, events=log) == ()


@settings(max_examples=60, deadline=None)
@given(series(), st.data())
def test_a_run_that_dies_anywhere_and_starts_again_ends_the_same(readings: list[Minutes], data):
    whole = log_of(readings)
    kept = whole[: data.draw(st.integers(0, len(whole)))]
    for one in readings:
        known = {event.id for event in kept}
        kept += tuple(event for event in record(one, file=file(f"{one.meeting.date}.docx"), council=TREES, events=kept) if event.id not in known)
    assert describe(register(kept)) == describe(register(whole))


@settings(max_examples=100, deadline=None)
@given(series(), st.randoms(use_true_random=False), st.sampled_from(["done", "open", "not_a_task", "part_done"]))
def test_a_persons_word_survives_every_order(readings: list[Minutes], chance, status: str):
    expected = register(log_of(readings))
    if not expected.items:
        return
    key = chance.choice(expected.items).key
    word = Event("e1", TREES.key, EventType.EDITED, key=key, by="Malin", at="2026-12-01T10:00:00", data={"field": "status", "value": status})
    shuffled = list(readings)
    chance.shuffle(shuffled)
    late = (*log_of(shuffled[:1]), word)
    for one in shuffled[1:]:
        late += record(one, file=file(f"{one.meeting.date}.docx"), council=TREES, events=late)
    assert {item.key: item.status for item in register(late).items}[key] == status
    assert register(late) == register((*log_of(readings), word))


@settings(max_examples=60, deadline=None)
@given(series(), st.data())
def test_every_reading_and_editing_of_a_file_leaves_only_its_last_wording(readings: list[Minutes], data):
    log = log_of(readings)
    index = data.draw(st.integers(0, len(readings) - 1))
    day = date.fromisoformat(readings[index].meeting.date or "")
    other = data.draw(written(day))
    name = file(f"{day}.docx")
    for one in (other, readings[index]):
        log += record(one, file=name, council=TREES, events=log)
    assert describe(register(log)) == describe(register(log_of(readings)))
