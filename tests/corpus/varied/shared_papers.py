"""A local group of municipality and region (three columns) and a knowledge council with assistant-like lists; both invented."""

from datetime import datetime

from docx.shared import Cm

from tests.corpus.paper import Paper

MUNICIPALITY = """
Maj-Britt Åhlander, biståndsenheten (ordförande)

Leif Tornéus, MAS

Yasmin Haidari, hemtagningsteamet

Petra Lindås, hemsjukvården
"""
REGION = """
Eivor Brännlund, Vikdals vårdcentral (för anteckningar)

Jesper Qvick, VC Norra

Sofie Alm-Rydell, Ekbackens sjukhus

Petra Hägg, Ekbackens sjukhus (via länk)
"""
ELDERLY = (
    (
        "1. Inledning",
        """
Maj-Britt hälsade välkomna. Sofie är ny efter Gunvor och presenterade sig. Inga synpunkter på anteckningarna från 22 januari.

Från förra gången: Eivor har skickat ut telefonlistan. Frågan om larmnycklar till ambulansen är kvar, Lars-Göran är inte här idag.
""",
        "-",
    ),
    (
        "2. Laget runt",
        """
Kommunen: Två korttidsplatser stängs i april. Biståndsenheten rekryterar en handläggare. Ny chef på Björkgården fr o m 1 juni.

Regionen: VC Norra flyttar in i nya lokaler v 20. Sjukhuset har haft många överbeläggningar, chefläkaren tar fram en plan.
Ekbacken ska pröva utskrivningssamtal på video.
""",
        "Info",
    ),
    (
        "3. Utskrivning på fredagar",
        """
Det händer fortfarande att patienter kommer hem sent på fredag em utan läkemedel och utan att hemsjukvården vet. Sofie visade siffror,
17 st sedan årsskiftet. Leif: det räcker med en som blir fel.

Gruppen enades om att utskrivning till korttid inte ska ske efter kl 14 på fredagar. Gäller på prov t o m augusti.
""",
        """
Skriva ner överenskommelsen på en sida och skicka till alla enheter.

Ansvarig: Sofie och Yasmin

Klart: 27 mars

Följs upp på mötet 28 maj
""",
    ),
    (
        "4. Läkemedelslista vid hemgång",
        """
Listan kommer ofta på papper i en påse. Jesper berättade att det går att skicka den digitalt från regionens system men att kommunens
system inte kan ta emot. Enligt avtalet ska listan följa med patienten. Leif har försökt få svar från leverantören sedan i höstas.
""",
        """
Jesper hör med systemförvaltningen vad som krävs tekniskt.

Leif stöter på leverantören igen, återkoppling i april.
""",
    ),
    (
        "5. SIP-statistik",
        """
Statistiken för 2025 kom inte i tid och därför blev det ingen diskussion. Enligt länsgruppen görs det färre SIP:ar i hela länet.
""",
        """
Flyttas till nästa möte.
""",
    ),
    (
        "6. Hjälpmedel",
        """
Kommunstyrelsen har beslutat att hämtning av hjälpmedel blir avgiftsbelagd fr o m 1 maj, 150 kr. Oklart om patienterna fått veta.
Conny (kommunrehab) är sjuk idag så vi vet inte vad som är på gång. Prislistan finns hos Hjälpmedelscentralen.
""",
        """
Maj-Britt lyfter informationen i förvaltningens ledningsgrupp.

Petra mejlar ut prislistan till gruppen.
""",
    ),
    (
        "7. Remiss, länsöverenskommelse om trygg hemgång",
        """
Länskansliet vill ha synpunkter senast den 24 april. Maj-Britt och Eivor har läst, resten inte. Förslaget innebär bl a att kommunen ska
meddela plats inom 24 timmar, vilket Yasmin tycker är orimligt på helger. Vi lämnar ett gemensamt svar från gruppen.
""",
        """
Alla: synpunkter till Eivor senast 2/4

Eivor sammanställer och skickar in svaret.
""",
    ),
    (
        "8. Övrigt",
        """
Jesper föreslog gemensam utbildning i palliativ vård. Bra idé men ingen har tid före sommaren, vi återkommer till det i höst.
""",
        "",
    ),
    (
        "9. Nästa möte",
        """
16 april 08.30–10.00, Ekbackens sjukhus sal B

28 maj 08.30–10.00, Teams
""",
        "Kallelse: Eivor",
    ),
)


def write_elderly() -> Paper:
    """Notes of the local group: who came in two columns, then a three-column table."""
    paper = Paper("Samverkansgrupp äldre", "Eivor Brännlund", datetime.fromisoformat("2026-03-06T13:00:00"), "Vikdals kommun – Region Österled", "")
    paper.paragraph("Anteckningar Samverkansgrupp äldre Vikdal", "Heading 1")
    paper.paragraph("Datum: 2026-03-05    Tid: 08.30–10.00    Plats: Stadshuset, rum Ekorren")
    came = paper.table(["Från kommunen", "Från regionen"], [8.2, 8.2])
    for cell, names in zip(came.add_row().cells, (MUNICIPALITY, REGION), strict=True):
        paper.flow(names, cell)
    paper.paragraph("")
    paper.paragraph("Anmält förhinder: Conny Fältskog, Lars-Göran Modig (ambulansen)")
    table = paper.table(["Punkt", "Diskussion", "Åtgärd/Ansvarig"], [3.2, 8.4, 4.8])
    for texts in ELDERLY:
        for cell, text, head in zip(table.add_row().cells, texts, table.rows[0].cells, strict=True):
            cell.width = head.width
            paper.flow(text, cell)
    return paper


LIBRARY = "https://rad.bergslatt.example/palliativt"
PALLIATIVE = f"""
# 1. Öppnande
Viveka öppnade mötet och hälsade särskilt Åsa Klinteberg välkommen. Agendan godkändes. Föregående anteckningar lades till handlingarna.

# 2. Brytpunktssamtal i journalen
- **Olika sökord:** Nadja visade att sjukhusen dokumenterar samtalen under minst fem olika sökord, vilket gör att de inte går att följa
upp. Emil och Nadja kommer att ta fram en lista över vilka sökord som används.

- **Utbildningsbehov:** Flera deltagare betonade att läkare under utbildning behöver träna på samtalen. Studierektorerna ansvarar för
detta och planerar en kursdag i november.

- **Gemensam benämning:** Efter diskussion beslutades att rådet rekommenderar sökordet Samtal vid allvarlig sjukdom i samtliga journaler.
Holger framförde att primärvården hade föredragit en kortare term.

# 3. Närståendestöd
- **Nuläge:** Åsa från palliativa konsultteamet berättade om stödgrupper i Granmo och Norra Hed. Stödet är uppskattat men beroende av
enskilda personer. Norra Hed gör just nu en pilot med telefonstöd, som utvärderas av universitetet.

- **Enkät:** Åsa föreslog en enkät till närstående. Rådet var positivt och Åsa ska skicka ut ett utkast. Bilden finns i
[Presentation närståendestöd 260311.pptx]({LIBRARY}/narstaendestod.pptx).

# 4. Trygghetsask
- **Innehållet varierar:** Innehållet i askarna skiljer sig mellan kommunerna. Gudrun lyfte att en kommun inte har någon ask alls.
Enligt Socialstyrelsen bör läkemedel för symtomlindring finnas tillgängliga dygnet runt.

- **Standardisering:** Rådet ansåg att innehållet bör vara lika. Holger åtog sig att kontakta läkemedelsförsörjningen.

# 5. Information från nationellt programområde
- **Vårdförlopp:** Ett reviderat vårdförlopp är på öppen remiss till och med den 8 maj. Regionens samlade svar lämnas av
kunskapsstyrningsstaben. Jonatan informerade om att programområdet även har tillsatt en arbetsgrupp om barn, som presenterar sitt arbete
under 2027.

- **Kvalitetsregister:** Täckningsgraden i registret är 58 procent. Det fanns ingen tid att gå in på detta och ämnet återkommer på
mötet den 16 september.

# 6. Övriga frågor
- **Ny ledamot:** Sophia Mårdh ersätter Gudrun från och med hösten. Rådet tackade Gudrun för hennes insatser.

- **Temadag:** Rådet beslutade att genomföra en temadag för undersköterskor den 19 november.
"""
TASKS = """
- **Kartläggning av sökord:** Ta fram en lista över vilka sökord sjukhusen använder för brytpunktssamtal. (Emil Rosvall, Nadja Petrovic)

- **Enkät till närstående:** Skicka ut utkastet till enkät till rådets ledamöter före den 1 april. (Åsa)

- **Trygghetsask:** Kontakta läkemedelsförsörjningen och fråga om innehållet kan standardiseras i hela regionen. (Holger Vestin)

- **Kontaktpersoner:** Utse en kontaktperson per kommun och meddela sekreteraren senast den 20 mars. (Kommunernas representanter)

- **Nationell remiss:** Läs igenom vårdförloppet och skicka synpunkter till Viveka senast 17/4. (Alla ledamöter)
"""
STEPS = """
- Rådet fortsätter diskussionen om närståendestöd den 6 maj, när utkastet till enkät är klart.

- Viveka och Emil tar fram ett programutkast till temadagen innan sommaren.

- Fortsatt dialog mellan region och kommuner är viktig för en jämlik palliativ vård.

- Resultatet från piloten i Norra Hed inväntas.
"""


def write_palliative() -> Paper:
    """Notes of the knowledge council: a summary in bullets, tasks and next steps in lists of their own."""
    paper = Paper(
        "Mötesanteckningar",
        "Emil Rosvall",
        datetime.fromisoformat("2026-03-11T16:40:00"),
        "Region Bergslätt",
        "Sammanfattningen är AI-stödd och granskad",
    )
    paper.document.styles["Normal"].font.name = "Segoe UI"
    paper.document.sections[0].left_margin = Cm(3)
    paper.paragraph("Kunskapsråd palliativ vård", "Title")
    paper.paragraph("Mötesanteckningar onsdagen den 11 mars 2026, kl. 13–15, Teams")
    paper.flow("""
**Ordförande:** Viveka Ljungstrand

**Mötessekreterare:** Emil Rosvall

**Ledamöter:** Nadja Petrovic (Centrallasarettet), Holger Vestin (primärvården), Gudrun Pihl (Norra Heds kommun), Jonatan Sköld
(Centrallasarettet), Karima El Amrani (Bergslätts kommun)

**Frånvarande:** Annelie Wretman (Västra närsjukhuset)

**Inbjuden:** Åsa Klinteberg, palliativa konsultteamet (punkt 3)
""")
    for part in PALLIATIVE.split("\n# ")[1:]:
        head, _, text = part.partition("\n")
        paper.paragraph(head, "Heading 1")
        paper.flow(text)
    for head, text in (("Åtgärdspunkter", TASKS), ("Nästa steg", STEPS)):
        paper.paragraph(head, "Heading 1")
        paper.flow(text)
    paper.paragraph("Kommande möten", "Heading 1")
    paper.flow("""
Onsdag 6 maj 2026 kl. 13–15, Teams

Onsdag 16 september 2026 kl. 9–16, heldag, plats meddelas senare
""")
    return paper
