from youth.api.wishes import Wishes
from youth.api.youths import Youths

__all__ = ["Wishes", "Youths"]
