"""The book of law with a change in it that nobody has decided."""

from pathlib import Path

import jobplaneten.law.book as book_of_law
from jobplaneten.law.book import Book

EARLIER_EVENING = """
[[rule.N-CHILD-20-06]]
from = 2027-03-01
source = "act"
confidence = "high"
unit = "clock"
windows = [["06:00", "19:00"]]
"""
ANOTHER_LIST = """
[[light_work]]
from = 2027-03-01
source = "act"
confidence = "high"
tags = ["fold_paper_planes"]
"""


def text_of_the_book() -> str:
    return (Path(book_of_law.__file__).parent / "parameters.toml").read_text(encoding="utf-8")


def with_coming(*texts: str) -> Book:
    return Book("\n".join([text_of_the_book(), *texts]))


def with_an_end_to_breaks() -> Book:
    said = text_of_the_book()
    entry = "after_hours = 4.5\n"
    assert entry in said
    return Book(said.replace(entry, f"{entry}until = 2027-02-28\n"))
