# One image for the web server, the workers and the clock. Debian, because scikit-learn has no wheel for Alpine.
FROM python:3.13-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

COPY manage.py ./
COPY jobplaneten jobplaneten
COPY youth youth
COPY employers employers
COPY matching matching
COPY worker worker
COPY templates templates

# Hashed and compressed once, here; the demo mode asks for no secrets.
RUN JOBPLANETEN_MODE=demo python manage.py collectstatic --no-input \
    && mkdir -p var/models \
    && useradd --system --no-create-home jobplaneten \
    && chown -R jobplaneten var

USER jobplaneten
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--access-logfile", "-", "jobplaneten.wsgi"]
