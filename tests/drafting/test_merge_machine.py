"""A secretary and new minutes take turns at a draft, in any order: nothing of hers is ever lost, nothing of ours is missing or there twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from functions.drafting import render_draft
from functions.drafting.base import Base, base_of, read_base, write_base
from functions.drafting.merging import Unmergeable, merge
from functions.drafting.paper import open_paper
from functions.model.register import OpenItem, RowKind

from . import secretary
from .council import APRIL, HELD, MAY, draft, row
from .test_merging import SHAPES
from .word_files import part_of, tags_of

MATTERS = (
    "Fotvård vid diabetes",
    "Budget inför hösten",
    "Remissflöde till kliniken",
    "Kompetensförsörjning",
    "Patientenkäten",
    "Digitala vårdbesök",
)
TASKS = (
    "Sara Berg ringer kliniken",
    "Per ordnar lokal",
    "Eva räknar besöken",
    "Lena samlar in synpunkter",
    "Olle skickar ut enkäten",
    "Maja bokar föreläsare",
)
POOL: dict[str, OpenItem] = {
    f"{number:016x}": row(f"{number:016x}", RowKind.TABLED if text in MATTERS else RowKind.ACTION, text)
    for number, text in enumerate((*MATTERS, *TASKS), 1)
}
KEYS = st.sampled_from(sorted(POOL))
SOME = st.sets(KEYS, max_size=8)
WHICH = st.integers(0, 30)


class Draft(RuleBasedStateMachine):
    """file: as it stands; words: what she wrote, each a word that stands nowhere else; gone: tags of what she took away."""

    @initialize(shape=st.sampled_from(sorted(SHAPES)), keys=SOME)
    def begin(self, shape: str, keys: set[str]) -> None:
        self.template = SHAPES[shape]
        self.is_table = shape != "paragraphs"
        self.open = dict.fromkeys(keys, "")
        self.day = APRIL.date
        self.words: dict[str, str] = {}
        self.gone: set[str] = set()
        self.lost = False
        self.turns = 0
        self.file = self.ours()
        self.base = self.kept(base_of(open_paper(self.file)))

    def ours(self) -> bytes:
        rows = [replace(POOL[key], text=POOL[key].text + more) for key, more in sorted(self.open.items())]
        meeting = replace(APRIL, date=self.day, moved_from=APRIL.date if self.day != APRIL.date else None)
        return render_draft(draft(*rows, meetings=(*HELD, meeting, MAY)), template=self.template)

    @staticmethod
    def kept(base: Base) -> Base:
        return read_base(write_base(base))

    def pick(self, which: int, *, tops: bool = False) -> str | None:
        tags = secretary.tops(self.file) if tops else [tag for tag, unit in secretary.units(self.file).items() if unit.title and "meeting" not in tag]
        return tags[which % len(tags)] if tags else None

    def word(self) -> str:
        self.turns += 1
        return f"xq{self.turns}z"

    @precondition(lambda self: not self.lost)
    @rule(which=WHICH)
    def writes(self, which: int) -> None:
        tag = self.pick(which)
        if tag is not None:
            word = self.word()
            self.file = secretary.write(self.file, tag, f" {word}")
            self.words[word] = tag

    @precondition(lambda self: not self.lost)
    @rule(which=WHICH, backspace=st.booleans())
    def deletes(self, which: int, backspace: bool) -> None:
        tag = self.pick(which)
        if tag is None:
            return
        units = secretary.units(self.file)
        inside = [other for other, unit in units.items() if unit.parent == tag]
        self.file = (secretary.empty if backspace else secretary.take_away)(self.file, tag)
        self.gone |= {tag, *inside}
        self.words = {word: of for word, of in self.words.items() if of not in self.gone}

    @precondition(lambda self: not self.lost)
    @rule(which=WHICH, where=WHICH)
    def moves(self, which: int, where: int) -> None:
        tag, behind = self.pick(which, tops=True), self.pick(where, tops=True)
        if tag is not None and behind is not None and tag != behind:
            self.file = secretary.move(self.file, tag, behind=behind)

    @precondition(lambda self: not self.lost and self.is_table)
    @rule(which=WHICH)
    def adds(self, which: int) -> None:
        behind = self.pick(which, tops=True)
        if behind is not None:
            word = self.word()
            self.file = secretary.add_row(self.file, f"Egen punkt {word}", behind=behind)
            self.words[word] = ""

    @rule()
    def saves_again(self) -> None:
        self.file = secretary.save_again(self.file)

    @precondition(lambda self: not self.lost)
    @rule()
    def saves_without_controls(self) -> None:
        self.file = secretary.drop_controls(self.file)
        self.lost = True

    @rule(more=SOME, fewer=SOME, other=KEYS)
    def new_minutes_come(self, more: set[str], fewer: set[str], other: str) -> None:
        self.open = {key: text for key, text in self.open.items() if key not in fewer} | {key: self.open.get(key, "") for key in more}
        if other in self.open:
            self.open[other] = " och mer" if not self.open[other] else ""
        self.merges()

    @rule(day=st.sampled_from(["2026-04-23", "2026-04-29", "2026-05-06"]))
    def meeting_moves(self, day: str) -> None:
        self.day = day
        self.merges()

    def merges(self) -> None:
        before = [tag for tag in secretary.tops(self.file) if not secretary.units(self.file)[tag].is_empty]
        ours = self.ours()
        try:
            merged = merge(self.file, ours=ours, base=self.base)
        except Unmergeable:
            assert not set(before) & set(secretary.tops(ours)), "there was a place for everything"
            self.file, self.base = ours, self.kept(base_of(open_paper(ours)))  # a new file beside; the other stays as it is
            self.words, self.gone, self.lost = {}, set(), False
            return
        wanted, there, tags = secretary.units(ours), secretary.units(merged.data), Counter(tags_of(merged.data))
        text = "\n".join(secretary.paragraphs(merged.data))
        assert all(len(re.findall(rf"\b{word}\b", text)) == 1 for word in self.words), (self.words, text)
        for tag, unit in wanted.items():
            if tag in self.gone:
                assert self.lost or (tag not in there or there[tag].is_empty), tag
            elif unit.parent not in self.gone or tag in there:
                assert tags[tag] == 1, (tag, tags[tag], text)
                if tag not in self.words.values():
                    assert there[tag].title == unit.title
        self.gone -= {tag for tag, unit in there.items() if not unit.is_empty}  # in doubt, of a copy without controls, ours was added again
        after = [tag for tag in secretary.tops(merged.data) if tag in before]
        assert after == [tag for tag in before if tag in after]
        if self.is_table and all(number.isdigit() for number in secretary.numbers(merged.data)):
            numbers = [int(number) for number in secretary.numbers(merged.data)]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers))), numbers
        again = merge(merged.data, ours=ours, base=self.kept(merged.base))
        assert secretary.paragraphs(again.data) == secretary.paragraphs(merged.data)
        self.file, self.base, self.lost = merged.data, self.kept(merged.base), False

    @invariant()
    def the_file_is_whole(self) -> None:
        if hasattr(self, "file"):
            xml = part_of(self.file)
            ids = re.findall(r'<w:id w:val="(\d+)"/>', xml)
            assert len(ids) == len(set(ids))
            assert "<?" not in xml.replace("<?xml", "")


def test_a_line_that_she_emptied_stays_away_though_she_took_away_most_of_the_others() -> None:
    turns = Draft()
    turns.begin(shape="default", keys={f"{number:016x}" for number in (1, 2, 3, 4, 5, 9)})
    for which, backspace in ((6, True), (17, False), (18, False)):
        turns.deletes(which, backspace)
    turns.moves(which=10, where=5)
    turns.meeting_moves("2026-04-23")
    for which, backspace in ((26, False), (1, False), (14, True), (5, False)):
        turns.deletes(which, backspace)
    turns.meeting_moves("2026-04-29")
    turns.meeting_moves("2026-05-06")
    turns.moves(which=17, where=7)
    turns.moves(which=24, where=9)
    turns.deletes(15, backspace=True)
    turns.meeting_moves("2026-04-23")


def test_nothing_of_hers_is_lost_and_nothing_of_ours_is_missing_or_doubled() -> None:
    run_state_machine_as_test(Draft, settings=settings(max_examples=25, stateful_step_count=12, deadline=None))


@pytest.mark.soak
def test_nothing_is_lost_missing_or_doubled_over_many_more_turns() -> None:
    run_state_machine_as_test(Draft, settings=settings(max_examples=600, stateful_step_count=30, deadline=None))
