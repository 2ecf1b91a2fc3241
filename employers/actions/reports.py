from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from employers.actions.telling import tell_coordinators
from employers.models import BadJobReport, Post
from jobplaneten.accounts.models import User
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused


@transaction.atomic
def report_job(post: Post, *, wrong: str, words: str, by: User | None, now: datetime) -> BadJobReport:
    """The workplace hears nothing of it. The coordinators do, at once."""
    report = BadJobReport.objects.create(post=post, wrong=wrong, words=words, by=by, at=now)
    tell_coordinators(
        _("Noget er galt med et job"),
        _("Nogen har skrevet om »%(title)s«. Læs det i dag.") % {"title": post.title},
        now=now,
        path=reverse("employers:reports"),
        is_urgent=True,
    )
    return report


@transaction.atomic
def handle_report(report: BadJobReport, *, done: str, by: User, now: datetime) -> None:
    row = BadJobReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if row.handled_at:
        raise MoveRefused(_("En anden har allerede taget sig af det."))
    row.done, row.handled_by, row.handled_at = done, by, now
    row.save(update_fields=["done", "handled_by", "handled_at"])
    record("handle_report", row, by=by, now=now)
