"""What no rule knows is weighed: each sign with a sentence for it and one like it that decides nothing. All invented."""

from __future__ import annotations

import pytest

from functions.interpreting import decision_signs
from functions.interpreting.decision_signs import words_in
from functions.interpreting.weighed_decisions import BOUND, RULE, WEIGHTS, weigh
from functions.languages import LanguagePack, load
from functions.model.minutes import Decision, Tier
from tests.interpreting.pages import ROSTER, read

PACK = load("sv")


def weighed(body: str) -> list[Decision]:
    return [decision for decision in read(f"{ROSTER}{body}").decisions if decision.rule == RULE]


def texts(title: str, *lines: str) -> list[str]:
    return [decision.text for decision in weighed(f"# 1. {title}\n" + "\n".join(lines) + "\n# 2. Övrigt\nInget.\n")]


DECIDED = [
    ("Höstens kurs", "Två förslag på upplägg diskuterades.", "Till slut blir det en halvdag i november."),
    ("Jourtelefon", "Behovet diskuterades.", "Till slut blev det tre kvällar i veckan från september, på prov till årsskiftet."),
    ("Provtagning", "Antingen kväll eller lördag.", "Därför blir det kvällar från 1 oktober, tills vidare."),
    ("Vice ordförande", "Greta slutar i juni.", "Ny vice ordförande från 1 juli: Nils Bark."),
    ("Utställning", "Ett förslag om ballonger kom upp.", "Däremot köper vi inga ballonger i år."),
    ("Enkät", "Förslaget diskuterades länge.", "Alla utom Sten var med på att enkäten görs på papper i år."),
]  # fmt: skip
NOT_DECIDED = [
    ("Höstens kurs", "Två förslag på upplägg diskuterades.", "Många tyckte att halvdagen i november var givande."),
    ("Broschyr", "Den gamla broschyren har tryckts i 400 exemplar sedan våren."),
    ("Jourtelefon", "Telefonen har varit bemannad tre kvällar i veckan sedan september."),
    ("Provtagning", "Lördagar brukar vara lugna, berättade Bo Alm."),
    ("Vice ordförande", "Greta undrade om någon vill ta över efter sommaren?"),
    ("Utställning", "Regionen räknar med 300 besökare och 12 procent fler än i fjol."),
    ("Enkät", "Svarsfrekvensen ökade till 61 procent, vilket är bra."),
    ("Information", "Kommunerna planerar en gemensam utbildning under våren."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "before", "sentence"), DECIDED)
def test_a_sentence_that_the_signs_speak_for_is_proposed_as_a_decision(title: str, before: str, sentence: str) -> None:
    minutes = read(f"{ROSTER}# 1. {title}\n{before} {sentence}\n# 2. Övrigt\nInget.\n")
    told = [decision for decision in minutes.decisions if decision.text.rstrip(".") == sentence.rstrip(".")]
    assert [decision.tier for decision in told] == [Tier.PROPOSED]


@pytest.mark.parametrize("lines", NOT_DECIDED, ids=lambda lines: lines[0])
def test_what_is_told_thought_planned_or_counted_is_not_proposed(lines: tuple[str, ...]) -> None:
    assert texts(*lines) == []


def test_a_cell_under_a_head_that_tells_what_became_of_a_matter_is_proposed() -> None:
    kept = "Inga ändringar, ordningen gäller tills vidare"
    table = f"| Ärende | Diskussion | {{}} |\n| Tätare ronder | Två sätt togs upp. | Varje tisdag |\n| Ny vagn | Dyr. | {kept} |\n"
    told = weighed(f"# 1. Önskemål\n{table.format('Resultat')}")
    assert [decision.text for decision in told] == ["Varje tisdag", kept]
    assert weighed(f"# 1. Önskemål\n{table.format('När')}") == []


def test_a_weighed_decision_quotes_its_very_words_with_what_stands_before_the_colon() -> None:
    found = weighed("# 1. Vice ordförande\nGreta slutar i juni. Därför blir det från 1 juli: tisdagar.\nSven lämnar också.\n")
    assert [decision.text for decision in found] == ["Därför blir det från 1 juli: tisdagar."]
    assert all(quote.text == decision.text for decision in found for quote in decision.quotes)


@pytest.mark.parametrize(
    "sentence", ["Bo Alm köper in en ny vagn senast den 3 april.", "Ärendet bordläggs till nästa möte.", "Nästa möte hålls 3 juni 2026."]
)
def test_a_task_a_deferral_and_a_coming_meeting_are_not_weighed_too(sentence: str) -> None:
    assert texts("Inköp", "Förslaget diskuterades.", sentence) == []


def test_what_rules_tell_is_not_told_twice() -> None:
    minutes = read(f"{ROSTER}# 1. Vagn\nRådet beslutade att köpa en ny vagn från 1 mars.\n")
    assert len(minutes.decisions) == 1
    assert minutes.decisions[0].rule != RULE


@pytest.mark.parametrize("sentence", ["Rådet tackar Bo Alm.", "Votering: 5 för, 2 emot. Bifall."])
def test_thanks_and_a_word_that_only_confirms_the_decision_before_it_are_not_weighed(sentence: str) -> None:
    assert texts("Motion 3", "Förslaget diskuterades.", sentence) == []


def test_every_weight_is_of_a_sign_and_the_bound_lies_near_even_odds() -> None:
    words = PACK.table("weighed")
    named = {name.partition(": ")[2] or name for name in WEIGHTS}
    assert named & set(words) >= {"agreed", "turns", "outcome_columns", "told_titles", "deciding"}
    assert 0.3 < BOUND < 0.7
    assert weigh({}) == 0.5
    assert weigh({"always": 1.0}) < BOUND / 2


def test_words_are_found_whole_in_phrases_and_by_their_stem() -> None:
    found = words_in(["till", "slut", "var", "alla", "utom", "karin", "eniga", "om", "turordningen", "från", "1", "juni"], pack=PACK)
    assert found["turns"] == [0]
    assert found["agreed"] == [3, 6]
    assert found["choosing"] == [8]
    assert "habits" not in found


def test_a_pack_without_words_weighs_nothing() -> None:
    assert words_in(["till", "slut"], pack=LanguagePack("xx", {})) == {}
    assert load("en").words("weighed", "deciding") == ()


def test_signs_are_seen_in_one_pass_however_long_a_sentence_is() -> None:
    assert decision_signs.words_in(["från"] * 5000, pack=PACK)["from"] == list(range(5000))
