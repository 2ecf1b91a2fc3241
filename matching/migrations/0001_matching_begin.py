import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("employers", "0001_employers_begin"),
        ("youth", "0001_youth_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("night", "Natten"), ("preview", "Prøve, der ikke foreslår noget")],
                        default="night",
                        max_length=10,
                    ),
                ),
                ("day", models.DateField(verbose_name="dato")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("requested", "Bestilt"),
                            ("running", "I gang"),
                            ("done", "Færdig"),
                            ("failed", "Gik i stå"),
                        ],
                        default="requested",
                        max_length=10,
                    ),
                ),
                ("requested_at", models.DateTimeField()),
                ("holder", models.CharField(blank=True, max_length=64)),
                ("lease_until", models.DateTimeField(null=True)),
                ("cursor", models.PositiveIntegerField(default=0)),
                ("youths_total", models.PositiveIntegerField(default=0)),
                ("seed", models.BigIntegerField(default=0)),
                ("engine_version", models.CharField(blank=True, max_length=40)),
                ("input_digest", models.CharField(blank=True, max_length=64)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("kept", models.JSONField(default=list)),
                ("counts", models.JSONField(default=dict)),
                ("started_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("error", models.CharField(blank=True, max_length=200)),
                (
                    "requested_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Match",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Foreslået i nat"),
                            ("held", "Gemt til senere"),
                            ("rejected", "Valgt fra af mentor"),
                            ("offered", "Venter på den unge"),
                            ("declined", "Nej tak fra den unge"),
                            ("released", "Venter på arbejdspladsen"),
                            ("refused", "Nej tak fra arbejdspladsen"),
                            ("agreed", "Begge har sagt ja"),
                            ("expired", "Ikke aktuelt længere"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField()),
                ("want", models.FloatField()),
                ("take", models.FloatField()),
                ("score", models.FloatField()),
                ("reasons", models.JSONField(default=dict)),
                ("contributions", models.JSONField(default=list)),
                (
                    "no_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_now", "Tiderne passer ikke lige nu"),
                            ("too_far", "Der er for langt"),
                            ("other_tasks", "Opgaverne er ikke noget for mig"),
                            ("has_job", "Har fundet noget andet"),
                            ("too_early", "Det er for tidligt – vi øver os først"),
                            ("better_one", "Et andet job passer bedre"),
                            ("needs_more_help", "Jobbet har for lidt hjælp lige nu"),
                            ("other_skills", "Vi har brug for nogen, der kan noget andet"),
                            ("filled", "Pladsen er blevet besat"),
                            ("closed", "Jobbet er ikke åbent længere"),
                            ("unanswered", "Der kom ikke noget svar i tide"),
                            ("paused", "Den unge holder pause"),
                            ("guardian", "Forældrene har ikke sagt ja"),
                            ("other", "Noget andet"),
                        ],
                        max_length=20,
                        verbose_name="hvorfor ikke",
                    ),
                ),
                ("line", models.CharField(blank=True, max_length=140, verbose_name="en linje, som mentor har læst")),
                ("offered_at", models.DateTimeField(null=True)),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="employers.post"
                    ),
                ),
                (
                    "youth",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="youth.youth"),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="matches", to="matching.run"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="YouthNight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("proposed", models.PositiveSmallIntegerField(default=0)),
                ("refused", models.JSONField(default=dict)),
                ("set_aside", models.CharField(blank=True, max_length=40)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="youth_nights", to="matching.run"
                    ),
                ),
                (
                    "youth",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="youth.youth"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("move", models.CharField(max_length=20)),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_now", "Tiderne passer ikke lige nu"),
                            ("too_far", "Der er for langt"),
                            ("other_tasks", "Opgaverne er ikke noget for mig"),
                            ("has_job", "Har fundet noget andet"),
                            ("too_early", "Det er for tidligt – vi øver os først"),
                            ("better_one", "Et andet job passer bedre"),
                            ("needs_more_help", "Jobbet har for lidt hjælp lige nu"),
                            ("other_skills", "Vi har brug for nogen, der kan noget andet"),
                            ("filled", "Pladsen er blevet besat"),
                            ("closed", "Jobbet er ikke åbent længere"),
                            ("unanswered", "Der kom ikke noget svar i tide"),
                            ("paused", "Den unge holder pause"),
                            ("guardian", "Forældrene har ikke sagt ja"),
                            ("other", "Noget andet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="matching.match"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["match", "at"], name="decision_of_match")],
            },
        ),
        migrations.CreateModel(
            name="CandidateCard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_name", models.CharField(max_length=40, verbose_name="fornavn")),
                ("age_group", models.CharField(max_length=40, verbose_name="alder")),
                ("free", models.JSONField(default=list, verbose_name="kan arbejde")),
                ("competences", models.JSONField(default=list, verbose_name="kan")),
                ("why", models.JSONField(default=list, verbose_name="derfor")),
                ("line", models.CharField(blank=True, max_length=140, verbose_name="en linje")),
                ("released_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(null=True)),
                ("taken_back_at", models.DateTimeField(null=True)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="employers.post"
                    ),
                ),
                (
                    "match",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="card", to="matching.match"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["post", "taken_back_at"], name="card_of_post")],
            },
        ),
        migrations.AddIndex(
            model_name="run",
            index=models.Index(fields=["status", "lease_until"], name="run_to_take_up"),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "night")), fields=("day",), name="one_night_per_date"
            ),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "preview"), ("status__in", ["requested", "running"])),
                fields=("kind",),
                name="one_preview_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "running"), _negated=True), ("lease_until__isnull", False), _connector="OR"
                ),
                name="running_night_has_a_lease",
            ),
        ),
        migrations.AddIndex(
            model_name="match",
            index=models.Index(fields=["status", "youth"], name="match_status_youth"),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "expired"), _negated=True),
                fields=("youth", "post"),
                name="same_suggestion_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(("want__range", (0, 1)), ("take__range", (0, 1))), name="match_chances_are_chances"
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ["offered", "declined", "released", "refused", "agreed"]), _negated=True),
                    ("offered_at__isnull", False),
                    _connector="OR",
                ),
                name="released_match_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="youthnight",
            constraint=models.UniqueConstraint(fields=("run", "youth"), name="youth_once_in_a_night"),
        ),
    ]
