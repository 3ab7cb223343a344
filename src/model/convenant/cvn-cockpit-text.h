/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"

G_BEGIN_DECLS

/* What is said about an agreement as a whole, in the language of the interface. All are transfer full; "" says nothing. */
char *cvn_cockpit_text_title (CvnCockpit *self, guint row);
char *cvn_cockpit_text_period (CvnCockpit *self);
char *cvn_cockpit_text_time_left (CvnCockpit *self);
char *cvn_cockpit_text_complete (CvnCockpit *self, gboolean *complete);
char *cvn_cockpit_text_warning (CvnCockpit *self);

G_END_DECLS
