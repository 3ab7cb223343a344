/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The kinds of records of an area to choose one from, or all kinds, area by area.
 * Signal: "chosen" (pointer to the CvnKind).
 */
#define CVN_TYPE_KIND_CHOICE (cvn_kind_choice_get_type ())
G_DECLARE_FINAL_TYPE (CvnKindChoice, cvn_kind_choice, CVN, KIND_CHOICE, AdwBin)

GtkWidget     *cvn_kind_choice_new (int area);
guint          cvn_kind_choice_get_n (CvnKindChoice *self);
const CvnKind *cvn_kind_choice_get (CvnKindChoice *self, guint i);
gboolean       cvn_kind_choice_select (CvnKindChoice *self, const CvnKind *kind);

G_END_DECLS
