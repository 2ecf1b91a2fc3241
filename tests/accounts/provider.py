"""A municipality's log-in on this machine: it signs tokens with a key of its own, and lies when it is told to."""

import base64
import hmac
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "jobplaneten", "kun-til-prøver"


def in_letters(read: bytes) -> bytes:
    return base64.urlsafe_b64encode(read).rstrip(b"=")


class Provider:
    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.key = RSAKey.generate_key(2048, {"kid": "one"}, private=True)
        self.codes: dict[str, dict[str, str]] = {}
        self.claims: dict[str, Any] = {}
        """What is told of the person, or told wrongly."""
        self.header: dict[str, Any] = {"alg": "RS256", "kid": "one"}
        self.signs_with: Any = self.key
        self.discovery: dict[str, Any] = {}
        self.asked: list[str] = []

    def sign_in(self, address: str, subject: str) -> dict[str, str]:
        """What the person does in the browser; what the browser brings back."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked | {"sub": subject}
        return {"code": code, "state": asked["state"], "iss": self.issuer}

    def token(self, form: dict[str, str], authorization: str) -> dict[str, Any]:
        pair = base64.b64encode(f"{CLIENT}:kun-til-pr%C3%B8ver".encode()).decode()
        asked = self.codes.pop(form["code"])
        proof = in_letters(sha256(form["code_verifier"].encode()).digest()).decode()
        if authorization != f"Basic {pair}" or proof != asked["code_challenge"]:
            return {"error": "invalid_grant"}
        if form["redirect_uri"] != asked["redirect_uri"]:
            return {"error": "invalid_grant"}
        now = int(timezone.now().timestamp())
        claims: dict[str, Any] = {"iss": self.issuer, "aud": CLIENT, "sub": asked["sub"], "nonce": asked["nonce"]}
        claims |= {"iat": now, "exp": now + 300, "name": "Kanarie", "cpr": "0101010000"}
        return {"access_token": "x", "token_type": "Bearer", "id_token": self.sign(claims | self.claims)}

    def sign(self, claims: dict[str, Any]) -> str:
        if self.header["alg"] == "RS256":
            return jwt.encode(self.header, claims, self.signs_with)
        words = b".".join(in_letters(json.dumps(each).encode()) for each in (self.header, claims))
        is_none = self.header["alg"] == "none"
        signature = b"" if is_none else in_letters(hmac.digest(self.key.as_pem(private=False), words, "sha256"))
        return b".".join([words, signature]).decode()

    def answer(self, path: str, form: dict[str, str], authorization: str) -> dict[str, Any]:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            ends = {"authorization": "/authorize", "token": "/token"}
            found: dict[str, Any] = {f"{name}_endpoint": self.issuer + end for name, end in ends.items()}
            return found | {"issuer": self.issuer, "jwks_uri": self.issuer + "/jwks"} | self.discovery
        if path == "/jwks":
            return {"keys": [self.key.as_dict(private=False)]}
        return self.token(form, authorization)

    def by_shared_secret(self) -> None:
        """A token signed with what everybody can read: the public key."""
        self.header = {"alg": "HS256", "kid": "one"}

    def by_a_stranger(self) -> None:
        self.signs_with = RSAKey.generate_key(2048, {"kid": "one"}, private=True)


@contextmanager
def running() -> Iterator[Provider]:
    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.say({})

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["content-length"])).decode()
            self.say({name: values[0] for name, values in parse_qs(sent).items()})

        def say(self, form: dict[str, str]) -> None:
            told = provider.answer(self.path, form, self.headers.get("authorization", ""))
            body = json.dumps(told).encode()
            self.send_response(400 if "error" in told else 200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("localhost", 0), Desk)
    provider = Provider(f"http://localhost:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.02}).start()
    yield provider
    server.shutdown()
    server.server_close()
