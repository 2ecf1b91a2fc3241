from django.apps import AppConfig


class FollowingRoom(AppConfig):
    name = "jobplaneten.following"
