from datetime import UTC, datetime

from django.db import migrations


def write_rules(apps, schema_editor):
    """Six weeks, 85 % of the shifts, nothing at the bottom, and a talk; a coordinator may say otherwise."""
    model = apps.get_model("steps", "StepRule")
    for step in (1, 2, 3, 4):
        model.objects.create(step=step, weeks=6, attendance=85, least_level=1, quiet_weeks=12, at=datetime(2026, 1, 1, tzinfo=UTC))


class Migration(migrations.Migration):
    dependencies = [("steps", "0001_steps_begin")]

    operations = [migrations.RunPython(write_rules, migrations.RunPython.noop)]
