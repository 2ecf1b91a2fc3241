"""The Celery app. Celery is only the bell: what there is to do stands in the database, and nothing is lost with it."""

import os
from pathlib import Path
from typing import Any

from celery import Celery
from celery.signals import worker_init
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from worker.schedule import schedule

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobplaneten.settings")

PATIENCE_SECONDS = 5


def broker() -> dict[str, Any]:
    """Redis where there is one; else folders on the disk, good enough for one machine."""
    if settings.REDIS_URL:
        return {
            "broker_url": settings.REDIS_URL,
            "broker_transport_options": {
                "socket_timeout": PATIENCE_SECONDS,
                "socket_connect_timeout": PATIENCE_SECONDS,
                "visibility_timeout": 3600,
            },
        }
    folders = {name: Path(settings.VAR_DIR) / "broker" / name for name in ("queue", "control", "processed")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    return {
        "broker_url": "filesystem://localhost",
        "broker_transport": "worker.folder:Transport",
        "broker_transport_options": {
            "data_folder_in": str(folders["queue"]),
            "data_folder_out": str(folders["queue"]),
            "control_folder": str(folders["control"]),
            "processed_folder": str(folders["processed"]),
            "store_processed": False,
            "polling_interval": 0.2,
        },
    }


app = Celery("jobplaneten", include=["worker.tasks"])
app.conf.update(
    **broker(),
    accept_content=["json"],
    task_serializer="json",
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    timezone="Europe/Copenhagen",
    beat_schedule=schedule(tick_seconds=settings.WORKER_TICK_SECONDS),
    beat_schedule_filename=str(Path(settings.VAR_DIR) / "beat-schedule"),
)


@worker_init.connect
def refuse_unsafe_start_at_worker(**_signal: Any) -> None:
    """Celery only logs what a handler raises; SystemExit is what stops the start."""
    from jobplaneten.accounts.guard import refuse_unsafe_start  # noqa: PLC0415 - the apps are ready only now

    try:
        refuse_unsafe_start()
    except ImproperlyConfigured as error:
        raise SystemExit(str(error)) from error
