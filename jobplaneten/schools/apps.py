from django.apps import AppConfig


class SchoolsRoom(AppConfig):
    name = "jobplaneten.schools"
