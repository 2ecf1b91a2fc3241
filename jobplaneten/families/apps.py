from django.apps import AppConfig


class FamiliesRoom(AppConfig):
    name = "jobplaneten.families"
