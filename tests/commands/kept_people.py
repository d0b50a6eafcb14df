"""Three meetings of a council with people in them, and who may take them out."""

from __future__ import annotations

import getpass

from functions.settings import Settings
from tests.pipeline.desk import MAY, minutes

ME = Settings(now=MAY, administrators=(getpass.getuser(),))
OLD = minutes(
    "2024-03-05",
    "Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2024.\nRådet beslutar att köpa en kamera.",
    "Skyltar: Cia Dahl beställer nya skyltar till mottagningen i huset.",
    coming=("2024-04-16",),
)
NEXT = minutes("2024-04-16", "Uppföljning: Bo Alm, rutin för ögonbottenfotografering: klart.", coming=())
LATE = minutes("2026-04-16", "Lampor: Bo Alm byter lamporna i mottagningen.", coming=("2026-05-28",))
