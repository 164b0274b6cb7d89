# SPDX-License-Identifier: MIT
"""Each layer is a target of its own name that builds every source in its folder, and each test folder is built."""

import os
import re

from source_text import Violation, files, read


def _cmake(root, path):
    return re.sub(r"#[^\n]*", "", read(root, path)) if os.path.exists(os.path.join(root, path)) else ""


def check(root):
    found = []
    server = _cmake(root, "server/CMakeLists.txt")
    sources = files(root, ["server", "shared"], (".cpp",))
    for layer in sorted({path.split("/")[1] for path in sources if path.startswith("server/") and path.count("/") > 1}):
        listing = f"server/{layer}/CMakeLists.txt"
        text = _cmake(root, listing)
        if not re.search(rf"parley_add_layer\s*\(\s*{layer}\b", text):
            found.append(Violation(listing, 1, f"there is no parley_add_layer({layer} ...)"))
        if not re.search(rf"[\s(]{layer}[\s)]", server):
            found.append(Violation("server/CMakeLists.txt", 1, f"{layer} is not among the layers"))
    for path in sources:
        if not _is_listed(root, path):
            found.append(Violation(path, 1, "no CMakeLists.txt above it builds this file"))
    return found + _check_tests(root)


def _is_listed(root, path):
    parts = path.split("/")
    for depth in range(len(parts) - 1, 0, -1):
        folder, name = "/".join(parts[:depth]), "/".join(parts[depth:])
        if re.search(rf"[\s(/]{re.escape(name)}[\s)]", _cmake(root, f"{folder}/CMakeLists.txt")):
            return True
    return False


def _check_tests(root):
    found = []
    for path in files(root, ["tests"], ("_test.cpp",)):
        if not _is_listed(root, path):
            found.append(Violation(path, 1, "no CMakeLists.txt above it builds this test"))
    return found


_OK = {
    "server/CMakeLists.txt": "foreach(layer store desk)\n",
    "server/desk/CMakeLists.txt": "parley_add_layer(desk SOURCES a.cpp sub/b.cpp LINK parley_store)\n",
    "server/desk/a.cpp": "",
    "server/desk/sub/b.cpp": "",
}
BAD = [
    {**_OK, "server/desk/CMakeLists.txt": "add_library(desk a.cpp sub/b.cpp)\n"},
    {**_OK, "server/CMakeLists.txt": "foreach(layer store)\n"},
    {**_OK, "server/desk/c.cpp": ""},
    {**_OK, "tests/server/desk/x_test.cpp": ""},
]
GOOD = [_OK, {**_OK, "tests/server/desk/x_test.cpp": "", "tests/server/desk/CMakeLists.txt": "parley_add_tests(server.desk FILES x_test.cpp)\n"}]
