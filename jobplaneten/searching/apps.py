from django.apps import AppConfig


class SearchingRoom(AppConfig):
    name = "jobplaneten.searching"
