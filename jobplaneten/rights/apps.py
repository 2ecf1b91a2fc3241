from django.apps import AppConfig


class RightsRoom(AppConfig):
    name = "jobplaneten.rights"
