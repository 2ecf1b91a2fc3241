"""Words that have broken other people's forms. Each is sent into every field of every form."""

from typing import NamedTuple


class Word(NamedTuple):
    name: str
    text: str


WORDS = (
    Word("zero byte", "a\x00b"),
    Word("half a letter", "\udc80".encode("utf-8", "surrogatepass").decode("latin-1")),
    Word("turned around", "\u202eabc\u2066def\u2069"),
    Word("unseen", "a\u200b\u200c\u200d\ufeffb"),
    Word("a megabyte", "x" * 1_000_000),
    Word("many lines", "\r\n" * 5_000),
    Word("piled letters", "a" + "\u0301" * 500),
    Word("a picture of a family", "👩‍👩‍👧‍👦" * 40),
    Word("wide numbers", "１２３"),
    Word("markup", "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"),
    Word("a template", "{{7*7}}{% debug %}${7*7}<%= 7*7 %>"),
    Word("a query", "'; DROP TABLE youth_youth; --"),
    Word("an or", "' OR '1'='1"),
    Word("a path", "../../../../etc/passwd\x00.html"),
    Word("a header", "x\r\nSet-Cookie: a=b"),
    Word("a formula", "=cmd|' /C calc'!A0"),
    Word("a log line", "x\n2026-01-01 00:00:00 ERROR made up"),
    Word("far below", "-99999999999999999999999999"),
    Word("far above", "99999999999999999999999999"),
    Word("a power", "1e400"),
    Word("no number", "NaN"),
    Word("endless", "Infinity"),
    Word("a point", "1.5"),
    Word("no day", "2026-02-30"),
    Word("a day long ago", "0001-01-01"),
    Word("a day far ahead", "9999-12-31"),
    Word("no time", "24:61"),
    Word("nothing", ""),
    Word("spaces", "   \t "),
    Word("a list", "[]"),
    Word("an object", '{"a": 1}'),
    Word("true", "true"),
    Word("null", "null"),
    Word("somebody else's key", "1"),
    Word("no key", "-1"),
    Word("a postcode of letters", "AAAA"),
)
WORST = (Word("worst of all", "\u202e\x00=<u qvx>'; --\r\nX: y"), Word("far above", "9" * 30))
"""What `make test` has time for: one word in all fields at once."""
