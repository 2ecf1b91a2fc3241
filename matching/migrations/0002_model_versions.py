from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matching', '0001_matching_begin'),
    ]

    operations = [
        migrations.CreateModel(
            name='ModelVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(max_length=40, unique=True)),
                ('status', models.CharField(choices=[('offered', 'Ny'), ('running', 'I brug'), ('retired', 'Lagt væk')], max_length=10)),
                ('weights', models.TextField()),
                ('sha256', models.CharField(max_length=64)),
                ('figures', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField()),
                ('began_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'running')), fields=('status',), name='one_model_in_use'), models.UniqueConstraint(condition=models.Q(('status', 'offered')), fields=('status',), name='one_new_model')],
            },
        ),
    ]
