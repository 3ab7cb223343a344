# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of src/: who may include whom, which library belongs where, and SQL in the store only."""
import os
import re

from lint import code, files, read, report

MAY_USE = {
    "core": set(),
    "store": {"core"},
    "exchange": {"core"},
    "sync": {"core", "store"},
    "render": {"core"},
    "model": {"core", "store", "exchange", "sync"},
    "ui": {"core", "model", "render"},
    "app": {"core", "store", "exchange", "sync", "render", "model", "ui"},
}
# A library's headers, and the folders that may include them.
LIBRARIES = [
    (r"gio/", {"store", "exchange", "sync", "model", "ui", "app"}),
    (r"sqlite3", {"store"}),
    (r"json-glib/", {"exchange", "sync"}),
    (r"libsoup/|libsecret/", {"sync"}),
    (r"gtk/|gdk/|gsk/|adwaita", {"ui", "app"}),
    (r"cairo|pango", {"render", "ui"}),
]
SQL = re.compile(
    r'"\s*(SELECT\s|INSERT\s+(OR\s|INTO\s)|REPLACE\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s|'
    r"(CREATE|DROP|ALTER)\s+(TEMP\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s|VACUUM\s|BEGIN\s+IMMEDIATE)"
    r"|\bsqlite3_\w+")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)


def folder_of(path):
    """The layer a file of src/ belongs to."""
    return path.split(os.sep)[1]


def line_of(text, position):
    """The number of the line at a position."""
    return text.count("\n", 0, position) + 1


sources = files("src", ".c", ".h")
homes = {os.path.basename(path): folder_of(path) for path in sources if path.endswith(".h")}
problems = [f"{p}: {folder_of(p)} is a folder the layers do not know" for p in sources if folder_of(p) not in MAY_USE]

for source in sources:
    folder = folder_of(source)
    if folder not in MAY_USE:
        continue
    text = code(read(source), strings=True)
    for include in INCLUDE.finditer(text):
        where = f"{source}:{line_of(text, include.start(2))}"
        name = include.group(2)
        home = homes.get(os.path.basename(name))
        if include.group(1) == '"' and home and home != folder and home not in MAY_USE[folder]:
            problems.append(f"{where}: {folder} must not include {name}, which is in {home}")
        for pattern, allowed in LIBRARIES:
            if include.group(1) == "<" and re.match(pattern, name) and folder not in allowed:
                problems.append(f"{where}: {folder} must not include <{name}>: only {', '.join(sorted(allowed))} may")
    if folder != "store":
        problems += [f"{source}:{line_of(text, sql.start())}: SQL outside the store: {sql.group(0).strip()}"
                     for sql in SQL.finditer(text)]

problems += [f"{path}: SQL files belong in src/store" for path in files("src", ".sql")
             if folder_of(path) != "store"]
report(problems, "The table of layers is in src/README.md.")
