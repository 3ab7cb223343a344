#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What cppcheck finds. Leaks are LeakSanitizer's: cppcheck takes what a table or a queue keeps for lost.
set -eu
cd "$CVN_SRCDIR"
find src -name '*.c' -type f -exec cppcheck --quiet --library=gtk --enable=warning,performance,portability --inline-suppr \
  --error-exitcode=1 --suppress=unknownMacro --suppress=unusedStructMember --suppress=leakReturnValNotUsed --suppress=memleak -j 2 {} +
