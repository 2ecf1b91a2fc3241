from datetime import datetime

from jobplaneten.trades import Skill, SkillLevel
from matching.lawful import age_group_words
from matching.models import CandidateCard, Match
from matching.when import free_times, local_day
from matching.wording import why_for_employers
from youth.models import Youth


def release_card(match: Match, *, now: datetime) -> CandidateCard:
    """Written out in words here and now: what the youth changes later does not leak into it.

    A match that was called off and taken up again gets its card written anew, unread.
    """
    youth = match.youth
    written = {
        "post_id": match.post_id,
        "first_name": youth.name_to_show,
        "age_group": age_group_words(youth, local_day(now)),
        "free": free_times(youth),
        "competences": competences(youth),
        "why": why_for_employers(match),
        "line": match.line,
        "released_at": now,
        "seen_at": None,
        "taken_back_at": None,
    }
    return CandidateCard.objects.update_or_create(match=match, defaults=written)[0]


def competences(youth: Youth) -> list[dict[str, str]]:
    """What the youth can, strongest first, in employers' words."""
    return [
        {"what": str(Skill(own.skill).for_employers), "level": str(SkillLevel(own.level).label)}
        for own in youth.skills.order_by("-level", "skill")
    ]


def take_back_card(match: Match, *, now: datetime) -> None:
    """From now on the employer finds nothing at the card's address."""
    CandidateCard.objects.out().filter(match=match).update(taken_back_at=now)
