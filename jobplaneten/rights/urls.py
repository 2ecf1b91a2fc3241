from django.urls import path

from jobplaneten.rights import views

app_name = "rights"
urlpatterns = [
    path("maa-jeg/", views.may_i, name="may_i"),
    path("rettigheder/", views.cards, name="cards"),
    path("rettigheder/job/<str:token>/", views.job, name="job"),
    path("rettigheder/job/<str:token>/galt/", views.report, name="report"),
    path("rettigheder/<slug:slug>/", views.card, name="card"),
]
