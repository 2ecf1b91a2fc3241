"""Matches: a night's proposals for the mentor, and for the youth what the mentor has approved. Never for employers."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.response import Response

from employers.api import JobInFull, PostTitle
from jobplaneten.accounts.api_doors import SignedIn, Visible, judged, move
from jobplaneten.accounts.models import Role
from jobplaneten.placements.api import YouthName
from matching import actions
from matching.forms import ApproveForm, MentorsNoForm, YouthsNoForm
from matching.models import Match, MatchStatus, NoReason
from matching.permissions import moves_for
from matching.wording import why_for_mentors, why_for_youths
from matching.workflow import MATCH


class Offer(serializers.ModelSerializer):
    """What a youth reads: the job, why it was chosen, and the line that the employer would read."""

    job = JobInFull(source="post")
    reasons = serializers.SerializerMethodField()
    moves = serializers.SerializerMethodField()

    class Meta:
        model = Match
        fields = ["id", "status", "job", "reasons", "line", "offered_at", "answer_by", "moves"]

    def get_reasons(self, match: Match) -> list[str]:
        return why_for_youths(match)

    def get_moves(self, match: Match) -> list[str]:
        return sorted(moves_for(self.context["request"].user, match))


class MatchFace(serializers.ModelSerializer):
    """What staff read."""

    day = serializers.DateField(source="run.day")
    youth = YouthName()
    post = PostTitle()
    reasons = serializers.SerializerMethodField()
    cautions = serializers.SerializerMethodField()
    moves = serializers.SerializerMethodField()

    class Meta:
        model = Match
        fields = [
            "id", "day", "youth", "post", "status", "rank", "reasons", "cautions", "line", "no_reason", "offered_at",
            "answer_by", "changed_at", "moves",
        ]  # fmt: skip

    def get_reasons(self, match: Match) -> list[str]:
        return why_for_mentors(match).reasons

    def get_cautions(self, match: Match) -> list[str]:
        return why_for_mentors(match).cautions

    def get_moves(self, match: Match) -> list[str]:
        return sorted(moves_for(self.context["request"].user, match))


class MatchInFull(MatchFace):
    post = JobInFull()


class ApproveBody(serializers.Serializer):
    line = serializers.CharField(allow_blank=True, help_text="One line to the workplace, which you have read.")


class NoBody(serializers.Serializer):
    reason = serializers.ChoiceField(NoReason.choices, help_text="Each role may pick some of them.")


class MatchFilter(django_filters.FilterSet):
    status = django_filters.ChoiceFilter(label=_("Status"), choices=MatchStatus.choices)
    youth = django_filters.NumberFilter(label=_("Nummer på den unge"))
    post = django_filters.NumberFilter(label=_("Nummer på opslaget"))
    day = django_filters.DateFilter("run__day", label=_("Nat"))

    class Meta:
        model = Match
        fields = ["status", "youth", "post", "day"]


class Matches(Visible):
    """Pairs of youth and post."""

    queryset = Match.objects.select_related("run", "youth", "post__employer").newest_first()
    faces = {Role.YOUTH: Offer, Role.MENTOR: MatchFace, Role.COORDINATOR: MatchFace}
    faces_in_full = {Role.MENTOR: MatchInFull, Role.COORDINATOR: MatchInFull}
    filterset_class = MatchFilter
    workflow = MATCH
    recorded_as = "match"

    def get_queryset(self) -> QuerySet[Match]:
        return super().get_queryset().prefetch_related("post__shifts")

    @move(ApproveBody)
    def approve(self, request: SignedIn, pk: int) -> Response:
        """Show the job to the youth."""
        match, said = self.to_move("approve"), judged(ApproveForm(self.said()))
        return self.done(actions.approve, match, line=said["line"])

    @move()
    def vouch(self, request: SignedIn, pk: int) -> Response:
        """The first of the two adults whom a youth with a protected name or address needs."""
        return self.done(actions.vouch, self.to_move("approve"))

    @move()
    def hold(self, request: SignedIn, pk: int) -> Response:
        return self.done(actions.hold, self.to_move("hold"))

    @move(NoBody)
    def reject(self, request: SignedIn, pk: int) -> Response:
        match = self.to_move("reject")
        return self.done(actions.reject, match, reason=self.reason(MentorsNoForm))

    @move(NoBody)
    def take_back(self, request: SignedIn, pk: int) -> Response:
        """After the youth, and perhaps the employer, has seen it."""
        match = self.to_move("take_back")
        return self.done(actions.take_back, match, reason=self.reason(MentorsNoForm))

    @move()
    def accept(self, request: SignedIn, pk: int) -> Response:
        """The youth's yes. Only now does the employer get a card to read."""
        return self.done(actions.accept, self.to_move("accept"))

    @move(NoBody)
    def decline(self, request: SignedIn, pk: int) -> Response:
        match = self.to_move("decline")
        return self.done(actions.decline, match, reason=self.reason(YouthsNoForm))

    @move(NoBody)
    def withdraw(self, request: SignedIn, pk: int) -> Response:
        """A yes is taken back while the employer still thinks."""
        match = self.to_move("withdraw")
        return self.done(actions.withdraw, match, reason=self.reason(YouthsNoForm))

    def reason(self, form: type[forms.Form]) -> str:
        return str(judged(form(self.said()))["reason"])

    def done(self, act: Any, match: Match, **said: str) -> Response:
        act(match, **said, by=self.request.user, now=timezone.now())
        return self.answer(match)
