from datetime import timedelta

from django.db import migrations
from django.db.models import F


def promise(apps, schema_editor):
    """What waited when the clock came has the patience that it was sent out with."""
    matches = apps.get_model("matching", "Match").objects.filter(answer_by=None)
    matches.filter(status="offered").update(answer_by=F("changed_at") + timedelta(days=14))
    matches.filter(status="released").update(answer_by=F("changed_at") + timedelta(days=30))


class Migration(migrations.Migration):

    dependencies = [("matching", "0011_answers_have_a_day")]

    operations = [migrations.RunPython(promise, migrations.RunPython.noop)]
