from typing import Any

from django.db import migrations


def first_ones_run_it(apps: Any, schema_editor: Any) -> None:
    """Until now every workplace had the one who asked to be let in."""
    contact = apps.get_model("employers", "EmployerContact")
    first: dict[int, int] = {}
    for employer, pk in contact.objects.order_by("-pk").values_list("employer", "pk"):
        first[employer] = pk
    contact.objects.filter(pk__in=first.values()).update(standing="administrator")


class Migration(migrations.Migration):
    dependencies = [("employers", "0008_colleagues_and_administrators")]

    operations = [migrations.RunPython(first_ones_run_it, migrations.RunPython.noop)]
