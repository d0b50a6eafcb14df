"""A list at the end of the minutes that tells the decisions once more ("Beslut i korthet")."""

from __future__ import annotations

import pytest

from functions.interpreting.summed_up import is_same
from functions.languages import load
from functions.model.minutes import Tier
from tests.interpreting.decided_bank import decided_at, minutes_with
from tests.interpreting.pages import read

BODY = "Forumet för synvård"
AGAIN = [
    ("Efter diskussion beslutade forumet att köpa den gula lampan till väntrummet.", "Den gula lampan köps in till väntrummet."),
    ("Forumet beslutade att mötena börjar klockan nio från hösten.", "Mötena börjar klockan nio från hösten."),
    ("Vi enades om att kallelsen skickas två veckor före besöket.", "Kallelsen skickas två veckor före besöket."),
    ("Forumet beslutar att ställa in mötet i juni.", "Junimötet ställs in."),
    ("Forumet beslutade att inte delta i mässan.", "Forumet deltar inte i mässan."),
    ("Ansökan från syföreningen avslogs.", "Syföreningens ansökan avslogs."),
    ("Vi beslutade att höja avgiften till 200 kronor.", "Avgiften höjs till 200 kronor."),
    ("Efter votering beslutade vi att byta leverantör av glasögonbågar.", "Byte av leverantör av glasögonbågar."),
    ("Forumet godkände planen för öppet hus i maj.", "Planen för öppet hus i maj godkändes."),
    ("Vi tackar ja till inbjudan från optikerna.", "Ja till inbjudan från optikerna."),
]
ANOTHER = [
    ("Forumet beslutade att ställa in mötet i mars.", "Mötet i maj ställs in."),
    ("Forumet beslutade att köpa två lampor till väntrummet.", "Tre lampor köps till väntrummet."),
    ("Vi beslutade att höja avgiften till 200 kronor.", "Avgiften höjs till 300 kronor."),
    ("Forumet beslutade att delta i mässan.", "Forumet deltar inte i mässan."),
    ("Ansökan från syföreningen avslogs.", "Ansökan från körföreningen bifölls."),
    ("Forumet beslutade att måla väntrummet.", "Väntrummet möbleras om."),
    ("Vi beslutade att köpa en skylt till entrén.", "Lampan i entrén flyttas."),
    ("Forumet godkände planen för öppet hus.", "Planen för utbildning godkändes."),
    ("Kallelsen skickas två veckor före besöket.", "Svaret skickas en vecka efter besöket."),
    ("Forumet beslutar att byta möbler i väntrummet.", "Möblerna lånas ut till barnmottagningen."),
    ("Vi beslutade att förlänga avtalet med optikern till 2027.", "Avtalet med optikern sägs upp 2028."),
    ("Forumet beslutade att köpa broschyrer om synfel hos barn.", "Broschyrer om synfel hos vuxna delas ut."),
]


def test_most_of_what_is_told_again_is_known_and_nothing_else() -> None:
    pack = load("sv")
    assert sum(is_same(one, other, pack=pack) for one, other in AGAIN) >= 7
    assert [pair for pair in ANOTHER if is_same(*pair, pack=pack)] == []


@pytest.mark.parametrize("title", ["Beslut i korthet", "Sammanfattning av beslut", "Forumets beslut", "Fattade beslut"])
def test_each_decision_is_told_once_at_its_own_point_and_those_of_the_list_alone_are_kept(title: str) -> None:
    said = "Efter diskussion beslutade forumet att köpa den gula lampan till väntrummet. Eva ringer butiken."
    listed = "a) Den gula lampan köps in till väntrummet.\nb) Den gula lampan sätts upp i väntrummet.\nc) Bladet trycks på gult papper."
    page = minutes_with("Lampor", said, body=BODY).replace("# 2. Avslutning", f"# 2. {title}\n{listed}\n# 3. Avslutning")
    told = [(one.item, one.text.split()[0]) for one in read(page).decisions if one.kind == "decision"]
    assert told == [("1", "Efter"), ("2", "Den"), ("2", "Bladet")]


def test_what_was_only_proposed_at_its_point_is_sure_by_being_listed() -> None:
    said = "Bo visade två förslag. Tavlan ska hänga i hallen, kom forumet fram till."
    listed = "a) Tavlan ska hänga i hallen.\nb) Bladet trycks på gult papper."
    page = minutes_with("Tavlan", said, body=BODY).replace("# 2. Avslutning", f"# 2. Beslut i korthet\n{listed}\n# 3. Avslutning")
    found = [one for one in read(page).decisions if one.item == "1"]
    assert [(one.tier, one.rule) for one in found] == [(Tier.SURE, "decision.label")]
    assert [one.tier for one in decided_at("Tavlan", said, body=BODY)] == [Tier.PROPOSED]


def test_a_passage_of_decisions_within_a_point_is_no_list_of_the_meeting_s() -> None:
    page = minutes_with("Lampor", "Bo visade lampor.\nBeslut: Gula lampor köps till väntrummet.", body=BODY)
    page = page.replace("# 2. Avslutning", "# 2. Hallen\nBeslut: Gula lampor köps till väntrummet.\n# 3. Avslutning")
    assert [one.item for one in read(page).decisions] == ["1", "2"]
