import os
import subprocess
import sys


def test_no_web_request_loads_scikit_learn() -> None:
    """All pages and the API, as a web process has them; importing scikit-learn costs seconds and 80 MB."""
    code = (
        "import django, sys; django.setup(); import jobplaneten.urls, django.urls;"
        "django.urls.get_resolver().url_patterns;"
        "heavy = sorted({'sklearn', 'scipy', 'celery'} & set(sys.modules)); sys.exit(', '.join(heavy) or 0)"
    )
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "jobplaneten.settings"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
