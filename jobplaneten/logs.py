import logging
from collections.abc import Iterator
from traceback import extract_tb
from types import TracebackType
from typing import Any

from django.http import HttpRequest

UNKNOWN = "an unknown address"
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Of an error its kind and its places. What it says may be a row of the database, and so about a person.

    An entry is one line, whatever somebody has put into an address, and of the address it tells the pattern: the rest
    may be a key that opens an invitation or a calendar.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name that logging calls
        line = super().formatMessage(record)
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            as_logged = request.path.encode("unicode_escape").decode()
            line = line.replace(as_logged, pattern_of(request))
        return line.replace("\r", "\\r").replace("\n", "\\n")

    def formatException(self, ei: Any) -> str:  # noqa: N802 - likewise
        return "\n".join(line for error in chain_of(ei) for line in places(error))


def pattern_of(request: HttpRequest) -> str:
    return f"/{request.resolver_match.route}" if request.resolver_match else UNKNOWN


def chain_of(raised: Raised) -> Iterator[BaseException]:
    error = raised[1]
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def places(error: BaseException) -> Iterator[str]:
    yield type(error).__qualname__
    for frame in extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
