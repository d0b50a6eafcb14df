"""A steering group with presence matrix and status table, and a network that writes prose; both invented."""

from datetime import datetime

from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.corpus.paper import Paper

PRESENCE = """
Ulla Berntorp | ekonomichef | X | |
Pontus Kjellberg | kommunikatör | | X |
Zeynep Arslan | projektledare, sekreterare | X | |
Göran Wassberg | sjukhusdirektör, ordförande | X | |
Nils-Erik Frank | säkerhetssamordnare | X | |
Charlotta Dahlin | verksamhetschef, Karsviks sjukhus | | | X
Margareta Loo | facklig representant | | X |
"""
STATUS = """
2.1 | Ta fram bemanningskalkyl | Ulla Berntorp | Klart
2.2 | Uppdatera riskanalysen | Nils-Erik Frank | Pågår, ny version i juni
2.3 | Boka studiebesök i Västerhed | Zeynep Arslan | Struken
1.6 | Kommunikationsplan | Pontus Kjellberg | Klart
2.5 | Avtal med leverantören om support kvällstid | Zeynep Arslan | Pågår
2.6 | Träffa fackliga företrädare i Karsvik | Charlotta Dahlin | Klart 22/4
"""
STEERING = """
# 3.1 Mötets öppnande
Göran öppnade mötet. Dagordningen godkändes. Charlotta har anmält förhinder men har lämnat synpunkter skriftligt.

# 3.2 Uppdrag från tidigare möten
STATUS

# 3.3 Lägesrapport
Zeynep gick igenom lägesrapporten. Projektet är gult, främst på grund av rekryteringen. HR annonserar efter fyra vårdplatskoordinatorer i
v. 21. Utbildningen av superanvändare startar 24 augusti. It-förvaltningen ska leverera en testmiljö senast den 1 juni enligt avtalet.

Styrgruppen noterade informationen.

# 3.4 Ekonomi
Prognosen är –1,2 mnkr mot budget beroende på dyrare licenser. Ulla tror att halva underskottet kan hämtas hem genom senare anställningar.

→ Ulla återkommer med reviderad budget till nästa styrgruppsmöte.

# 3.5 Driftstart
Projektets förslag: driftstart den 5 oktober på båda sjukhusen samtidigt.

Charlottas skriftliga synpunkt är att Karsvik inte hinner utbilda. Margareta framhöll att schemat redan är lagt för oktober.

Beslut: Driftstart sker den 19 oktober på Forsbygds sjukhus. Karsviks sjukhus ansluter i januari 2027.

Beslut: Projektledaren får i uppdrag att lämna en reviderad tidplan till styrgruppen senast den 29 maj.

# 3.6 Risker
Risk 4 (integration mot journalen) är fortsatt röd. Risk 7 stängs. Nils-Erik påpekade att reservrutinen ska övas en gång per år.

→ Nils-Erik tar kontakt med it-förvaltningen om risk 4 och rapporterar den 11 juni.

→ Göran lyfter resursfrågan med it-direktören v. 20.

# 3.7 Kommunikation
Pontus visade filmen om det nya arbetssättet. Chefsbrevet skickas ut i juni av kommunikationsavdelningen. Patientinformationen hann vi
inte med, tas på nästa möte.

→ PK justerar undertexterna i filmen. Snarast.

# 3.8 Samverkan med kommunerna
Region Forsbygds kommungrupp har ställt sig bakom att kommunerna får läsbehörighet. Styrgruppen är positiv men vill se den juridiska
bedömningen först. Återremitteras till projektet.

# 3.9 Övrigt
Margareta frågade om kläder för koordinatorerna. Hanteras i linjen, ingen åtgärd för styrgruppen.

# 3.10 Kommande möten
11 juni kl. 15.00–16.30, Ledningsrummet

~~27 augusti~~

3 september kl. 15.00–17.00, Karsviks sjukhus (slutlig genomgång inför driftstart)
"""


def write_steering() -> Paper:
    """Notes of the steering group: matrix of presence, numbers n.n, arrows for tasks, last meeting's tasks in a table."""
    paper = Paper(
        "Minnesanteckningar SG 3", "Zeynep Arslan", datetime.fromisoformat("2026-05-08T11:30:00"), "Region Forsbygd\tVårdplatslotsen", "Sida 1"
    )
    paper.paragraph("Styrgrupp Vårdplatslotsen", "Title")
    paper.paragraph("Minnesanteckningar styrgruppsmöte 3")
    table = paper.table(["Datum", "Tid", "Plats"], [5, 4, 7.4])
    paper.row(table, ["2026-05-07", "15.00–16.30", "Ledningsrummet, Forsbygds sjukhus"])
    paper.paragraph("")
    table = paper.table(["Namn", "Funktion", "På plats", "Via Teams", "Ej närv."], [4.2, 6, 2, 2.2, 2])
    for line in PRESENCE.strip().splitlines():
        name, function, *marks = (part.strip() for part in line.split("|"))
        paper.row(table, [name, function, *marks])
        for cell in table.rows[-1].cells[2:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in STEERING.split("\n# ")[1:]:
        head, _, text = part.partition("\n")
        paper.paragraph(head, "Heading 2")
        if text.strip() == "STATUS":
            status = paper.table(["Nr", "Uppdrag", "Ansvarig", "Status"], [1.4, 7.4, 3.6, 4])
            for line in STATUS.strip().splitlines():
                paper.row(status, line.split(" | "))
        else:
            paper.flow(text)
    return paper


SITE = "https://natverk.sodrahalsa.example/stroke"
NETWORK = f"""
## Hej och välkomna
Hedvig Rask ledde mötet och Samuel Idegran skriver. Två nya är med i dag, Ebba Norling från Rehab Syd och Viktor Thelin från Lindsjukhuset.
Vi spelade inte in mötet. Anteckningarna från 3 december hade ingen några synpunkter på.

## Sedan sist
Mona har skickat ut listan över bedömningsinstrument till alla orter och den uppskattades mycket. Viktors företrädare skulle
ha kontaktat regionens e-hälsoenhet om videobesök men det är oklart om det blev gjort. Viktor tar reda på hur det ligger till. Samuel
har fått igång gruppens yta, se [Nätverkets samarbetsyta]({SITE}).

## App för hemträning
Krister Aldén från Afasiförbundet i länet var med på den här punkten och visade appen Ordflöde. Den kostar 90 kronor i månaden och har
testats av 35 personer under hösten. Vårdgivare får inte rekommendera enskilda produkter, så Rehab Syd har löst det genom att
tipsa om kategorin. Krister mejlar över studien till Samuel, som lägger upp den på ytan. Några funderade på om regionen kunde köpa in
licenser. Regionens innovationsråd tar ställning till sådana frågor den 17 juni.

## Nationella riktlinjer, remiss
Socialstyrelsen har skickat ut nya rekommendationer på remiss och vill ha svar den 12 maj. Regionen samlar in sina svar redan den 28
april. Vi kom överens om att nätverket lämnar ett eget svar. Ebba och Mona skriver ett utkast som alla får läsa före påsk, och Hedvig
skickar det vidare till regionens samordnare senast den 27 april. På Lindsjukhuset har läkarna redan lämnat sitt svar.

## Gruppbehandling på distans
Petronella Gyllander berättade om projektet med grupper på video. Det gick bättre än väntat, bortfallet var bara två av fjorton. Hon
kommer att publicera resultatet i en artikel någon gång nästa år. Projektpengarna tar slut den 31 augusti. Vi pratade om ifall fler orter
kunde haka på men vi får lämna det därhän tills vi vet om det blir nya pengar.

## Sväljbedömning, gemensam mall
Mallen från 2019 är gammal och flera har börjat använda egna varianter. Farhad Moradi har gjort ett utkast som provas på två orter till
den 30 april. Vi hann bara börja titta. Det vi såg var bra men diskussionen om mallen skjuts till efter sommaren. Skicka gärna exempel
på era egna mallar till Farhad under tiden.

## Studiedag
Nätverket ska hålla i en studiedag fredagen den 9 oktober, det bestämde vi efter en stunds velande mellan det datumet och 2 oktober. Petronella
kollar om aulan på Lindsjukhuset är ledig. Viktor och Ebba fick på sig att föreslå två föreläsare till nästa möte. Förra årets dag
kostade 14 500 kronor.

## Övrigt
Vårens kurs i Malmby är fulltecknad. Neurologföreningen har årsmöte 22 april. Hedvig tipsade om en podd. Ebba undrade om någon har
erfarenhet av datorskärmar som går att vinkla och det hade ingen.

## Nästa gång vi ses
Tisdag 26 maj klockan 14 till 15.30, Teams igen. Hedvig kan inte då så Mona håller i mötet. I höst ses vi 15 september och 24 november, tid
och plats kommer senare.
"""


def write_network() -> Paper:
    """Notes of the network: unnumbered headings and nothing but prose."""
    paper = Paper("Stroke-nätverket", "Samuel Idegran", datetime.fromisoformat("2026-03-18T08:55:00"), "", "")
    paper.document.styles["Normal"].font.name = "Verdana"
    paper.paragraph("Nätverket för strokerehabilitering", "Heading 1")
    paper.paragraph("Möte på Teams tisdagen den 17 mars 2026 klockan 14.00–15.30")
    paper.flow("""
**Deltagare**

Lindsjukhuset: Hedvig Rask, Samuel Idegran, Viktor Thelin

Rehab Syd: Mona Beckius och Ebba Norling

Åkerö sjukhus: Farhad Moradi (gick 15.00), Petronella Gyllander

Kunde inte vara med: Stig Aronius (Åkerö)
""")
    paper.flow(NETWORK)
    return paper
