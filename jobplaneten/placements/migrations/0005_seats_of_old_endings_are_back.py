from typing import Any

from django.db import migrations


def say_so(apps: Any, _editor: Any) -> None:
    """Until now a seat was free again the moment a job ended."""
    rows = apps.get_model("placements", "Placement").objects.filter(status__in=["ended", "cancelled"])
    for row in rows.filter(seat_back_at=None).iterator():
        row.seat_back_at = row.agreed_at
        row.save(update_fields=["seat_back_at"])


class Migration(migrations.Migration):
    dependencies = [("placements", "0004_jobs_pause_and_end_with_notice")]
    operations = [migrations.RunPython(say_so, migrations.RunPython.noop)]
