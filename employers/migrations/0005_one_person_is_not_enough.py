from django.db import migrations

WHY = "Nu skal to fra os kende en arbejdsplads. Vi ringer til jer, så I kan komme med igen."


def ask_for_a_second(apps, schema_editor):
    """Whoever was let in by one person waits until two have looked."""
    employer = apps.get_model("employers", "Employer")
    employer.objects.filter(status="vetted").update(status="expired", status_reason=WHY)


class Migration(migrations.Migration):
    dependencies = [("employers", "0004_pause_and_pace")]

    operations = [migrations.RunPython(ask_for_a_second, migrations.RunPython.noop)]
