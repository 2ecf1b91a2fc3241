import subprocess
import sys

from matching.engine import scoring

LIGHT = ("cards", "eligibility", "features", "weights", "shelf", "explain", "allocation", "night")
PROGRAM = """
import sys
{light}
print("sklearn" in sys.modules)
"""


def test_scikit_learn_is_loaded_where_models_are_fitted_and_nowhere_else() -> None:
    program = PROGRAM.format(light="\n".join(f"import matching.engine.{name}" for name in LIGHT))
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False"]
    assert scoring.LogisticRegression.__module__.startswith("sklearn.")
