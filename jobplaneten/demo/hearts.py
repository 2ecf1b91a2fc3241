"""What youths have found by themselves: a few hearts, two questions that wait, a kind not now, and a saved search."""

from jobplaneten.demo.town import Town
from jobplaneten.searching.actions import answer_not_now, ask_for, keep_search, save
from jobplaneten.searching.near import Wanted, jobs_near, open_to
from youth.models import Youth, YouthStatus

SEEKERS = 3
HEARTS = 3


def bring_hearts(town: Town) -> None:
    seekers = Youth.objects.filter(status=YouthStatus.ACTIVE, waiting_since__isnull=False).exclude(profile_done_at=None)
    for number, youth in enumerate(seekers.select_related("user", "area", "mentor").order_by("pk")[:SEEKERS]):
        jobs = [near.post for near in jobs_near(youth, town.today, open_to(youth, town.today)) if not near.stops]
        for post in jobs[:HEARTS]:
            save(youth, post, by=youth.user, now=town.at(3, "19:30"))
        for post in jobs[:1]:
            asked = ask_for(youth, post, by=youth.user, now=town.at(2, "16:10"))
            if number == 0 and youth.mentor:
                answer_not_now(asked, not_now="talk", by=youth.mentor, now=town.at(1, "09:15"))
        keep_search(youth, Wanted(when="mine"), by=youth.user, now=town.at(3, "19:40"))
