#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What cppcheck finds. leakReturnValNotUsed is off: it takes what a table keeps for lost.
set -eu
cd "$CVN_SRCDIR"
find src -name '*.c' -type f -exec cppcheck --quiet --library=gtk --enable=warning,performance,portability --inline-suppr \
  --error-exitcode=1 --suppress=unknownMacro --suppress=unusedStructMember --suppress=leakReturnValNotUsed -j 2 {} +
