/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-set-tariff"

#include "cvn-operations.h"

#include "cvn-fee-forecast.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

static void
append_fee (GArray    *fees,
            CvnRecord *record)
{
  CvnFeeRow fee = { cvn_record_get_text (record, "service"), cvn_record_get_text (record, "payer"), cvn_record_get_text (record, "valid_from"),
                    cvn_record_get_text (record, "valid_to"), cvn_record_get_integer (record, "amount") };

  g_array_append_val (fees, fee);
}

/* The fee is the last row, so that an overlap is its fault. */
static gboolean
write_fee (CvnWriter    *writer,
           gconstpointer data,
           GError      **error)
{
  g_autoptr (CvnRecord) fee = cvn_record_copy ((gpointer) data);
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_record_get_kind (fee));
  g_autoptr (GArray) fees = g_array_new (FALSE, FALSE, sizeof (CvnFeeRow));
  g_autoptr (GPtrArray) rows = NULL;

  if (!cvn_record_check (fee, error))
    return FALSE;
  cvn_query_add_text (query, "service", CVN_MATCH_EQUAL, cvn_record_get_text (fee, "service"));
  cvn_query_add_text (query, "payer", CVN_MATCH_EQUAL, cvn_record_get_text (fee, "payer"));
  rows = cvn_rows_list (cvn_writer_get_reader (writer), query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (cvn_record_get_id (rows->pdata[i]), cvn_record_get_id (fee)) != 0)
      append_fee (fees, rows->pdata[i]);
  append_fee (fees, fee);
  return cvn_fee_check_overlap ((const CvnFeeRow *) (gpointer) fees->data, fees->len, error) && cvn_writer_put (writer, fee, error);
}

/**
 * cvn_set_tariff_new:
 * @fee: a fee, new or as it shall be
 *
 * Fees for one service and one group do not overlap (invariant 5): refused at "valid_from".
 *
 * Returns: (transfer full): the operation; its id is that of the fee
 */
CvnOperation *
cvn_set_tariff_new (CvnRecord *fee)
{
  static const CvnOperationClass add = { CVN_ACTION_ADD, "fee", write_fee, NULL, g_object_unref };
  static const CvnOperationClass edit = { CVN_ACTION_EDIT, "fee", write_fee, NULL, g_object_unref };
  gboolean                       is_new = cvn_record_get_id (fee) == NULL;
  CvnRecord                     *copy = cvn_record_copy (fee);

  if (is_new)
    {
      g_autofree char *id = cvn_ulid_new ();

      cvn_record_set_id (copy, id);
    }
  return cvn_operation_new (is_new ? &add : &edit, copy, cvn_record_get_id (copy));
}
