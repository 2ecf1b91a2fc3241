from django.apps import AppConfig


class KeepsakesRoom(AppConfig):
    name = "jobplaneten.keepsakes"
