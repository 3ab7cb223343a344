/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-rows"

#include "cvn-rows.h"

#include "cvn-code-name.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

/** cvn_rows_list: (transfer full) (element-type CvnRecord): the records that @query finds, in its order; NULL on error. */
GPtrArray *
cvn_rows_list (CvnReader *reader,
               CvnQuery  *query,
               GError   **error)
{
  g_autoptr (GArray) seqs = cvn_reader_list (reader, query, NULL, error);

  if (seqs == NULL)
    return NULL;
  return cvn_reader_get_rows (reader, cvn_query_get_kind (query), (const gint64 *) (gpointer) seqs->data, seqs->len, error);
}

/** cvn_rows_find: as cvn_rows_list(), of those of @kind whose @field is the id @id, in the order of entry. */
GPtrArray *
cvn_rows_find (CvnReader  *reader,
               const char *kind,
               const char *field,
               const char *id,
               GError    **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kind));

  cvn_query_add_text (query, field, CVN_MATCH_EQUAL, id);
  cvn_query_set_sort (query, NULL, FALSE);
  return cvn_rows_list (reader, query, error);
}

/** cvn_rows_get: (transfer full): the record, or NULL with %CVN_ERROR_NOT_FOUND at the field that is called as @kind. */
CvnRecord *
cvn_rows_get (CvnReader  *reader,
              const char *kind,
              const char *id,
              GError    **error)
{
  GError    *failure = NULL;
  CvnRecord *record = id != NULL ? cvn_reader_get (reader, cvn_kind_find (kind), id, &failure) : NULL;

  if (record != NULL)
    return record;
  if (failure == NULL)
    g_set_error_literal (&failure, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("The record is not there any more."));
  g_propagate_error (error, failure);
  cvn_error_set_field (error, kind);
  return NULL;
}

/** cvn_rows_get_date: the date in a field that passed its check; year 0 when it is empty. */
CvnDate
cvn_rows_get_date (CvnRecord  *record,
                   const char *field)
{
  CvnDate     date = { 0 };
  const char *iso = cvn_record_get_text (record, field);

  if (iso != NULL && !cvn_date_parse_iso (iso, &date, NULL))
    date = (CvnDate){ 0 };
  return date;
}

/** cvn_rows_set_date: fills a field in; an empty @date empties it. */
void
cvn_rows_set_date (CvnRecord     *record,
                   const char    *field,
                   const CvnDate *date)
{
  g_autofree char *iso = date->year != 0 ? cvn_date_to_iso (date) : NULL;

  cvn_record_set_text (record, field, iso);
}

/** cvn_rows_parse_day: reads the day @iso; an error names @field. */
gboolean
cvn_rows_parse_day (const char *iso,
                    const char *field,
                    CvnDate    *day,
                    GError    **error)
{
  if (iso != NULL && cvn_date_parse_iso (iso, day, NULL) && cvn_date_get_precision (day) == CVN_DATE_DAY)
    return TRUE;
  return cvn_check_fail (error, field, _("Expected a date that exists, such as 31-12-2026."));
}

/** cvn_rows_list_names: (transfer full) (element-type CvnCodeName): what the codes of @field are called, in the order of their places. */
GPtrArray *
cvn_rows_list_names (CvnReader      *reader,
                     const CvnField *field,
                     GError        **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (field->named_by));
  g_autoptr (GPtrArray) records = NULL;

  cvn_query_set_sort (query, "position", FALSE);
  records = cvn_rows_list (reader, query, error);
  return records != NULL ? cvn_code_names_new (field, records) : NULL;
}
