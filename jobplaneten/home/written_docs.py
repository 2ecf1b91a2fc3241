"""The pages of docs/ that are made from the code, and so never behind it."""

from collections.abc import Callable
from datetime import date

from jobplaneten.home import law_docs, privacy_docs, security_docs, workflow_docs
from jobplaneten.home.real_posts import judged_posts

# The day on which the real posts are judged: it moves with the book, not with the clock.
READ_ON = date(2026, 11, 22)


def law() -> str:
    return law_docs.page(judged_posts(READ_ON), READ_ON)


PAGES: dict[str, Callable[[], str]] = {
    "workflows.md": workflow_docs.page,
    "law.md": law,
    "security.md": security_docs.page,
    "processing.md": privacy_docs.processing,
    "impact-assessment.md": privacy_docs.impact,
}
