"""Short invented minutes in many layouts."""

from __future__ import annotations

MINUTES: dict[str, str] = {
    "plain headings": """\
Mötesanteckningar Samordningsråd ögonsjukvård
Datum: 5 mars 2026
# Deltagare
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Cia Dahl (NS), ortoptist
Tove Myr (ÖS), sekreterare
# 1. Öppnande
Helga hälsar välkommen.
# 2. Köer
Bo Alm berättar om läget.
# 3. Avslutning
Helga avslutar mötet.
""",
    "sections with att": """\
Protokoll programråd syn
Torsdagen den 5 mars 2026 kl. 13.00–15.00
# Närvarande
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Cia Dahl (NS), ortoptist
Tove Myr (ÖS), sekreterare
# § 1 Mötet öppnas
Ordföranden öppnar mötet.
# § 2 Kameror
## Beslut
Rådet beslutar
+ att köpa in två kameror
+ att uppdra åt Bo Alm att återkomma.
""",
    "two columns": """\
Mötesanteckning
Samordningsråd ögonsjukvård
Datum: 2026-03-05
Deltagare
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Cia Dahl (NS), ortoptist
Tove Myr (ÖS), sekreterare
| Mötespunkt | Anteckning |
| 1. Öppnande | Helga öppnar mötet. |
| 2. Köer | Bo Alm redovisar läget. Rådet konstaterar att kön växer. |
""",
    "table with owners": """\
Minnesanteckningar
Styrgrupp vårdval 5 mars 2026
Närvarande: Helga Norin, Bo Alm, Cia Dahl
Frånvarande: Sven Udd
| Punkt | Diskussion | Ansvarig | Klart |
| Avtal | Avtalet gicks igenom och priset diskuterades. | Bo Alm | 3 april |
| Webb | Sidan ska göras om före sommaren. | Cia Dahl | 1 juni |
""",
    "bold run-ins": """\
Anteckningar från möte 2026-03-05
Närvarande: Helga Norin, Bo Alm, Tove Myr
**Köer.** Bo Alm berättade att kön är tolv veckor.
**Kameror.** Vi enades om att köpa två kameror.
**Nästa möte.** Den 23 april.
""",
    "unnumbered bold": """\
Möte med nätverk synhälsa den 5 mars 2026
Deltagare: Helga Norin, Bo Alm, Cia Dahl
**Inledning**
Helga hälsade alla välkomna.
**Köer**
Bo Alm redogjorde för läget och kontaktar klinikerna.
**Avslut**
Mötet avslutades.
""",
    "association": """\
Protokoll fört vid styrelsemöte i Synföreningen
2026-03-05
Närvarande: Helga Norin, Bo Alm, Cia Dahl
1. Mötets öppnande
Helga Norin förklarade mötet öppnat.
2. Val av justerare
Bo Alm valdes att justera protokollet.
3. Ekonomi
Kassören redovisade läget.
4. Mötet avslutas
Ordföranden avslutade mötet.
""",
    "copilot": """\
Mötesanteckningar: Avstämning kameror
Datum: 2026-03-05
Deltagare: Helga Norin, Bo Alm, Cia Dahl
# Sammanfattning
Gruppen diskuterade inköpet och enades om två kameror.
# Inköp
Bo Alm presenterade tre anbud. Gruppen diskuterade priset.
# Uppgifter
- Bo Alm: Begär in ett nytt anbud senast den 12 mars.
""",
    "on top of an agenda": """\
Dagordning och mötesanteckningar
Samordningsråd ögonsjukvård 5 mars 2026
Närvarande: Helga Norin, Bo Alm, Tove Myr
1. Öppnande
Helga öppnade mötet och hälsade välkommen.
2. Köer
Bo Alm redovisade läget. Kön är tolv veckor. Rådet diskuterade vad som kan göras.
3. Nästa möte
23 april.
""",
    "agenda title left in": """\
Dagordning Samordningsråd ögonsjukvård
Datum: 5 mars 2026
Närvarande: Helga Norin, Bo Alm, Cia Dahl, Tove Myr
1. Öppnande
Helga öppnade mötet och hälsade välkommen. Dagordningen godkändes.
2. Köer
Bo Alm berättade om läget. Rådet konstaterade att kön växer och diskuterade orsaker.
3. Kameror
Rådet beslutade att köpa två kameror. Cia kontaktar leverantören.
""",
    "no title": """\
Samordningsråd ögonsjukvård 2026-03-05 kl. 13–15
Närvarande: Helga Norin, Bo Alm, Tove Myr (vid anteckningarna)
1. Öppnande
Helga öppnade mötet.
2. Köer
Bo Alm informerade om köerna. Tove tar fram statistik till nästa möte.
3. Övrigt
Inget övrigt togs upp. Mötet avslutades.
""",
    "presence matrix": """\
Sammanträdesprotokoll
Nämndens arbetsutskott
Sammanträdesdatum: 2026-03-05
| Namn | Närvarande | Frånvarande |
| Helga Norin | X | |
| Bo Alm | X | |
| Sven Udd | | X |
§ 10 Upprop
Ordföranden öppnade sammanträdet.
§ 11 Kameror
Utskottet beslutade att bifalla förslaget.
§ 12 Avslutning
Sammanträdet avslutades.
""",
    "decisions only": """\
Beslutsprotokoll
Styrgrupp vårdval 2026-03-05
Närvarande: Helga Norin, Bo Alm
1. Kameror
Beslut: Två kameror köps in.
2. Webb
Beslut: Sidan görs om.
3. Avtal
Beslut: Avtalet förlängs ett år.
""",
    "prose": """\
Minnesanteckningar från samråd den 5 mars 2026
Närvarande: Helga Norin, Bo Alm och Cia Dahl
# Läget
Bo Alm berättade om köerna och Helga Norin tackade för arbetet.
# Framåt
Cia Dahl kontaktar kommunerna före sommaren.
""",
}
