# SPDX-License-Identifier: MIT
"""The demo company is complete, and its test questions quote what its articles say."""

import json
import os
import re

from source_text import Violation, files, read

HOME = "resources/demo"
FIELDS = ("name", "tagline", "title", "greeting", "colors", "locale", "suggested_questions", "ticket_prefix", "about")


def plain(markdown):
    """The words of an article, without marks and line breaks."""
    return re.sub(r"[*`]", "", " ".join(markdown.split()))


def check(root):
    if not os.path.isdir(os.path.join(root, HOME)):
        return [Violation(HOME, 1, "is missing")]
    articles = {path.rsplit("/", 1)[1]: read(root, path) for path in files(root, [f"{HOME}/knowledge"], (".md",))}
    found = []
    if len(articles) < 25:
        found.append(Violation(f"{HOME}/knowledge", 1, f"{len(articles)} articles, at least 25"))
    titles = set()
    for name, text in articles.items():
        head = re.match(r"---\ntitle: (.+)\ncategory: (.+)\n---\n", text)
        if not head:
            found.append(Violation(f"{HOME}/knowledge/{name}", 1, "does not begin with title and category"))
        elif head.group(1) in titles:
            found.append(Violation(f"{HOME}/knowledge/{name}", 2, "another article has this title"))
        else:
            titles.add(head.group(1))
        words = len(text.split())
        if not 150 <= words <= 450:
            found.append(Violation(f"{HOME}/knowledge/{name}", 1, f"{words} words, 150 to 450"))
    return found + _check_company(root) + _check_questions(root, articles) + _check_golden(root, articles)


def _check_company(root):
    path = f"{HOME}/company.json"
    company = json.loads(read(root, path))
    found = [Violation(path, 1, f"{field} is missing") for field in FIELDS if not company.get(field)]
    if company.get("slug") != "demo":
        found.append(Violation(path, 1, 'slug is not "demo"'))
    if len(company.get("suggested_questions", [])) != 4:
        found.append(Violation(path, 1, "there are not four suggested questions"))
    if not re.fullmatch(r"#[0-9a-f]{6}", company.get("colors", {}).get("primary", "")):
        found.append(Violation(path, 1, "colors.primary is not a colour"))
    return found


def _check_questions(root, articles):
    path = f"{HOME}/questions.json"
    text = read(root, path)
    questions = json.loads(text)
    found = []
    for kind, least in (("answered", 40), ("unanswered", 30)):
        if len(questions[kind]) < least:
            found.append(Violation(path, 1, f"{len(questions[kind])} {kind} questions, at least {least}"))
    for entry in questions["answered"]:
        line = text[:text.index(json.dumps(entry["question"], ensure_ascii=False))].count("\n") + 1
        article = articles.get(entry["article"])
        if article is None:
            found.append(Violation(path, line, f"there is no article {entry['article']}"))
        elif entry["phrase"] not in plain(article):
            found.append(Violation(path, line, f'{entry["article"]} does not say "{entry["phrase"]}"'))
    return found


def _check_golden(root, articles):
    path = f"{HOME}/golden_questions.json"
    found = []
    for entry in json.loads(read(root, path)):
        if "article" not in entry:
            continue
        article = plain(articles.get(entry["article"], ""))
        for phrase in entry.get("must_contain", []):
            if phrase not in article:
                found.append(Violation(path, 1, f'{entry["article"]} does not say "{phrase}"'))
    return found


def _tree(phrase="costs €5", count=25, slug="demo", category="category: Shop\n", words=150, gold="costs €5"):
    tree = {
        f"{HOME}/knowledge/a{i}.md": f"---\ntitle: Article {i}\n{category}---\nIt **costs\n€5**. " + "word " * words
        for i in range(count)
    }
    company = dict.fromkeys(FIELDS, "x") | {"slug": slug, "colors": {"primary": "#123456"}, "suggested_questions": ["?"] * 4}
    answered = [{"question": f"How much is {i}?", "article": "a0.md", "phrase": phrase} for i in range(40)]
    questions = {"answered": answered, "unanswered": [{"question": "Why?", "kind": "foreign"}] * 30}
    tree[f"{HOME}/company.json"] = json.dumps(company)
    tree[f"{HOME}/questions.json"] = json.dumps(questions, ensure_ascii=False)
    golden = [{"question": "How much?", "article": "a0.md", "must_contain": [gold]}]
    tree[f"{HOME}/golden_questions.json"] = json.dumps(golden, ensure_ascii=False)
    return tree


BAD = [_tree(phrase="costs €6"), _tree(count=24), _tree(slug="acme"), _tree(category=""), _tree(words=20), _tree(gold="is free"), {}]
GOOD = [_tree()]
