/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with one cell, row or file, for the person who has to mend it. */
typedef struct
{
  guint line;    /* of the file, from 1; 0: the file as a whole */
  char *heading; /* of the column; NULL: the row as a whole */
  char *found;   /* what stands there, shortened, a citizen service number masked; NULL when that says nothing */
  char *message; /* what was expected, a sentence */
  int   code;    /* of CvnError */
} CvnCsvProblem;

CvnCsvProblem *cvn_csv_problem_new (guint line, const char *heading, const char *found, const GError *error);
void           cvn_csv_problem_free (CvnCsvProblem *self);
char          *cvn_csv_problem_dup_text (const CvnCsvProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCsvProblem, cvn_csv_problem_free)

G_END_DECLS
