"""Agreements and their dated rates, for those who write or read posts. Written on the coordinators' pages only."""

from typing import Any

from django.db.models import Prefetch
from rest_framework import serializers

from employers.models import Agreement, WageRate
from jobplaneten.accounts.api_doors import Visible
from jobplaneten.accounts.models import Role


class RateFace(serializers.ModelSerializer):
    """Kroner an hour. `age_to` 18 means 18 and older; `valid_until` null means that no end is known."""

    class Meta:
        model = WageRate
        fields = ["id", "age_from", "age_to", "rate", "valid_from", "valid_until", "source_url", "source_date"]


class AgreementFace(serializers.ModelSerializer):
    rates = RateFace(many=True)

    class Meta:
        model = Agreement
        fields = ["id", "name", "covers", "source_url", "source_date", "rates"]


class Agreements(Visible):
    """Collective agreements that a post may name. An age or a day without a rate is unknown: Danish law knows none."""

    queryset = Agreement.objects.by_name()
    faces = dict.fromkeys([Role.EMPLOYER, Role.MENTOR, Role.COORDINATOR], AgreementFace)

    def get_queryset(self) -> Any:
        rates = WageRate.objects.standing().order_by("valid_from", "age_from")
        return super().get_queryset().prefetch_related(Prefetch("rates", rates))
