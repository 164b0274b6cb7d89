# SPDX-License-Identifier: MIT
"""A layer includes, and links, only what stands to its right in the order of the architecture."""

import re

from source_text import Violation, cpp_files, files, line_of, read

ORDER = [
    ["daemon"], ["api"], ["edge", "live"], ["notify"], ["channels"], ["pipeline"], ["agents"], ["tools"], ["cache"],
    ["knowledge"], ["desk"], ["nlp"], ["llm"], ["jobs"], ["identity"], ["store"], ["net"], ["security"],
    ["runtime", "telemetry"], ["shared"],
]
RANK = {name: place for place, group in enumerate(ORDER) for name in group}
ROOTS = ("server/", "shared/", "app/", "tests/")


def layer_of(path):
    """The layer a path belongs to; "main" and "app" stand outside the order."""
    parts = path.split("/")
    if parts[0] == "server":
        return parts[1] if len(parts) > 2 else "main"
    return parts[0]


def may_use(user, used):
    if user == used or used == "shared":
        return True
    if user == "main":
        return used in RANK
    if user in RANK and used in RANK:
        return RANK[user] < RANK[used]
    return False


def check(root):
    found = []
    for path, source in cpp_files(root, ["server", "shared", "app"]):
        user = layer_of(path)
        if user not in RANK and user not in ("main", "app"):
            found.append(Violation(path, 1, f"server/{user} is not a layer that the order knows"))
            continue
        for line, quoted, target in source.includes():
            if target.startswith(ROOTS):
                used = layer_of(target)
                if not may_use(user, used):
                    found.append(Violation(path, line, f"{user} must not include {target}"))
            elif quoted and not target.endswith(".moc") and not target.startswith("ui_"):
                found.append(Violation(path, line, f'"{target}" does not begin at the root of the repository'))
    return found + check_links(root)


def check_links(root):
    found = []
    for path in files(root, ["server"], ("CMakeLists.txt",)):
        text = re.sub(r"#[^\n]*", "", read(root, path))
        for call in re.finditer(r"parley_add_layer\s*\(\s*(\w+)([^)]*)\)", text):
            for used in re.finditer(r"\bparley_(\w+)", call.group(2)):
                name = used.group(1)
                if call.group(1) in RANK and name in RANK and not may_use(call.group(1), name):
                    line = line_of(text, call.start())
                    found.append(Violation(path, line, f"{call.group(1)} must not link parley_{name}"))
    return found


BAD = [
    {"server/store/a.h": '#include "server/desk/b.h"\n'},
    {"server/edge/a.cpp": '#include "server/live/b.h"\n'},
    {"server/runtime/a.cpp": '#include "server/telemetry/b.h"\n'},
    {"shared/core/a.h": '#include "server/store/b.h"\n'},
    {"app/net/a.cpp": '#include "server/edge/b.h"\n'},
    {"server/utilities/a.h": "#pragma once\n"},
    {"server/desk/a.cpp": '#include "ticket.h"\n'},
    {"server/store/CMakeLists.txt": "parley_add_layer(store SOURCES a.cpp LINK parley_jobs)\n"},
]
GOOD = [
    {"server/api/a.cpp": '#include "server/edge/b.h"\n#include "server/store/c.h"\n#include "shared/core/ids.h"\n'},
    {"server/main.cpp": '#include "server/daemon/daemon.h"\n'},
    {"server/store/sqlite/a.cpp": '#include "server/store/b.h"\n#include "a.moc"\n'},
    {"server/store/CMakeLists.txt": "parley_add_layer(store SOURCES a.cpp LINK parley_security parley_shared)\n"},
    {"server/store/a.h": '// #include "server/desk/b.h" would be wrong\n#pragma once\n'},
]
