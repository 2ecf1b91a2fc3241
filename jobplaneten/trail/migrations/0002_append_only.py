"""The database itself refuses what the trail must never suffer. Lines older than five years may go, see keeping.retention."""

from django.db import migrations, models

TABLES = ("trail_entry", "trail_seal")
POSTGRES = """
CREATE FUNCTION trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_setting('jobplaneten.may_empty', true) = 'yes' THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '5 years' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the trail is append-only';
END $$;
"""
POSTGRES_ROWS = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION trail_is_append_only();
CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION trail_is_append_only();
"""
SQLITE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
    " BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN OLD.at > datetime('now', '-5 years')"
    " BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END",
)


def guard(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRES)
        for table in TABLES:
            editor.execute(POSTGRES_ROWS.format(table=table))
    else:
        for table in TABLES:
            for statement in SQLITE:
                editor.execute(statement.format(table=table))


def unguard(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION trail_is_append_only() CASCADE")
    else:
        for table in TABLES:
            editor.execute(f"DROP TRIGGER {table}_no_update")
            editor.execute(f"DROP TRIGGER {table}_no_delete")


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_trail_begin")]

    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField(unique=True)),
                ("count", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunPython(guard, unguard),
    ]
