from django.apps import AppConfig


class TrailRoom(AppConfig):
    name = "jobplaneten.trail"
