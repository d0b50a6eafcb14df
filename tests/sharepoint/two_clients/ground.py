"""What both clients work on, and the words for it."""

from __future__ import annotations

from tests.sharepoint.office_client import OfficeError
from tests.sharepoint.pnp_client import PnPError

LIBRARY, ROWS = "Anteckningar", "Uppföljning"
REFUSED = (OfficeError, PnPError)
NAMES = ["Råd/Protokoll åäö é.docx", "Råd/O'Neil & Co.docx", "Råd/a+b, c;d=e.docx"]
AWKWARD = ["Råd/100 % klart.docx", "Råd/Punkt #1.docx", "Råd/%41%20.docx", "Råd/50%#'å.docx"]
FIELDS = {
    "DgKey": '<Field Type="Text" Name="DgKey" StaticName="DgKey" DisplayName="Nyckel" EnforceUniqueValues="TRUE" Indexed="TRUE"/>',
    "DgText": '<Field Type="Text" Name="DgText" StaticName="DgText" DisplayName="Vad"/>',
    "DgNote": '<Field Type="Note" Name="DgNote" StaticName="DgNote" DisplayName="Anteckning" NumLines="6" RichText="FALSE"/>',
    "DgCount": '<Field Type="Number" Name="DgCount" StaticName="DgCount" DisplayName="Antal"/>',
    "DgOpen": '<Field Type="Boolean" Name="DgOpen" StaticName="DgOpen" DisplayName="Öppen"><Default>1</Default></Field>',
    "DgStatus": (
        '<Field Type="Choice" Name="DgStatus" StaticName="DgStatus" DisplayName="Status" Format="Dropdown">'
        "<CHOICES><CHOICE>Öppen</CHOICE><CHOICE>Klar</CHOICE></CHOICES></Field>"
    ),
}


def shown(rows: list[dict], *names: str) -> list[tuple]:
    return [tuple(row.get(name) for name in names) for row in rows]
