"""The evaluation counts what is right, too much and missed, and says how sure that is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from functions import errors
from functions.evaluating import Case, Count, Evaluation, evaluate, judge, render_accuracy, wilson
from functions.evaluating.matching import likeness, pair
from functions.evaluating.report import cases_in
from functions.model.minutes import Action, DateMention, FollowUp, MeetingFacts, Minutes, Tier


def told(text: str, *owners: str, due: str | None = None, rule: str = "action.commit") -> Action:
    day = DateMention(due, due, "day") if due else None
    return Action(id="a1", item="3", text=text, owners=owners, due=day, rule=rule, tier=Tier.SURE)


def minutes(*actions: Action) -> Minutes:
    from functions.model.minutes import DocumentFacts

    return Minutes(document=DocumentFacts(kind="minutes"), actions=actions)


PEOPLE = [{"name": "Åsa Ek", "attendance": "present"}]


def counts(actions: list[Action], labels: list[dict[str, Any]]) -> dict[str, Count]:
    return judge(minutes(*actions), {"people": PEOPLE, "actions": labels}).fields


def test_a_task_that_is_found_with_its_owner_is_right() -> None:
    found = counts(
        [told("Åsa kontaktar kliniken före påsk", "Åsa Ek")], [{"item": "3", "text": "Åsa kontaktar kliniken före påsk", "owners": ["Åsa Ek"]}]
    )
    assert (found["actions"], found["owners"], found["owners not invented"]) == (Count(1), Count(1), Count(1))


def test_a_missed_and_an_invented_task_are_told_apart() -> None:
    found = counts([told("Något helt annat sades här")], [{"item": "3", "text": "Åsa kontaktar kliniken före påsk", "owners": ["Åsa Ek"]}])
    assert found["actions"] == Count(0, 1, 1)


def test_a_wrong_owner_is_invented_and_none_is_only_missing() -> None:
    label = [{"item": "3", "text": "Åsa kontaktar kliniken före påsk", "owners": ["Åsa Ek"]}]
    assert counts([told("Åsa kontaktar kliniken före påsk", "Bo Alm")], label)["owners not invented"] == Count(0, 0, 1)
    nobody = counts([told("Åsa kontaktar kliniken före påsk")], label)
    assert (nobody["owners"], nobody["owners not invented"]) == (Count(0, 0, 1), Count(1))


@pytest.mark.parametrize(
    ("place", "online", "label", "right"),
    [
        (None, True, "Teams", True),
        (None, False, "Teams", False),
        (None, True, "Tallsalen och Teams", False),
        ("Tallsalen", True, "Teams", False),
        (None, True, None, True),
    ],
)
def test_a_meeting_held_only_at_a_distance_has_no_place(place: str | None, online: bool, label: str | None, right: bool) -> None:
    read = replace(minutes(), meeting=MeetingFacts(place=place, online=online))
    assert judge(read, {"meeting": {"place": label}}).fields["meeting"] == Count(int(right), missed=int(not right))


def test_a_maybe_counts_neither_for_nor_against() -> None:
    label = [{"item": "3", "text": "Åsa kontaktar kliniken före påsk", "owners": [], "maybe": True}]
    assert counts([told("Åsa kontaktar kliniken före påsk")], label)["actions"] == Count()
    assert "actions" not in counts([], label) or counts([], label)["actions"] == Count()


def test_the_same_task_twice_is_one_too_many() -> None:
    label = [{"item": "3", "text": "Åsa kontaktar kliniken före påsk", "owners": ["Åsa Ek"]}]
    assert counts([told("Åsa kontaktar kliniken före påsk", "Åsa Ek")] * 2, label)["actions"] == Count(1, 1)


def test_a_due_day_is_right_or_not() -> None:
    label = [{"item": "3", "text": "Åsa kontaktar kliniken före påsk", "owners": ["Åsa Ek"], "due": "2026-04-05"}]
    assert counts([told("Åsa kontaktar kliniken före påsk", "Åsa Ek", due="2026-04-05")], label)["due"] == Count(1)
    assert counts([told("Åsa kontaktar kliniken före påsk", "Åsa Ek", due="2026-04-06")], label)["due"] == Count(0, 0, 1)


def test_words_in_order_make_a_passage_alike() -> None:
    label = {"text": "Rådet beslutar att starta en arbetsgrupp", "alt": ["starta en grupp för arbetet"]}
    assert likeness("Rådet beslutar att starta en arbetsgrupp.", label) == 1.0
    assert likeness("starta en grupp för arbetet", label) == 1.0
    assert likeness("arbetsgrupp en starta att beslutar Rådet", label) == 0.0
    assert likeness(" ".join(["ord"] * 50), label) == 0.0


def test_a_firm_label_takes_the_place_of_a_better_fit_elsewhere() -> None:
    fits = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.7}
    taken = pair(["a", "b"], [{"text": "x"}, {"text": "y"}], lambda one, label: fits.get((one, label["text"]), 0.0))
    assert taken == {0: 1, 1: 0}


def test_the_interval_holds_the_share_and_is_wide_for_few() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(10, 10)
    assert 0.72 < low < 0.73
    assert high == pytest.approx(1.0)
    assert wilson(95, 100)[0] > wilson(19, 20)[0]


def test_a_folder_without_labels_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.BadUsage, match=r"gold\.json"):
        list(cases_in(tmp_path))


def test_test_minutes_stand_apart_and_their_errors_are_kept_apart(tmp_path: Path) -> None:
    for name, part in (("ett", "test"), ("tva", None)):
        place = tmp_path / name
        place.mkdir()
        (place / "m.docx").write_bytes(b"")
        gold = {
            "kind": "minutes",
            "part": part,
            "meeting": {"body": name},
            "actions": [{"item": "1", "text": "Åsa ringer upp kliniken nu", "owners": []}],
        }
        (place / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    evaluation = evaluate(cases_in(tmp_path), lambda path: minutes(told("Åsa ringer upp kliniken nu") if path.parent.name == "tva" else told("fel")))
    assert evaluation.fields(part="test")["actions"] == Count(0, 1, 1)
    assert evaluation.fields(part="development")["actions"] == Count(1)
    page = render_accuracy(evaluation)
    assert "## Test: 1 documents of 1 councils" in page
    assert "`action.commit` | sure | somebody does it | 1 of 2, 0.50" in page


@pytest.mark.parametrize(("other", "extra"), [(["part_done"], 0), ([], 1)])
def test_another_reading_of_how_a_task_stands_is_no_error(other: list[str], extra: int) -> None:
    found = replace(minutes(), follow_ups=(FollowUp("2", "Rutin för hembesök", status="part_done"),))
    labels = [{"item": "2", "text": "Rutin för hembesök", "status": "kept", "status_alt": other}]
    assert judge(found, {"people": PEOPLE, "follow_ups": labels}).fields["follow-ups"] == Count(extra=extra)


def test_sums_are_made_over_documents() -> None:
    case = Case("m", Path("m"), {}, "rådet")
    judged = judge(minutes(told("Åsa kontaktar kliniken före påsk")), {"actions": []})
    assert Evaluation([(case, judged), (case, judged)]).fields()["actions"] == Count(0, 2)
