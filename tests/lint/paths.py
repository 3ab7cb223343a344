# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree names no path of the machine it was written or built on, holds no file without contents, and no test has the
name of another in its suite."""
import collections
import json
import os
import re
import subprocess

from lint import ROOT, files, read, report

try:
    tree = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], check=True, capture_output=True, text=True)
    tracked = [p for p in tree.stdout.split("\0") if p and os.path.isfile(os.path.join(ROOT, p))]
except (OSError, subprocess.CalledProcessError):  # unpacked from an archive
    tracked = [p for folder in ("src", "ui", "data", "po", "help", "flatpak", "tests", "tools") for p in files(folder, "")]

MACHINE = re.compile(r"(?<![\w.~-])/(home/\w+|root|work|tmp/\w+)/")
build = os.environ.get("CVN_BUILDDIR", "")
problems = []
for path in tracked:
    try:
        text = read(path)
    except UnicodeDecodeError:  # a picture, or a CSV file in an older encoding
        continue
    if not text:
        problems.append(f"{path}: an empty file")
    for number, line in enumerate(text.split("\n"), 1):
        if (ROOT.count("/") > 1 and (ROOT in line or (build and build in line))) or MACHINE.search(line):
            problems.append(f"{path}:{number}: a path of one machine: {line.strip()[:100]}")

if build:
    with open(os.path.join(build, "meson-info", "intro-tests.json"), encoding="utf-8") as tests:
        names = collections.Counter(f"{test['suite']} {test['name']}" for test in json.load(tests))
    problems += [f"tests: {n} tests are called {name}" for name, n in names.items() if n > 1]

report(problems, "Use a relative path, or a variable. Give each test a name of its own.")
