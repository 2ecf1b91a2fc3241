from employers.models.employers import Employer, EmployerContact, EmployerKind, EmployerStatus
from employers.models.posts import (
    Alcohol,
    Chemicals,
    Machines,
    Need,
    Payer,
    Post,
    PostQuerySet,
    PostStatus,
    Shift,
    Workplace,
)

__all__ = [
    "Alcohol",
    "Chemicals",
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
    "Shift",
    "Workplace",
]
