from django.urls import path

from jobplaneten.messaging import views

app_name = "messaging"
urlpatterns = [
    path("beskeder/", views.box, name="box"),
    path("beskeder/laest/", views.all_read, name="all_read"),
    path("beskeder/<int:pk>/", views.open_notice, name="open_notice"),
    path("beskeder/opgivet/", views.given_up, name="given_up"),
    path("beskeder/opgivet/<int:pk>/", views.try_again, name="try_again"),
    path("beskeder/stop/<str:token>/", views.stop, name="stop"),
    path("beskeder/ord/", views.words, name="words"),
    path("beskeder/ord/<str:channel>/<str:language>/", views.edit_words, name="edit_words"),
    path("konto/besked/", views.wish, name="wish"),
]
