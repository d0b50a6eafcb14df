"""Short invented minutes that look like something else: letters, mails, logs, tables without a title, bullets, a single paragraph."""

from __future__ import annotations

ODD_MINUTES: dict[str, str] = {
    "letter": """\
Till rådets ledamöter
Hej alla! Här kommer en kort redogörelse för mötet den 5 mars.
Vi var fem personer: Helga Norin, Bo Alm, Cia Dahl, Sven Udd och undertecknad.
Bo berättade om köerna till ögonmottagningen. De är nu tolv veckor.
Vi bestämde att köpa två kameror. Bo begär in anbud före påsk.
Nästa möte blir den 23 april.
Hälsningar Tove Myr
""",
    "mail": """\
Från: Tove Myr
Skickat: den 6 mars 2026 08:40
Till: Synrådet
Ämne: Anteckningar från gårdagens möte
Hej!
Närvarande: Helga, Bo, Cia och jag. Sven hade förhinder.
- Linser: Cia har fått prislistan och skickar den till alla.
- Webben: vi väntar tills regionen är klar.
- Helga bokar sal till nästa gång, 23 april kl. 13.
/Tove
""",
    "table without a title": """\
Klinikråd ögon 5/3
Närv: Helga, Bo, Cia
| Fråga | Vad vi kom fram till | Vem |
| Köer | Tolv veckor nu. Extra mottagning två lördagar. | Bo |
| Kameror | Två köps in. Cia beställer. | Cia |
| Semester | Tas nästa gång. | |
""",
    "bullets": """\
Avstämning synhälsa 260305
Med: Helga N, Bo A, Cia D
Inte med: Sven U
- Bo har ringt leverantören, svar väntas i nästa vecka
- Vi tar bort kravet på remiss
- Cia skriver om patientbrevet, klart 19/3
- Lokalen får vänta
Nästa avstämning 19/3 kl 9
""",
    "referat": """\
Referat från samråd om synundersökningar
Östby den 5 mars 2026
Deltagare: Helga Norin och Bo Alm från Östby sjukhus, Ulla Bergman från kommunen
Bo Alm beskrev hur barnen kallas i dag. Ulla Bergman menade att skolan nås för sent.
Man kom överens om att pröva en gemensam lista under hösten. Ulla Bergman tar fram ett utkast.
""",
    "resume": """\
Resumé, styrgruppsmöte den 5 mars
Samtliga deltog utom Sven Udd.
Ekonomi: Helga gick igenom utfallet. Inga frågor.
Pilot: Styrgruppen godkände förlängning till årsskiftet.
Risker: Bo uppdaterar listan före nästa möte.
""",
    "assistant's summary": """\
Mötessammanfattning
Avstämning kameror, 5 mars 2026 13:00–13:45
AI-genererat innehåll kan vara felaktigt.
Under mötet diskuterades leveranstiden och utbildningen. Helga Norin redogjorde för avtalet och Bo Alm lyfte behovet av stöd.
Viktiga beslut
Gruppen enades om att utbildningen hålls i maj.
Uppföljningsuppgifter
Boka lokal: Bo bokar en lokal för utbildningen.
Skicka avtalet: Helga skickar avtalet till gruppen.
""",
    "log": """\
Mötesloggen, projekt Linsen
5 mars: Helga, Bo, Cia.
Leveransen är två veckor sen. Bo stöter på.
Beslut: vi flyttar starten till den 4 maj.
Cia informerar mottagningen.
""",
    "documentation": """\
Dokumentation från möte om ögonbottenbilder
2026-03-05, Sal Linden
På plats: Helga Norin, Bo Alm, Cia Dahl, Ulla Bergman
Syftet med mötet var att jämföra arbetssätten.
Helga inledde. Östby granskar bilderna varje vecka, Norra varannan.
Gruppen ser helst att alla granskar varje vecka. Bo sammanställer hur många timmar det kräver till den 1 april.
""",
    "pm": """\
PM från möte med leverantören
Datum: 2026-03-05
Närvarande: Helga Norin, Bo Alm, Peter Gren (Linsfabriken)
Peter Gren redovisade serviceavtalet. Helga framförde att svarstiden är för lång.
Leverantören återkommer med nytt förslag senast den 20 mars.
Vid pennan: Bo Alm
""",
    "finland": """\
Direktionen för ögonsjukvård
PROTOKOLL 2/2026
Tid: torsdag 5.3.2026 kl. 15.00–16.40
Plats: Sammanträdesrummet, Kustvägen 4
Närvarande: Norin Helga, ordförande, Alm Bo, medlem, Dahl Cia, medlem
Frånvarande: Udd Sven, medlem
§ 11 Sammanträdets laglighet och beslutförhet
Beslut: Sammanträdet konstaterades vara lagligt sammankallat och beslutfört.
§ 12 Anskaffning av kameror
Beredning: Ledande läkaren
Förslag: Två kameror anskaffas.
Beslut: Enligt förslaget.
§ 13 Sammanträdets avslutande
Sammanträdet avslutades kl. 16.40.
""",
    "filled in agenda": """\
Dagordning ledningsgrupp ögon 5/3
1. Förra protokollet – ok
2. Köer – Bo visade siffror, tolv veckor. Vi drar igång lördagsmottagning.
3. Kameror – Cia begär in anbud, svar till nästa möte
4. Semester – hann vi inte med, tas 19/3
5. Övrigt – inget
Närvarande: Helga, Bo, Cia
""",
    "what we decided": """\
Styrgrupp Synlyftet möte 4, 5 mars 2026 – kort notis
Det här bestämde vi:
- Piloten förlängs till december
- Bo Alm är ny kontaktperson mot kommunen
- Helga Norin skriver till regionstyrelsen om medel
Sven Udd och Cia Dahl kunde inte komma.
""",
    "one paragraph": """\
Möte i arbetsgruppen 5 mars 2026. Närvarande Helga Norin, Bo Alm och Cia Dahl. Bo Alm berättade att linserna är slut. \
Vi beslutade att beställa från Norra. Cia Dahl ringer i morgon. Nästa möte 19 mars.
""",
    "office note": """\
Tjänsteanteckning – möte med Östby kommun den 5 mars 2026
Deltagare: Helga Norin, Bo Alm, Ulla Bergman (kommunen)
Ulla Bergman informerade om att skolsköterskorna saknar syntavlor.
Överenskommet: regionen lånar ut tjugo tavlor. Bo Alm ordnar transporten senast den 27 mars.
""",
    "morning meeting": """\
Morgonmöte v 10
Alla på plats utom Sven.
Två inställda operationer i går. Helga pratar med bemanningen.
Nytt dropp från onsdag, Cia visar hur det kopplas.
Bo påminner om tidrapporten.
""",
    "first person": """\
I korthet från nätverksträffen
Vi sågs den 5 mars på Gränsö. Jag, Helga Norin, skrev. Bo Alm hade lämnat återbud.
Cia Dahl visade filmen om droppar. Mycket uppskattat!
Vi är eniga om att filmen ska läggas på webben. Cia tar det med kommunikationsenheten.
Frågan om körkort sköts till hösten.
""",
    "workplace meeting": """\
APT ögonmottagningen
Datum: 5 mars
Närvarande: 14 medarbetare
Vid pennan: Tove
# Information
Ny chef från maj. Lönerevisionen är klar i april.
# Arbetsmiljö
Larmet i rum 4 är trasigt. Tove felanmäler.
# Övrigt
Inget.
""",
    "parents": """\
Kort från klassmöte 5/3
Här: Helga (Alma), Bo (Nils), Cia (Tuva) och mentorn
Resan: vi siktar på Gränsö i juni. Bo kollar båten.
Kassan: 4 300 kr. Cia håller i fikat i april.
""",
    "interview of groups": """\
Minnesnotat från dialog med patientföreningen
Torsdagen den 5 mars 2026
Från föreningen kom Ulla Bergman och Kjell Ås. Från kliniken kom Helga Norin och Bo Alm.
Föreningen framförde önskemål om kvällstider. Kliniken svarade att det prövas i höst.
Kjell Ås undrade över taxan, Helga tar reda på vad som gäller och återkopplar.
""",
    "noteringar": """\
Noteringar rond- och planeringsmöte 2026-03-05
HN, BA, CD, TM
HN drog läget. Inga platser förrän v 12.
BA föreslår lördagar. Vi provar i april. BA gör schema.
CD kollar med personalavdelningen (ersättning).
Nästa: 12/3.
""",
    "minutes with a covering letter": """\
Hej!
Nedan finns noteringarna från i torsdags, hör av er om något är fel.
Mvh Tove
Synråd Östby, torsdag 5 mars
Helga, Bo och Cia deltog.
1. Remisser
Rådet tillstyrker förslaget. Tove skriver svaret.
2. Droppar
Ont om tid, tas upp den 23 april.
""",
    "circulated summary": """\
Sammanfattning av arbetsutskottets möte 5 mars 2026
Utskottet gick igenom nomineringarna och föreslår Bo Alm och Cia Dahl.
Helga Norin har talat med kansliet: arvodet är oförändrat.
Utskottet beslutade att flytta vårmötet till den 28 maj. Tove Myr meddelar alla.
Vid anteckningarna: Tove Myr
""",
    "decision notes": """\
Beslutsnoteringar LG 2026-03-05
Deltog: HN, BA, CD. Frånv: SU
1) Lördagsmottagning införs 1 april. (BA)
2) Kameror: avslag, nytt försök i höst.
3) Semester: perioderna låses 15 mars. (CD)
""",
    "english notes": """\
Notes: vision working group, 5 March 2026
On the call: Helen, Bob and Carol. Apologies from Steve.
Bob reported that the camera has arrived. Helen will book training.
We agreed to meet monthly.
Next call 2 April.
""",
    "norwegian notes": """\
Oppsummering etter møte i øyegruppen 5. mars 2026
Til stede: Helga, Bo og Siri. Forfall: Svein.
Bo fortalte om køene. Vi ble enige om lørdagspoliklinikk i april.
Siri sender forslag til avdelingen innen 20. mars.
""",
}
