"""Lock writer: all packages of requirements.txt and requirements-dev.txt, with hashes.

python -m tools.lock            versions that are locked already stay where they fit
python -m tools.lock --upgrade  what requirements.txt does not pin gets its newest version
"""

import subprocess
import sys

from tools.install import LAST_PYTHON, PLATFORMS
from tools.requirements import ROOT


def main() -> None:
    """Write both, and make sure that the platforms of ``tools/install.py`` have wheels of everything."""
    for name, last in LAST_PYTHON.items():
        shared = ["--constraints", "requirements.lock"] if name != "requirements" else []
        everywhere = ["--universal", "--python-version", "3.11", "--generate-hashes"]
        compile_(name, *everywhere, *shared, *sys.argv[1:], "--output-file", f"{name}.lock")
        for target, known in PLATFORMS.items():
            for minor in range(known.first_python, last + 1):
                wheels = ["--python-platform", target, "--python-version", f"3.{minor}", "--only-binary", ":all:"]
                compile_(name, *wheels, "--constraints", f"{name}.lock")
        print(f"{name}.lock is written; {', '.join(PLATFORMS)} have wheels of everything.")


def compile_(name: str, *options: str) -> None:
    """Resolve a file of requirements; end with uv's sentence where there is no solution."""
    fixed = ["--quiet", "--no-config", "--custom-compile-command", "make lock", f"{name}.txt"]
    command = [sys.executable, "-m", "uv", "pip", "compile", *fixed, *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(options)}:\n{done.stderr}")


if __name__ == "__main__":
    main()
