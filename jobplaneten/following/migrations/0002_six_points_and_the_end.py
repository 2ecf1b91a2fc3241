from django.db import migrations

# Title, days after the first day, and whom it asks: youth, workplace, mentor; and the youth after the end.
POINTS = (
    ("Første dag", 0, True, False, False, False),
    ("Efter to uger", 14, True, True, True, False),
    ("Efter halvanden måned", 45, True, True, True, False),
    ("Efter tre måneder", 91, True, True, True, False),
    ("Efter fem måneder", 152, True, True, True, False),
    ("Efter et halvt år", 182, True, True, True, True),
    ("Når jobbet er slut", None, True, True, True, True),
)


def write_points(apps, schema_editor):
    model = apps.get_model("following", "FollowPoint")
    for title, days, youth, employer, mentor, after_end in POINTS:
        asks = {"asks_youth": youth, "asks_employer": employer, "asks_mentor": mentor, "after_end": after_end}
        model.objects.create(title=title, days=days, **asks)


class Migration(migrations.Migration):
    dependencies = [("following", "0001_following_begins")]

    operations = [migrations.RunPython(write_points, migrations.RunPython.noop)]
