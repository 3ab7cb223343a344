/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-keep-revision"

#include "cvn-direction-operations.h"

#include "cvn-card-gather.h"
#include "cvn-error.h"
#include "cvn-operation-private.h"
#include "cvn-roadmap-revision.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

#include <glib/gi18n-lib.h>

static gboolean
write_items (CvnWriter             *writer,
             const CvnRoadmapSheet *sheet,
             const char            *revision,
             GError               **error)
{
  for (guint i = 0; i < sheet->services->len; i++)
    {
      g_autoptr (CvnRecord) item = cvn_roadmap_revision_keep (sheet->services->pdata[i]);

      cvn_record_set_text (item, "revision", revision);
      if (!cvn_writer_put (writer, item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_revision (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  g_autoptr (CvnRecord) revision = cvn_record_copy ((CvnRecord *) data);
  const char *date = cvn_record_get_text (revision, "date");
  g_autoptr (CvnRoadmapSheet) sheet = NULL;

  if (!cvn_record_check (revision, error))
    return FALSE;
  sheet = cvn_roadmap_gather (cvn_writer_get_reader (writer), date, (int) g_ascii_strtoll (date, NULL, 10), error);
  if (sheet == NULL)
    return FALSE;
  if (sheet->services->len == 0)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("There are no services yet: a revision would be empty."));
      return FALSE;
    }
  return cvn_writer_put (writer, revision, error) && write_items (writer, sheet, cvn_record_get_id (revision), error);
}

/**
 * cvn_keep_revision_new:
 * @revision: a roadmap_revision with its name and date
 *
 * Keeps the services of the roadmap as they are, under a name. Refused at "name_nl" without a name, and without services.
 *
 * Returns: (transfer full): the operation; its id is that of the revision
 */
CvnOperation *
cvn_keep_revision_new (CvnRecord *revision)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "roadmap_revision", write_revision, NULL, g_object_unref };
  CvnRecord                     *copy = cvn_record_copy (revision);
  g_autofree char               *id = cvn_ulid_new ();

  cvn_record_set_id (copy, id);
  return cvn_operation_new (&klass, copy, id);
}

static gboolean
write_deletion (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  g_autoptr (GPtrArray) items = cvn_rows_find (cvn_writer_get_reader (writer), "roadmap_revision_item", "revision", data, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!cvn_writer_delete (writer, cvn_kind_find ("roadmap_revision_item"), cvn_record_get_id (items->pdata[i]), error))
      return FALSE;
  return items != NULL && cvn_writer_delete (writer, cvn_kind_find ("roadmap_revision"), data, error);
}

/** cvn_delete_revision_new: (transfer full): removes @revision of the roadmap with what it kept. */
CvnOperation *
cvn_delete_revision_new (const char *revision)
{
  static const CvnOperationClass klass = { CVN_ACTION_DELETE, "roadmap_revision", write_deletion, NULL, g_free };

  return cvn_operation_new (&klass, g_strdup (revision), revision);
}
