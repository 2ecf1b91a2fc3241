from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response

from employers import actions
from employers.filters import EmployerFilter
from employers.forms import CHECKED, CheckForm, ReasonForm
from employers.models import Employer, VettingCheck
from employers.permissions import employer_moves_of, may_vet
from employers.workflow import EMPLOYER
from jobplaneten.accounts.api_doors import SignedIn, Visible, judged, move
from jobplaneten.accounts.models import Role
from jobplaneten.workflow import MoveRefused


class EmployerInShort(serializers.ModelSerializer):
    """What a mentor needs to know of a workplace."""

    class Meta:
        model = Employer
        fields = ["id", "name", "kind", "about", "address", "postcode", "status"]


class OwnEmployer(serializers.ModelSerializer):
    class Meta:
        model = Employer
        fields = [*EmployerInShort.Meta.fields, "cvr", "status_reason", "asked_at", "vetted_at"]


class EmployerToVet(serializers.ModelSerializer):
    moves = serializers.SerializerMethodField()

    class Meta:
        model = Employer
        fields = [*OwnEmployer.Meta.fields, "version", "moves"]

    def get_moves(self, employer: Employer) -> list[str]:
        return sorted(employer_moves_of(self.context["request"].user, employer))


class ReasonBody(serializers.Serializer):
    reason = serializers.CharField(help_text="The workplace reads it.")


class CheckBody(serializers.ModelSerializer):
    class Meta:
        model = VettingCheck
        fields = CHECKED


def waiting_check(employer: Employer) -> VettingCheck:
    check = employer.checks.pending().first()
    if check is None:
        raise MoveRefused(_("Der er ikke skrevet et tjek, som en anden kan læse."))
    return check


class Employers(Visible):
    """Workplaces: an employer's own, for mentors those that are vetted, for coordinators all."""

    queryset = Employer.objects.by_name()
    faces = {Role.EMPLOYER: OwnEmployer, Role.MENTOR: EmployerInShort, Role.COORDINATOR: EmployerToVet}
    filterset_class = EmployerFilter
    workflow = EMPLOYER

    @move(CheckBody)
    def check(self, request: SignedIn, pk: int) -> Response:
        """The first of two people has looked the workplace up, called and met them."""
        employer = self.to_move("vet")
        if not may_vet(request.user):
            raise PermissionDenied
        said = judged(CheckForm(self.said(), employer=employer, day=timezone.localdate()))
        actions.check(employer, said, by=request.user, now=timezone.now())
        return self.answer(employer)

    @move()
    def vet(self, request: SignedIn, pk: int) -> Response:
        """The second has read what the first wrote. 409 to the first."""
        employer = self.to_move("vet")
        actions.confirm(waiting_check(employer), by=request.user, now=timezone.now())
        return self.answer(employer)

    @move(ReasonBody)
    def refuse(self, request: SignedIn, pk: int) -> Response:
        employer, said = self.to_move("refuse"), judged(ReasonForm(self.said()))
        actions.refuse_employer(employer, reason=said["reason"], by=request.user, now=timezone.now())
        return self.answer(employer)
