"""One proposal in full, for the mentor who wants to know everything before deciding."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching import gate
from matching.lawful import age_group_words, judge, sentences
from matching.models import Match, MatchStatus
from matching.permissions import moves_for
from matching.views.faces import TO_STAFF, employer_name, job_facts, week_days
from matching.views.next_best import next_best, percent
from matching.when import free_times, local_day
from matching.wording import points_in_words, why_for_mentors
from youth.disclosure import is_hidden, name_of
from youth.models import Youth
from youth.permissions import guardian_stop

MOVES = {
    "approve": gettext_lazy("Godkendt"),
    "vouch": gettext_lazy("Set af den første af to voksne"),
    "hold": gettext_lazy("Gemt til senere"),
    "reject": gettext_lazy("Valgt fra"),
    "take_back": gettext_lazy("Taget tilbage"),
    "accept": gettext_lazy("Den unge sagde ja"),
    "decline": gettext_lazy("Den unge sagde nej tak"),
    "withdraw": gettext_lazy("Den unge ombestemte sig"),
    "take": gettext_lazy("Arbejdspladsen sagde ja"),
    "refuse": gettext_lazy("Arbejdspladsen sagde nej tak"),
    "expire": gettext_lazy("Ikke aktuelt længere"),
}


def proposal_in_full(match: Match, user: Any, now: datetime) -> dict[str, Any]:
    why = why_for_mentors(match)
    findings = judge(match.youth, match.post, local_day(now))
    return {
        "match": match,
        "youth": match.youth,
        "youth_name": name_of(match.youth),
        "two_adults": two_adults(match, user),
        "post": match.post,
        "employer": employer_name(match.post),
        "tone": TO_STAFF.get(MatchStatus(match.status), "neutral"),
        "reasons": why.reasons,
        "cautions": why.cautions,
        "job_facts": job_facts(match.post),
        "youth_facts": youth_facts(match, now),
        "free": week_days(free_times(match.youth)),
        "law": {
            "is_legal": findings.legal,
            "against": sentences(findings, blocking=True),
            "mind": sentences(findings, blocking=False),
            "counts_other_work": findings.alone is not None,
        },
        "stop": guardian_stop(match.youth, local_day(now)),
        "gone": gate.why_not_this_job(match),
        "points": points_in_words(match),
        "alternatives": alternatives(match),
        "next_best": next_best(match),
        "percent": percent(match.score or 0.0),
        "history": history(match),
        "moves": moves_for(user, match),
    }


def two_adults(match: Match, user: Any) -> str:
    """Where a protected youth's proposal stands: first | yours | other | "" when one adult is enough."""
    if not is_hidden(match.youth) or match.status not in {MatchStatus.PROPOSED, MatchStatus.HELD}:
        return ""
    if match.vouched_by_id is None:
        return "first"
    return "yours" if match.vouched_by_id == user.pk else "other"


def youth_facts(match: Match, now: datetime) -> list[tuple[str, Any]]:
    youth = match.youth
    return [
        (_("Alder"), age_in_words(youth, local_day(now))),
        (_("Trin"), str(youth.step)),
        (_("Drøm"), youth.dream or _("Ikke skrevet endnu")),
        (
            _("Kan"),
            ", ".join(
                f"{own.get_skill_display()} ({own.get_level_display().lower()})"
                for own in youth.skills.order_by("-level", "skill")
            ),
        ),
    ]


def age_in_words(youth: Youth, day: date) -> str:
    """With the group that the law counts the youth to, where that says more."""
    age, group = _("%(age)s år") % {"age": youth.age_on(day)}, age_group_words(youth, day)
    return age if age == group else f"{age} ({group})"


def alternatives(match: Match) -> list[Match]:
    """What else waits for the same youth."""
    others = Match.objects.alive().filter(youth=match.youth_id).exclude(pk=match.pk)
    return list(others.select_related("post__employer").order_by("rank", "pk"))


def history(match: Match) -> list[dict[str, Any]]:
    """Newest first; the clock's moves have nobody behind them."""
    return [
        {
            "at": decision.at,
            "title": MOVES.get(decision.move, decision.move),
            "text": decision.get_reason_display(),
            "by": decision.by.name if decision.by else "",
        }
        for decision in match.decisions.select_related("by").order_by("-at", "-pk")
    ]
