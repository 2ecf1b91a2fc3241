"""The law on one page: its rules and figures, what changes when, and whom a coming day touches."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from employers.models import Post
from jobplaneten.accounts.doors import SignedIn, only
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
from jobplaneten.law.book import BOOK, Book
from jobplaneten.law.changes import turns
from jobplaneten.placements.models import Placement
from jobplaneten.trail.actions import record_reads


@only(may_run_programme)
@require_safe
def law(request: SignedIn) -> HttpResponse:
    today = timezone.localdate()
    running = Placement.objects.visible_to(request.user).running().newest_first()
    jobs = at_work(running.select_related("youth", "post__employer").prefetch_related("post__shifts"), today)
    changes, shown = coming(BOOK, jobs, today)
    changing = jobs_of_those_who_change(jobs, today)
    seen = {job.placement.pk: job.placement.youth_id for job in [*shown, *changing]}
    record_reads("placement", seen.items(), by=request.user, now=timezone.now())
    context = {
        "topics": topics(BOOK, today),
        "switches": [switch_face(switch) for switch in BOOK.switches],
        "changes": changes,
        "changing": [job_face(job) for job in changing],
        "begins": BOOK.begins,
    }
    return render(request, "home/law.html", context)


def coming(book: Book, jobs: list[AtWork], today: date) -> tuple[list[dict[str, Any]], list[TouchedJob]]:
    """Every coming change as the page shows it, and the jobs of youths that are then on the page."""
    ahead = turns(book, today)
    posts = open_posts() if ahead else []
    touched = {turn: jobs_touched(jobs, turn) for turn in ahead}
    faces = [
        turn_face(turn)
        | {
            "posts": [post_face(post) for post in posts_touched(posts, turn)],
            "jobs": [job_face(job) for job in touched[turn]],
        }
        for turn in ahead
    ]
    return faces, [job for found in touched.values() for job in found]


def open_posts() -> list[Post]:
    """Without what an import has read: it can be long, and no law asks about it."""
    rows = Post.objects.open().select_related("employer").prefetch_related("shifts")
    return list(rows.defer("source_raw", "text").order_by("title", "pk"))
