"""Every periodic task of the house, on one screen. Times are Copenhagen's.

The bell may ring too often or not at all: each task looks in the database what there is to do.
"""

from typing import Any

from celery.schedules import crontab

MINUTE = 60
SECONDS_FOR_A_CODE = 3
"""Somebody stands at the door and waits for it. To look costs one question to an index."""


def schedule(*, tick_seconds: int) -> dict[str, dict[str, Any]]:
    return {
        "match_tonight": every("match_tonight", crontab(hour=2, minute=30), expires=30 * MINUTE),
        "look": every("look", tick_seconds),
        "send_messages": every("send_messages", tick_seconds),
        "send_texts": every("send_texts", min(tick_seconds, SECONDS_FOR_A_CODE)),
        "expire_stale": every("expire_stale", crontab(minute=10), expires=30 * MINUTE),
        "mind_families": every("mind_families", crontab(minute="*/10"), expires=10 * MINUTE),
        "close_jobs": every("close_jobs", crontab(minute=20), expires=30 * MINUTE),
        "ask_how_it_goes": every("ask_how_it_goes", crontab(minute=20, hour="8-19"), expires=30 * MINUTE),
        "mind_shifts": every("mind_shifts", crontab(minute="*/10"), expires=10 * MINUTE),
        "mind_searches": every("mind_searches", crontab(hour=15, minute=40), expires=60 * MINUTE),
        "keep_house": every("keep_house", crontab(hour=5, minute=15), expires=60 * MINUTE),
        "seal_trail": every("seal_trail", crontab(hour=5, minute=45), expires=60 * MINUTE),
        "watch_reading": every("watch_reading", crontab(minute="*/10"), expires=10 * MINUTE),
        "mind_workplaces": every("mind_workplaces", crontab(minute=5), expires=30 * MINUTE),
        "train": every("train", crontab(hour=4, minute=0, day_of_week="sunday"), expires=60 * MINUTE),
    }


def every(task: str, when: Any, *, expires: int | None = None) -> dict[str, Any]:
    """A ring that nobody heard in time is worth nothing: the next one says the same."""
    return {"task": f"worker.tasks.{task}", "schedule": when, "options": {"expires": expires or 2 * when}}
