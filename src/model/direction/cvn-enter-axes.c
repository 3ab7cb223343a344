/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-enter-axes"

#include "cvn-direction-operations.h"

#include "cvn-operation-private.h"

static void
free_data (gpointer data)
{
  g_ptr_array_unref (data);
}

static gboolean
write_axes (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const GPtrArray *axes = data;

  for (guint i = 0; i < axes->len; i++)
    {
      g_autoptr (CvnRecord) axis = cvn_record_copy (axes->pdata[i]);

      if (!cvn_writer_put (writer, axis, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cvn_enter_axes_new:
 * @sheet: with the axes as they are shown
 *
 * Returns: (transfer full): makes records of those axes that have none, so that they can be called something else, put in
 *   another order, and more can be added
 */
CvnOperation *
cvn_enter_axes_new (const CvnRoadmapSheet *sheet)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "axis", write_axes, NULL, free_data };
  GPtrArray                     *axes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sheet->axes->len; i++)
    {
      const CvnCodeName *name = sheet->axes->pdata[i];
      CvnRecord         *axis;

      if (name->id != NULL)
        continue;
      axis = cvn_record_new (cvn_kind_find ("axis"));
      cvn_record_set_integer (axis, "position", i + 1);
      cvn_record_set_text (axis, "code", name->code);
      cvn_record_set_text (axis, "name_nl", name->name_nl);
      cvn_record_set_text (axis, "name_en", name->name_en);
      g_ptr_array_add (axes, axis);
    }
  return cvn_operation_new (&klass, axes, NULL);
}
