# SPDX-License-Identifier: MIT
"""A repository never names a tenant: its transaction is inside one. Only the platform's own tables have the column.

Which tables are the platform's is read from the migrations (`*.platform.sql`).
"""

import re

from source_text import Violation, cpp_files, files, read

_TABLE = re.compile(r"\b(?:FROM|INTO|UPDATE|JOIN)\s+(?!SET\b)\"?(\w+)", re.IGNORECASE)
_REPOSITORY = re.compile(r"^server/store/(?:.*/)?\w+_(?:repository|log|queries)\.(?:h|cpp)$")
_CREATED = re.compile(r"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?\"?(\w+)", re.IGNORECASE)


def platform_tables(root):
    names = set()
    for path in files(root, ["server/store/migrations"], (".platform.sql",)):
        names.update(name.lower() for name in _CREATED.findall(read(root, path)))
    return names


def check(root):
    found = []
    platform = platform_tables(root)
    for path, source in cpp_files(root, ["server/store"]):
        if not _REPOSITORY.match(path):
            continue
        for literal in source.literals:
            if not re.search(r"\btenant_id\b", literal.text):
                continue
            inside = sorted({name.lower() for name in _TABLE.findall(literal.text)} - platform)
            if inside:
                line = source.line_of(literal.position)
                found.append(Violation(path, line, f"tenant_id in SQL on a tenant's table: {', '.join(inside)}"))
    return found


_SCHEMA = {"server/store/migrations/sqlite/0001_first.platform.sql": "CREATE TABLE users (id TEXT);\n"}
BAD = [
    {**_SCHEMA, "server/store/ticket_repository.cpp": 'auto q = "SELECT id FROM tickets WHERE tenant_id = $1";\n'},
    {**_SCHEMA, "server/store/ticket_repository.cpp": 'auto q = "INSERT INTO messages (tenant_id) "\n "VALUES ($1)";\n'},
    {**_SCHEMA, "server/store/a_repository.h": 'auto q = "UPDATE runs SET a = 1 FROM users u WHERE u.tenant_id = $1";\n'},
    {"server/store/user_repository.cpp": 'auto q = "SELECT id FROM users WHERE tenant_id = $1";\n'},
]
GOOD = [
    {"server/store/ticket_repository.cpp": 'auto q = "SELECT id FROM tickets WHERE id = $1"; // no tenant_id\n'},
    {**_SCHEMA, "server/store/user_repository.cpp": 'auto q = "SELECT id FROM users WHERE tenant_id = $1";\n'},
    {"server/store/postgres/schema.cpp": 'auto q = "ALTER TABLE messages ADD tenant_id uuid";\n'},
]
