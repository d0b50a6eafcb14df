"""Short invented papers of the sorts that lie in a council's library and are no minutes."""

from __future__ import annotations

OTHER: dict[str, str] = {
    "agenda with numbers": """\
Dagordning Samordningsråd ögonsjukvård
Datum: 5 mars 2026
Plats: Sal Linden
1. Mötets öppnande
2. Föregående anteckningar
3. Ögonbottenfotografering
4. Övriga frågor
5. Nästa möte
""",
    "agenda as a table": """\
Agenda programråd syn
2026-03-05 kl. 13.00–15.00
| Nr | Ärende | Föredragande | Tid |
| 1 | Mötets öppnande | Helga Norin | 13.00 |
| 2 | Remisser | Bo Alm | 13.10 |
| 3 | Nästa möte | Helga Norin | 14.50 |
""",
    "agenda with purposes": """\
Föredragningslista
Styrgrupp vårdval
5 mars 2026
| Ärende | Syfte | Handling |
| Avtal glasögonbidrag | Beslut | Bilaga 1 |
| Kvartalsrapport | Information | Bilaga 2 |
| Ny ledamot | Diskussion | – |
""",
    "summons": """\
Kallelse till möte med Samordningsråd ögonsjukvård
Härmed kallas ledamöterna till möte torsdag den 5 mars 2026 kl. 13.00 i Sal Linden.
Kallade: Helga Norin, Bo Alm, Cia Dahl
Meddela förhinder till Tove Myr senast den 26 februari.
""",
    "invitation": """\
Inbjudan till utbildningsdag
Välkommen till en dag om synhälsa den 12 maj 2026 på Hotell Ek, Östby.
Anmäl dig senast den 2 maj.
Program
09.00 Kaffe
09.30 Bo Alm berättar om nya metoder
12.00 Lunch
""",
    "programme": """\
Program temadag
| Tid | Ämne | Föredragande |
| 09.00 | Inledning | Helga Norin |
| 09.30 | Linser för barn | Cia Dahl |
| 11.00 | Paus | |
| 11.15 | Frågor | Bo Alm |
""",
    "decision paper": """\
Tjänsteutlåtande
Dnr 2026-00120
Ärende: Inköp av ögonbottenkameror
Förslag till beslut
Samordningsrådet föreslås besluta att köpa in två kameror.
Bakgrund
Kamerorna är från 2014 och går inte längre att laga.
Ekonomiska konsekvenser
Kostnaden är 800 000 kronor.
""",
    "office letter": """\
Tjänsteskrivelse
Till hälso- och sjukvårdsnämnden
Förslag till beslut
Nämnden beslutar att godkänna rapporten.
Sammanfattning
Nämnden beslutade i juni 2025 att ge förvaltningen i uppdrag att kartlägga köerna.
Handläggare: Bo Alm
""",
    "basis for decision": """\
Beslutsunderlag glasögonbidrag
Syfte: underlag inför rådets möte den 5 mars 2026
Bakgrund: Bidraget har diskuterats vid tre möten. Rådet enades i höstas om att vänta.
Alternativ 1: Bidraget höjs.
Alternativ 2: Bidraget är kvar.
Förslag: Alternativ 1.
""",
    "annual report": """\
Årsrapport 2025
Samordningsråd ögonsjukvård
Rådet har haft sex möten. Under året diskuterades köerna och rådet beslutade att starta en arbetsgrupp.
Ledamöter
Helga Norin, ordförande
Bo Alm
Cia Dahl
Resultat
Köerna har minskat med tolv procent.
""",
    "status report": """\
Delrapport Synprojektet
Period: januari–mars 2026
1. Sammanfattning
Projektet följer tidplanen.
2. Utfört arbete
Bo Alm kontaktade klinikerna och sammanställde svaren.
3. Nästa steg
Piloten startar i april.
""",
    "final report": """\
Slutrapport ögonbottenfotografering
Författare: Cia Dahl
1. Inledning
Uppdraget gavs av rådet i mars 2024.
2. Metod
Tolv mottagningar svarade på en enkät.
3. Resultat
Fler fick tid inom tre månader.
4. Slutsats
Arbetssättet bör införas.
""",
    "agreement": """\
Överenskommelse om samverkan
mellan Östby sjukhus och Norra sjukhuset
§ 1 Parter
§ 2 Avtalstid
Avtalet gäller från den 1 april 2026 till och med den 31 mars 2028.
§ 3 Ansvar
Parterna ansvarar för sina egna kostnader.
Underskrifter
Helga Norin
Bo Alm
""",
    "contract": """\
Avtal
§ 1 Omfattning
Leverantören ska leverera två kameror.
§ 2 Pris
800 000 kronor.
§ 3 Tvist
Tvist avgörs av allmän domstol.
För beställaren: Helga Norin
För leverantören: Sven Udd
""",
    "assignment": """\
Uppdragsbeskrivning för Samordningsråd ögonsjukvård
Syfte
Rådet samordnar vården mellan förvaltningarna.
Uppdrag
Rådet ska bereda frågor och lämna förslag.
Mötesformer
Rådet möts sex gånger om året. Sekreteraren skriver mötesanteckningar som godkänns vid nästa möte.
""",
    "directive": """\
Uppdragsdirektiv
Uppdragsgivare: Helga Norin
Uppdragstagare: Bo Alm
Bakgrund
Köerna växer.
Mål
En plan ska finnas den 1 juni 2026.
Avgränsning
Barn ingår inte.
""",
    "consultation answer": """\
Remissvar
Till Synmyndigheten
Yttrande över förslag till riktlinje för glaukom
Rådet tillstyrker förslaget men föreslår ett tillägg.
Rådet anser att kapitel 3 bör förtydligas.
Helga Norin, ordförande
""",
    "statement": """\
Yttrande
Dnr 2026-77
Rådet har tagit del av förslaget och lämnar följande synpunkter.
1. Allmänt
Förslaget är bra.
2. Särskilt
Avsnitt 4 saknar kostnader.
För rådet
Helga Norin
""",
    "newsletter": """\
Nyhetsbrev mars 2026
Samordningsråd ögonsjukvård
Rådet träffades den 5 mars och diskuterade köerna. Bo Alm berättade om kamerorna.
Nytt på webben
En ny sida har publicerats.
Kalender
12 maj Utbildningsdag
""",
    "routine": """\
Rutin för ögonbottenfotografering
Gäller från: 2026-04-01
Fastställd av: Helga Norin
1. Syfte
Rutinen beskriver hur bilderna tas.
2. Ansvar
Mottagningen ansvarar för att kallelsen skickas.
3. Genomförande
Patienten får droppar.
""",
    "guideline": """\
Riktlinje glaukom
Version 3
Beslutad av: Hälso- och sjukvårdsdirektören 2026-01-15
Bakgrund
Glaukom är vanligt.
Rekommendation
Kontroll bör ske varje år.
""",
    "checklist": """\
Checklista inför möte
☐ Boka lokal
☐ Skicka kallelse
☐ Skriv mötesanteckningar
☐ Skicka ut anteckningarna
Ansvarig: Tove Myr
""",
    "work plan": """\
Verksamhetsplan 2026
Samordningsråd ögonsjukvård
Mål 1: Kortare köer
Aktivitet: Bo Alm kartlägger köerna. Klart: juni.
Mål 2: Bättre samverkan
Aktivitet: Cia Dahl bjuder in kommunerna. Klart: september.
""",
    "project plan": """\
Projektplan Synprojektet
Projektledare: Bo Alm
| Vad | Vem | När |
| Kartläggning | Bo Alm | april |
| Pilot | Cia Dahl | maj |
| Rapport | Tove Myr | juni |
""",
    "attendance sheet": """\
Deltagarlista
Utbildningsdag 12 maj 2026
| Namn | Organisation | Närvaro |
| Helga Norin | ÖS | X |
| Bo Alm | NS | X |
| Cia Dahl | NS | |
""",
    "member list": """\
Ledamöter Samordningsråd ögonsjukvård
Uppdaterad 2026-02-01
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Cia Dahl (NS), ortoptist
Tove Myr (ÖS), sekreterare
Vakant (PV)
""",
    "rules of procedure": """\
Arbetsordning för rådet
1. Ordförande leder mötet.
2. Sekreteraren för protokoll.
3. Protokollet justeras av ordföranden.
4. Beslut fattas i enighet.
""",
    "template": """\
Mall mötesanteckningar
Datum: [datum]
Plats: [plats]
Deltagare
[Namn]
1. Öppnande
Skriv här
2. Beslut
Skriv här
""",
    "press release": """\
Pressmeddelande
Östby den 6 mars 2026
Regionen köper nya kameror
Samordningsrådet beslutade i går att rekommendera inköp av två kameror.
– Det är glädjande, säger ordförande Helga Norin.
""",
    "survey": """\
Enkät om synhälsa
1. Hur många patienter har ni?
2. Hur lång är väntetiden?
3. Vem ansvarar för kallelser?
Skicka svaret till Tove Myr senast den 3 april.
""",
    "slides": """\
Presentation
Köer i ögonsjukvården
Bo Alm, överläkare
Läget i mars
Tolv veckor
Förslag
Fler mottagningstimmar
""",
    "letter": """\
Informationsbrev
Till alla mottagningar
Från den 1 april gäller nya tider. Rådet informerade om detta i februari.
Hör av er till Tove Myr.
Med vänlig hälsning
Helga Norin
""",
    "action list": """\
Åtgärdslista
Samordningsråd ögonsjukvård
| Vad | Vem | När | Status |
| Beställa kamera | Bo Alm | 3 april | Pågår |
| Bjuda in kommunen | Cia Dahl | 1 maj | Klar |
""",
    "meeting times": """\
Mötestider 2026
Samordningsråd ögonsjukvård
5 mars kl. 13.00–15.00, Sal Linden
23 april kl. 13.00–15.00, Teams
28 maj kl. 09.00–12.00, Sal Linden
""",
    "plan of action": """\
Handlingsplan för kortare köer
1. Nuläge
Kön är tolv veckor.
2. Åtgärder
Bo Alm samordnar arbetet och rapporterar till rådet.
3. Uppföljning
Planen följs upp varje kvartal.
""",
    "quick guide": """\
Lathund för bildarkivet
1. Logga in
2. Välj patient
3. Ladda upp bilden
Frågor? Kontakta Tove Myr.
""",
}
