"""What happens to families by itself: questions about a job as it is now, and the birthdays at 15 and 18."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from jobplaneten.families import letters
from jobplaneten.families.actions.standing import end
from jobplaneten.families.models import EndedWhy, Guardianship, Question
from jobplaneten.families.models.guardians import years_before
from jobplaneten.families.permissions import may_hear_of_jobs
from jobplaneten.law.groups import ADULT_FROM, YOUTH_FROM
from jobplaneten.placements import papers
from jobplaneten.placements.models import Placement
from jobplaneten.placements.permissions import STAFF_PAPERS
from jobplaneten.trail.actions import record
from jobplaneten.trail.models import Entry
from youth.models import Youth, YouthStatus
from youth.permissions import age_of_asking, needs_own_word


def mind(now: datetime) -> None:
    end_with_adulthood(now)
    ask_the_grown(now)
    ask_about_jobs(now)


def end_with_adulthood(now: datetime) -> None:
    """At 18 nobody answers for a youth any more; running jobs go on, and the mentor is told with the question below."""
    grown = years_before(timezone.localdate(now), ADULT_FROM)
    for guardianship in Guardianship.objects.standing().filter(youth__born_on__lte=grown).oldest_first():
        end(guardianship, why=EndedWhy.ADULT, by=None, now=now)


def ask_the_grown(now: datetime) -> None:
    """Whoever has turned 15 or 18 while with us is asked once for a yes of their own."""
    today = timezone.localdate(now)
    inside = Youth.objects.filter(status__in=[YouthStatus.ACTIVE, YouthStatus.PAUSED])
    for youth in inside.filter(born_on__lte=years_before(today, YOUTH_FROM)).select_related("user", "mentor"):
        if needs_own_word(youth, today):
            ask_for_own_word(youth, today, now)


@transaction.atomic
def ask_for_own_word(youth: Youth, today: date, now: datetime) -> None:
    age = age_of_asking(youth, today)
    if Entry.objects.about_youth(youth.pk).filter(verb="ask_own_word", detail__age=age).exists():
        return
    record("ask_own_word", youth, by=None, now=now, youth=youth.pk, age=age)
    letters.to_youth_of(age, youth, now=now)
    if age == YOUTH_FROM:
        for guardianship in standing_of(youth):
            letters.turned_15(guardianship, now=now)


def ask_about_jobs(now: datetime) -> None:
    """Where a word or a signature is missing, or the job has changed since: each guardian is asked once about it."""
    with_family = Guardianship.objects.standing().exclude(known_by=None).values("youth")
    running = Placement.objects.running().filter(youth__in=with_family).select_related("youth", "post__employer")
    today = timezone.localdate(now)
    for placement in running.prefetch_related("ticks", "post__shifts", "youth__guardian_words").order_by("pk"):
        if any(line.paper in STAFF_PAPERS for line in papers.missing(placement, today)):
            ask_about(placement, now)


@transaction.atomic
def ask_about(placement: Placement, now: datetime) -> None:
    facts = papers.job_facts(placement.post)
    for guardianship in filter(may_hear_of_jobs, standing_of(placement.youth)):
        _question, is_new = Question.objects.get_or_create(
            guardianship=guardianship, placement=placement, job_facts=facts, defaults={"asked_at": now}
        )
        if is_new:
            record("ask_guardian", guardianship, by=None, now=now, youth=placement.youth_id, job=placement.pk)
            letters.asked(guardianship, placement, now=now)


def standing_of(youth: Youth) -> list[Guardianship]:
    found = Guardianship.objects.standing().filter(youth=youth).exclude(known_by=None)
    return list(found.select_related("guardian", "youth").oldest_first())
