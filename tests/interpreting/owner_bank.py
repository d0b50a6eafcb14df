"""Who is to do what: sentences that tell it, and hard ones where the text tells nobody in particular. All invented."""

from __future__ import annotations

ROSTER = """\
Mötesanteckningar Samordningsråd ögonsjukvård
Datum: torsdag 5 mars 2026
Tid: 13.00–15.00
Plats: Sal Linden, Östby sjukhus
# Deltagare
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Cia Dahl (NS), ortoptist
Anna Brännvall (PV), distriktsläkare
Anna Ståhl (ÖS), vårdenhetschef
Per Månsson (ÖS), controller
Hassan Omar (NS), verksamhetschef
Malva Sjögren, skyddsombud
Lena Ek (PV), sjuksköterska
Sven Udd (PV), distriktsläkare, förhinder
Tove Myr (ÖS), sekreterare
"""

NOBODY: tuple[str, ...] = ()

# The passage, and the owners of each task in it: () where nobody in particular is named, or where two may be meant.
OWNERS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    # Pronouns: the only person of the sentence before; nobody where two may be meant or where they stand for a group.
    ("Bo redovisade felanmälningarna. Han mailar fastighetsjouren i dag.", (("Bo Alm",),)),
    ("Cia har pratat med skolan. Hon tar kontakt med rektorn igen före påsk.", (("Cia Dahl",),)),
    ("Bo och Hassan har träffats. Han skickar ut underlaget senast 20 mars.", (NOBODY,)),
    ("Hassan lyfte frågan med regionjuristen. Han återkommer med besked till nästa möte.", (("Hassan Omar",),)),
    ("Bo och Cia gick igenom statistiken. De sammanställer resultatet till nästa möte.", (("Bo Alm", "Cia Dahl"),)),
    ("Kommunerna har fått frågan. De återkommer med svar före 15 april.", (("Kommunerna",),)),
    ("Malva och Per har varit på skyddsrond. Båda skriver ihop en rapport till 27 mars.", (("Malva Sjögren", "Per Månsson"),)),
    ("Anna redogjorde för köerna. Hon skickar ut siffrorna i veckan.", (NOBODY,)),
    ("Leverantörens tekniker var här i går. Han byter lampan i nästa vecka.", ()),
    ("Lena berättade om kursen, hon mejlar programmet till alla.", (("Lena Ek",),)),
    ("Remissen har kommit. Bo läser den och han sammanställer svaret till den 10 april.", (("Bo Alm",),)),
    ("Det blev Hassan som fick uppdraget. Han tar fram ett förslag till den 2 april.", (("Hassan Omar",),)),
    # Names, initials and roles in all places of a sentence.
    ("Bo Alm kontaktar leverantören före den 20 mars.", (("Bo Alm",),)),
    ("Frågan om tolkning tar Cia vidare till nämnden.", (("Cia Dahl",),)),
    ("Till nästa möte tar Lena fram ett nytt schema.", (("Lena Ek",),)),
    ("Underlaget skickas ut av Tove senast den 20 mars.", (("Tove Myr",),)),
    ("BA hör av sig till fotografen.", (("Bo Alm",),)),
    ("HO och CD tar fram förslag på datum.", (("Hassan Omar", "Cia Dahl"),)),
    ("Ordföranden skickar en skrivelse till hälso- och sjukvårdsdirektören.", (("Helga Norin",),)),
    ("Sekreteraren bokar lokal för höstens möten.", (("Tove Myr",),)),
    ("Rådet uppdrar åt Per Månsson att räkna på kostnaden till nästa möte.", (("Per Månsson",),)),
    ("Malva fick i uppdrag att kontakta arbetsmiljöverket.", (("Malva Sjögren",),)),
    ("Per åtog sig att skriva ett utkast till remissvar.", (("Per Månsson",),)),
    ("Hassan lovade att ordna fika till nästa gång.", (("Hassan Omar",),)),
    ("Lena ombads att se över telefontiderna.", (("Lena Ek",),)),
    ("Anna B mejlar listan till Anna S före fredag.", (("Anna Brännvall",),)),
    ("Anna stämmer av checklistan med apoteket före påsk.", (NOBODY,)),
    ("Anna Ståhl bjuder in ekonomichefen till nästa möte.", (("Anna Ståhl",),)),
    ("Boka större lokal till höstmötet (Lena).", (("Lena Ek",),)),
    ("Boka större lokal till höstmötet. /Lena", (("Lena Ek",),)),
    ("Uppdatera kontaktlistan – Tove, senast 13 mars", (("Tove Myr",),)),
    ("Ansvarig: Cia\nFörrådet ska gås igenom.", ()),
    ("Se över remissmallen\nAnsvarig: Cia", (("Cia Dahl",),)),
    ("Sven Udd kontaktas av Bo om höstens schema före 1 april.", (("Bo Alm",),)),
    ("Hassan och Helga bereder frågan till nästa möte.", (("Hassan Omar", "Helga Norin"),)),
    # Groups as written.
    ("Arbetsgruppen tar fram en ny rutin till hösten.", (("Arbetsgruppen",),)),
    ("Alla läser remissen och mejlar synpunkter till Bo senast 27 mars.", (("Alla",),)),
    ("Samtliga kliniker inventerar sina instrument före sommaren.", (("Samtliga kliniker",),)),
    ("Rådet skickar ett gemensamt svar till myndigheten senast 30 april.", (("Rådet",),)),
    # Nobody in particular: a task without an owner, or no task at all.
    ("PM skickas ut till mottagningarna före den 1 april.", (NOBODY,)),
    ("Ett PM tas fram om ögondroppar.", (NOBODY,)),
    ("Det behöver tas fram en plan för jourlinjen.", (NOBODY,)),
    ("Någon behöver boka om salen före fredag.", (NOBODY,)),
    ("Kallelsen ska skickas ut senast den 20 mars.", (NOBODY,)),
    ("Vem som kontaktar Synskadades riksförbund bestäms senare.", ()),
    ("Frågan vilar i väntan på den statliga utredningen.", ()),
    ("Cia är sjukskriven och Bo vikarierar.", ()),
    ("Bo informerade om att kliniken flyttar i juni.", ()),
    ("Maria E övergår till annat uppdrag från 1 april.", ()),
    ("Kan Cia ta kontakt med skolan?", ()),
    ("Hassan kan tänka sig att hålla en föreläsning någon gång.", ()),
    ("Om budgeten håller köper Per in en ny lampa.", ()),
    ("Inera kommer att skicka ut en ny version i höst.", ()),
    ("Tidigare har Bo skickat ut listan varje måndag.", ()),
    ("Helga hälsade alla välkomna och Tove förde anteckningar.", ()),
    ("Patienten kontaktar själv mottagningen vid besvär.", ()),
    ("Göte vaknar klockan tre varje natt.", ()),
    ("Bo svarade att det sköts av verksamhetscheferna.", ()),
    ("Saga har slutat fungera och Heroma uppdateras i maj.", ()),
    ("Enligt avtalet ansvarar leverantören för service.", ()),
    ("Protokollet läggs till handlingarna. Punkterna 6.3 och 6.7 stängs.", ()),
    ("Hassan söker pengar för en tredje grupp.", (("Hassan Omar",),)),
    ("Verksamhetschefen i Norrby återkommer om bemanningen före påsk.", (("Verksamhetschefen i Norrby",),)),
    ("Per (controller) tar fram kostnaden, Lena (PV) schemat, båda till den 27 mars.", (("Per Månsson",), ("Lena Ek",))),
    ("Bemanning under sommaren: Bo och Lena", ()),
    ("Malva och Hassan går skyddsronden den 12 april kl 10.", (("Malva Sjögren", "Hassan Omar"),)),
)
