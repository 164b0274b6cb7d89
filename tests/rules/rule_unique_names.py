# SPDX-License-Identifier: MIT
"""The console is one namespace in many libraries: two classes of one name would be one to the linker, silently."""

import re

from source_text import Violation, cpp_files, line_of

DECLARED = re.compile(r"^(?:class|struct|enum class)\s+(\w+)(?:\s+final)?\s*(?::[^;{]*)?\{", re.MULTILINE)


def check(root):
    found = []
    seen = {}
    for path, source in cpp_files(root, ["app"]):
        if not path.endswith(".h"):
            continue
        for match in DECLARED.finditer(source.code):
            name = match.group(1)
            if name in seen and seen[name] != path:
                found.append(Violation(path, line_of(source.code, match.start()), f"{name} is declared in {seen[name]} too"))
            seen.setdefault(name, path)
    return found


BAD = [{"app/a/x.h": "class List : public QObject {\n};\n", "app/b/y.h": "class List {\n};\n"}]
GOOD = [{"app/a/x.h": "class List {\n};\n", "app/b/y.h": "class List;\nclass Other {\n    struct List {\n    };\n};\n"}]
