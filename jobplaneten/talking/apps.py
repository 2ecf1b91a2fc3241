from django.apps import AppConfig


class TalkingRoom(AppConfig):
    name = "jobplaneten.talking"
