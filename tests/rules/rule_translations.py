# SPDX-License-Identifier: MIT
"""Every word of the console is there in every language of translations/, and what is counted has its plural in English too.
`update_translations.py` writes what is new into them."""

import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

from source_text import Violation, cpp_files

FOLDER = "translations"
PLACE = re.compile(r"%L?(\d|n)")
# lupdate reads words where they stand: what a macro puts around them it does not see.
HIDDEN = re.compile(r"^\s*#\s*define\b.*\b(QT_TR\w*NOOP\w*|tr\s*\()")


def lupdate():
    """Qt's own reader of tr(); Debian keeps it off the PATH. Empty: it is not there."""
    for path in ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate6"), shutil.which("lupdate")):
        if path and os.path.exists(path):
            return path
    return ""


def is_english(path):
    """The program's own words are English: there it is the plurals alone that are missing."""
    return path.endswith("_en.ts")


def run_lupdate(root, targets):
    plural = ["-pluralonly"] if is_english(targets[0]) else []
    command = [lupdate(), *plural, "-silent", "-no-obsolete", "-locations", "none", "-I", ".", "-extensions", "cpp,h", "app", "-ts"]
    done = subprocess.run(command + targets, cwd=root, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr


def messages(path):
    """(context, source, comment) -> its forms; None for a form that is not finished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            is_done = translation.get("type") is None and all(forms)
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = forms if is_done else None
    return found


def faults_of(path, wanted):
    """What is missing or wrong in one language: a sentence, and the source it is about."""
    known = messages(path)
    for key in wanted:
        forms = known.get(key)
        if forms is None:
            yield "no translation", key
        elif any(set(PLACE.findall(form)) - set(PLACE.findall(key[1])) for form in forms):
            yield "a place (%1) that the source does not have", key
        elif any(set(PLACE.findall(key[1])) - set(PLACE.findall(form)) - {"n"} for form in forms):
            yield "a place (%1) of the source is missing", key


def hidden_words(root):
    for path, _ in cpp_files(root, ["app"]):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if HIDDEN.search(line):
                    yield Violation(path, number, "a macro hides the words in it from lupdate: write QT_TRANSLATE_NOOP out")


def check(root):
    if not os.path.isdir(os.path.join(root, "app")) or not os.path.isdir(os.path.join(root, FOLDER)):
        return []
    if not lupdate():
        return [Violation(FOLDER, 1, "lupdate is not there: install qt6-l10n-tools")]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "now.ts")
        if fault := run_lupdate(root, [path]):
            return [Violation(FOLDER, 1, f"lupdate: {fault}")]
        wanted = list(messages(path))
    found = list(hidden_words(root))
    for leaf in sorted(os.listdir(os.path.join(root, FOLDER))):
        if leaf.endswith(".ts"):
            asked = [key for key in wanted if "%n" in key[1]] if is_english(leaf) else wanted
            for what, (context, source, _) in faults_of(os.path.join(root, FOLDER, leaf), asked):
                found.append(Violation(f"{FOLDER}/{leaf}", 1, f"{context}: {what}: {source!r}"))
    return found


SOURCE = "class A : public QObject {\n    Q_OBJECT\n};\nvoid a() { A::tr(\"Save %1\"); }\n"


def language(translation):
    return (
        '<?xml version="1.0"?><TS version="2.1" language="de"><context><name>A</name><message><source>Save %1</source>'
        f"{translation}</message></context></TS>"
    )


BAD = [
    {"app/a.cpp": SOURCE, "translations/de.ts": language('<translation type="unfinished"></translation>')},
    {"app/a.cpp": SOURCE, "translations/de.ts": language("<translation>Speichern</translation>")},
    {
        "app/a.cpp": SOURCE + '#define WORD(text) QT_TRANSLATE_NOOP("A", text)\n',
        "translations/de.ts": language("<translation>%1 speichern</translation>"),
    },
    {"app/a.cpp": SOURCE, "translations/de.ts": '<?xml version="1.0"?><TS version="2.1" language="de"></TS>'},
]
GOOD = [{"app/a.cpp": SOURCE, "translations/de.ts": language("<translation>%1 speichern</translation>")}]
