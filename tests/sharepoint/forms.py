"""ValidateUpdateListItem: a form's texts in the site's locale, each judged alone, and 200 whatever they were."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.sharepoint import writing
from tests.sharepoint.dialect import Complex, Done, Value
from tests.sharepoint.message import Refusal, bad_query
from tests.sharepoint.nodes import Call
from tests.sharepoint.state import Field, Item, ListState
from tests.sharepoint.values import form_date, from_form

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

ARGUMENTS = {"formValues", "bNewDocumentUpdate", "checkInComment", "datesInUTC", "numberInInvariantCulture", "sharedLockId"}
PRETENDED = {"Editor", "Author", "Modified", "Created"}


def _form(call: Call) -> tuple[list[dict[str, Any]], bool]:
    body = call.body()
    unknown = [name for name in body if name not in ARGUMENTS]
    if unknown:
        raise bad_query(f"The parameter {unknown[0]} does not exist in method ValidateUpdateListItem.")
    form = body.get("formValues")
    form = form.get("results") if isinstance(form, dict) else form
    if not isinstance(form, list):
        raise bad_query("The parameter formValues must be a collection of SP.ListItemFormUpdateValue.")
    for one in form:
        if not isinstance(one, dict) or not isinstance(one.get("FieldName"), str) or not isinstance(one.get("FieldValue"), str | None):
            raise bad_query("Cannot convert a value of formValues to 'SP.ListItemFormUpdateValue'.")
        if set(one) - {"FieldName", "FieldValue", "__metadata", "HasException", "ErrorMessage", "ErrorCode", "ItemId"}:
            raise bad_query("A property does not exist on type 'SP.ListItemFormUpdateValue'.")
    flag = body.get("bNewDocumentUpdate", False)
    if not isinstance(flag, bool):
        raise bad_query("Cannot convert the value of bNewDocumentUpdate to 'Edm.Boolean'.")
    return form, flag


def validate_update(call: Call, owner: ListState, item: Item) -> Done:
    """Write a form, unless one of its values is refused: then nothing is written, and the answer is 200 all the same."""
    site = call.site
    site.people.require(call.who, "write", item, owner)
    form, overwrite = _form(call)
    if site.validate_honours_if_match:
        from tests.sharepoint.items import matches

        matches(call, item)
    writing.free(site, item, by=call.who)
    values: dict[str, Any] = {}
    pretended: dict[str, Any] = {}
    errors: dict[int, str] = {}
    for place, one in enumerate(form):
        try:
            _judge(site, owner, one["FieldName"], one.get("FieldValue") or "", values, pretended)
        except ValueError as error:
            errors[place] = str(error)
    fault = call.fault.kind if call.fault else ""
    if fault == "has_exception":
        errors = dict.fromkeys(range(len(form)), "The server was busy. Please try again later.")
    elif not errors and fault != "ignored_write":
        try:
            _write(call, owner, item, values, pretended, overwrite=overwrite)
        except Refusal as refusal:
            if refusal.status == 423:
                raise
            errors = dict.fromkeys(range(len(form)), refusal.message)
    told = [_told(one, item, errors.get(place)) for place, one in enumerate(form)]
    return Done(200, Value("ValidateUpdateListItem", told))


def _judge(site: Emulator, owner: ListState, name: str, text: str, values: dict[str, Any], pretended: dict[str, Any]) -> None:
    field = owner.fields.get(name)
    if field is None:
        raise ValueError(f"Column '{name}' does not exist. It may have been deleted by another user.")
    if name in ("Modified", "Created"):
        pretended[name] = form_date(site, Field(name, name, "DateTime", 4), text)
        return
    value = from_form(site, field, text)
    if name in PRETENDED:
        pretended[name] = value
        return
    if field.read_only:
        raise ValueError(f"The field {field.title} is read-only.")
    if field.required and value in (None, ""):
        raise ValueError("You must specify a value for this required field.")
    values[name] = value


def _write(call: Call, owner: ListState, item: Item, values: dict[str, Any], pretended: dict[str, Any], *, overwrite: bool) -> None:
    modified: datetime | None = pretended.get("Modified")
    kind = call.site.validate_change_type
    writing.update(
        call.site,
        owner,
        item,
        values,
        by=call.who,
        bump=not overwrite,
        editor=pretended.get("Editor") if overwrite else None,
        modified=modified if overwrite else None,
        kind=kind if overwrite else 2,
    )


def _told(one: dict[str, Any], item: Item, error: str | None) -> Complex:
    parts = {
        "ErrorCode": -2130575155 if error else 0,
        "ErrorMessage": error,
        "FieldName": one["FieldName"],
        "FieldValue": one.get("FieldValue"),
        "HasException": error is not None,
        "ItemId": item.id,
    }
    return Complex("SP.ListItemFormUpdateValue", parts)
