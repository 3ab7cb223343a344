# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing grows too big: C files, headers, interface files, functions."""
from lint import files, read, report

LIMITS = [("src", ".c", 600), ("tests", ".c", 600), ("src", ".h", 120), ("tests", ".h", 120), ("ui", ".ui", 350),
          ("tests", ".py", 600)]
FUNCTION = 60

problems = []
for folder, ending, limit in LIMITS:
    for path in files(folder, ending):
        lines = read(path).count("\n")
        if lines > limit:
            problems.append(f"{path}: {lines} lines, at most {limit} are allowed")

# In the style of this tree a function's braces, and only they, stand alone in the first column.
for path in files("src", ".c") + files("tests", ".c"):
    start = None
    for number, line in enumerate(read(path).split("\n"), 1):
        if line == "{":
            start = number
        elif line.startswith("}"):
            if line == "}" and start is not None and number - start - 1 > FUNCTION:
                problems.append(f"{path}:{start}: a function of {number - start - 1} lines, at most {FUNCTION} are allowed")
            start = None

report(problems, "Split it by what it does.")
