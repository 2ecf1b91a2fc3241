from typing import Any

from django.db import models

from matching.models.runs import Run


class NightIsWritten(Exception):
    """Somebody tried to change or remove the record of a night."""


class NightRecordQuerySet(models.QuerySet["NightRecord"]):
    def latest_first(self) -> "NightRecordQuerySet":
        return self.order_by("-run__day", "-pk")

    def update(self, **kwargs: Any) -> int:
        raise NightIsWritten

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise NightIsWritten

    def delete(self) -> Any:
        raise NightIsWritten


class NightRecord(models.Model):
    """All that went into a night and what came out of it, pressed and sealed: the night can be run again from here.

    Written once. `page` is read by `matching.engine.record`; what people decided afterwards stands in `Decision`.
    """

    run = models.OneToOneField(Run, models.PROTECT, related_name="record")
    page = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    objects = NightRecordQuerySet.as_manager()

    def __str__(self) -> str:
        return f"record of run {self.run_id}"

    def _do_update(self, *args: Any, **kwargs: Any) -> Any:
        """Where Django's own save would change a row that is there."""
        raise NightIsWritten

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise NightIsWritten
