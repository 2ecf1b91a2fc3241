import secrets

CONSONANTS = "bdfghklmnprstv"
VOWELS = "aeiou"


def temporary_password() -> str:
    """Four made-up words that can be said on the phone; about 49 bits of chance."""
    return "-".join("".join(secrets.choice(letters) for letters in (CONSONANTS, VOWELS) * 2) for _word in range(4))
