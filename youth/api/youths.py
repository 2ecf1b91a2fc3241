"""Youths and their wishes. Login, phone and e-mail stand in no face here, nor does the birthday."""

from typing import Any

import django_filters
from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.response import Response

from jobplaneten.accounts.api import Named
from jobplaneten.accounts.api_doors import SignedIn, Visible, judged, move
from jobplaneten.accounts.models import Role
from youth import actions
from youth.disclosure import is_hidden, surname_of
from youth.filters import CaseloadFilter
from youth.forms.moves import HandOverForm, LetInForm, MoveForm, TurnAwayForm
from youth.models import ProfilePage, Protected, StepChange, StepMove, Youth, YouthStatus
from youth.permissions import guardian_stop, is_coordinator, may_let_in, may_move_step, may_want_another_job
from youth.workflow import YOUTH

QUEUE = {"let_in", "turn_away"}


# ── faces ───────────────────────────────────────────────────────────────────
class Travelled(serializers.ModelSerializer):
    """A move on the ladder, in the words that were said to the youth."""

    class Meta:
        model = StepChange
        fields = ["at", "move", "from_step", "to_step", "reason"]


class TravelledWithEvidence(serializers.ModelSerializer):
    by = serializers.CharField(source="by.name")

    class Meta:
        model = StepChange
        fields = [*Travelled.Meta.fields, "evidence", "by"]


class OwnYouth(serializers.ModelSerializer):
    """What a youth reads about themselves."""

    area = serializers.CharField(source="area.name")
    mentor = serializers.CharField(source="mentor.name", allow_null=True)
    pages_done = serializers.ListField(child=serializers.ChoiceField(ProfilePage.choices))
    way = Travelled(source="step_changes", many=True)

    class Meta:
        model = Youth
        fields = [
            "id", "first_name", "last_name", "status", "closed_reason", "area", "mentor", "step", "pages_done", "way",
            "wants_another_job",
        ]  # fmt: skip


class YouthInList(serializers.ModelSerializer):
    """A line of a mentor's list."""

    age = serializers.SerializerMethodField()
    area = serializers.SerializerMethodField(help_text="Null when name or address is protected.")
    mentor = Named(allow_null=True)
    last_name = serializers.SerializerMethodField(help_text="Empty when name or address is protected.")
    protected = serializers.ChoiceField(
        Protected.choices, help_text="Protected name or address; unknown counts as yes."
    )
    guardian_stop = serializers.SerializerMethodField(help_text="Why nothing may be released, in Danish; else empty.")

    class Meta:
        model = Youth
        fields = [
            "id", "first_name", "last_name", "age", "area", "mentor", "status", "step", "asked_at", "profile_done_at",
            "guardian_stop", "protected",
        ]  # fmt: skip

    def get_last_name(self, youth: Youth) -> str:
        return surname_of(youth)

    @extend_schema_field(Named(allow_null=True))
    def get_area(self, youth: Youth) -> Any:
        return None if is_hidden(youth) else Named(youth.area).data

    def get_age(self, youth: Youth) -> int:
        return youth.age_on(timezone.localdate())

    def get_guardian_stop(self, youth: Youth) -> str:
        return guardian_stop(youth, timezone.localdate(), youth.guardian_words.all())


class YouthInFull(YouthInList):
    way = TravelledWithEvidence(source="step_changes", many=True)
    moves = serializers.SerializerMethodField()

    class Meta:
        model = Youth
        fields = [
            *YouthInList.Meta.fields, "closed_reason", "school_year", "may_try_next_step", "wants_another_job", "way",
            "moves",
        ]  # fmt: skip

    def get_moves(self, youth: Youth) -> list[str]:
        user = self.context["request"].user
        names = {each.name for each in YOUTH.moves_from(youth.status, {user.role})}
        mine = (names & QUEUE if may_let_in(user, youth) else set()) | (
            names - QUEUE if may_move_step(user, youth) else set()
        )
        return sorted(mine)


# ── what may be sent ────────────────────────────────────────────────────────
class MentorBody(serializers.Serializer):
    mentor = serializers.IntegerField(help_text="Number of the mentor.")


class LetInBody(MentorBody):
    protected = serializers.ChoiceField(
        Protected.choices, default=Protected.UNKNOWN, help_text="Protected name or address; unknown counts as yes."
    )


class KindWordsBody(serializers.Serializer):
    reason = serializers.CharField(help_text="Kind words; the youth reads them.")


class MoveBody(KindWordsBody):
    evidence = serializers.CharField(help_text="What was seen; only staff read it.")


class AllowedBody(serializers.Serializer):
    allowed = serializers.BooleanField()


class WantedBody(serializers.Serializer):
    wanted = serializers.BooleanField()


class YouthFilter(CaseloadFilter):
    """The page's own filter, and the queue with it: that has a page of its own."""

    status = django_filters.ChoiceFilter(label=_("Status"), choices=YouthStatus.choices)


# ── doors ───────────────────────────────────────────────────────────────────
class Youths(Visible):
    """Young people: themselves, their mentor's, or those of a coordinator's areas."""

    queryset = Youth.objects.select_related("area", "mentor").by_name()
    faces = {Role.YOUTH: OwnYouth, Role.MENTOR: YouthInList, Role.COORDINATOR: YouthInList}
    faces_in_full = {Role.MENTOR: YouthInFull, Role.COORDINATOR: YouthInFull}
    filterset_class = YouthFilter
    recorded_as = "youth"

    def get_queryset(self) -> QuerySet[Youth]:
        way = Prefetch("step_changes", StepChange.objects.select_related("by").as_travelled())
        return super().get_queryset().prefetch_related("guardian_words", way)

    def youth_of(self, row: Youth) -> int:
        return row.pk

    def may_make(self, name: str, row: Youth) -> bool:
        user = self.request.user
        return may_let_in(user, row) if name in QUEUE else may_move_step(user, row)

    def asking(self, pk: int) -> Youth:
        """Anyone in the person's areas, so that whoever comes second to the queue is told and gets no 404."""
        return get_object_or_404(Youth.objects.in_areas_of(self.request.user), pk=pk)

    @move(LetInBody)
    def let_in(self, request: SignedIn, pk: int) -> Response:
        youth = self.asking(pk)
        said = judged(LetInForm(self.said(), youth=youth, by=request.user))
        return self.answer(actions.let_in(youth, **said, by=request.user, now=timezone.now()))

    @move(KindWordsBody)
    def turn_away(self, request: SignedIn, pk: int) -> Response:
        youth = self.asking(pk)
        reason = judged(TurnAwayForm({"own": self.said()["reason"]}), as_reason)["reason"]
        return self.answer(actions.turn_away(youth, reason=reason, by=request.user, now=timezone.now()))

    @move(MentorBody)
    def hand_over(self, request: SignedIn, pk: int) -> Response:
        youth = self.get_object()
        if not is_coordinator(request.user):
            self.permission_denied(request)
        mentor = judged(HandOverForm(self.said(), youth=youth))["mentor"]
        return self.answer(actions.hand_over(youth, mentor=mentor, by=request.user, now=timezone.now()))

    @move(MoveBody)
    def pause(self, request: SignedIn, pk: int) -> Response:
        youth, words = self.to_move("pause"), self.kind_words(StepMove.PAUSE)
        return self.answer(actions.pause(youth, **words, by=request.user, now=timezone.now()))

    @move(MoveBody)
    def resume(self, request: SignedIn, pk: int) -> Response:
        youth, words = self.to_move("resume"), self.kind_words(StepMove.RESUME)
        return self.answer(actions.resume(youth, **words, by=request.user, now=timezone.now()))

    @move(AllowedBody)
    def next_step(self, request: SignedIn, pk: int) -> Response:
        """May tonight's match also look one step higher?"""
        youth, allowed = self.to_move("change_step"), self.said()["allowed"]
        return self.answer(actions.allow_next_step(youth, allowed=allowed, by=request.user, now=timezone.now()))

    @move(WantedBody)
    def another_job(self, request: SignedIn, pk: int) -> Response:
        """A youth in a job asks for one more, or takes that back."""
        youth = self.get_object()
        if not may_want_another_job(request.user, youth):
            self.permission_denied(request)
        wanted = self.said()["wanted"]
        return self.answer(actions.want_another_job(youth, wanted=wanted, by=request.user, now=timezone.now()))

    def kind_words(self, kind: StepMove) -> dict[str, Any]:
        said = self.said()
        form = MoveForm({**said, "own": said["reason"]}, move=kind)
        judged(form, as_reason)
        return form.said()


def as_reason(name: str) -> str:
    """On the page the reason is picked or written."""
    return "reason" if name in {"pick", "own"} else name
