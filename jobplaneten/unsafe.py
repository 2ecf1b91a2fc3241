"""Settings with which production must not start. Asked once, at the end of `settings.py`."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from fido2.rpid import verify_rp_id

LEAST_SECRET = 40
Settings = Mapping[str, Any]


def refuse_unsafe(settings: Settings) -> None:
    for is_safe, sentence in MUST_HOLD:
        if not is_safe(settings):
            raise ImproperlyConfigured(sentence)


def has_a_long_secret(settings: Settings) -> bool:
    return len(settings["SECRET_KEY"]) >= LEAST_SECRET


def hides_its_errors(settings: Settings) -> bool:
    return not settings["DEBUG"]


def seals_with_real_keys(settings: Settings) -> bool:
    try:
        return bool([Fernet(key) for key in settings["SEALING_KEYS"]])
    except ValueError:
        return False


def has_a_place_for_passkeys(settings: Settings) -> bool:
    """A browser keeps them for a name reached by https, never for a number."""
    domain, address = settings["PASSKEY_DOMAIN"], urlsplit(settings["SITE_URL"])
    is_number = ":" in domain or domain.replace(".", "").isdigit()
    return address.scheme == "https" and not is_number and verify_rp_id(domain, settings["SITE_URL"])


def knows_the_municipality_by_https(settings: Settings) -> bool:
    """None at all, or one with everything that is needed."""
    oidc = settings["OIDC"]
    given = [bool(oidc[name]) for name in ("issuer", "client_id", "client_secret")]
    return not any(given) or (all(given) and oidc["issuer"].startswith("https://"))


MUST_HOLD: tuple[tuple[Callable[[Settings], bool], str], ...] = (
    (has_a_long_secret, f"SECRET_KEY must have at least {LEAST_SECRET} characters in production."),
    (hides_its_errors, "DEBUG must be off in production."),
    (seals_with_real_keys, "SEALING_KEYS must hold Fernet keys with commas between (docs/operations.md)."),
    (has_a_place_for_passkeys, "SITE_URL must begin with https:// and be a name under PASSKEY_DOMAIN in production."),
    (knows_the_municipality_by_https, "OIDC_ISSUER (https), OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together."),
)
