/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-mapping.h"
#include "cvn-csv-problem.h"

G_BEGIN_DECLS

/* Problems are collected up to this many; nobody mends more in one go. */
#define CVN_CSV_MAX_PROBLEMS 100

/* The first pass over a file: what only all rows together can tell. */
typedef struct _CvnCsvSurvey CvnCsvSurvey;

CvnCsvSurvey *cvn_csv_survey_new (const CvnCsvMapping *mapping, CvnLanguage language, GPtrArray *problems);
void          cvn_csv_survey_free (CvnCsvSurvey *self);
void          cvn_csv_survey_add (CvnCsvSurvey *self, const CvnCsvRow *row);
void          cvn_csv_survey_end (CvnCsvSurvey *self);

guint       cvn_csv_survey_get_n_rows (const CvnCsvSurvey *self);
CvnCsvDates cvn_csv_survey_get_dates (const CvnCsvSurvey *self, guint column);
gboolean    cvn_csv_survey_has_key (const CvnCsvSurvey *self, const char *key);

void cvn_csv_problems_add (GPtrArray *problems, guint line, const char *heading, const char *found, int code, const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCsvSurvey, cvn_csv_survey_free)

G_END_DECLS
