from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("jobplaneten.home.urls")),
    path("", include("jobplaneten.rights.urls")),
    path("", include("jobplaneten.keeping.urls")),
    path("", include("jobplaneten.accounts.urls")),
    path("", include("jobplaneten.schools.urls")),
    path("", include("youth.urls")),
    path("", include("employers.urls")),
    path("", include("jobplaneten.placements.urls")),
    path("", include("jobplaneten.following.urls")),
    path("", include("jobplaneten.steps.urls")),
    path("", include("jobplaneten.shifts.urls")),
    path("", include("jobplaneten.keepsakes.urls")),
    path("", include("matching.urls")),
    path("", include("jobplaneten.searching.urls")),
    path("", include("jobplaneten.families.urls")),
    path("", include("jobplaneten.talking.urls")),
    path("", include("jobplaneten.messaging.urls")),
    path("api/v1/", include("jobplaneten.api")),
]

if not settings.IS_PRODUCTION:
    urlpatterns.append(path("", include("jobplaneten.demo.urls")))
