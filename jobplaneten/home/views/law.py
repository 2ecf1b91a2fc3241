"""The law on one page: its rules and figures, what changes when, and whom a coming day touches."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from employers.models import Post
from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.accounts.models import User
from jobplaneten.accounts.permissions import may_run_programme
from jobplaneten.home.coming_law import (
    AtWork,
    TouchedJob,
    at_work,
    jobs_of_those_who_change,
    jobs_touched,
    posts_touched,
)
from jobplaneten.home.views.law_faces import job_face, post_face, switch_face, topics, turn_face
from jobplaneten.law.book import BOOK
from jobplaneten.law.changes import turns
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record_reads

PER_PAGE = 30


@only(may_run_programme)
@require_safe
def law(request: SignedIn) -> HttpResponse:
    today = timezone.localdate()
    jobs = jobs_seen_by(request.user, today)
    ahead = turns(BOOK, today)
    posts = open_posts() if ahead else []
    changing = jobs_of_those_who_change(jobs, today)
    log_reads(request.user, changing)
    context = {
        "topics": topics(BOOK, today),
        "switches": [switch_face(switch) for switch in BOOK.switches],
        "changes": [
            turn_face(turn) | {"posts": len(posts_touched(posts, turn)), "jobs": len(jobs_touched(jobs, turn))}
            for turn in ahead
        ],
        "changing": [job_face(job) for job in changing],
    }
    return render(request, "home/law.html", context)


@only(may_run_programme)
@require_safe
def law_change(request: SignedIn, day: str) -> HttpResponse:
    """One coming change and all that it touches; posts page by page."""
    today = timezone.localdate()
    turn = next((turn for turn in turns(BOOK, today) if turn.day.isoformat() == day), None)
    if turn is None:
        raise Http404
    jobs = jobs_touched(jobs_seen_by(request.user, today), turn)
    page = Paginator(posts_touched(open_posts(), turn), PER_PAGE).get_page(request.GET.get("page"))
    log_reads(request.user, jobs)
    context = {
        "change": turn_face(turn),
        "page": page,
        "posts": [post_face(post) for post in page],
        "jobs": [job_face(job) for job in jobs],
    }
    return render(request, "home/law_change.html", context)


def jobs_seen_by(user: User, today: date) -> list[AtWork]:
    running = Placement.objects.visible_to(user).running().newest_first()
    return at_work(running.select_related("youth", "post__employer").prefetch_related("post__shifts"), today)


def open_posts() -> list[Post]:
    """Without what an import has read: it can be long, and no law asks about it."""
    rows = Post.objects.open().select_related("employer").prefetch_related("shifts")
    return list(rows.defer("source_raw", "text").order_by("title", "pk"))


def log_reads(user: User, jobs: list[TouchedJob]) -> None:
    seen = {job.placement.pk: job.placement.youth_id for job in jobs}
    record_reads("placement", seen.items(), by=user, now=timezone.now())
