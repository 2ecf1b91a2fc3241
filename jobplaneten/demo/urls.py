from django.urls import path

from jobplaneten.demo import views

app_name = "demo"
urlpatterns = [path("beskeder/sendt/", views.sent, name="sent")]
