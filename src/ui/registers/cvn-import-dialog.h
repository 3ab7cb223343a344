/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Shows what a CSV file, or a folder of them, would bring into the centre before it does: how the file is written, which
 * column is which field, what would be new, changed or wrong. Signal: "imported" (guint records): done.
 */
#define CVN_TYPE_IMPORT_DIALOG (cvn_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CvnImportDialog, cvn_import_dialog, CVN, IMPORT_DIALOG, AdwWindow)

GtkWidget *cvn_import_dialog_new (CvnCentre *centre, const CvnKind *kind, GFile *source);

void cvn_import_dialog_choose (GtkWidget *from, CvnCentre *centre, const CvnKind *kind);
void cvn_import_dialog_present (GtkWidget *from, CvnCentre *centre, const CvnKind *kind, GFile *source);

G_END_DECLS
