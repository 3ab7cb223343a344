/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A quiet line above the form of a new record that says what was proposed for it, or nothing. */
GtkWidget *cvn_proposal_line_new (CvnCentre *centre, CvnDraft *draft);

G_END_DECLS
