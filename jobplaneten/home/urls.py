from django.urls import path

from jobplaneten.home.views import front, law, notices, public, seen, today

app_name = "home"
urlpatterns = [
    path("", front.front, name="front"),
    path("i-dag/", today.today, name="today"),
    path("om/", public.about, name="about"),
    path("saadan-foreslaar-vi-job/", public.how_we_match, name="how_we_match"),
    path("oplysninger/<slug:who>/", notices.privacy, name="privacy"),
    path("tilgaengelighed/", notices.accessibility, name="accessibility"),
    path("stil/", public.styleguide, name="styleguide"),
    path("sundhed/", public.health, name="health"),
    path("loven/", law.law, name="law"),
    path("loven/<slug:day>/", law.law_change, name="law_change"),
    path("hvem-har-set/", seen.who_has_seen, name="who_has_seen"),
]
