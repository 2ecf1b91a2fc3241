from django.db import migrations

A_YEAR = {"title": "Efter et år", "days": 365, "asks_employer": False, "asks_mentor": False, "after_end": True}


def write_point(apps, schema_editor):
    model = apps.get_model("following", "FollowPoint")
    model.objects.get_or_create(days=A_YEAR["days"], defaults=A_YEAR)


class Migration(migrations.Migration):
    dependencies = [("following", "0002_six_points_and_the_end")]

    operations = [migrations.RunPython(write_point, migrations.RunPython.noop)]
