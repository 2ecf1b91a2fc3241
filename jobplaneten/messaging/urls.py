from django.urls import path

from jobplaneten.messaging import views

app_name = "messaging"
urlpatterns = [
    path("beskeder/", views.box, name="box"),
    path("beskeder/laest/", views.all_read, name="all_read"),
    path("beskeder/<int:pk>/", views.open_notice, name="open_notice"),
    path("beskeder/opgivet/", views.given_up, name="given_up"),
    path("beskeder/opgivet/<int:pk>/", views.try_again, name="try_again"),
]
