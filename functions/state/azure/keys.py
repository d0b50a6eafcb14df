"""Any text as a key of a table or the name of a blob, where Azure allows few signs and 512 of them."""

from __future__ import annotations

import hashlib
import re

_FREE = re.compile(r"[^A-Za-z0-9._-]")
_LONGEST = 300


def key_of(text: str) -> str:
    """The text with every sign but a-z, A-Z, 0-9, ".", "_" and "-" as "=XX" for each byte in UTF-8; two texts never share a key.

    Long ones end in their SHA-256. "=" alone stands for the empty text.
    https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model: / \\ # ? and control signs are forbidden.
    """
    told = _FREE.sub(lambda sign: "".join(f"={byte:02X}" for byte in sign[0].encode("utf-8", "surrogatepass")), text)
    if len(told) > _LONGEST:
        return f"{told[:_LONGEST]}=={hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
    return told or "="
