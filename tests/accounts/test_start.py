import os
import subprocess
import sys

import pytest
from cryptography.fernet import Fernet

NO_SINK = """
import os
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "jobplaneten.settings"
django.setup()
from django.core.checks import run_checks
from django.urls import Resolver404, resolve
assert run_checks() == []
try:
    resolve("/beskeder/sendt/")
except Resolver404:
    pass
else:
    raise SystemExit("the page of sent mails is there")
"""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, ""),
        ({"SITE_URL": "http://job.example"}, "PASSKEY_DOMAIN"),
        ({"PASSKEY_DOMAIN": "other.example"}, "PASSKEY_DOMAIN"),
        ({"SITE_URL": "https://10.0.0.1"}, "PASSKEY_DOMAIN"),
        ({"OIDC_ISSUER": "https://login.example"}, "OIDC_CLIENT_ID"),
        ({"SEALING_KEYS": ""}, "SEALING_KEYS"),
        ({"SEALING_KEYS": "x" * 44}, "SEALING_KEYS"),
    ],
)
def test_production_does_not_start_with_unsafe_settings(changed: dict[str, str], told: str) -> None:
    good = {"SECRET_KEY": "x" * 50, "SITE_URL": "https://job.example", "ALLOWED_HOSTS": "job.example"}
    rest = {
        "DATABASE_URL": "sqlite:///:memory:",
        "REDIS_URL": "redis://x",
        "EMAIL_URL": "dummymail:",
        "MAIL_FROM": "x@x",
    }
    rest["SEALING_KEYS"] = Fernet.generate_key().decode()
    env = {**os.environ, "JOBPLANETEN_MODE": "production", **good, **rest, **changed}
    start = [sys.executable, "-c", "import jobplaneten.settings"] if changed else [sys.executable, "-c", NO_SINK]
    ran = subprocess.run(start, env=env, check=False, capture_output=True, text=True)
    assert (ran.returncode == 0) == (told == "")
    assert told in ran.stderr
