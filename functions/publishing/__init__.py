"""Minutes and the register → the columns beside a file, merged with what people wrote there."""

from functions.publishing.columns import COLUMNS, ColumnSpec, render_columns
from functions.publishing.merging import Merge, merge
from functions.publishing.values import reading_values, values_from_register, values_of
from functions.publishing.writing import PeoplesCells, cells_of_people, publish

__all__ = [
    "COLUMNS",
    "ColumnSpec",
    "Merge",
    "PeoplesCells",
    "cells_of_people",
    "merge",
    "publish",
    "reading_values",
    "render_columns",
    "values_from_register",
    "values_of",
]
