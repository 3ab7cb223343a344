# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a person or a script runs it, a folder to work in, and a look into a centre's file from outside."""
import atexit
import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile

PROGRAM = os.path.join(os.environ["CVN_BUILDDIR"], "src", "app", "convenant")
SAMPLE = os.path.join(os.environ["CVN_SRCDIR"], "data", "sample-centre")
LONG = os.environ.get("CVN_LONG_TESTS") == "1"
PATIENCE = 60 * float(os.environ.get("E2E_SLOW", "1"))

# What --help says the exit statuses are.
DONE, USAGE, REFUSED, UNREADABLE, FAULTS, UNWRITABLE = range(6)


def folder():
    """A new folder that is removed when the test program ends."""
    path = tempfile.mkdtemp(prefix="convenant-")
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def run(*arguments, language="en", before=(), **more):
    """Runs the program to its end, under the commands in before; its outcome has returncode, stdout and stderr."""
    return subprocess.run([*before, PROGRAM, "--language", language, *map(str, arguments)], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=PATIENCE, **more)


def must(*arguments, **more):
    """Runs the program, which has to succeed without a word on standard error; returns what it said."""
    done = run(*arguments, **more)
    assert (done.returncode, done.stderr) == (DONE, ""), (arguments, done)
    return done.stdout


def make_sample(path):
    """A centre with the sample in it."""
    must("--file", path, "--import", SAMPLE)
    return path


def query(path, sql, *values):
    """The rows of a query about a centre's file; what the program is writing right now does not matter."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10) as db:
        return db.execute(sql, values).fetchall()


def digest(path):
    """What a file holds, in short."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def contents(path):
    """What is in a centre, as the SQL that would make it again, with what is in the log beside it."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10) as db:
        return "\n".join(db.iterdump())


def all_bytes(path):
    """Every byte of a centre: its file, the log beside it, and its backups."""
    found = []
    around, name = os.path.split(path)
    for place, _, names in os.walk(around):
        for other in names:
            if other.startswith(name) or f"{name}-backups" in place:
                with open(os.path.join(place, other), "rb") as file:
                    found.append(file.read())
    return b"".join(found)
