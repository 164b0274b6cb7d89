# SPDX-License-Identifier: MIT
"""Links between our own documents, and files they name in code marks, exist."""

import os
import re

from source_text import Violation, files, line_of, read

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s#]+)(?:#[^)]*)?\)")
_PATH = re.compile(r"`((?:server|shared|app|resources|installer|tests)/[\w./-]+)`")


def check(root):
    found = []
    for path in files(root, ["README.md", "resources/docs"], (".md",)):
        text = re.sub(r"```.*?```", lambda m: re.sub(r"[^\n]", " ", m.group(0)), read(root, path), flags=re.DOTALL)
        for match in _LINK.finditer(text):
            target = match.group(1)
            if "://" in target or target.startswith("mailto:"):
                continue
            if not os.path.exists(os.path.join(root, os.path.dirname(path), target)):
                found.append(Violation(path, line_of(text, match.start()), f"{target} does not exist"))
        for match in _PATH.finditer(text):
            if not os.path.exists(os.path.join(root, match.group(1).rstrip("/"))):
                found.append(Violation(path, line_of(text, match.start()), f"{match.group(1)} does not exist"))
    return found


BAD = [
    {"README.md": "See [the manual](resources/docs/manual.md).\n"},
    {"README.md": "The rules are in `server/desk/rules.h`.\n"},
    {"resources/docs/a.md": "See [b](b.md)\n"},
]
GOOD = [
    {"README.md": "[a](resources/docs/a.md#top) [x](https://parley.example/)\n", "resources/docs/a.md": "[home](../../README.md)\n"},
    {"README.md": "```\n[no](nothing.md)\n```\n"},
]
