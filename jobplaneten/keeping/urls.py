from django.urls import path

from jobplaneten.keeping import views

app_name = "keeping"
urlpatterns = [
    path("mine-data/", views.mine, name="mine"),
    path("mine-data/hent/", views.page, name="page"),
    path("mine-data/hent.json", views.machine, name="machine"),
    path("mine-data/slet/", views.leaving, name="leave"),
    path("mine-data/fortryd/", views.staying, name="stay"),
    path("usaedvanlig-laesning/", views.readings, name="readings"),
    path("usaedvanlig-laesning/<int:pk>/set/", views.reading_settled, name="reading_settled"),
]
