# SPDX-License-Identifier: MIT
"""Every source file names its licence in the first line (the second where the first is a #! line)."""

from source_text import Violation, files, read

ENDINGS = (".h", ".cpp", ".h.in", ".py", ".sh", ".ts", ".mjs", ".js")
MARK = "SPDX-License-Identifier: MIT"


def check(root):
    found = []
    for path in files(root, ["server", "shared", "app", "resources", "installer", "tests"], ENDINGS):
        lines = read(root, path).split("\n", 2)
        first = lines[1] if lines[0].startswith("#!") and len(lines) > 1 else lines[0]
        if MARK not in first:
            found.append(Violation(path, 1, f'the first line is not "{MARK}"'))
    return found


BAD = [
    {"server/desk/a.cpp": "#pragma once\n// SPDX-License-Identifier: MIT\n"},
    {"tests/run.sh": "#!/bin/bash\nset -e\n"},
    {"resources/widget/src/a.ts": "export {};\n"},
]
GOOD = [
    {"server/desk/a.cpp": "// SPDX-License-Identifier: MIT\n"},
    {"tests/run.sh": "#!/usr/bin/env bash\n# SPDX-License-Identifier: MIT\n"},
]
