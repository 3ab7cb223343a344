#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The shell scripts of the tree are sound.
set -euo pipefail
cd "$CVN_SRCDIR"
find tools tests .ci data po help flatpak -type f ! -name '*.py' -print0 |
  xargs -0 grep -lZE '^#!/bin/(ba)?sh' |
  xargs -0 shellcheck
