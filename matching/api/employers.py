from django.utils import timezone
from rest_framework.response import Response

from employers.api import Employers as Workplaces
from employers.api.employers import ReasonBody
from employers.forms import ReasonForm
from jobplaneten.accounts.api_doors import SignedIn, judged, move
from matching import actions


class Employers(Workplaces):
    """Workplaces: an employer's own, for mentors those that are vetted, for coordinators all."""

    @move(ReasonBody)
    def suspend(self, request: SignedIn, pk: int) -> Response:
        """Posts are closed and cards withdrawn with it, and the mentors of running jobs are told."""
        employer, said = self.to_move("suspend"), judged(ReasonForm(self.said()))
        actions.shut_out(employer, reason=said["reason"], by=request.user, now=timezone.now())
        return self.answer(employer)
