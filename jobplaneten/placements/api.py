"""Youths in jobs. An employer reads the first name on the row, and nothing of the youth's own row."""

import django_filters
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response

from employers.api import Job
from jobplaneten.accounts.api_doors import SignedIn, Visible, judged, move
from jobplaneten.accounts.models import Role
from jobplaneten.placements import actions
from jobplaneten.placements.forms import CancelForm, EndForm, StartForm
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus
from jobplaneten.placements.permissions import may_tick, moves_for
from jobplaneten.placements.workflow import PLACEMENT
from youth.models import Youth


class TickFace(serializers.ModelSerializer):
    """Who has seen that a paper is in place, and when."""

    by = serializers.CharField(source="by.name")

    class Meta:
        model = PaperTick
        fields = ["paper", "by", "at"]


class YouthName(serializers.ModelSerializer):
    class Meta:
        model = Youth
        fields = ["id", "first_name", "last_name"]


class OwnPlacement(serializers.ModelSerializer):
    """The job as the youth reads it."""

    job = Job(source="post")
    ticks = TickFace(many=True)
    moves = serializers.SerializerMethodField()

    class Meta:
        model = Placement
        fields = ["id", "status", "job", "agreed_at", "first_day_on", "last_day_on", "ticks", "moves"]

    def get_moves(self, placement: Placement) -> list[str]:
        return sorted(moves_for(self.context["request"].user, placement, timezone.localdate()))


class PlacementForEmployer(OwnPlacement):
    class Meta:
        model = Placement
        fields = [*OwnPlacement.Meta.fields, "first_name"]


class PlacementForStaff(OwnPlacement):
    """`end_reason` is read by staff only."""

    youth = YouthName()

    class Meta:
        model = Placement
        fields = [*OwnPlacement.Meta.fields, "youth", "end_reason"]


class TickBody(serializers.Serializer):
    paper = serializers.ChoiceField(Paper.choices)


class StartBody(serializers.Serializer):
    first_day_on = serializers.DateField()


class CancelBody(serializers.Serializer):
    reason = serializers.CharField(help_text="Only mentor and coordinator read it.")


class EndBody(CancelBody):
    last_day_on = serializers.DateField()


class PlacementFilter(django_filters.FilterSet):
    status = django_filters.ChoiceFilter(label=_("Status"), choices=PlacementStatus.choices)
    post = django_filters.NumberFilter(label=_("Nummer på opslaget"))

    class Meta:
        model = Placement
        fields = ["status", "post"]


class Placements(Visible):
    """Youths in a job: from two times yes, over papers and a first day, to a last day."""

    queryset = Placement.objects.select_related("youth", "post__employer").running_first()
    faces = {
        Role.YOUTH: OwnPlacement,
        Role.EMPLOYER: PlacementForEmployer,
        Role.MENTOR: PlacementForStaff,
        Role.COORDINATOR: PlacementForStaff,
    }
    filterset_class = PlacementFilter
    workflow = PLACEMENT
    recorded_as = "placement"

    def get_queryset(self) -> QuerySet[Placement]:
        ticks = Prefetch("ticks", PaperTick.objects.select_related("by").order_by("at", "pk"))
        return super().get_queryset().prefetch_related(ticks, "post__shifts")

    @move(TickBody)
    def tick(self, request: SignedIn, pk: int) -> Response:
        """A second tick changes nothing."""
        placement, paper = self.to_move("tick"), self.said()["paper"]
        if not may_tick(request.user, paper):
            raise PermissionDenied
        actions.tick(placement, paper, by=request.user, now=timezone.now())
        return self.answer(placement)

    @move(StartBody)
    def start(self, request: SignedIn, pk: int) -> Response:
        placement = self.to_move("start")
        said = judged(StartForm(self.said(), today=timezone.localdate()))
        actions.start(placement, **said, by=request.user, now=timezone.now())
        return self.answer(placement)

    @move(CancelBody)
    def cancel(self, request: SignedIn, pk: int) -> Response:
        """Before the first day. The seat is free again."""
        placement, said = self.to_move("cancel"), judged(CancelForm(self.said()))
        actions.cancel(placement, **said, by=request.user, now=timezone.now())
        return self.answer(placement)

    @move(EndBody)
    def end(self, request: SignedIn, pk: int) -> Response:
        """From the first day on. The seat is free again."""
        placement = self.to_move("end")
        form = EndForm(self.said(), first_day_on=placement.first_day_on, today=timezone.localdate())
        actions.end(placement, **judged(form), by=request.user, now=timezone.now())
        return self.answer(placement)
