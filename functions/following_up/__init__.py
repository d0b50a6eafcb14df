"""Minutes and the events so far → new events; events → the register of what is open."""

from functions.following_up.ageing import start_event
from functions.following_up.describing import describe
from functions.following_up.people_events import Answers, answers_of
from functions.following_up.projecting import project
from functions.following_up.recording import record, withdraw
from functions.following_up.rejecting import RuleRecord, rule_records

__all__ = ["Answers", "RuleRecord", "answers_of", "describe", "project", "record", "rule_records", "start_event", "withdraw"]
