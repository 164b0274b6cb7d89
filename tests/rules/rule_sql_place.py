# SPDX-License-Identifier: MIT
"""No SQL, and no database client's header, outside server/store."""

import re

from source_text import Violation, cpp_files

_STATEMENT = re.compile(
    r"""^\s*(?:
        SELECT\s
      | select\s+(?:\*|count\(|[\w.]+(?:\s*,\s*[\w.]+)*)\s+from\s+\w
      | WITH\s+\w+\s*(?:\([^)]*\)\s*)?AS\s*\(
      | (?i:insert\s+(?:or\s+\w+\s+)?into\s+\w+\s*(?:\(|values|select|default))
      | (?i:update\s+\w+\s+set\s+\w+\s*=)
      | (?i:delete\s+from\s+\w+\s*(?:where|;|$))
      | (?i:(?:create|alter|drop)\s+(?:unique\s+)?(?:table|index|view|trigger|policy|role)\s+(?:if\s|\w+\s*[(.]|\w+\s+(?:on|add|for|as)\b))
      | PRAGMA\s+\w | SAVEPOINT\s | RELEASE\s | SET\s+(?:LOCAL|ROLE|SESSION)\s | VACUUM\b
      | BEGIN(?:\s+(?:IMMEDIATE|DEFERRED|EXCLUSIVE|TRANSACTION))?;?\s*$ | COMMIT;?\s*$ | ROLLBACK(?:\s+TO\s+\w+)?;?\s*$
    )""",
    re.VERBOSE,
)
_CLIENTS = re.compile(r"^(?:QSql\w*|QtSql/.*|pqxx/.*|libpq-fe\.h|sqlite3\.h)$")


def looks_like_sql(text):
    return _STATEMENT.match(text) is not None


def check(root):
    found = []
    for path, source in cpp_files(root, ["server", "shared"]):
        if path.startswith("server/store/"):
            continue
        for literal in source.literals:
            if looks_like_sql(literal.text):
                head = " ".join(literal.text.split())[:40]
                found.append(Violation(path, source.line_of(literal.position), f'SQL outside server/store: "{head}"'))
        for line, _, target in source.includes():
            if _CLIENTS.match(target):
                found.append(Violation(path, line, f"<{target}> belongs to server/store alone"))
    return found


BAD = [
    {"server/desk/a.cpp": 'auto q = "SELECT id FROM ticket";\n'},
    {"server/desk/a.cpp": 'auto q = "INSERT INTO "\n    "ticket (id) VALUES ($1)";\n'},
    {"server/api/a.cpp": 'auto q = R"sql(\n  UPDATE ticket SET status = $1\n)sql";\n'},
    {"server/jobs/a.cpp": 'run("delete from job where id = $1");\n'},
    {"server/daemon/a.cpp": 'run("PRAGMA journal_mode=WAL");\n'},
    {"server/identity/a.cpp": "#include <QSqlQuery>\n"},
    {"server/knowledge/a.cpp": "#include <pqxx/pqxx>\n"},
]
GOOD = [
    {"server/store/a.cpp": 'auto q = "SELECT id FROM ticket";\n#include <QSqlQuery>\n'},
    {"server/api/a.cpp": '// SELECT id FROM ticket\nauto t = "Select a document from the list";\n'},
    {"server/nlp/a.cpp": 'auto words = {"update", "delete from", "with", "begin"};\nchar c = \'"\'; auto n = 1\'000;\n'},
    {"server/desk/a.cpp": 'auto t = "Update the card set as default";\n'},
]
