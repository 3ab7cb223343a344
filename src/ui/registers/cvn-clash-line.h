/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What speaks against the day and the place of an event, above its form; not seen as long as nothing does. */
GtkWidget *cvn_clash_line_new (CvnCentre *centre, CvnDraft *draft);

/* Sentences after a sign of warning, for whoever names clashes. */
GtkWidget *cvn_clash_lines_new (void);
void       cvn_clash_lines_fill (GtkWidget *box, const char *const *sentences);

G_END_DECLS
