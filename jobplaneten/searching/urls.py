from django.urls import path

from jobplaneten.searching.views import staff, young

app_name = "searching"
urlpatterns = [
    path("job-naer-dig/", young.search, name="search"),
    path("job-naer-dig/gem/", young.keep, name="keep"),
    path("job-naer-dig/<int:pk>/", young.job, name="job"),
    path("job-naer-dig/<int:pk>/hjerte/", young.heart, name="heart"),
    path("job-naer-dig/<int:pk>/vil-gerne/", young.ask, name="ask"),
    path("mine-hjerter/", young.favourites, name="favourites"),
    path("mine-hjerter/soegning/<int:pk>/slet/", young.drop, name="drop"),
    path("vil-gerne/", staff.asked, name="asked"),
    path("vil-gerne/<int:pk>/svar/", staff.answer, name="answer"),
    path("unge/<int:pk>/find-job/", staff.jobs_for, name="jobs_for"),
]
