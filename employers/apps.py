from django.apps import AppConfig


class EmployersRoom(AppConfig):
    name = "employers"
