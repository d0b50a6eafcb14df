"""Short invented minutes, roughly typed: half of them have no title, no labels or no full stops."""

from __future__ import annotations

ROUGH_MINUTES: dict[str, str] = {
    "round table": """\
Rundabordssamtal om fallprevention
Plats: Stadshuset, 12 februari
Runt bordet satt Karin Lund (regionen), Olle Frisk (kommunen), Maj Berg (PRO) och Leif Hed (räddningstjänsten).
Karin Lund inledde med siffror. Olle Frisk framhöll att bostadsanpassning tar för lång tid.
Slutsatser
- En gemensam broschyr tas fram. Maj Berg samordnar.
- Ny träff i maj.
""",
    "telephone meeting": """\
Telefonmöte styrelsen 3/2
Med i luren: Eva, Lars, Gun, Pelle
Eva kollade läget med lokalen: ledig den 14 mars. Vi tar den.
Gun betalar depositionen.
Kallelsen skickas ut av Lars senast 20/2.
""",
    "finland, columns without colons": """\
VÅRDNÄMNDEN
Sammanträdesprotokoll
Nr 4/2026
Sammanträdestid 14.4.2026 kl. 17.00 – 18.35
Sammanträdesplats Kommungården
Beslutande Ann-Sofi Granö, ordförande
Kaj Backlund
Märta Nygård
Övriga närvarande Jan Holm, föredragande
§ 31
Laglighet och beslutförhet
Sammanträdet var lagligt sammankallat och beslutfört.
§ 32
Val av protokolljusterare
Till protokolljusterare valdes Kaj Backlund och Märta Nygård.
§ 33
Hemvårdens taxor
Föredragandens förslag: Nämnden godkänner taxorna.
Behandling: Märta Nygård föreslog återremiss.
Beslut: Ärendet återremitterades.
""",
    "safety round": """\
Protokoll skyddsrond
Datum 2026-03-02
Närvarande: Ida Falk (chef), Ture Ek (skyddsombud)
Lokaler: ventilationen är dålig i rum 3. Ida anmäler till fastighet.
Belysning: ok.
Nästa skyddsrond: september
""",
    "pm of a working group": """\
PM
Arbetsgruppsmöte digitala kallelser 2026-04-14
Deltog gjorde Åsa Wik, Roland Ås och Pia Thor. Frånvarande: Mats Gran
Åsa redogjorde för tidplanen som är oförändrad. Roland har kontaktat två leverantörer.
Det beslöts att pilot körs i september.
Att göra:
Pia – skriv kravlista (15/5)
Roland – boka studiebesök
""",
    "decisions at the end of a list": """\
Beslut vid ledningsgruppens möte 2026-02-17
1. Ledningsgruppen fastställer semesterplanen.
2. Ledningsgruppen ställer sig bakom ny rutin för blodsmitta.
3. Frågan om parkering bordläggs.
Närvarande: Per, Gunilla, Monika, Daniel
Vid protokollet Monika Strid
""",
    "unions": """\
Minnesanteckningar samverkan enhetsnivå
Arbetsgivare: Ewa Stål
Fack: Jan Örn (Kommunal), Liv Ask (Vårdförbundet)
1. Schema. Ny mall från vecka 20. Facken har inget att erinra.
2. Vikarier. Två anställs över sommaren.
""",
    "chat": """\
Sammanfattning från dagens avstämning
@alla kort:
✔ Kallelserna är skickade
✔ Karin bokade salen
➡ Olle fixar namnskyltar
➡ Maj ringer cateringen
Vi ses igen på torsdag 9.00
""",
    "labels in a table": """\
Uppföljningsmöte 22/4
| Deltagare | KL, OF, MB |
| Frånvarande | LH |
| Punkt 1 | Budget. KL gick igenom utfallet, 200 tkr över. |
| Punkt 2 | Bemanning. OF har anställt två. MB stämmer av med HR. |
| Nästa möte | 20/5 kl 10 |
""",
    "school council": """\
Skolråd på Linden
Vi var 9 föräldrar och 2 lärare.
Rektor Sofia hälsade välkommen och visade runt i nya matsalen.
Trafiken: många kör fort. Jonas kontaktar kommunen.
Klasskassa: förslaget röstades ner.
Nästa skolråd 18 maj.
""",
    "user forum": """\
Brukarforum den 9 april – vad sa vi?
Femton brukare och fyra från personalen var där.
Maten: för lite salt. Köket lovar att prova nya recept.
Utflykt: Sjövik vann omröstningen. Lena bokar buss.
Nästa forum är den 7 maj.
""",
    "english catch-up": """\
Sepsis group catch up 14 Jan
Present: AB, CD, EF
Apologies: GH
AB presented the audit. CD to share the tool with wards by Friday.
EF raised staffing. Deferred to February.
""",
    "norwegian note": """\
Møtenotat – koordineringsgruppe
Dato: 14.04.2026
Til stede: Kari, Ola, Per
Kari orienterte om bemanning. Gruppen støtter forslaget.
Ola følger opp mot kommunen innen 1. mai.
Neste møte 12. mai
""",
    "draft": """\
UTKAST
Protokoll fört vid konstituerande styrelsesammanträde
Lindens vårdsamfällighet, 2026-04-02
Närvarande ledamöter: A. Ström, B. Falk, C. Rot
§ 1 Ordföranden förklarade sammanträdet öppnat.
§ 2 Till sekreterare valdes B. Falk.
§ 3 Firman tecknas av A. Ström och C. Rot, var för sig.
""",
    "exchange of experience": """\
Erfarenhetsutbyte, kvalitetsombuden 5 maj (Teams)
Deltagare: se chatten, 12 st
Vårdhygien hade en dragning om handdesinfektion. Avd 5 berättade om sin tavla.
Flera vill ha gemensam mall. Ingrid tar fram en till nästa gång (2 juni).
Ombuden på avd 7 saknas fortfarande.
""",
    "workshop": """\
Dokumentation workshop målbild, 21 april
Grupp 1 (Anna, Bo, Ceder) kom fram till tre saker: korta vägar, en ingång, bättre telefon.
Grupp 2 (Dan, Eva) ville börja med journalen.
Gemensamt enades vi om att telefonen kommer först. Eva återkommer med tidplan.
""",
    "finland, short": """\
Ledningsgruppens möte 5.3
Plats: Teams
Närv. Holm, Backlund, Nygård (ordf.), Granö (sekr.)
1. Konstaterades att vikarier saknas. Nygård kontaktar skolan.
2. Budgeten antecknades till kännedom.
3. Nästa möte 12.3 kl. 9
""",
    "users council": """\
Brukarrådet möts i maj
Protokollförare: Gun
Ordet var fritt. Flera tog upp bussarna. Chefen lovade att ringa trafikbolaget.
Kommunens nya taxa är dyr. Rådet skriver ett brev. Gun och Olle gör ett utkast.
""",
    "kick-off": """\
Anteckningar
Kick-off delprojekt vård i hemmet
2026-01-15
Vi gick laget runt. Målbilden känns rätt.
Frågor att lösa: nycklar, jour, bilar.
Åsa driver nyckelfrågan.
""",
    "general meeting": """\
Protokoll fört vid ordinarie föreningsstämma i Vårdhuset
§ 1 Stämman öppnades av Anna Ström.
§ 2 Röstlängden fastställdes till 22 röster.
§ 3 Till ordförande för stämman valdes Bo Falk.
§ 4 Årsredovisningen lades fram och godkändes.
§ 5 Styrelsen beviljades ansvarsfrihet.
""",
    "two lines": """\
Kort möte om larmet 3/3: jag, Ida och Ture
Ida ringer Securia i dag. Ture flyttar givaren. Vi testar igen på fredag.
""",
    "pulse": """\
Pulsmöte vecka 9
Frånvarande: Ida (vab)
Grönt: bemanning, hygien
Gult: apparatur. Ture beställer delar
Rött: inget
Beslut: ingen övertid i helgen
""",
    "from a meeting": """\
Från möte med RPO-ordförande 14/4, Helena skriver
Närvaro: alla regioner utom Kustrike
* Nomineringar – Tallåsen saknar två
* Kunskapsstöd – remisser i maj
* Helena samlar in svar till 5/5
""",
    "residents": """\
PROTOKOLL fört vid möte med Samfälligheten
Tid: 2026-05-02 kl 10
Plats: vid brevlådorna
Vägen grusas i juni, Kent ringer entreprenören.
Avgiften oförändrad.
Bommen: låst från 22.
""",
    "thanks and a summary": """\
Hej allihop!
Tack för ett bra möte i går! Här kommer en sammanfattning:
Vi enades om att starta med avdelning 5. Lisa tar fram schema och Omar pratar med IT.
Gunilla kunde inte vara med men är informerad.
Nästa möte torsdag 12/3 kl 10.
Hälsningar Pia
""",
    "two sides": """\
Lokal samverkan Lingköpa
Mötesdatum: 2026-02-19
Deltagande: Region: Karin Lund, Ture Ek. Kommun: Olle Frisk, Maj Berg
Ej deltagande: Liv Ask
Information från regionen
Ny vårdcentral öppnar i augusti.
Information från kommunen
Två platser stängs på korttids.
Gemensamt
SIP-utbildning planeras i höst. Maj och Ture bokar datum.
""",
    "applications": """\
Antagningsnämnden
2026-03-03
Ledamöter: Bo Falk, Cia Rot, Dan Ek
Ärenden
Ansökan 12: bifalles
Ansökan 13: avslås
Ansökan 14: bordläggs, intyg saknas
Dan Ek underrättar sökandena
""",
    "norwegian prose": """\
Fra styremøtet 3. mars
Vi var Kari, Ola og Per. Siri hadde meldt forfall.
Regnskapet ble gjennomgått og godkjent. Ola bestiller nye stoler.
""",
    "english panel": """\
Record of discussion, ethics panel
Monday 2 March
Those present were Prof Ek, Dr Lund and Ms Falk.
The panel considered two cases. In case 1 it was felt that consent was unclear. Dr Lund will write to the team.
Case 2 was held over.
""",
    "agenda as a table, filled in": """\
Agenda LPO barn 14 april 2026
| Tid | Ärende | Föredragande | Anteckning |
| 9.00 | Inledning | Anna | Alla utom Bo är här. |
| 9.10 | Vaccin | Cia | Cia visar siffror. Vi avvaktar nationellt besked. |
| 9.40 | Remiss | Dan | Dan skriver svar till 3 maj. |
| 10.00 | Övrigt | Anna | Inget |
""",
    "status of each": """\
Lägesrapport projektmöte 3 mars
Deltagare: Bo, Cia, Dan (Eva föräldraledig)
Bo: kravspec klar, skickas på remiss
Cia: väntar på licenser, puffar leverantören
Dan: inget nytt
Nästa möte 17 mars
""",
    "planning day": """\
Planeringsdag ögonkliniken 14 april – sammanfattning
Dagen inleddes av Anna som gick igenom enkäten.
Grupparbetet visade att alla vill ha kortare möten.
Följande bestämdes:
1. Möten max 45 minuter
2. Bo ansvarar för ny mötesmall
3. Uppföljning i september
""",
    "two parties": """\
Möte med anhörigföreningen 14/4 kl 17
Närvarande från föreningen: Maj Berg, Kjell Ås
Närvarande från sjukhuset: Bo Alm, Cia Dahl
Frågor från föreningen:
- Varför ringer ingen tillbaka? Cia svarar att telefonsystemet är bytt.
- Kan man få hörlurar? Bo undersöker.
Nytt möte i höst.
""",
    "labels and tabs": """\
STYRGRUPPSMÖTE 5
Datum:	2026-04-14
Tid:	10–11
Deltagare:	Anna Ström, ordf
	Bo Falk
	Cia Rot
Ej närvarande:	Dan Ek
1	Status
	Två av tre delprojekt är gröna.
2	Beslutspunkter
2.1	Budget för 2027 godkänns.
2.2	Avtal med konsult: nej.
3	Nästa möte 12 maj
""",
    "sections only": """\
Socialnämndens arbetsutskott
§ 22 Ansökan om bidrag
Arbetsutskottet beslutar att avslå ansökan.
§ 23 Yttrande till länsstyrelsen
Arbetsutskottet antar yttrandet.
§ 24 Information
Förvaltningschefen informerar om sommaren.
Justerat 2026-04-20
Anna Ström   Bo Falk
""",
    "book": """\
Mötesbok hygienombuden
Möte nr 3
Var: personalrummet
Vilka: Ida, Ture, Maj, Sanna (kom 14.20)
Vad tog vi upp?
Handsprit, nya väggar. Ture skruvar upp.
Mätning: 92 % följer klädreglerna.
Till nästa gång
Ida tar med statistik.
""",
    "mail to the gang": """\
Hej gänget
Kort summering efter onsdagens träff (jag, Leo, Siri, Omar):
* vi kör vidare med pappersformuläret till sommaren
* Leo skriver om frågorna 3 och 4
* Siri är sjukskriven så Omar tar hennes mottagning
Ses den 20:e!
/Pia
""",
    "open house": """\
Rådslag kring närhälsan
Tid och plats: 5 maj, bygdegården
Cirka 40 besökare. Regionrådet Karin Lund öppnade och primärvårdschefen Ture Ek visade bilder.
Frågor ställdes om jourtider. Ture Ek svarade att de är oförändrade.
Karin Lund lovade att återkomma om ambulansen.
""",
    "verbs first": """\
Protokoll
Lindens samfällighet 3/3
Godkändes dagordningen.
Valdes Bo till justerare.
Beslöts att måla staketet i maj.
Mötet slut 19.40
""",
    "form as one table": """\
Minnesanteckning
| Möte | Nätverk sårvård |
| Datum | 2026-03-03 |
| Närvarande | Ida Falk, Ture Ek |
| Frånvarande | Maj Berg |
| Punkt | Noterat |
| Förband | Upphandling klar i maj |
| Utbildning | Ida håller i höstens kurs |
""",
    "units came": """\
Planeringsmöte operation 2026-03-03 07.30
Närv: ssk-chef, anestesi, ortopedi, kirurgi
Sal 4 stängd tors
Ortopedi lämnar en halvdag till kirurgi v 12
Anestesi saknar två, bemanning kontaktad
""",
}
