/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"
#include "cvn-table.h"

char *cvn_register_totals_dup_count (guint n);
char *cvn_register_totals_dup_sums (const CvnKind *kind, CvnTable *sums, guint max);
