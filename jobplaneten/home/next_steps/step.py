from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the `_next_step` part shows. Without a link there is nothing to do but wait."""

    title: str
    text: str = ""
    url: str = ""
    label: str = ""
    icon: str = ""


def in_order(*steps: NextStep | None) -> list[NextStep]:
    """What there is to do, the first need first."""
    return [step for step in steps if step]
