from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ModelStatus(models.TextChoices):
    OFFERED = "offered", _("Ny")
    RUNNING = "running", _("I brug")
    RETIRED = "retired", _("Lagt væk")


class ModelVersionQuerySet(models.QuerySet["ModelVersion"]):
    def visible_to(self, user: Any) -> "ModelVersionQuerySet":
        return self.all() if user.is_coordinator else self.none()

    def running(self) -> "ModelVersionQuerySet":
        return self.filter(status=ModelStatus.RUNNING)

    def offered(self) -> "ModelVersionQuerySet":
        return self.filter(status=ModelStatus.OFFERED)

    def have_run(self) -> "ModelVersionQuerySet":
        """Those that were in use before, the latest first."""
        return self.filter(status=ModelStatus.RETIRED).exclude(began_at=None).order_by("-ended_at", "-pk")


class ModelVersion(models.Model):
    """The weights that the night scores with, whole, in the ledger: every worker sees the same, a restore brings
    them back. Text and seal are checked before they are believed.

    `figures` of an offer: answers it learnt from, and the mean log loss on the latest of them.
    """

    version = models.CharField(max_length=40, unique=True)
    status = models.CharField(max_length=10, choices=ModelStatus.choices)
    weights = models.TextField()
    sha256 = models.CharField(max_length=64)
    figures = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = ModelVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["status"], condition=Q(status=ModelStatus.RUNNING), name="one_model_in_use"
            ),
            models.UniqueConstraint(fields=["status"], condition=Q(status=ModelStatus.OFFERED), name="one_new_model"),
        ]

    def __str__(self) -> str:
        return self.version
