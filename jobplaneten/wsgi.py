import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobplaneten.settings")
application = get_wsgi_application()

from jobplaneten.accounts.guard import refuse_demo_people  # noqa: E402 - the apps are ready only now

refuse_demo_people()
