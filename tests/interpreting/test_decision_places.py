"""Where councils put their decisions: points whose number has a line of its own, labels with brackets, columns, rows below a title, and lists."""

from __future__ import annotations

from textwrap import dedent

import pytest

from functions.interpreting.own_body import find_own_body
from functions.languages import load
from tests.interpreting.pages import ROSTER, read

DIRECTION = """
    Norra Kustens samkommun för vård → Protokoll → 3/2026
    Direktionen
    Sammanträdestid: 12.3.2026 kl. 13.00–15.40
    Sammanträdesplats: Mötesrum Fyren, Hamngatan 4
    Närvarande
    Rut Ask, ordförande
    Bo Alm, vice ordförande
    Cia Dahl
    Frånvarande: Olle Brandt
    Mötets laglighet och beslutförhet
    § 12
    Beslutsförslag:
    Direktionen konstaterar att mötet är stadgeenligt sammankallat och beslutfört.
    Beslut:
    Godkändes.
    Protokolljustering
    § 13
    Beslutsförslag:
    Till protokolljusterare väljs Cia Dahl och Bo Alm.
    Beslut:
    Enligt förslaget.
    Upphandling av transporttjänster
    § 14
    Beredning:
    Avtalet om transporter löper ut 31.12.2026. Tre anbud inkom.
    Beslutsförslag:
    Direktionen beslutar
    1. att anta anbudet från Kustbuss Ab
    2. att befullmäktiga direktören att underteckna avtalet.
    Beslut:
    Direktionen beslöt enligt förslaget.
    Delgivning/Anvisning om ändringssökande: Kustbuss Ab, besvärsanvisning
    Anmälningsärenden
    § 15
    Beslutsförslag (direktören): Direktionen antecknar ärendena för kännedom.
    Beslut: Direktionen antecknade ärendena för kännedom och beslöt sammankalla en arbetsgrupp om köerna.
    Mötets avslutande
    § 16
    Ordföranden avslutade mötet kl. 15.40.
"""


def told(text: str) -> list[tuple[str | None, str]]:
    return [(d.item, d.text) for d in read(dedent(text).strip()).decisions if d.kind == "decision"]


def titles(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in read(dedent(text).strip()).items]


def test_a_title_above_the_line_of_its_number_is_that_point_s() -> None:
    assert titles(DIRECTION) == [
        ("12", "Mötets laglighet och beslutförhet"),
        ("13", "Protokolljustering"),
        ("14", "Upphandling av transporttjänster"),
        ("15", "Anmälningsärenden"),
        ("16", "Mötets avslutande"),
    ]


def test_what_became_as_proposed_about_the_meeting_s_own_order_is_a_formality_and_a_second_verb_decides() -> None:
    assert told(DIRECTION) == [
        ("14", "Direktionen beslöt enligt förslaget."),
        ("15", "Direktionen antecknade ärendena för kännedom och beslöt sammankalla en arbetsgrupp om köerna."),
    ]


FRONT = "Socialnämnden i Ekby kommun\nSammanträdesprotokoll\n2026-03-18\nBeslutande: Rut Ask (S), ordförande, Bo Alm (M), Cia Dahl (C)\n"


POINTS = [("21", "Yttrande över remiss"), ("22", "Internkontroll"), ("23", "Taxor")]


def test_a_case_number_between_a_point_s_number_and_its_title_is_no_title() -> None:
    for number in ("§ {}\nDnr SN 2026/45", "§ {} Dnr SN 2026/45", "Socialnämnden § {} 18.3.2026", "§ {}   2026-03-18", "SN § {}"):
        page = FRONT + "".join(f"{number.format(n)}\n{title}\nBeslut\nNämnden antar förslaget.\n" for n, title in POINTS)
        assert titles(page) == POINTS
        assert len(told(page)) == len(POINTS)


def test_a_title_before_its_section_sign_is_no_body_s_name() -> None:
    page = FRONT + "".join(f"{title}→§ {n}\nBeslut: Nämnden antar förslaget.\n" for n, title in POINTS)
    assert titles(page) == POINTS
    page = FRONT + "".join(f"{title}\n{n} §\nBeslutsförslag: Förslaget antas.\nBeslut: Nämnden antar förslaget.\n" for n, title in POINTS)
    assert titles(page) == POINTS


ROWS = """
    Kvalitetsrådet Norr
    Minnesanteckningar 2026-02-25
    Närvarande: Rut Ask, Bo Alm, Cia Dahl, Tove Myr
    | 1. Väntetider |
    | Bakgrund | Väntetiden är fyra veckor. |
    | Beslut | Drop-in införs på tisdagar. |
    | 2. Receptförnyelse |
    | Bakgrund | Många recept blir liggande. |
    | Beslut | Recept förnyas inom två dagar. |
"""


def test_rows_below_a_row_that_holds_a_title_are_passages_of_its_point() -> None:
    assert titles(ROWS) == [("1", "Väntetider"), ("2", "Receptförnyelse")]
    assert told(ROWS) == [("1", "Drop-in införs på tisdagar."), ("2", "Recept förnyas inom två dagar.")]


COLUMN = """
    Samverkansgruppen på Eklidens folktandvård
    Protokoll 2026-02-11
    Närvarande: Rut Ask, arbetsgivare, ordförande, Bo Alm, Vision, Cia Dahl, Kommunal
    | Nr | Ärende | Beslut | Ansvarig |
    | 1 | Mötets öppnande | Rut öppnar mötet | |
    | 2 | Föregående protokoll | Läggs till handlingarna | |
    | 3 | Sommarschema | Schema B gäller v. 25–33 | |
    | 4 | Ny sterilcentral | Inväntar besked från fastighet | |
    | 5 | Riskbedömning flytt | Se punkt 3 | |
    | 6 | Övrigt | Inget | |
"""


def test_a_column_of_decisions_holds_none_where_nothing_was_decided() -> None:
    assert told(COLUMN) == [("3", "Schema B gäller v. 25–33")]


def under(title: str, lines: str) -> list[str]:
    front = "Mötesanteckningar Rådet för syn\nDatum: torsdag 5 mars 2026\n# Deltagare\nHelga Norin, ordförande\nBo Alm"
    found = read(f"{front}\n# 1. {title}\n{lines}\n# 2. Avslutning\nMötet avslutas.").decisions
    return [d.text for d in found if d.item == "1" and d.kind == "decision" and d.decided_by is None]


def test_two_decisions_on_one_line_are_two() -> None:
    assert under("Utbildning", "Beslut: Utbildningsdagen blir den 3 november. Beslut: Avgiften är 500 kronor.") == [
        "Utbildningsdagen blir den 3 november.",
        "Avgiften är 500 kronor.",
    ]


def test_a_proposal_and_its_decision_on_one_line_are_kept_apart() -> None:
    assert under("Utflykten", "Förslag: Skansen eller djurparken. Beslut: Djurparken.") == ["Beslut: Djurparken."]


def test_what_stands_behind_the_first_sentence_of_a_bullet_explains_it() -> None:
    assert under("Kameror", "Beslut:\n- Två kameror köps. De gamla är slitna.\n- Avtalet sägs upp.") == ["Två kameror köps.", "Avtalet sägs upp."]


def test_a_conclusion_that_is_an_opinion_and_the_day_of_the_next_meeting_are_no_decisions() -> None:
    assert under("Köer", "Slutsats: Väntetiden är för lång.") == []
    assert under("Köer", "Slutsats: Drop-in införs på tisdagar.") == ["Drop-in införs på tisdagar."]
    assert under("Nästa möte", "Beslut: Den 22 april kl. 13.") == []


def test_a_closing_word_alone_brings_what_it_closes() -> None:
    assert under("Uthyrning", "Lägenhet 1405: andrahandsuthyrning ett år. Avslogs.") == ["Lägenhet 1405: andrahandsuthyrning ett år. Avslogs."]
    assert under("Kameror", "Rådet beslutar att köpa två kameror. Klubbat.") == ["Rådet beslutar att köpa två kameror."]


def test_what_a_verb_before_a_colon_settles_is_told_with_it() -> None:
    said = "Följande områden prioriteras: handkirurgi och frakturer."
    assert under("Insatsområden", said) == [said]


def test_under_an_election_a_name_and_its_verb_are_enough() -> None:
    assert under("Val av representant", "Bo Alm utses.") == ["Bo Alm utses."]
    assert under("Val av justeringsperson", "Bo Alm utses.") == []


def test_a_body_s_own_matters_are_settled_by_what_becomes_of_them() -> None:
    assert under("Ekonomi", "Avgiften höjs med två procent från 1 juli.") == ["Avgiften höjs med två procent från 1 juli."]
    assert under("Bassortiment", "Utökas inte.") == ["Utökas inte."]
    assert under("Ekonomi", "Lönerna höjs med två procent från 1 juli.") == []
    assert under("Skyddsrond", "Skyddsrond genomförs vecka 22 av Helga Norin.") == []


RUN_INS = """
    **Minnesanteckningar processgruppsmöte**
    2026-03-10, kl 14.30–16.30
    Närvarande: Rut Ask, Bo Alm, Cia Dahl
    **Inledning.** Rut hälsade välkommen.
    **Uppföljning av åtgärder.**
    - Bo har publicerat listan.
    **Registerdata.** Cia visade siffrorna. Gruppen var enig om att data tas fram per kvartal.
    **Utbildningsdag.** Förslag på tema: ansiktstumörer. Alla var för.
    **Nästa möte.** Tisdag den 12 maj kl 14.30.
"""


def test_a_title_with_a_list_below_is_one_among_titles_that_open_their_text() -> None:
    assert [title for _, title in titles(RUN_INS)] == ["Inledning", "Uppföljning av åtgärder.", "Registerdata", "Utbildningsdag", "Nästa möte"]
    assert [text for _, text in told(RUN_INS)] == [
        "Gruppen var enig om att data tas fram per kvartal.",
        "ansiktstumörer. Alla var för.",
    ]


def test_another_body_is_not_this_one_when_its_own_name_tells_no_sort() -> None:
    assert "nämnden" not in find_own_body("EHT", (), pack=load("sv")).words
    assert "nämnden" in find_own_body(None, (), pack=load("sv")).words
    assert "styrelsen" in find_own_body("Föreningen Bäcken", (), pack=load("sv")).words


def test_letters_that_the_page_explains_are_labels() -> None:
    page = """
        Mötesanteckningar Rådet för syn
        Datum: 5 mars 2026
        Närvarande: Helga Norin, Bo Alm, Cia Dahl
        B = beslut, A = att göra, I = info
        # 1. Kameror
        - I Anbuden är inne
        - B Två kameror av Nordoptik
        - A Bo Alm: beställa kamerorna
        - Cia tycker att det räcker med en
        # 2. Övrigt
        Inget.
    """
    minutes = read(dedent(page))
    assert [decision.text for decision in minutes.decisions] == ["Två kameror av Nordoptik"]
    assert [action.owners for action in minutes.actions] == [("Bo Alm",)]


def test_letters_that_no_line_explains_are_none() -> None:
    page = """
        Mötesanteckningar Rådet för syn
        Datum: 5 mars 2026
        Närvarande: Helga Norin, Bo Alm, Cia Dahl
        # 1. Kameror
        - B Två kameror av Nordoptik
        # 2. Övrigt
        Inget.
    """
    assert read(dedent(page)).decisions == ()


def test_in_a_table_within_a_point_only_the_decisions_column_decides() -> None:
    page = """
        Mötesanteckningar Rådet för syn
        Datum: 5 mars 2026
        Närvarande: Helga Norin, Bo Alm, Cia Dahl
        # 1. Ansökningar
        | Nr | Sökande | Syfte | Ställningstagande |
        | 26-03 | Umeå | Studie om starr | Bifall |
        | 26-04 | Bolaget | Analys | Avslag |
        Bo Alm lämnade rummet under punkten.
        # 2. Övrigt
        Inget.
    """
    assert [decision.text for decision in read(dedent(page)).decisions] == ["Bifall", "Avslag"]


def test_what_leads_a_brief_decision_is_told_with_it() -> None:
    page = """
        Mötesanteckningar Rådet för syn
        Datum: 5 mars 2026
        Närvarande: Helga Norin, Bo Alm, Cia Dahl
        | Ärende | Beslut |
        | 1. Nätverket | Nominering: Cia. |
        | 2. Läget | Info. |
        | 3. Övrigt | Noterat. |
    """
    minutes = read(dedent(page))
    assert [decision.text for decision in minutes.decisions if decision.kind == "decision"] == ["Nominering: Cia."]


COMMITTEE = """
# Protokoll från beredningsutskottet
Datum: 5 maj 2026
Närvarande: Helga Norin, ordförande, Bo Alm, Cia Dahl
**§ 57 Tillgänglighet**
Bo Alm visar bilder.
**{}**
{}
**§ 58 Lokaler**
Cia Dahl berättar om lokalerna.
**§ 59 Avslutning**
Helga Norin avslutar mötet.
"""


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Beredningsutskottet beslutar", "Ärendet överlämnas till nämnden utan eget ställningstagande."),
        ("Beredningsutskottet beslutade enhälligt:", "Chefläkaren inbjuds till nämnden i oktober."),
        ("Utskottet beslutar", "Ärendet återkommer till utskottet den 2 juni."),
        ("Beredningsutskottets förslag till hälso- och sjukvårdsnämnden", "Medborgarförslaget avslås."),
    ],
)
def test_the_own_body_and_its_verb_on_a_line_are_the_label_of_what_follows(label: str, text: str) -> None:
    found = [one.text.rstrip(".") for one in read(COMMITTEE.format(label, text)).decisions if one.kind == "decision"]
    assert found == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Regionstyrelsen beslutar", "Ärendet överlämnas till nämnden utan eget ställningstagande."),
        ("Förvaltningens förslag till beredningsutskottet", "Avtalet förlängs med ett år."),
        ("Beredningsutskottets ledamöter", "Chefläkaren inbjuds till nämnden i oktober."),
    ],
)
def test_another_body_and_its_verb_are_not(label: str, text: str) -> None:
    assert [one.text for one in read(COMMITTEE.format(label, text)).decisions if one.kind == "decision"] == []


def test_what_answers_the_question_what_was_decided_is_a_decision() -> None:
    inline = read(f"{ROSTER}# 1. Lek\nVad bestämde vi? Att lekterapin är öppen en kväll i veckan. Bo ringer vaktmästaren.\n")
    below = read(f"{ROSTER}# 1. Lek\nDen är omtyckt.\nVad beslutade vi?\nAtt lekterapin är öppen en kväll i veckan.\n")
    other = read(f"{ROSTER}# 1. Lek\nVad tycker vi? Att lekterapin är omtyckt.\n")
    assert [[one.text for one in found.decisions] for found in (inline, below, other)] == [["Att lekterapin är öppen en kväll i veckan."]] * 2 + [[]]
