from django.apps import AppConfig


class MessagingRoom(AppConfig):
    name = "jobplaneten.messaging"
