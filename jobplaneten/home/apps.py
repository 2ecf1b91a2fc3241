from django.apps import AppConfig


class HomeRoom(AppConfig):
    name = "jobplaneten.home"
