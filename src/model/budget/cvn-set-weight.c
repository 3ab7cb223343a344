/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-set-weight"

#include "cvn-budget-operations.h"

#include "cvn-operation-private.h"
#include "cvn-rows.h"

static gboolean
write_weight (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  CvnRecord *wanted = (gpointer) data;
  g_autoptr (GPtrArray) rows = cvn_rows_find (cvn_writer_get_reader (writer), "forecast_weight", "status", cvn_record_get_text (wanted, "status"), error);
  g_autoptr (CvnRecord) weight = NULL;

  if (rows == NULL)
    return FALSE;
  weight = rows->len > 0 ? g_object_ref (rows->pdata[0]) : cvn_record_copy (wanted);
  cvn_record_set_integer (weight, "per_mille", cvn_record_get_integer (wanted, "per_mille"));
  return cvn_record_check (weight, error) && cvn_writer_put (writer, weight, error);
}

/**
 * cvn_set_weight_new:
 * @status: what the party of an agreement decided last
 * @per_mille: how likely its contribution is to come; refused outside of 0 to 1000
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_set_weight_new (const char *status,
                    gint64      per_mille)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "forecast_weight", write_weight, NULL, g_object_unref };
  CvnRecord                     *weight = cvn_record_new (cvn_kind_find ("forecast_weight"));

  cvn_record_set_text (weight, "status", status);
  cvn_record_set_integer (weight, "per_mille", per_mille);
  return cvn_operation_new (&klass, weight, NULL);
}
