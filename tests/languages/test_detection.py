"""The language is told from the text; where no pack knows it nothing is read, and one question is asked."""

from __future__ import annotations

import pytest

from functions.interpreting import Hints, interpret, rules_version
from functions.interpreting.languages import detect_language
from functions.languages import available, load
from tests.interpreting.pages import page

# Invented; a few lines each of what a council of another language writes.
FOREIGN = {
    "danish": """Referat af mødet i Brugerrådet den 5. marts 2026
        Til stede: Hanne Jensen, Bo Møller, Lis Holm
        Dagsordenen blev godkendt. Der var ingen bemærkninger til referatet fra sidste møde.
        Hanne orienterede om ventetiderne, som er blevet længere end i efteråret. Det blev besluttet at nedsætte en arbejdsgruppe, der skal se på
        sagen og vende tilbage på næste møde. Bo sender et oplæg ud inden den 20. marts. Rådet bad om at få tallene for hvert sygehus.
        Lis kontakter afdelingen og spørger, hvad der er sket efter mødet i januar.""",
    "finnish": """Muistio vanhusneuvoston kokouksesta 5.3.2026
        Läsnä: Helena Virtanen, Matti Korhonen
        Puheenjohtaja avasi kokouksen ja toivotti osallistujat tervetulleiksi. Todettiin kokous päätösvaltaiseksi ja hyväksyttiin esityslista.
        Keskusteltiin palveluiden saatavuudesta ja jonotusajoista. Päätettiin pyytää selvitys hyvinvointialueelta seuraavaan kokoukseen mennessä.
        Matti Korhonen ottaa yhteyttä palvelujohtajaan ja raportoi asiasta. Sovittiin, että aihe otetaan uudelleen esille syksyllä, kun uudet ohjeet
        ovat käytettävissä ja talousarvio on hyväksytty kokouksessa. Seuraava kokous pidetään huhtikuussa samassa paikassa kuin aina ennenkin.""",
    "german": """Protokoll der Sitzung des Beirats vom 5. März 2026
        Anwesend: Hans Müller, Petra Schmidt
        Der Vorsitzende begrüßt die Anwesenden und eröffnet die Sitzung um 14 Uhr. Die Tagesordnung wird genehmigt.
        Frau Schmidt berichtet über die Wartezeiten in der Klinik, die im Herbst gestiegen sind. Der Beirat beschließt, eine Arbeitsgruppe
        einzusetzen. Herr Müller nimmt bis zum 20. März Kontakt mit der Verwaltung auf und berichtet in der nächsten Sitzung. Die Mitglieder werden
        gebeten, ihre Vorschläge einzureichen.""",
    "icelandic": """Fundargerð notendaráðs 5. mars 2026
        Mættir: Helga Jónsdóttir, Björn Einarsson
        Formaður setti fund og bauð fundarmenn velkomna. Dagskrá var samþykkt. Helga kynnti tölur um biðtíma á deildinni, sem hefur lengst frá
        hausti. Ráðið ákvað að stofna vinnuhóp. Björn hefur samband við deildarstjóra fyrir 20. mars og gerir grein fyrir málinu á næsta fundi.
        Ekki var tekin ákvörðun um önnur mál og verða þau rædd síðar þegar fleiri geta mætt á fundinn og gögnin liggja fyrir.""",
    "dutch": """Notulen van de vergadering van 5 maart 2026
        Aanwezig: Jan de Vries, Anna Bakker
        De voorzitter opent de vergadering en heet iedereen welkom. De agenda wordt vastgesteld. Anna vertelt over de wachttijden in het
        ziekenhuis, die sinds het najaar zijn gestegen. De raad besluit om een werkgroep in te stellen. Jan neemt contact op met de afdeling en komt
        hier in de volgende vergadering op terug. Het verslag was nog niet klaar en wordt later rondgestuurd.""",
}


@pytest.mark.parametrize("code", available())
def test_minutes_are_read_in_their_own_language(code: str) -> None:
    pack = load(code)
    said = " ".join(rule["example"] for rule in pack.sections["rules"] if "example" in rule)
    assert detect_language(page(str(pack.table("examples")["minutes"]).replace("{}", said))) == code


@pytest.mark.parametrize("language", FOREIGN)
def test_of_a_language_that_no_pack_knows_nothing_is_read_and_one_question_is_asked(language: str) -> None:
    minutes = interpret(page(FOREIGN[language]))
    assert (minutes.document.language, minutes.document.status) == (None, "needs_a_look")
    assert (minutes.people, minutes.items, minutes.decisions, minutes.actions, minutes.postponed, minutes.next_meetings) == ((), (), (), (), (), ())
    assert (minutes.meeting.date, minutes.meeting.body) == (None, None)
    assert [(doubt.code, doubt.question.split(".")[0]) for doubt in minutes.doubts] == [
        ("unknown_language", "Anteckningen är skriven på ett språk som inte läses än")
    ]


def test_the_question_about_the_language_is_asked_once_only() -> None:
    document = page(FOREIGN["finnish"])
    doubt = interpret(document).doubts[0]
    assert interpret(document, hints=Hints(answers={doubt.id: "Sett"})).doubts == ()


def test_a_few_words_are_too_few_to_say_that_no_pack_knows_their_language() -> None:
    assert detect_language(page("Bo Alm\nCia Dahl")) == "sv"


def test_a_list_of_names_is_told_by_its_labels() -> None:
    names = ", ".join(f"Bo Alm{letter}, Cia Dahl{letter}" for letter in "abcdefghijklmnopq")
    assert detect_language(page(f"Minutes\nVenue: Linden\nApologies: Eva Holm\nAttendees: {names}")) == "en"
    assert detect_language(page(f"Referat\nMøtested: Linden\nForfall: Eva Holm\nTil stede: {names}")) == "nb"


def test_files_are_read_anew_when_the_words_of_any_pack_change() -> None:
    assert rules_version() != rules_version(load("sv"))
    assert len({rules_version(), *(rules_version(load(code)) for code in available())}) == len(available()) + 1


# Telegraphic minutes: hardly one small word a line.
TERSE = {
    "sv": (
        """# Hygienråd
        260311 13-14.10, biblioteket. Ordf Ebba Lind. Ant Ulf Brodd. Övr: Göte Palm, Lisen Stål. Ej: Rolf Dyr
        - Fg anteckningar: handsprit levererad, affisch klar, enkät ej skickad, Ulf ansv
        - Basal hygien: följsamhet 71 %, mål 90. Op bäst, akuten sämst. Mätning igen v 20 (Lisen)
        - Städ: ny entreprenör 1/5. Golvvård kvällstid. Göte kontrakt
        - Kateter: 4 infektioner, 2 avd 5. Lisen genomgång journaler -> maj
        - Kläder: kortärmat, klocka bort. Påminnelse APT alla avd
        - Inköp plasthandskar: leverantör byter storlek, tester klara, ok. Övr: studiebesök 3 juni, kaffemaskin nej. Nästa 13/5""",
        """# Läkemedelsgruppen
        5/3 kl 9-10 rum 4. Leder: Anna Berg. Skriver: Bo Ek. Närv: Cia Dahl, Dan Fors, Eva Gran
        1. Prot: godkänt
        2. Restlista: 14 preparat slut, värst ögondroppar, antibiotika oral lösning. Cia dialog apotek
        3. Svinn: 41 tkr kv 1, kylvaror hälften. Ny temploggare avd 3, avd 6. Dan beställer
        4. Avvikelser: 22 st, varav 9 fel dos, 5 utebliven, 3 förväxling. Inga allvarliga
        5. Generika: utbyte klart utom insulin. Läkarmöte 18/3 Anna
        6. Delegering: 61 giltiga, 8 utgångna. Chefer kontrollerar, klart 1 april
        7. Vaccin: kylskåp larm två ggr, service bokad 12/3, reserv plan 2""",
        """# Fackråd röntgen 8 april
        Anna B, Bo E, Cia D, Dan F (skriver), frånv Eva G
        Kö: MR 11 v, DT 3 v, UL 5 v. Extra lördagar maj, två labb
        Personal: två vakanser, annons ute, intervjuer v 17, Anna + Bo
        Teknik: labb 4 nere tre dagar, kylfläkt. Ny service 14/4
        Stråldos: barn-DT sänkt 18 %, protokoll klart, inläst alla maskiner
        Utbildning: kontrastkurs sex platser, Cia anmäler. Handledning ssk-stud h-27
        Kallelser: brev bort, sms-påminnelse provas två månader, utvärdering juni
        Lokaler: omklädningsrum målas, Dan nycklar. Övrigt: inget. Nästa 6 maj 8.15""",
    ),
    "nb": (
        """# Hygieneråd
        110326 13-14.10, biblioteket. Leder Ebba Lind. Ref Ulf Brodd. Forfall: Rolf Dyr. Til stede: Lise Stål, Geir Palm
        - Forrige referat: godkjent, plakat ferdig, undersøkelse ikke sendt, Ulf ansvarlig
        - Håndhygiene: 71 %, mål 90. Operasjon best, mottak dårligst. Ny måling uke 20 (Lise)
        - Renhold: ny leverandør 1/5. Gulvvask kveldstid. Geir kontrakt
        - Kateter: fire infeksjoner, to sengepost 5. Lise gjennomgang journaler mai
        - Innkjøp hansker: leverandør bytter størrelse, tester ferdige, godkjent. Neste møte 13/5, møterom 2""",
    ),
    "en": (
        """# Hygiene council
        11 March 2026 13-14.10, library. Chair Ebba Lind. Notes Ulf Brodd. Apologies: Rolf Dyr. Present: Lisa Stone, Gary Palm
        - Previous minutes: approved, poster finished, survey outstanding, Ulf responsible
        - Hand hygiene: 71 %, target 90. Theatre best, emergency worst. New audit week 20 (Lisa)
        - Cleaning: new contractor 1 May. Evening floors. Gary contract
        - Catheters: four infections, two ward 5. Lisa review records May
        - Purchase gloves: supplier changes sizes, tests complete, approved. Next meeting 13 May, meeting room 2""",
    ),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in TERSE.items() for text in texts])
def test_telegraphic_minutes_are_told_by_all_the_words_that_a_pack_knows(code: str, text: str) -> None:
    assert detect_language(page(text)) == code
