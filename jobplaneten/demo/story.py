"""A season in the demo town, lived through the real actions: nothing is written past them.

Employers come and are vetted, youths come and are let in, nights are run, mentors, youths and employers answer,
some begin, some end and climb a step. What is left open at the end is what a visitor can try.
"""

from datetime import datetime

from django.db import transaction

from jobplaneten.accounts.models import User
from jobplaneten.demo.answers import answer_the_night, leave_papers_open, settle_jobs
from jobplaneten.demo.arrivals import (
    BEFORE_THE_LAST_NIGHT,
    FOR_TONIGHT,
    bring_employers,
    bring_late_guests,
    bring_youths,
    open_late_posts,
)
from jobplaneten.demo.colleagues import bring_colleagues
from jobplaneten.demo.contracts import bring_papers
from jobplaneten.demo.families import bring_families
from jobplaneten.demo.following import ask_in_the_town
from jobplaneten.demo.hearts import bring_hearts
from jobplaneten.demo.lighthouse import bring_newcomers, leave_something_to_try
from jobplaneten.demo.rosters import plan_in_the_town
from jobplaneten.demo.schools import open_schools
from jobplaneten.demo.talks import bring_talks
from jobplaneten.demo.town import Town, found
from jobplaneten.demo.wages import write_wages
from jobplaneten.messaging.actions import mark_read
from jobplaneten.messaging.models import Message

NIGHTS_AGO = (49, 31, 14)
LAST_NIGHT_AGO = 3


def live_a_season(*, now: datetime) -> Town:
    with transaction.atomic():
        town = found(now)
        write_wages(town)
        open_schools(town)
        bring_employers(town)
        bring_youths(town)
    for days_ago in NIGHTS_AGO:
        answer_the_night(town, days_ago)
        settle_jobs(town, days_ago)
    with transaction.atomic():
        bring_newcomers(town)
        open_late_posts(town, BEFORE_THE_LAST_NIGHT)
    answer_the_night(town, LAST_NIGHT_AGO, left_open=0.35)
    settle_jobs(town, LAST_NIGHT_AGO)
    leave_papers_open(town)
    with transaction.atomic():
        leave_something_to_try(town)
        open_late_posts(town, FOR_TONIGHT)
        bring_late_guests(town)
        bring_papers(town)
        bring_families(town)
        bring_colleagues(town)
        bring_talks(town)
        go_to_work(town)
    read_old_notices(town)
    mark_as_made_up()
    return town


def go_to_work(town: Town) -> None:
    plan_in_the_town(town)
    ask_in_the_town(town)
    bring_hearts(town)


def read_old_notices(town: Town) -> None:
    """People have read what came before this week."""
    mark_read(Message.objects.filter(created_at__lt=town.at(4)), now=town.at(4))


def mark_as_made_up() -> None:
    """The guard knows demo people by this mark and lets no other mode start with them."""
    User.objects.update(is_demo=True)
