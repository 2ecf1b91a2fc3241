"""Who needs me today, and why: a few open rules over all rooms, the same for every mentor.

Nothing is counted together and nobody is ranked as a person: a reason is a sentence that is true today, and the order
is that of the rules.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobplaneten.following.models import FollowUp, NearMiss
from jobplaneten.following.signs import jobs_to_look_at, with_signs
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.searching.models import Favourite
from jobplaneten.shifts.models import HoursState, WorkedHours
from matching.models import Match, MatchStatus
from matching.promises import end_of
from youth.models import Youth, YouthStatus
from youth.permissions import guardian_stop

RULES = (
    gettext_lazy("Noget var lige ved at gå galt på jobbet."),
    gettext_lazy("Den unge har det ikke så godt, eller kom ikke til en vagt."),
    gettext_lazy("En frist udløber senest i morgen, eller man er uenig om timer."),
    gettext_lazy("Der venter et forslag eller et spørgsmål på dig, eller forældrenes ord mangler."),
    gettext_lazy("Papirerne før første dag er ikke på plads."),
    gettext_lazy("Det er længe siden, nogen har hørt fra den unge."),
)
NEAR_MISS, UNWELL, SOON, YOURS, PAPERS, QUIET = range(len(RULES))
SHARP_SIGNS = {"bad", "missed"}


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """`rank` is the place of its rule; `url` is where one can do something about it."""

    rank: int
    words: str
    url: str


@dataclass
class Needing:
    youth: Youth
    reasons: list[Reason] = field(default_factory=list)


Found = Iterator[tuple[int, Reason]]


def who_needs(user: Any, today: date) -> list[Needing]:
    """The youths that the person looks after and that a rule speaks of, the first rule first. A constant number of
    questions, however many youths there are.
    """
    youths = Youth.objects.visible_to(user).filter(status=YouthStatus.ACTIVE)
    youths = youths.select_related("user", "area").prefetch_related("guardian_words")
    reasons: dict[int, list[Reason]] = defaultdict(list)
    own = {youth.pk: youth for youth in youths.by_name()}
    for source in (near_misses, worries, signs, deadlines, hours, proposals, wishes, answers, papers):
        for pk, reason in source(user, today):
            reasons[pk].append(reason)
    for youth in own.values():
        if stop := guardian_stop(youth, today, list(youth.guardian_words.all())):
            reasons[youth.pk].append(Reason(YOURS, stop, reverse("youth:person", args=[youth.pk])))
    found = [Needing(own[pk], sorted(set(said))) for pk, said in reasons.items() if pk in own]
    return sorted(found, key=lambda each: (each.reasons[0].rank, -len(each.reasons), each.youth.pk))


def near_misses(user: Any, today: date) -> Found:
    for row in NearMiss.objects.visible_to(user).open().select_related("placement"):
        yield row.placement.youth_id, Reason(NEAR_MISS, str(RULES[NEAR_MISS]), reverse("following:list"))


def worries(user: Any, today: date) -> Found:
    for row in FollowUp.objects.visible_to(user).worried().select_related("placement"):
        words = _("Valgte den sure smiley. Ring i dag, og skriv i dagbogen bagefter.")
        yield row.placement.youth_id, Reason(UNWELL, words, reverse("following:follow_up", args=[row.pk]))


def signs(user: Any, today: date) -> Found:
    """The same open signs that the youth reads, but for what the smiley has said already."""
    for row, found in with_signs(jobs_to_look_at(Placement.objects.visible_to(user), today), today):
        for sign in found:
            if sign.kind != "bad":
                rank = UNWELL if sign.kind in SHARP_SIGNS else QUIET
                yield row.youth_id, Reason(rank, sign.to_mentor(), reverse("following:journal", args=[row.youth_id]))


def deadlines(user: Any, today: date) -> Found:
    rows = Match.objects.visible_to(user).asked().filter(answer_by__lte=end_of(today + timedelta(days=1)))
    for row in rows.select_related("post__employer"):
        place = row.post.employer.name if row.post.employer else ""
        words = (
            _("Skal svare senest i morgen på %(job)s.") % {"job": row.post.title}
            if row.status == MatchStatus.OFFERED
            else _("Venter på svar fra %(place)s, der har frist senest i morgen.") % {"place": place}
        )
        yield row.youth_id, Reason(SOON, words, reverse("matching:answers"))


def hours(user: Any, today: date) -> Found:
    jobs = Placement.objects.visible_to(user)
    rows = WorkedHours.objects.filter(state=HoursState.DISPUTED, shift__placement__in=jobs)
    for row in rows.select_related("shift__placement"):
        words = _("Er ikke enig med arbejdspladsen om timer.")
        yield row.shift.placement.youth_id, Reason(SOON, words, reverse("shifts:shift", args=[row.shift_id]))


def proposals(user: Any, today: date) -> Found:
    waiting: dict[int, list[int]] = defaultdict(list)
    rows = Match.objects.visible_to(user).for_the_mentor().filter(status=MatchStatus.PROPOSED).best_first()
    for pk, youth in rows.values_list("pk", "youth_id"):
        waiting[youth].append(pk)
    for youth, matches in waiting.items():
        said = ngettext("%(n)s forslag venter på dig.", "%(n)s forslag venter på dig.", len(matches))
        words = said % {"n": len(matches)}
        yield youth, Reason(YOURS, words, reverse("matching:proposal", args=[matches[0]]))


def wishes(user: Any, today: date) -> Found:
    for row in Favourite.objects.visible_to(user).asked_for().select_related("post"):
        words = _("Vil gerne have et job: %(job)s.") % {"job": row.post.title}
        yield row.youth_id, Reason(YOURS, words, reverse("searching:asked"))


def answers(user: Any, today: date) -> Found:
    for row in FollowUp.objects.visible_to(user).to_read().select_related("placement"):
        words = _("Arbejdspladsen har svaret. Læs det, og vis det til den unge.")
        yield row.placement.youth_id, Reason(YOURS, words, reverse("following:follow_up", args=[row.pk]))


def papers(user: Any, today: date) -> Found:
    for row in Placement.objects.visible_to(user).filter(status=PlacementStatus.PAPERS).select_related("post"):
        words = _("Papirer mangler: %(job)s.") % {"job": row.post.title}
        yield row.youth_id, Reason(PAPERS, words, reverse("placements:placement", args=[row.pk]))


def board(user: Any) -> list[tuple[int, int]]:
    """How many of one's active youths stand on each step."""
    found = Youth.objects.visible_to(user).filter(status=YouthStatus.ACTIVE).values_list("step", flat=True)
    steps = list(found)
    return [(step, steps.count(step)) for step in (1, 2, 3, 4)]
