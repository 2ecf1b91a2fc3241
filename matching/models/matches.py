from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employers.models import Post
from matching.models.runs import Run
from youth.models import Youth, looked_after_by


class MatchStatus(models.TextChoices):
    PROPOSED = "proposed", _("Foreslået i nat")
    HELD = "held", _("Gemt til senere")
    REJECTED = "rejected", _("Valgt fra af mentor")
    OFFERED = "offered", _("Venter på den unge")
    DECLINED = "declined", _("Nej tak fra den unge")
    RELEASED = "released", _("Venter på arbejdspladsen")
    REFUSED = "refused", _("Nej tak fra arbejdspladsen")
    AGREED = "agreed", _("Begge har sagt ja")
    EXPIRED = "expired", _("Ikke aktuelt længere")


class NoReason(models.TextChoices):
    """Kind and usable reasons for a no. Which of them a person may pick depends on who says no."""

    NOT_NOW = "not_now", _("Tiderne passer ikke lige nu")
    TOO_FAR = "too_far", _("Der er for langt")
    OTHER_TASKS = "other_tasks", _("Opgaverne er ikke noget for mig")
    HAS_JOB = "has_job", _("Har fundet noget andet")
    TOO_EARLY = "too_early", _("Det er for tidligt – vi øver os først")
    BETTER_ONE = "better_one", _("Et andet job passer bedre")
    NEEDS_MORE_HELP = "needs_more_help", _("Jobbet har for lidt hjælp lige nu")
    OTHER_SKILLS = "other_skills", _("Vi har brug for nogen, der kan noget andet")
    TRIED_IT_BEFORE = "tried_it_before", _("Vi har brug for nogen, der har prøvet det før")
    CHOSE_ANOTHER = "chose_another", _("Vi valgte en anden denne gang")
    FILLED = "filled", _("Pladsen er blevet besat")
    CLOSED = "closed", _("Jobbet er ikke åbent længere")
    UNANSWERED = "unanswered", _("Der kom ikke noget svar i tide")
    PAUSED = "paused", _("Den unge holder pause")
    PROTECTED = "protected", _("Navn og adresse er blevet beskyttet")
    GUARDIAN = "guardian", _("Forældrene har ikke sagt ja")
    HIDDEN = "hidden", _("Arbejdspladsen er valgt fra")
    OTHER = "other", _("Noget andet")


class MatchQuerySet(models.QuerySet["Match"]):
    def visible_to(self, user: Any) -> "MatchQuerySet":
        """Mentors and coordinators those of their youths, youths what a mentor has released to them.

        A youth reads no word of a job that a coordinator has not read, also where they had seen the job before.
        Employers never see a match: what they see is the candidate card.
        """
        if user.is_youth:
            return self.filter(youth__user=user, offered_at__isnull=False, post__opened_at__isnull=False)
        if user.is_mentor:
            return self.filter(looked_after_by(user, "youth__"))
        if user.is_coordinator:
            return self.filter(youth__area__in=user.areas.all())
        return self.none()

    def for_the_mentor(self) -> "MatchQuerySet":
        return self.filter(status__in=[MatchStatus.PROPOSED, MatchStatus.HELD])

    def for_the_youth(self) -> "MatchQuerySet":
        return self.filter(status=MatchStatus.OFFERED)

    def asked(self) -> "MatchQuerySet":
        """Somebody has been promised an answer: the youth is asked, or the workplace."""
        return self.filter(status__in=[MatchStatus.OFFERED, MatchStatus.RELEASED])

    def most_urgent_first(self) -> "MatchQuerySet":
        return self.order_by("answer_by", "pk")

    def alive(self) -> "MatchQuerySet":
        return self.filter(
            status__in=[MatchStatus.PROPOSED, MatchStatus.HELD, MatchStatus.OFFERED, MatchStatus.RELEASED]
        )

    def best_first(self) -> "MatchQuerySet":
        return self.order_by("youth__first_name", "youth_id", "rank", "pk")

    def newest_first(self) -> "MatchQuerySet":
        return self.order_by("-run__day", "rank", "pk")


class Match(models.Model):
    """A pair of youth and post in the ledger. A match that a night put forward is a proposal.

    While somebody is asked, `answer_by` is when the answer was promised, and `nudge_at` when they are reminded next;
    the promise stays written when it was kept, and when it was not.

    What a person puts forward nobody has counted: it has no chances, and the engine learns nothing from it.
    An expired pair may be put forward again: nobody said no to it. `seen_at` is when the youth first opened it;
    `vouched_by` the first of the two adults that a protected youth needs; `propensity` the chance
    that the night's seed gave it, see `matching.engine.propensity`.
    """

    run = models.ForeignKey(Run, models.PROTECT, related_name="matches")
    youth = models.ForeignKey(Youth, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=MatchStatus.choices, default=MatchStatus.PROPOSED)
    rank = models.PositiveSmallIntegerField()
    want = models.FloatField(null=True)
    take = models.FloatField(null=True)
    score = models.FloatField(null=True)
    reasons = models.JSONField(default=dict)
    contributions = models.JSONField(default=list)
    no_reason = models.CharField(_("hvorfor ikke"), max_length=20, choices=NoReason.choices, blank=True)
    line = models.CharField(_("en linje, som mentor har læst"), max_length=140, blank=True)
    vouched_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    vouched_at = models.DateTimeField(null=True)
    offered_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    propensity = models.FloatField(null=True)
    answer_by = models.DateTimeField(_("svar senest"), null=True)
    nudge_at = models.DateTimeField(null=True)
    nudges = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = MatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth", "post"], condition=~Q(status=MatchStatus.EXPIRED), name="same_suggestion_once"
            ),
            models.CheckConstraint(
                condition=Q(want__range=(0, 1), take__range=(0, 1), score__isnull=False)
                | Q(want=None, take=None, score=None),
                name="match_chances_are_chances",
            ),
            models.CheckConstraint(condition=Q(propensity__range=(0, 1)), name="match_propensity_is_a_chance"),
            models.CheckConstraint(
                condition=~Q(status__in=["offered", "declined", "released", "refused", "agreed"])
                | Q(offered_at__isnull=False),
                name="released_match_says_when",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "youth"], name="match_status_youth"),
            models.Index(fields=["nudge_at"], name="match_nudge", condition=Q(nudge_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"match {self.pk}"


class Decision(models.Model):
    """Who decided what about a match, when and why. From these rows the engine learns."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="decisions")
    move = models.CharField(max_length=20)
    reason = models.CharField(max_length=20, choices=NoReason.choices, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["match", "at"], name="decision_of_match")]

    def __str__(self) -> str:
        return f"{self.move} match {self.match_id}"
