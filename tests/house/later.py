"""Doors of a job that has begun, or is over, where they answer otherwise than those of `doors.py`. Cells as there."""

BEGUN = {
    "keepsakes:certificate": (
        "302 404 200 404 404 404 404 404 404 404 404 404 404 404",
        "302 404 302 404 404 404 404 404 404 404 404 404 404 404",
    ),
    "keepsakes:certificate_pdf": (
        "302 404 200 404 404 404 404 404 404 404 404 404 404 404",
        "302 405 405 405 404 404 404 404 404 404 404 404 404 404",
    ),
    "keepsakes:read_first": (
        "302 405 405 405 405 405 405 405 405 405 405 405 405 405",
        "302 404 404 404 302 404 302 404 403 404 404 404 404 404",
    ),
    "keepsakes:recommendation": (
        "302 404 404 404 200 404 200 404 200 404 404 404 404 404",
        "302 404 404 404 403 404 403 404 200 404 404 404 404 404",
    ),
    "keepsakes:revoke": (
        "302 405 405 405 404 404 404 404 404 404 404 404 404 404",
        "302 404 302 404 404 404 404 404 404 404 404 404 404 404",
    ),
    "following:can_now": (
        "302 404 404 404 404 404 404 404 200 404 404 404 404 404",
        "302 404 404 404 404 404 404 404 200 404 404 404 404 404",
    ),
    "placements:cancel": (
        "302 404 302 404 302 404 302 404 302 404 404 404 404 404",
        "302 404 200 404 200 404 200 404 200 404 404 404 404 404",
    ),
    "placements:end": (
        "302 404 200 404 200 404 200 404 200 404 404 404 404 404",
        "302 404 200 404 200 404 200 404 200 404 404 404 404 404",
    ),
    "placements:pause": (
        "302 404 200 404 200 404 200 404 200 404 404 404 404 404",
        "302 404 200 404 200 404 200 404 200 404 404 404 404 404",
    ),
    "placements:terms_pdf": (
        "302 404 404 404 404 404 404 404 404 404 404 404 404 404",
        "302 405 405 405 405 405 405 405 405 405 405 405 405 405",
    ),
}
OVER = {
    "families:job": (
        "302 404 404 404 404 404 404 404 404 404 404 404 404 404",
        "302 404 404 404 404 404 404 404 404 404 404 405 405 405",
    ),
    "families:stop": (
        "302 404 404 404 404 404 404 404 404 404 404 404 404 404",
        "302 404 404 404 404 404 404 404 404 404 404 404 404 404",
    ),
    "families:terms_pdf": (
        "302 404 404 404 404 404 404 404 404 404 404 404 404 404",
        "302 404 404 404 404 404 404 404 404 404 404 405 405 405",
    ),
    "talking:at_job": (
        "302 404 404 404 404 404 404 404 404 404 404 404 404 404",
        "302 404 404 404 404 404 404 404 404 404 404 404 404 404",
    ),
}
READ_WHEN_BEGUN = {
    "get following:can_now by elin": "placement",
    "get keepsakes:recommendation by elin": "placement",
}
"""As in `reads.py`."""
REPLACED = {
    "get steps:decide": 403,
    "post steps:decide": 403,
    "post youth:take_invitation_back": 404,
    "post youth:allow_next": 403,
    "get youth:pause": 403,
    "post youth:pause": 403,
    "get youth:resume": 403,
    "post youth:resume": 403,
    "get youth:step": 403,
    "post youth:step": 403,
    "post youth:hand_over": 403,
    "get youth:stand_in": 403,
    "post youth:stand_in": 403,
    "post youth:stand_in_end": 403,
}
"""What waits for Bo himself: how a door answers whoever stands in for him, where it answers him otherwise."""
