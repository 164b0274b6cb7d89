# SPDX-License-Identifier: MIT
"""No source file has more than 500 lines: a longer one holds two things."""

from source_text import Violation, files, read

LIMIT = 500
ENDINGS = (".h", ".cpp", ".py", ".sh", ".ts", ".mjs", ".js", ".css", ".cmake", "CMakeLists.txt")


def check(root):
    found = []
    for path in files(root, ["server", "shared", "app", "resources", "installer", "tests"], ENDINGS):
        lines = read(root, path).count("\n")
        if lines > LIMIT:
            found.append(Violation(path, lines, f"{lines} lines, at most {LIMIT}"))
    return found


BAD = [{"server/desk/a.cpp": "int a;\n" * 501}]
GOOD = [{"server/desk/a.cpp": "int a;\n" * 500}, {"resources/widget/package-lock.json": "{}\n" * 900}]
