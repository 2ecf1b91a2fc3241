"""Youths in jobs. An employer reads the first name on the row, and nothing of the youth's own row."""

from collections.abc import Callable
from typing import Any

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
from jobplaneten.placements.forms import CancelForm, PauseForm, StartForm, TakeBackForm, TickForm, end_form
from jobplaneten.placements.gates import points_of
from jobplaneten.placements.models import EndKind, Paper, PaperTick, Placement, PlacementStatus, RiskPoint
from jobplaneten.placements.models.pauses import ASKED_FOR
from jobplaneten.placements.permissions import may_find_new, may_take_back, may_tick, moves_for
from jobplaneten.placements.workflow import PLACEMENT
from youth.disclosure import surname_of
from youth.models import SAID_TO_US, WhyForThem, Youth

ON_PAGES_ALONE = {"give_notice", "write_terms", "amend_terms", "agree", "agree_again", "expect", "expect_again"}
"""Notice is given by `end`; terms are read before anybody says yes to them."""


class TickFace(serializers.ModelSerializer):
    """Who has seen that a paper is in place, and when."""

    by = serializers.CharField(source="signer")

    class Meta:
        model = PaperTick
        fields = ["paper", "point", "by", "at"]


class YouthName(serializers.ModelSerializer):
    last_name = serializers.SerializerMethodField(help_text="Empty when name or address is protected.")

    class Meta:
        model = Youth
        fields = ["id", "first_name", "last_name"]

    def get_last_name(self, youth: Youth) -> str:
        return surname_of(youth)


class OwnPlacement(serializers.ModelSerializer):
    """The job as the youth reads it."""

    job = Job(source="post")
    ticks = TickFace(many=True)
    moves = serializers.SerializerMethodField()

    class Meta:
        model = Placement
        fields = ["id", "status", "job", "agreed_at", "first_day_on", "last_day_on", "ticks", "moves"]

    def get_moves(self, placement: Placement) -> list[str]:
        return sorted(moves_for(self.context["request"].user, placement, timezone.localdate()) - ON_PAGES_ALONE)


class PlacementForEmployer(OwnPlacement):
    class Meta:
        model = Placement
        fields = [*OwnPlacement.Meta.fields, "first_name"]


class PlacementForStaff(OwnPlacement):
    """`end_kind` and `end_reason` are read by staff only."""

    youth = YouthName()

    class Meta:
        model = Placement
        fields = [*OwnPlacement.Meta.fields, "youth", "end_kind", "end_reason"]


class PaperBody(serializers.Serializer):
    paper = serializers.ChoiceField(Paper.choices)
    point = serializers.ChoiceField(RiskPoint.choices, required=False, help_text="Of the risk, and only there.")

    def validate(self, said: dict[str, Any]) -> dict[str, Any]:
        said.setdefault("point", "")
        if said["point"] not in points_of(Paper(said["paper"])):
            raise serializers.ValidationError({"point": [_("Risikoen gennemgås punkt for punkt, resten har ingen.")]})
        return said


class TickBody(PaperBody):
    """`who` and `done_on` are asked for where the page asks for them."""

    who = serializers.CharField(required=False, help_text="Parents, the adult on site, or who trains.")
    done_on = serializers.DateField(required=False, help_text="Parents and terms.")
    how = serializers.ChoiceField(SAID_TO_US, required=False, help_text="Parents.")
    why = serializers.ChoiceField(WhyForThem.choices, required=False, help_text="A guardian's signature on paper.")
    note = serializers.CharField(required=False, help_text="Risk.")


class TakeBackBody(PaperBody):
    reason = serializers.CharField(help_text="Staff and the workplace read it.")


class StartBody(serializers.Serializer):
    first_day_on = serializers.DateField()


class CancelBody(serializers.Serializer):
    kind = serializers.ChoiceField(EndKind.choices, help_text="Each role has its own few.")
    words = serializers.CharField(required=False, help_text="Only mentor and coordinator read it.")
    wants_new = serializers.BooleanField(required=False, help_text="The workplace and staff: is the seat free again?")


class EndBody(CancelBody):
    last_day_on = serializers.DateField()
    is_agreed = serializers.BooleanField(required=False, help_text="Both sides agree to a day before the notice ends.")


class PauseBody(serializers.Serializer):
    begins_on = serializers.DateField()
    until_on = serializers.DateField()
    kind = serializers.ChoiceField(ASKED_FOR)
    words = serializers.CharField(required=False, help_text="Only mentor and coordinator read it.")


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
        ticks = Prefetch("ticks", PaperTick.objects.standing().select_related("by").order_by("at", "pk"))
        return super().get_queryset().prefetch_related(ticks, "pauses__by", "post__shifts")

    @move(TickBody)
    def tick(self, request: SignedIn, pk: int) -> Response:
        """A second tick changes nothing."""
        placement, meant, said = self.meant("tick", may_tick)
        said = judged(TickForm(said, **meant, today=timezone.localdate()))
        actions.tick(placement, **meant, **said, by=request.user, now=timezone.now())
        return self.answer(placement)

    @move(TakeBackBody)
    def take_back(self, request: SignedIn, pk: int) -> Response:
        """Until the first day. A first day that was set falls."""
        placement, meant, said = self.meant("take_back", may_take_back)
        actions.take_back(placement, **meant, **judged(TakeBackForm(said)), by=request.user, now=timezone.now())
        return self.answer(placement)

    def meant(self, name: str, may: Callable[[Any, str], bool]) -> tuple[Placement, dict[str, Any], dict[str, Any]]:
        """The row, which paper and point of it, and what is said about that."""
        placement, said = self.to_move(name), self.said()
        meant = {key: said.pop(key) for key in ("paper", "point")}
        if not may(self.request.user, meant["paper"]):
            raise PermissionDenied
        return placement, meant, said

    @move()
    def remind(self, request: SignedIn, pk: int) -> Response:
        """A kind word to the workplace about what is missing, at most once a day."""
        placement = self.to_move("remind")
        actions.remind(placement, by=request.user, now=timezone.now())
        return self.answer(placement)

    @move(StartBody)
    def start(self, request: SignedIn, pk: int) -> Response:
        placement = self.to_move("start")
        said = judged(StartForm(self.said(), today=timezone.localdate()))
        actions.start(placement, **said, by=request.user, now=timezone.now())
        return self.answer(placement)

    @move(CancelBody)
    def cancel(self, request: SignedIn, pk: int) -> Response:
        """Before the first day."""
        placement, user = self.to_move("cancel"), request.user
        said = judged(CancelForm(self.said(), role=user.role, may_find_new=may_find_new(user)))
        actions.cancel(placement, **said, by=user, now=timezone.now())
        return self.answer(placement)

    @move(EndBody)
    def end(self, request: SignedIn, pk: int) -> Response:
        """From the first day on: says which day is the last. Until then the job runs."""
        placement = self.to_move("end")
        form = end_form(self.said(), placement, request.user, timezone.localdate())
        actions.end(placement, **judged(form), by=request.user, now=timezone.now())
        return self.answer(placement)

    @move(PauseBody)
    def pause(self, request: SignedIn, pk: int) -> Response:
        """Days without shifts, with an end date."""
        placement = self.to_move("pause")
        said = judged(PauseForm(self.said(), role=request.user.role, today=timezone.localdate()))
        actions.pause(placement, **said, by=request.user, now=timezone.now())
        return self.answer(placement)

    @move()
    def resume(self, request: SignedIn, pk: int) -> Response:
        """Shifts again from now on."""
        placement = self.to_move("resume")
        actions.resume(placement, by=request.user, now=timezone.now())
        return self.answer(placement)
