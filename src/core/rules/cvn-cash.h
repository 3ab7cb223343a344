/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cents of a month; what goes out is below zero. */
typedef struct
{
  gint64 in;
  gint64 out;
  gint64 closing; /* worked out */
} CvnCashMonth;

gboolean cvn_cash_run (gint64 opening, CvnCashMonth *months, guint n_months, guint *lowest, GError **error);

G_END_DECLS
