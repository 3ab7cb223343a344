/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reference-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Records to choose from while something is typed in an entry: it opens below the entry and leaves the focus there.
 * Signal: "chosen" (CvnRecordLink *).
 */
#define CVN_TYPE_REFERENCE_POPOVER (cvn_reference_popover_get_type ())
G_DECLARE_FINAL_TYPE (CvnReferencePopover, cvn_reference_popover, CVN, REFERENCE_POPOVER, GtkPopover)

CvnReferencePopover *cvn_reference_popover_new (CvnCentre *centre, const CvnKind *kind, GtkWidget *entry);
void                 cvn_reference_popover_find (CvnReferencePopover *self, const char *words);
gboolean             cvn_reference_popover_move (CvnReferencePopover *self, int by);
gboolean             cvn_reference_popover_choose (CvnReferencePopover *self);

G_END_DECLS
