"""One file, read from the environment. What is missing in production stops the start.

JOBPLANETEN_MODE is `demo` (a made-up town on this machine), `test` or `production`.
"""

import os
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from jobplaneten.api_settings import SPECTACULAR_SETTINGS as SPECTACULAR_SETTINGS
from jobplaneten.unsafe import refuse_unsafe

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
MODE = env("JOBPLANETEN_MODE", default="production")
if MODE not in {"demo", "test", "production"}:
    raise ImproperlyConfigured("JOBPLANETEN_MODE must be demo, test or production.")
IS_PRODUCTION = MODE == "production"
IS_DEMO = MODE == "demo"

VAR_DIR = Path(env("JOBPLANETEN_VAR", default=str(BASE_DIR / "var")))
if not IS_PRODUCTION:
    VAR_DIR.mkdir(parents=True, exist_ok=True)


def required(name: str, otherwise: str) -> str:
    """From the environment; only outside production may the embedded default stand in."""
    if IS_PRODUCTION and not os.environ.get(name):
        raise ImproperlyConfigured(f"{name} must be set in production.")
    return str(env(name, default=otherwise))


SECRET_KEY = required("SECRET_KEY", "only-for-the-demo-town-and-the-tests")
DEBUG = env.bool("DEBUG", default=False)

SITE_URL = required("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = required("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if IS_PRODUCTION else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "jobplaneten.static_files.StaticFilesWithoutRedoc",
    "django_htmx",
    "django_filters",
    "rest_framework",
    "knox",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "jobplaneten.trail",
    "jobplaneten.messaging",
    "jobplaneten.accounts",
    "jobplaneten.schools",
    "youth",
    "employers",
    "jobplaneten.placements",
    "jobplaneten.shifts",
    "jobplaneten.following",
    "jobplaneten.steps",
    "jobplaneten.keepsakes",
    "matching",
    "jobplaneten.searching",
    "jobplaneten.families",
    "jobplaneten.talking",
    "jobplaneten.home",
    "jobplaneten.keeping",
    "jobplaneten.rights",
    "jobplaneten.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "jobplaneten.accounts.entering.keep_the_door",
    "jobplaneten.families.middleware.speak_their_language",
    "jobplaneten.home.middleware.never_cache_signed_in_pages",
    "jobplaneten.accounts.entering.AskWhoItIs",
    "jobplaneten.accounts.entering.ask_for_the_terms",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jobplaneten.home.middleware.tell_refused_moves",
]

ROOT_URLCONF = "jobplaneten.urls"
WSGI_APPLICATION = "jobplaneten.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jobplaneten.home.context.navigation",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.insert(0, "django.forms")

# ── the ledger ──────────────────────────────────────────────────────────────
DATABASES = {"default": env.db_url_config(required("DATABASE_URL", f"sqlite:///{VAR_DIR}/jobplaneten.sqlite3"))}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
            " PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-20000;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    if MODE == "test":
        # Between tests every table is emptied, the trail too.
        DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c jobplaneten.may_empty=yes"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── the bell ────────────────────────────────────────────────────────────────
REDIS_URL = required("REDIS_URL", "")
if REDIS_URL:
    CACHES = {"default": {"BACKEND": "jobplaneten.cache.RedisOrMemory", "LOCATION": REDIS_URL}}
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# How often the worker looks whether there is something to do; a town that is only shown must not wait.
WORKER_TICK_SECONDS = env.int("WORKER_TICK_SECONDS", default=60 if IS_PRODUCTION else 2)
# A night of at least twice as many youths is divided, so that several workers shorten it.
YOUTHS_OF_A_PART = env.int("YOUTHS_OF_A_PART", default=2500)
# How many of them a night writes in one transaction.
YOUTHS_AT_ONCE = env.int("YOUTHS_AT_ONCE", default=500)

# ── people ──────────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["jobplaneten.accounts.backends.LoginBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if IS_DEMO:
    PASSWORD_HASHERS = ["jobplaneten.demo.hashers.QuickArgon2PasswordHasher"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "accounts:log_in"
LOGIN_REDIRECT_URL = "home:front"
LOGOUT_REDIRECT_URL = "home:front"
# The municipality's log-in, if there is one; `second_factor` are the values of acr or amr that count as one there.
OIDC = {name: env(f"OIDC_{name.upper()}", default="") for name in ("issuer", "client_id", "client_secret", "name")}
OIDC_SECOND_FACTOR = env.list("OIDC_SECOND_FACTOR", default=[])
# What seals the secrets of authenticator apps: the first key seals, all of them open (docs/operations.md).
SEALING_KEYS = required("SEALING_KEYS", urlsafe_b64encode(sha256(SECRET_KEY.encode()).digest()).decode()).split(",")
# Where passkeys hold: this domain and those under it. Chosen once: under another name they open no more.
PASSKEY_DOMAIN = env("PASSKEY_DOMAIN", default=(urlsplit(SITE_URL).hostname or "") if IS_PRODUCTION else "localhost")
# Proxies of our own before the web server; the visitor's address is read past them.
OWN_PROXIES = env.int("OWN_PROXIES", default=0)

# ── words and days ──────────────────────────────────────────────────────────
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk")]
# Guardians read in their own language (jobplaneten/families/languages.py); those here a person has read through.
REVIEWED_LANGUAGES = env.list("REVIEWED_LANGUAGES", default=[])
LOCALE_PATHS = [BASE_DIR / "jobplaneten" / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True
# A key in an address or an id must not become "1.270"; who wants the dots asks for them.
USE_THOUSAND_SEPARATOR = False

# ── static files ────────────────────────────────────────────────────────────
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "jobplaneten" / "static"]
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("jpg", "jpeg", "png", "gif", "webp", "zip", "gz", "br", "woff", "woff2", "map")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if MODE == "test" or DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# ── doors ───────────────────────────────────────────────────────────────────
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_SAMESITE = "Lax"
if IS_PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# ── mail ────────────────────────────────────────────────────────────────────
EMAIL_CONFIG = env.email_url_config(required("EMAIL_URL", f"filemail:///{VAR_DIR}/mail"))
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = required("MAIL_FROM", "Jobplaneten <hej@jobplaneten.invalid>")
SMS_FOLDER = env("SMS_FOLDER", default=str(VAR_DIR / "sms"))
# Where the municipality takes word of worry for a child; ours is Køge's own page about it.
WORRY_PAGE = env(
    "WORRY_PAGE",
    default="https://www.koege.dk/borger/hjaelp-og-stoette/stoette-til-boern-unge-og-familier/underretningsguide",
)
CONTACT_EMAIL = env("CONTACT_EMAIL", default="")
EMAIL_TIMEOUT = 10

# ── the API ─────────────────────────────────────────────────────────────────
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "knox.auth.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "jobplaneten.accounts.api_schema.RoomSchema",
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "anon": "30/min",
        "user": "300/min",
        "write": "60/min",
        "words": "30/min",
        "law": "20/min",
    },
    "NUM_PROXIES": OWN_PROXIES,
    "EXCEPTION_HANDLER": "jobplaneten.api.answer_refusals",
}
REST_KNOX = {"TOKEN_TTL": timedelta(days=90)}

# ── logs: ids only, never names ─────────────────────────────────────────────
LINE = "{asctime} {levelname} {name} {message}"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "jobplaneten.logs.WithoutWords", "format": LINE, "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="WARNING")},
}

if IS_PRODUCTION:
    refuse_unsafe(globals())
