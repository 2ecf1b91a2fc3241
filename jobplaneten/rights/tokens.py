"""The address of a job's rights card: whoever was given it may read it, nobody can guess another."""

from django.core.signing import BadSignature, Signer

SIGNER = Signer(salt="jobplaneten.rights.job")


def token_of(post_pk: int) -> str:
    return SIGNER.sign(str(post_pk))


def post_of(token: str) -> int | None:
    """The key of the post, or None for a token that we have not signed."""
    try:
        return int(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None
