from django.apps import AppConfig


class DemoRoom(AppConfig):
    name = "jobplaneten.demo"
