/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-quick-add.h"

G_BEGIN_DECLS

/*
 * What a quick line says, with the names of this centre. The names are read when it is made; "ready" is emitted when they
 * are there.
 */
#define CVN_TYPE_QUICK_LINE (cvn_quick_line_get_type ())
G_DECLARE_FINAL_TYPE (CvnQuickLine, cvn_quick_line, CVN, QUICK_LINE, GObject)

CvnQuickLine *cvn_quick_line_new (CvnCentre *centre);
gboolean      cvn_quick_line_is_ready (CvnQuickLine *self);
CvnRecord    *cvn_quick_line_read (CvnQuickLine *self, const char *text, char **summary, GError **error);
const char   *cvn_quick_line_get_name (CvnQuickLine *self, const char *id);

G_END_DECLS
