"""What youths and workplaces of the demo town have written to each other, and what waits for the mentor."""

from datetime import timedelta

from jobplaneten.demo.colleagues import ELINS
from jobplaneten.demo.town import Town
from jobplaneten.placements.models import Placement
from jobplaneten.talking import actions
from jobplaneten.talking.rooms import of_card, of_job
from matching.models import CandidateCard, MatchStatus

SAID = (
    ("employer", "Hej, og velkommen. Kom ind ad personaledøren, når du møder første gang."),
    ("youth", "Tak. Skal jeg have noget særligt tøj på?"),
    ("employer", "Bare sko, du kan gå godt i. Bliver du syg, så ring på 56 00 00 00."),
)
WAITS = "Kan du blive lidt længere på lørdag? Det bliver mellem os."
FELT_WRONG = "Du er vist den dejligste, vi har haft her."


def bring_talks(town: Town) -> None:
    jobs = Placement.objects.running().select_related("youth__user", "post__employer").order_by("pk")
    for number, job in enumerate(jobs.exclude(post__employer=None)[:5]):
        talk(town, job, is_first=number == 0)
    invite_to_meet(town)


def talk(town: Town, job: Placement, *, is_first: bool) -> None:
    boss, now = town.contact_of(job.post), town.at(2, "15:00")
    for minutes, (who, words) in enumerate(SAID):
        by = job.youth.user if who == "youth" else boss
        actions.say(of_job(job), words, by=by, now=now + timedelta(minutes=10 * minutes))
    if is_first:
        actions.say(of_job(job), WAITS, by=boss, now=town.at(1, "16:00"))
        wrong = actions.say(of_job(job), FELT_WRONG, by=boss, now=town.at(1, "16:10"))
        actions.report(wrong, by=job.youth.user, now=town.at(1, "17:00"))


def invite_to_meet(town: Town) -> None:
    """Elin has asked her candidate to a meeting; Bo has not read it yet."""
    cards = CandidateCard.objects.out().filter(match__status=MatchStatus.RELEASED, post__employer__cvr=ELINS)
    card = cards.select_related("match__youth", "post__employer").order_by("pk").first()
    if card:
        words = (
            "Vil du møde os på torsdag kl. 15.30? Stedet er: Ølby Dagligvarer, ved kassen. Tag gerne din mentor med."
        )
        actions.say(of_card(card), words, by=town.contact_of(card.post), now=town.at(0, "08:00"))
