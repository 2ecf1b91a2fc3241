import logging
from collections.abc import Iterator
from traceback import extract_tb
from types import TracebackType
from typing import Any

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Of an error its kind and its places. What it says may be a row of the database, and so about a person.

    An entry is one line, whatever somebody has put into an address.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name that logging calls
        return super().formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")

    def formatException(self, ei: Any) -> str:  # noqa: N802 - likewise
        return "\n".join(line for error in chain_of(ei) for line in places(error))


def chain_of(raised: Raised) -> Iterator[BaseException]:
    error = raised[1]
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def places(error: BaseException) -> Iterator[str]:
    yield type(error).__qualname__
    for frame in extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
