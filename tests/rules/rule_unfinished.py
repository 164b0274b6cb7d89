# SPDX-License-Identifier: MIT
"""Nothing is left half done under a note that says so."""

import re

from source_text import Violation, cpp_files, files, line_of, read

_MARKS = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|TBD)\b")
_COMMENT = re.compile(r"\b(?:not (?:yet )?implemented|stub(?:bed)?|dummy|placeholder(?! \$)|for now)\b", re.IGNORECASE)
_TEXT = re.compile(r"\b(?:is|are|was) not implemented\b|\bnot yet implemented\b|\blorem ipsum\b", re.IGNORECASE)
ENDINGS = (".py", ".sh", ".ts", ".mjs", ".js", ".css", ".html", ".cmake", "CMakeLists.txt", ".md", ".sql")


def check(root):
    found = []
    for path in files(root, ["README.md", "server", "shared", "app", "resources", "installer", "tests"], ENDINGS):
        if path.startswith("tests/rules/") or path.startswith("resources/demo/knowledge/"):
            continue
        text = read(root, path)
        for match in _MARKS.finditer(text):
            found.append(Violation(path, line_of(text, match.start()), f"{match.group(0)} in a finished file"))
    for path, source in cpp_files(root, ["server", "shared", "app", "tests"]):
        for match in _MARKS.finditer(source.text):
            found.append(Violation(path, source.line_of(match.start()), f"{match.group(0)} in a finished file"))
        if path.startswith("tests/"):
            continue
        for part, pattern in ((source.comments, _COMMENT), (source.literals, _TEXT)):
            for piece in part:
                if match := pattern.search(piece.text):
                    line = source.line_of(piece.position)
                    found.append(Violation(path, line, f'"{match.group(0)}" tells of unfinished work'))
    return found


BAD = [
    {"server/desk/a.cpp": "int a; // TODO count them\n"},
    {"resources/docs/a.md": "FIXME: say how\n"},
    {"server/desk/a.cpp": "/// A stub until the desk is there.\nint a;\n"},
    {"server/api/a.cpp": 'auto e = fail("This is not implemented.");\n'},
    {"tests/run.sh": "# XXX\n"},
]
GOOD = [
    {"server/desk/a.cpp": "auto todo = asio::placeholders; // each placeholder $n is bound\n"},
    {"server/edge/a.cpp": 'case 501: return "Not Implemented";\n'},
    {"tests/server/a_test.cpp": "// the stub server answers 500\n"},
]
