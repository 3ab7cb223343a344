/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-roadmap-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the roadmap says in words, in the language of the interface. */
const char *cvn_roadmap_pick (CvnRecord *record, const char *stem);
char       *cvn_roadmap_dup_choice (CvnRecord *record, const char *field);
char       *cvn_roadmap_dup_sufficiency (const CvnService *service, const char **css_class);
char       *cvn_roadmap_dup_detail (const CvnService *service);
char       *cvn_roadmap_dup_funding (const CvnService *service);
char       *cvn_roadmap_dup_day (const char *iso);
GtkWidget  *cvn_roadmap_chip (const char *text, const char *css_class);

G_END_DECLS
