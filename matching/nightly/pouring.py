"""Many rows into the ledger at once; a row that is there already stays as it is."""

from collections.abc import Sequence

from django.db import connection, models
from psycopg import sql


def pour(kind: type[models.Model], rows: Sequence[models.Model]) -> None:
    """To be called within a transaction. PostgreSQL takes them as a stream, which has no word for "already there":
    they go through a table of their own."""
    if not rows:
        return
    if connection.vendor == "postgresql":
        _copy(kind, rows)
    else:
        kind._default_manager.bulk_create(rows, ignore_conflicts=True)


def _copy(kind: type[models.Model], rows: Sequence[models.Model]) -> None:
    fields = [field for field in kind._meta.concrete_fields if not field.primary_key]
    columns = [sql.Identifier(field.column or "") for field in fields]
    words: dict[str, sql.Composable] = {
        "table": sql.Identifier(kind._meta.db_table),
        "poured": sql.Identifier(f"poured_{kind._meta.model_name}"),
        "columns": sql.Composed(columns).join(", "),
    }
    make = "CREATE TEMPORARY TABLE {poured} ON COMMIT DROP AS SELECT {columns} FROM {table} WITH NO DATA"
    move = "INSERT INTO {table} ({columns}) SELECT {columns} FROM {poured} ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(make).format(**words))
        with cursor.copy(sql.SQL("COPY {poured} ({columns}) FROM STDIN").format(**words)) as stream:
            for row in rows:
                stream.write_row([field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields])
        cursor.execute(sql.SQL(move).format(**words))
        cursor.execute(sql.SQL("DROP TABLE {poured}").format(**words))
