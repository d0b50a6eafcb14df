"""A knowledge council (a letter with names in bold) and a collaboration group (attendance in a table, "Vi kom fram till:"); both invented."""

from datetime import datetime

from docx.shared import Pt

from tests.corpus.paper import Paper

WOUNDS = """
**Ämne:** Kunskapsrådet för svårläkta sår, kort från mötet fredag 17/4 2026

**Till:** rådets ledamöter

Hej alla!

Tack för ett bra möte, här kommer det viktigaste. Vi sågs kl 9–11.30 i Vita huset i Edsta: **Monica Starrin** som höll i klubban,
**Peder Aulin**, **Roza Kaya**, **Ellinor Stubelius**, **Jan-Olov Meijer** och så jag. **Susann Gyllenberg** var med på telefon.
**Birgitta Rost** och **Peder Wallgren** hade lämnat återbud.

1. Registret

Täckningsgraden är nu 48 %, bäst är Edsta med 71. **Roza** pratar med hemsjukvården i Norra om varför de slutat registrera och berättar
nästa gång vad hon fått veta. Registercentrum skickar ut en ny manual i maj. Statistiken per enhet får ni av **Peder A**, han mejlade den
redan i går.

2. Kompressionsutbildningen

**Ellinor** har hållit två omgångar i vinter, 46 personer har gått. Alla vill ha mer praktik. Vi sa ja till en omgång till i oktober.
**Jan-Olov** ordnar lokal och **Ellinor** frågar företaget om vi kan få låna lindor (tänk på inköpsreglerna). Pengarna tas ur rådets egen pott.

3. Foto i journalen

Fortfarande rörigt. It säger att bilder bara får ligga ett dygn i telefonen. **Peder A** tycker att vi borde skriva till informationssäkerhet
direkt, **Monica** ville vänta. Det slutade med att **Monica** tar upp det på chefsmötet den 6 maj. Vi gör inget mer innan dess.

4. Remissen om silverförband

Ska vara inne hos regionens kunskapsstöd den 8 maj. **Susann** och jag skriver ett förslag, ni andra får några dagar på er att
tycka till i slutet av april. **Peder W** har redan skickat in sina synpunkter, tack!

5. Vem kommer efter Birgitta?

Hon lämnar oss vid halvårsskiftet. **Monica** mejlar verksamhetschefen i Norra nu i veckan. Vi enades om att det gärna får vara en
distriktssköterska den här gången.

6. Smått och gott

- **Roza** har lagt fram sin avhandling, grattis!

- Mötet Sår i fokus går 23–24 september. Den som vill åka pratar med sin chef före 1 juni.

- Gamla affischen om hudskydd är felaktig, släng den hos er.

- **Peder** mejlar runt länken till webbinariet.

- Nationella patientöversikten ligger nere 2 maj.

Nästa träff är fredag 12 juni 9–11.30, Vita huset igen. Då kommer smärtsköterskan Alva Torell och pratar om smärta vid omläggning. Vi pratar
även om höstens självskattning. Har ni fler punkter vill jag ha dem före 29 maj. I höst ses vi 18/9 och 20/11.

Allt gott och trevlig helg!

**Hanna Dylén**

samordnare, Kunskapscentrum Edsta
"""


def write_wounds() -> Paper:
    """Notes of the knowledge council: a letter to the members."""
    paper = Paper("Meddelande", "Hanna Dylén", datetime.fromisoformat("2026-04-20T16:44:00"), "", "")
    paper.document.styles["Normal"].font.name = "Aptos"
    paper.document.styles["Normal"].font.size = Pt(11)
    paper.flow(WOUNDS)
    return paper


ATTENDANCE = """
Region Sjöhälla, psykiatrin | Viveka Landberg | Ja
Region Sjöhälla, primärvården | Ulf Tranemo | Ja, till kl. 10
Region Sjöhälla, ungdomsmottagningen | Eleonora Blix | Nej
Torsvikens kommun, socialtjänsten | Anna-Lena Mossberg, ordf. | Ja
Torsvikens kommun, skolan | Idris Farahani | Ja
Holmeby kommun, socialtjänsten | Stefan Ruuth | Nej
Holmeby kommun, socialtjänsten | Mikaela Tjäder (för Stefan) | Ja
Holmeby kommun, elevhälsan | Jessica Norrstrand | Ja, Teams
Anhörigföreningen Ljuset | vakant | –
Polisen | Conny Brattberg | Ja, på punkten om narkotika
Samordnare | Therese Holmlind, skriver | Ja
"""
MENTAL_HEALTH = """
# Start
Anna-Lena hälsade alla välkomna. Mikaela går in i stället för Stefan under våren. Inget att tillägga på dagordningen.

# Sedan förra mötet 16 mars
SIP-utbildning för nya chefer: genomfördes 21 april, 17 personer deltog.

Samtyckesblanketten: Viveka skickade den till juristerna i mars. Inget svar ännu, Viveka stöter på.

Kontaktlistan: Therese har uppdaterat alla utom Holmeby. Mikaela lämnar de sista uppgifterna.

# Narkotika bland unga
Conny beskrev läget. Beslagen av tabletter har ökat och köparna blir yngre. Polisen kommer att synas mer kring resecentrum under
sommaren. Idris berättade att högstadiet gjort fyra orosanmälningar under våren. Skolan ska anmäla oro genast enligt lagen,
det går inte att vänta in ett möte. Jessica efterlyste enklare information till föräldrar.

**Vi kom fram till:** ett gemensamt föräldramöte ordnas i augusti strax efter skolstart. Idris och Conny planerar det tillsammans och
berättar hur långt de kommit den 8 juni.

# Samordnad individuell plan
Under första kvartalet gjordes 62 SIP jämfört med 80 i fjol. Ulf sa att vårdcentralerna har svårt att komma loss med kort varsel. Länets
ledningsgrupp för samverkan har bestämt att alla planer ska skrivas i systemet Gemensam plan från 1 januari.

**Vi kom fram till:** båda kommunerna prövar digitala SIP-möten i fem ärenden var. Primärvården hakar på när den kan. Jessica gör en
enkel lathund, klar i slutet av maj.

# Bostad först
Anna-Lena informerade om Torsvikens modell. Den kräver tolv lägenheter och kommunstyrelsen tar upp saken i juni. Holmeby har inga
lägenheter alls att erbjuda. Viveka tyckte att vi skulle skriva ett brev till bostadsbolagen men det fick inget gehör.

**Vi kom fram till:** för tidigt att tycka något, ny diskussion i höst när kommunstyrelsen har sagt sitt.

# Suicidpreventiv plan 2027–2029
Texter har kommit från alla utom ungdomsmottagningen. Eleonora behöver lämna sin del senast 22 maj om det ska hinna bli klart.

**Vi kom fram till:** Therese gör färdigt planen och skickar den till respektive ledning före midsommar.

# Stimulansmedel
Det finns 340 000 kr kvar att fördela. Tre förslag hade lämnats in: familjestödsprogram i Holmeby, MI-utbildning, kulturdag.
Kulturdagen fick inget stöd. Medlen måste vara förbrukade den 31 december annars dras de in.

**Vi kom fram till:** 200 000 kr går till familjestödsprogrammet och 60 000 kr till MI-utbildning. Resten sparas till hösten. Viveka
rekvirerar pengarna från länet (sista dag 31/5).

# Runt bordet
Psykiatrin har fått en ny enhetschef på öppenvården. Holmeby söker två fältare, de börjar i bästa fall i september. Jessica slutar till hösten.
Therese påminner om webbenkäten, stänger 15 maj.

Anhörigföreningen behöver utse någon ny. Anna-Lena ringer deras ordförande.

# Frågor längre fram
- Spel om pengar

- Unga som tar hand om sina föräldrar

# Kommande möten
Måndag 8 juni kl 8.30–11, kommunhuset i Holmeby

7 september, 19 oktober och 7 december, alla kl 8.30
"""


def write_mental_health() -> Paper:
    """Notes of the collaboration group: attendance in a table, every matter ends with what they agreed on."""
    paper = Paper("Anteckningar 4 maj", "Therese Holmlind", datetime.fromisoformat("2026-05-05T08:20:00"), "", "Utkast")
    paper.paragraph("Samverkansgruppen psykisk hälsa Torsviken–Holmeby", "Heading 1")
    paper.paragraph("Anteckningar från måndag 4 maj 2026 kl 8.30–11. Fullmäktigesalen, kommunhuset i Torsviken")
    table = paper.table(["Organisation", "Namn", "Närvarande"], [6.6, 5.4, 4.4])
    for line in ATTENDANCE.strip().splitlines():
        paper.row(table, line.split(" | "))
    for part in MENTAL_HEALTH.split("\n# ")[1:]:
        head, _, text = part.partition("\n")
        paper.paragraph(head, "Heading 2")
        paper.flow(text)
    return paper
