/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-support.h"

G_BEGIN_DECLS

/* The sample centre as a store, read by the plainest means, and as the rows of its files. */

CvnStore   *sample_open (CvnTestFolder *folder);
GPtrArray  *sample_read_csv (const char *stem);
const char *sample_get (GHashTable *row, const char *heading);
gint64      sample_get_integer (GHashTable *row, const char *heading);
char       *sample_find (CvnStore *store, const char *kind, const char *text);

CvnTable *sample_figure (CvnStore *store, const char *name, int year, const char *today, const char *record, gboolean rows);

/* A record made for a test: its kind, its id, and "field=value" for each field; a list of them ends with a NULL kind. */
typedef struct
{
  const char *kind;
  const char *id;
  const char *fields[16];
} SampleRecord;

void sample_make (CvnStore *store, const SampleRecord *records);

G_END_DECLS
