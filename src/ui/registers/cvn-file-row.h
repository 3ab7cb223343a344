/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a form for an attached file: chosen or dropped, opened, saved elsewhere, removed. Actions: file.attach, file.open, file.save, file.remove. */
#define CVN_TYPE_FILE_ROW (cvn_file_row_get_type ())
G_DECLARE_FINAL_TYPE (CvnFileRow, cvn_file_row, CVN, FILE_ROW, AdwActionRow)

GtkWidget *cvn_file_row_new (CvnCentre *centre, CvnDraft *draft, guint field);
void       cvn_file_row_attach (CvnFileRow *self, GFile *file);
void       cvn_file_row_set_editable (CvnFileRow *self, gboolean editable);

G_END_DECLS
