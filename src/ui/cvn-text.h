/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CVN_TYPE_TEXT (cvn_text_get_type ())
G_DECLARE_FINAL_TYPE (CvnText, cvn_text, CVN, TEXT, GtkWidget)

GtkWidget  *cvn_text_new (const char *text);
GtkWidget  *cvn_text_new_line (const char *text);
void        cvn_text_set_text (CvnText *self, const char *text);
const char *cvn_text_get_text (CvnText *self);

G_END_DECLS
