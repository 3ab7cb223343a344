/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-instalments"

#include "cvn-instalments.h"

#include "cvn-rows.h"

static int
compare_number (gconstpointer a,
                gconstpointer b)
{
  CvnRecord *x = *(CvnRecord **) (gpointer) a;
  CvnRecord *y = *(CvnRecord **) (gpointer) b;
  int        by_date = g_strcmp0 (cvn_record_get_text (x, "due_date"), cvn_record_get_text (y, "due_date"));

  return by_date != 0 ? by_date : (int) (cvn_record_get_integer (x, "number") - cvn_record_get_integer (y, "number"));
}

/**
 * cvn_instalments_read:
 * @records: (out) (transfer full) (element-type CvnRecord): what the texts of the result belong to
 *
 * Returns: (transfer full) (element-type CvnInstalment): in the order in which they are due; NULL on error
 */
GArray *
cvn_instalments_read (CvnReader  *reader,
                      const char *commitment,
                      GPtrArray **records,
                      GError    **error)
{
  g_autoptr (GPtrArray) rows = cvn_rows_find (reader, "instalment", "commitment", commitment, error);
  GArray *instalments;

  if (rows == NULL)
    return NULL;
  g_ptr_array_sort (rows, compare_number);
  instalments = g_array_new (FALSE, FALSE, sizeof (CvnInstalment));
  for (guint i = 0; i < rows->len; i++)
    {
      CvnRecord    *row = rows->pdata[i];
      CvnInstalment instalment = { cvn_record_get_id (row), (guint) cvn_record_get_integer (row, "number"),
                                   cvn_rows_get_date (row, "due_date"), cvn_record_get_integer (row, "amount"), CVN_INSTALMENT_PLANNED };

      instalment.state = cvn_instalment_state_from_code (cvn_record_get_text (row, "status"), cvn_record_has (row, "invoice"),
                                                         cvn_record_has (row, "paid_on"));
      g_array_append_val (instalments, instalment);
    }
  *records = g_steal_pointer (&rows);
  return instalments;
}

/** cvn_instalments_are_fixed: whether one of them was invoiced, paid or written off, so that the commitment stays as it is. */
gboolean
cvn_instalments_are_fixed (const GArray *instalments)
{
  for (guint i = 0; i < instalments->len; i++)
    if (g_array_index (instalments, CvnInstalment, i).state != CVN_INSTALMENT_PLANNED)
      return TRUE;
  return FALSE;
}

static CvnRecord *
find_record (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (cvn_record_get_id (records->pdata[i]), id) == 0)
      return g_object_ref (records->pdata[i]);
  return NULL;
}

static gboolean
write_row (CvnWriter            *writer,
           CvnRecord            *commitment,
           GPtrArray            *records,
           const CvnScheduleRow *row,
           GError              **error)
{
  g_autoptr (CvnRecord) record = NULL;

  if (row->change == CVN_SCHEDULE_KEPT)
    return TRUE;
  if (row->change == CVN_SCHEDULE_REMOVED)
    return cvn_writer_delete (writer, cvn_kind_find ("instalment"), row->before.id, error);
  if (row->change == CVN_SCHEDULE_ADDED)
    {
      record = cvn_record_new (cvn_kind_find ("instalment"));
      cvn_record_set_text (record, "commitment", cvn_record_get_id (commitment));
      cvn_record_set_text (record, "organisation", cvn_record_get_text (commitment, "organisation"));
    }
  else
    {
      record = find_record (records, row->before.id);
    }
  cvn_record_set_integer (record, "number", row->after.number);
  cvn_rows_set_date (record, "due_date", &row->after.due);
  cvn_record_set_integer (record, "amount", row->after.amount);
  return cvn_writer_put (writer, record, error);
}

/** cvn_instalments_write: plans the instalments of @commitment, as it is now, again; see cvn_schedule_replan(). */
gboolean
cvn_instalments_write (CvnWriter             *writer,
                       CvnRecord             *commitment,
                       const CvnSchedulePlan *plan,
                       GError               **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) instalments = cvn_instalments_read (cvn_writer_get_reader (writer), cvn_record_get_id (commitment), &records, error);
  g_autoptr (GArray) rows = NULL;

  if (instalments == NULL)
    return FALSE;
  rows = cvn_schedule_replan ((const CvnInstalment *) (gpointer) instalments->data, instalments->len, plan,
                              cvn_record_get_integer (commitment, "amount"), error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!write_row (writer, commitment, records, &g_array_index (rows, CvnScheduleRow, i), error))
      return FALSE;
  return rows != NULL;
}
