"""A hospital's drug committee (run-in headings) and a clinic's working group (dashes and initials); both invented."""

from datetime import datetime

from docx.shared import Pt

from tests.corpus.paper import Paper

FOLDER = "https://lasarettet.hammarnas.example/lk"

DRUGS = f"""
**Närvarande:** Bodil Ekelöf (ordf), Torsten Wahlgård (apotekare, vid pennan), Samira Nouri (kirurgi), Kjell-Åke Tunström
(medicin), Vendela Hjorth (geriatrik), Rasmus Brodin (infektion), Ingela Stolt (vårdutveckling)

**Förhinder:** Patrik Djerf (anestesi), Ylwa Sandin (barn o ungdom)

**Gäst:** Dag Melander, Strama Sörvik (antibiotikapunkten)

**Förra mötet.** Minnesanteckningarna från 21 januari, inget att erinra. Läggs till handlingarna.

**Kvar sedan sist.** Lathunden för smärtplåster är utdelad till alla avdelningar (Ingela). Samira har pratat med operation om
dropptakten, de har ändrat i sin mall och saken är därmed utagerad. Inventeringen av akutförråden har däremot inte kommit igång,
ligger kvar på Kjell-Åke.

**Antibiotika på kirurgen.** Dag visade siffror för kvartal 4. Kinoloner ned 18 % men cefotaxim ligger högt jmf med riket. Strama tar
fram en ny affisch under våren och skickar den till alla sjukhus. Vi tycker att profylaxen vid gallkirurgi ges för länge, det räcker med
en dos enligt nationella råd. Lokalt PM för profylax skrivs om så att det framgår (Samira och Rasmus, klart till nästa möte).
Siffrorna läggs med i LK-brevet i mars (Torsten).

**Byte av fabrikat, apixaban.** Nytt avtal gör att fabrikatet byts 1 april. Regionens läkemedelsråd har beslutat att bytet ska ske
automatiskt i läkemedelslistan. Kjell-Åke hade önskat att medicin fick behålla det gamla till sommaren. Kommittén beslutade att inte
göra några lokala undantag. Information till avdelningarna behövs ändå, en kort lapp räcker (Vendela, senast v 12).

**Temperatur i läkemedelskylskåp.** Avvikelser från tre avdelningar i januari, på en av dem fick vaccin för 14 000 kr kasseras. Kylskåp
ska kontrolleras dagligen enligt rutin och så sker inte överallt. Fastighet lovar larmade kylskåp till hösten. Diskussion om vi borde köpa
loggrar själva under tiden, ca 900 kr styck. Ingen var emot men pengar saknas. Frågan får vila tills Fastighet har återkommit med tidplan.

**Läkemedelsgenomgångar.** Geriatriken gjorde 41 st i höstas, medicin 12. Alla över 75 år med fem eller fler läkemedel ska erbjudas
genomgång. Vendela föreslår att apotekare går med på ronden en dag i veckan även på medicin. Kommittén ställer sig bakom ett försök
på två avdelningar under ett halvår. Förankras med verksamhetschefen på medicin före sommaren (Bodil).

**Remiss: rekommenderade läkemedel 2027.** Utkastet är ute på remiss från Regionens läkemedelsråd, svar senast 30 april, se
[Utkast REK-lista 2027.pdf]({FOLDER}/rek2027.pdf). Var och en läser sitt eget kapitel och mejlar Torsten senast 10/4. Lasarettets
samlade svar skrivs ihop och skickas in i tid (Torsten).

**Övrigt.** Rasmus påminde om att det finns influensavaccin kvar. Ylwa undrade via mejl om doseringstabellen för paracetamol till barn,
men den ligger på intranätet sedan i höstas. Patrik slutar i maj så vi behöver en ny representant från anestesin (Bodil frågar deras
chef). Ev ska kommittén byta namn men det avgörs av regiondirektören.

Nästa möte är onsdag 25 mars kl 13.30 i samma lokal, då kommer Hillevi på Inköp och berättar om inhalatorer. Därefter 29/4 och 3/6, samma tid.

/Torsten W
"""


def write_drugs() -> Paper:
    """Notes of the drug committee: everything is running text."""
    paper = Paper("LK 18 februari", "Torsten Wahlgård", datetime.fromisoformat("2026-02-19T08:05:00"), "Hammarnäs lasarett", "")
    paper.document.styles["Normal"].font.name = "Garamond"
    paper.document.styles["Normal"].font.size = Pt(11.5)
    paper.paragraph("**Läkemedelskommittén Hammarnäs lasarett**")
    paper.paragraph("Minnesanteckningar onsdag 18 februari 2026 kl 13.30-15.00, Biblioteket, hus 7")
    paper.flow(DRUGS)
    return paper


LETTERS = """
**Arbetsgrupp digital kallelse**
Strandby ögonklinik
tis 14/4 2026, 8.15–9.00, fikarummet plan 3

Med: Jörgen Lagerbäck (JL), Mirjam Teglund (MT), Hasse Nykvist (HN), Farida Zaman (FZ), Cecilia Brodd (CB, antecknar)
Ej med: Tobbe Wirsén (TW), vab

**Från sist**
– MT: statistik för jan–mars uttagen, klart
– HN: affisch till väntrummet – inte hunnit, gör det före valborg
– TW: prata med 1177-redaktionen – vet inte, TW ej här
– CB har bytt ut gamla mallen i alla datorer, check!

**Sms-påminnelser**
– Går nu ut 3 dgr före. Uteblivna besök ner från 9 till 6 %, kul!
– HN tycker att vi ska ha ett till dagen före. Kostar, så ekonomi måste säga ja först. MT frågar controllern.
– JL kollar med leverantören om sms kan skickas på arabiska och engelska, svar till nästa gång
– Hudkliniken kör redan två sms och är nöjda

**Texten i kallelsen**
– FZ visade ny version. Kortare och snällare. Rubriken är fortfarande lite lång men strunt samma
– OK att köra den nya texten fr.o.m. 1 maj
– CB rättar telefontiderna innan dess
– IT lägger in texten så fort chefen sagt ja

**Pilot gråstarr**
– Starta i juni? HN + FZ vill, MT tveksam pga semestrar
– Vi skjuter på piloten till september
– TW gör ändå en lista på vilka patientgrupper som passar, mejlas till alla senast 22/5

**Strul**
– 4 kallelser till fel adress i mars, CB har skrivit avvikelse
– Skrivaren i receptionen byts v 18 av servicedesk
– JL: man borde egentligen ringa alla över 85. Ingen nappade
– Finskspråkiga mallen: vem äger den? FZ hör med Lotta i receptionen
– Blanketten på webben är fel!! HN fixar

**Nästa gång**
tis 12/5 8.15, samma ställe. FZ tar med bulle. Sen 9/6 (om det behövs).
"""


def write_letters() -> Paper:
    """Notes of the working group: bold lines and typed dashes."""
    paper = Paper("Anteckningar", "Cecilia Brodd", datetime.fromisoformat("2026-04-14T09:20:00"), "", "")
    for line in LETTERS.strip().splitlines():
        made = paper.paragraph(line)
        made.paragraph_format.space_after = Pt(0)
    return paper
