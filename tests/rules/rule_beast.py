# SPDX-License-Identifier: MIT
"""Beast is included only in server/edge/*.cpp, and nobody includes Boost's umbrella headers: they cost 8 s a file."""

from source_text import Violation, cpp_files

UMBRELLAS = {"boost/beast.hpp", "boost/asio.hpp"}


def check(root):
    found = []
    for path, source in cpp_files(root, ["server", "shared", "app", "tests"]):
        in_edge = path.startswith("server/edge/") and path.endswith(".cpp")
        for line, _, target in source.includes():
            if target in UMBRELLAS:
                found.append(Violation(path, line, f"umbrella header <{target}>: name the parts you use"))
            elif target.startswith("boost/beast") and not in_edge:
                found.append(Violation(path, line, f"<{target}> outside server/edge/*.cpp"))
    return found


BAD = [
    {"server/edge/a.cpp": "#include <boost/beast.hpp>\n"},
    {"server/net/a.cpp": "#include <boost/asio.hpp>\n"},
    {"server/edge/a.h": "#include <boost/beast/http/parser.hpp>\n"},
    {"server/api/a.cpp": "#include <boost/beast/core/flat_buffer.hpp>\n"},
]
GOOD = [
    {"server/edge/a.cpp": "#include <boost/beast/http/parser.hpp>\n#include <boost/beast/http.hpp>\n"},
    {"server/net/a.cpp": "#include <boost/asio/awaitable.hpp>\n"},
]
