# SPDX-License-Identifier: MIT
"""Qt reads HTML and Markdown in labels, tooltips and message boxes and opens the files that they name. The console shows
plain text only, through the widgets that make sure of it."""

import re

from source_text import Violation, cpp_files

FORBIDDEN = [
    (r"\bnew\s+QLabel\s*\(\s*[^)\s]*\s*(tr\(|QString|[a-z]\w*\s*,)", "use PlainLabel: QLabel reads HTML"),
    (r"\bQTextBrowser\b|\bQMessageBox\b|\bQTextEdit\b", "opens what HTML and Markdown name: use PlainLabel, QPlainTextEdit or confirmation.h"),
    (r"\b(setHtml|setMarkdown|insertHtml|appendHtml|setWhatsThis|setStatusTip)\s*\(", "rich text opens what it names"),
    (r"\bsetTextFormat\s*\(\s*Qt::(?!PlainText)", "only Qt::PlainText"),
    (r"\bQWhatsThis\b|\bQToolTip::showText\b", "use plainToolTip"),
    (r"\bQDesktopServices::openUrl\b", "ask first: openLink of confirmation.h"),
]
TOOLTIP = re.compile(r"(->|\.)setToolTip\s*\(\s*(?!plainToolTip)")
# The two places that make the rest safe, and the tray, whose tooltip is the system's and plain.
MAKERS = ("app/widgets/roles.cpp", "app/widgets/confirmation.cpp", "app/shell/tray.cpp")


def check(root):
    found = []
    for path, source in cpp_files(root, ["app"]):
        if path in MAKERS:
            continue
        for number, line in enumerate(source.code.split("\n"), 1):
            for pattern, why in FORBIDDEN:
                if re.search(pattern, line):
                    found.append(Violation(path, number, why))
            if TOOLTIP.search(line):
                found.append(Violation(path, number, "use setPlainToolTip: a tooltip reads HTML"))
    return found


BAD = [
    {"app/a/a.cpp": "auto* x = new QLabel(tr(\"a\"), this);\n"},
    {"app/a/a.cpp": "QTextBrowser browser;\n"},
    {"app/a/a.cpp": "widget->setToolTip(text);\n"},
    {"app/a/a.cpp": "document.setHtml(text);\n"},
    {"app/a/a.cpp": "QDesktopServices::openUrl(link);\n"},
]
GOOD = [
    {"app/a/a.cpp": "auto* x = new PlainLabel(tr(\"a\"), this);\nsetPlainToolTip(x, text);\n"},
    {"app/widgets/roles.cpp": "widget->setToolTip(plainToolTip(text));\n"},
]
