from typing import Any

from django.utils import timezone

from youth.models import StandIn, Youth


def helpers(youth: Youth) -> list[Any]:
    """Whom to tell today: the mentor, and whoever stands in."""
    rows = StandIn.objects.on(timezone.localdate()).filter(youth=youth, mentor__is_active=True)
    stand_ins = [row.mentor for row in rows.select_related("mentor")]
    return [*([youth.mentor] if youth.mentor else []), *stand_ins]
