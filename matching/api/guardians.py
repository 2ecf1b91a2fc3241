from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework import serializers
from rest_framework.response import Response

from jobplaneten.accounts.api_doors import SignedIn, Visible, judged
from jobplaneten.accounts.models import Role
from matching import actions
from matching.forms import GuardianWordForm
from matching.permissions import may_write_guardian_word
from youth.models import GuardianWord, Youth


class WordFace(serializers.ModelSerializer):
    by = serializers.CharField(source="by.name")

    class Meta:
        model = GuardianWord
        fields = ["id", "word", "said_on", "how", "guardian", "why", "by"]


class WordBody(serializers.ModelSerializer):
    """What a guardian said, written down on their behalf."""

    class Meta:
        model = GuardianWord
        fields = ["word", "said_on", "how", "guardian", "why"]


class GuardianWords(Visible):
    """What a youth's guardians have said, the latest first. Staff only."""

    queryset = GuardianWord.objects.select_related("by").latest_first()
    faces = {Role.MENTOR: WordFace, Role.COORDINATOR: WordFace}
    bodies = {"create": WordBody}
    recorded_as = "guardianword"

    def get_youth(self) -> Youth:
        if not may_write_guardian_word(self.request.user):
            raise Http404
        return get_object_or_404(Youth.objects.visible_to(self.request.user), pk=self.kwargs["youth"])

    def get_queryset(self) -> QuerySet[GuardianWord]:
        return self.queryset.filter(youth=self.get_youth())

    def create(self, request: SignedIn, youth: int) -> Response:
        """A no, or a yes that is taken back, also takes back all that is out."""
        about, said = self.get_youth(), judged(GuardianWordForm(self.said()))
        return self.answer(actions.hear_guardian(about, **said, by=request.user, now=timezone.now()), 201)
