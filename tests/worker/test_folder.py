"""The broker of a town on one machine."""

import os
import threading
from pathlib import Path
from queue import Empty
from typing import Any

import pytest
from kombu import Connection

from worker.folder import Transport

LETTERS = 300


@pytest.fixture
def channel(tmp_path: Path) -> Any:
    folders = {name: str(tmp_path / name) for name in ("queue", "control", "processed")}
    for folder in folders.values():
        os.mkdir(folder)
    options = {
        "data_folder_in": folders["queue"],
        "data_folder_out": folders["queue"],
        "control_folder": folders["control"],
        "processed_folder": folders["processed"],
    }
    with Connection("filesystem://localhost", transport=Transport, transport_options=options) as connection:
        yield connection.channel()


def test_a_letter_is_never_seen_before_it_is_whole(channel: Any) -> None:
    writer = threading.Thread(target=lambda: [channel._put("rings", {"number": n}) for n in range(LETTERS)])
    writer.start()
    found: list[int] = []
    while len(found) < LETTERS:
        was_writing = writer.is_alive()
        try:
            found.append(channel._get("rings")["number"])
        except Empty:
            if not was_writing:
                break
    writer.join()
    assert sorted(found) == list(range(LETTERS))
