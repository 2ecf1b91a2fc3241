"""Log-in elsewhere (OpenID Connect, code flow with PKCE): what is asked there, and what of the answer holds.

All about the provider comes from the environment and from its own discovery page. `joserfc` reads and checks tokens.
"""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

ALGORITHMS = ["RS256", "PS256", "ES256"]
"""Signed with a key that only the provider has. `none` and shared secrets are not among them."""
WAIT_SECONDS = 5
LARGEST = 200_000
KNOWN_FOR = 600
VALID_FOR = timedelta(minutes=10)
LEEWAY = 60


class NotProven(Exception):
    """Something in the answer does not hold. The word goes to the log; it never holds what the provider said."""


@dataclass(frozen=True, slots=True)
class Proven:
    issuer: str
    subject: str
    born: str
    """Year or date of birth if the provider told it, to make an age band of; not kept."""
    has_second_factor: bool


class NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def is_offered() -> bool:
    return bool(settings.OIDC["issuer"])


def name_of_provider() -> str:
    """What stands on the button; "" when there is none."""
    return str(settings.OIDC["name"] or _("kommunen")) if is_offered() else ""


def fetch(address: str, form: Mapping[str, str] | None = None, **headers: str) -> dict[str, Any]:
    """JSON from the provider: by https, within seconds, from nowhere but where it was asked."""
    place = urlsplit(address)
    if place.scheme != "https" and (settings.IS_PRODUCTION or place.hostname != "localhost"):
        raise NotProven("no https")
    data = urlencode(form).encode() if form is not None else None
    request = Request(address, data, {"Accept": "application/json", **headers})  # noqa: S310 - the scheme is checked above
    try:
        with build_opener(NoRedirect).open(request, timeout=WAIT_SECONDS) as answer:
            told = json.loads(answer.read(LARGEST))
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise NotProven(type(error).__name__) from error
    if not isinstance(told, dict):
        raise NotProven("no object")
    return told


def provider() -> dict[str, Any]:
    """What the provider says of itself, remembered for ten minutes."""
    key = f"oidc:{sha256(settings.OIDC['issuer'].encode()).hexdigest()[:32]}"
    known: dict[str, Any] | None = cache.get(key)
    if known is None:
        known = fetch(settings.OIDC["issuer"].rstrip("/") + "/.well-known/openid-configuration")
        if known.get("issuer") != settings.OIDC["issuer"]:
            raise NotProven("issuer of the discovery page")
        cache.set(key, known, KNOWN_FOR)
    return known


def begin(back: str, *, now: datetime) -> tuple[str, dict[str, Any]]:
    """The address to go to, and what must come back; the second stays in the session."""
    asked = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    challenge = base64.urlsafe_b64encode(sha256(asked["verifier"].encode()).digest()).rstrip(b"=").decode()
    query = {
        "response_type": "code",
        "client_id": settings.OIDC["client_id"],
        "redirect_uri": back,
        "scope": "openid",
        "state": asked["state"],
        "nonce": asked["nonce"],
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return f"{endpoint('authorization_endpoint')}?{urlencode(query)}", {**asked, "back": back, "at": now.timestamp()}


def endpoint(name: str) -> str:
    try:
        return str(provider()[name])
    except KeyError as error:
        raise NotProven(f"no {name}") from error


def complete(answer: Mapping[str, str], asked: dict[str, Any] | None, *, now: datetime) -> Proven:
    if not asked or now.timestamp() - asked["at"] > VALID_FOR.total_seconds():
        raise NotProven("nothing was asked")
    if not constant_time_compare(answer.get("state", ""), asked["state"]):
        raise NotProven("state")
    if answer.get("iss", settings.OIDC["issuer"]) != settings.OIDC["issuer"]:
        raise NotProven("issuer of the answer")
    if "error" in answer or not answer.get("code"):
        raise NotProven("no code")
    return read(claims_in(token_for(answer["code"], asked), now=now), asked["nonce"])


def token_for(code: str, asked: dict[str, Any]) -> str:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": asked["back"],
        "code_verifier": asked["verifier"],
        "client_id": settings.OIDC["client_id"],
    }
    headers = {}
    if "client_secret_basic" in provider().get("token_endpoint_auth_methods_supported", ["client_secret_basic"]):
        pair = f"{quote(settings.OIDC['client_id'])}:{quote(settings.OIDC['client_secret'])}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    else:
        form["client_secret"] = settings.OIDC["client_secret"]
    token = fetch(endpoint("token_endpoint"), form, **headers).get("id_token")
    if not isinstance(token, str):
        raise NotProven("no token")
    return token


def claims_in(token: str, *, now: datetime) -> dict[str, Any]:
    """The claims of a token that is signed by the provider, meant for us, and still good."""
    must_be: dict[str, Any] = {
        "iss": {"essential": True, "value": settings.OIDC["issuer"]},
        "aud": {"essential": True, "value": settings.OIDC["client_id"]},
        "exp": {"essential": True},
        "iat": {"essential": True},
        "sub": {"essential": True},
        "nonce": {"essential": True},
    }
    try:
        keys = KeySet.import_key_set(fetch(endpoint("jwks_uri")))  # type: ignore[arg-type]
        claims = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
        jwt.JWTClaimsRegistry(now=int(now.timestamp()), leeway=LEEWAY, **must_be).validate(claims)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise NotProven(type(error).__name__) from error
    return claims


def read(claims: dict[str, Any], nonce: str) -> Proven:
    if not constant_time_compare(str(claims["nonce"]), nonce):
        raise NotProven("nonce")
    if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != settings.OIDC["client_id"]:
        raise NotProven("meant for others too")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
        raise NotProven("subject")
    methods = claims.get("amr")
    said = {claims.get("acr"), *(methods if isinstance(methods, list) else [])}
    return Proven(
        issuer=settings.OIDC["issuer"],
        subject=claims["sub"],
        born=str(claims.get("birthdate", "")),
        has_second_factor=bool(said & set(settings.OIDC_SECOND_FACTOR)),
    )
