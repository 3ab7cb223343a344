/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-card-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which card is shown, of all half-years and, in a programme, of all projects. */
GtkDropDown   *cvn_card_chooser_new (void);
GtkStringList *cvn_card_chooser_list (CvnCardBook *book, guint *place);

G_END_DECLS
