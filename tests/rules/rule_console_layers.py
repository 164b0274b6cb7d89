# SPDX-License-Identifier: MIT
"""A folder of the console includes only what stands to its right: main > shell > pages > conversation > workspace > session, widgets > net, style."""

from source_text import Violation, cpp_files

RANK = {"main": 6, "shell": 5, "conversation": 3.5, "workspace": 3, "session": 2, "widgets": 2, "net": 1, "style": 1}
PAGE = 4


def folder_of(path):
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else "main"


def may_use(user, used):
    if user == used:
        return True
    if {user, used} == {"session", "widgets"} or {user, used} == {"net", "style"}:
        return False
    # Pages do not know each other: the way leads through Navigator.
    return RANK.get(user, PAGE) > RANK.get(used, PAGE)


def check(root):
    found = []
    for path, source in cpp_files(root, ["app"]):
        user = folder_of(path)
        for line, _, target in source.includes():
            if target.startswith("app/") and not target.endswith("pch.h") and not may_use(user, folder_of(target)):
                found.append(Violation(path, line, f"{user} must not include {target}"))
    return found


BAD = [
    {"app/queue/a.h": '#include "app/monitor/b.h"\n'},
    {"app/workspace/a.h": '#include "app/queue/b.h"\n'},
    {"app/net/a.h": '#include "app/session/b.h"\n'},
    {"app/widgets/a.cpp": '#include "app/shell/b.h"\n'},
    {"app/net/a.cpp": '#include "app/style/colors.h"\n'},
]
GOOD = [
    {"app/queue/a.cpp": '#include "app/workspace/page.h"\n#include "app/net/json.h"\n#include "app/queue/b.h"\n'},
    {"app/shell/a.cpp": '#include "app/queue/pages.h"\n'},
    {"app/main.cpp": '#include "app/shell/console.h"\n'},
]
