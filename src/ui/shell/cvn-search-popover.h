/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Search over all kinds of records; a result does the action win.open-record. */
#define CVN_TYPE_SEARCH_POPOVER (cvn_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (CvnSearchPopover, cvn_search_popover, CVN, SEARCH_POPOVER, GtkPopover)

GtkWidget *cvn_search_popover_new (CvnCentre *centre);

G_END_DECLS
