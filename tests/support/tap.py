# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs functions as the cases of a test program, and reports in TAP."""
import sys
import traceback


class Skip(Exception):
    """Raised by a case that this machine cannot run; says why."""


def note(text):
    """A line for whoever reads the log."""
    print("".join(f"# {line[:2000]}\n" for line in str(text).splitlines()), end="", flush=True)


def run(prefix, cases):
    """Runs each function; its name, test_renames_partner, becomes prefix/renames-partner. Returns an exit status."""
    failures = 0
    print(f"1..{len(cases)}", flush=True)
    for number, case in enumerate(cases, 1):
        name = prefix + "/" + case.__name__[len("test_"):].replace("_", "-")
        try:
            case()
            print(f"ok {number} {name}", flush=True)
        except Skip as why:
            print(f"ok {number} {name} # SKIP {why}", flush=True)
        except Exception:  # noqa: a test reports whatever goes wrong, and goes on
            failures += 1
            note(traceback.format_exc())
            print(f"not ok {number} {name}", flush=True)
    return 1 if failures else 0


def cases_of(module):
    """The functions of a module whose names begin with test_, in the order they were written."""
    return [value for name, value in vars(sys.modules[module]).items() if name.startswith("test_")]
