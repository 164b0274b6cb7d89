# SPDX-License-Identifier: MIT
"""What all rules share: walking the tree and reading C++ without a compiler."""

import os
import re
from dataclasses import dataclass

SKIPPED_FOLDERS = {"build", "node_modules", ".git", ".cache", "__pycache__", "dist"}
CPP = (".h", ".cpp")
OPEN = {"(": ")", "[": "]", "{": "}"}
CLOSE = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True)
class Violation:
    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


def files(root, folders, endings):
    """Paths below root (with "/"), sorted, of files in `folders` ("" = everywhere) that end in one of `endings`."""
    found = []
    for folder in folders:
        top = os.path.join(root, folder) if folder else root
        if os.path.isfile(top):
            found.append(folder)
        for here, names, leaves in os.walk(top):
            names[:] = [name for name in names if name not in SKIPPED_FOLDERS]
            relative = os.path.relpath(here, root).replace(os.sep, "/")
            for leaf in leaves:
                if leaf.endswith(endings):
                    found.append(leaf if relative == "." else f"{relative}/{leaf}")
    return sorted(set(found))


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def line_of(text, position):
    return text.count("\n", 0, position) + 1


_TOKEN = re.compile(
    r"""
    (?P<line>//(?:[^\n\\]|\\.|\\\n)*)
  | (?P<block>/\*.*?\*/)
  | (?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<inside>.*?)\)(?P=mark)")
  | (?P<string>(?:u8|[uUL])?"(?:[^"\\\n]|\\.|\\\n)*")
  | (?P<number>\b\d[\w.']*)
  | (?P<char>'(?:[^'\\\n]|\\.)+')
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Literal:
    """A string literal; adjacent ones are joined as the compiler does."""

    position: int
    text: str


class CppText:
    """C++ source, taken apart. `code` has comments and the insides of literals blanked, at the same positions."""

    def __init__(self, text):
        self.text = text
        self.comments = []
        self.literals = []
        pieces = []
        last = 0
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup if match.lastgroup not in ("mark", "inside") else "raw"
            if kind == "number":
                continue
            pieces.append(text[last:match.start()])
            pieces.append(self._blanked(kind, match))
            last = match.end()
        pieces.append(text[last:])
        self.code = "".join(pieces)
        self._join_literals()

    def _blanked(self, kind, match):
        whole = match.group(0)
        if kind in ("line", "block"):
            self.comments.append(Literal(match.start(), whole))
            return re.sub(r"[^\n]", " ", whole)
        if kind == "raw":
            self.literals.append((match.start(), match.end(), match.group("inside")))
        elif kind == "string":
            self.literals.append((match.start(), match.end(), whole[whole.index('"') + 1:-1]))
        quote = "'" if kind == "char" else '"'
        return quote + re.sub(r"[^\n]", "_", whole[1:-1]) + quote

    def _join_literals(self):
        joined = []
        previous_end = None
        for start, end, value in self.literals:
            between = self.code[previous_end:start] if previous_end is not None else "x"
            if joined and between.strip() == "":
                joined[-1] = Literal(joined[-1].position, joined[-1].text + value)
            else:
                joined.append(Literal(start, value))
            previous_end = end
        self.literals = [Literal(l.position, l.text.replace("\\n", "\n").replace('\\"', '"')) for l in joined]

    def line_of(self, position):
        return line_of(self.text, position)

    def includes(self):
        """(line, quoted?, path) of each #include."""
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', self.text, re.MULTILINE):
            yield self.line_of(match.start()), match.group(1) == '"', match.group(2)


def cpp_files(root, folders, endings=CPP):
    for path in files(root, folders, endings):
        yield path, CppText(read(root, path))


def brackets(code):
    """For each bracket the position of its partner; unbalanced code (an #ifdef in a brace) gives fewer entries."""
    partner, stack = {}, []
    for position, char in enumerate(code):
        if char in OPEN:
            stack.append(position)
        elif char in CLOSE and stack and code[stack[-1]] == CLOSE[char]:
            opening = stack.pop()
            partner[opening] = position
            partner[position] = opening
    return partner
