// PnPjs on a line: one JSON request a line on stdin, one JSON answer a line on stdout, matched by `id`, in any order.
//   {"id": 1, "site": "http://…/sites/rad", "token": "person:Malin Ek", "call": "save", "args": [...]}
//   {"id": 1, "value": …}   or   {"id": 1, "error": {"status": 412, "code": "-1, …", "message": "…"}}
// Bytes travel as base64. Nothing else is ever written to stdout.
import { createInterface } from "node:readline";
import { BrowserFetchWithRetry, DefaultParse } from "@pnp/queryable";
import { DefaultHeaders, DefaultInit, spfi } from "@pnp/sp";
import "@pnp/sp/presets/all.js";

const sites = new Map();

function siteOf(address, token) {
  const key = `${token}\n${address}`;
  if (!sites.has(key)) {
    const signIn = (instance) => {
      instance.on.auth.replace(async (url, init) => {
        init.headers = { ...init.headers, Authorization: `Bearer ${token}` };
        return [url, init];
      });
      return instance;
    };
    sites.set(key, spfi(address).using(DefaultHeaders(), DefaultInit(), BrowserFetchWithRetry(), DefaultParse(), signIn));
  }
  return sites.get(key);
}

const listOf = (sp, title) => sp.web.lists.getByTitle(title);
const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;
const shared = { ShouldBypassSharedLocks: false, KeepBoth: false };

async function rootOf(sp, library) {
  const { RootFolder } = await listOf(sp, library).select("RootFolder/ServerRelativeUrl").expand("RootFolder")();
  return RootFolder.ServerRelativeUrl;
}

async function fileOf(sp, library, path) {
  return sp.web.getFileByServerRelativePath(`${await rootOf(sp, library)}/${path}`);
}

async function folderOf(sp, library, path) {
  const root = await rootOf(sp, library);
  const parts = path.split("/");
  const name = parts.pop();
  return { name, folder: sp.web.getFolderByServerRelativePath([root, ...parts].join("/")) };
}

async function itemOf(sp, library, path) {
  const { Id } = await (await fileOf(sp, library, path)).listItemAllFields.select("Id")();
  return listOf(sp, library).items.getById(Id);
}

async function rowOf(sp, list, field, key) {
  const found = await listOf(sp, list).items.select("Id").filter(`${field} eq ${quoted(key)}`)();
  if (found.length !== 1) throw new Error(`${found.length} rows of ${list} have ${field} ${key}`);
  return listOf(sp, list).items.getById(found[0].Id);
}

function itemsOf(sp, list, { filter, select, orderBy, top }) {
  let items = listOf(sp, list).items;
  if (select) items = items.select(...select);
  if (filter) items = items.filter(filter);
  for (const [field, ascending] of orderBy ?? []) items = items.orderBy(field, ascending);
  return top ? items.top(top) : items;
}

const calls = {
  async save(sp, library, path, data, { chunk } = {}) {
    const bytes = Buffer.from(data, "base64");
    const { name, folder } = await folderOf(sp, library, path);
    if (chunk) return folder.files.addChunked(name, new Blob([bytes]), { Overwrite: true, chunkSize: chunk });
    return folder.files.addUsingPath(name, bytes, { Overwrite: true });
  },
  async overwrite(sp, library, path, data) {
    await (await fileOf(sp, library, path)).setContent(Buffer.from(data, "base64"));
  },
  async add_folder(sp, library, path) {
    const { name, folder } = await folderOf(sp, library, path);
    return folder.folders.addUsingPath(name);
  },
  async read(sp, library, path) {
    return Buffer.from(await (await fileOf(sp, library, path)).getBuffer()).toString("base64");
  },
  async file(sp, library, path) {
    return (await fileOf(sp, library, path))();
  },
  async file_by_id(sp, id) {
    return sp.web.getFileById(id)();
  },
  async files(sp, library, path) {
    const root = await rootOf(sp, library);
    return sp.web.getFolderByServerRelativePath(path ? `${root}/${path}` : root).files();
  },
  async rename(sp, library, old, path) {
    await (await fileOf(sp, library, old)).moveByPath(`${await rootOf(sp, library)}/${path}`, false, shared);
  },
  async copy(sp, library, old, path) {
    await (await fileOf(sp, library, old)).copyByPath(`${await rootOf(sp, library)}/${path}`, false, shared);
  },
  async delete(sp, library, path) {
    await (await fileOf(sp, library, path)).delete();
  },
  async recycle(sp, library, path) {
    return (await fileOf(sp, library, path)).recycle();
  },
  async check_out(sp, library, path) {
    await (await fileOf(sp, library, path)).checkout();
  },
  async check_in(sp, library, path, comment) {
    await (await fileOf(sp, library, path)).checkin(comment);
  },
  async undo_check_out(sp, library, path) {
    await (await fileOf(sp, library, path)).undoCheckout();
  },
  async read_columns(sp, library, path) {
    return (await fileOf(sp, library, path)).listItemAllFields();
  },
  async set_columns(sp, library, path, values, etag) {
    return (await itemOf(sp, library, path)).update(values, etag ?? "*");
  },
  async set_form_values(sp, library, path, values, newDocument) {
    const form = Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue }));
    return (await itemOf(sp, library, path)).validateUpdateListItem(form, newDocument);
  },
  async rows(sp, list, query) {
    const found = [];
    for await (const page of itemsOf(sp, list, query)) found.push(...page);
    return found;
  },
  async row(sp, list, field, key) {
    return (await rowOf(sp, list, field, key))();
  },
  async add_row(sp, list, values) {
    return listOf(sp, list).items.add(values);
  },
  async update_row(sp, list, field, key, values, etag) {
    return (await rowOf(sp, list, field, key)).update(values, etag ?? "*");
  },
  async delete_row(sp, list, field, key) {
    await (await rowOf(sp, list, field, key)).delete();
  },
  async recycle_row(sp, list, field, key) {
    return (await rowOf(sp, list, field, key)).recycle();
  },
  async caml(sp, list, xml) {
    return listOf(sp, list).getItemsByCAMLQuery({ ViewXml: xml });
  },
  async subscriptions(sp, list) {
    return listOf(sp, list).subscriptions();
  },
  async subscribe(sp, list, url, expires, clientState) {
    return listOf(sp, list).subscriptions.add(url, expires, clientState);
  },
  async renew(sp, list, id, expires, url, clientState) {
    await listOf(sp, list).subscriptions.getById(id).update(expires, url, clientState);
  },
  async unsubscribe(sp, list, id) {
    await listOf(sp, list).subscriptions.getById(id).delete();
  },
  async token(sp, list) {
    return (await listOf(sp, list).select("CurrentChangeToken")()).CurrentChangeToken.StringValue;
  },
  async changes(sp, list, token, flags) {
    const start = token ? { ChangeTokenStart: { StringValue: token } } : {};
    return listOf(sp, list).getChanges({ Item: true, Add: true, Update: true, DeleteObject: true, Rename: true, Move: true, Restore: true, ...flags, ...start });
  },
  async ensure_user(sp, login) {
    return sp.web.ensureUser(login);
  },
  async web(sp) {
    return sp.web();
  },
  async list(sp, title) {
    return listOf(sp, title)();
  },
  async lists(sp) {
    return sp.web.lists();
  },
  async add_list(sp, title, description, template) {
    return sp.web.lists.add(title, description, template);
  },
  async fields(sp, list) {
    return listOf(sp, list).fields();
  },
  async field(sp, list, name) {
    return listOf(sp, list).fields.getByInternalNameOrTitle(name)();
  },
  async add_text_field(sp, list, title, properties) {
    return listOf(sp, list).fields.addText(title, properties);
  },
  async add_field_as_xml(sp, list, xml) {
    return listOf(sp, list).fields.createFieldAsXml({ SchemaXml: xml, Options: 8 }); // 8: the internal name is the XML's Name
  },
  async set_field(sp, list, name, properties) {
    await listOf(sp, list).fields.getByInternalNameOrTitle(name).update(properties);
  },
  async views(sp, list) {
    return listOf(sp, list).views();
  },
  async view(sp, list, title) {
    return listOf(sp, list).views.getByTitle(title)();
  },
  async view_fields(sp, list, title) {
    return listOf(sp, list).views.getByTitle(title).fields();
  },
  async add_view(sp, list, title, fields, properties) {
    const view = await listOf(sp, list).views.add(title, false, properties);
    for (const name of fields) await listOf(sp, list).views.getById(view.Id).fields.add(name);
    return view;
  },
  async set_view(sp, list, title, properties) {
    const { Id } = await listOf(sp, list).views.getByTitle(title)();
    await listOf(sp, list).views.getById(Id).update(properties);
  },
  async batch(sp, steps) {
    const [batched, execute] = sp.batched();
    const pending = steps.map(([step, ...args]) => batchable[step](batched, ...args).then(settled, failed));
    await execute();
    return Promise.all(pending);
  },
};

const batchable = {
  add_row: async (sp, list, values) => listOf(sp, list).items.add(values),
  update_row: async (sp, list, id, values, etag) => listOf(sp, list).items.getById(id).update(values, etag ?? "*"),
  delete_row: async (sp, list, id) => listOf(sp, list).items.getById(id).delete(),
  row: async (sp, list, id) => listOf(sp, list).items.getById(id)(),
  rows: async (sp, list, query) => itemsOf(sp, list, query ?? {})(),
  changes: async (sp, list, token) => calls.changes(sp, list, token, {}),
  list: async (sp, title) => listOf(sp, title)(),
};

const settled = (value) => ({ value: value ?? null });
const failed = (error) => ({ error: described(error) });

function described(error) {
  const told = { status: error.status ?? null, code: "", message: String(error.message ?? error) };
  const body = told.message.split("::> ")[1];
  try {
    const said = JSON.parse(body);
    const inner = said["odata.error"] ?? said.error;
    return { ...told, code: inner.code, message: inner.message.value };
  } catch {
    return told;
  }
}

async function answer(line) {
  const { id, site, token, call, args } = JSON.parse(line);
  try {
    if (!Object.hasOwn(calls, call)) throw new Error(`no call ${call}`);
    return { id, ...settled(await calls[call](siteOf(site, token), ...args)) };
  } catch (error) {
    return { id, ...failed(error) };
  }
}

createInterface({ input: process.stdin }).on("line", async (line) => {
  process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
});
