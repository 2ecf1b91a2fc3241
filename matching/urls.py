from django.urls import path

from matching.views import coordinator, employer, fairness, guardians, learning, staff, stopping, way, what_if, youth

app_name = "matching"
urlpatterns = [
    path("forslag/", youth.offers, name="offers"),
    path("forslag/<int:pk>/", youth.offer, name="offer"),
    path("forslag/<int:pk>/ja/", youth.accept, name="accept"),
    path("forslag/<int:pk>/nej/", youth.decline, name="decline"),
    path("forslag/<int:pk>/fortryd/", youth.withdraw, name="withdraw"),
    path("morgen/", staff.morning, name="morning"),
    path("morgen/<int:pk>/", staff.proposal, name="proposal"),
    path("morgen/<int:pk>/godkend/", staff.approve, name="approve"),
    path("morgen/<int:pk>/gem/", staff.hold, name="hold"),
    path("morgen/<int:pk>/nej/", staff.reject, name="reject"),
    path("morgen/<int:pk>/tilbage/", staff.take_back, name="take_back"),
    path("unge/<int:pk>/foraeldre/", guardians.guardian_word, name="guardian_word"),
    path("kandidater/", employer.candidates, name="candidates"),
    path("kandidater/<int:pk>/", employer.candidate, name="candidate"),
    path("kandidater/<int:pk>/ja/", employer.take, name="take"),
    path("kandidater/<int:pk>/nej/", employer.refuse, name="refuse"),
    path("natten/", coordinator.runs, name="runs"),
    path("natten/<int:pk>/", coordinator.run, name="run"),
    path("natten/<int:pk>/fair/", fairness.run_fair, name="run_fair"),
    path("natten/vejen/", way.funnel, name="funnel"),
    path("natten/start/", coordinator.run_start, name="run_start"),
    path("natten/stop/", stopping.match_stop, name="match_stop"),
    path("natten/stop/slut/", stopping.match_resume, name="match_resume"),
    path("natten/hvad-nu-hvis/", what_if.trials, name="trials"),
    path("natten/hvad-nu-hvis/<int:pk>/", what_if.trial, name="trial"),
    path("natten/hvad-nu-hvis/<int:pk>/brug/", what_if.trial_use, name="trial_use"),
    path("natten/som-bygget/", what_if.plain_nights, name="plain_nights"),
    path("natten/model/selv/", learning.models_ship, name="models_ship"),
    path("natten/model/vent/", learning.models_wait, name="models_wait"),
    path("natten/model/<int:pk>/brug/", learning.model_put_to_use, name="model_put_to_use"),
    path("natten/model/<int:pk>/tilbage/", learning.model_go_back, name="model_go_back"),
]
