"""A season in the demo town, lived through the real actions: nothing is written past them.

Employers come and are vetted, youths come and are let in, nights are run, mentors, youths and employers answer,
some begin, some end and climb a step. What is left open at the end is what a visitor can try.
"""

from datetime import datetime

from django.db import transaction

from jobplaneten.accounts.models import User
from jobplaneten.demo.answers import answer_the_night, settle_jobs
from jobplaneten.demo.arrivals import bring_employers, bring_late_guests, bring_youths, open_a_late_post
from jobplaneten.demo.lighthouse import bring_newcomers, leave_something_to_try
from jobplaneten.demo.town import Town, found

NIGHTS_AGO = (56, 42, 28, 14)
LAST_NIGHT_AGO = 3


def live_a_season(*, now: datetime) -> Town:
    with transaction.atomic():
        town = found(now)
        bring_employers(town)
        bring_youths(town)
    for days_ago in NIGHTS_AGO:
        answer_the_night(town, days_ago)
        settle_jobs(town, days_ago)
    with transaction.atomic():
        bring_newcomers(town)
        open_a_late_post(town)
    answer_the_night(town, LAST_NIGHT_AGO, left_open=0.35)
    settle_jobs(town, LAST_NIGHT_AGO)
    with transaction.atomic():
        leave_something_to_try(town)
        bring_late_guests(town)
    mark_as_made_up()
    return town


def mark_as_made_up() -> None:
    """The guard knows demo people by this mark and lets no other mode start with them."""
    User.objects.update(is_demo=True)
