"""Runs, matches and cards for the tests, in whatever state a story begins."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from matching.models import CandidateCard, Match, MatchStatus, NightRecord, Run, RunStatus
from matching.promises import promise
from tests.factories import NOW, TODAY, PostFactory, YouthFactory

SEEN_BY_YOUTH = {
    MatchStatus.OFFERED,
    MatchStatus.DECLINED,
    MatchStatus.RELEASED,
    MatchStatus.REFUSED,
    MatchStatus.AGREED,
}


class RunFactory(DjangoModelFactory[Run]):
    class Meta:
        model = Run
        django_get_or_create = ("kind", "day")

    kind = "night"
    day = TODAY
    status = RunStatus.DONE
    requested_at = NOW
    started_at = NOW
    finished_at = NOW


class MatchFactory(DjangoModelFactory[Match]):
    """Tonight's proposal of a lawful job to a youth whose mother has said yes."""

    class Meta:
        model = Match

    run = factory.SubFactory(RunFactory)
    youth = factory.SubFactory(YouthFactory, guardian_says_yes=True)
    post = factory.SubFactory(PostFactory)
    status = MatchStatus.PROPOSED
    rank = 1
    want = 0.6
    take = 0.5
    score = 0.3
    reasons = factory.LazyFunction(lambda: {"youth": [], "employer": [], "mentor": []})
    offered_at = factory.LazyAttribute(lambda match: NOW if match.status in SEEN_BY_YOUTH else None)
    answer_by = factory.LazyAttribute(lambda match: promise(match.status, NOW).get("answer_by"))
    nudge_at = factory.LazyAttribute(lambda match: promise(match.status, NOW)["nudge_at"])
    changed_at = NOW


class CardFactory(DjangoModelFactory[CandidateCard]):
    class Meta:
        model = CandidateCard

    match = factory.SubFactory(MatchFactory, status=MatchStatus.RELEASED)
    post = factory.SelfAttribute("match.post")
    first_name = "Amina"
    age_group = "13-14 år"
    free: Any = [[1, 900, 1080]]
    competences: Any = [{"what": "Imødekommende", "level": "Kan"}]
    line = "Jeg er god til at smile til kunder."
    released_at = NOW


def forget_nights() -> None:
    """As if no night had ever been. A record refuses to go, so it is taken past its own door."""
    NightRecord.objects.all()._raw_delete("default")
    Run.objects.all().delete()
