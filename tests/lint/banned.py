# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls and words that have no place in the code, each with what to use in its stead."""
import os
import re

from lint import code, files, read, report

# pattern, where it is looked for, where it is allowed, what to do
BANNED = [
    (r"\bg_print(err)?\s*\(|\bprintf\s*\(|\bfprintf\s*\(", "src", r"^src/app/", "return a GError, or use g_debug ()"),
    (r"\bv?sprintf\s*\(", "", None, "use g_strdup_printf ()"),
    (r"\bstr(n?cpy|n?cat|tok)\s*\(", "", None, "use g_strdup (), g_strconcat () or g_strsplit ()"),
    (r"\bato[ifl]l?\s*\(", "", None, "use g_ascii_string_to_signed (), which reports errors"),
    (r"\bsystem\s*\(|\bpopen\s*\(", "", None, "use GSubprocess"),
    (r"\bg_object_[gs]et_q?data(_full)?\s*\(", "src", None, "make it a field of the object"),
    (r"\bgoto\b", "", None, "use g_autoptr and return"),
    (r"(?<![=,(]\s)\bg_(idle|timeout)_add(_seconds)?\s*\(", "src", None, "keep the source's id and remove it in dispose"),
    (r"\bsqlite3_exec\s*\(", "src", r"^src/store/cvn-db", "use the statements of cvn-db"),
    (r"\bg_assert\s*\(", "tests", None, "use g_assert_true () and its family: g_assert () may be compiled out"),
    (r"\bg_usleep\s*\(|\bsleep\s*\(", "tests", None, "wait for a condition"),
    (r"\bsetlocale\s*\(", "src", r"^src/app/", "only the program sets the locale"),
    (r"\b(?:[CN]?_|n?gettext)\s*\([^();]*\b(?:G_G\w+_FORMAT|PRI\w+)", "src", None,
     "xgettext cannot see through the macro: use %s or %lld in what is translated"),
    (r"\bg_signal_connect\s*\([^;]*\bself\s*\)\s*;", "src", None, "use g_signal_connect_object ()"),
]
WORDS = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")

problems = []
sources = files("src", ".c", ".h") + files("tests", ".c", ".h")
for path in sources:
    text = read(path)
    bare = code(text)
    for pattern, folder, allowed, instead in BANNED:
        if not path.startswith(folder) or allowed and re.search(allowed, path):
            continue
        for found in re.finditer(pattern, bare):
            line = bare.count("\n", 0, found.start()) + 1
            problems.append(f"{path}:{line}: {found.group(0).split('(')[0].strip()}: {instead}")
    problems += [f"{path}:{text.count(chr(10), 0, w.start()) + 1}: {w.group(0)}: do it, or file an issue"
                 for w in WORDS.finditer(text)]
    if path.endswith(".h") and "#pragma once" not in text:
        problems.append(f"{path}: the header has no #pragma once")
    if path.startswith("src") and path.endswith(".c"):
        stem = os.path.basename(path)[:-2]
        if f'#define G_LOG_DOMAIN "{stem}"' not in text:
            problems.append(f'{path}: the log domain is not "{stem}"')

report(problems, "See CONTRIBUTING.md.")
