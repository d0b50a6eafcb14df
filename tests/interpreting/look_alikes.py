"""Short invented papers that speak of meetings, members and decisions, and are no minutes."""

from __future__ import annotations

LOOK_ALIKES: dict[str, str] = {
    "agenda with empty fields": """\
Samordningsråd ögonsjukvård
Datum: 5 mars 2026
Närvarande:
Frånvarande:
Vid pennan:
1. Mötets öppnande
Beslut:
2. Föregående anteckningar
Beslut:
3. Köer, Bo Alm informerar
Beslut:
4. Nästa möte
""",
    "agenda with presenters and times": """\
Möte med synrådet den 5 mars 2026
Deltagare: Helga Norin, Bo Alm, Cia Dahl, Tove Myr
13.00 Helga hälsar välkommen
13.10 Bo informerar om köerna
13.40 Cia visar nya linser
14.10 Paus
14.20 Diskussion: hur kortar vi kön?
14.50 Summering och nästa möte
""",
    "chair's script": """\
Körschema för ordföranden
1. Öppna mötet och hälsa välkommen.
2. Fråga om dagordningen kan godkännas.
3. Lämna ordet till Bo Alm som berättar om köerna.
4. Fråga om rådet är berett att gå till beslut.
5. Tacka för i dag.
""",
    "statutes": """\
Stadgar för Synföreningen
§ 1 Ändamål
Föreningen verkar för god synhälsa.
§ 5 Årsmöte
Årsmötet hålls före mars månads utgång. Vid årsmötet väljs ordförande och två justerare. Kallelse sänds ut fyra veckor före mötet.
§ 6 Styrelse
Styrelsen består av sju ledamöter. Protokoll förs vid alla sammanträden.
""",
    "annual meeting papers": """\
Handlingar till årsmötet 2026
1. Mötets öppnande
2. Val av ordförande och sekreterare för mötet
Valberedningen föreslår Helga Norin och Tove Myr.
3. Verksamhetsberättelse
Se bilaga 1.
4. Motioner
Styrelsen föreslår att motion 1 avslås.
5. Mötets avslutande
""",
    "mail about a time": """\
Från: Bo Alm
Till: Tove Myr
Ämne: Mötet den 5 mars
Hej Tove!
Kan vi flytta mötet en timme? Helga är i Östby på förmiddagen. Jag tar med projektorn och Cia ordnar fika.
Har du hunnit skriva klart anteckningarna från förra gången?
Mvh Bo
""",
    "mail that tells of a decision": """\
Från: Helga Norin
Till: Alla på ögonmottagningen
Ämne: Lördagsmottagning
Hej alla!
Som ni kanske hört beslutade ledningsgruppen i går att vi öppnar på lördagar från april. Bo Alm gör schemat och kommer \
att kontakta var och en av er.
Har ni frågor är ni välkomna till mig.
Helga
""",
    "travel report": """\
Reserapport från Nordiska ögonkongressen
Bergen 5–7 mars 2026
Deltagare från kliniken: Bo Alm, Cia Dahl
Första dagen inleddes av professor Lund som talade om linser. Många diskuterade priset. Vi presenterade vår poster.
Vi rekommenderar kliniken att köpa en ny kamera.
""",
    "interview": """\
Intervju med Helga Norin
Helga berättar att hon började som läkare 1998. Hon minns de första mötena i rådet.
– Vi diskuterade köer redan då, säger hon.
Nu tackar hon för sig och lämnar över till Bo Alm.
""",
    "quarterly report": """\
Kvartalsrapport ögonmottagningen
Januari–mars 2026
Under kvartalet har mottagningen infört lördagsmottagning. Ledningsgruppen beslutade i januari att anställa två ortoptister.
Bo Alm har ansvarat för schemat. Cia Dahl har utbildat personalen.
Väntetiden har kortats till nio veckor.
""",
    "call for nominations": """\
Nominering till arbetsgrupp för droppar
Rådet har beslutat att tillsätta en arbetsgrupp. Gruppen ska ha fyra ledamöter.
Skicka namn till Tove Myr senast den 20 mars.
Gruppen träffas första gången den 2 april.
""",
    "job advertisement": """\
Vi söker en sekreterare till synrådet
Du kallar till möten, skriver anteckningar och följer upp beslut. Du är van att arbeta självständigt.
Välkommen med din ansökan senast den 5 mars.
""",
    "guide for the chair": """\
Så leder du ett möte
Öppna i tid och hälsa alla välkomna. Gå igenom vilka som är närvarande.
Sammanfatta det ni kommit överens om och vem som gör vad.
Avsluta mötet med att bestämma nästa tid.
""",
    "template with examples": """\
Minnesanteckningar [rådets namn]
Datum: åååå-mm-dd
Närvarande: Förnamn Efternamn (organisation)
Frånvarande: Förnamn Efternamn (organisation)
1. Mötets öppnande
Klicka här för att skriva text.
2. [Rubrik]
Beslut: Skriv beslutet här
Ansvarig: Namn
""",
    "consultation replies": """\
Sammanställning av remissvar
| Instans | Synpunkt | Kommentar |
| Östby sjukhus | Tillstyrker förslaget. Önskar tydligare ansvar. | Justeras |
| Norra sjukhuset | Avstyrker kapitel 3. | Diskuteras vid nästa möte |
| Kommunerna | Har inget att erinra. | – |
""",
    "risk assessment": """\
Riskbedömning inför flytt av ögonmottagningen
Datum: 2026-03-05
Deltagare i riskbedömningen: Helga Norin, Bo Alm, Patrik Mo
| Risk | Sannolikhet | Åtgärd | Ansvarig | Klart |
| Fallrisk vid ramp | 3 | Halkskydd | Bo Alm | 1 april |
| Buller | 2 | Ljudmätning | Patrik Mo | 15 april |
""",
    "posting of adjustment": """\
Anslag/bevis
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ: Nämnden för ögonsjukvård
Sammanträdesdatum: 2026-03-05
Anslaget sätts upp: 2026-03-12
Anslaget tas ned: 2026-04-03
Förvaringsplats: Kansliet
Underskrift: Tove Myr
""",
    "reply to a motion": """\
Svar på motion om kvällsmottagning
Helga Norin har i en motion föreslagit att mottagningen håller öppet på kvällar.
Nämnden behandlade motionen den 5 mars och beslutade att remittera den till förvaltningen.
Förvaltningen bedömer att förslaget kan genomföras under 2027.
Nämnden föreslås besluta att anse motionen besvarad.
""",
    "record of a patient's visit": """\
Journalanteckning
Datum: 2026-03-05
Närvarande: patient, anhörig, Bo Alm överläkare
Patienten berättar att synen blivit sämre. Diskuterade behandling. Bo Alm kontaktar patienten när svar kommit.
""",
    "measurement protocol": """\
Mätprotokoll ventilation
Datum: 2026-03-05
Utfört av: Peter Gren
1. Rum 101: 42 l/s, godkänt
2. Rum 102: 38 l/s, godkänt
3. Rum 103: 12 l/s, åtgärdas
Peter Gren återkommer för ny mätning den 20 mars.
""",
    "workshop invitation": """\
Workshop om synhälsa
Torsdag 5 mars kl. 9–12, Sal Linden
Deltagare: synrådet, kommunerna och patientföreningen
Bo Alm inleder och berättar om läget. Därefter arbetar vi i grupper.
Läs underlaget före mötet. Anmälan till Tove Myr.
""",
    "telephone list": """\
Telefonlista synrådet
| Namn | Roll | Telefon |
| Helga Norin | ordförande | 000-11 |
| Bo Alm | ledamot | 000-12 |
| Tove Myr | sekreterare | 000-13 |
""",
    "weekly letter": """\
Veckobrev v 10
Hej alla medarbetare!
Veckan som gick: Helga träffade kommunen och Bo utbildade sju nya kollegor. Tack för era insatser.
På gång: APT den 12 mars, ta med era frågor. Glöm inte att registrera semestern.
Trevlig helg, Cia
""",
    "project status": """\
Statusrapport Synlyftet
Rapportperiod: februari 2026
Projektledare: Bo Alm
Läge: gult
Genomfört: Bo Alm har tagit fram en kravlista. Cia Dahl har kontaktat leverantörerna.
Planerat: Avtal skrivs i april. Beslut behövs från styrgruppen om budget.
""",
    "speech": """\
Invigningstal
Kära vänner! Tack för att ni kom hit i dag. Jag minns när rådet första gången diskuterade en ny mottagning.
Bo Alm ritade på en servett och Cia Dahl sa att det aldrig skulle gå.
Nu öppnar vi dörrarna!
""",
    "open issues": """\
Öppna frågor synrådet
Uppdaterad 2026-03-05
- Köer: Bo Alm bevakar, tas upp 23 april
- Kameror: Cia Dahl begär in anbud
- Webb: vilande
""",
    "form of a safety round": """\
Checklista skyddsrond
Närvarande: ______
Datum: ______
1. Belysning ☐ ok ☐ ej ok
2. Ventilation ☐ ok ☐ ej ok
Ansvarig: ______
""",
}
