"""A phone that keeps passkeys, as far as the service can see it."""

import json
import secrets
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

HERE = "http://localhost"
FLAG = AuthenticatorData.FLAG
PRESENT, VERIFIED = FLAG.UP, FLAG.UV


class Phone:
    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.number = secrets.token_bytes(32)
        self.handle = b""
        self.count = 0
        self.flags = PRESENT | VERIFIED
        self.origin = HERE
        self.domain = "localhost"
        self.cross = False

    def create(self, question: dict[str, Any]) -> str:
        asked = question["publicKey"]
        self.handle = websafe_decode(asked["user"]["id"])
        public = ES256.from_cryptography_key(self.key.public_key())
        key = AttestedCredentialData.create(Aaguid.NONE, self.number, public)
        seen = AuthenticatorData.create(self.place(), self.flags | FLAG.AT, self.count, key)
        told = {"attestationObject": websafe_encode(AttestationObject.create("none", seen, {}))}
        return self.answer(told, self.client_data("webauthn.create", asked))

    def get(self, question: dict[str, Any]) -> str:
        self.count += 1
        client = self.client_data("webauthn.get", question["publicKey"])
        seen = AuthenticatorData.create(self.place(), self.flags, self.count)
        signature = self.key.sign(seen + client.hash, ec.ECDSA(SHA256()))
        told = {
            "authenticatorData": websafe_encode(seen),
            "signature": websafe_encode(signature),
            "userHandle": websafe_encode(self.handle),
        }
        return self.answer(told, client)

    def place(self) -> bytes:
        return sha256(self.domain.encode()).digest()

    def client_data(self, kind: str, asked: dict[str, Any]) -> CollectedClientData:
        return CollectedClientData.create(kind, asked["challenge"], self.origin, self.cross)

    def answer(self, told: dict[str, str], client: CollectedClientData) -> str:
        response = {"clientDataJSON": client.b64, **told}
        number = websafe_encode(self.number)
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": response})


def add_phone(client: Client, name: str = "Min telefon") -> Phone:
    phone = Phone()
    question = client.post("/konto/telefoner/begynd/").json()
    client.post("/konto/telefoner/", {"name": name, "answer": phone.create(question)})
    return phone


def come_in(client: Client, phone: Phone, **more: str) -> Any:
    question = client.post("/log-ind/telefon/begynd/").json()
    return client.post("/log-ind/telefon/", {"answer": phone.get(question), **more})
