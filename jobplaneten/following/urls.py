from django.urls import path

from jobplaneten.following.views import frame, job, near_misses, own, pages, staff, workplace

app_name = "following"
urlpatterns = [
    path("opfoelgning/", staff.follow_ups, name="list"),
    path("opfoelgning/<int:pk>/", pages.follow_up, name="follow_up"),
    path("opfoelgning/<int:pk>/linje/", pages.line, name="line"),
    path("opfoelgning/<int:pk>/vis/", staff.show, name="show"),
    path("opfoelgning/hvornaar/", frame.points, name="points"),
    path("opfoelgning/hvornaar/<int:pk>/", frame.point, name="point"),
    path("hvordan-gaar-det/", own.mine, name="mine"),
    path("unge/<int:pk>/dagbog/", staff.journal, name="journal"),
    path("job/<int:pk>/hvordan/", job.of_job, name="job"),
    path("job/<int:pk>/kan-nu/", workplace.can_now, name="can_now"),
    path("vurdering/<int:pk>/vis/", workplace.show, name="show_assessment"),
    path("job/<int:pk>/lige-ved/", near_misses.near_miss, name="near_miss"),
    path("lige-ved/<int:pk>/", near_misses.answered, name="near_miss_answered"),
]
