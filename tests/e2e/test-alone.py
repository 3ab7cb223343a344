# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window with a centre that is not shared asks nobody anything: each page is opened while every connection is listed."""
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap
from atspi_ui import App, wait

PAGES = 9  # those that a key leads to


def test_no_connection():
    if shutil.which("strace") is None:
        raise tap.Skip("there is no strace")
    folder = centre.folder()
    path = centre.make_sample(os.path.join(folder, "alone.convenant"))
    trace = os.path.join(folder, "connections")
    # LeakSanitizer cannot look at a program that is being traced.
    traced = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
    app = App(["strace", "-f", "-e", "trace=connect,sendto,sendmsg", "-o", trace, centre.PROGRAM, "--file", path], "convenant", traced)
    for page in range(1, PAGES + 1):
        app.key(f"ctrl+{page}")
    # What a person presses who wonders whether it is shared.
    app.key("F5")
    wait(lambda: app.find("button", "Share This Centre…"))
    app.key("Escape")
    wait(lambda: not app.find("button", "Share This Centre…"))
    status, _ = app.finish()
    assert status == 0, status
    with open(trace, encoding="utf-8") as file:
        calls = file.read()
    assert "AF_UNIX" in calls  # the display: so connections are listed
    assert "AF_INET" not in calls, [line for line in calls.splitlines() if "AF_INET" in line][:3]


if __name__ == "__main__":
    sys.exit(tap.run("/e2e/alone", tap.cases_of(__name__)))
