/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report-make.h"
#include "sample.h"

G_BEGIN_DECLS

/* The sample centre on its last day, and its reports as they are read. */

#define REPORT_TODAY "2020-12-31"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} ReportFixture;

typedef struct
{
  const char *name;
  void (*func) (ReportFixture *, gconstpointer);
} ReportTest;

void       report_add_tests (const char *group, const ReportTest *tests, guint n);
void       report_set_up (ReportFixture *f, gconstpointer data);
void       report_tear_down (ReportFixture *f, gconstpointer data);
CvnReport *report_make (ReportFixture *f, CvnReportName name, const char *record, CvnLanguage language);
char      *report_dup_text (CvnReport *report);
void       report_assert_dutch (const char *text);

G_END_DECLS
