/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The part of a form that says who did what to the record, and when; read when it is unfolded. */
#define CVN_TYPE_HISTORY_SECTION (cvn_history_section_get_type ())
G_DECLARE_FINAL_TYPE (CvnHistorySection, cvn_history_section, CVN, HISTORY_SECTION, AdwExpanderRow)

GtkWidget *cvn_history_section_new (CvnCentre *centre);
void       cvn_history_section_set_record (CvnHistorySection *self, const CvnKind *kind, const char *id);

G_END_DECLS
