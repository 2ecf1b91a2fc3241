from employers.models.colleagues import INSIDE, ColleagueInvitation, EmployerContact, Standing
from employers.models.employers import Employer, EmployerKind, EmployerStatus, vetted_today
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
    "INSIDE",
    "REMIND_BEFORE",
    "VALID_FOR",
    "Agreement",
    "Alcohol",
    "BadJobReport",
    "Chemicals",
    "ColleagueInvitation",
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
    "Standing",
    "VettingCheck",
    "WageRate",
    "Workplace",
    "Wrong",
    "vetted_today",
]
