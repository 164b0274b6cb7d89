# SPDX-License-Identifier: MIT
"""Shell scripts parse and stop at the first failure; ShellCheck has nothing to say where it is installed."""

import os
import shutil
import subprocess

from source_text import Violation, files, read


def _first_line(text):
    return next((line for line in text.splitlines() if line.strip()), "")


def check(root):
    found = []
    checker = shutil.which("shellcheck")
    for path in files(root, ["installer", "tests", "resources"], (".sh",)):
        full = os.path.join(root, path)
        text = read(root, path)
        parsed = subprocess.run(["bash", "-n", full], capture_output=True, text=True)
        if parsed.returncode != 0:
            found.append(Violation(path, 1, _first_line(parsed.stderr)))
            continue
        if text.startswith("#!") and "\nset -euo pipefail\n" not in text and "\nset -Eeuo pipefail\n" not in text:
            found.append(Violation(path, 1, "has no `set -euo pipefail`"))
        if checker:
            said = subprocess.run([checker, "-x", "-P", "SCRIPTDIR", "-f", "gcc", full], capture_output=True, text=True)
            found += [Violation(path, 1, line) for line in said.stdout.splitlines()]
    return found


_HEAD = "#!/usr/bin/env bash\n"
BAD = [
    {"installer/a.sh": _HEAD + "set -euo pipefail\nif true; then\n"},
    {"installer/a.sh": _HEAD + "echo hello\n"},
]
GOOD = [{"installer/a.sh": _HEAD + "set -euo pipefail\necho hello\n"}, {"installer/library.sh": "# shellcheck shell=bash\nf() { :; }\n"}]
