# SPDX-License-Identifier: MIT
"""Nothing blocks an I/O thread: no sleep, file, SQL or future in what runs there.

Checked are server/edge, server/live and server/api, and coroutines anywhere in server. A call that runs elsewhere (at
start-up, on a pool) says so on its line or the one above: `// blocking: <why no I/O thread waits for it>`.
"""

import re

from source_text import Violation, brackets, cpp_files

_CALLS = re.compile(
    r"""
    \b(?:std::this_thread::)?sleep_(?:for|until)\b | \b(?:usleep|nanosleep)\s*\( | (?<![\w.>:])sleep\s*\(
  | \bstd::(?:basic_)?[io]?fstream\b | \bstd::fopen\b | (?<![\w.>])fopen\s*\(
  | \bQ(?:File|SaveFile|SqlQuery|SqlDatabase|Process)\b(?!\w)
  | \bstd::(?:shared_)?future\b | \bstd::async\b | \bget_future\s*\( | \buse_future\b
  | \b(?:transactNow|readNow)\s*\(
  | \bcurl_easy_perform\s*\( | \b(?:getaddrinfo|gethostbyname|popen)\s*\( | \bstd::system\s*\(
    """,
    re.VERBOSE,
)
_IO_FOLDERS = ("server/edge/", "server/live/", "server/api/")
_REASON = re.compile(r"//+ ?blocking: \S.{9,}")


_COROUTINE = re.compile(r"\bco_(?:await|return|yield)\b")
_SCOPE_BEFORE = re.compile(r"\b(?:namespace|class|struct|union|enum)\b[^;{}()]*$|\bextern\s+\"\w*\"\s*$")


def in_coroutine(code, partner, position):
    """Whether the function around position has a co_await, co_return or co_yield."""
    for opening in sorted(at for at, end in partner.items() if code[at] == "{" and at < position < end):
        if not _SCOPE_BEFORE.search(code[max(0, opening - 300):opening]):
            return _COROUTINE.search(code, opening, partner[opening]) is not None
    return False


def check(root):
    found = []
    for path, source in cpp_files(root, ["server"]):
        in_folder = path.startswith(_IO_FOLDERS)
        if not in_folder and not _COROUTINE.search(source.code):
            continue
        partner = brackets(source.code)
        lines = source.text.split("\n")
        for match in _CALLS.finditer(source.code):
            if not in_folder and not in_coroutine(source.code, partner, match.start()):
                continue
            line = source.line_of(match.start())
            near = lines[max(0, line - 2):line]
            if any(_REASON.search(text) for text in near):
                continue
            found.append(Violation(path, line, f"{match.group(0).strip()} blocks an I/O thread"))
    return found


BAD = [
    {"server/edge/a.cpp": "void f() { std::this_thread::sleep_for(1s); }\n"},
    {"server/api/a.cpp": "void f() { std::ifstream in(path); }\n"},
    {"server/live/a.cpp": "void f() { QFile file(path); }\n"},
    {"server/desk/a.cpp": "awaitable<void> f() { auto r = db.transactNow(job); co_return; }\n"},
    {"server/pipeline/a.cpp": "namespace n {\nstruct A { awaitable<void> f() { co_await g(); usleep(5); } };\n}\n"},
    {"server/edge/a.cpp": "void f() { auto w = promise.get_future(); w.get(); }\n"},
    {"server/edge/a.cpp": "// blocking: yes\nstd::ifstream in(path);\n"},
]
GOOD = [
    {"server/identity/a.cpp": "namespace n {\nvoid load() { db.readNow(job); }\nawaitable<void> f() { co_await g(); }\n}\n"},
    {"server/edge/a.cpp": "// sleep_for( is only spoken of here\nauto t = \"std::ifstream\";\n"},
    {"server/store/a.cpp": "void f() { std::ifstream in(path); QSqlQuery q; }\n"},
    {"server/edge/a.cpp": "// blocking: read once at start-up, before any listener exists\nstd::ifstream in(path);\n"},
    {"server/api/a.cpp": "auto* raw = pointer.get(); stream.sleep(3); QFileInfoLike x;\n"},
]
