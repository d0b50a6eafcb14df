"""Measures the reading of minutes against labels made by hand: counts by field, tier, rule, document and council."""

from functions.evaluating.accuracy_page import render_accuracy
from functions.evaluating.counting import Count, wilson
from functions.evaluating.judging import Judged, judge
from functions.evaluating.report import Case, Evaluation, evaluate

__all__ = ["Case", "Count", "Evaluation", "Judged", "evaluate", "judge", "render_accuracy", "wilson"]
