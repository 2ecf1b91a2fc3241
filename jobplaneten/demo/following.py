"""How the demo town's jobs go: most have answered, one is not well, one is late, and something nearly went wrong."""

from datetime import timedelta

from django.utils import timezone

from jobplaneten.demo.town import Town
from jobplaneten.following import actions
from jobplaneten.following.models import FollowUp, Voice
from jobplaneten.ladder import Axis
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.steps import actions as steps
from jobplaneten.steps.models import PaperKind

TAPS = {"on_time": "yes", "listens": "yes", "thrives": "partly"}
LINES = ("Vi er glade for at have dig. Husk at sige til, hvis du bliver træt.", "", "Du er hurtig til at lære. Flot!")
HELLOS = ("De er søde, og jeg må snart sidde ved kassen.", "", "Det er lidt hårdt at stå op hele tiden.")
JOURNAL = (
    (
        "Kommer glad af sted hver gang.",
        "Synes, det er svært at spørge om hjælp.",
        "Øver at spørge Karen om én ting.",
        True,
    ),
    ("Har fået ros af lederen.", "", "Vi taler igen om to uger.", False),
)


def ask_in_the_town(town: Town) -> None:
    """The clock comes round as the jobs go on, and people answer."""
    for days_ago in (28, 14, 2):
        actions.mind(town.at(days_ago, "09:20"))
    rows = FollowUp.objects.select_related("placement__youth__user", "placement__youth__mentor", "placement__post")
    running = rows.filter(placement__status=PlacementStatus.STARTED).oldest_first()
    for number, row in enumerate([*running.filter(asks_mentor=True)[:6], *running.filter(asks_mentor=False)[:3]]):
        answer(town, row, number)
    nearly(town)
    how_far(town)


def answer(town: Town, row: FollowUp, number: int) -> None:
    """The first of every five says nothing, so that somebody is missed."""
    youth, mentor = row.placement.youth, row.placement.youth.mentor
    said_at = row.asked_at + timedelta(hours=7)
    if number % 5 != 1:
        actions.check_in(row, mood="bad" if number == 3 else "good", by=youth.user, now=said_at)
        if line := HELLOS[number % 3]:
            actions.add_line(row, line=line, by=youth.user, now=said_at + timedelta(minutes=1))
    if row.asks_employer and number % 3:
        boss = town.contact_of(row.placement.post)
        actions.workplace_answers(row, TAPS, line=LINES[number % 3], by=boss, now=said_at + timedelta(hours=2))
        if number % 2:
            actions.show_to_youth(row, by=mentor, now=said_at + timedelta(hours=20))
    if row.asks_mentor and number in {0, 2, 4}:
        well, hard, agreed, is_shared = JOURNAL[number % 4 // 2]
        at = said_at + timedelta(hours=22)
        words = {"went_well": well, "is_hard": hard, "next_agreement": agreed}
        actions.write_journal(youth, **words, is_shared=is_shared, follow_up=row, by=mentor, now=at)


def nearly(town: Town) -> None:
    job = Placement.objects.filter(status=PlacementStatus.STARTED, first_day_on__lt=town.today).order_by("pk").last()
    if job:
        what = "Trappestigen på lageret vippede, da jeg stod på den. Jeg faldt ikke."
        actions.tell_near_miss(job, what=what, by=job.youth.user, now=town.at(0, "07:50"))


def how_far(town: Town) -> None:
    """One youth and the mentor have both said how far it has come, and have talked about it."""
    jobs = Placement.objects.filter(status=PlacementStatus.STARTED).select_related("youth__user", "youth__mentor")
    job = jobs.order_by("first_day_on", "pk").first()
    if job is None:
        return
    youth, mentor, now = job.youth, job.youth.mentor, town.at(5, "15:30")
    own = {axis.value: 2 + number % 2 for number, axis in enumerate(Axis)}
    actions.assess(youth, own, voice=Voice.YOUTH, words="Jeg tør godt tale med kunder nu.", by=youth.user, now=now)
    seen = own | {Axis.ASKS.value: 1}
    actions.assess(youth, seen, voice=Voice.MENTOR, words="Øver stadig at spørge om hjælp.", by=mentor, now=now)
    for kind in (PaperKind.ACCOUNT, PaperKind.TAX_CARD, PaperKind.MITID):
        steps.say_learnt(youth, kind, is_learnt=True, by=youth.user, now=now)
    steps.confirm_learnt(youth, PaperKind.ACCOUNT, by=mentor, now=now)
    agreed = "Du spørger selv Karen om én ting hver gang. Vi ser på det igen om en måned."
    steps.hold_talk(youth, held_on=timezone.localdate(now), agreed=agreed, by=mentor, now=now)
