"""Whoever joins on the web shows with a code that the number or address is theirs."""

import json
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client

from jobplaneten.messaging.models import LooseMail, TextMessage


def join(client: Client, said: dict[str, Any], **more: Any) -> Any:
    client.post("/kom-med/", said)
    return client.post("/kom-med/kode/", {"code": code_for(said["login"])}, **more)


def code_for(login: str) -> str:
    """From where it waits to be sent."""
    sent = LooseMail.objects.filter(email=login) if "@" in login else TextMessage.objects.all()
    return code_in(sent.newest_first()[0].body)


def code_in(words: str) -> str:
    return (re.findall(r"\d{6}", words) or ["000000"])[0]


def code_on_the_phone() -> str:
    """From the phone, if a worker has sent it by now; else from where it waits."""
    waiting = TextMessage.objects.newest_first()[0].body
    if waiting:
        return code_in(waiting)
    newest = max(Path(settings.SMS_FOLDER).iterdir(), key=lambda each: each.stat().st_mtime)
    return code_in(json.loads(newest.read_text(encoding="utf-8"))["body"])
