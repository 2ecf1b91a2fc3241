"""Passkeys (WebAuthn): a phone or computer that shows who its owner is, which no false page can fish for.

The library checks challenge, place, signature and that the phone asked its owner; what is kept is decided here.
"""

import json
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from fido2.rpid import verify_rp_id
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from jobplaneten.accounts.models import Passkey, User
from jobplaneten.accounts.permissions import may_get_codes
from jobplaneten.messaging.actions import tell
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

VALID_FOR = timedelta(minutes=5)
MOST_PASSKEYS = 10
LONGEST_ANSWER = 20_000

Asked = dict[str, Any]
"""What the phone is asked, until it has answered. It stays with us: the phone cannot choose its own question."""


def is_ours(origin: str) -> bool:
    if settings.IS_PRODUCTION:
        return origin == settings.SITE_URL
    return verify_rp_id(settings.PASSKEY_DOMAIN, origin)


def library() -> Fido2Server:
    place = PublicKeyCredentialRpEntity(name="Jobplaneten", id=settings.PASSKEY_DOMAIN)
    return Fido2Server(place, verify_origin=is_ours)


def question_to_open(*, now: datetime) -> tuple[dict[str, Any], Asked]:
    """Names nobody: the phone says by itself whose keys it has."""
    question, asked = library().authenticate_begin(user_verification=UserVerificationRequirement.REQUIRED)
    return dict(question), {**asked, "at": now.timestamp()}


def question_to_add(user: User, *, now: datetime) -> tuple[dict[str, Any], Asked]:
    keys = list(user.passkeys.by_age())
    handle = keys[0].handle if keys else secrets.token_hex(32)
    who = PublicKeyCredentialUserEntity(name=user.login, id=bytes.fromhex(handle), display_name=user.name)
    question, asked = library().register_begin(
        who,
        [credential_of(key) for key in keys],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(question), {**asked, "at": now.timestamp(), "handle": handle}


def credential_of(key: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(websafe_decode(key.public_key))


@transaction.atomic
def add(user: User, name: str, answer: str, asked: Asked | None, *, now: datetime) -> Passkey | None:
    """The key, or nothing when the answer does not fit what was asked."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if user.passkeys.count() >= MOST_PASSKEYS:
        raise MoveRefused(_("Du har allerede mange. Fjern en, du ikke bruger, og prøv igen."))
    seen = checked(RegistrationResponse, answer, asked, lambda it: library().register_complete(asked, it), now=now)
    if seen is None or asked is None or seen[1].credential_data is None:
        return None
    credential, number = seen[1].credential_data, websafe_encode(seen[1].credential_data.credential_id)
    if Passkey.objects.filter(credential_id=number).exists():
        return None
    key = Passkey.objects.create(
        user=user,
        name=name,
        credential_id=number,
        handle=asked["handle"],
        public_key=websafe_encode(credential),
        sign_count=seen[1].counter,
        made_at=now,
    )
    record("add_passkey", user, by=user, now=now)
    body = _("Din konto kan nu åbnes med »%(name)s«. Var det ikke dig, så fjern den, og skift dit kodeord.")
    tell(user, _("Ny måde at logge ind på"), body % {"name": name}, path="/konto/telefoner/", now=now)
    return key


@transaction.atomic
def open_with(answer: str, asked: Asked | None, *, now: datetime) -> User | None:
    """Whose key it is, when everything fits. A key whose count stands still has been copied, and is closed."""
    number = number_in(answer)
    key = Passkey.objects.working().select_for_update(of=("self",)).filter(credential_id=number).first()
    if key is None or not key.user.is_active:
        return None
    known = [credential_of(key)]
    seen = checked(
        AuthenticationResponse, answer, asked, lambda it: library().authenticate_complete(asked, known, it), now=now
    )
    if seen is None or seen[0].response.user_handle not in (None, bytes.fromhex(key.handle)):
        record("wrong_passkey", key.user, by=None, now=now)
        return None
    count = seen[0].response.authenticator_data.counter
    if (count or key.sign_count) and count <= key.sign_count:
        key.stopped_at = now
        key.save(update_fields=["stopped_at"])
        record("stop_copied_passkey", key.user, by=None, now=now)
        return None
    key.sign_count, key.used_at = count, now
    key.save(update_fields=["sign_count", "used_at"])
    record("open_with_passkey", key.user, by=key.user, now=now)
    return key.user


def number_in(answer: str) -> str:
    try:
        return str(json.loads(answer[:LONGEST_ANSWER])["id"])[:1400].replace("\0", "")
    except (ValueError, KeyError, TypeError):
        return ""


def checked(
    shape: Any, answer: str, asked: Asked | None, check: Callable[[Any], Any], *, now: datetime
) -> tuple[Any, Any] | None:
    """The answer and what the library found in it. A stranger writes it, so whatever is wrong with it is a no."""
    if not asked or now.timestamp() - asked["at"] > VALID_FOR.total_seconds():
        return None
    try:
        read = shape.from_dict(json.loads(answer[:LONGEST_ANSWER]))
        if read.response.client_data.cross_origin:
            return None
        return read, check(read)
    except Exception:  # noqa: BLE001 - the library says no in many ways: ValueError, KeyError, TypeError, struct.error ...
        return None


@transaction.atomic
def remove(user: User, number: int, *, now: datetime) -> None:
    """Nobody shuts themselves out: the last one stays until there is another way in."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    keys = user.passkeys.all()
    others = keys.working().exclude(pk=number).exists()
    if not (others or user.has_usable_password() or may_get_codes(user)):
        raise MoveRefused(_("Det er din eneste vej ind. Lav først et kodeord, så kan du fjerne den."))
    if keys.filter(pk=number).delete()[0]:
        record("remove_passkey", user, by=user, now=now)


def forget_all(user: User) -> None:
    """With a lost phone, or a new start for somebody who was let in by another."""
    user.passkeys.all().delete()
