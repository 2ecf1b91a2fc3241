from typing import Any

from youth.models import Youth, YouthStatus

INSIDE = (YouthStatus.ACTIVE, YouthStatus.PAUSED)


def may_search(user: Any) -> bool:
    """Whoever has been let in. Those in the queue see no workplace."""
    return bool(user.is_youth) and Youth.objects.filter(user=user, status__in=INSIDE).exists()


def may_answer(user: Any) -> bool:
    return bool(user.is_staff)
