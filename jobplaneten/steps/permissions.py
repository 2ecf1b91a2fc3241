from typing import Any

from jobplaneten.steps.models import StepProposal
from youth.permissions import answers_for_area


def may_set_rules(user: Any) -> bool:
    return bool(user.is_coordinator)


def may_be_second(user: Any, row: StepProposal) -> bool:
    """Somebody else who answers for the area."""
    return user.pk != row.by_id and answers_for_area(user, row.youth)
