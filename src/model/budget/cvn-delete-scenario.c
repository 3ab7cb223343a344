/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-delete-scenario"

#include "cvn-budget-operations.h"

#include "cvn-operation-private.h"
#include "cvn-rows.h"

static gboolean
write_deletion (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  g_autoptr (GPtrArray) changes = cvn_rows_find (cvn_writer_get_reader (writer), "scenario_change", "scenario", data, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (!cvn_writer_delete (writer, cvn_kind_find ("scenario_change"), cvn_record_get_id (changes->pdata[i]), error))
      return FALSE;
  return changes != NULL && cvn_writer_delete (writer, cvn_kind_find ("scenario"), data, error);
}

/** cvn_delete_scenario_new: (transfer full): removes @scenario with its changes. */
CvnOperation *
cvn_delete_scenario_new (const char *scenario)
{
  static const CvnOperationClass klass = { CVN_ACTION_DELETE, "scenario", write_deletion, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (scenario), scenario);
}
