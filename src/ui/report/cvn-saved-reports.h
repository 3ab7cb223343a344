/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A report with what was chosen for it, kept under a name in the settings of this person. */
typedef struct
{
  char *name;
  char *report;   /* as on the command line */
  char *record;   /* period and filter, as the report is told them */
  char *language; /* "nl" or "en" */
} CvnSavedReport;

void       cvn_saved_report_free (CvnSavedReport *self);
GPtrArray *cvn_saved_reports_load (void);
void       cvn_saved_reports_put (const char *name, const char *report, const char *record, const char *language);
void       cvn_saved_reports_remove (const char *name);

G_END_DECLS
