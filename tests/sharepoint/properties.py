"""Property promotion and demotion: columns written into a docx (docProps/custom.xml and customXml), and read back out of one."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.sharepoint.state import Field

PROPERTIES = "http://schemas.microsoft.com/office/2006/metadata/properties"
NIL = "http://www.w3.org/2001/XMLSchema-instance"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def is_word(data: bytes) -> bool:
    """Whether these bytes are a Word file that SharePoint's parser would open."""
    if not data.startswith(b"PK") or not zipfile.is_zipfile(io.BytesIO(data)):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "word/document.xml" in archive.namelist()


def _carried(field: Field) -> bool:
    return not field.base and not field.read_only and field.type not in ("User", "Lookup", "Computed")


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";#".join(value) if isinstance(value, list) else str(value)


def demoted(data: bytes, *, fields: Mapping[str, Field], values: Mapping[str, Any], namespace: str, content_type: str) -> bytes:
    """The same document with these cells as its properties; every other part, the text with them, is unchanged."""
    parts = _parts(data)
    carried = [field for field in fields.values() if _carried(field)]
    item = next((name for name, body in parts.items() if re.fullmatch(r"customXml/item\d+\.xml", name) and PROPERTIES.encode() in body), None)
    if item is None:
        number = 1 + max([int(name[14:-4]) for name in parts if re.fullmatch(r"customXml/item\d+\.xml", name)], default=0)
        item = f"customXml/item{number}.xml"
        _attach_custom_xml(parts, number)
    inside = "".join(_element(field, values.get(field.internal), namespace) for field in carried)
    head = f'<?xml version="1.0" encoding="utf-8"?><p:properties xmlns:p="{PROPERTIES}" xmlns:xsi="{NIL}"><documentManagement>'
    parts[item] = f"{head}{inside}</documentManagement></p:properties>".encode()
    if "docProps/custom.xml" not in parts:
        _relate(parts, "_rels/.rels", f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml")
        _declare(parts, "/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml")
    names = [("ContentTypeId", content_type)]
    names += [(one.internal, _text(values[one.internal])) for one in carried if one.type != "URL" and values.get(one.internal) not in (None, "")]
    parts["docProps/custom.xml"] = _custom(names)
    return _zip(parts)


def _element(field: Field, value: Any, namespace: str) -> str:
    name = field.internal
    if value in (None, "", []):
        return f'<{name} xmlns="{namespace}" xsi:nil="true"/>'
    if field.type == "URL":
        return f'<{name} xmlns="{namespace}"><Url>{escape(value[0])}</Url><Description>{escape(value[1])}</Description></{name}>'
    return f'<{name} xmlns="{namespace}">{escape(_text(value))}</{name}>'


def _custom(names: list[tuple[str, str]]) -> bytes:
    format_id = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    inside = "".join(
        f'<property fmtid="{format_id}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(names, start=2)
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="{CUSTOM}" xmlns:vt="{VT}">{inside}</Properties>'.encode()


def _attach_custom_xml(parts: dict[str, bytes], number: int) -> None:
    guid = f"{{00000000-0000-4000-8000-{number:012d}}}"
    schema = f"{OFFICE}/customXml"
    parts[f"customXml/itemProps{number}.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?><ds:datastoreItem ds:itemID="{guid}" xmlns:ds="{schema}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{PROPERTIES}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    rels = f"customXml/_rels/item{number}.xml.rels"
    _relate(parts, rels, f"{OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml")
    _relate(parts, "word/_rels/document.xml.rels", f"{OFFICE}/relationships/customXml", f"../customXml/item{number}.xml")
    _declare(parts, f"/customXml/itemProps{number}.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")


def _relate(parts: dict[str, bytes], name: str, kind: str, target: str) -> None:
    empty = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{PACKAGE}/relationships"></Relationships>'
    text = parts.get(name, empty.encode()).decode("utf-8-sig")
    number = 1 + max([int(one) for one in re.findall(r'Id="rIdSp(\d+)"', text)], default=0)
    added = f'<Relationship Id="rIdSp{number}" Type="{kind}" Target="{target}"/>'
    text = re.sub(r"<Relationships([^>]*)/>", r"<Relationships\1></Relationships>", text)
    parts[name] = text.replace("</Relationships>", f"{added}</Relationships>").encode()


def _declare(parts: dict[str, bytes], name: str, kind: str) -> None:
    text = parts["[Content_Types].xml"].decode("utf-8-sig")
    if 'Extension="xml"' not in text:
        text = text.replace("</Types>", '<Default Extension="xml" ContentType="application/xml"/></Types>')
    parts["[Content_Types].xml"] = text.replace("</Types>", f'<Override PartName="{name}" ContentType="{kind}"/></Types>').encode()


def promoted(data: bytes, *, fields: Mapping[str, Field]) -> dict[str, Any]:
    """The cells that a document brings along: what it carries of this list's columns, emptied ones as None."""
    if not is_word(data):
        return {}
    parts = _parts(data)
    found: dict[str, ET.Element | str | None] = {}
    if "docProps/custom.xml" in parts:
        for one in ET.fromstring(parts["docProps/custom.xml"]).iter(f"{{{CUSTOM}}}property"):
            found[one.get("name", "")] = "".join(one.itertext())
    for name, body in parts.items():
        if re.fullmatch(r"customXml/item\d+\.xml", name) and PROPERTIES.encode() in body:
            for one in next(ET.fromstring(body).iter("documentManagement"), ET.Element("none")):
                found[one.tag.rpartition("}")[2]] = None if one.get(f"{{{NIL}}}nil") == "true" else one
    return {field.internal: _read(field, found[field.internal]) for field in fields.values() if _carried(field) and field.internal in found}


def _read(field: Field, found: ET.Element | str | None) -> Any:
    if found is None:
        return None
    if field.type == "URL" and isinstance(found, ET.Element):
        texts = {one.tag.rpartition("}")[2]: one.text or "" for one in found}
        return (texts.get("Url", ""), texts.get("Description", "")) if texts.get("Url") else None
    text = found if isinstance(found, str) else "".join(found.itertext())
    try:
        if field.type in ("Number", "Currency", "Integer"):
            number = float(text)
            return int(number) if number.is_integer() else number
        if field.type == "Boolean":
            return text.strip().lower() in {"true", "1"}
        if field.type == "DateTime":
            return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return None
    return text.split(";#") if field.type == "MultiChoice" else text or None


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()
