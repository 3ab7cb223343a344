/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-figure-set.h"

G_BEGIN_DECLS

/* The sentences of the overview, in the language of the interface; all (transfer full). */
char *cvn_overview_text_contributions (CvnFigureSet *figures);
char *cvn_overview_text_fees (CvnFigureSet *figures);
char *cvn_overview_text_bookings (CvnFigureSet *figures);
char *cvn_overview_text_events (CvnFigureSet *figures);
char *cvn_overview_text_result (CvnFigureSet *figures);
char *cvn_overview_text_deadline (CvnFigureSet *figures, guint row);
char *cvn_overview_text_attention (CvnFigureSet *figures, guint row);
char *cvn_overview_text_date (const char *iso);

G_END_DECLS
