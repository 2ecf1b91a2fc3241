"""The only resource in which an employer meets a youth before a job: candidate cards, and nothing but cards."""

from typing import Any

import django_filters
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response

from jobplaneten.accounts.api_doors import SignedIn, Visible, judged, move
from jobplaneten.accounts.api_schema import NOT_THERE, NOT_YOURS, Refusal
from jobplaneten.accounts.models import Role
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.api.matches import NoBody
from matching.forms import EmployersNoForm
from matching.models import CandidateCard
from matching.workflow import MATCH


class Competence(serializers.Serializer):
    what = serializers.CharField()
    level = serializers.CharField()


class CardFace(serializers.ModelSerializer):
    """All that an employer sees of a youth."""

    post = serializers.IntegerField(source="post_id")
    free = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()),
        help_text="Weekday, start and end, in minutes after midnight. Monday is 0.",
    )
    competences = Competence(many=True)
    why = serializers.ListField(child=serializers.CharField())
    answer_by = serializers.DateTimeField(source="match.answer_by")

    class Meta:
        model = CandidateCard
        fields = [
            "id",
            "post",
            "first_name",
            "age_group",
            "free",
            "competences",
            "why",
            "line",
            "released_at",
            "answer_by",
            "seen_at",
        ]


class Taken(serializers.Serializer):
    """Two have said yes: the number of the placement that began."""

    placement = serializers.IntegerField()


class CardFilter(django_filters.FilterSet):
    post = django_filters.NumberFilter(label=gettext_lazy("Nummer på opslaget"))

    class Meta:
        model = CandidateCard
        fields = ["post"]


class Candidates(Visible):
    """Cards of youths who have said yes to one of the employer's posts."""

    queryset = CandidateCard.objects.select_related("match").oldest_first()
    faces = {Role.EMPLOYER: CardFace}
    filterset_class = CardFilter
    workflow = MATCH
    recorded_as = "candidatecard"

    def youth_of(self, row: CandidateCard) -> int:
        return row.match.youth_id

    def retrieve(self, request: SignedIn, **key: int) -> Response:
        """The first look at a card is remembered."""
        card = self.get_object()
        actions.mark_seen(card, now=timezone.now())
        return self.answer(card)

    def to_move(self, name: str) -> Any:
        """Whoever answers a card that was theirs to read a moment ago is told so."""
        if CandidateCard.objects.gone_from(self.request.user).filter(pk=self.kwargs["pk"]).exists():
            raise MoveRefused(_("Kortet er lukket. Den unge er ikke med længere, eller pladsen er besat."))
        return super().to_move(name)

    @extend_schema(responses={200: Taken, 403: NOT_YOURS, 404: NOT_THERE, 409: Refusal})
    @move()
    def take(self, request: SignedIn, pk: int) -> Response:
        """The second yes."""
        placement = actions.take(self.to_move("take"), by=request.user, now=timezone.now())
        return Response({"placement": placement.pk})

    @move(NoBody)
    def refuse(self, request: SignedIn, pk: int) -> Response:
        card, said = self.to_move("refuse"), judged(EmployersNoForm(self.said()))
        actions.refuse(card, reason=said["reason"], by=request.user, now=timezone.now())
        return self.answer(card)
