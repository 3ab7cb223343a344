/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-budget-operations.h"

G_BEGIN_DECLS

/* For the operations that amend a budget; the version gets its number, and its id if it has none. */
gboolean cvn_amend_budget_write (CvnWriter *writer, CvnRecord *version, const CvnBudgetAmount *amounts, guint n_amounts, GError **error);

G_END_DECLS
