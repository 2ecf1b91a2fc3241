#!/usr/bin/env python
"""The front door for people with a terminal. Without a mode in the environment it opens the demo town."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobplaneten.settings")
    os.environ.setdefault("JOBPLANETEN_MODE", "demo")
    execute_from_command_line(sys.argv)
