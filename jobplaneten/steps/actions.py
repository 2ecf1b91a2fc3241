"""Papers learnt, talks held, and a step decided on what has gathered."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.steps.evidence import gather
from jobplaneten.steps.models import LearntPaper, PaperKind, ProposalStatus, StepProposal, StepRule, StepTalk
from jobplaneten.steps.permissions import may_be_second
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from youth.actions import Grounds, advance
from youth.models import Youth
from youth.permissions import may_move_step


@transaction.atomic
def say_learnt(youth: Youth, kind: PaperKind, *, is_learnt: bool, by: Any, now: datetime) -> None:
    """The youth's own word. What a mentor has seen stays."""
    if is_learnt:
        LearntPaper.objects.get_or_create(youth=youth, kind=kind, defaults={"at": now})
    else:
        LearntPaper.objects.filter(youth=youth, kind=kind, confirmed_at=None).delete()
    record("say_learnt", youth, by=by, now=now, youth=youth.pk, paper=str(kind), learnt=is_learnt)


@transaction.atomic
def confirm_learnt(youth: Youth, kind: PaperKind, *, by: Any, now: datetime) -> None:
    """A mentor has seen that it works, also when the youth has not said so."""
    row, _made = LearntPaper.objects.get_or_create(youth=youth, kind=kind, defaults={"at": now})
    if LearntPaper.objects.filter(pk=row.pk, confirmed_at=None).update(confirmed_at=now, confirmed_by=by):
        record("confirm_learnt", youth, by=by, now=now, youth=youth.pk, paper=str(kind))


@transaction.atomic
def hold_talk(youth: Youth, *, held_on: date, agreed: str, by: Any, now: datetime) -> StepTalk:
    if held_on > timezone.localdate(now):
        raise MoveRefused(_("Skriv snakken ned, når den er holdt."))
    row = StepTalk.objects.create(youth=youth, step=youth.step, held_on=held_on, agreed=agreed, by=by, at=now)
    record("hold_talk", row, by=by, now=now, youth=youth.pk)
    body = _("Det, I blev enige om, står på din side.")
    tell(youth.user, _("I har talt om dit trin"), body, path=reverse("steps:mine"), now=now)
    return row


@transaction.atomic
def decide(
    youth: Youth, *, to_step: int, from_step: int, evidence: str, reason: str, despite: str, by: Any, now: datetime
) -> StepProposal | None:
    """Up a step on what lies on the table. What is missing needs a reason; where two decide, another is asked."""
    if not may_move_step(by, youth):
        raise MoveRefused(_("Det er den unges egen mentor, der flytter trin."))
    grounds = Grounds(gather(youth, timezone.localdate(now)).snapshot(), despite)
    said: dict[str, Any] = {"to_step": to_step, "from_step": from_step, "evidence": evidence, "reason": reason}
    if youth.area.two_decide_steps:
        return propose(youth, grounds, **said, by=by, now=now)
    advance(youth, **said, by=by, now=now, grounds=grounds)
    return None


def propose(youth: Youth, grounds: Grounds, *, from_step: int, by: Any, now: datetime, **said: Any) -> StepProposal:
    grounds.check()
    if from_step != youth.step or said["to_step"] <= youth.step:
        raise MoveRefused(_("Trinnet er lige blevet ændret af en anden. Se efter, om det stadig passer."))
    more = {"from_step": from_step, "snapshot": grounds.snapshot, "despite": grounds.despite, "by": by, "at": now}
    try:
        with transaction.atomic():
            row = StepProposal.objects.create(youth=youth, **said, **more)
    except IntegrityError as twice:
        raise MoveRefused(_("Der venter allerede et skridt på en kollega.")) from twice
    record("propose_step", row, by=by, now=now, youth=youth.pk, to_step=row.to_step)
    body = _("En kollega mener, at %(name)s er klar til næste trin. Læs det, og svar.") % {"name": youth.first_name}
    for person in User.objects.coordinators().filter(areas=youth.area_id).exclude(pk=by.pk):
        tell(person, _("Et skridt venter på dig"), body, path=reverse("steps:quiet"), now=now)
    return row


def locked(found: StepProposal, by: Any) -> StepProposal:
    rows = StepProposal.objects.select_for_update(of=("self",)).select_related("youth__user", "youth__area", "by")
    row = rows.get(pk=found.pk)
    if row.status != ProposalStatus.WAITING:
        raise MoveRefused(_("En anden har allerede svaret."))
    if not may_be_second(by, row):
        raise MoveRefused(_("Det skal være en anden end den, der foreslog det."))
    return row


@transaction.atomic
def confirm(found: StepProposal, *, by: Any, now: datetime) -> None:
    """The second pair of eyes: now it takes effect."""
    row = locked(found, by)
    settle(row, ProposalStatus.CONFIRMED, by=by, now=now)
    grounds = Grounds(snapshot=row.snapshot, despite=row.despite, second_by=by)
    step = {"to_step": row.to_step, "from_step": row.from_step}
    advance(row.youth, **step, evidence=row.evidence, reason=row.reason, by=row.by, now=now, grounds=grounds)


@transaction.atomic
def send_back(found: StepProposal, *, why_not: str, by: Any, now: datetime) -> None:
    row = locked(found, by)
    row.why_not = why_not
    settle(row, ProposalStatus.SENT_BACK, by=by, now=now)
    path = reverse("steps:youth", args=[row.youth_id])
    tell(row.by, _("Et skridt må vente lidt"), _("En kollega har læst det. Se, hvad der mangler."), path=path, now=now)


def settle(row: StepProposal, status: ProposalStatus, *, by: Any, now: datetime) -> None:
    row.status, row.settled_by, row.settled_at = status, by, now
    row.save(update_fields=["status", "settled_by", "settled_at", "why_not"])
    record(f"step_{status.value}", row, by=by, now=now, youth=row.youth_id)


@transaction.atomic
def set_rule(*, step: int, by: User, now: datetime, **values: Any) -> StepRule:
    """From now on. What was decided before stays as it was decided."""
    rule = StepRule.objects.create(step=step, by=by, at=now, **values)
    record("set_step_rule", rule, by=by, now=now)
    return rule
