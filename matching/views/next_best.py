"""The jobs that came next for a youth in the night of a proposal, and why they were not proposed."""

from typing import Any

from django.utils.translation import gettext_lazy

from employers.models import Post
from matching.models import Match, YouthNight
from matching.views.faces import employer_name

FULL = {
    "youth": gettext_lazy("Den unge havde fået de forslag, der er plads til"),
    "job": gettext_lazy("Jobbet havde fået de unge, der er plads til"),
    "employer": gettext_lazy("Arbejdspladsen havde fået så mange, som den kan svare"),
    "mentor": gettext_lazy("Mentor havde fået så mange, som mentor kan nå at læse"),
}
DEALT_OTHERWISE = gettext_lazy("Flere unge får noget ud af natten, når andre får det")


def next_best(match: Match) -> list[dict[str, Any]]:
    """Best first; jobs that have closed since then, and those that are proposed by now, are left out."""
    nights = YouthNight.objects.filter(run=match.run_id, youth=match.youth_id)
    kept = [each for night in nights for each in night.next_best]
    proposed = set(Match.objects.filter(youth=match.youth_id).values_list("post", flat=True))
    posts = Post.objects.open().select_related("employer").in_bulk([each["post"] for each in kept])
    return [
        {
            "title": posts[each["post"]].title,
            "employer": employer_name(posts[each["post"]]),
            "percent": percent(each["score"]),
            "why": [FULL[code] for code in FULL if code in each["full"]] or [DEALT_OTHERWISE],
        }
        for each in kept
        if each["post"] in posts and each["post"] not in proposed
    ]


def percent(score: float) -> int:
    return round(100 * score)
