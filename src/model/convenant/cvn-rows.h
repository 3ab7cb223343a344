/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"
#include "cvn-reader.h"

G_BEGIN_DECLS

/* What the operations read: whole records, a few at a time. Any thread that has the reader. */
GPtrArray *cvn_rows_list (CvnReader *reader, CvnQuery *query, GError **error);
GPtrArray *cvn_rows_find (CvnReader *reader, const char *kind, const char *field, const char *id, GError **error);
GPtrArray *cvn_rows_list_names (CvnReader *reader, const CvnField *field, GError **error);
CvnRecord *cvn_rows_get (CvnReader *reader, const char *kind, const char *id, GError **error);
CvnDate    cvn_rows_get_date (CvnRecord *record, const char *field);
void       cvn_rows_set_date (CvnRecord *record, const char *field, const CvnDate *date);
gboolean   cvn_rows_parse_day (const char *iso, const char *field, CvnDate *day, GError **error);

G_END_DECLS
