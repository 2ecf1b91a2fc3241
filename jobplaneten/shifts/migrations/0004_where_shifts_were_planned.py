from django.db import migrations
from django.db.models import F


def say_where(apps, schema_editor):
    """Those that lie where they came from end where they were planned to."""
    shifts = apps.get_model("shifts", "RosterShift").objects.filter(slot_on=F("day"), slot_starts=F("starts"))
    shifts.update(slot_ends=F("ends"))


class Migration(migrations.Migration):

    dependencies = [("shifts", "0003_shifts_follow_the_week")]

    operations = [migrations.RunPython(say_where, migrations.RunPython.noop)]
