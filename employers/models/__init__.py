from employers.models.employers import Employer, EmployerContact, EmployerKind, EmployerStatus
from employers.models.posts import (
    Alcohol,
    Chemicals,
    Danger,
    Machines,
    Need,
    Payer,
    Post,
    PostQuerySet,
    PostStatus,
    Shift,
    Workplace,
)
from employers.models.reports import BadJobReport, Wrong
from employers.models.vetting import REMIND_BEFORE, VALID_FOR, RegisterEntry, SeenIn, VettingCheck
from employers.models.wages import Agreement, WageRate

__all__ = [
    "REMIND_BEFORE",
    "VALID_FOR",
    "Agreement",
    "Alcohol",
    "BadJobReport",
    "Chemicals",
    "Danger",
    "Employer",
    "EmployerContact",
    "EmployerKind",
    "EmployerStatus",
    "Machines",
    "Need",
    "Payer",
    "Post",
    "PostQuerySet",
    "PostStatus",
    "RegisterEntry",
    "SeenIn",
    "Shift",
    "VettingCheck",
    "WageRate",
    "Workplace",
    "Wrong",
]
