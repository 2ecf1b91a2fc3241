from employers.api.employers import Employers
from employers.api.jobs import Job, JobInFull, PostTitle
from employers.api.posts import Posts
from employers.api.wages import Agreements

__all__ = ["Agreements", "Employers", "Job", "JobInFull", "PostTitle", "Posts"]
