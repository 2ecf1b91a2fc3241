"""The frame of the programme: the four steps and the areas. Everybody may read them; coordinators write the steps."""

from typing import Any

import django_filters
from django.forms import model_to_dict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response

from jobplaneten.accounts import actions
from jobplaneten.accounts.api_doors import Partly, SignedIn, Visible, judged
from jobplaneten.accounts.forms import StepForm
from jobplaneten.accounts.models import Area, Role, Step
from jobplaneten.accounts.permissions import may_run_programme


class Named(serializers.Serializer):
    id = serializers.IntegerField()
    name = serializers.CharField()


class AreaFace(serializers.ModelSerializer):
    class Meta:
        model = Area
        fields = ["id", "name", "town", "is_open"]


class StepFace(serializers.ModelSerializer):
    class Meta:
        model = Step
        fields = ["number", "title", "teaches", "age_from", "age_to", "criteria", "version"]


class StepBody(Partly):
    title = serializers.CharField()
    teaches = serializers.CharField()
    age_from = serializers.IntegerField()
    age_to = serializers.IntegerField()
    criteria = serializers.CharField(help_text="One criterion on each line.")


class AreaFilter(django_filters.FilterSet):
    is_open = django_filters.BooleanFilter(label=_("Tager unge ind"))

    class Meta:
        model = Area
        fields = ["is_open"]


class Areas(Visible):
    """The housing areas. A youth belongs to one, a mentor answers for some."""

    queryset = Area.objects.by_name()
    faces = dict.fromkeys(Role.values, AreaFace)
    filterset_class = AreaFilter

    def get_queryset(self) -> Any:
        return Area.objects.by_name()


class Steps(Visible):
    """The four steps of the ladder: what each is called, teaches and asks."""

    queryset = Step.objects.upwards()
    faces = dict.fromkeys(Role.values, StepFace)
    lookup_field = "number"
    bodies = {"partial_update": StepBody}

    def get_queryset(self) -> Any:
        return Step.objects.upwards()

    def partial_update(self, request: SignedIn, number: int) -> Response:
        """Coordinators only. Fields that are not sent stay as they are."""
        step = self.get_object()
        if not may_run_programme(request.user):
            raise PermissionDenied
        said = self.said()
        form = StepForm(model_to_dict(step) | said, instance=step)
        judged(form)
        actions.save_step(step, form.values(), version=said["version"], by=request.user, now=timezone.now())
        return self.answer(step)
