#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every file says whose it is and under which licence (REUSE). Looks at the tracked files only.
set -eu
cd "$CVN_SRCDIR"
if ! git rev-parse --git-dir >/dev/null 2>&1; then
  echo "This is not a git tree: reuse would look at what was built, too."
  exit 77
fi
reuse --root . lint >"${TMPDIR:-/tmp}/reuse.$$" 2>&1 || {
  cat "${TMPDIR:-/tmp}/reuse.$$"
  rm -f "${TMPDIR:-/tmp}/reuse.$$"
  exit 1
}
rm -f "${TMPDIR:-/tmp}/reuse.$$"
