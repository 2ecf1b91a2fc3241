"""The six figures that an authenticator app shows: RFC 6238 with SHA-1, thirty seconds, as every such app knows it."""

import base64
import hmac
import secrets
import struct
from datetime import datetime
from urllib.parse import quote, urlencode

SECONDS = 30
DIGITS = 6
ISSUER = "Jobplaneten"


def new_secret() -> str:
    return base64.b32encode(secrets.token_bytes(20)).decode()


def step_at(now: datetime) -> int:
    return int(now.timestamp()) // SECONDS


def code_at(secret: str, step: int) -> str:
    mac = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
    place = mac[-1] & 15
    number = struct.unpack(">I", mac[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def matching_step(secret: str, code: str, *, after: int, now: datetime) -> int | None:
    """Which half minute the code belongs to; a clock may be one off. What was used before is never taken again."""
    here = step_at(now)
    for step in (here, here - 1, here + 1):
        if step > after and hmac.compare_digest(code_at(secret, step).encode(), code.encode()):
            return step
    return None


def address_for_app(secret: str, account: str) -> str:
    """What the QR code holds."""
    query = urlencode({"secret": secret, "issuer": ISSUER})
    return f"otpauth://totp/{quote(f'{ISSUER}:{account}')}?{query}"
