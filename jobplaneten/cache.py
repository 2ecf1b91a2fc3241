"""The counts of knocks and requests live in Redis. It may be lost at any time, and pages must answer all the same."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 1
SECONDS_BEFORE_ASKING_AGAIN = 10


def or_memory(name: str) -> Callable[..., Any]:
    def call(cache: "RedisOrMemory", *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= RedisOrMemory.is_away_until:
            try:
                return getattr(RedisCache, name)(cache, *args, **kwargs)
            except RedisError as error:
                log.warning("redis is away: %s", type(error).__name__)
                RedisOrMemory.is_away_until = time.monotonic() + SECONDS_BEFORE_ASKING_AGAIN
        return getattr(cache.memory, name)(*args, **kwargs)

    return call


class RedisOrMemory(RedisCache):
    """While Redis is away each process counts by itself: nobody is shut out, and guessers are still slowed down."""

    is_away_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        hasty = {"socket_timeout": PATIENCE_SECONDS, "socket_connect_timeout": PATIENCE_SECONDS}
        super().__init__(server, {**params, "OPTIONS": {**hasty, "retry": Retry(NoBackoff(), 0)}})
        self.memory = LocMemCache("while redis is away", params)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Redis may have gone or come back since the count was begun: then it begins here."""
        self.add(key, 0, version=version)
        return int(count(self, key, delta, version))

    add = or_memory("add")
    get = or_memory("get")
    set = or_memory("set")
    touch = or_memory("touch")
    delete = or_memory("delete")
    delete_many = or_memory("delete_many")
    get_many = or_memory("get_many")
    set_many = or_memory("set_many")
    has_key = or_memory("has_key")
    clear = or_memory("clear")


count = or_memory("incr")
