"""Sessions in memory, for tests that knock some thousand times. What a knock did to them is undone in one stroke."""

from copy import deepcopy
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

OPEN: dict[str, dict[str, Any]] = {}


class SessionStore(SessionBase):
    def load(self) -> dict[str, Any]:
        return deepcopy(OPEN.get(self.session_key or "", {}))

    def exists(self, session_key: str) -> bool:
        return session_key in OPEN

    def create(self) -> None:
        self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
        self.modified = True
        self.save(must_create=True)

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            return self.create()
        OPEN[self.session_key] = deepcopy(self._get_session(no_load=must_create))  # type: ignore[attr-defined]
        return None

    def delete(self, session_key: str | None = None) -> None:
        OPEN.pop(session_key or self.session_key or "", None)

    @classmethod
    def clear_expired(cls) -> None:
        """Nobody stays that long."""
