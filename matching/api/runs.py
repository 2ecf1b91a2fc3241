import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from jobplaneten.accounts.api_doors import SignedIn, Visible
from jobplaneten.accounts.models import Role
from matching import actions
from matching.models import Run, RunKind, RunStatus


class RunFace(serializers.ModelSerializer):
    percent = serializers.IntegerField()
    counts = serializers.DictField(help_text="Numbers only: seen, proposed, refused by rule, seconds.")

    class Meta:
        model = Run
        fields = [
            "id", "kind", "day", "status", "percent", "youths_total", "counts", "requested_at", "started_at",
            "finished_at", "error",
        ]  # fmt: skip


class RunFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(label=_("Slags"), choices=RunKind.choices)
    status = django_filters.ChoiceFilter(label=_("Status"), choices=RunStatus.choices)
    day = django_filters.DateFilter(label=_("Dato"))

    class Meta:
        model = Run
        fields = ["kind", "status", "day"]


class Runs(Visible):
    """Match nights and previews, for coordinators."""

    queryset = Run.objects.of_the_town().newest_first()
    faces = {Role.COORDINATOR: RunFace}
    filterset_class = RunFilter

    @action(detail=False, methods=["post"], filterset_class=None)
    def start(self, request: SignedIn) -> Response:
        """Begin tonight, take up what was dropped, or else try it out without proposing anything."""
        return self.answer(actions.start_run(by=request.user, now=timezone.now()), 201)
