"""The labels of the made-up minutes as Minutes, so that following up is judged apart from interpreting."""

from __future__ import annotations

import json
from pathlib import Path

from functions.evaluating.labelled_minutes import labelled_minutes
from functions.model.minutes import Minutes

CORPUS = Path(__file__).parent.parent / "corpus"


def read_labels(case: str) -> Minutes:
    return labelled_minutes(json.loads((CORPUS / case / "gold.json").read_text(encoding="utf-8")), name=case)
