"""Many rows into the ledger at once; a row that is there already stays as it is."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from django.db import connection, models
from psycopg import sql


def pour(kind: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]], **same: Any) -> None:
    """To be called within a transaction. Each row holds the values of `names`; `same` is the same in all rows, and
    whatever is not named gets its default. PostgreSQL takes them as a stream, which has no word for "already
    there": they go through a table of their own."""
    rows = list(rows)
    if not rows:
        return
    if connection.vendor == "postgresql":
        _copy(kind, names, rows, same)
    else:
        made = (kind(**dict(zip(names, row, strict=True)), **same) for row in rows)
        kind._default_manager.bulk_create(made, ignore_conflicts=True)


def _copy(kind: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]], same: dict[str, Any]) -> None:
    own, others = _fields(kind, names)
    words: dict[str, sql.Composable] = {
        "table": sql.Identifier(kind._meta.db_table),
        "poured": sql.Identifier(f"poured_{kind._meta.model_name}"),
        "own": _columns(own),
        "others": _columns(others),
        "fixed": sql.SQL(", ").join([sql.Placeholder()] * len(others)),
    }
    make = "CREATE TEMPORARY TABLE {poured} ON COMMIT DROP AS SELECT {own} FROM {table} WITH NO DATA"
    move = "INSERT INTO {table} ({own}, {others}) SELECT {own}, {fixed} FROM {poured} ON CONFLICT DO NOTHING"
    fixed = [field.get_db_prep_save(same.get(field.attname, field.get_default()), connection) for field in others]
    texts = [_text(field) for field in own]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(make).format(**words))
        with cursor.copy(sql.SQL("COPY {poured} ({own}) FROM STDIN").format(**words)) as stream:
            for row in rows:
                stream.write_row([text(value) for text, value in zip(texts, row, strict=True)])
        cursor.execute(sql.SQL(move).format(**words), fixed)
        cursor.execute(sql.SQL("DROP TABLE {poured}").format(**words))


def _fields(kind: type[models.Model], names: Sequence[str]) -> tuple[list[Any], list[Any]]:
    """Those that are named, in that order, and all others but the key that the database gives."""
    fields = {field.attname: field for field in kind._meta.concrete_fields if not field.primary_key}
    return [fields[name] for name in names], [field for name, field in fields.items() if name not in names]


def _columns(fields: Iterable[Any]) -> sql.Composable:
    return sql.SQL(", ").join([sql.Identifier(field.column) for field in fields])


def _text(field: Any) -> Callable[[Any], Any]:
    """Numbers, words and moments go as they are."""
    return partial(json.dumps, cls=field.encoder) if isinstance(field, models.JSONField) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
