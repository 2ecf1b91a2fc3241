from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the `_next_step` part shows. Without a link there is nothing to do but wait."""

    title: str
    text: str = ""
    url: str = ""
    label: str = ""
    icon: str = ""
