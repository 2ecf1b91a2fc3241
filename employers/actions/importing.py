from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from employers.models import Post
from jobplaneten.trail.actions import record


@transaction.atomic
def import_draft(
    source_key: str, values: Mapping[str, Any], guesses: Mapping[str, float], *, now: datetime
) -> Post | None:
    """A draft without an employer, or None when it has been imported before."""
    if Post.objects.filter(source_key=source_key).exists():
        return None
    post = Post.objects.create(source_key=source_key, guesses=dict(guesses), changed_at=now, **values)
    record("import_post", post, by=None, now=now)
    return post
