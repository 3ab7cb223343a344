/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Two versions of a record side by side, field by field, to choose between. Signal "chosen": it was written. */
#define CVN_TYPE_CONFLICT_WINDOW (cvn_conflict_window_get_type ())
G_DECLARE_FINAL_TYPE (CvnConflictWindow, cvn_conflict_window, CVN, CONFLICT_WINDOW, AdwWindow)

CvnConflictWindow *cvn_conflict_window_new (GtkWindow *parent, CvnCentre *centre, const char *document);

G_END_DECLS
