from django.urls import path

from jobplaneten.shifts.views import calendars, hours, moves, pages

app_name = "shifts"
urlpatterns = [
    path("vagter/", pages.shifts, name="shifts"),
    path("vagter/sw.js", calendars.worker_script, name="worker_script"),
    path("vagter/timer/", hours.month, name="month"),
    path("vagter/timer/fil/", hours.as_file, name="month_file"),
    path("vagter/kalender/", calendars.calendar, name="calendar"),
    path("vagter/<int:pk>/", pages.shift, name="shift"),
    path("vagter/<int:pk>/tryk/", moves.tap, name="tap"),
    path("vagter/<int:pk>/flyt/", moves.move, name="move"),
    path("vagter/<int:pk>/aflys/", moves.call_off, name="call_off"),
    path("vagter/<int:pk>/kom-ikke/", moves.missed, name="missed"),
    path("vagter/<int:pk>/timer/", moves.hours, name="hours"),
    path("job/<int:pk>/vagter/", pages.of_job, name="of_job"),
    path("job/<int:pk>/vagter/ny/", moves.add, name="add"),
    path("kalender/<str:token>/vagter.ics", calendars.feed, name="feed"),
]
