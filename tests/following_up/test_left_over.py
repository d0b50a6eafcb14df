"""What a follow-up section says remains, of tasks no minutes have told of before."""

from __future__ import annotations

from functions.model.minutes import Person
from tests.following_up.council import minutes, register, row, said, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"))


def test_what_remains_from_before_the_first_minutes_is_a_proposal() -> None:
    left = said("Uppdraget om en lathund för nya ledamöter kvarstår hos Bo", "kept", "Bo Alm")
    item = row(tell(("1.docx", minutes("2026-03-02", people=PEOPLE, follow_ups=(left,)))))
    assert (item.text, item.status, item.owners) == (left.text, "proposed", ("Bo Alm",))


def test_what_is_only_named_by_its_number_is_no_row_of_its_own() -> None:
    told = minutes("2026-03-02", people=PEOPLE, follow_ups=(said("8.2 och 8.4 kvarstår.", "kept"), said("8.6 Lathunden kvarstår.", "kept")))
    assert [item.text for item in register(tell(("1.docx", told))).items] == ["8.6 Lathunden kvarstår."]
