"""What stands in a cell: from JSON, from a form in the site's locale, and back out again."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tests.sharepoint.clock import stamp
from tests.sharepoint.dialect import Complex
from tests.sharepoint.message import Refusal, bad_request
from tests.sharepoint.state import Field

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

QUERY = "Microsoft.SharePoint.Client.InvalidClientQueryException"
PATTERNS = {
    1053: r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    1033: r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})",
    2057: r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})",
}
CLOCK = r"(?:[ T](?P<H>\d{1,2})[:.](?P<M>\d{2})(?:[:.](?P<S>\d{2}))?)?"


def rest_name(field: Field) -> str:
    """How a column is called in REST: OData_ before a leading underscore or digit."""
    return f"OData_{field.internal}" if field.internal[0] in "_0123456789" else field.internal


def from_json(site: Emulator, field: Field, value: Any) -> Any:
    """What is stored for a value of a MERGE or POST. Raises Refusal for what the column cannot hold."""
    if value is None or (value == "" and field.type not in ("Text", "Note", "Choice")):
        if value == "":
            raise _wrong(field, value)
        return None
    if field.type in ("Text", "Note", "Choice", "File"):
        if not isinstance(value, str):
            raise _wrong(field, value)
        return limited(field, value) or None
    if field.type in ("Number", "Currency", "Integer"):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _wrong(field, value)
        return value
    if field.type == "Boolean":
        if not isinstance(value, bool):
            raise _wrong(field, value)
        return value
    if field.type == "DateTime":
        return _instant(site, field, value)
    if field.type == "MultiChoice":
        found = value.get("results") if isinstance(value, dict) else value
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise _wrong(field, value)
        return found or None
    if field.type == "URL":
        if not isinstance(value, dict) or "Url" not in value or set(value) - {"Url", "Description", "__metadata"}:
            raise _wrong(field, value)
        return link(value["Url"], value.get("Description"))
    if field.many:
        found = value.get("results") if isinstance(value, dict) else value
        if not isinstance(found, list):
            raise _wrong(field, value)
        return [_reference(site, field, one) for one in found] or None
    if field.type in ("User", "Lookup"):
        return _reference(site, field, value)
    raise _wrong(field, value)


def _reference(site: Emulator, field: Field, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(field, value)
    if field.type == "User" and value not in site.people.known:
        raise bad_request("The user does not exist or is not unique.", code=-2130575276)
    return value


def link(url: str | None, words: str | None) -> tuple[str, str] | None:
    """A link and its words. Raises Refusal for an address of another kind, or one beyond 255 characters."""
    if not url:
        return None
    if not re.match(r"(https?|mailto|file):|/", url):
        raise bad_request("Invalid URL value. A URL field contains invalid data. Please check the value and try again.", code=-2130575155)
    if len(url) > 255 or len(words or "") > 255:
        raise bad_request("Invalid text value. A text field contains invalid data. Please check the value and try again.", code=-2130575155)
    return url, words or url


def limited(field: Field, text: str) -> str:
    """The text, where it fits. Raises Refusal for a line break or more than 255 characters in a Text column."""
    most = field.max_length if field.type == "Text" else 255 if field.type == "Choice" else None
    if most is not None and len(text.encode("utf-16-le")) // 2 > most:
        raise bad_request("Invalid text value. A text field contains invalid data. Please check the value and try again.", code=-2130575155)
    return re.sub(r"\r?\n", " ", text) if field.type == "Text" else text


def _instant(site: Emulator, field: Field, value: Any) -> datetime:
    if not isinstance(value, str):
        raise _wrong(field, value)
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise _wrong(field, value) from error
    at = at.replace(tzinfo=site.zone) if at.tzinfo is None else at
    return whole_day(site, at) if field.date_only else at.astimezone(UTC)


def whole_day(site: Emulator, at: datetime) -> datetime:
    """The site's midnight of an instant's day there, in UTC: what a date without a time is stored as."""
    return datetime.combine(at.astimezone(site.zone).date(), time(), tzinfo=site.zone).astimezone(UTC)


def _wrong(field: Field, value: Any) -> Refusal:
    kind = {"DateTime": "Edm.DateTime", "Number": "Edm.Double", "Boolean": "Edm.Boolean", "User": "Edm.Int32"}.get(field.type, "Edm.String")
    return Refusal(400, -1, QUERY, f"Cannot convert a primitive value to the expected type '{kind}' for '{field.internal}'. The value is {value!r}.")


def from_form(site: Emulator, field: Field, text: str) -> Any:
    """What is stored for a form's text, in the site's locale. Raises ValueError with what SharePoint says to the field."""
    if text == "":
        return None
    try:
        return _from_form(site, field, text)
    except Refusal as refusal:
        raise ValueError(refusal.message) from refusal


def _from_form(site: Emulator, field: Field, text: str) -> Any:
    if field.type in ("Text", "Note", "File"):
        return limited(field, text)
    if field.type == "Choice":
        if text not in field.choices and not field.fill_in:
            raise ValueError("The value you entered is not one of the choices of this column.")
        return text
    if field.type == "MultiChoice":
        return [one for one in text.split(";#") if one]
    if field.type == "Boolean":
        if text.lower() not in {"0", "1", "true", "false", "yes", "no", "ja", "nej"}:
            raise ValueError("The value is not a valid yes or no.")
        return text.lower() in {"1", "true", "yes", "ja"}
    if field.type in ("Number", "Currency", "Integer"):
        mark = "." if site.locale in (1033, 2057) else ","
        if not re.fullmatch(rf"-?\d+(?:\{mark}\d+)?", text.strip()):
            raise ValueError("Only numbers can go here.")
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    if field.type == "DateTime":
        return form_date(site, field, text)
    if field.type == "URL":
        url, _, words = text.partition(", ")
        return link(url, words)
    if field.type == "User":
        keys = re.findall(r"[\"']Key[\"']\s*:\s*[\"']([^\"']+)[\"']", text)
        if not keys:
            raise ValueError("The specified user could not be found: the value is no list of keys.")
        return [site.people.ensure(key).id for key in keys] if field.many else site.people.ensure(keys[0]).id
    if field.type == "Lookup":
        return int(text)
    raise ValueError(f"The field {field.title} cannot be set.")


def form_date(site: Emulator, field: Field, text: str) -> datetime:
    """A date as people write it where the site is. Raises ValueError for any other form."""
    match = re.fullmatch(PATTERNS.get(site.locale, PATTERNS[1033]) + CLOCK, text.strip())
    if not match or ("T" in text):
        raise ValueError("You must specify a valid date within the range of 1/1/1900 and 12/31/8900.")
    try:
        day = datetime(
            int(match["y"]), int(match["m"]), int(match["d"]), int(match["H"] or 0), int(match["M"] or 0), int(match["S"] or 0), tzinfo=site.zone
        )
    except ValueError as error:
        raise ValueError("You must specify a valid date within the range of 1/1/1900 and 12/31/8900.") from error
    return whole_day(site, day) if field.date_only else day.astimezone(UTC)


def to_json(field: Field, value: Any) -> Any:
    """A stored value as REST tells it."""
    if isinstance(value, datetime):
        return stamp(value)
    if field.type == "URL" and value is not None:
        return Complex("SP.FieldUrlValue", {"Description": value[1], "Url": value[0]})
    if isinstance(value, UUID):
        return str(value)
    return value


def as_text(site: Emulator, field: Field, value: Any) -> str:
    """A stored value as people see it, for FieldValuesAsText."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        local = value.astimezone(site.zone)
        day = {1053: f"{local:%Y-%m-%d}", 1033: f"{local.month}/{local.day}/{local.year}"}.get(site.locale, f"{local:%d/%m/%Y}")
        return day if field.date_only else f"{day} {local:%H:%M}"
    if isinstance(value, bool):
        return ("Ja" if value else "Nej") if site.locale == 1053 else ("Yes" if value else "No")
    if field.type == "User":
        return "; ".join(site.people.by_id(one).title for one in (value if field.many else [value]))
    if field.type == "URL":
        return f"{value[0]}, {value[1]}"
    if isinstance(value, list):
        return ", ".join(value)
    return str(value)
