"""What the law lets a young person do on a given day. Pure Python: plain facts in, findings with reasons out."""

from jobplaneten.law.book import BOOK, NoLawForDayError
from jobplaneten.law.calendar import age_on, is_in_schooling, is_school_day, platform_age_ok, schooling_ends_on
from jobplaneten.law.facts import Alcohol, Config, Hire, Job, Machine, Shift, Youth
from jobplaneten.law.findings import Effect, Finding, Findings
from jobplaneten.law.groups import group_of
from jobplaneten.law.judging import judge, judge_groups
from jobplaneten.law.life import Elsewhere
from jobplaneten.law.period import PeriodFindings, judge_period

__all__ = [
    "BOOK",
    "Alcohol",
    "Config",
    "Effect",
    "Elsewhere",
    "Finding",
    "Findings",
    "Hire",
    "Job",
    "Machine",
    "NoLawForDayError",
    "PeriodFindings",
    "Shift",
    "Youth",
    "age_on",
    "group_of",
    "is_in_schooling",
    "is_school_day",
    "judge",
    "judge_groups",
    "judge_period",
    "platform_age_ok",
    "schooling_ends_on",
]
