# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint tests share: the tree, its C files, and a report that fails when there is something to say."""
import os
import re
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def files(folder, *endings):
    """The files below a folder of the tree with one of these endings, as sorted paths from the root."""
    found = []
    for path, folders, names in os.walk(os.path.join(ROOT, folder)):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        found += [os.path.relpath(os.path.join(path, n), ROOT) for n in names if n.endswith(endings)]
    return sorted(found)


def read(path):
    """The text of a file of the tree."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def blank(match):
    """As many newlines as the match has, so that line numbers stay."""
    return "\n" * match.group(0).count("\n") or " "


TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def code(text, strings=False):
    """C text without its comments and, unless asked for, without what its strings say."""
    def replace(match):
        if match.group(0)[0] == "/":
            return blank(match)
        return match.group(0) if strings else '""'
    return TOKEN.sub(replace, text)


def report(problems, advice):
    """Prints the problems, one a line, and ends the program."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem(s). {advice}")
    sys.exit(1 if problems else 0)
