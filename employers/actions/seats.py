"""Seats are taken by conditional updates on the post's own row, so that no two people can take the last one."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from employers.models import Employer, Post, PostStatus
from employers.workflow import POST
from jobplaneten.accounts.models import User
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused


@transaction.atomic
def take_seat(post: Post, *, by: User | None, now: datetime) -> None:
    """Take one seat; the one who takes the last also fills the post."""
    is_vetted = post.employer_id and Employer.objects.vetted().filter(pk=post.employer_id).exists()
    free = Post.objects.filter(pk=post.pk, status=PostStatus.OPEN, seats_taken__lt=F("seats"))
    if not is_vetted or not free.update(seats_taken=F("seats_taken") + 1, version=F("version") + 1):
        raise MoveRefused(_("Der er ikke flere ledige pladser i jobbet."))
    record("take_seat", post, by=by, now=now)
    full = Post.objects.filter(pk=post.pk, status=PostStatus.OPEN, seats_taken__gte=F("seats"))
    if full.update(status=POST.take("fill", PostStatus.OPEN), changed_at=now):
        record("fill", post, by=by, now=now)
    post.refresh_from_db()


@transaction.atomic
def give_seat_back(post: Post, *, by: User | None, now: datetime) -> None:
    """Give one seat back; a filled post is open again. A post with nobody in it is left as it is."""
    taken = Post.objects.filter(pk=post.pk, seats_taken__gt=0)
    if taken.update(seats_taken=F("seats_taken") - 1, version=F("version") + 1):
        record("give_seat_back", post, by=by, now=now)
        filled = Post.objects.filter(pk=post.pk, status=PostStatus.FILLED, seats_taken__lt=F("seats"))
        if filled.update(status=POST.take("reopen", PostStatus.FILLED), changed_at=now):
            record("reopen", post, by=by, now=now)
    post.refresh_from_db()
