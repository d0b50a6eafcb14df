"""Measures the reading of minutes against labels made by hand: counts by field, tier, rule, document and council."""

from functions.evaluating.accuracy_page import render_accuracy
from functions.evaluating.counting import Count, wilson
from functions.evaluating.judging import Judged, judge
from functions.evaluating.report import Case, Evaluation, evaluate
from functions.evaluating.series import series_in
from functions.evaluating.series_page import judge_all, render_series

__all__ = ["Case", "Count", "Evaluation", "Judged", "evaluate", "judge", "judge_all", "render_accuracy", "render_series", "series_in", "wilson"]
