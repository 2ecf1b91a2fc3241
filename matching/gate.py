"""The last look before anything about a youth goes out: at approval, at the youth's yes and at the employer's."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from employers.models import Post
from jobplaneten.workflow import MoveRefused
from matching.lawful import judge, sentences
from matching.models import Hiding, Match
from matching.when import local_day
from youth.disclosure import is_hidden
from youth.models import Youth, YouthStatus
from youth.permissions import guardian_stop


def why_not(match: Match, now: datetime) -> str:
    """A sentence for staff, or "" when the way is free. Reads youth, words and post afresh."""
    return (
        why_not_this_youth(match, now)
        or why_not_there(match)
        or why_not_by_one(match)
        or why_not_this_job(match)
        or why_unlawful(match, now)
    )


def why_not_this_youth(match: Match, now: datetime) -> str:
    youth = Youth.objects.get(pk=match.youth_id)
    if youth.status != YouthStatus.ACTIVE:
        return _("%(name)s holder pause lige nu.") % {"name": youth.first_name}
    if youth.is_in_a_job and not youth.wants_another_job:
        return _("%(name)s er i job og har ikke bedt om et mere.") % {"name": youth.first_name}
    return guardian_stop(youth, local_day(now))


def why_not_there(match: Match) -> str:
    hidden = Hiding.objects.standing().filter(youth=match.youth_id, employer__posts=match.post_id)
    return _("Arbejdspladsen er valgt fra.") if hidden.exists() else ""


def why_not_by_one(match: Match, by: Any = None) -> str:
    """Of a youth with a protected name or address nothing goes out before two adults have said yes to it."""
    youth = Youth.objects.get(pk=match.youth_id)
    if not is_hidden(youth):
        return ""
    if match.vouched_by_id is None:
        words = _(
            "%(name)s har beskyttet navn eller adresse. Derfor skal to voksne se på forslaget. Åbn det, og sig ja."
        )
        return words % {"name": youth.first_name}
    if by is not None and by.pk == match.vouched_by_id:
        return _("Du har sagt ja. Nu mangler en voksen mere.")
    return ""


def why_not_this_job(match: Match) -> str:
    post = Post.objects.open().filter(pk=match.post_id).first()
    if post is None or not post.seats_left:
        return _("Jobbet er ikke ledigt længere.")
    is_another = match.offered_at and post.opened_at and match.offered_at < post.opened_at
    return _("Jobbet er ændret, siden det blev vist frem.") if is_another else ""


def why_unlawful(match: Match, now: datetime) -> str:
    """What the law says against it on the real dates, the youth's other jobs counted in. Not for an employer's eyes."""
    findings = judge(Youth.objects.get(pk=match.youth_id), Post.objects.get(pk=match.post_id), local_day(now))
    if findings.legal:
        return ""
    reasons = sentences(findings, blocking=True)
    if findings.jointly:
        reasons.append(_("Det er talt sammen med det job, den unge har i forvejen."))
    return _("Loven siger nej: %(why)s") % {"why": " ".join(reasons)}


def check(match: Match, now: datetime, *, hint: str) -> None:
    """For people who may not know why: the job is gone, or a hint to whom to ask.

    That a youth has another job is nobody's business at a workplace, so an employer reads the same hint whatever it is.
    """
    if gone := why_not_this_job(match):
        raise MoveRefused(gone)
    if why_not(match, now):
        raise MoveRefused(hint)
