# SPDX-License-Identifier: MIT
"""A documented public function that returns a Result says which errors it gives, in a @errors tag."""

import re

from source_text import Violation, files, read

_DECLARATION = re.compile(
    r"^\s*(?:\[\[nodiscard\]\]\s*)?(?:(?:virtual|static|inline|friend|explicit|constexpr)\s+)*"
    r"(?:(?:boost::)?(?:asio::)?awaitable<\s*)?(?:parley::)?Result<.*?>+\s+(\w+)\s*\("
)
_ACCESS = re.compile(r"^\s*(public|protected|private)(?:\s+Q_SLOTS)?\s*:")


def comment_above(lines, index):
    """The /// lines directly above a declaration, past attributes and template heads."""
    index -= 1
    while index >= 0 and re.match(r"^\s*(?:template\s*<.*>|requires\b.*|\[\[.*\]\])\s*$", lines[index]):
        index -= 1
    block = []
    while index >= 0 and lines[index].lstrip().startswith("///"):
        block.append(lines[index])
        index -= 1
    return "\n".join(reversed(block))


def check(root):
    found = []
    for path in files(root, ["server", "shared"], (".h",)):
        lines = read(root, path).split("\n")
        access = "public"
        for index, line in enumerate(lines):
            if marker := _ACCESS.match(line):
                access = marker.group(1)
            elif re.match(r"^\s*(?:class|struct|namespace)\b|^}", line):
                access = "public"
            declaration = _DECLARATION.match(line)
            if not declaration or access == "private":
                continue
            if re.search(r"\(\s*(?:\w+::)*(?:awaitable<\s*)?(?:\w+::)*Result<", line):
                continue  # passes on the failures of the Result it is given
            comment = comment_above(lines, index)
            if comment and "@errors" not in comment and not re.search(r"/// (?:As above|The same)\b", comment):
                found.append(Violation(path, index + 1, f"{declaration.group(1)}: its comment has no @errors"))
    return found


BAD = [
    {"server/desk/a.h": "/// Appends a message.\nResult<MessageId> append(Transaction& tx);\n"},
    {"shared/core/a.h": "/// Reads it.\n[[nodiscard]] static Result<std::vector<int>> read();\n"},
    {"server/edge/a.h": "class A {\npublic:\n    /// Runs.\n    virtual asio::awaitable<Result<Step>> run() = 0;\n};\n"},
    {"server/desk/a.h": "/// Runs.\ntemplate <class T>\nResult<T> run();\n"},
]
GOOD = [
    {"server/desk/a.h": "/// Appends. @errors Conflict closed\nResult<MessageId> append(Transaction& tx);\n"},
    {"server/desk/a.h": "Result<MessageId> append(Transaction& tx);\n"},
    {"server/desk/a.h": "class A {\nprivate:\n    /// Inner step.\n    Result<int> step();\n};\n"},
    {"server/desk/a.h": "/// Adds where.\ninline Result<bool> wonOf(Result<int> changed);\n"},
    {"server/desk/a.h": "/// What came of it.\nResult<int> m_result = 1;\n"},
]
