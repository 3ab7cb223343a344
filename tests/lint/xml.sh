#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Interface files, icons, help pages and the other XML files are well formed.
set -eu
cd "$CVN_SRCDIR"
find . -path './build*' -prune -o -type f \( -name '*.ui' -o -name '*.svg' -o -name '*.xml' -o -name '*.xml.in' -o -name '*.page' \) \
  -exec xmllint --nonet --noout {} +
