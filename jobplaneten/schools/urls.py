from django.urls import path

from jobplaneten.schools.views import calendar

app_name = "schools"
urlpatterns = [
    path("skoler/", calendar.calendar, name="calendar"),
    path("skoler/ny/", calendar.school_new, name="school_new"),
    path("skoler/<int:pk>/", calendar.school, name="school"),
    path("skoler/<int:pk>/ret/", calendar.school_edit, name="school_edit"),
    path("skoler/fridage/ny/", calendar.days_new, name="days_new"),
    path("skoler/fridage/<int:pk>/fjern/", calendar.days_remove, name="days_remove"),
    path("skoler/fridage/indlaes/", calendar.days_import, name="days_import"),
    path("skoler/fridage/indlaes/gem/", calendar.days_confirm, name="days_confirm"),
]
