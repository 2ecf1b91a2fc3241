from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from employers.models import Post, PostStatus
from jobplaneten.searching import letters
from jobplaneten.searching.models import Favourite, SavedSearch
from jobplaneten.searching.near import Wanted, found_by, jobs_near, open_to
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused
from matching.actions import propose
from matching.models import Match
from matching.when import local_day
from youth.models import Youth, YouthStatus
from youth.permissions import guardian_stop

MOST_QUESTIONS = 5
MOST_SEARCHES = 5
NEW_FOR = timedelta(days=8)
"""The clock comes by every day; a week of silence is made up for."""


@transaction.atomic
def save(youth: Youth, post: Post, *, by: Any, now: datetime) -> Favourite:
    found, is_new = Favourite.objects.get_or_create(youth=youth, post=post, defaults={"saved_at": now})
    if is_new:
        record("save_job", found, by=by, now=now, youth=youth.pk)
    return found


@transaction.atomic
def let_go(favourite: Favourite, *, by: Any, now: datetime) -> None:
    """The heart goes, and a question that waits goes with it."""
    record("let_go_of_job", favourite, by=by, now=now, youth=favourite.youth_id)
    favourite.delete()


@transaction.atomic
def ask_for(youth: Youth, post: Post, *, by: Any, now: datetime) -> Favourite:
    """Says to the mentor: I would like this one. Asked twice it is asked once; after a no one may ask again."""
    Youth.objects.select_for_update(of=("self",), no_key=True).get(pk=youth.pk)
    favourite = save(youth, post, by=by, now=now)
    if favourite.asked_at and not favourite.answered_at:
        return favourite
    if Favourite.objects.asked_for().filter(youth=youth).count() >= MOST_QUESTIONS:
        raise MoveRefused(_("Du har spurgt om fem job. Vent, til din mentor har svaret på et af dem."))
    favourite.asked_at, favourite.answered_at, favourite.answered_by, favourite.not_now = now, None, None, ""
    favourite.save(update_fields=["asked_at", "answered_at", "answered_by", "not_now"])
    record("ask_for_job", favourite, by=by, now=now, youth=youth.pk)
    letters.asked(favourite, now=now)
    return favourite


@transaction.atomic
def answer_yes(favourite: Favourite, *, by: Any, now: datetime) -> Match:
    """The job is put forward for the youth; the mentor reads and approves it where all proposals are read."""
    match = propose(favourite.youth, favourite.post, by=by, now=now)
    answer(lock_open(favourite), "", by=by, now=now)
    return match


@transaction.atomic
def answer_not_now(favourite: Favourite, *, not_now: str, by: Any, now: datetime) -> None:
    found = lock_open(favourite)
    answer(found, not_now, by=by, now=now)
    letters.not_now(found, now=now)


def lock_open(favourite: Favourite) -> Favourite:
    rows = Favourite.objects.select_for_update(of=("self",)).select_related("youth__user", "post").asked_for()
    found = rows.filter(pk=favourite.pk).first()
    if found is None:
        raise MoveRefused(_("Der er allerede svaret."))
    return found


def answer(favourite: Favourite, not_now: str, *, by: Any, now: datetime) -> None:
    favourite.answered_at, favourite.answered_by, favourite.not_now = now, by, not_now
    favourite.save(update_fields=["answered_at", "answered_by", "not_now"])
    record("answer_wish", favourite, by=by, now=now, youth=favourite.youth_id, not_now=not_now)


@transaction.atomic
def keep_search(youth: Youth, wanted: Wanted, *, by: Any, now: datetime) -> SavedSearch:
    """From now on the youth is told of what is new. What fits already has been seen."""
    Youth.objects.select_for_update(of=("self",), no_key=True).get(pk=youth.pk)
    if SavedSearch.objects.filter(youth=youth).count() >= MOST_SEARCHES:
        raise MoveRefused(_("Du kan gemme fem søgninger. Slet en af de gamle først."))
    same = {"category": wanted.category, "when": wanted.when, "minutes": wanted.minutes}
    search, is_new = SavedSearch.objects.get_or_create(youth=youth, **same, defaults={"made_at": now})
    if is_new:
        day = local_day(now)
        seen = found_by(wanted_of(search), jobs_near(youth, day, open_to(youth, day)), youth)
        search.told.set(each.post for each in seen)
        record("save_search", search, by=by, now=now, youth=youth.pk)
    return search


@transaction.atomic
def drop_search(search: SavedSearch, *, by: Any, now: datetime) -> None:
    record("drop_search", search, by=by, now=now, youth=search.youth_id)
    search.delete()


def wanted_of(search: SavedSearch) -> Wanted:
    return Wanted(search.category, search.when, search.minutes)


# ── the clock ───────────────────────────────────────────────────────────────
def mind_searches(now: datetime) -> int:
    """Tells of new jobs and of those that are gone; each once, however often it rings. How many were told."""
    keys = SavedSearch.objects.filter(youth__status=YouthStatus.ACTIVE).values_list("youth", flat=True)
    youths = Youth.objects.filter(pk__in=keys).select_related("user", "area").order_by("pk")
    told = sum(tell_of_new(youth, now) for youth in youths)
    return told + tell_of_gone(now)


@transaction.atomic
def tell_of_new(youth: Youth, now: datetime) -> bool:
    """Nobody is tempted with jobs that nobody may find for them."""
    day = local_day(now)
    if youth.is_in_a_job and not youth.wants_another_job or guardian_stop(youth, day):
        return False
    fresh = jobs_near(youth, day, open_to(youth, day).filter(opened_at__gt=now - NEW_FOR))
    searches = SavedSearch.objects.select_for_update(of=("self",)).filter(youth=youth).prefetch_related("told")
    new = {each.post.pk for search in searches for each in news_for(search, found_by(wanted_of(search), fresh, youth))}
    if new:
        letters.found(youth, len(new), now=now)
    return bool(new)


def news_for(search: SavedSearch, found: Iterable[Any]) -> list[Any]:
    known = {post.pk for post in search.told.all()}
    new = [each for each in found if each.post.pk not in known]
    search.told.add(*(each.post for each in new))
    return new


def tell_of_gone(now: datetime) -> int:
    rows = Favourite.objects.filter(gone_told_at=None, youth__status=YouthStatus.ACTIVE)
    gone = rows.filter(post__status__in=[PostStatus.FILLED, PostStatus.CLOSED])
    return sum(tell_gone(favourite, now) for favourite in gone.select_related("youth__user", "post").order_by("pk"))


@transaction.atomic
def tell_gone(favourite: Favourite, now: datetime) -> bool:
    """Whoever got the job themselves knows."""
    if not Favourite.objects.filter(pk=favourite.pk, gone_told_at=None).update(gone_told_at=now):
        return False
    if Match.objects.filter(youth=favourite.youth_id, post=favourite.post_id, offered_at__isnull=False).exists():
        return False
    letters.gone(favourite, now=now)
    return True
