"""Pages that write their items in many shapes, each with the items that it has."""

from __future__ import annotations

HEAD = """\
Mötesanteckningar Synrådet
Datum: 5 mars 2026
Närvarande: Helga Norin, Bo Alm, Cia Dahl
"""

SHAPES: dict[str, tuple[str, list[str]]] = {
    "underlined": (
        HEAD
        + """\
__Köer__
Bo berättar om köerna. De växer.
__Kameror__
Cia beställer två kameror.
__Övrigt__
Inget.
""",
        ["Köer", "Kameror", "Övrigt"],
    ),
    "underlined lead": (
        HEAD
        + """\
__Köer:__ Bo berättar om köerna. De växer.
__Kameror:__ Cia beställer två kameror.
__Övrigt:__ Inget.
""",
        ["Köer", "Kameror", "Övrigt"],
    ),
    "caps": (
        HEAD
        + """\
KÖER
Bo berättar om köerna. De växer.
KAMEROR
Cia beställer två kameror.
ÖVRIGT
Inget.
""",
        ["KÖER", "KAMEROR", "ÖVRIGT"],
    ),
    "caps numbered": (
        HEAD
        + """\
1. KÖER
Bo berättar om köerna. De växer.
2. KAMEROR
Cia beställer två kameror.
3. ÖVRIGT
Inget.
""",
        ["1 KÖER", "2 KAMEROR", "3 ÖVRIGT"],
    ),
    "tight plain": (
        HEAD
        + """\
Köer
Bo berättar om köerna. De växer.
Kameror
Cia beställer två kameror.
Övrigt
Inget.
Nästa gång
3 april kl 13.
""",
        ["Köer", "Kameror", "Övrigt", "Nästa gång"],
    ),
    "tight plain bullets": (
        """\
Avstämning 5/3
Med: Helga, Bo, Cia
Sen sist
- Bo har ringt
- Cia är klar
Idag
- Kameror: vi köper två
- Bo bokar sal
Framåt
- Cia kallar till nytt möte
""",
        ["Sen sist", "Idag", "Framåt"],
    ),
    "number apart line": (
        HEAD
        + """\
§ 1
Öppnande
Helga öppnar mötet.
§ 2
Köer
Bo berättar om köerna.
§ 3
Nästa möte
Den 3 april.
""",
        ["1 Öppnande", "2 Köer", "3 Nästa möte"],
    ),
    "number in text run": (
        HEAD
        + """\
1. Öppnande. Helga öppnar mötet och hälsar välkommen.
2. Köer. Bo berättar om köerna. Cia tar fram statistik.
3. Nästa möte. Den 3 april.
""",
        ["1 Öppnande", "2 Köer", "3 Nästa möte"],
    ),
    "number colon": (
        HEAD
        + """\
1: Öppnande
Helga öppnar mötet.
2: Köer
Bo berättar om köerna.
3: Övrigt
Inget.
""",
        ["1 Öppnande", "2 Köer", "3 Övrigt"],
    ),
    "punkt n": (
        HEAD
        + """\
Punkt 1 Öppnande
Helga öppnar mötet.
Punkt 2 Köer
Bo berättar om köerna.
Punkt 3 Övrigt
Inget.
""",
        ["1 Öppnande", "2 Köer", "3 Övrigt"],
    ),
    "dash title": (
        HEAD
        + """\
1 – Öppnande
Helga öppnar mötet.
2 – Köer
Bo berättar om köerna.
3 – Övrigt
Inget.
""",
        ["1 Öppnande", "2 Köer", "3 Övrigt"],
    ),
    "skipped numbers": (
        HEAD
        + """\
1. Öppnande
Helga öppnar mötet.
2. Köer
Bo berättar.
5. Kameror
Cia beställer.
9. Övrigt
Inget.
""",
        ["1 Öppnande", "2 Köer", "5 Kameror", "9 Övrigt"],
    ),
    "sub items": (
        HEAD
        + """\
1. Öppnande
Helga öppnar mötet.
2. Rapporter
2.1 Östby
Bo rapporterar.
2.2 Norra
Cia rapporterar.
3. Övrigt
Inget.
""",
        ["1 Öppnande", "2 Rapporter", "2.1 Östby", "2.2 Norra", "3 Övrigt"],
    ),
    "letters": (
        HEAD
        + """\
# 1. Öppnande
Helga öppnar mötet.
# 2. Rapporter
## a) Östby
Bo rapporterar.
## b) Norra
Cia rapporterar.
# 3. Övrigt
Inget.
""",
        ["1 Öppnande", "2 Rapporter", "2a Östby", "2b Norra", "3 Övrigt"],
    ),
    "boxed": (
        """\
Mötesanteckningar Synrådet
5 mars 2026
| Deltagare | Helga Norin⏎Bo Alm |
| Frånvarande | Cia Dahl |

| 1. Inledning |
| Vad sades | Helga öppnar. |

| 2. Köer |
| Vad sades | Bo berättar om köerna. |
| Vi bestämde | Lördagar prövas. |
| Görs | Bo Alm gör schema. |

| 3. Övrigt |
| Vad sades | Inget. |
""",
        ["1 Inledning", "2 Köer", "3 Övrigt"],
    ),
    "boxed unnumbered": (
        """\
Mötesanteckningar Synrådet
5 mars 2026
Närvarande: Helga Norin, Bo Alm

| **Inledning** |
| Diskussion | Helga öppnar. |

| **Köer** |
| Diskussion | Bo berättar om köerna. |
| Beslut | Lördagar prövas. |

| **Övrigt** |
| Diskussion | Inget. |
""",
        ["Inledning", "Köer", "Övrigt"],
    ),
    "facts and items in one table": (
        """\
Synrådet, protokoll nr 3
| Tid | Torsdagen den 5 mars 2026 kl. 13–15 |
| Plats | Sal Linden |
| Ledamöter | Helga Norin⏎Bo Alm⏎Cia Dahl |
| Frånvarande | Sven Udd |
| § 19 | Öppnande. Ordföranden öppnar mötet. |
| § 20 | Dagordning. Inga tillägg. |
| § 21 | Köer. Bo berättar om läget. Kön är tolv veckor. |
| Beslut | Lördagar prövas. |
| Åtgärd | Alm gör schema. |
|  | I väntan på schemat gäller det gamla. |
| § 22 | Nästa möte. Den 3 april. |
""",
        ["19 Öppnande", "20 Dagordning", "21 Köer", "22 Nästa möte"],
    ),
    "section rows": (
        """\
Protokoll nämnden
Sammanträde 5 mars 2026
Närvarande ledamöter
Helga Norin, ordförande
Bo Alm
Cia Dahl
| § 29 | Öppnande och val av justerare |
| Beslut | Bo Alm utses. |
| § 30 | Kursplan |
| Föredragande | Cia Dahl |
| Ärendet | Kursen har reviderats. |
| Beslut | Nämnden beslutar⏎att fastställa planen. |
| § 31 | Budget |
| Ärendet | Överskott. |
| Beslut | Läggs till handlingarna. |
""",
        ["29 Öppnande och val av justerare", "30 Kursplan", "31 Budget"],
    ),
    "time slots": (
        HEAD
        + """\
| Tid | Punkt | Anteckning |
| 13.00 | Inledning | Helga öppnar mötet. |
| 13.10 | Köer | Bo berättar. |
| 14.00 | Paus | |
| 14.15 | Övrigt | Inget |
""",
        ["Inledning", "Köer", "Paus", "Övrigt"],
    ),
    "time slots headings": (
        HEAD
        + """\
13.00 Inledning
Helga öppnar mötet.
13.10 Köer
Bo berättar om köerna.
14.15 Övrigt
Inget.
""",
        ["Inledning", "Köer", "Övrigt"],
    ),
    "table without header": (
        HEAD
        + """\
| Inledning | Helga öppnar mötet och hälsar alla välkomna till årets första möte. |
| Köer | Bo berättar om köerna som nu är tolv veckor långa på Östby sjukhus. |
| Övrigt | Inget övrigt togs upp utan mötet avslutades klockan femton. |
""",
        ["Inledning", "Köer", "Övrigt"],
    ),
    "short table without header": (
        HEAD
        + """\
| Inledning | Helga öppnar. |
| Köer | Tolv veckor nu. Bo ringer. |
| Kameror | Två köps. |
| Övrigt | Inget. |
""",
        ["Inledning", "Köer", "Kameror", "Övrigt"],
    ),
    "answers and decisions": (
        """\
Veckomöte v 18
Närv: Helga, Bo, Cia
| # | Fråga | Svar/beslut |
| 1 | Kylväskor | Bo beställer. |
| 2 | Avtal | Cia väntar. |
| 3 | Start | 18 maj |
""",
        ["1 Kylväskor", "2 Avtal", "3 Start"],
    ),
    "everyday column heads": (
        HEAD
        + """\
| Ämne | Vad vi sa | Vem gör vad |
| Köer | Tolv veckor. | Bo gör schema |
| Kameror | Två köps. | Cia beställer |
""",
        ["Köer", "Kameror"],
    ),
    "bold with bold labels": (
        HEAD
        + """\
**1. Köer**
Bo berättar om köerna.
**Beslut**
Lördagar prövas.
**2. Kameror**
Cia berättar.
**Beslut**
Två köps.
""",
        ["1 Köer", "2 Kameror"],
    ),
    "bold unnumbered with labels": (
        HEAD
        + """\
**Köer**
Bo berättar om köerna.
**Beslut**
Lördagar prövas.
**Kameror**
Cia berättar.
**Beslut**
Två köps.
**Övrigt**
Inget.
""",
        ["Köer", "Kameror", "Övrigt"],
    ),
    "headings with levels": (
        """\
# Mötesanteckningar
Synrådet 5 mars 2026
## Närvarande
Helga Norin
Bo Alm
## Köer
Bo berättar.
### Beslut
Lördagar prövas.
## Kameror
Cia berättar.
### Beslut
Två köps.
## Nästa möte
3 april
""",
        ["Köer", "Kameror", "Nästa möte"],
    ),
    "bullets only": (
        HEAD
        + """\
- Köer: tolv veckor. Bo gör schema.
- Kameror: Cia beställer två.
- Övrigt: inget.
""",
        [],
    ),
    "colon titles": (
        HEAD
        + """\
Köer:
Bo berättar om köerna.
Kameror:
Cia beställer två kameror.
Övrigt:
Inget.
""",
        ["Köer", "Kameror", "Övrigt"],
    ),
    "run in colon plain": (
        HEAD
        + """\
Köer: Bo berättar om köerna. De växer.
Kameror: Cia beställer två kameror.
Övrigt: Inget.
""",
        [],
    ),
    "filled agenda": (
        """\
Dagordning 5/3
Närvarande: Helga, Bo, Cia
1. Förra protokollet
Ok.
2. Köer
Bo berättar. Vi drar igång lördagar.
3. Kameror (Cia)
Cia begär in anbud.
4. Övrigt
""",
        ["1 Förra protokollet", "2 Köer", "3 Kameror (Cia)", "4 Övrigt"],
    ),
    "filled agenda dash": (
        """\
Dagordning 5/3
Närvarande: Helga, Bo, Cia
1. Förra protokollet – ok
2. Köer – Bo visade siffror, tolv veckor.
3. Kameror – Cia begär in anbud, svar till nästa möte
4. Övrigt – inget
""",
        ["1 Förra protokollet", "2 Köer", "3 Kameror", "4 Övrigt"],
    ),
    "italic presenter": (
        HEAD
        + """\
# 1. Köer
Bo Alm
Tolv veckor. Rådet diskuterade.
# 2. Kameror
Cia Dahl
Två köps.
""",
        ["1 Köer", "2 Kameror"],
    ),
    "extra punkt": (
        HEAD
        + """\
# 1. Köer
Tolv veckor.
# 2. Kameror
Två köps.
# Extra punkt: Webb
Sidan är trasig.
# 3. Övrigt
Inget.
""",
        ["1 Köer", "2 Kameror", "Extra punkt: Webb", "3 Övrigt"],
    ),
    "case number": (
        HEAD
        + """\
§ 12/2026 Köer
Tolv veckor.
§ 13/2026 Kameror
Två köps.
§ 14/2026 Övrigt
Inget.
""",
        ["12 Köer", "13 Kameror", "14 Övrigt"],
    ),
    "fi dnr": (
        HEAD
        + """\
21 § Köer
Tolv veckor.
22 § Kameror
Två köps.
23 § Övrigt
Inget.
""",
        ["21 Köer", "22 Kameror", "23 Övrigt"],
    ),
    "letters of the body": (
        HEAD
        + """\
SR 1 Köer
Tolv veckor.
SR 2 Kameror
Två köps.
SR 3 Övrigt
Inget.
""",
        ["1 Köer", "2 Kameror", "3 Övrigt"],
    ),
    "roman": (
        HEAD
        + """\
I. Köer
Tolv veckor.
II. Kameror
Två köps.
III. Övrigt
Inget.
""",
        ["I Köer", "II Kameror", "III Övrigt"],
    ),
    "letters upper": (
        HEAD
        + """\
A. Köer
Tolv veckor.
B. Kameror
Två köps.
C. Övrigt
Inget.
""",
        ["A Köer", "B Kameror", "C Övrigt"],
    ),
    "auto list with text": (
        HEAD
        + """\
+ Köer
Tolv veckor. Bo ringer.
+ Kameror
Två köps.
+ Övrigt
Inget.
""",
        ["1 Köer", "2 Kameror", "3 Övrigt"],
    ),
    "auto list run on": (
        HEAD
        + """\
+ Köer. Tolv veckor. Bo ringer.
+ Kameror. Två köps.
+ Övrigt. Inget.
""",
        ["1 Köer", "2 Kameror", "3 Övrigt"],
    ),
    "fi section alone": (
        HEAD
        + """\
12 §
ÖPPNANDE
Helga öppnar mötet.
13 §
KÖER
Bo berättar om köerna.
14 §
NÄSTA MÖTE
Den 3 april.
""",
        ["12 ÖPPNANDE", "13 KÖER", "14 NÄSTA MÖTE"],
    ),
    "fi heading alone": (
        HEAD
        + """\
# § 12
Öppnande
Helga öppnar mötet.
# § 13
Köer
Bo berättar om köerna.
# § 14
Nästa möte
Den 3 april.
""",
        ["12 Öppnande", "13 Köer", "14 Nästa möte"],
    ),
    "body section": (
        HEAD
        + """\
Dir § 12
Öppnande
Helga öppnar mötet.
Dir § 13
Köer
Bo berättar om köerna.
Dir § 14
Nästa möte
Den 3 april.
""",
        ["12 Öppnande", "13 Köer", "14 Nästa möte"],
    ),
    "body section title": (
        HEAD
        + """\
Dir. § 12 Öppnande
Helga öppnar mötet.
Dir. § 13 Köer
Bo berättar om köerna.
Dir. § 14 Nästa möte
Den 3 april.
""",
        ["12 Öppnande", "13 Köer", "14 Nästa möte"],
    ),
    "boxed with number cell": (
        HEAD
        + """\
| § 12 | Öppnande |
| Beslut | Mötet öppnades. |

| § 13 | Köer |
| Beredning | Bo Alm |
| Förslag | Lördagar prövas. |
| Beslut | Enligt förslaget. |

| § 14 | Nästa möte |
| Beslut | 3 april |
""",
        ["12 Öppnande", "13 Köer", "14 Nästa möte"],
    ),
    "boxes of numbers and text between": (
        HEAD
        + """\
| § 12 | Öppnande |

Helga öppnar mötet.
| § 13 | Köer |

Bo berättar om köerna.
| § 14 | Nästa möte |

3 april
""",
        ["12 Öppnande", "13 Köer", "14 Nästa möte"],
    ),
    "headings part, items typed": (
        """\
# Protokoll Synrådet
5 mars 2026
# Närvarande
Helga Norin
Bo Alm
# Ärenden
1. Öppnande
Helga öppnar.
2. Köer
Bo berättar.
3. Kameror
Cia beställer.
4. Nästa möte
3 april
# Underskrifter
Helga Norin
""",
        ["1 Öppnande", "2 Köer", "3 Kameror", "4 Nästa möte"],
    ),
    "agenda first then minutes": (
        """\
Mötesanteckningar Synrådet
5 mars 2026
Närvarande: Helga, Bo
Dagordning
1. Öppnande
2. Köer
3. Övrigt
Anteckningar
1. Öppnande
Helga öppnar.
2. Köer
Bo berättar om läget.
3. Övrigt
Inget.
""",
        ["1 Öppnande", "2 Köer", "3 Övrigt"],
    ),
    "time in number cell": (
        HEAD
        + """\
| 1. 13:00-13:10 | Inledning | Helga öppnar. |
| 2. 13:10-13:30 | Köer | Bo berättar. |
| 3. 13:30-13:40 | Paus | |
| 4. 13:40-14:00 | Övrigt | Inget. |
""",
        ["1 Inledning", "2 Köer", "3 Paus", "4 Övrigt"],
    ),
    "numbers without dot, wide": (
        HEAD
        + """\
1	Öppnande
Helga öppnar.
2	Köer
Bo berättar om läget.
3	Övrigt
Inget.
""",
        ["1 Öppnande", "2 Köer", "3 Övrigt"],
    ),
    "dnr in title": (
        HEAD
        + """\
§ 12 Köer (dnr 2026/12)
Tolv veckor.
§ 13 Kameror (dnr 2026/14)
Två köps.
§ 14 Övrigt
Inget.
""",
        ["12 Köer (dnr 2026/12)", "13 Kameror (dnr 2026/14)", "14 Övrigt"],
    ),
    "page break in table": (
        HEAD
        + """\
| Punkt | Anteckning |
| 1. Köer | Bo berättar att kön är |
|  | tolv veckor lång nu. Cia gör schema. |
| 2. Övrigt | Inget. |
""",
        ["1 Köer", "2 Övrigt"],
    ),
    "title cut by page break": (
        HEAD
        + """\
| Punkt | Anteckning |
| 1. Köer till | Bo berättar om köerna. |
| mottagningen |  |
| 2. Övrigt | Inget. |
""",
        ["1 Köer till mottagningen", "2 Övrigt"],
    ),
    "header repeated after page break": (
        HEAD
        + """\
| Punkt | Anteckning |
| 1. Köer | Bo berättar om köerna. |
| Punkt | Anteckning |
| 2. Övrigt | Inget. |
""",
        ["1 Köer", "2 Övrigt"],
    ),
    "prompt left": (
        HEAD
        + """\
# 1. Köer
Tolv veckor.
# 2. [Rubrik]
Klicka här för att ange text
# 3. Övrigt
Inget.
""",
        ["1 Köer", "3 Övrigt"],
    ),
    "body then section": (
        HEAD
        + """\
Dir 12 §
Öppnande
Helga öppnar mötet.
Dir 13 §
Köer
Bo berättar om köerna.
Dir 14 §
Nästa möte
Den 3 april.
""",
        ["12 Öppnande", "13 Köer", "14 Nästa möte"],
    ),
    "section behind title": (
        HEAD
        + """\
Öppnande § 12
Helga öppnar mötet.
Köer, § 13
Bo berättar om köerna.
Nästa möte, 14 §
Den 3 april.
""",
        ["12 Öppnande", "13 Köer", "14 Nästa möte"],
    ),
    "frame": (
        """\
Protokoll Synrådet
| 5 mars 2026 |
| Närvarande: Helga Norin, Bo Alm |
| § 1 Öppnande⏎Helga öppnar mötet. |
| § 2 Köer⏎Bo berättar om köerna.⏎Beslut: Lördagar prövas. |
| § 3 Övrigt⏎Inget. |
""",
        ["1 Öppnande", "2 Köer", "3 Övrigt"],
    ),
    "frame tight": (
        """\
Protokoll Synrådet
| 5 mars 2026 |
| Närvarande: Helga Norin, Bo Alm |
| § 1 Öppnande |
| Helga öppnar mötet. |
| § 2 Köer |
| Bo berättar om köerna. |
| Beslut: Lördagar prövas. |
| § 3 Övrigt |
| Inget. |
""",
        ["1 Öppnande", "2 Köer", "3 Övrigt"],
    ),
    "three cells": (
        HEAD
        + """\
| Synrådet | § 12 | 5.3.2026 |
| Öppnande |
| Beslut | Mötet öppnades. |

| Synrådet | § 13 | 5.3.2026 |
| Köer |
| Beslut | Lördagar prövas. |
""",
        ["12 Öppnande", "13 Köer"],
    ),
    "number title dnr": (
        HEAD
        + """\
| § 12 | Öppnande | |
| Beslut | Mötet öppnades. |

| § 13 | Köer | Dnr 2026/4 |
| Beslut | Lördagar prövas. |
""",
        ["12 Öppnande", "13 Köer"],
    ),
}
