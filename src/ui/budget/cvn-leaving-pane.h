/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-scenario-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What happens when one party leaves. */
#define CVN_TYPE_LEAVING_PANE (cvn_leaving_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnLeavingPane, cvn_leaving_pane, CVN, LEAVING_PANE, AdwBin)

GtkWidget  *cvn_leaving_pane_new (void);
void        cvn_leaving_pane_set_board (CvnLeavingPane *self, CvnScenarioBoard *board);
void        cvn_leaving_pane_set_party (CvnLeavingPane *self, const char *party);
gboolean    cvn_leaving_pane_update (CvnLeavingPane *self);
const char *cvn_leaving_pane_get_sentence (CvnLeavingPane *self);

G_END_DECLS
