#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All C files are as tools/format would leave them. Skipped where clang-format 14 is missing.
set -eu
"$CVN_SRCDIR/tools/format" --check && exit 0
[ $? -eq 2 ] && exit 77
exit 1
