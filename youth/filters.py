from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models import Area
from jobplaneten.ladder import StepNumber
from youth.disclosure import in_area
from youth.models import Youth, YouthStatus

SHOWN = [YouthStatus.ACTIVE, YouthStatus.PAUSED, YouthStatus.CLOSED, YouthStatus.LEAVING]


def own_areas(request: Any) -> Any:
    return request.user.areas.by_name() if request else Area.objects.none()


class CaseloadFilter(django_filters.FilterSet):
    step = django_filters.ChoiceFilter(label=_("Trin"), choices=StepNumber.choices, empty_label=_("Alle"))
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=[(status.value, status.label) for status in SHOWN], empty_label=_("Alle")
    )
    area = django_filters.ModelChoiceFilter(
        label=_("Område"), queryset=own_areas, empty_label=_("Alle"), method="in_area"
    )

    class Meta:
        model = Youth
        fields = ["step", "status", "area"]

    def in_area(self, youths: QuerySet[Youth], name: str, area: Any) -> QuerySet[Youth]:
        return in_area(youths, area)
