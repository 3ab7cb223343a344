/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-replica-claim"

#include "cvn-replica.h"
#include "cvn-sync-desk.h"

#include <string.h>

/*
 * A number series belongs to one desk. One that has never been a document is known here only: it becomes this desk's, before
 * anybody else can see it. From then on it moves by being handed over, and each time the count of that goes up: of two
 * versions the one that was handed over more often says where it is.
 */

static gint64
find_most (GPtrArray *leaves)
{
  gint64 most = 0;

  for (guint i = 0; i < leaves->len; i++)
    {
      const char *body = ((CvnSyncLeaf *) leaves->pdata[i])->body;
      g_autoptr (CvnDocument) document = body != NULL ? cvn_document_parse (body, NULL) : NULL;
      const char  *json = document != NULL ? cvn_document_get (document, "hand_overs") : NULL;
      CvnJsonSlice value = { json, json != NULL ? strlen (json) : 0 };
      gint64       n = 0;

      if (json != NULL && cvn_json_get_integer (&value, &n))
        most = MAX (most, n);
    }
  return most;
}

/** cvn_replica_claim: a number series without a document becomes this desk's; anything else stays as it is. */
gboolean
cvn_replica_claim (CvnReplica *self,
                   CvnRecord  *record,
                   GError    **error)
{
  g_autofree char *desk = NULL;

  if (strcmp (cvn_record_get_kind (record)->name, "invoice_series") != 0)
    return TRUE;
  desk = cvn_sync_desk_dup (self->reader);
  if (desk == NULL || cvn_sync_desk_is_here (self->reader, cvn_record_get_text (record, "desk")))
    return TRUE;
  cvn_record_set_text (record, "desk", desk);
  cvn_record_set_text (record, "asked_by", NULL);
  cvn_record_set_integer (record, "hand_overs", cvn_record_get_integer (record, "hand_overs") + 1);
  return cvn_writer_put (self->writer, record, error);
}

/** cvn_replica_pass_on: where versions of a series disagree about its desk, choosing another one than @shown counts as a hand-over. */
void
cvn_replica_pass_on (CvnRecord *record,
                     CvnRecord *shown,
                     GPtrArray *leaves)
{
  gboolean moves;

  if (shown == NULL || strcmp (cvn_record_get_kind (record)->name, "invoice_series") != 0)
    return;
  moves = g_strcmp0 (cvn_record_get_text (record, "desk"), cvn_record_get_text (shown, "desk")) != 0 ||
          g_strcmp0 (cvn_record_get_text (record, "last_number"), cvn_record_get_text (shown, "last_number")) != 0;
  cvn_record_set_integer (record, "hand_overs", MAX (find_most (leaves), cvn_record_get_integer (shown, "hand_overs")) + (moves ? 1 : 0));
}
