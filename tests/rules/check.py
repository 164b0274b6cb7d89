#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks one rule, or all, on the source tree; with --self-test, checks the rule itself on its examples.

usage: check.py [--self-test] RULE|all [ROOT]
"""

import importlib
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, HERE)


def rules():
    names = [leaf[5:-3] for leaf in os.listdir(HERE) if leaf.startswith("rule_") and leaf.endswith(".py")]
    return sorted(names)


def run_on_example(rule, tree):
    with tempfile.TemporaryDirectory() as root:
        for path, text in tree.items():
            full = os.path.join(root, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
        return rule.check(root)


def self_test(rule):
    """@return what is wrong with the rule: a bad example it passes, a good one it refuses."""
    faults = [] if rule.BAD and rule.GOOD else ["a rule needs bad and good examples"]
    for number, tree in enumerate(rule.BAD):
        if not run_on_example(rule, tree):
            faults.append(f"bad example {number} passes: {tree}")
    for number, tree in enumerate(rule.GOOD):
        if found := run_on_example(rule, tree):
            faults.append(f"good example {number} is refused: {found[0]}")
    return faults


def main(arguments):
    testing = "--self-test" in arguments
    arguments = [argument for argument in arguments if argument != "--self-test"]
    if not arguments or arguments[0] not in rules() + ["all"]:
        print(__doc__, "rules: " + ", ".join(rules()), file=sys.stderr, sep="\n")
        return 2
    root = arguments[1] if len(arguments) > 1 else os.path.dirname(os.path.dirname(HERE))
    found = 0
    for name in rules() if arguments[0] == "all" else [arguments[0]]:
        rule = importlib.import_module("rule_" + name)
        for fault in self_test(rule) if testing else rule.check(root):
            print(f"{name}: {fault}")
            found += 1
    if found:
        print(f"{found} violation(s)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
