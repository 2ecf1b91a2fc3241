from django.urls import path

from jobplaneten.talking import views

app_name = "talking"
urlpatterns = [
    path("samtaler/", views.rooms, name="rooms"),
    path("samtaler/kort/<int:pk>/", views.at_card, name="at_card"),
    path("samtaler/job/<int:pk>/", views.at_job, name="at_job"),
    path("samtaler/venter/", views.held, name="held"),
    path("samtaler/besked/<int:pk>/<slug:move>/", views.settle, name="settle"),
    path("samtaler/besked/<int:pk>/", views.report, name="report"),
    path("samtaler/forkert/", views.reports, name="reports"),
    path("samtaler/forkert/<int:pk>/", views.handled, name="handled"),
]
