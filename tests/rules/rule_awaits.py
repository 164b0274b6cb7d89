# SPDX-License-Identifier: MIT
"""GCC 12 destroys some temporaries of a co_await expression twice: brace-built ones and lambdas that capture by value.

The rule reads the whole full-expression around each co_await and refuses both. Durations and strings have constructors
and are safe; typed ids (`ConversationId{text}`) are aggregates and are not. Other types with a constructor, or an int
captured by value, are refused although harmless, because a rule that knows no types cannot tell them apart. Naming
them on the line before costs nothing.

It may also keep the intermediate value of `a && co_await b()` (or ||, or ?:) over the frame's own resume pointer, so that
the coroutine jumps into nowhere: an await stands alone in its expression.
"""

import re

from source_text import CLOSE, OPEN, Violation, brackets, cpp_files

_BLOCK_BEFORE = re.compile(
    r"(?:[;{}:]|\)\s*(?:const|noexcept|mutable|override|final|->[^;{}()]*)*|\b(?:else|do|try|mutable|noexcept|const)|->[^;{}()=]*)\s*$"
)
_CONDITION_BEFORE = re.compile(r"\b(?:if|while|for|switch)(?:\s+constexpr)?\s*$")
_SAFE_TYPE = re.compile(
    r"\b(?:(?:std::)?(?:chrono::)?(?:hours|minutes|seconds|milliseconds|microseconds|nanoseconds)"
    r"|std::string(?:_view)?)\s*$"
)
_DECLARATION_BEFORE = re.compile(r"^\s*(?:const\s+|static\s+)*[\w:]+(?:<.*>)?(?:\s*[&*]+\s*|\s+)(?:const\s+)?\w+\s*$", re.DOTALL)


def is_lambda(code, position):
    """Whether the "[" at position opens a capture list, and not a subscript or an attribute."""
    if code.startswith("[[", position) or (position and code[position - 1] == "["):
        return False
    before = code[:position].rstrip()
    if before.endswith(("return", "co_await", "co_return", "co_yield")):
        return True
    return not re.search(r"[\w)\]>\"]$", before)


def lambda_body(code, partner, opening):
    """The "{" of the lambda whose capture list opens here, or None."""
    position = partner.get(opening)
    while position is not None and position + 1 < len(code):
        position += 1
        char = code[position]
        if char == "{":
            return position
        if char == "(":
            position = partner.get(position)
        elif char in ";)]}":
            return None
    return None


def is_block(code, position):
    """Whether the "{" at position opens statements, and not an initializer."""
    return position == 0 or _BLOCK_BEFORE.search(code[max(0, position - 200):position]) is not None


def full_expression(code, partner, at):
    """(start, end) of the statement, or of the condition, that the co_await at `at` stands in."""
    start = at
    while start > 0:
        char = code[start - 1]
        if char in CLOSE and start - 1 in partner:
            opening = partner[start - 1]
            if char == "}" and is_block(code, opening) and not _continues(code, start):
                break
            start = opening
            continue
        if char == ";" or (char == "{" and is_block(code, start - 1)):
            break
        if char == "(" and _CONDITION_BEFORE.search(code[max(0, start - 40):start - 1]):
            break
        start -= 1
    end = at
    while end < len(code):
        char = code[end]
        if char in OPEN and end in partner:
            end = partner[end] + 1
            continue
        if char == ";" or (char in CLOSE and partner.get(end, start) < start):
            break
        end += 1
    return start, end


def _continues(code, after):
    """Whether what follows a closed brace goes on with the same expression, as after a lambda's body."""
    return re.match(r"\s*[,)\].(]", code[after:after + 40]) is not None


def captures(text):
    """The single captures of a capture list."""
    parts, depth, last = [], 0, 0
    for position, char in enumerate(text):
        depth += char in "([{<"
        depth -= char in ")]}>"
        if char == "," and depth == 0:
            parts.append(text[last:position])
            last = position + 1
    return [part.strip() for part in parts + [text[last:]] if part.strip()]


_SHORT_CIRCUIT = re.compile(r"(?<!auto)(?<!auto )(?<![\w>]&)(?:&&(?=[\s(!~*\w])|\|\||\?)")


def short_circuits(code, partner, start, end):
    """Yields the position of a && || ?: in this full-expression, outside of braces."""
    position = start
    while position < end:
        if code[position] == "{" and position in partner:
            position = partner[position]
        elif _SHORT_CIRCUIT.match(code, position) and not code[:position].rstrip().endswith(("auto", "const")):
            yield position
            position += 1
        position += 1


def faults(code, partner, start, end):
    """Yields (position, message) for what GCC 12 may destroy twice in this full-expression."""
    position = start
    while position < end:
        char = code[position]
        if char == "[" and position in partner and is_lambda(code, position):
            for capture in captures(code[position + 1:partner[position]]):
                if not capture.startswith("&") and capture != "this":
                    yield position, f'by-value capture "{capture}" inside a co_await expression'
            body = lambda_body(code, partner, position)
            if body is not None and body in partner:
                position = partner[body] + 1
                continue
        elif char == "{" and position in partner:
            before = code[start:position]
            if not is_block(code, position) and not _DECLARATION_BEFORE.match(before) and not _SAFE_TYPE.search(before):
                yield position, "braced temporary inside a co_await expression"
            elif is_block(code, position):
                position = partner[position]
        position += 1


def check(root):
    found = []
    for path, source in cpp_files(root, ["server", "shared", "app", "tests"]):
        if "co_await" not in source.code:
            continue
        partner, seen = brackets(source.code), set()
        for match in re.finditer(r"\bco_await\b", source.code):
            start, end = full_expression(source.code, partner, match.start())
            for position, message in faults(source.code, partner, start, end):
                if position not in seen:
                    seen.add(position)
                    found.append(Violation(path, source.line_of(position), message + ": name it on the line before"))
            for position in short_circuits(source.code, partner, start, end):
                if position not in seen:
                    seen.add(position)
                    found.append(Violation(path, source.line_of(position), "&&, || or ?: around a co_await: let it stand alone"))
    return found


def _body(text):
    return {"server/desk/a.cpp": "asio::awaitable<void> f()\n{\n    " + text + "\n}\n"}


BAD = [
    _body("if (!isOpen() && !co_await send(m)) { co_return; }"),
    _body("while (ready || co_await wait()) { next(); }"),
    _body("auto r = known ? *known : co_await find(id);"),
    _body("co_await send(Message{a, b});"),
    _body("auto c = co_await find(ConversationId{text});"),
    _body("auto r = co_await send({a, b});"),
    _body("auto r = co_await send(Message{});"),
    _body("auto r = co_await send({});"),
    _body("auto r = co_await send({.id = a});"),
    _body("if (auto r = co_await send(Message{a}); !r) { co_return; }"),
    _body("while (co_await send(Message{a})) { next(); }"),
    _body("co_return co_await send(std::vector<int>{1, 2});"),
    _body("store(Message{a}, co_await send(b));"),
    _body("auto r = co_await db.transact([draft](Transaction& tx) { return tx.run(draft); });"),
    _body("auto r = co_await db.transact([=](Transaction& tx) { return 1; });"),
    _body("auto r = co_await db.transact([this, d = std::move(draft)](Transaction& tx) { return 1; });"),
    _body("auto r = co_await db.transact([*this] { return 1; });"),
    _body("auto r = co_await db.transact([&] { return 1; }, Options{.a = 1});"),
    _body("for (const auto& row : co_await rows(Query{a})) { use(row); }"),
    _body("auto job = [&]() -> asio::awaitable<void> { co_await send(Message{a}); };"),
]
GOOD = [
    _body("const bool sent = co_await send(m); if (open && sent) { co_return; }"),
    _body("auto job = [&] { return a && b; }; auto r = co_await db.transact(job);"),
    _body("auto r = co_await db.transact([&] { return a && b; });"),
    _body("auto&& value = co_await next();"),
    _body("Message m{a, b}; co_await send(std::move(m));"),
    _body("auto r = co_await db.transact([&](Transaction& tx) { return append(tx, Message{a}); });"),
    _body("auto r = co_await db.transact([this](Transaction& tx) -> Result<void> { return {}; });"),
    _body("auto r = co_await db.transact([&draft, this] { return Message{draft}; });"),
    _body("Result<int> r{co_await count()};"),
    _body("if (!co_await send(m)) { Message other{a}; use({1, 2}); }"),
    _body("for (;;) { auto n = co_await next(); if (!n) { break; } use(Message{n[0]}); }"),
    _body("auto x = values[index]; co_await send(values[co_await pick()]);"),
    _body("try { co_await run(); } catch (const std::exception& e) { log(Message{e.what()}); }"),
    _body("// co_await send(Message{a});\n    text = \"co_await send(Message{a})\";"),
    _body("switch (co_await kind()) { case Kind::A: use(Message{a}); break; default: break; }"),
    _body("auto job = [draft] { return draft; }; auto r = co_await db.transact(std::move(job));"),
    _body("if (ready) { use(Message{a}); } else { co_await wait(); }"),
    _body("auto c = co_await find(session, std::string{text}, std::chrono::seconds{5});"),
    _body("const Limits limits{co_await read(), 5};"),
]
