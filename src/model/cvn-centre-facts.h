/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-store.h"

G_BEGIN_DECLS

typedef struct
{
  int      year;
  char    *today;  /* ISO */
  gboolean counts; /* the matters too */
} CvnCentreQuestion;

/* What the window says about a file: its name, its years, and how many matters want attention on each page. */
typedef struct
{
  char       *name;
  char       *viewed_on; /* the day to count deadlines from instead of today, ISO, or NULL */
  int         first_year;
  int         last_year;
  int         year;    /* that was asked about */
  gboolean    counted; /* n_open is of that year */
  gboolean    reader;  /* the server lets this account only read */
  guint       n_open[CVN_AREA_GENERAL + 1];
  GHashTable *names; /* of each kind that names the codes of a choice, to what it names them: CvnCodeName */
} CvnCentreFacts;

CvnCentreQuestion *cvn_centre_question_new (int year, const char *today, gboolean counts);
void               cvn_centre_question_free (CvnCentreQuestion *question);

gpointer cvn_centre_facts_read (CvnReader *reader, gpointer data, GCancellable *cancellable, GError **error);
void     cvn_centre_facts_free (CvnCentreFacts *facts);

char *cvn_centre_facts_dup_step (CvnStore *store, gboolean redo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCentreFacts, cvn_centre_facts_free)

G_END_DECLS
