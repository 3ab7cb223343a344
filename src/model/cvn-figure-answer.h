/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-store.h"

/* Which figures are wanted. */
typedef struct
{
  GStrv       names;
  char       *today;
  char       *record;
  int         year;
  CvnLanguage language;
  gboolean    remembers; /* keeps the answer for the next start */
  gboolean    recalls;   /* takes what was kept, if it still holds */
} CvnFigureRequest;

/* The figures, and what the records in them are called. */
typedef struct
{
  GHashTable *tables;   /* name -> CvnTable */
  GHashTable *titles;   /* id -> title */
  GVariant   *content;  /* all of it, of a request that remembers; else NULL */
  gboolean    recalled; /* as it was, not worked out now */
} CvnFigureAnswer;

void     cvn_figure_request_free (CvnFigureRequest *request);
gpointer cvn_figure_answer_read (CvnReader *reader, gpointer data, GCancellable *cancellable, GError **error);
void     cvn_figure_answer_free (CvnFigureAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnFigureAnswer, cvn_figure_answer_free)
