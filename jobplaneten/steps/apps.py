from django.apps import AppConfig


class StepsRoom(AppConfig):
    name = "jobplaneten.steps"
