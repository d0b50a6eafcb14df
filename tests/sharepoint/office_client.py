"""Office365-REST-Python-Client with the same calls as `PnP`, so that a test can ask both and compare; a new context for each call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any

from office365.runtime.client_request_exception import ClientRequestException
from office365.runtime.queries.service_operation import ServiceOperationQuery
from office365.sharepoint.changes.query import ChangeQuery
from office365.sharepoint.changes.token import ChangeToken
from office365.sharepoint.client_context import ClientContext
from office365.sharepoint.files.file import File
from office365.sharepoint.listitems.caml.query import CamlQuery
from office365.sharepoint.listitems.listitem import ListItem
from office365.sharepoint.lists.list import List
from office365.sharepoint.webhooks.subscription import Subscription
from office365.sharepoint.webhooks.subscription_information import SubscriptionInformation


class OfficeError(Exception):
    """SharePoint refused what the library asked for."""

    def __init__(self, *, status: int, code: str, message: str) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status, self.code, self.message = status, code, message


def told(refusal: ClientRequestException) -> OfficeError:
    """The library's error as ours."""
    assert refusal.response is not None
    return OfficeError(status=refusal.response.status_code, code=refusal.code or "", message=str(refusal.message or ""))


class Office:
    """One signed-in user of the site; paths are below the library's root, values by internal name."""

    def __init__(self, site_url: str, *, token: str = "APP", library: str = "Anteckningar") -> None:
        self._site, self._token, self._library = site_url, token, library

    @contextmanager
    def context(self) -> Iterator[ClientContext]:
        """A fresh context; what it refuses comes as OfficeError."""
        made = ClientContext(self._site).with_access_token(lambda: {"token_type": "Bearer", "access_token": self._token, "expires_in": 3600})
        made.with_transport(timeout=(5, 60))
        try:
            yield made
        except ClientRequestException as refusal:
            raise told(refusal) from refusal

    def _list(self, context: ClientContext, title: str) -> List:
        return context.web.lists.get_by_title(title)

    def _root(self, context: ClientContext) -> str:
        folder = self._list(context, self._library).root_folder
        folder.select(["ServerRelativeUrl"]).get().execute_query()
        return str(folder.server_relative_url)

    def _file(self, context: ClientContext, path: str) -> File:
        return context.web.get_file_by_server_relative_path(f"{self._root(context)}/{path}")

    def _row(self, context: ClientContext, title: str, key_field: str, key: str) -> ListItem:
        quoted = key.replace("'", "''")
        found = self._list(context, title).items.filter(f"{key_field} eq '{quoted}'").select(["Id"]).get().execute_query()
        assert len(found) == 1, f"{len(found)} rows of {title} have {key_field} {key}"
        return self._list(context, title).get_item_by_id(found[0].properties["Id"])

    # Files

    def save(self, path: str, data: bytes, *, chunk: int | None = None) -> dict[str, Any]:
        with self.context() as context:
            place, _, name = f"{self._root(context)}/{path}".rpartition("/")
            files = context.web.get_folder_by_server_relative_url(place).files
            if chunk:
                stream = BytesIO(data)
                stream.name = name
                made = files.create_upload_session(stream, chunk, file_name=name).execute_query()
            else:
                made = files.add(name, data, True).execute_query()
            return dict(made.properties)

    def overwrite(self, path: str, data: bytes) -> None:
        with self.context() as context:
            self._file(context, path).save_binary_stream(data).execute_query()

    def read(self, path: str) -> bytes:
        with self.context() as context:
            content = self._file(context, path).get_content().execute_query()
            return bytes(content.value)

    def file(self, path: str) -> dict[str, Any]:
        with self.context() as context:
            return dict(self._file(context, path).get().execute_query().properties)

    def file_by_id(self, unique_id: str) -> dict[str, Any]:
        with self.context() as context:
            return dict(context.web.get_file_by_id(unique_id).get().execute_query().properties)

    def delete(self, path: str) -> None:
        with self.context() as context:
            self._file(context, path).delete_object().execute_query()

    def recycle(self, path: str) -> str:
        with self.context() as context:
            return str(self._file(context, path).recycle().execute_query().value)

    def check_out(self, path: str) -> None:
        with self.context() as context:
            self._file(context, path).checkout().execute_query()

    def undo_check_out(self, path: str) -> None:
        with self.context() as context:
            self._file(context, path).undocheckout().execute_query()

    def read_columns(self, path: str) -> dict[str, Any]:
        with self.context() as context:
            return dict(self._file(context, path).listItemAllFields.get().execute_query().properties)

    def set_columns(self, path: str, values: Mapping[str, object], *, etag: str | None = None) -> str:
        with self.context() as context:
            number = self._file(context, path).listItemAllFields.select(["Id"]).get().execute_query().properties["Id"]
            return self._update(context, self._list(context, self._library).get_item_by_id(number), values, etag)

    def set_form_values(self, path: str, values: Mapping[str, str], *, new_document: bool = False) -> list[dict[str, Any]]:
        with self.context() as context:
            item = self._file(context, path).listItemAllFields
            answers = item.validate_update_list_item(dict(values), new_document_update=new_document).execute_query()
            return [answer.to_json() for answer in answers.value]

    # Rows

    def rows(
        self,
        title: str,
        *,
        filter: str | None = None,
        select: Sequence[str] | None = None,
        order_by: Sequence[tuple[str, bool]] = (),
        page: int | None = None,
    ) -> list[dict[str, Any]]:
        with self.context() as context:
            items = self._list(context, title).items
            items = items.filter(filter) if filter else items
            items = items.select(list(select)) if select else items
            if order_by:
                orders = ",".join(f"{field} {'asc' if ascending else 'desc'}" for field, ascending in order_by)
                items.query_options.custom["$orderby"] = orders  # the library's own order_by sends $order_by, which no service knows
            items = items.get_all(page) if page else items.get()
            return [dict(item.properties) for item in items.execute_query()]

    def row(self, title: str, key_field: str, key: str) -> dict[str, Any]:
        with self.context() as context:
            return dict(self._row(context, title, key_field, key).get().execute_query().properties)

    def row_etag(self, title: str, key_field: str, key: str) -> str:
        """The ETag header of a row, which the library keeps from its objects."""
        etags: list[str] = []
        with self.context() as context:
            row = self._row(context, title, key_field, key).get()
            context.after_execute(lambda answer: etags.append(answer.headers["ETag"]), include_response=True)
            row.execute_query()
        return etags[0]

    def add_row(self, title: str, values: Mapping[str, object]) -> dict[str, Any]:
        with self.context() as context:
            return dict(self._list(context, title).add_item(dict(values)).execute_query().properties)

    def update_row(self, title: str, key_field: str, key: str, values: Mapping[str, object], *, etag: str | None = None) -> str:
        with self.context() as context:
            return self._update(context, self._row(context, title, key_field, key), values, etag)

    def delete_row(self, title: str, key_field: str, key: str) -> None:
        with self.context() as context:
            self._row(context, title, key_field, key).delete_object().execute_query()

    def caml(self, title: str, xml: str) -> list[dict[str, Any]]:
        with self.context() as context:
            return [dict(item.properties) for item in self._list(context, title).get_items(CamlQuery(ViewXml=xml)).execute_query()]

    def _update(self, context: ClientContext, item: ListItem, values: Mapping[str, object], etag: str | None) -> str:
        for name, value in values.items():
            item.set_property(name, value)
        etags: list[str] = []
        item.update()
        if etag:
            context.before_execute(lambda request: request.set_header("IF-MATCH", etag))
        context.after_execute(lambda answer: etags.append(answer.headers.get("ETag", "")), include_response=True)
        context.execute_query()
        return etags[0]

    # Being told

    def subscriptions(self, title: str) -> list[dict[str, Any]]:
        with self.context() as context:
            return [dict(one.properties) for one in self._list(context, title).subscriptions.get().execute_query()]

    def subscribe(self, title: str, url: str, *, expires: str, client_state: str | None = None) -> dict[str, Any]:
        with self.context() as context:
            watched = self._list(context, title).select(["Id"]).get().execute_query()
            wish = SubscriptionInformation(
                notificationUrl=url, resource=str(watched.id), expirationDateTime=datetime.fromisoformat(expires), clientState=client_state
            )
            made = Subscription(context)
            watched.subscriptions.add_child(made)
            context.add_query(ServiceOperationQuery(watched.subscriptions, "Add", None, {"parameters": wish}, None, made))
            context.execute_query()
            return dict(made.properties)

    def renew(self, title: str, subscription: str, *, expires: str | None = None, url: str | None = None, client_state: str | None = None) -> None:
        assert client_state is None, "the library cannot change it"
        with self.context() as context:
            one = self._list(context, title).subscriptions.get_by_id(subscription)
            if expires:
                one.expiration_datetime = datetime.fromisoformat(expires)
            if url:
                one.notification_url = url
            one.update().execute_query()

    def unsubscribe(self, title: str, subscription: str, *, manner: str = "tunnelled") -> None:
        """Three forms that the library can send: `tunnelled` DELETE, `Delete`, and `Remove` of the collection."""
        with self.context() as context:
            all_of_them = self._list(context, title).subscriptions
            ways: dict[str, Callable[[], Any]] = {
                "tunnelled": lambda: all_of_them.get_by_id(subscription).delete_object(),
                "Delete": lambda: all_of_them.get_by_id(subscription).delete(),
                "Remove": lambda: all_of_them.remove(subscription),
            }
            ways[manner]()
            context.execute_query()

    def change_token(self, title: str) -> str:
        with self.context() as context:
            watched = self._list(context, title).select(["Id", "CurrentChangeToken"]).get().execute_query()
            return str(watched.current_change_token.StringValue)

    def changes(self, title: str, *, since: str | None = None, **flags: object) -> list[dict[str, Any]]:
        with self.context() as context:
            query = ChangeQuery(**{"Item": True, "Rename": True, "Move": True, "Restore": True, **flags})
            if since:
                query.ChangeTokenStart = ChangeToken(since)
            return [dict(change.properties) for change in self._list(context, title).get_changes(query).execute_query()]

    # The site

    def ensure_user(self, login: str) -> dict[str, Any]:
        with self.context() as context:
            return dict(context.web.ensure_user(login).execute_query().properties)

    def update_rows(self, title: str, updates: Mapping[int, Mapping[str, object]]) -> list[OfficeError]:
        """Update rows by their ids in one batch, and what was refused."""
        with self.context() as context:
            watched = self._list(context, title).select(["Id", "ListItemEntityTypeFullName"]).get().execute_query()
            for number, values in updates.items():
                item = watched.get_item_by_id(number)
                item._entity_type_name = watched.properties["ListItemEntityTypeFullName"]
                for name, value in values.items():
                    item.set_property(name, value)
                item.update()
            with context.collect_batch_failures() as failures:
                context.execute_batch()
            return [told(refusal) for _, refusal in failures]
