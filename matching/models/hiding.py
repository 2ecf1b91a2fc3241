from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from employers.models import Employer, Post
from youth.models import Youth


class HidingQuerySet(models.QuerySet["Hiding"]):
    def visible_to(self, user: Any) -> "HidingQuerySet":
        """The youth and those who answer for the youth. Never anybody of a workplace."""
        return self.filter(youth__in=Youth.objects.visible_to(user)) if user.is_youth or user.is_staff else self.none()

    def standing(self) -> "HidingQuerySet":
        return self.filter(ended_at=None)

    def by_name(self) -> "HidingQuerySet":
        return self.order_by("employer__name", "pk")


class Hiding(models.Model):
    """This youth is not to meet this employer: said by the youth, or by a mentor for the youth. Nobody asks why."""

    youth = models.ForeignKey(Youth, models.CASCADE, related_name="+")
    employer = models.ForeignKey(Employer, models.CASCADE, verbose_name="arbejdsplads", related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("siden")
    ended_at = models.DateTimeField("vist igen", null=True)

    objects = HidingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["youth", "employer"], condition=Q(ended_at=None), name="hidden_from_an_employer_once"
            )
        ]

    def __str__(self) -> str:
        return f"hiding {self.pk}"


def hidden_posts(posts: Iterable[Post]) -> Mapping[int, frozenset[int]]:
    """Of these posts, those that each youth is not to be proposed for."""
    of: dict[int, set[int]] = {}
    for post in posts:
        if post.employer_id is not None:
            of.setdefault(post.employer_id, set()).add(post.pk)
    found: dict[int, set[int]] = {}
    for youth, employer in Hiding.objects.standing().values_list("youth", "employer"):
        found.setdefault(youth, set()).update(of.get(employer, ()))
    return {youth: frozenset(hidden) for youth, hidden in found.items() if hidden}
