/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * All kinds of records, area by area, with how many there are of each; typing narrows them.
 * Signal: "chosen" (pointer to the CvnKind).
 */
#define CVN_TYPE_KIND_LIST_VIEW (cvn_kind_list_view_get_type ())
G_DECLARE_FINAL_TYPE (CvnKindListView, cvn_kind_list_view, CVN, KIND_LIST_VIEW, AdwBin)

GtkWidget *cvn_kind_list_view_new (void);
void       cvn_kind_list_view_set_counts (CvnKindListView *self, GArray *counts);
void       cvn_kind_list_view_focus (CvnKindListView *self, const CvnKind *kind);

G_END_DECLS
