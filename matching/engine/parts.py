"""A night in parts: the law for some of the posts, the lists of some of the youths; and the whole, put together again.

Every youth's list and every post's law is worked out by itself, so the whole is the same in however many parts.
An answer travels as plain columns of numbers, without pickle.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.engine.columns import Lawfulness
from matching.engine.search import Lists

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
OF_PAIRS = ("youth", "job", "want", "take", "tie")


class UnreadableError(ValueError):
    """These are not the columns of an answer."""


def slices(count: int, parts: int) -> list[slice]:
    """So many things in order, in parts as even as can be."""
    ends = [count * part // parts for part in range(parts + 1)]
    return [slice(start, end) for start, end in zip(ends[:-1], ends[1:], strict=True)]


def area_groups(places: Floats, parts: int) -> list[Ints]:
    """Rows of youths: who lives at the same place stays together; the greatest places first, each to the group that
    has fewest so far."""
    _each, area, sizes = np.unique(places, axis=0, return_inverse=True, return_counts=True)
    area, load, group = area.reshape(-1), np.zeros(parts, dtype=np.int64), np.zeros(len(sizes), dtype=np.int64)
    for each in np.argsort(-sizes, kind="stable").tolist():
        group[each] = load.argmin()
        load[group[each]] += sizes[each]
    return [np.flatnonzero(group[area] == part) for part in range(parts)]


def law_together(parts: Sequence[Lawfulness]) -> Lawfulness:
    """What the law said of the same youths, slice of posts by slice. Classes stay in the order of their bits."""
    classes, of_youth = np.unique(np.stack([part.of_youth for part in parts], axis=1), axis=0, return_inverse=True)
    tables = [part.table[classes[:, place]] for place, part in enumerate(parts)]
    return Lawfulness(of_youth.reshape(-1), np.concatenate(tables, axis=1))


def lists_together(groups: Sequence[Ints], parts: Sequence[Lists]) -> Lists:
    """The lists of all youths; `groups` are the rows of each part's."""
    youth = np.concatenate([rows[part.youth] for rows, part in zip(groups, parts, strict=True)])
    order = np.argsort(youth, kind="stable")
    job, want, take, tie = (np.concatenate([getattr(part, name) for part in parts])[order] for name in OF_PAIRS[1:])
    back = np.argsort(np.concatenate(groups), kind="stable")
    eligible, refused = (
        np.concatenate([getattr(part, name) for part in parts])[back] for name in ("eligible", "refused")
    )
    points = np.concatenate([part.points for part in parts], axis=1)[:, back]
    return Lists(youth[order], job, want, take, tie, eligible, refused, points)


def law_page(law: Lawfulness) -> bytes:
    width = np.array(law.table.shape[1])
    return _written({"of_youth": law.of_youth, "table": np.packbits(law.table, axis=1), "width": width})


def law_of(page: bytes) -> Lawfulness:
    """Raises UnreadableError."""
    columns = _read(page, {"of_youth", "table", "width"})
    table = np.unpackbits(columns["table"], axis=1, count=int(columns["width"]))
    return Lawfulness(columns["of_youth"], table.astype(np.bool_))


def lists_page(lists: Lists) -> bytes:
    return _written({field.name: getattr(lists, field.name) for field in fields(Lists)})


def lists_of(page: bytes) -> Lists:
    """Raises UnreadableError."""
    return Lists(**_read(page, {field.name for field in fields(Lists)}))


def _written(columns: Mapping[str, npt.NDArray[Any]]) -> bytes:
    page = io.BytesIO()
    np.savez(page, allow_pickle=False, **columns)
    return zlib.compress(page.getvalue(), 1)


def _read(page: bytes, names: set[str]) -> dict[str, npt.NDArray[Any]]:
    try:
        with np.load(io.BytesIO(zlib.decompress(page)), allow_pickle=False) as columns:
            return {name: columns[name] for name in names}
    except (zlib.error, ValueError, KeyError, EOFError, OSError, zipfile.BadZipFile) as error:
        raise UnreadableError(type(error).__name__) from error
