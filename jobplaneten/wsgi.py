import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobplaneten.settings")
application = get_wsgi_application()

from jobplaneten.accounts.guard import refuse_unsafe_start  # noqa: E402 - the apps are ready only now

refuse_unsafe_start()

# What stays as long as the process is never garbage, and looking through it holds up an answer for 0.1 s.
import_module("jobplaneten.urls")
gc.collect()
gc.freeze()
