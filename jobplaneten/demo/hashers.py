from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2PasswordHasher(Argon2PasswordHasher):
    """Cheap on purpose: the demo town has some eighty people and one password, which is printed."""

    time_cost = 1
    memory_cost = 1024
    parallelism = 1
