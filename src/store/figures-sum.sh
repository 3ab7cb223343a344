#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints a header with the sum of FILE, in which the SQL of all figures is:
#   figures-sum.sh FILE
set -eu
sum=$(sha256sum <"$1")
printf '#define CVN_FIGURES_SUM "%s"\n' "${sum%% *}"
