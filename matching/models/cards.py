from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from employers.models import INSIDE, Post, PostStatus, vetted_today
from matching.models.matches import Match, MatchStatus
from youth.models import Protected, YouthStatus


class CandidateCardQuerySet(models.QuerySet["CandidateCard"]):
    def visible_to(self, user: Any) -> "CandidateCardQuerySet":
        """Only the vetted employer, while the card is out, the youth is with us and the job is what it was.

        Of a protected youth there is no card that fewer than two adults have answered for.
        """
        if user.is_employer:
            return (
                self.out()
                .filter(
                    vetted_today("post__employer__"),
                    post__employer__contacts__user=user,
                    post__employer__contacts__standing__in=INSIDE,
                    match__status=MatchStatus.RELEASED,
                    match__youth__status=YouthStatus.ACTIVE,
                    post__status=PostStatus.OPEN,
                    post__opened_at__lte=F("match__offered_at"),
                )
                .filter(Q(match__youth__protected=Protected.NO) | Q(match__vouched_by__isnull=False))
            )
        return self.none()

    def gone_from(self, user: Any) -> "CandidateCardQuerySet":
        """Cards that the user's workplace once had: to say that they are gone, never to be shown."""
        return self.exclude(taken_back_at=None).filter(
            post__employer__contacts__user=user, post__employer__contacts__standing__in=INSIDE
        )

    def out(self) -> "CandidateCardQuerySet":
        return self.filter(taken_back_at=None)

    def oldest_first(self) -> "CandidateCardQuerySet":
        return self.order_by("released_at", "pk")


class CandidateCard(models.Model):
    """All that an employer sees of a youth: a row of its own, made when the youth has said yes."""

    match = models.OneToOneField(Match, models.PROTECT, related_name="card")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    first_name = models.CharField(_("fornavn"), max_length=40)
    age_group = models.CharField(_("alder"), max_length=40)
    free = models.JSONField(_("kan arbejde"), default=list)
    competences = models.JSONField(_("kan"), default=list)
    why = models.JSONField(_("derfor"), default=list)
    line = models.CharField(_("en linje"), max_length=140, blank=True)
    released_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    objects = CandidateCardQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["post", "taken_back_at"], name="card_of_post")]

    def __str__(self) -> str:
        return f"card {self.pk}"
