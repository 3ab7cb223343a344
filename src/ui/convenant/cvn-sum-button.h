/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A sum that answers why: a click shows the rule and the rows behind it. */
#define CVN_TYPE_SUM_BUTTON (cvn_sum_button_get_type ())
G_DECLARE_FINAL_TYPE (CvnSumButton, cvn_sum_button, CVN, SUM_BUTTON, AdwBin)

GtkWidget *cvn_sum_button_new (CvnCentre *centre, const char *title, const char *figure, const char *part);
void       cvn_sum_button_set (CvnSumButton *self, gint64 cents, const char *detail, const char *record);

G_END_DECLS
