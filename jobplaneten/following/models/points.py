from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

LONGEST_DAYS = 400


class FollowPointQuerySet(models.QuerySet["FollowPoint"]):
    def on(self) -> "FollowPointQuerySet":
        return self.filter(is_on=True)

    def in_order(self) -> "FollowPointQuerySet":
        return self.order_by(F("days").asc(nulls_last=True), "pk")


class FollowPoint(models.Model):
    """When it is asked how a job goes, and whom. Without days it is asked when the job ends."""

    title = models.CharField(_("navn"), max_length=60)
    days = models.PositiveSmallIntegerField(_("dage efter første dag"), null=True)
    asks_youth = models.BooleanField(_("spørg den unge"), default=True)
    asks_employer = models.BooleanField(_("spørg arbejdspladsen"), default=True)
    asks_mentor = models.BooleanField(_("bed mentor om at skrive i dagbogen"), default=True)
    after_end = models.BooleanField(
        _("spørg også den unge, når jobbet er slut"),
        default=False,
        help_text=_("»Har du stadig et job?« – så vi ved, om det holder."),
    )
    is_on = models.BooleanField(_("er i brug"), default=True)
    version = models.PositiveIntegerField(default=1)

    objects = FollowPointQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(days=None) | Q(days__lte=LONGEST_DAYS),
                name="follow_point_within_a_year",
                violation_error_message=_("Vælg et tal fra 0 til 400."),
            ),
            models.UniqueConstraint(
                fields=["days"],
                name="follow_point_days_once",
                violation_error_message=_("Der bliver allerede spurgt den dag."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_closing(self) -> bool:
        return self.days is None
