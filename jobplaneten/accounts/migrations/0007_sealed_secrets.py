from typing import Any

from django.db import migrations, models

from jobplaneten.accounts.sealing import SealedField, seal, unseal


def seal_all(apps: Any, schema_editor: Any) -> None:
    rewrite(schema_editor.connection, seal)


def unseal_all(apps: Any, schema_editor: Any) -> None:
    rewrite(schema_editor.connection, unseal)


def rewrite(connection: Any, change: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, secret FROM accounts_authenticator ORDER BY id")
        for number, secret in cursor.fetchall():
            cursor.execute("UPDATE accounts_authenticator SET secret = %s WHERE id = %s", [change(secret), number])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_passkeys")]

    operations = [
        migrations.AlterField("authenticator", "secret", models.TextField()),
        migrations.RunPython(seal_all, unseal_all),
        migrations.AlterField("authenticator", "secret", SealedField()),
    ]
