# SPDX-License-Identifier: MIT
"""A setting that our documents name is one that the daemon has."""

import re

from source_text import Violation, files, line_of, read

TABLE = "server/daemon/settings_table.cpp"
_KNOWN = re.compile(r'"([a-z]+\.[a-z_]+)"')


def check(root):
    if not files(root, [TABLE], (".cpp",)):
        return []
    known = set(_KNOWN.findall(read(root, TABLE)))
    sections = {name.split(".")[0] for name in known}
    named = re.compile(r"`((?:" + "|".join(sorted(sections)) + r")\.[a-z_]+)(?:=[^`]*)?`")
    found = []
    for path in files(root, ["README.md", "resources/docs"], (".md",)):
        text = read(root, path)
        for match in named.finditer(text):
            name = match.group(1)
            if name not in known and name.removesuffix("_file") not in known and not _is_file(name):
                found.append(Violation(path, line_of(text, match.start()), f"there is no setting {name}"))
    return found


def _is_file(name):
    return name.endswith((".md", ".sqlite", ".h", ".cpp"))


_TABLE = {TABLE: 't.push_back(text("log.level", slot)); t.push_back(text("security.master_key", slot));\n'}
BAD = [
    {**_TABLE, "README.md": "Set `log.levels` to debug.\n"},
    {**_TABLE, "resources/docs/operations.md": "| `security.key` | none |\n"},
]
GOOD = [
    {**_TABLE, "README.md": "`log.level=debug`, `security.master_key_file`, `edge.unknown_section` and `log.h`\n"},
    {"README.md": "`log.levels`\n"},
]
