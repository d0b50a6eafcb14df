"""A coordinating council (two columns of prose) and a drug council (Nr, Ärende, Beslut/åtgärd, Ansvarig, Klart); both invented."""

from datetime import datetime

from docx.shared import Pt

from tests.corpus.paper import Paper, blocks

ROOM = "https://samarbete.ostvalla.example/njur"
KIDNEY_PEOPLE = """
**Deltagare**

Norrtuna sjukhus: Katarina Wedholm (ordförande), Ismail Khoury

Östra lasarettet: Britt-Marie Öst, Joakim Fransén (fr.o.m. punkt 4)

Primärvården: Lovisa Terning

Patientföreträdare: Gunvor Nyhlén

Regionens kunskapsstöd: Emil Raask, koordinator (anteckningar)

**Inbjudna:** Saga Broxvik, vårdplanerare (p. 5), Marcus Hedenvind, MT-enheten (p. 5)

**Ej närvarande:** Hamid Jalali, Katarina Broman
"""
KIDNEYS = f"""
# 1. Inledning
Katarina W hälsar välkommen till årets första möte. Presentationsrunda eftersom Lovisa är ny för primärvården. Dagordningen godkänns.
Joakim har anmält en övrig fråga om sjukresor.

# 2. Föregående anteckningar
Anteckningarna från 27 november gås igenom och läggs till handlingarna.

- Ismail har stämt av läkemedelslistan med sjukhusapoteket, klart.

- Egenvårdsbroschyren är tryckt och utdelad i Norrtuna men inte på Östra. Britt-Marie ombesörjer det under mars.

- Utskicket om hepatit B-vaccin: Hamid ej med idag, vi vet inte hur långt det kommit. Följer med till nästa gång.

# 3. Vårdförlopp kronisk njursjukdom
Emil redovisar följsamheten till vårdförloppet. Andelen patienter med mätt albumin/kreatinin-kvot är 61 procent, målet är 80. Lovisa
beskriver att påminnelsen i journalsystemet upplevs som störande och klickas bort. Den nationella arbetsgruppen ser över förloppet och räknar
med att publicera en ny version i oktober.

Rådet ser behov av ett kort bildspel riktat till vårdcentralerna. Lovisa och Ismail gör ett första utkast som rådet får titta på i april.
Emil undersöker om siffrorna går att bryta ned per vårdcentral. Gunvor framför att patienterna vill få sina värden förklarade.

# 4. Remiss: regional riktlinje järnbehandling
Riktlinjen är ute på remiss t.o.m. 20 mars, se [Riktlinje järn vid njursvikt, remissversion]({ROOM}/jarn). Britt-Marie saknar
dosering vid låg kroppsvikt. Joakim påpekar att hemsjukvårdens sjuksköterskor inte får ge järn intravenöst enligt gällande delegering,
det borde framgå. Rådet tillstyrker riktlinjen med dessa två tillägg.

Emil formulerar svaret och sänder det på påseende till rådet. Ingen invändning inom en vecka tolkas som ja. På Norrtuna har
läkargruppen redan svarat på egen hand.

# 5. Dialyskapacitet 2026–2028
Saga visar prognosen. Behovet ökar med ungefär fyra platser om året. Norrtuna öppnar en femte sal i september. Marcus berättar
att upphandlingen av dialysmaskiner är överprövad, besked från förvaltningsrätten väntas före midsommar. Hälso- och
sjukvårdsdirektören har i januari beslutat att hemdialys ska erbjudas i första hand.

Saga föreslår en gemensam kölista för hela regionen. Katarina W ser fördelar, Joakim är orolig för resvägarna. Rådet vill höra
patientföreningen innan man tycker till. Gunvor tar med sig frågan till föreningens styrelse och redogör på junimötet. Ställningstagandet
får anstå till dess.

Saga delger rådet sina bilder (bifogas).

# 6. Nominering
Rådet ska lämna namn till den regionala arbetsgruppen för transplantationsutredning, sista dag 6 mars.

Ismail Khoury nomineras. Det behövs även någon från Östra, Britt-Marie frågar kollegorna och mejlar Emil ett namn senast 4/3.

# 7. Rapporter
NAG dialys: Britt-Marie var på möte 12 februari. Kvalitetsregistret byter plattform vid årsskiftet och inloggning sker då med tjänstekort.

RPO: styrdokumentet för råden revideras. RPO skickar ut en enkät till alla råd under maj.

Avvikelser: en patient fick fel koncentrat i januari. Händelsen är utredd och åtgärdad på kliniken. Alla vätskor ska
dubbelkontrolleras före start enligt rutin.

# 8. Övriga frågor
Joakim lyfter att dialyspatienter kan få vänta två timmar på resan hem. Flera känner igen bilden och Gunvor har fått många samtal. Emil bjuder in
sjukreseenheten till höstens första möte.

Katarina B föreslås hålla i patientskolan i höst. Eftersom hon inte är med i dag stämmer Emil av med henne.

# 9. Kommande möten
23 april kl. 08.30–11.00, Norrtuna sjukhus

11 juni kl. 08.30–12.00, Östra lasarettet (obs längre)

Höstens datum bestäms i april.
"""


def write_kidneys() -> Paper:
    """Notes of the coordinating council: a table of two columns, tasks told in prose."""
    paper = Paper("Anteckningar", "Emil Raask", datetime.fromisoformat("2026-03-02T14:12:00"), "Region Östvalla", "Samordningsråd njursjukvård")
    paper.paragraph("Samordningsråd njursjukvård", "Title")
    paper.paragraph("Mötesanteckningar")
    paper.paragraph("**Tid:** torsdag 26 februari 2026, kl. 08:30–11:00")
    paper.paragraph("**Plats:** Konferensrum Spegeln, Norrtuna sjukhus, samt Teams")
    paper.flow(KIDNEY_PEOPLE)
    table = paper.table(["Mötespunkt", "Anteckning"], [4, 12.4])
    for part in KIDNEYS.split("\n# ")[1:]:
        head, _, text = part.partition("\n")
        row = table.add_row()
        paper.paragraph(f"**{head}**", cell=row.cells[0])
        paper.flow(text, row.cells[1])
        for cell, first in zip(row.cells, table.rows[0].cells, strict=True):
            cell.width = first.width
    return paper


COUNCIL = """
Olof Lidberg | klinisk farmakologi, ordf
Annika Kjellin | allmänmedicin, informationsläkare
Tuva Brorsdotter | apotekare, sekr
Sven-Göran Hultin | psykiatri
Nadja Petrovic | barnmedicin
Esbjörn Markusson | tandvård (via länk)
Carola Ytterman | MAS, för kommunerna
"""
# Nr | Ärende | Beslut/åtgärd | Ansvarig | Klart; a dash instead of the number: goes on with the matter above
DRUGS = """
1 || **Öppnande** || Dagordningen godkänd. Ingen jävig. || ||

2 || **Föregående noteringar 2026-02-12** || Godkända. Alla punkter avklarade utom jämförelsen av inhalatorpriser som släpar. || Lena || kvarstår

3 || **Rekommendationslistan 2027** // Tuva gick igenom upplägget. Terapigrupperna lämnar förslag i augusti, listan trycks i
november. || Tidplanen antas. || ||

– || || Påminna terapigrupp Hud och terapigrupp Ögon, de har inte svarat på frågan om antal sidor || Tuva || omg.

– || || Få fram en ny ordförande i terapigrupp Smärta || Olof || 11 juni

4 || **Upphandling infusionsvätskor** // Petter Isling informerade. Två anbud har kommit in. Inköpsnämnden tar beslut om
tilldelning i juni, avtalsstart 1/10. || Rådet har inget att invända mot kravspecifikationen. || ||

– || || Lämna synpunkter på barnsortimentet till Petter || Nadja || 30/4

5 || **Melatonin till barn** // Uttagen upp 22 % på tre år, mest i Tallbo. Delade meningar om hur mycket som är egenvård. Sven-Göran
menar att psykiatrin borde trappa ut fler. || Ett regionalt behandlingsråd tas fram av en liten arbetsgrupp: Nadja (sammankallande),
Sven-Göran och Annika. // Första utkast. || Nadja || v. 36

– || || Höra med elevhälsan om de vill vara med på ett hörn || Carola || v 19

6 || **Ekonomiskt utfall kvartal 1** || Föredragande saknas. Flyttas till den 11 juni. || – || –

7 || **Biverkningsrapportering** // 212 rapporter 2025, fler än året innan. Esbjörn väckte tanken på en tävling mellan
klinikerna. Blev ingen tävling, rådet tror mer på återkoppling till dem som rapporterar. || En sida med exempel från fjolårets rapporter,
ut i nyhetsbladet || AK, TB || till nästa möte

8 || **Utlåtande om cannabisläkemedel** // Begärt av hälso- och sjukvårdsstaben. || Bordläggs i avvaktan på TLV:s besked. || ||

9 || **Läkemedelsdagen** // Hölls 25 mars, 140 deltagare och gott betyg. Maten fick kritik. || Nästa års dag blir den 17 mars 2027
på temat psykofarmaka till äldre. || ||

– || || Boka Folkets hus || Tuva || bokat 10/4

– || || Föreläsare, minst tre namn || Sven-Göran, Olof || sept.

10 || **Övrigt** // Carola: ny MAS i Tallbo fr o m 1 juni. // Annika slutar som informationsläkare efter sommaren. Regionen annonserar
tjänsten i maj. // Nadja tog upp restnoterad penicillinmixtur, Läkemedelsverket har gett dispens. || Presentkort och tal till
Annika || Olof || 17 sept

11 || **Nästa möte** || Torsdag 11 juni 13–16, Regionhuset sal B. Därefter 17 september. || ||
"""


def write_drugs() -> Paper:
    """Notes of the drug council: everything in a table where a matter may go on over several rows."""
    paper = Paper("LR 2026-04-16", "Tuva Brorsdotter", datetime.fromisoformat("2026-04-17T09:41:00"), "", "Läkemedelsrådet Kvarnlän")
    paper.document.styles["Normal"].font.size = Pt(10)
    paper.paragraph("Läkemedelsrådet i Region Kvarnlän", "Heading 1")
    paper.paragraph("Noteringar från möte 2026-04-16, 13.00–15.40, Regionhuset sal B")
    paper.paragraph("**Närvarande**")
    paper.roster(COUNCIL, 4.5)
    paper.paragraph("**Förhindrade:** Yusuf Demirel (medicin), Lena Forsvall (ekonomi)")
    paper.paragraph("**Adjungerad:** Petter Isling, inköp (ärende 4)")
    table = paper.table(["Nr", "Ärende", "Beslut/åtgärd", "Ansvarig", "Klart"], [1, 6, 5.6, 2.2, 1.8])
    for record in blocks(DRUGS):
        number, *others = (part.strip() for part in record.split("||"))
        row = table.add_row()
        for cell, text, first in zip(row.cells, [number.strip("–"), *others], table.rows[0].cells, strict=True):
            cell.width = first.width
            for block in text.split(" // "):
                paper.paragraph(block, cell=cell)
    return paper
