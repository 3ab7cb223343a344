/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-reader.h"
#include "cvn-kind.h"

G_BEGIN_DECLS

typedef enum {
  CVN_CSV_DATES_BY_COLUMN, /* as the dates of the column show */
  CVN_CSV_DATES_DAY_FIRST,
  CVN_CSV_DATES_MONTH_FIRST,
} CvnCsvDates;

/* What one column of a file holds. */
typedef struct
{
  char       *heading;
  int         field;   /* place in the kind, -1: left out */
  gboolean    cents;   /* amounts are whole cents, not euros with decimals */
  gboolean    derived; /* left out because the program works it out itself */
  gboolean    id;      /* the ids of the records themselves; those have no other name */
  CvnCsvDates dates;
} CvnCsvColumn;

/* The heading of the column with the ids of records, in every language. */
#define CVN_CSV_ID_HEADING "record_id"

/* Which column of a file is which field of a kind. */
typedef struct _CvnCsvMapping CvnCsvMapping;

CvnCsvMapping *cvn_csv_mapping_new (const CvnKind *kind, const CvnCsvRow *headings);
CvnCsvMapping *cvn_csv_mapping_copy (const CvnCsvMapping *self);
void           cvn_csv_mapping_free (CvnCsvMapping *self);

const CvnKind      *cvn_csv_mapping_get_kind (const CvnCsvMapping *self);
guint               cvn_csv_mapping_get_n_columns (const CvnCsvMapping *self);
const CvnCsvColumn *cvn_csv_mapping_get_column (const CvnCsvMapping *self, guint column);
int                 cvn_csv_mapping_find_field (const CvnCsvMapping *self, guint field);
gboolean            cvn_csv_mapping_has_id (const CvnCsvMapping *self);
char              **cvn_csv_mapping_dup_skipped (const CvnCsvMapping *self);

void cvn_csv_mapping_set_field (CvnCsvMapping *self, guint column, int field, gboolean cents);
void cvn_csv_mapping_set_dates (CvnCsvMapping *self, guint column, CvnCsvDates dates);

char    *cvn_csv_mapping_dup_source (const CvnCsvMapping *self);
char    *cvn_csv_mapping_to_string (const CvnCsvMapping *self);
gboolean cvn_csv_mapping_apply (CvnCsvMapping *self, const char *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCsvMapping, cvn_csv_mapping_free)

G_END_DECLS
