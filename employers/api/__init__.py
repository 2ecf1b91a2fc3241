from employers.api.employers import Employers
from employers.api.jobs import Job, JobInFull, PostTitle
from employers.api.posts import Posts

__all__ = ["Employers", "Job", "JobInFull", "PostTitle", "Posts"]
