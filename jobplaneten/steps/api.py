"""The step of the ladder among the moves of a youth: up on what has gathered, or a new start further down."""

from typing import Any

from django.utils import timezone
from rest_framework import serializers
from rest_framework.response import Response

from jobplaneten.accounts.api_doors import SignedIn, judged, move
from jobplaneten.ladder import StepNumber
from jobplaneten.steps.actions import decide
from youth.actions import move_back
from youth.api import Youths
from youth.api.youths import MoveBody, as_reason
from youth.forms.moves import StepForm
from youth.models import StepMove


class LadderBody(MoveBody):
    from_step = serializers.ChoiceField(StepNumber.choices, help_text="The step that you saw when you decided.")
    to_step = serializers.ChoiceField(StepNumber.choices)
    despite = serializers.CharField(
        max_length=300, default="", allow_blank=True, help_text="Up: why now, when something that is asked is missing."
    )


class YouthsOnTheLadder(Youths):
    __doc__ = Youths.__doc__

    @move(LadderBody)
    def step(self, request: SignedIn, pk: int) -> Response:
        """Up, past a step, or a new start further down. 202 when a colleague has to look at it first."""
        youth, said = self.to_move("change_step"), self.said()
        form = StepForm({**said, "own": said["reason"]}, move=StepMove.UP)
        judged(form, as_reason)
        steps = {name: said[name] for name in ("to_step", "from_step")}
        words: dict[str, Any] = form.said() | steps | {"by": request.user, "now": timezone.now()}
        if said["to_step"] < said["from_step"]:
            return self.answer(move_back(youth, **words))
        waiting = decide(youth, **words, despite=said["despite"])
        return self.answer(youth, status=202 if waiting else 200)
