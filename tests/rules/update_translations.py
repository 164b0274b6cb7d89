#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes new words of the console into translations/*.ts, unfinished, and takes out what is no longer said.

usage: python3 tests/rules/update_translations.py
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from rule_translations import FOLDER, lupdate, messages, run_lupdate  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(HERE))

if not lupdate():
    sys.exit("lupdate is not there: install qt6-l10n-tools")
for leaf in sorted(os.listdir(os.path.join(ROOT, FOLDER))):
    if fault := run_lupdate(ROOT, [os.path.join(FOLDER, leaf)]):
        sys.exit(f"lupdate: {fault}")
    left = sum(forms is None for forms in messages(os.path.join(ROOT, FOLDER, leaf)).values())
    print(f"{leaf}: {left} to translate")
