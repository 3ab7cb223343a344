/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-data.h"

G_BEGIN_DECLS

/* What the rows of a report can be asked for, besides its period: "2019-H1 axis=community partner=gem-leiden". */
typedef struct
{
  const char *word;  /* as it is written */
  const char *title; /* untranslated */
  const char *kind;  /* of the field, or of the records */
  const char *field; /* whose choices it takes; NULL: a record */
  const char *only;  /* of the records, those whose field "kind" says this; NULL: all */
} CvnReportFilter;

const CvnReportFilter *cvn_report_filter_list (CvnReportName name, guint *n_filters);
const CvnReportFilter *cvn_report_filter_find (CvnReportName name, const char *word, gsize length);

/* A record that a filter can ask for. */
typedef struct
{
  char *value; /* its code, or its id when it has none */
  char *label; /* in the language of the interface */
} CvnReportOption;

/* Of each kind whose records some filter asks for. */
typedef struct _CvnReportOptions CvnReportOptions;

void              cvn_report_options_read_async (CvnCentre *centre, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnReportOptions *cvn_report_options_read_finish (CvnCentre *centre, GAsyncResult *result, GError **error);
GPtrArray        *cvn_report_options_get (CvnReportOptions *self, const CvnReportFilter *filter);
void              cvn_report_options_free (CvnReportOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnReportOptions, cvn_report_options_free)

G_END_DECLS
